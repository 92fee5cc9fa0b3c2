"""How many members the objects of a workspace have, and the accounts, people and addresses that are in them."""

from collections.abc import Sequence

from sqlglot import exp

from engine.account_data.browsing import ACCOUNT_COLUMNS, PERSON_COLUMNS, Browsed, person_name
from engine.account_data.scoring import tables_of
from engine.accounts.intent import level_of
from engine.relations import Column
from engine.trees import col, query, text
from engine.types import STRING, DataType, Kind
from engine.workspace import Workspace

_MOMENT = DataType(Kind.DATETIME)
LIST_COLUMNS = (
    *ACCOUNT_COLUMNS[:4], Column("added_at", _MOMENT, "Added"), Column("added_by", STRING, "Added by"),
    Column("removed_at", _MOMENT, "Removed"), ACCOUNT_COLUMNS[-1],
)  # fmt: skip
PEOPLE_LIST_COLUMNS = (
    *PERSON_COLUMNS[:2], Column("email", STRING, "E-mail address"), Column("country", STRING, "Country"),
    Column("added_at", _MOMENT, "Added"), Column("added_by", STRING, "Added by"),
    Column("removed_at", _MOMENT, "Removed"), PERSON_COLUMNS[-1],
)  # fmt: skip
PROGRAM_COLUMNS = (
    *PERSON_COLUMNS[:2], Column("email", STRING, "E-mail address"), Column("status", STRING, "Status"),
    Column("changed_at", _MOMENT, "Updated"), PERSON_COLUMNS[-1],
)  # fmt: skip
MARKETO_COLUMNS = (
    PERSON_COLUMNS[0], Column("email", STRING, "E-mail address"), Column("added_at", _MOMENT, "Added"),
    Column("removed_at", _MOMENT, "Removed"), Column("record_id", STRING, "Record ID"),
)  # fmt: skip
REQUEST_COLUMNS = (
    PERSON_COLUMNS[0], Column("email", STRING, "E-mail address"), Column("requested_at", _MOMENT, "Requested"),
    Column("journey_id", STRING, "Journey ID"), Column("record_id", STRING, "Record ID"),
)  # fmt: skip
INTENT_COLUMNS = (
    Column("name", STRING, "Name"), Column("level", STRING, "Level"), Column("key", STRING, "Product or category"),
    Column("score", DataType(Kind.DOUBLE), "Score"), Column("strength", STRING, "Intent"),
    Column("at_ts", _MOMENT, "When"), Column("entity_id", STRING, "Person, account or group ID"),
)  # fmt: skip
AUDIENCE_COLUMNS = (
    Column("email", STRING, "E-mail address"), Column("name", STRING, "Name"), Column("added_at", _MOMENT, "Added"),
    Column("visible_at", _MOMENT, "Visible there"), Column("journey_id", STRING, "Journey ID"),
)  # fmt: skip
DESTINATION_COLUMNS = (
    Column("audience_name", STRING, "Audience"), Column("entity_kind", STRING, "Kind"),
    Column("entity_id", STRING, "Account or person ID"), Column("name", STRING, "Name"),
    Column("active_from", _MOMENT, "Active from"), Column("active_to", _MOMENT, "Active until"),
)  # fmt: skip


def count_members(workspace: Workspace, table: str, owner: str, ended: str = "") -> dict[str, int]:
    """Owner to how many rows of a table it has; with `ended`, only of those whose column of that name is empty."""
    tables = tables_of(workspace)
    if table not in tables.stored:
        return {}
    found = query("SELECT $owner AS owner, COUNT(*) AS n FROM m AS m GROUP BY $owner", m=tables.rows(table),
                  owner=col("m", owner))  # fmt: skip
    if ended:
        found = found.where(col("m", ended).is_(exp.null()), copy=False)
    return {str(key): int(n) for key, n in workspace.database.reader.run(lambda cursor: cursor.fetch(found))}


def list_members(workspace: Workspace, account_list: str) -> Browsed:
    """Who is, or was, in a list. Shape: one row per account and stay, those inside first to be told by no end."""
    tables = tables_of(workspace)
    rows = query(
        "SELECT a.name, a.industry, a.country, a.region, m.added_at, m.added_by, m.removed_at, m.account_id"
        " FROM members AS m LEFT JOIN accounts AS a ON a.account_id = m.account_id WHERE m.list_id = $id",
        members=tables.rows("account_list_member"), accounts=tables.rows("account"), id=text(account_list),
    )  # fmt: skip
    return Browsed(rows, LIST_COLUMNS, ("account_id", "added_at"))


def people_list_members(workspace: Workspace, people_list: str) -> Browsed:
    """Who is, or was, in a list of people. Shape: one row per person and stay."""
    tables = tables_of(workspace)
    rows = query(
        "SELECT $name AS name, p.job_title, p.email, p.country, m.added_at, m.added_by, m.removed_at, m.person_id"
        " FROM members AS m LEFT JOIN people AS p ON p.person_id = m.person_id WHERE m.list_id = $id",
        members=tables.rows("people_list_member"), people=tables.rows("person"), id=text(people_list),
        name=person_name("p"),
    )  # fmt: skip
    return Browsed(rows, PEOPLE_LIST_COLUMNS, ("person_id", "added_at"))


