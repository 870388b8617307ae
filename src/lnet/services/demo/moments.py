"""What happened in the sample network, moment by moment, the oldest first."""

from collections.abc import Iterator
from random import Random
from typing import Any, NamedTuple

Data = dict[str, Any]
SEED = 41
YEAR = 365
ENDS = ("kept", "released", "renegotiated", "closed", "applied")
NOUNS = ("event", "community", "project", "goal", "resource")


class Moment(NamedTuple):
    """Something that happened `ago` days before the sample's today (negative: made today for a day to come)."""

    ago: int
    order: int  # within a day: what others refer to comes first
    kind: str
    entry: Data
    command: str
    words: str


def moments(data: Data) -> list[Moment]:
    """All that happened, in order."""
    found = [*people(data), *nouns(data), *talks(data), *notes(data), *ends(data), *links(data)]
    return sorted(found, key=lambda moment: (-max(moment.ago, 0), moment.order))


def people(data: Data) -> Iterator[Moment]:
    for entry in data["person"]:
        yield Moment(entry["since"], 0, "person", entry, "contact add", entry["name"])
    for line in data["address_book"]:
        yield Moment(YEAR - 5, 0, "card", {"line": line}, "import", "Connections.csv")


def nouns(data: Data) -> Iterator[Moment]:
    for noun in NOUNS:
        for entry in data[noun]:
            yield Moment(begun(entry), 1, noun, entry, f"{noun} add", entry.get("title", entry.get("name")))


def begun(entry: Data) -> int:
    """How many days ago an event, a goal, a community … came into the network; an event to come some weeks ago."""
    ago: int = next(entry[name] for name in ("since", "starts", "joined") if name in entry)
    return ago if ago > 0 else 47


def notes(data: Data) -> Iterator[Moment]:
    """What was written down about people and goals."""
    for entry in data["promise"]:
        yield Moment(entry["made"], 3, "promise", entry, "promise add", entry["text"])
    for kind in ("feedback", "insight", "exchange"):
        for entry in data[kind]:
            yield Moment(entry["on"], 3, kind, entry, "learn" if kind == "insight" else kind, entry.get("text", ""))
    for goal in data["goal"]:
        for ago, text in goal.get("progress", ()):
            yield Moment(ago, 3, "progress", {"goal": goal["key"], "text": text}, "goal progress", text)


def ends(data: Data) -> Iterator[Moment]:
    """Promises kept, loops closed, insights used, goals reached, projects finished."""
    for kind in ("promise", "feedback", "insight"):
        for entry in data[kind]:
            ago = next((entry[name] for name in ENDS if name in entry), None)
            if ago is not None:
                yield Moment(ago, 4, f"{kind} end", entry, f"{kind} edit", entry["text"])
    for noun in ("goal", "project"):
        for entry in data[noun]:
            if "closed" in entry or "status" in entry:
                yield Moment(entry.get("closed", 20), 4, f"{noun} end", entry, f"{noun} done", entry["title"])


def links(data: Data) -> Iterator[Moment]:
    """Who belongs to what, who got what to read, who knows whom, what was agreed, when I was away."""
    yield from members(data)
    yield from shares(data)
    for kind in ("acquaintance", "introduced"):
        for pair in data[kind]:
            yield Moment(14, 5, kind, {"pair": pair}, "contact know", " ".join(pair))
    for entry in data["agreement"]:
        yield Moment(entry["starts"], 5, "agreement", entry, "contact mentor", entry["who"])
    for entry in data["away"]:
        yield Moment(entry["from"], 5, "away", entry, "away", "")


def members(data: Data) -> Iterator[Moment]:
    """Who belongs to a goal, an event, a community, a project; as soon as both were there."""
    since = {person["key"]: person["since"] for person in data["person"]}
    for noun in ("goal", "event", "community", "project"):
        for entry in data[noun]:
            for who in entry.get("people", ()):
                about = entry["people"][who] if isinstance(entry["people"], dict) else None
                link = {"noun": noun, "key": entry["key"], "who": who, "about": about}
                yield Moment(min(since[who], begun(entry)), 5, "member", link, f"{noun} member", entry["key"])


def shares(data: Data) -> Iterator[Moment]:
    """Which resource came from whom, and who got it from me."""
    for entry in data["resource"]:
        for side, direction in (("from", "received"), ("to", "given")):
            for who, ago in entry.get(side, {}).items():
                share = {"resource": entry["key"], "who": who, "direction": direction}
                yield Moment(ago, 5, "share", share, "share", entry["title"])


# --- conversations ----------------------------------------------------------------------------------------------


def talks(data: Data) -> Iterator[Moment]:
    """The conversations held, and those planned."""
    random = Random(SEED)  # noqa: S311  # a sample, not a secret
    quiet = {topic: goal["untouched"] for goal in data["goal"] if "untouched" in goal for topic in goal["topics"]}
    for person in data["person"]:
        if "last" in person:
            yield from talks_with(person, data["templates"], quiet, random)
    for group in data["group"]:
        for number, ago in enumerate(days(group, random)):
            words = group["talks"][number % len(group["talks"])]
            yield talk(ago, group["people"], f"{group['channel']}: {words}", group)
    for plan in data["planned"]:
        yield Moment(9, 2, "plan", plan, "plan", plan["text"])


def days(rhythm: Data, random: Random) -> Iterator[int]:
    """How many days ago, the latest first: about every `gap` days, from `since` to `last`."""
    ago = rhythm["last"]
    while ago <= rhythm["since"]:
        yield ago
        ago += max(1, rhythm["gap"] + random.randint(-rhythm["gap"] // 6, rhythm["gap"] // 6))


def talks_with(person: Data, templates: list[str], quiet: dict[str, int], random: Random) -> Iterator[Moment]:
    """The conversations with one person: their own lines first, then templates with a topic that was not quiet then."""
    for number, ago in enumerate(days(person, random)):
        if number < len(person["talks"]):
            line = person["talks"][number]
        else:
            topics = [topic for topic in person["topics"] if ago > quiet.get(topic, -1)]
            topic = random.choice(topics or ["work"])
            words = {"first": person.get("called", person["name"].split()[0]), "topic": topic.replace("-", " ")}
            line = random.choice(templates).format(**words) + f" #{topic}"
        yield talk(ago, [person["key"]], line, person if number == 0 else {})


def talk(ago: int, people: list[str], line: str, more: Data) -> Moment:
    """One conversation, from its line "channel: words #topic"."""
    channel, _, text = line.partition(": ")
    words = [word for word in text.split() if not word.startswith("#")]
    topics = [word[1:] for word in text.split() if word.startswith("#")]
    keep = ("next_question", "outbound", "event", "community", "project")
    entry = {name: more[name] for name in keep if name in more and (name != "event" or channel == "event")}
    entry |= {"people": people, "channel": channel, "summary": " ".join(words), "topics": topics}
    return Moment(ago, 2, "talk", entry, "log", " ".join(words))
