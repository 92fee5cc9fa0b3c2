"""Audiences and lists of accounts and people, external audiences, destinations, programs, intent."""

from engine.accounts.declaring import declare, field, link

STATIC_OR_DYNAMIC = ("static", "dynamic")
DRAFT_OR_LIVE = ("draft", "live")
ORIGINS = ("app", "platform")
DESTINATION_KINDS = (
    "linkedin-companies", "linkedin-people", "google-customer-match", "facebook-custom-audience", "adobe-target",
)  # fmt: skip
NO_STATUS = "Not in program"
"""The status that takes a person out of a program."""

ACCOUNT_AUDIENCE = declare(
    "account_audience", "Account audiences", "Which accounts may enter a journey.", "audience_id",
    field("audience_id", "Audience ID"), field("name", "Name"), field("description", "Description"),
    field("definition", "Definition", about="JSON: a rule about accounts; empty means all."),
)  # fmt: skip
ACCOUNT_LIST = declare(
    "account_list", "Account lists", "Accounts with a name: chosen (static), or those that fit (dynamic).", "list_id",
    field("list_id", "List ID"), field("name", "Name"), field("description", "Description"),
    field("kind", "Type", values=STATIC_OR_DYNAMIC), field("status", "Status", values=DRAFT_OR_LIVE),
    field("definition", "Definition", about="JSON: the rule of a dynamic list."), authored=True,
)  # fmt: skip
ACCOUNT_LIST_MEMBER = declare(
    "account_list_member", "Members of account lists", "Which account was in which list from when until when.",
    "list_id account_id added_at",
    field("list_id", "List ID"), field("account_id", "Account ID"), field("added_at", "Added", "instant"),
    field("added_by", "Added by"), field("removed_at", "Removed", "instant"), log=True,
)  # fmt: skip
PEOPLE_LIST = declare(
    "people_list", "People lists", "People with a name: chosen (static), or those that fit (dynamic).", "list_id",
    field("list_id", "List ID"), field("program_id", "Parent program ID"), field("name", "Name"),
    field("description", "Description"), field("kind", "Type", values=STATIC_OR_DYNAMIC),
    field("status", "Status", values=DRAFT_OR_LIVE),
    field("definition", "Definition", about="JSON: the rule of a dynamic list."),
    field("destinations", "Destinations", "list", about="Where the list is active."), authored=True,
)  # fmt: skip
PEOPLE_LIST_MEMBER = declare(
    "people_list_member", "Members of people lists", "Which person was in which list from when until when.",
    "list_id person_id added_at",
    field("list_id", "List ID"), field("person_id", "Person ID"), field("added_at", "Added", "instant"),
    field("added_by", "Added by"), field("removed_at", "Removed", "instant"), log=True,
)  # fmt: skip
EXT_AUDIENCE = declare(
    "ext_audience", "External audiences", "People whose addresses are handed to an advertising service.",
    "audience_id",
    field("audience_id", "Audience ID"), field("name", "Name"), field("description", "Description"),
    field("origin", "Origin", values=ORIGINS),
    field("dummy_active", "Holds the placeholder", "boolean", about="Until the first person comes in."),
)  # fmt: skip
EXT_AUDIENCE_MEMBER = declare(
    "ext_audience_member", "Members of external audiences", "Which address is in which audience since when.",
    "audience_id email",
    field("audience_id", "Audience ID"), field("email", "E-mail address"), field("person_id", "Person ID"),
    field("added_at", "Added", "instant"), field("visible_at", "Visible", "instant"),
    field("journey_id", "Journey ID"), field("node_id", "Node ID"), log=True,
)  # fmt: skip
DESTINATION = declare(
    "destination", "Destinations", "A service that takes audiences; here a file.", "destination_id",
    field("destination_id", "Destination ID"), field("name", "Name"), field("kind", "Kind", values=DESTINATION_KINDS),
    field("settings", "Settings", about="JSON, such as the number of the account there."),
)  # fmt: skip
DESTINATION_MEMBER = declare(
    "destination_member", "Active in destinations", "Who is active in which audience of a destination.",
    "destination_id audience_name entity_kind entity_id active_from",
    field("destination_id", "Destination ID"), field("audience_name", "Audience"),
    field("entity_kind", "Kind", values=("account", "person")), field("entity_id", "Account or person ID"),
    field("active_from", "Active from", "instant"), field("active_to", "Active until", "instant"), log=True,
)  # fmt: skip
DATAFLOW = declare(
    "dataflow", "Dataflows", "An activation of buying groups to a destination; its filters never change.",
    "dataflow_id",
    field("dataflow_id", "Dataflow ID"), field("name", "Name"), field("description", "Description"),
    field("campaign_account_id", "Campaign account ID"), field("destination_id", "Destination ID"),
    field("filters", "Filters", about="JSON: which buying groups."),
)  # fmt: skip
PROGRAM_TYPE = declare(
    "program_type", "Program types", "What programs of a kind have in common.", "type_id",
    field("type_id", "Type ID"), field("name", "Name"), field("description", "Description"),
    field("attributes", "Attributes", about="JSON: API name to display name."),
)  # fmt: skip
PROGRAM_STATUS = declare(
    "program_status", "Program statuses", "A status of members, at a step.", "type_id name",
    field("type_id", "Type ID"), field("name", "Name"), field("step", "Step", "integer"),
    field("is_success", "Is success", "boolean"),
)  # fmt: skip
PROGRAM = declare(
    "program", "Programs", "A marketing initiative with members.", "program_id",
    field("program_id", "Program ID"), field("parent_id", "Parent program ID"), field("type_id", "Type ID"),
    field("name", "Name"), field("description", "Description"),
    field("attributes", "Attributes", about="JSON: API name to value."),
)  # fmt: skip
PROGRAM_MEMBER = declare(
    "program_member", "Members of programs", "Which status a person has in a program.", "program_id person_id",
    field("program_id", "Program ID"), field("person_id", "Person ID"), field("status", "Status"),
    field("changed_at", "Changed", "instant"), log=True,
)  # fmt: skip
PROGRAM_TOKEN = declare(
    "program_token", "Tokens of programs", "A text or number for messages; inherited down the tree of programs.",
    "program_id name",
    field("program_id", "Program ID"), field("name", "Name"), field("type", "Type", values=("text", "number")),
    field("value", "Value"),
)  # fmt: skip
INTENT_KEYWORD = declare(
    "intent_keyword", "Intent keywords", "A word that tells of interest in a product.", "category product keyword",
    field("category", "Category"), field("product", "Product"), field("keyword", "Keyword"),
    field("status", "Status", values=("waiting", "approved")),
)  # fmt: skip
INTENT_SCORE = declare(
    "intent_score", "Intent scores", "How strong an interest is, 0 to 1.", "level entity_id kind key at_ts",
    field("level", "Level", values=("person", "account", "bg")), field("entity_id", "Person, account or group ID"),
    field("kind", "Kind", values=("keyword", "product", "category")), field("key", "Keyword, product or category"),
    field("score", "Score", "double"), field("at_ts", "When", "instant"), log=True,
)  # fmt: skip