def program_members(workspace: Workspace, program: str) -> Browsed:
    """Shape: one row per member of a program."""
    tables = tables_of(workspace)
    rows = query(
        "SELECT $name AS name, p.job_title, p.email, m.status, m.changed_at, m.person_id"
        " FROM members AS m LEFT JOIN people AS p ON p.person_id = m.person_id WHERE m.program_id = $id",
        members=tables.rows("program_member"), people=tables.rows("person"), id=text(program), name=person_name("p"),
    )  # fmt: skip
    return Browsed(rows, PROGRAM_COLUMNS, ("person_id",))


def marketo_members(workspace: Workspace, marketo_list: str) -> Browsed:
    """Shape: one row per record and stay in a static list of Marketo."""
    tables = tables_of(workspace)
    rows = query(
        "SELECT $name AS name, r.email, m.added_at, m.removed_at, m.record_id FROM members AS m"
        " LEFT JOIN records AS r ON r.record_id = m.record_id LEFT JOIN people AS p ON p.person_id = r.person_id"
        " WHERE m.list_id = $id",
        members=tables.rows("mkto_list_member"), records=tables.rows("mkto_record"), people=tables.rows("person"),
        id=text(marketo_list), name=person_name("p"),
    )  # fmt: skip
    return Browsed(rows, MARKETO_COLUMNS, ("record_id", "added_at"))


def campaign_requests(workspace: Workspace, campaign: str) -> Browsed:
    """Shape: one row per request of a Marketo campaign."""
    tables = tables_of(workspace)
    rows = query(
        "SELECT $name AS name, r.email, m.requested_at, m.journey_id, m.record_id FROM requests AS m"
        " LEFT JOIN records AS r ON r.record_id = m.record_id LEFT JOIN people AS p ON p.person_id = r.person_id"
        " WHERE m.campaign_id = $id",
        requests=tables.rows("mkto_campaign_request"), records=tables.rows("mkto_record"),
        people=tables.rows("person"), id=text(campaign), name=person_name("p"),
    )  # fmt: skip
    return Browsed(rows, REQUEST_COLUMNS, ("record_id", "requested_at"))


def partition_people(workspace: Workspace, partition: str) -> Browsed:
    """Shape: one row per person of a partition; who is in none is in the default one."""
    tables = tables_of(workspace)
    rows = query(
        "SELECT $name AS name, p.job_title, p.email, p.country, p.person_id FROM people AS p"
        " WHERE COALESCE(p.partition_id, 'default') = $id",
        people=tables.rows("person"), id=text(partition), name=person_name("p"),
    )  # fmt: skip
    return Browsed(rows, (*PEOPLE_LIST_COLUMNS[:4], PERSON_COLUMNS[-1]), ("person_id",))


def intent_scores(workspace: Workspace, keys: Sequence[str]) -> Browsed:
    """Who is interested in these products and categories. Shape: one row per person, account or group and key."""
    tables = tables_of(workspace)
    rows = query(
        """
        SELECT COALESCE(a.name, g.name, $name) AS name, s.level, s.key, s.score, $strength AS strength, s.at_ts,
            s.entity_id
        FROM (SELECT t.* FROM scores AS t WHERE $wanted
            QUALIFY ROW_NUMBER() OVER (PARTITION BY t.level, t.entity_id, t.key ORDER BY t.at_ts DESC) = 1) AS s
        LEFT JOIN people AS p ON s.level = 'person' AND p.person_id = s.entity_id
        LEFT JOIN accounts AS a ON s.level = 'account' AND a.account_id = s.entity_id
        LEFT JOIN groups AS g ON s.level = 'bg' AND g.bg_id = s.entity_id
        """,
        scores=tables.rows("intent_score"), people=tables.rows("person"), accounts=tables.rows("account"),
        groups=tables.rows("buying_group"), name=person_name("p"), strength=level_of(col("s", "score")),
        wanted=exp.In(this=col("t", "key"), expressions=[text(key) for key in keys]),
    )  # fmt: skip
    return Browsed(rows, INTENT_COLUMNS, ("level", "entity_id", "key"))


def audience_members(workspace: Workspace, audience: str) -> Browsed:
    """Shape: one row per address of an external audience."""
    tables = tables_of(workspace)
    rows = query(
        "SELECT m.email, TRIM(CONCAT(COALESCE(p.first_name, ''), ' ', COALESCE(p.last_name, ''))) AS name, m.added_at,"
        " m.visible_at, m.journey_id FROM members AS m LEFT JOIN people AS p ON p.person_id = m.person_id"
        " WHERE m.audience_id = $id",
        members=tables.rows("ext_audience_member"), people=tables.rows("person"), id=text(audience),
    )  # fmt: skip
    return Browsed(rows, AUDIENCE_COLUMNS, ("email",))


def destination_members(workspace: Workspace, destination: str) -> Browsed:
    """Shape: one row per account or person that is, or was, active in an audience of a destination."""
    tables = tables_of(workspace)
    rows = query(
        "SELECT m.audience_name, m.entity_kind, m.entity_id, COALESCE(a.name, p.email) AS name, m.active_from,"
        " m.active_to FROM members AS m"
        " LEFT JOIN accounts AS a ON m.entity_kind = 'account' AND a.account_id = m.entity_id"
        " LEFT JOIN people AS p ON m.entity_kind = 'person' AND p.person_id = m.entity_id"
        " WHERE m.destination_id = $id",
        members=tables.rows("destination_member"), accounts=tables.rows("account"), people=tables.rows("person"),
        id=text(destination),
    )  # fmt: skip
    return Browsed(rows, DESTINATION_COLUMNS, ("audience_name", "entity_kind", "entity_id", "active_from"))
