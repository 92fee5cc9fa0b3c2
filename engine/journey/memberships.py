"""The registers of objects that accounts and people belong to: lists, buying groups, audiences, destinations."""

from dataclasses import replace

from sqlglot import exp

from engine.journey.ground import Ground
from engine.journey.registers import Entity, Register, membership
from engine.journey.world import Row
from engine.trees import col, number, query, text, tree
from engine.types import DOUBLE, LONG, STRING


def account_list(ground: Ground, row: Row) -> Register:
    """Membership of an account list."""
    return _listed(ground, "account-list", Entity.ACCOUNT, "account_list_member", row)


def people_list(ground: Ground, row: Row) -> Register:
    """Membership of a people list."""
    return _listed(ground, "people-list", Entity.PERSON, "people_list_member", row)


def activated(ground: Ground, destination: str, audience: str, entity: Entity) -> Register:
    """Whether an account or person is active in an audience of a destination."""
    kind = entity.columns[0]
    members = query(
        "SELECT m.entity_id AS id, m.active_from AS since, m.active_to AS until FROM members AS m"
        " WHERE m.destination_id = $destination AND m.audience_name = $audience AND m.entity_kind = $kind",
        members=ground.source("destination_member"), destination=text(destination), audience=text(audience),
        kind=text(kind),
    )  # fmt: skip
    return _dated(ground, f"destination:{destination}:{kind}:{audience}", entity, members)


def program_status(ground: Ground, program: str) -> Register:
    """The status of a person in a program; null for who is not in it."""
    before = query(
        "SELECT p.person, m.status AS value FROM members AS m JOIN people AS p ON p.person_id = m.person_id"
        " WHERE m.program_id = $program",
        members=ground.source("program_member"), people=ground.entity(Entity.PERSON), program=text(program),
    )  # fmt: skip
    return Register(f"program.status:{program}", Entity.PERSON, STRING, before=before)


def program_data(program: str, attribute: str) -> Register:
    """An attribute of a person's membership of a program, which journeys alone write."""
    return Register(f"program.data:{program}:{attribute}", Entity.PERSON, STRING)


def _listed(ground: Ground, kind: str, entity: Entity, table: str, row: Row) -> Register:
    list_id = str(row["list_id"])
    members = query(
        "SELECT $id AS id, m.added_at AS since, m.removed_at AS until FROM members AS m WHERE m.list_id = $list",
        members=ground.source(table), list=text(list_id), id=exp.column(f"{entity.columns[0]}_id", table="m"),
    )  # fmt: skip
    found = _dated(ground, f"{kind}:{list_id}", entity, members)
    # What is recorded of a dynamic list during the run gives way to its own daily evaluation.
    fills_itself = row.get("kind") == "dynamic" and row.get("definition")
    return replace(found, recorded=None) if fills_itself else found


def _dated(ground: Ground, name: str, entity: Entity, members: exp.Query) -> Register:
    """Membership with its days: `members` has id, since, until. What lies after the start happens in the run."""
    parts = {
        "members": members, "entities": ground.entity(entity), "start": number(ground.start),
        "end": number(ground.end), "entity": exp.column(entity.columns[0], table="e"),
        "other": exp.column(f"{entity.columns[0]}_id", table="e"),
    }  # fmt: skip
    before = query(
        "SELECT DISTINCT $entity, TRUE AS value FROM members AS m JOIN entities AS e ON $other = m.id"
        " WHERE (m.since IS NULL OR EPOCH_US(m.since) <= $start) AND (m.until IS NULL OR EPOCH_US(m.until) > $start)",
        **parts,
    )
    added = query(
        "SELECT $entity, EPOCH_US(m.since) AS at, TRUE AS value FROM members AS m"
        " JOIN entities AS e ON $other = m.id WHERE EPOCH_US(m.since) > $start AND EPOCH_US(m.since) <= $end",
        **parts,
    )
    removed = query(
        "SELECT $entity, EPOCH_US(m.until) AS at, FALSE AS value FROM members AS m"
        " JOIN entities AS e ON $other = m.id WHERE EPOCH_US(m.until) > $start AND EPOCH_US(m.until) <= $end",
        **parts,
    )
    return membership(name, entity, before, exp.union(added, removed, distinct=False))