DECLARED = (
    ACCOUNT_AUDIENCE, ACCOUNT_LIST, ACCOUNT_LIST_MEMBER, PEOPLE_LIST, PEOPLE_LIST_MEMBER, EXT_AUDIENCE,
    EXT_AUDIENCE_MEMBER, DESTINATION, DESTINATION_MEMBER, DATAFLOW, PROGRAM_TYPE, PROGRAM_STATUS, PROGRAM,
    PROGRAM_MEMBER, PROGRAM_TOKEN, INTENT_KEYWORD, INTENT_SCORE,
)  # fmt: skip
LINKS = (
    link("account_list_member", "list", "account_list", "list_id", "members"),
    link("account_list_member", "account", "account", "account_id", "lists"),
    link("people_list_member", "list", "people_list", "list_id", "members"),
    link("people_list_member", "person", "person", "person_id", "lists"),
    link("people_list", "program", "program", "program_id", "people_lists"),
    link("ext_audience_member", "audience", "ext_audience", "audience_id", "members"),
    link("ext_audience_member", "person", "person", "person_id", "external_audiences"),
    link("destination_member", "destination", "destination", "destination_id", "members"),
    link("dataflow", "destination", "destination", "destination_id", "dataflows"),
    link("program", "type", "program_type", "type_id", "programs"),
    link("program", "parent", "program", "parent_id=program_id", "children"),
    link("program_status", "type", "program_type", "type_id", "statuses"),
    link("program_member", "program", "program", "program_id", "members"),
    link("program_member", "person", "person", "person_id", "programs"),
    link("program_token", "program", "program", "program_id", "tokens"),
)
