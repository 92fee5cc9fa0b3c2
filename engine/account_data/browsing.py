"""Lists of accounts, people and buying groups as people look at them: the columns, and the query behind each.

The queries read the stored tables of a workspace as they are now. The present is always given, in UTC.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlglot import exp

from engine.account_data.rows import current_rows
from engine.account_data.scoring import tables_of
from engine.accounts.defaults import DEFAULT_ROLES
from engine.relations import Column
from engine.trees import query, text, tree
from engine.types import STRING, DataType, Kind
from engine.workspace import Workspace

_LONG, _DOUBLE, _MOMENT = DataType(Kind.LONG), DataType(Kind.DOUBLE), DataType(Kind.DATETIME)
_MONEY = DataType(Kind.DECIMAL, precision=18, scale=2)
SILENCE = timedelta(days=30)


@dataclass(frozen=True, slots=True)
class Browsed:
    """A list: its query, its columns in the order of the query, and the columns that tell its rows apart."""

    rows: exp.Select
    columns: tuple[Column, ...]
    key: tuple[str, ...]


ACCOUNT_COLUMNS = (
    Column("name", STRING, "Account"), Column("industry", STRING, "Industry"), Column("country", STRING, "Country"),
    Column("region", STRING, "Region"), Column("employees", _LONG, "Employees"),
    Column("annual_revenue", _MONEY, "Annual revenue"), Column("people", _LONG, "People"),
    Column("groups", _LONG, "Buying groups"), Column("open_opportunities", _LONG, "Open opportunities"),
    Column("account_id", STRING, "Account ID"),
)  # fmt: skip
PERSON_COLUMNS = (
    Column("name", STRING, "Name"), Column("job_title", STRING, "Job title"), Column("account", STRING, "Account"),
    Column("email", STRING, "E-mail address"), Column("phone", STRING, "Phone"), Column("country", STRING, "Country"),
    Column("person_score", _LONG, "Person score"), Column("engagement_score", _DOUBLE, "Engagement score"),
    Column("groups", _LONG, "Buying groups"), Column("person_id", STRING, "Person ID"),
)  # fmt: skip
GROUP_COLUMNS = (
    Column("name", STRING, "Buying group"), Column("completeness", _LONG, "Completeness, %"),
    Column("engagement", _LONG, "Engagement"), Column("members", _LONG, "Members"), Column("stage", STRING, "Stage"),
    Column("status", STRING, "Status"), Column("interest", STRING, "Solution interest"),
    Column("account", STRING, "Account"), Column("template", STRING, "Roles template"),
    Column("created_at", _MOMENT, "Created"), Column("bg_id", STRING, "Group ID"),
)  # fmt: skip


def present_of(workspace: Workspace, now: datetime) -> datetime:
    """The instant from which the data are looked at: `now`, or the midnight after the last activity of old data.

    Scores look thirty days back; from a present in which nothing has happened for longer, all would be zero.
    """
    standing = workspace.datasets.current("activity")
    if standing is None or not standing.rows:
        return now
    newest = query("SELECT MAX(a.ts) FROM activities AS a", activities=tables_of(workspace).rows("activity"))
    last = workspace.database.reader.run(lambda cursor: cursor.value(newest))
    if not isinstance(last, datetime) or now - last <= SILENCE:
        return now
    return datetime.combine(last.date(), datetime.min.time()) + timedelta(days=1)


def has_accounts(workspace: Workspace) -> bool:
    """Whether there is an account to look at."""
    standing = workspace.datasets.current("account")
    return standing is not None and standing.rows > 0


def browse_accounts(workspace: Workspace, now: datetime) -> Browsed:
    """Shape: one row per account, with how many people, groups and open opportunities it has."""
    tables = tables_of(workspace)
    rows = query(
        """
        SELECT a.name, a.industry, a.country, a.region, CAST(a.employees AS BIGINT) AS employees, a.annual_revenue,
            COALESCE(p.n, 0) AS people, COALESCE(g.n, 0) AS groups, COALESCE(o.n, 0) AS open_opportunities, a.account_id
        FROM accounts AS a
        LEFT JOIN people AS p ON p.account_id = a.account_id
        LEFT JOIN groups AS g ON g.account_id = a.account_id
        LEFT JOIN opportunities AS o ON o.account_id = a.account_id
        """,
        accounts=tables.rows("account"),
        people=query(
            "SELECT r.account_id, COUNT(DISTINCT r.person_id) AS n FROM relations AS r WHERE $valid"
            " GROUP BY r.account_id",
            relations=tables.rows("account_person"), valid=valid_at("r", now),
        ),
        groups=query(
            "SELECT g.account_id, COUNT(*) AS n FROM g AS g GROUP BY g.account_id", g=tables.rows("buying_group")
        ),
        opportunities=query(
            "SELECT o.account_id, COUNT(*) AS n FROM o AS o WHERE NOT COALESCE(o.is_closed, FALSE)"
            " GROUP BY o.account_id",
            o=tables.rows("opportunity"),
        ),
    )  # fmt: skip
    return Browsed(rows, ACCOUNT_COLUMNS, ("account_id",))


def browse_people(workspace: Workspace, now: datetime) -> Browsed:
    """Shape: one row per person, with the account that it belongs to, the first by name where there are several."""
    tables = tables_of(workspace)
    rows = query(
        """
        SELECT $name AS name, p.job_title, w.account, p.email, p.phone, p.country,
            CAST(p.person_score AS BIGINT) AS person_score, p.engagement_score, COALESCE(g.n, 0) AS groups, p.person_id
        FROM people AS p
        LEFT JOIN works AS w ON w.person_id = p.person_id
        LEFT JOIN groups AS g ON g.person_id = p.person_id
        """,
        people=tables.rows("person"), name=person_name("p"),
        works=query(
            "SELECT r.person_id, MIN(a.name) AS account FROM relations AS r"
            " JOIN accounts AS a ON a.account_id = r.account_id WHERE $valid GROUP BY r.person_id",
            relations=tables.rows("account_person"), accounts=tables.rows("account"), valid=valid_at("r", now),
        ),
        groups=query(
            "SELECT m.person_id, COUNT(*) AS n FROM m AS m WHERE NOT COALESCE(m.is_removed, FALSE)"
            " GROUP BY m.person_id",
            m=tables.rows("bg_member"),
        ),
    )  # fmt: skip
    return Browsed(rows, PERSON_COLUMNS, ("person_id",))


def browse_groups(workspace: Workspace, interest: str = "") -> Browsed:
    """Shape: one row per buying group, of one interest or of all. Scores are rounded half up, as they are shown."""
    tables = tables_of(workspace)
    rows = query(
        """
        SELECT g.name, CAST(FLOOR(g.completeness + 0.5) AS BIGINT) AS completeness,
            CAST(FLOOR(g.engagement + 0.5) AS BIGINT) AS engagement, COALESCE(m.n, 0) AS members, s.name AS stage,
            g.status, i.name AS interest, a.name AS account, t.name AS template, g.created_at, g.bg_id
        FROM groups AS g
        LEFT JOIN interests AS i ON i.si_id = g.si_id
        LEFT JOIN accounts AS a ON a.account_id = g.account_id
        LEFT JOIN stages AS s ON s.stage_id = g.stage_id
        LEFT JOIN templates AS t ON t.template_id = i.template_id
        LEFT JOIN members AS m ON m.bg_id = g.bg_id
        """,
        groups=tables.rows("buying_group"), interests=tables.rows("solution_interest"),
        accounts=tables.rows("account"), stages=tables.rows("stage"), templates=tables.rows("role_template"),
        members=query(
            "SELECT m.bg_id, COUNT(*) AS n FROM m AS m WHERE NOT COALESCE(m.is_removed, FALSE) GROUP BY m.bg_id",
            m=tables.rows("bg_member"),
        ),
    )  # fmt: skip
    if interest:
        rows = rows.where(tree("g.si_id = $si", si=text(interest)), copy=False)
    return Browsed(rows, GROUP_COLUMNS, ("bg_id",))


def valid_at(alias: str, now: datetime) -> exp.Expr:
    """Whether a row of `account_person` known as `alias` holds at an instant."""
    at = instant(now)
    return tree(
        "COALESCE($since <= $at, TRUE) AND COALESCE($at < $until, TRUE)",
        since=exp.column("valid_from", table=alias), until=exp.column("valid_to", table=alias), at=at,
    )  # fmt: skip


def person_name(alias: str) -> exp.Expr:
    """First and last name of a person known as `alias`, else the address, else the key."""
    parts = {name: exp.column(name, table=alias) for name in ("first_name", "last_name", "email", "person_id")}
    return tree(
        "COALESCE(NULLIF(TRIM(CONCAT(COALESCE($first_name, ''), ' ', COALESCE($last_name, ''))), ''),"
        " $email, $person_id)",
        **parts,
    )


def instant(now: datetime) -> exp.Expr:
    """An instant in UTC as a term."""
    return tree("CAST($at AS TIMESTAMP)", at=text(now.isoformat(sep=" ")))


def roles_of(workspace: Workspace) -> dict[str, str]:
    """Role to its name: the default ones first, in their order, then one's own by name."""
    rows = current_rows(workspace, "bg_role")
    order = list(DEFAULT_ROLES)
    rows.sort(key=lambda row: (order.index(row["role_id"]) if row["role_id"] in order else len(order), row["name"]))
    return {str(row["role_id"]): str(row["name"]) for row in rows}
