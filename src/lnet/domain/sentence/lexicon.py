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
PARTICLES = _words("van von der den de da di del della du la le ter ten dos bin ibn al el af av zu")

MONTHS = _words(
    "january february march april may june july august september october november december "
    "jan feb mar apr jun jul aug sep sept oct nov dec"
)
WEEKDAYS = _words("mon tue wed thu fri sat sun monday tuesday wednesday thursday friday saturday sunday")
CALENDAR = MONTHS | WEEKDAYS
# "in May", "since June": the month, whoever is called so.
BEFORE_A_MONTH = _words("in since until till during last next this early mid late every by before after")

# Names only with a capital, wherever they stand: "with an old friend" is not An Nguyen.
GRAMMAR = _words(
    "a an the and or but so if as at by do did does go he her him his i in is it its me my no not of off on one our "
    "out she some that them then there they this to up us was we were what when who why with yes you your see too all "
    "any everybody everyone somebody someone nobody anybody people are am be been has had have how more most much many "
    "now just than very via per re"
)
# Capitalised though no name follows: "Ada And Bob", "Ada ABOUT plans".
NO_SURNAME = _words("about re regarding with and at from for on in by over")

# First names that are also everyday words: alone they need their capital, with the exceptions of the contract.
EVERYDAY = _words(
    "angel april art ash august autumn bay bear bill bliss brook buck bud cash chance charity chase cherry chip chuck "
    "clay cliff dash dawn day dean dot drew duke earl earnest eve faith forest fox frank gay gem gene glory grace "
    "grant gray green guy happy heaven hero honey honor hope hunter joy judge june justice king knight lane law "
    "liberty light long love lucky major mark max may melody mercy merit miles mint miracle moon nick noble norm oak "
    "ocean page pat patience peace peg penny pepper pierce pine poet prince promise prudence rain ray red reed reef "
    "rich ring river rob rock rocky rod rose ruby sandy scout shore skip sky snow song spring star sterling stew "
    "stone storm story sue summer sun sunny tan temple tiger trip true unity van victory wade ward wave west will win "
    "winter wise wolf wood young"
)