def buying_group(ground: Ground, interest: str, column: str) -> Register:
    """A column of an account's buying group for an interest, such as `stage_id`; null without a group."""
    before = query(
        "SELECT a.account, $column AS value FROM groups AS g JOIN accounts AS a ON a.account_id = g.account_id"
        " WHERE g.si_id = $interest",
        groups=ground.source("buying_group"), accounts=ground.entity(Entity.ACCOUNT), interest=text(interest),
        column=exp.column(column, table="g"),
    )  # fmt: skip
    return Register(f"buying-group.{column}:{interest}", Entity.ACCOUNT, STRING, before=before)


def has_buying_group(ground: Ground, interest: str) -> Register:
    """Whether an account has a buying group for an interest."""
    before = query(
        "SELECT a.account, TRUE AS value FROM groups AS g JOIN accounts AS a ON a.account_id = g.account_id"
        " WHERE g.si_id = $interest",
        groups=ground.source("buying_group"), accounts=ground.entity(Entity.ACCOUNT), interest=text(interest),
    )  # fmt: skip
    return membership(f"buying-group:{interest}", Entity.ACCOUNT, before)


def group_score(ground: Ground, interest: str, column: str) -> Register:
    """A score of an account's buying group for an interest: `completeness` or `engagement`, 0 to 100."""
    before = query(
        "SELECT a.account, $column AS value FROM groups AS g JOIN accounts AS a ON a.account_id = g.account_id"
        " WHERE g.si_id = $interest",
        groups=ground.source("buying_group"), accounts=ground.entity(Entity.ACCOUNT), interest=text(interest),
        column=exp.column(column, table="g"),
    )  # fmt: skip
    return Register(f"buying-group.{column}:{interest}", Entity.ACCOUNT, DOUBLE, before=before)


def group_member(ground: Ground, interest: str) -> Register:
    """The role of a person in an account's buying group for an interest; null for who is no member, or was removed."""
    before = query(
        "SELECT a.account, p.person, m.role_id AS value FROM members AS m JOIN groups AS g ON g.bg_id = m.bg_id"
        " JOIN accounts AS a ON a.account_id = g.account_id JOIN people AS p ON p.person_id = m.person_id"
        " WHERE g.si_id = $interest AND NOT COALESCE(m.is_removed, FALSE)",
        members=ground.source("bg_member"), groups=ground.source("buying_group"),
        accounts=ground.entity(Entity.ACCOUNT), people=ground.entity(Entity.PERSON), interest=text(interest),
    )  # fmt: skip
    return Register(f"buying-group-member:{interest}", Entity.PAIR, STRING, before=before)


def standing_members(ground: Ground, interest: str) -> exp.Select:
    """The members of an interest's groups before the run, the removed among them.

    Shape: `grp` (the account), `person`, `role`, `source`, `is_removed`, `removed_source`.
    """
    return query(
        "SELECT a.account AS grp, p.person, m.role_id AS role, m.source, m.is_removed, m.removed_source"
        " FROM members AS m JOIN groups AS g ON g.bg_id = m.bg_id JOIN accounts AS a ON a.account_id = g.account_id"
        " JOIN people AS p ON p.person_id = m.person_id WHERE g.si_id = $interest",
        members=ground.source("bg_member"), groups=ground.source("buying_group"),
        accounts=ground.entity(Entity.ACCOUNT), people=ground.entity(Entity.PERSON), interest=text(interest),
    )  # fmt: skip


def was_removed(ground: Ground, interest: str) -> Register:
    """Whether a person was removed from an account's buying group for an interest."""
    before = query(
        "SELECT a.account, p.person, TRUE AS value FROM members AS m JOIN groups AS g ON g.bg_id = m.bg_id"
        " JOIN accounts AS a ON a.account_id = g.account_id JOIN people AS p ON p.person_id = m.person_id"
        " WHERE g.si_id = $interest AND m.is_removed",
        members=ground.source("bg_member"), groups=ground.source("buying_group"),
        accounts=ground.entity(Entity.ACCOUNT), people=ground.entity(Entity.PERSON), interest=text(interest),
    )  # fmt: skip
    return membership(f"buying-group-removed:{interest}", Entity.PAIR, before)


