"""The columns of every list as CSV, by command: what the header says where there is no row to ask.

A test holds each against what the command writes where there are rows.
"""

CONVERSATION = (
    "id ref uid occurred_on time participants channel direction depth summary note topics goals event "
    "community project event_ref community_ref project_ref planned fulfilled_by private mentions created_on "
    "created_at updated_at debrief"
)
COLUMNS: dict[str, str] = {
    "backup": "path made_at why size_bytes encrypted",
    "community.list": "ref id uid name kind url joined_on renews_on members last_on note created_at updated_at",
    "contact.duplicates": (
        "id name slug other_id other_name other_slug points evidence against command distinct_command"
    ),
    "contact.list": (
        "ref id uid name slug nicknames aims roles field organisation title location topics how_met met_on "
        "introduced_by circle every_days status snooze_until clock_from first_due birthday share note extra "
        "imported_from created_on created_at updated_at last_on first_on address_book cadence_from due_on"
    ),
    "event.list": (
        "ref id uid name starts_on ends_on place url note here_since attendees created_at updated_at met flagged"
    ),
    "exchange.list": "ref id uid contact slug interaction direction kind text on created_at updated_at",
    "feedback.list": (
        "ref id uid contact slug direction frame situation behaviour impact text goal project interaction on "
        "action act_by loop shareable closed_on created_at updated_at state days next"
    ),
    "find": "kind ref slug id uid on name excerpt archived",
    "followups": "row name slug score drifted kind ref why last_on last opening",
    "gaps": "technique text evidence command",
    "give": "kind people ref topic what why command",
    "goal.list": (
        "ref id uid title why criteria area status every_days target_on reviewed_on snooze_until next_step "
        "obstacle closed_on contacts topics progress created_at updated_at state days"
    ),
    "health": "name group title value unit n least formula before detail",
    "history": "step at day kind command words reverses changes undone target",
    "insight.list": (
        "ref id uid text contact slug interaction resource goal kind stance value on applied_on topics created_at "
        "updated_at"
    ),
    "interaction.list": CONVERSATION,
    "plan": CONVERSATION,
    "project.list": (
        "ref id uid title status members goal purpose done_when roles due_on cadence channel decisions credit "
        "exit retrospective closed_on created_at updated_at missing"
    ),
    "promise.list": (
        "ref id uid contact slug interaction owed_by text made_on due_on was_due_on renegotiated_on status "
        "closed_on created_at updated_at"
    ),
    "reconnect": "id uid name slug value kind points text days worth last opening",
    "resource.list": "ref id uid title url kind note topics shares added_on created_at updated_at",
    "triage": "id uid name slug title organisation topics met_on last_on address_book value reasons command",
    "who": "id uid name slug circle status last_on address_book roles points why reasons",
}
