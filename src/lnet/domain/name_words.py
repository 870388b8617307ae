"""Words that names are made of, and words that are taken for names. All of them are keys: no case, no accents."""


def _words(line: str) -> frozenset[str]:
    return frozenset(line.split())


PARTICLES = _words("van von der den de da di del della du la le ter ten dos bin ibn al el af av zu")

MONTHS = _words(
    "january february march april may june july august september october november december "
    "jan feb mar apr jun jul aug sep sept oct nov dec"
)
WEEKDAYS = _words("mon tue wed thu fri sat sun monday tuesday wednesday thursday friday saturday sunday")
CALENDAR = MONTHS | WEEKDAYS

# Names only with a capital, wherever they stand: "with an old friend" is not An Nguyen.
GRAMMAR = _words(
    "a an the and or but so if as at by do did does go he her him his i in is it its me my no not of off on one our "
    "out she some that them then there they this to up us was we were what when who why with yes you your see too all "
    "any everybody everyone somebody someone nobody anybody people are am be been has had have how more most much many "
    "now just than very via per re"
)
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

# With these e-mail addresses begin and handles are called that belong to nobody.
NOBODYS = _words(
    "admin billing contact data dev hello help home info jobs kontakt mail me news office post press sales support "
    "team web webmaster work"
)

# What \w leaves out of words: combining marks, the signs of Indic and South-East Asian scripts, invisible joiners.
MARKS = (
    "\u00ad\u0300-\u036f\u0483-\u0487\u0591-\u05bd\u05bf-\u05c7\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed\u0711"
    "\u0730-\u074a\u07a6-\u07b0\u0900-\u0963\u0971-\u0dff\u0e30-\u0eff\u0f18-\u0fbc\u102b-\u109d\u135d-\u135f"
    "\u1712-\u1734\u17b4-\u17d3\u180b-\u180d\u1ab0-\u1aff\u1b00-\u1b44\u1dc0-\u1dff\u200b-\u200d\u2060\u20d0-\u20ff"
    "\u3099\u309a\ua8e0-\ua8ff\uaa29-\uaa36\uabe3-\uabed\ufe20-\ufe2f"
)
