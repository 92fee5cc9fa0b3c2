"""Who must be computed again after a pass: the tokens of whom a look was taken before an effect was known.

A unit is an account, or the person of a person journey; what is out of date for one of its entries is so for those that
follow. Only looks that lie after an effect that changed (or, for those
who wait for events, before it) count; so a run in which nobody acts on anybody else's past is done in one pass.
"""

from collections.abc import Iterator, Mapping, Sequence

from sqlglot import exp

from engine.journey.derived import implied_by
from engine.journey.ground import Look, Read, activity_resource, register_resource
from engine.journey.inventing import KINDS, SENT
from engine.journey.order import Act
from engine.journey.registers import Entity
from engine.journey.stage import covered
from engine.journey.statements import Statements
from engine.journey.tables import temp
from engine.trees import col, number, query, tree


def changed(rank: int) -> exp.Table:
    """What an action did otherwise than before. Shape: `account`, `person`, `key` of the rows that differ."""
    return temp(f"changed_{rank}")


def effects_of(one: Statements) -> dict[str, Entity]:
    """What an action can change or be heard of, and whose it is."""
    if one.work is None:
        return {}
    found = {register_resource(part.register.name): part.register.entity for part in one.work.changes}
    for part in one.work.changes:
        found |= implied_by(part.register.name)
    for telling in one.work.tellings:
        found[activity_resource(telling.kind)] = Entity.PERSON if telling.of_person else Entity.ACCOUNT
        if one.invents and telling.kind == SENT:
            found |= {activity_resource(kind): Entity.PERSON for kind in KINDS}
    return found


def affected_queries(every: Sequence[Statements], dirty: exp.Table | None, done: set[int]) -> Iterator[exp.Select]:
    """The tokens whose looks are out of date. `done` are the ranks of actions that did something otherwise.

    With `dirty`, those were computed in this pass; without, all were. Shape: `unit` and `entry`, perhaps repeatedly.
    """
    for writer in every:
        if writer.planned.rank not in done:
            continue
        effects = effects_of(writer)
        for reader in every:
            later = reader.planned.rank >= writer.planned.rank
            if later and dirty is None:
                continue
            yield from _looks_at(_changes(writer), effects, reader, dirty if later else None)


def affected_by(rank: int, effects: Mapping[str, Entity], every: Sequence[Statements]) -> Iterator[exp.Select]:
    """The tokens whose looks are out of date because a daily job of this rank did otherwise. Shape: as above."""
    for reader in every:
        yield from _looks_at(changed(rank), effects, reader, None)


def _changes(writer: Statements) -> exp.Expr:
    """What an action did otherwise; one on accounts that tells something of people did so to all of theirs."""
    table = changed(writer.planned.rank)
    if writer.looks_at_people or Entity.PERSON not in effects_of(writer).values():
        return table
    return query(
        "SELECT c.account, p.person, c.key FROM changes AS c LEFT JOIN pairs AS p ON p.account = c.account",
        changes=table, pairs=temp("pair"),
    )  # fmt: skip


def _looks_at(
    changes: exp.Expr, effects: Mapping[str, Entity], reader: Statements, dirty: exp.Table | None
) -> Iterator[exp.Select]:
    for read in reader.reads:
        if read.resource in effects:
            yield _affected(changes, reader, read, effects[read.resource], dirty)


def _affected(changes: exp.Expr, reader: Statements, read: Read, entity: Entity, dirty: exp.Table | None) -> exp.Select:
    effect = exp.Add(this=col("c", "key"), expression=number(Act.TELL))
    seen: exp.Expr = exp.GT(this=col("r", "key"), expression=col("c", "key"))
    if read.look is Look.AFTER:
        seen = exp.GT(this=effect, expression=col("r", "key"))
    same = [tree("r.person = c.person") if entity is Entity.PERSON else tree("r.account = c.account")]
    if entity is Entity.PAIR and reader.looks_at_people:
        same.append(tree("r.person = c.person"))
    found = query(
        "SELECT r.unit, r.entry FROM looks AS r JOIN changes AS c ON $same AND $seen",
        looks=reader.looks, changes=changes, seen=seen, same=exp.and_(*same),
    )  # fmt: skip
    if entity is Entity.PERSON and not reader.looks_at_people:
        found = query(
            "SELECT r.unit, r.entry FROM looks AS r JOIN pairs AS p ON p.account = r.account"
            " JOIN changes AS c ON c.person = p.person AND $seen",
            looks=reader.looks, pairs=temp("pair"), changes=changes, seen=seen,
        )  # fmt: skip
    if dirty is not None:
        found = found.where(exp.Not(this=covered(dirty, "r")), copy=False)
    return found
