"""The objects of a Marketo instance, kept as local tables: who has a record where, and what acts on it."""

from engine.accounts.declaring import declare, field, link

UPDATE_POLICIES = ("all", "oldest", "newest")

CONNECTION = declare(
    "mkto_connection", "Marketo connections", "An instance, and which records of a person are acted on.",
    "connection_id",
    field("connection_id", "Connection ID"), field("name", "Name"), field("description", "Description"),
    field("update_policy", "Records updated", values=UPDATE_POLICIES),
)  # fmt: skip
WORKSPACE = declare(
    "mkto_workspace", "Marketo workspaces", "Holds assets, and sees some partitions of people.", "workspace_id",
    field("workspace_id", "Workspace ID"), field("connection_id", "Connection ID"), field("name", "Name"),
)  # fmt: skip
PARTITION = declare(
    "mkto_partition", "Person partitions", "A part of all people; each person is in one.", "partition_id",
    field("partition_id", "Partition ID"), field("name", "Name"),
)  # fmt: skip
WORKSPACE_PARTITION = declare(
    "mkto_workspace_partition", "Partitions that workspaces see", "", "workspace_id partition_id",
    field("workspace_id", "Workspace ID"), field("partition_id", "Partition ID"), log=True,
)  # fmt: skip
RECORD = declare(
    "mkto_record", "Marketo records", "A person's record in an instance; there may be several.", "record_id",
    field("record_id", "Record ID"), field("connection_id", "Connection ID"), field("person_id", "Person ID"),
    field("email", "E-mail address"),
)  # fmt: skip
LIST = declare(
    "mkto_list", "Marketo static lists", "", "list_id",
    field("list_id", "List ID"), field("workspace_id", "Workspace ID"), field("name", "Name"),
)  # fmt: skip
LIST_MEMBER = declare(
    "mkto_list_member", "Members of Marketo lists", "", "list_id record_id added_at",
    field("list_id", "List ID"), field("record_id", "Record ID"), field("added_at", "Added", "instant"),
    field("removed_at", "Removed", "instant"), log=True,
)  # fmt: skip
CAMPAIGN = declare(
    "mkto_campaign", "Marketo campaigns", "A campaign, which may accept requests.", "campaign_id",
    field("campaign_id", "Campaign ID"), field("workspace_id", "Workspace ID"), field("name", "Name"),
    field("is_requestable", "Accepts requests", "boolean"),
)  # fmt: skip
CAMPAIGN_REQUEST = declare(
    "mkto_campaign_request", "Campaign requests", "", "campaign_id record_id requested_at",
    field("campaign_id", "Campaign ID"), field("record_id", "Record ID"), field("requested_at", "Requested", "instant"),
    field("journey_id", "Journey ID"), field("node_id", "Node ID"), log=True,
)  # fmt: skip
EMAIL = declare(
    "mkto_email", "Marketo emails", "", "email_id",
    field("email_id", "E-mail ID"), field("workspace_id", "Workspace ID"), field("name", "Name"),
    field("status", "Status", values=("draft", "approved")), field("subject", "Subject"), field("html", "HTML"),
)  # fmt: skip

DECLARED = (
    CONNECTION, WORKSPACE, PARTITION, WORKSPACE_PARTITION, RECORD, LIST, LIST_MEMBER, CAMPAIGN, CAMPAIGN_REQUEST, EMAIL,
)  # fmt: skip
LINKS = (
    link("mkto_workspace", "connection", "mkto_connection", "connection_id", "workspaces"),
    link("mkto_workspace_partition", "workspace", "mkto_workspace", "workspace_id", "partitions"),
    link("mkto_workspace_partition", "partition", "mkto_partition", "partition_id", "workspaces"),
    link("mkto_record", "connection", "mkto_connection", "connection_id", "records"),
    link("mkto_record", "person", "person", "person_id", "marketo_records"),
    link("mkto_list", "workspace", "mkto_workspace", "workspace_id", "lists"),
    link("mkto_list_member", "list", "mkto_list", "list_id", "members"),
    link("mkto_list_member", "record", "mkto_record", "record_id", "lists"),
    link("mkto_campaign", "workspace", "mkto_workspace", "workspace_id", "campaigns"),
    link("mkto_campaign_request", "campaign", "mkto_campaign", "campaign_id", "requests"),
    link("mkto_campaign_request", "record", "mkto_record", "record_id", "requests"),
    link("mkto_email", "workspace", "mkto_workspace", "workspace_id", "emails"),
)
