"""The registers of objects that accounts and people belong to: lists, buying groups, audiences, destinations."""

from sqlglot import exp

from engine.journey.ground import Ground
from engine.journey.registers import Entity, Register, membership
from engine.trees import number, query, text
from engine.types import DOUBLE, STRING


def account_list(ground: Ground, list_id: str) -> Register:
    """Membership of an account list."""
    return _dated(ground, f"account-list:{list_id}", Entity.ACCOUNT, "account_list_member", list_id)


def people_list(ground: Ground, list_id: str) -> Register:
    """Membership of a people list."""
    return _dated(ground, f"people-list:{list_id}", Entity.PERSON, "people_list_member", list_id)


def _dated(ground: Ground, name: str, entity: Entity, table: str, list_id: str) -> Register:
    """A list whose rows say when members were added and removed; what lies after the start happens in the run."""
    parts = {
        "members": ground.source(table), "entities": ground.entity(entity), "list": text(list_id),
        "start": number(ground.start), "end": number(ground.end),
        "entity": exp.column(entity.columns[0], table="e"), "id": exp.column(f"{entity.columns[0]}_id", table="m"),
        "other": exp.column(f"{entity.columns[0]}_id", table="e"),
    }  # fmt: skip
    before = query(
        "SELECT DISTINCT $entity, TRUE AS value FROM members AS m JOIN entities AS e ON $other = $id"
        " WHERE m.list_id = $list AND (m.added_at IS NULL OR EPOCH_US(m.added_at) <= $start)"
        " AND (m.removed_at IS NULL OR EPOCH_US(m.removed_at) > $start)",
        **parts,
    )
    added = query(
        "SELECT $entity, EPOCH_US(m.added_at) AS at, TRUE AS value FROM members AS m"
        " JOIN entities AS e ON $other = $id WHERE m.list_id = $list"
        " AND EPOCH_US(m.added_at) > $start AND EPOCH_US(m.added_at) <= $end",
        **parts,
    )
    removed = query(
        "SELECT $entity, EPOCH_US(m.removed_at) AS at, FALSE AS value FROM members AS m"
        " JOIN entities AS e ON $other = $id WHERE m.list_id = $list"
        " AND EPOCH_US(m.removed_at) > $start AND EPOCH_US(m.removed_at) <= $end",
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
