"""What people and accounts did, and which events and fields are offered. An activity never changes."""

from engine.accounts.declaring import declare, field, link

ACTIVITY = declare(
    "activity", "Activities", "One thing that a person or an account did, or that happened to them.", "activity_id",
    field("activity_id", "Activity ID", xdm="_id"),
    field("type", "Type", xdm="eventType"),
    field("ts", "When", "instant", xdm="timestamp"),
    field("person_id", "Person ID", xdm="personKey.sourceKey"),
    field("account_id", "Account ID", xdm="accountKey.sourceKey"),
    field("source", "Source"),
    field("journey_id", "Journey ID", xdm="_experience.journeyOrchestration.stepEvents.journeyID"),
    field("node_id", "Node ID", xdm="_experience.journeyOrchestration.stepEvents.nodeID"),
    field("asset_type", "Asset type"), field("asset_id", "Asset ID"), field("asset_name", "Asset"),
    field("link_url", "Link"),
    field("attribute", "Attribute"), field("old_value", "Previous value"), field("new_value", "New value"),
    field("reason", "Reason"),
    field("page_url", "Web page"), field("page_name", "Page name"), field("query_string", "Querystring"),
    field("referrer", "Referrer"), field("user_agent", "User agent"), field("device", "Device"),
    field("platform", "Platform"), field("browser", "Browser"),
    field("is_mobile", "Is mobile device", "boolean"), field("is_bot", "Is bot activity", "boolean"),
    field("bot_pattern", "Bot activity pattern"), field("client_ip", "Client IP address"),
    field("payload", "More fields", about="JSON: field to value."),
    field("is_synthetic", "Is synthetic", "boolean", about="Invented by a rehearsal; empty means no."),
    log=True,
)  # fmt: skip
EVENT_CATALOG = declare(
    "event_catalog", "Events", "A type of event that journeys can listen for.", "type",
    field("type", "Type"), field("label", "Label"), field("folder", "Folder"), field("selected", "Offered", "boolean"),
)  # fmt: skip
EVENT_FIELD = declare(
    "event_field", "Fields of events", "A field of a type of event.", "type path",
    field("type", "Type"), field("path", "Path"), field("label", "Label"),
    field("data_type", "Data type", values=("string", "integer", "double", "boolean")),
    field("selected", "Offered", "boolean"),
)  # fmt: skip
FIELD_CATALOG = declare(
    "field_catalog", "Fields", "A column of a class: where it comes from, and what may be done with it.",
    "entity column",
    field("entity", "Class"), field("column", "Column"), field("xdm_path", "Path in XDM"), field("label", "Label"),
    field("data_type", "Data type", values=("string", "integer", "double", "boolean")),
    field("is_custom", "Is custom", "boolean"), field("is_managed", "Is managed", "boolean"),
    field("is_updatable", "Is updatable", "boolean"), field("locked_by_journeys", "Journeys that use it", "integer"),
)  # fmt: skip
CUSTOM_OBJECT = declare(
    "custom_object", "Custom objects", "A table of your own, each of its records belonging to an account or person.",
    "schema_id",
    field("schema_id", "Schema ID"), field("name", "Name"), field("table_name", "Table"),
    field("parent", "Belongs to", values=("account", "person")), field("pk", "Primary key"),
    field("fk", "Foreign key"), field("version_col", "Version column"), field("fields", "Fields", "list"),
)  # fmt: skip

DECLARED = (ACTIVITY, EVENT_CATALOG, EVENT_FIELD, FIELD_CATALOG, CUSTOM_OBJECT)
LINKS = (
    link("activity", "person", "person", "person_id", "activities"),
    link("activity", "account", "account", "account_id", "activities"),
    link("event_field", "event", "event_catalog", "type", "fields"),
)
