"""The English words the log sentence knows. All of them are keys: no case, no accents."""


def _words(line: str) -> frozenset[str]:
    return frozenset(line.split())


ABOUT = frozenset({"about", "re", "regarding"})
BEFORE_A_NAME = frozenset({"with", "w", "met", "and"})  # an everyday word behind one is a name, without its capital too
INTRODUCES = frozenset({"with", "met", "called", "and"})  # a capitalised unknown name behind one is offered for adding

# No date counts behind these. The first five are the rule; the others mean the same.
NOT_THE_DAY = _words("for by until before since till til untill after every each due from than through during within")
# Words that may stand between one of these and its date: "by the end of next week".
BEFORE_A_DATE = _words("the end of early late mid middle start beginning about around at least")

# "In the sun" is no Sunday.
ARTICLES = _words("the a an my our your his her their its")

# Verbs of getting in touch, in the past tense: "grace emailed me", "met will".
VERBS = _words(
    "met called phoned rang emailed e-mailed mailed wrote texted messaged dmed dm'd pinged slacked zoomed skyped saw "
    "visited contacted asked told thanked helped heard talked spoke chatted replied answered introduced"
)
# The same at the start of a plan: "call mark fri".
IMPERATIVES = _words("meet call phone ring email e-mail mail write text message dm ping visit ask tell thank")
VERB_TO = _words("to from with")  # "wrote to art", "heard from mark"

WRITTEN = _words("emailed e-mailed mailed wrote texted messaged dmed dm'd pinged")
WRITE = _words("email e-mail mail write text message dm ping")
LETTERS = _words("email e-mail mail message text letter postcard dm note")  # "an email from Ada"

CHANNELS = {
    **dict.fromkeys(_words("coffee lunch dinner breakfast brunch drinks tea beer"), "in_person"),
    **dict.fromkeys(_words("call called phoned"), "call"),
    **dict.fromkeys(_words("zoom zoomed video video-call skype skyped facetime"), "video"),
    **dict.fromkeys(_words("email emailed e-mail e-mailed mailed"), "email"),
    **dict.fromkeys(_words("texted dm dms dmed dm'd slack slacked messaged whatsapp sms"), "chat"),
    **dict.fromkeys(_words("conference conferences meetup meetups meet-up"), "event"),
    **dict.fromkeys(_words("forum forums thread threads"), "forum"),
}
# These say how only if no other word does: "met Ada on zoom" is video.
WEAK_CHANNELS = {"met": "in_person", "saw": "in_person", "visited": "in_person", "rang": "call", "wrote": "email"}
# And these only where a plan begins: "text Ada fri".
PLANNED_CHANNELS = {
    **dict.fromkeys(_words("meet visit"), "in_person"),
    **dict.fromkeys(_words("phone ring"), "call"),
    **dict.fromkeys(_words("write mail"), "email"),
    **dict.fromkeys(_words("text message"), "chat"),
}
PAPER = _words("letter letters postcard postcards")  # what "wrote" is about then is no e-mail

LABELS = ("me", "them", "learned", "practice", "trend", "feedback", "gave", "got", "ask", "next", "done")
OTHER_SPELLINGS = {"they": "them", "learnt": "learned"}

TITLES = _words("dr mr mrs ms mx miss prof professor sir dame lady lord herr frau rev fr")
SUFFIXES = _words("jr sr ii iii iv phd md esq")

# "in May", "since June": the month, whoever is called so.
BEFORE_A_MONTH = _words("in since until till during last next this early mid late every by before after")

# Capitalised though no name follows: "Ada And Bob", "Ada ABOUT plans".
NO_SURNAME = _words("about re regarding with and at from for on in by over")
