"""Buying groups: roles, templates, stages, interests, the groups themselves, and the models of their scores."""

from engine.accounts.declaring import declare, field, link

DRAFT_OR_LIVE = ("draft", "live")
SOURCES = ("manual", "journey", "job")
DESTINATIONS = ("none", "success", "failure")

BG_ROLE = declare(
    "bg_role", "Roles", "A part that somebody plays in a purchase.", "role_id",
    field("role_id", "Role ID"), field("name", "Name"), field("kind", "Kind", values=("default", "custom")),
    field("description", "Description"), field("created_by", "Created by"), field("updated_by", "Updated by"),
)  # fmt: skip
PERSONA = declare(
    "persona", "Personas", "A kind of person, told from attributes.", "persona_id",
    field("persona_id", "Persona ID"), field("name", "Name"), field("description", "Description"),
    field("priority", "Priority", "integer", about="The first persona that fits is taken."),
    field("criteria", "Criteria", about='JSON: {"attribute": ["value", ...]}; one of the values of each.'),
)  # fmt: skip
ROLE_TEMPLATE = declare(
    "role_template", "Roles templates", "Which roles a buying group has.", "template_id",
    field("template_id", "Template ID"), field("name", "Name"), field("description", "Description"),
    field("status", "Status", values=DRAFT_OR_LIVE), field("published_at", "Published", "instant"),
    field("published_by", "Published by"), authored=True,
)  # fmt: skip
ROLE_TEMPLATE_ROLE = declare(
    "role_template_role", "Roles of templates", "A role card of a template.", "template_id role_id",
    field("template_id", "Template ID"), field("role_id", "Role ID"),
    field("priority", "Priority", "integer", about="The first card that fits a person is taken."),
    field("weight", "Weighting", "integer", about="20 trivial, 40 minor, 60 normal, 80 important, 100 vital."),
    field("auto_assign", "Assigned automatically", "boolean"),
    field("required_for_completeness", "Required for completeness", "boolean"),
    field("members_required", "Members required", "integer"),
    field("condition", "Condition", about="JSON: which people fit."),
)  # fmt: skip
STAGE_MODEL = declare(
    "stage_model", "Stage models", "The way of a buying group towards a purchase.", "model_id",
    field("model_id", "Model ID"), field("name", "Name"), field("description", "Description"),
    field("status", "Status", values=DRAFT_OR_LIVE),
)  # fmt: skip
STAGE = declare(
    "stage", "Stages", "A step of a stage model.", "stage_id",
    field("stage_id", "Stage ID"), field("model_id", "Model ID"), field("name", "Name"),
    field("description", "Description"), field("ord", "Order", "integer"), field("is_entry", "Entry stage", "boolean"),
    field("destination", "Destination", values=DESTINATIONS),
)  # fmt: skip
STAGE_TRANSITION = declare(
    "stage_transition", "Allowed transitions", "From which stage to which a group may go.",
    "model_id from_stage to_stage",
    field("model_id", "Model ID"), field("from_stage", "From"), field("to_stage", "To"), log=True,
)  # fmt: skip
SOLUTION_INTEREST = declare(
    "solution_interest", "Solution interests", "What is being sold.", "si_id",
    field("si_id", "Interest ID"), field("name", "Name"), field("description", "Description"),
    field("template_id", "Template ID"), field("model_id", "Stage model ID"),
    field("update_existing", "Update existing groups", "boolean"), authored=True,
)  # fmt: skip
BG_JOB = declare(
    "bg_job", "Creation jobs", "Makes a group of an interest for each account of an audience.", "job_id",
    field("job_id", "Job ID"), field("si_id", "Interest ID"), field("audience_id", "Audience ID"),
    field("created_by", "Created by"), field("last_run_at", "Last run", "instant"),
)  # fmt: skip
BUYING_GROUP = declare(
    "buying_group", "Buying groups", "The people of one account who decide about one interest.", "bg_id",
    field("bg_id", "Group ID"), field("si_id", "Interest ID"), field("account_id", "Account ID"),
    field("name", "Name"), field("stage_id", "Stage ID"), field("status", "Status", longest=50),
    field("completeness", "Completeness", "double", about="In percent; empty when no role is required."),
    field("engagement", "Engagement", "double", about="0 to 100."),
)  # fmt: skip
BG_MEMBER = declare(
    "bg_member", "Members of buying groups", "Who is, or was, in a group, and as what.", "bg_id person_id",
    field("bg_id", "Group ID"), field("person_id", "Person ID"), field("role_id", "Role ID"),
    field("source", "Source", values=SOURCES), field("is_removed", "Is removed", "boolean"),
    field("removed_source", "Removed by", values=SOURCES), field("assigned_at", "Assigned", "instant"),
    field("removed_at", "Removed", "instant"),
)  # fmt: skip
BG_HISTORY = declare(
    "bg_history", "History of buying groups", "What changed in a group.", "bg_id at_ts field entity_id",
    field("bg_id", "Group ID"), field("at_ts", "When", "instant"),
    field("field", "Field", values=("stage", "status", "completeness", "engagement", "member")),
    field("entity_id", "Person ID", about="The person, for a change of membership; otherwise the group again."),
    field("old_value", "Old value"), field("new_value", "New value"), field("source", "Source"),
    field("journey_id", "Journey ID"), field("node_id", "Node ID"), log=True,
)  # fmt: skip
SCORING_MODEL = declare(
    "scoring_model", "Scoring models", "How activities weigh; one model is active.", "model_id",
    field("model_id", "Model ID"), field("name", "Name"),
    field("status", "Status", values=("active", "draft", "archived")),
)  # fmt: skip
SCORING_BAND = declare(
    "scoring_band", "Bands of weights", "A name for a weight.", "model_id name",
    field("model_id", "Model ID"), field("name", "Name"), field("value", "Weight", "integer"),
)  # fmt: skip
SCORING_ACTIVITY = declare(
    "scoring_activity", "Weights of activities", "What one activity of a type is worth; 0 is ignored.",
    "model_id activity_type",
    field("model_id", "Model ID"), field("activity_type", "Activity type"), field("weight", "Weight", "integer"),
    field("daily_cap", "Most per day", "integer"),
)  # fmt: skip

