"""One account, person or buying group with all that belongs to it: facts, and lists of what is around it (B2B 11.4).

The present is always given, in UTC. Lists that may be long are cut after `MOST` rows, the newest first.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from sqlglot import exp

from engine.account_data.browsing import instant, person_name, valid_at
from engine.account_data.scoring import Tables, tables_of
from engine.relations import Column
from engine.trees import number, query, text
from engine.types import STRING, DataType, Kind
from engine.workspace import Workspace

MOST = 500
LATEST = 20
"""How many activities of a person are told."""
_LONG, _DOUBLE, _MOMENT, _DATE, _FLAG = (
    DataType(Kind.LONG), DataType(Kind.DOUBLE), DataType(Kind.DATETIME), DataType(Kind.DATE), DataType(Kind.BOOLEAN)
)  # fmt: skip
_MONEY = DataType(Kind.DECIMAL, precision=18, scale=2)


@dataclass(frozen=True, slots=True)
class Listing:
    """Rows under their columns; the first column holds the id of what a row is about, which is not shown."""

    columns: tuple[Column, ...]
    rows: tuple[tuple[Any, ...], ...] = ()


@dataclass(frozen=True, slots=True)
class Detail:
    """What is known of one thing: its name, its facts by label, its lists by name."""

    id: str
    name: str
    facts: tuple[tuple[Column, Any], ...] = ()
    listings: Mapping[str, Listing] = field(default_factory=dict[str, Listing])


_ACCOUNT_FACTS = {
    "industry": ("Industry", STRING), "website": ("Domain name", STRING), "country": ("Country", STRING),
    "region": ("Region", STRING), "city": ("City", STRING), "employees": ("Employees", _LONG),
    "annual_revenue": ("Annual revenue", _MONEY), "phone": ("Phone", STRING), "parent": ("Belongs to", STRING),
    "account_id": ("Account ID", STRING),
}  # fmt: skip
_PERSON_FACTS = {
    "job_title": ("Job title", STRING), "email": ("E-mail address", STRING), "phone": ("Phone", STRING),
    "country": ("Country", STRING), "person_status": ("Lead status", STRING), "persona": ("Persona", STRING),
    "person_score": ("Person score", _LONG), "engagement_score": ("Engagement score", _DOUBLE),
    "consent_email": ("E-mail consent", STRING), "person_id": ("Person ID", STRING),
}  # fmt: skip
_GROUP_FACTS = {
    "interest": ("Solution interest", STRING), "account": ("Account", STRING), "template": ("Roles template", STRING),
    "stage": ("Stage", STRING), "status": ("Status", STRING), "created_at": ("Created", _MOMENT),
    "updated_at": ("Updated", _MOMENT), "bg_id": ("Group ID", STRING),
}  # fmt: skip

PEOPLE = (
    Column("person_id", STRING, "Person ID"), Column("name", STRING, "Name"), Column("job_title", STRING, "Job title"),
    Column("email", STRING, "E-mail address"), Column("roles", STRING, "Role at the account"),
    Column("engagement_score", _DOUBLE, "Engagement score"),
)  # fmt: skip
GROUPS = (
    Column("bg_id", STRING, "Group ID"), Column("name", STRING, "Buying group"), Column("stage", STRING, "Stage"),
    Column("completeness", _LONG, "Completeness, %"), Column("engagement", _LONG, "Engagement"),
    Column("role", STRING, "Role"),
)  # fmt: skip
OPPORTUNITIES = (
    Column("opportunity_id", STRING, "Opportunity ID"), Column("name", STRING, "Name"),
    Column("stage", STRING, "Stage"), Column("amount", _MONEY, "Amount"), Column("currency", STRING, "Currency"),
    Column("probability", _DOUBLE, "Probability, %"), Column("expected_close_date", _DATE, "Close date"),
    Column("is_closed", _FLAG, "Is closed"), Column("is_won", _FLAG, "Is won"),
)  # fmt: skip
ACTIVITIES = (
    Column("activity_id", STRING, "Activity ID"), Column("ts", _MOMENT, "When"), Column("what", STRING, "Activity"),
    Column("name", STRING, "Name"), Column("about", STRING, "About"),
)  # fmt: skip
JOURNEYS = (
    Column("journey_id", STRING, "Journey ID"), Column("journey", STRING, "Journey"),
    Column("entered_at", _MOMENT, "Entered"), Column("exited_at", _MOMENT, "Left"),
    Column("exit_reason", STRING, "Why it left"),
)  # fmt: skip
LISTS = (
    Column("list_id", STRING, "List ID"), Column("name", STRING, "List"), Column("kind", STRING, "Type"),
    Column("added_at", _MOMENT, "Added"), Column("removed_at", _MOMENT, "Removed"),
)  # fmt: skip
ACCOUNTS = (
    Column("account_id", STRING, "Account ID"), Column("name", STRING, "Account"),
    Column("industry", STRING, "Industry"), Column("country", STRING, "Country"),
    Column("roles", STRING, "Role at the account"),
)  # fmt: skip
MEMBERS = (
    Column("person_id", STRING, "Person ID"), Column("name", STRING, "Name"), Column("role", STRING, "Role"),
    Column("job_title", STRING, "Job title"), Column("email", STRING, "E-mail address"),
    Column("phone", STRING, "Phone"), Column("source", STRING, "Source"),
    Column("engagement_score", _DOUBLE, "Engagement score"),
)  # fmt: skip
HISTORY = (
    Column("bg_id", STRING, "Group ID"), Column("at_ts", _MOMENT, "When"), Column("field", STRING, "What changed"),
    Column("who", STRING, "Person"), Column("old_value", STRING, "Before"), Column("new_value", STRING, "After"),
    Column("source", STRING, "Source"),
)  # fmt: skip
SHOWN = (
    *(Column(name, kind, label) for facts in (_ACCOUNT_FACTS, _PERSON_FACTS, _GROUP_FACTS)
      for name, (label, kind) in facts.items()),
    *PEOPLE, *GROUPS, *OPPORTUNITIES, *ACTIVITIES, *JOURNEYS, *LISTS, *ACCOUNTS, *MEMBERS, *HISTORY,
)  # fmt: skip
"""Every column that is shown, for whoever translates their labels."""


def account_detail(workspace: Workspace, account: str, now: datetime) -> Detail | None:
    """An account with its people, buying groups, opportunities, activities, journeys and lists; None for no account."""
    asked = _Asked(workspace, account)
    facts = asked.facts(
        "SELECT a.name AS title, a.*, b.name AS parent FROM accounts AS a"
        " LEFT JOIN accounts AS b ON b.account_id = a.parent_account_id WHERE a.account_id = $id",
        _ACCOUNT_FACTS, accounts="account",
    )  # fmt: skip
    if facts is None:
        return None
    listings = {
        "people": asked.rows(
            "SELECT p.person_id, $name AS name, p.job_title, p.email, ARRAY_TO_STRING(r.person_roles, ', ') AS roles,"
            " p.engagement_score FROM relations AS r JOIN people AS p ON p.person_id = r.person_id"
            " WHERE r.account_id = $id AND $valid ORDER BY p.engagement_score DESC, p.person_id",
            PEOPLE, relations="account_person", people="person", name=person_name("p"), valid=valid_at("r", now),
        ),
        "groups": asked.rows(
            f"SELECT {_GROUP}, NULL AS role FROM groups AS g LEFT JOIN stages AS s ON s.stage_id = g.stage_id"
            " WHERE g.account_id = $id ORDER BY g.name",
            GROUPS, groups="buying_group", stages="stage",
        ),
        "opportunities": asked.rows(
            "SELECT o.opportunity_id, o.name, o.stage, o.amount, o.currency, o.probability, o.expected_close_date,"
            " o.is_closed, o.is_won FROM opportunities AS o WHERE o.account_id = $id"
            " ORDER BY o.is_closed, o.expected_close_date, o.opportunity_id",
            OPPORTUNITIES, opportunities="opportunity",
        ),
        "activities": asked.rows(
            f"{_ACTIVITY} WHERE h.account_id = $id OR h.person_id IN (SELECT r.person_id FROM relations AS r"
            " WHERE r.account_id = $id AND $valid) ORDER BY h.ts DESC, h.activity_id LIMIT $most",
            ACTIVITIES, activities="activity", people="person", kinds="event_catalog", relations="account_person",
            valid=valid_at("r", now), name=person_name("p"), most=number(MOST),
        ),
        "journeys": asked.journeys("account_id"),
        "lists": asked.rows(
            "SELECT l.list_id, l.name, l.kind, m.added_at, m.removed_at FROM members AS m"
            " JOIN lists AS l ON l.list_id = m.list_id WHERE m.account_id = $id ORDER BY m.added_at DESC, l.name",
            LISTS, members="account_list_member", lists="account_list",
        ),
    }  # fmt: skip
    return Detail(account, *facts, listings)


def person_detail(workspace: Workspace, person: str, now: datetime) -> Detail | None:
    """A person with accounts, buying groups by engagement, the latest activities, journeys; None for nobody."""
    asked = _Asked(workspace, person)
    facts = asked.facts(
        "SELECT $name AS title, p.* FROM people AS p WHERE p.person_id = $id", _PERSON_FACTS, people="person",
        name=person_name("p"),
    )  # fmt: skip
    if facts is None:
        return None
    listings = {
        "accounts": asked.rows(
            "SELECT a.account_id, a.name, a.industry, a.country, ARRAY_TO_STRING(r.person_roles, ', ') AS roles"
            " FROM relations AS r JOIN accounts AS a ON a.account_id = r.account_id WHERE r.person_id = $id AND $valid"
            " ORDER BY a.name, a.account_id",
            ACCOUNTS, relations="account_person", accounts="account", valid=valid_at("r", now),
        ),
        "groups": asked.rows(
            f"SELECT {_GROUP}, r.name AS role FROM members AS m JOIN groups AS g ON g.bg_id = m.bg_id"
            " LEFT JOIN stages AS s ON s.stage_id = g.stage_id LEFT JOIN roles AS r ON r.role_id = m.role_id"
            " WHERE m.person_id = $id AND NOT COALESCE(m.is_removed, FALSE) ORDER BY g.engagement DESC, g.name",
            GROUPS, members="bg_member", groups="buying_group", stages="stage", roles="bg_role",
        ),
        "activities": asked.rows(
            f"{_ACTIVITY} WHERE h.person_id = $id AND h.ts <= $now ORDER BY h.ts DESC, h.activity_id LIMIT $most",
            ACTIVITIES, activities="activity", people="person", kinds="event_catalog", name=person_name("p"),
            now=instant(now), most=number(LATEST),
        ),
        "journeys": asked.journeys("person_id"),
    }  # fmt: skip
    return Detail(person, *facts, listings)


def group_detail(workspace: Workspace, group: str) -> Detail | None:
    """A buying group with its members and its history; None for no group. Its scores are explained by `scoring`."""
    asked = _Asked(workspace, group)
    facts = asked.facts(
        "SELECT g.name AS title, g.*, i.name AS interest, a.name AS account, t.name AS template, s.name AS stage"
        " FROM groups AS g LEFT JOIN interests AS i ON i.si_id = g.si_id"
        " LEFT JOIN accounts AS a ON a.account_id = g.account_id LEFT JOIN stages AS s ON s.stage_id = g.stage_id"
        " LEFT JOIN templates AS t ON t.template_id = i.template_id WHERE g.bg_id = $id",
        _GROUP_FACTS, groups="buying_group", interests="solution_interest", accounts="account", stages="stage",
        templates="role_template",
    )  # fmt: skip
    if facts is None:
        return None
    listings = {
        "members": asked.rows(
            "SELECT m.person_id, $name AS name, COALESCE(r.name, m.role_id) AS role, p.job_title, p.email, p.phone,"
            " m.source, p.engagement_score FROM members AS m LEFT JOIN people AS p ON p.person_id = m.person_id"
            " LEFT JOIN roles AS r ON r.role_id = m.role_id WHERE m.bg_id = $id AND NOT COALESCE(m.is_removed, FALSE)"
            " ORDER BY role, m.person_id",
            MEMBERS, members="bg_member", people="person", roles="bg_role", name=person_name("p"),
        ),
        "history": asked.rows(
            "SELECT h.bg_id, h.at_ts, h.field, CASE WHEN h.field = 'member' THEN $name END AS who,"
            " COALESCE(a.name, b.name, h.old_value) AS old_value, COALESCE(c.name, d.name, h.new_value) AS new_value,"
            " h.source FROM history AS h LEFT JOIN people AS p ON p.person_id = h.entity_id"
            " LEFT JOIN roles AS a ON h.field = 'member' AND a.role_id = h.old_value"
            " LEFT JOIN roles AS c ON h.field = 'member' AND c.role_id = h.new_value"
            " LEFT JOIN stages AS b ON h.field = 'stage' AND b.stage_id = h.old_value"
            " LEFT JOIN stages AS d ON h.field = 'stage' AND d.stage_id = h.new_value"
            " WHERE h.bg_id = $id ORDER BY h.at_ts DESC, h.field, h.entity_id LIMIT $most",
            HISTORY, history="bg_history", people="person", roles="bg_role", stages="stage", name=person_name("p"),
            most=number(MOST),
        ),
    }  # fmt: skip
    return Detail(group, *facts, listings)


_GROUP = (
    "g.bg_id, g.name, s.name AS stage, CAST(FLOOR(g.completeness + 0.5) AS BIGINT) AS completeness,"
    " CAST(FLOOR(g.engagement + 0.5) AS BIGINT) AS engagement"
)
_ACTIVITY = (
    "SELECT h.activity_id, h.ts, COALESCE(k.label, h.type) AS what, $name AS name,"
    " COALESCE(h.asset_name, h.page_name, h.page_url, h.link_url, h.attribute) AS about FROM activities AS h"
    " LEFT JOIN people AS p ON p.person_id = h.person_id LEFT JOIN kinds AS k ON k.type = h.type"
)


class _Asked:
    """Questions about one thing, over the stored tables as they are now."""

    def __init__(self, workspace: Workspace, identity: str) -> None:
        self._workspace = workspace
        self._tables: Tables = tables_of(workspace)
        self._id = identity

    def _query(self, written: str, parts: Mapping[str, str | exp.Expr]) -> exp.Select:
        filled = {name: self._tables.rows(part) if isinstance(part, str) else part for name, part in parts.items()}
        return query(written, **{"id": text(self._id), **filled})

    def _fetch(self, select: exp.Select) -> list[tuple[Any, ...]]:
        return self._workspace.database.reader.run(lambda cursor: cursor.fetch(select))

    def rows(self, written: str, columns: tuple[Column, ...], **parts: str | exp.Expr) -> Listing:
        """The rows of a statement whose tables are named by `parts`."""
        return Listing(columns, tuple(self._fetch(self._query(written, parts))))

    def facts(
        self, written: str, labels: Mapping[str, tuple[str, DataType]], **parts: str | exp.Expr
    ) -> tuple[str, tuple[tuple[Column, Any], ...]] | None:
        """The title and the facts of the one row of a statement; None without a row."""
        names = ["title", *labels]
        outer = exp.select(*(exp.column(name, table="f") for name in names))
        found = self._fetch(outer.from_(self._query(written, parts).subquery("f")))
        if not found:
            return None
        title, *values = found[0]
        told = tuple(
            (Column(name, kind, label), value)
            for (name, (label, kind)), value in zip(labels.items(), values, strict=True)
            if value is not None and value != ""
        )
        return str(title or self._id), told

    def journeys(self, column: str) -> Listing:
        """The journeys that it passed, or is in, with their names."""
        names = {one.id: one.name for one in self._workspace.documents.list()}
        found = self._fetch(
            self._query(
                "SELECT j.journey_id, j.journey_id AS journey, j.entered_at, j.exited_at, j.exit_reason FROM j AS j"
                " WHERE $mine = $id ORDER BY j.entered_at DESC, j.journey_id",
                {"j": "journey_member", "mine": exp.column(column, table="j")},
            )
        )
        return Listing(JOURNEYS, tuple((key, names.get(key, key), *rest) for key, _, *rest in found))
