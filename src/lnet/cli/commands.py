"""The table of commands: name, panel, module, one line of help. `lnet --help` reads this and imports no command."""

from typing import NamedTuple


class Entry(NamedTuple):
    """One command: the module of `lnet.cli` that holds it (as `app`), and its line in the help."""

    module: str
    help: str


PANELS: dict[str, dict[str, Entry]] = {
    "Every day": {
        "log": Entry("log", "Record a conversation, as a sentence"),
        "followups": Entry("followups", "Who to follow up with, and which goals are stale"),
        "done": Entry("done", "Settle a row of the list, a person or a reference"),
        "snooze": Entry("snooze", "Let people and goals rest until a day"),
        "draft": Entry("draft", "A message to somebody, logged once it was sent"),
        "brief": Entry("brief", "One screen about somebody before a meeting"),
        "plan": Entry("plan", "Plan a conversation, or list what is planned"),
        "why": Entry("why", "The reasons and the arithmetic behind a reminder"),
    },
    "Look up": {
        "find": Entry("find", "Search everything that was written"),
        "show": Entry("show", "Show anything: a person, g3, i41"),
        "edit": Entry("edit", "Edit anything: a person, g3, p7"),
        "delete": Entry("delete", "Delete anything: a person, g3, i41"),
    },
    "Learn": {
        "learn": Entry("learn", "Note what you learned, and from whom"),
        "goal": Entry("goal", "Goals: what you want to learn or reach"),
        "feedback": Entry("feedback", "Feedback asked for, received and given"),
        "promise": Entry("promise", "What you owe and what is owed to you"),
        "insight": Entry("insight", "What you learned"),
    },
    "Network": {
        "contact": Entry("contact", "People: add, list, show, edit, pause"),
        "add": Entry("add", "Add a person (contact add)"),
        "interaction": Entry("interaction", "Conversations: list, show, edit, delete"),
        "reconnect": Entry("reconnect", "People you have lost sight of, worth a word now"),
    },
    "Look back": {
        "summary": Entry("summary", "The network as Markdown"),
        "review": Entry("review", "Once a week: what is left over, one thing after the other"),
        "graph": Entry("graph", "The network for programs that draw graphs"),
    },
    "Your data": {
        "import": Entry("import_", "Bring people in from a file"),
        "undo": Entry("undo", "Take back the last step, or a given one"),
        "redo": Entry("redo", "Do an undone step again"),
        "history": Entry("history", "What was done, step by step"),
        "away": Entry("away", "Days that do not count: holidays, illness"),
        "fresh-start": Entry("fresh_start", "Start again without arrears"),
        "pace": Entry("pace", "How many conversations your circles ask for"),
        "config": Entry("config", "Your settings: show, get, set"),
        "demo": Entry("demo", "Any command on a sample network"),
    },
}
COMMANDS: dict[str, Entry] = {name: entry for panel in PANELS.values() for name, entry in panel.items()}