DECLARED = (
    BG_ROLE, PERSONA, ROLE_TEMPLATE, ROLE_TEMPLATE_ROLE, STAGE_MODEL, STAGE, STAGE_TRANSITION, SOLUTION_INTEREST,
    BG_JOB, BUYING_GROUP, BG_MEMBER, BG_HISTORY, SCORING_MODEL, SCORING_BAND, SCORING_ACTIVITY,
)  # fmt: skip
LINKS = (
    link("role_template_role", "template", "role_template", "template_id", "roles"),
    link("role_template_role", "role", "bg_role", "role_id", "templates"),
    link("stage", "model", "stage_model", "model_id", "stages"),
    link("stage_transition", "model", "stage_model", "model_id", "transitions"),
    link("solution_interest", "template", "role_template", "template_id", "interests"),
    link("solution_interest", "model", "stage_model", "model_id", "interests"),
    link("bg_job", "interest", "solution_interest", "si_id", "jobs"),
    link("bg_job", "audience", "account_audience", "audience_id", "jobs"),
    link("buying_group", "interest", "solution_interest", "si_id", "groups"),
    link("buying_group", "account", "account", "account_id", "buying_groups"),
    link("buying_group", "stage", "stage", "stage_id", "groups"),
    link("bg_member", "group", "buying_group", "bg_id", "members"),
    link("bg_member", "person", "person", "person_id", "memberships"),
    link("bg_member", "role", "bg_role", "role_id", "members"),
    link("bg_history", "group", "buying_group", "bg_id", "history"),
    link("scoring_band", "model", "scoring_model", "model_id", "bands"),
    link("scoring_activity", "model", "scoring_model", "model_id", "activities"),
)
