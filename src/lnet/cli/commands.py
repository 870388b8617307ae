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
        "who": Entry("who", "Who can help with a topic, and why"),
        "show": Entry("show", "Show anything: a person, g3, i41"),
        "edit": Entry("edit", "Edit anything: a person, g3, p7"),
        "delete": Entry("delete", "Delete anything: a person, g3, i41"),
    },
    "Learn": {
        "learn": Entry("learn", "Note what you learned, and from whom"),
        "share": Entry("share", "Note what you shared, or they with you"),
        "give": Entry("give", "Three ways to help somebody this week"),
        "goal": Entry("goal", "Goals: what you want to learn or reach"),
        "feedback": Entry("feedback", "Feedback asked for, received and given"),
        "promise": Entry("promise", "What you owe and what is owed to you"),
        "insight": Entry("insight", "What you learned"),
        "resource": Entry("resource", "What is worth reading, watching or using"),
        "exchange": Entry("exchange", "Help you gave, and help you got"),
    },
    "Network": {
        "contact": Entry("contact", "People: add, list, show, edit, pause"),
        "add": Entry("add", "Add a person (contact add)"),
        "interaction": Entry("interaction", "Conversations: list, show, edit, delete"),
        "event": Entry("event", "Events, and who you met there"),
        "at": Entry("at", "The event you are at: logs belong to it"),
        "community": Entry("community", "Associations, forums, meetups: members and renewals"),
        "project": Entry("project", "Projects shared with others: charter, members, retrospective"),
        "triage": Entry("triage", "People without a circle, one key each"),
        "reconnect": Entry("reconnect", "People you have lost sight of, worth a word now"),
    },
    "Look back": {
        "summary": Entry("summary", "The network as Markdown"),
        "review": Entry("review", "Once a week: what is left over, one thing after the other"),
        "stats": Entry("stats", "The conversations of a year, in pictures"),
        "health": Entry("health", "How the network is doing, formula by formula"),
        "gaps": Entry("gaps", "What is unused or thin, and what to do about it"),
        "graph": Entry("graph", "The network for programs that draw graphs"),
    },
    "Your data": {
        "import": Entry("import_", "Bring people in from a file"),
        "export": Entry("export", "Write everything, or the network, into a file"),
        "undo": Entry("undo", "Take back the last step, or a given one"),
        "redo": Entry("redo", "Do an undone step again"),
        "history": Entry("history", "What was done, step by step"),
        "backup": Entry("backup", "A copy of the store, now; --list shows them"),
        "restore": Entry("restore", "Bring a backup back"),
        "doctor": Entry("doctor", "Check that everything is sound, and mend it"),
        "forget": Entry("forget", "Delete a person and every trace of them, for good"),
        "away": Entry("away", "Days that do not count: holidays, illness"),
        "fresh-start": Entry("fresh_start", "Start again without arrears"),
        "pace": Entry("pace", "How many conversations your circles ask for"),
        "config": Entry("config", "Your settings: show, get, set"),
        "demo": Entry("demo", "Any command on a sample network"),
    },
}
COMMANDS: dict[str, Entry] = {name: entry for panel in PANELS.values() for name, entry in panel.items()}
