"""How each kind of moment of the sample network is written, on its day, through the writers that every command uses."""

from datetime import date, timedelta

from lnet.domain.names import key as key_of
from lnet.services.demo.moments import Data, Moment
from lnet.store.journal import Step
from lnet.store.write import attendance, contact, exchange, feedback, goal, insight, interaction, promise
from lnet.store.write.rows import insert, link, update
from lnet.store.write.topic import add_topics

COLUMNS = {
    "person": (
        "circle", "every_days", "organisation", "title", "field", "location", "how_met", "birthday", "status", "share",
        "note",
    ),
    "goal": ("why", "criteria", "area", "every_days", "next_step", "obstacle"),
    "project": ("purpose", "done_when", "roles", "cadence", "channel", "decisions", "credit", "exit"),
}  # fmt: skip


class Writing:
    """Writes moments, and remembers which key of the sample became which row."""

    def __init__(self, data: Data, today: date) -> None:
        self.data = data
        self.today = today
        self.ids: dict[tuple[str, str], int] = {}
        self.talks: dict[tuple[str, int], int] = {}  # who, days ago

    def write(self, step: Step, moment: Moment) -> None:
        """Write one moment as on its day."""
        write_kind = getattr(self, f"write_{moment.kind.replace(' ', '_')}")
        write_kind(step._replace(today=self.day(max(moment.ago, 0))), moment, moment.entry)

    def day(self, ago: int) -> date:
        return self.today - timedelta(days=ago)

    def day_of(self, entry: Data, name: str) -> date | None:
        return self.day(entry[name]) if name in entry else None

    def id(self, kind: str, entry: Data, name: str | None = None) -> int | None:
        """The row that `entry` names under `name` (default: its kind), if it names one."""
        wanted = entry.get(name or kind)
        return None if wanted is None else self.ids[kind, wanted]

    def who(self, entry: Data) -> int:
        return self.ids["person", entry["who"]]

    def talk_of(self, moment: Moment) -> int | None:
        """The conversation of that day with that person."""
        return self.talks.get((moment.entry.get("who", ""), moment.ago))

    # --- people -------------------------------------------------------------------------------------------------

    def write_person(self, step: Step, moment: Moment, entry: Data) -> None:
        values = {name: entry[name] for name in COLUMNS["person"] if name in entry}
        id = contact.add(
            step, entry["name"], **values, aims=entry.get("aims", []), met_on=step.today,
            introduced_by=self.id("person", entry, "introduced_by"), first_due=self.day_of(entry, "first_due"),
            snooze_until=self.day_of(entry, "snooze"),
        )  # fmt: skip
        self.ids["person", entry["key"]] = id
        contact.add_nicknames(step, id, entry.get("nicknames", ()))
        contact.add_roles(step, id, entry.get("roles", ()))
        add_topics(step, "contact", id, entry.get("topics", ()))
        if "email" in entry:
            contact.add_method(step, id, "email", entry["email"], primary=True)

    def write_card(self, step: Step, moment: Moment, entry: Data) -> None:
        name, organisation, title = entry["line"].split("; ")
        id = contact.add(step, name, organisation=organisation, title=title, imported_from="linkedin")
        contact.add_method(step, id, "url", f"https://www.linkedin.com/in/{key_of(name).replace(' ', '-')}")

    def write_acquaintance(self, step: Step, moment: Moment, entry: Data) -> None:
        first, other = sorted(self.ids["person", key] for key in entry["pair"])
        introduced = moment.kind == "introduced"
        link(step, "acquaintance", contact_id=first, other_id=other, introduced_by_me=introduced)

    write_introduced = write_acquaintance

    def write_agreement(self, step: Step, moment: Moment, entry: Data) -> None:
        insert(
            step, "mentor_agreement", contact_id=self.who(entry), purpose=entry["purpose"], every_days=entry["every"],
            functions=entry["functions"], starts_on=step.today, review_on=self.day(entry["review"]),
        )  # fmt: skip

    def write_away(self, step: Step, moment: Moment, entry: Data) -> None:
        insert(step, "away", from_on=self.day(entry["from"]), to_on=self.day(entry["to"]))

    # --- conversations ------------------------------------------------------------------------------------------

    def write_talk(self, step: Step, moment: Moment, entry: Data) -> None:
        people = [self.ids["person", key] for key in entry["people"]]
        id = interaction.add(
            step, occurred_on=step.today, participants=people, channel=entry["channel"], summary=entry["summary"],
            direction="outbound" if entry.get("outbound") else "mutual", topics=entry["topics"],
            event_id=self.id("event", entry), community_id=self.id("community", entry),
            project_id=self.id("project", entry), next_question=entry.get("next_question"),
        )  # fmt: skip
        for key in entry["people"]:
            self.talks[key, moment.ago] = id

    def write_plan(self, step: Step, moment: Moment, entry: Data) -> None:
        people = [self.ids["person", key] for key in entry["people"]]
        interaction.add(
            step, occurred_on=self.day(entry["on"]), participants=people, channel=entry["channel"],
            summary=entry["text"], time=entry.get("time"), planned=True,
        )  # fmt: skip

    def write_promise(self, step: Step, moment: Moment, entry: Data) -> None:
        due = self.day(entry["was"] if "was" in entry else entry["due"])
        id = promise.add(
            step, self.who(entry), entry["text"], owed_by=entry.get("by", "me"), due_on=due,
            interaction_id=self.talk_of(moment),
        )  # fmt: skip
        self.ids["promise", entry["text"]] = id

    def write_promise_end(self, step: Step, moment: Moment, entry: Data) -> None:
        id = self.ids["promise", entry["text"]]
        if "renegotiated" in entry:
            promise.renegotiate(step, id, self.day(entry["due"]))
        else:
            promise.close(step, id, "kept" if "kept" in entry else "released")

    def write_exchange(self, step: Step, moment: Moment, entry: Data) -> None:
        talk = self.talk_of(moment)
        exchange.add(step, self.who(entry), entry["way"], entry["text"], kind=entry["kind"], interaction_id=talk)

    # --- learning -----------------------------------------------------------------------------------------------

    def write_goal(self, step: Step, moment: Moment, entry: Data) -> None:
        values = {name: entry[name] for name in COLUMNS["goal"] if name in entry}
        id = goal.add(step, entry["title"], **values, target_on=self.day_of(entry, "target"))
        self.ids["goal", entry["key"]] = id
        add_topics(step, "goal", id, entry["topics"])

    def write_goal_end(self, step: Step, moment: Moment, entry: Data) -> None:
        goal.set_status(step, self.ids["goal", entry["key"]], entry["status"])

    def write_progress(self, step: Step, moment: Moment, entry: Data) -> None:
        goal.progress(step, self.ids["goal", entry["goal"]], entry["text"])

    def write_feedback(self, step: Step, moment: Moment, entry: Data) -> None:
        columns = ("frame", "situation", "behaviour", "impact", "action", "shareable")
        id = feedback.add(
            step, self.who(entry), entry["direction"], entry.get("text"), interaction_id=self.talk_of(moment),
            goal_id=self.id("goal", entry), act_by=self.day_of(entry, "act_by"),
            **{name: entry[name] for name in columns if name in entry},
        )  # fmt: skip
        self.ids["feedback", entry["text"]] = id

    def write_feedback_end(self, step: Step, moment: Moment, entry: Data) -> None:
        feedback.set_loop(step, self.ids["feedback", entry["text"]], entry["loop"])

    def write_insight(self, step: Step, moment: Moment, entry: Data) -> None:
        id = insight.add(
            step, entry["text"], contact_id=self.who(entry) if "who" in entry else None, kind=entry["kind"],
            interaction_id=self.talk_of(moment), goal_id=self.id("goal", entry), resource_id=self.id("resource", entry),
            stance=entry.get("stance"), topics=entry["topics"],
        )  # fmt: skip
        self.ids["insight", entry["text"]] = id

    def write_insight_end(self, step: Step, moment: Moment, entry: Data) -> None:
        insight.apply(step, self.ids["insight", entry["text"]], entry["value"], step.today)

    def write_resource(self, step: Step, moment: Moment, entry: Data) -> None:
        values = {name: entry.get(name) for name in ("url", "kind")}
        id = insert(step, "resource", title=entry["title"], key=key_of(entry["title"]), **values)
        self.ids["resource", entry["key"]] = id
        add_topics(step, "resource", id, entry["topics"])

    def write_share(self, step: Step, moment: Moment, entry: Data) -> None:
        insert(
            step, "share", resource_id=self.id("resource", entry), contact_id=self.who(entry),
            direction=entry["direction"], occurred_on=step.today,
        )  # fmt: skip

    # --- places and shared work ---------------------------------------------------------------------------------

    def write_event(self, step: Step, moment: Moment, entry: Data) -> None:
        self.ids["event", entry["key"]] = insert(
            step, "event", name=entry["name"], key=key_of(entry["name"]), starts_on=self.day(entry["starts"]),
            ends_on=self.day(entry["ends"]), place=entry.get("place"), note=entry.get("note"),
        )  # fmt: skip

    def write_community(self, step: Step, moment: Moment, entry: Data) -> None:
        self.ids["community", entry["key"]] = insert(
            step, "community", name=entry["name"], key=key_of(entry["name"]), kind=entry["kind"],
            joined_on=self.day(entry["joined"]), renews_on=self.day_of(entry, "renews"), note=entry.get("note"),
        )  # fmt: skip

    def write_project(self, step: Step, moment: Moment, entry: Data) -> None:
        values = {name: entry[name] for name in COLUMNS["project"] if name in entry}
        self.ids["project", entry["key"]] = insert(
            step, "project", title=entry["title"], key=key_of(entry["title"]), goal_id=self.id("goal", entry),
            due_on=self.day_of(entry, "due"), **values,
        )  # fmt: skip

    def write_project_end(self, step: Step, moment: Moment, entry: Data) -> None:
        id = self.ids["project", entry["key"]]
        update(step, "project", id, status="closed", closed_on=step.today, retrospective=entry["retrospective"])

    def write_member(self, step: Step, moment: Moment, entry: Data) -> None:
        """Link somebody to a goal, an event, a community or a project, each with what is said of the link."""
        noun, about = entry["noun"], entry["about"]
        if noun == "event":
            follow_up, note = about
            attendance.meet(step, self.ids[noun, entry["key"]], self.who(entry), follow_up=follow_up, note=note or None)
            return
        table, values = {
            "goal": ("goal_contact", {"helps_with": about or None}),
            "community": ("membership", {}),
            "project": ("project_member", {"role": about}),
        }[noun]
        link(step, table, **{f"{noun}_id": self.ids[noun, entry["key"]], "contact_id": self.who(entry)}, **values)
