"""What journeys leave behind, and what holds for all of them. The journeys themselves are documents."""

from engine.accounts.declaring import declare, field, link

RULE_STATUSES = ("draft", "active", "inactive")
FREQUENCIES = ("hourly", "daily", "weekly", "monthly")

JOURNEY_MEMBER = declare(
    "journey_member", "Members of journeys", "One pass of an account or person through a journey.",
    "journey_id account_id person_id entry_no",
    field("journey_id", "Journey ID"), field("account_id", "Account ID", about="Empty text in a person journey."),
    field("person_id", "Person ID", about="Empty text in an account journey."),
    field("entry_no", "Entry", "integer"), field("entered_at", "Entered", "instant"),
    field("exited_at", "Left", "instant"), field("exit_reason", "Why it left"),
    field("current_node_id", "Node ID"), log=True,
)  # fmt: skip
JOURNEY_OUTCOME = declare(
    "journey_outcome", "Outcomes of journeys", "What became of an action for an account or a person.",
    "journey_id node_id account_id person_id entry_no",
    field("journey_id", "Journey ID"), field("node_id", "Node ID"), field("account_id", "Account ID"),
    field("person_id", "Person ID", about="Empty text where the action is about the account."),
    field("entry_no", "Entry", "integer"), field("at_ts", "When", "instant"), field("outcome", "Outcome"),
    field("old_value", "Value before"), field("new_value", "Value after"), log=True,
)  # fmt: skip
COMM_RULE = declare(
    "comm_rule", "Communication limits", "At most so many messages to one person in a period.", "rule_id",
    field("rule_id", "Rule ID"), field("name", "Name"), field("category", "Category", values=("marketing",)),
    field("capping_count", "Capping count", "integer"),
    field("frequency", "Reset capping frequency", values=FREQUENCIES), field("every", "Every", "integer"),
    field("channel", "Channel", values=("email",)), field("status", "Status", values=RULE_STATUSES),
)  # fmt: skip
EXTERNAL_ACTION = declare(
    "external_action", "External actions", "A service of your own that a journey calls.", "action_id",
    field("action_id", "Action ID"), field("name", "Name"), field("description", "Description"),
    field("spec", "Specification", about="JSON."), field("status", "Status", values=("draft", "active")),
    field("split", "Chooses a path", "boolean"), field("context", "Context"),
    field("timeout_min", "Timeout in minutes", "integer"), field("mapping", "Mapping", about="JSON."),
    field("stub", "Local answer", about="JSON: what it answers in a rehearsal."),
)  # fmt: skip

DECLARED = (JOURNEY_MEMBER, JOURNEY_OUTCOME, COMM_RULE, EXTERNAL_ACTION)
LINKS = (
    link("journey_member", "account", "account", "account_id", "journeys"),
    link("journey_member", "person", "person", "person_id", "journeys"),
    link("journey_outcome", "account", "account", "account_id", "journey_outcomes"),
    link("journey_outcome", "person", "person", "person_id", "journey_outcomes"),
)