def inside_journey(ground: Ground, journey: str, entity: Entity) -> Register:
    """Whether an account, or a person, is inside another journey, as its log tells."""
    column = entity.columns[0]
    parts = {
        "members": ground.source("journey_member"), "entities": ground.entity(entity), "journey": text(journey),
        "start": number(ground.start), "end": number(ground.end), "whose": exp.column(column, table="e"),
        "id": exp.column(f"{column}_id", table="e"), "other": exp.column(f"{column}_id", table="m"),
    }  # fmt: skip
    before = query(
        "SELECT DISTINCT $whose, TRUE AS value FROM members AS m JOIN entities AS e ON $id = $other"
        " WHERE m.journey_id = $journey AND EPOCH_US(m.entered_at) <= $start"
        " AND (m.exited_at IS NULL OR EPOCH_US(m.exited_at) > $start)",
        **parts,
    )
    came = query(
        "SELECT $whose, EPOCH_US(m.entered_at) AS at, TRUE AS value FROM members AS m JOIN entities AS e"
        " ON $id = $other WHERE m.journey_id = $journey AND EPOCH_US(m.entered_at) > $start"
        " AND EPOCH_US(m.entered_at) <= $end",
        **parts,
    )
    went = query(
        "SELECT $whose, EPOCH_US(m.exited_at) AS at, FALSE AS value FROM members AS m JOIN entities AS e"
        " ON $id = $other WHERE m.journey_id = $journey AND EPOCH_US(m.exited_at) > $start"
        " AND EPOCH_US(m.exited_at) <= $end",
        **parts,
    )
    return membership(f"journey:{journey}", entity, before, exp.union(came, went, distinct=False))


def journey_times(ground: Ground, journey: str, entity: Entity) -> Register:
    """How often an account, or a person, has been in another journey, as its log tells."""
    return _logged(ground, journey, entity, "times", "COUNT(*)")


def journey_entered(ground: Ground, journey: str, entity: Entity) -> Register:
    """When an account, or a person, came into another journey last, in microseconds."""
    return _logged(ground, journey, entity, "entered", "EPOCH_US(MAX(m.entered_at))")


def journey_exited(ground: Ground, journey: str, entity: Entity) -> Register:
    """When an account, or a person, left another journey last, in microseconds."""
    return _logged(ground, journey, entity, "exited", "EPOCH_US(MAX(m.exited_at))")


def _logged(ground: Ground, journey: str, entity: Entity, what: str, value: str) -> Register:
    column = entity.columns[0]
    before = query(
        "SELECT $whose, $value AS value FROM members AS m JOIN entities AS e ON $id = $other"
        " WHERE m.journey_id = $journey AND EPOCH_US(m.entered_at) <= $start GROUP BY $whose",
        members=ground.source("journey_member"), entities=ground.entity(entity), journey=text(journey),
        whose=col("e", column), id=col("e", f"{column}_id"), other=col("m", f"{column}_id"),
        value=tree(value), start=number(ground.start),
    )  # fmt: skip
    return Register(f"journey-{what}:{journey}", entity, LONG, before=before)


def member_source(ground: Ground, interest: str) -> Register:
    """Who changed a person's membership of an account's buying group last: manual, journey or job."""
    before = query(
        "SELECT a.account, p.person,"
        " CASE WHEN COALESCE(m.is_removed, FALSE) THEN COALESCE(m.removed_source, m.source) ELSE m.source END AS value"
        " FROM members AS m JOIN groups AS g ON g.bg_id = m.bg_id JOIN accounts AS a ON a.account_id = g.account_id"
        " JOIN people AS p ON p.person_id = m.person_id WHERE g.si_id = $interest",
        members=ground.source("bg_member"), groups=ground.source("buying_group"),
        accounts=ground.entity(Entity.ACCOUNT), people=ground.entity(Entity.PERSON), interest=text(interest),
    )  # fmt: skip
    return Register(f"buying-group-source:{interest}", Entity.PAIR, STRING, before=before)


def external_audience(ground: Ground, audience: str) -> Register:
    """Membership of an external audience."""
    before = query(
        "SELECT DISTINCT p.person, TRUE AS value FROM members AS m JOIN people AS p ON p.person_id = m.person_id"
        " WHERE m.audience_id = $audience AND (m.added_at IS NULL OR EPOCH_US(m.added_at) <= $start)",
        members=ground.source("ext_audience_member"), people=ground.entity(Entity.PERSON), audience=text(audience),
        start=number(ground.start),
    )  # fmt: skip
    return membership(f"external-audience:{audience}", Entity.PERSON, before)
