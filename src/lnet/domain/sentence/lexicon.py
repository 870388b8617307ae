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
    **dict.fromkeys(_words("call called calling phone phoned rang"), "call"),
    **dict.fromkeys(_words("zoom zoomed video video-call skype skyped facetime"), "video"),
    **dict.fromkeys(_words("email emailed e-mail e-mailed mailed"), "email"),
    **dict.fromkeys(_words("texted text dm dms dmed dm'd slack slacked messaged whatsapp sms"), "chat"),
    **dict.fromkeys(_words("conference conferences meetup meetups meet-up"), "event"),
    **dict.fromkeys(_words("forum forums thread threads"), "forum"),
    **dict.fromkeys(_words("letter postcard"), "letter"),
}
# These say how only if no other word does: "met Ada on zoom" is video, "wrote a letter" is a letter.
WEAK_CHANNELS = {**dict.fromkeys(_words("met meet saw visited"), "in_person"), "wrote": "email", "write": "email"}

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
    "any are am be been has had have how more most much many now just than very via per re"
)
# Capitalised though no name follows: "Ada And Bob", "Ada ABOUT plans".
NO_SURNAME = _words("about re regarding with and at from for")

# First names that are also everyday words: alone they need their capital, with the exceptions of the contract.
EVERYDAY = _words(
    "amber angel april art ash aspen august autumn bay bear belle berry bill bliss blossom bonnie brandy brook brooks "
    "buck bud candy carol cash chance charity chase cherry chip chuck clay cliff clover colt coral crystal daisy dale "
    "dash dawn day dean destiny dot drew duke earl earnest ebony eden ember eve faith fay fern finch flora forest fox "
    "frank gay gem gene ginger glen glory grace grant gray green guy happy harmony hazel heath heather heaven hero "
    "holly honey honor hope hung hunter iris ivory ivy jade jasmine jewel joy judge june juniper justice king knight "
    "lance lane lark laurel law liberty light lily long love lucky magnolia major mark mason max may melody mercy "
    "merit merry miles miller mint miracle misty moon myrtle nick noble norm oak ocean olive opal page pansy parker "
    "pat patience peace pearl peg penny pepper pierce pine piper poet poppy porter prince promise prudence rain ray "
    "red reed reef rich ring river rob robin rock rocky rod rose rosemary ruby rusty sage sandy scarlet scout "
    "serenity shore sierra skip sky smith snow song sonny spring star sterling stew stone storm story sue summer sun "
    "sunny tan temple tiger trinity trip true unity van verity victor victory viola violet wade ward wave west will "
    "willow win winter wise wolf wood woody young"
)
