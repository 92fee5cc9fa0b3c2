"""Audiences that campaigns saved, as sources of journeys: whom their members stand for.

A member is named by the key of an account or a person, or by an e-mail address. An audience of people lets in the
accounts that at least one of its members belongs to.
"""

from collections.abc import Iterator
from typing import Any

from sqlglot import exp

from engine.contract import AudienceShape
from engine.database import Store, stored
from engine.journey.contract import Place, unset
from engine.journey.registers import Entity
from engine.journey.rows import Rows
from engine.journey.world import JourneyWorld
from engine.problems import EngineError, Problem
from engine.relations import IDENTITY
from engine.texts import declared, quoted, say
from engine.trees import col, number, query, sure, tree

FIELD = "saved"
_KEYS = {"account_id": Entity.ACCOUNT, "person_id": Entity.PERSON}
_PEOPLE = frozenset({"person", "account_person"})


def check_saved(place: Place[Any], reference: str) -> Iterator[Problem]:
    """What is wrong with a saved audience as the source of a journey: not chosen, not there, of others (V01, V08)."""
    if not reference:
        yield unset("No audience is chosen.", FIELD, "Choose an audience that a campaign saved.", "V01")
        return
    try:
        _identified(place.world, place.world.audience(reference))
    except EngineError as error:
        yield error.problem


def belongs(world: JourneyWorld, rows: Rows, reference: str) -> exp.Expr:
    """Whether the account or person of a row is a member. Errors: unknown-reference, wrong-audience (V08)."""
    audience = world.audience(reference)
    entity, column = _identified(world, audience)
    members = query("SELECT $id AS id FROM members AS m", members=stored(Store.DATA, audience.physical),
                    id=col("m", IDENTITY))  # fmt: skip
    if entity is Entity.ACCOUNT or rows.of_people:
        whose = rows.field(entity, column).tree
        return _among(whose, column, members)
    people = query(
        "SELECT q.person FROM people AS q WHERE $fits", people=rows.ground.entity(Entity.PERSON, ("email",)),
        fits=_among(col("q", column), column, members),
    )  # fmt: skip
    # Read at each evaluation only where relations begin or end: otherwise one is as good as the other.
    at: exp.Expr = rows["at"] if rows.ground.pairs_move else number(rows.ground.start)
    found = query(
        "SELECT EXISTS (SELECT 1 FROM pairs AS p WHERE p.account = v.account AND p.since <= $at AND $at < p.until"
        " AND p.person IN (SELECT k.person FROM people AS k)) AS x",
        pairs=rows.ground.entity(Entity.PAIR), people=people, at=at,
    )  # fmt: skip
    belonging: exp.Expr = found.expressions[0].this
    return belonging


def _among(whose: exp.Expr, column: str, members: exp.Select) -> exp.Expr:
    if column != "email":
        return sure(exp.In(this=whose, query=members.subquery(copy=False)))
    plain = query("SELECT LOWER(TRIM(a.id)) AS id FROM members AS a", members=members)
    return sure(exp.In(this=tree("LOWER(TRIM($whose))", whose=whose), query=plain.subquery(copy=False)))


def _identified(world: JourneyWorld, audience: AudienceShape) -> tuple[Entity, str]:
    """What the members of an audience are here, and the column that names them. Errors: wrong-audience (V08)."""
    dimension = next((one for one in world.catalog.dimensions if one.name == audience.dimension), None)
    table = "" if dimension is None else dimension.table
    name = audience.identity.rpartition("/")[2]
    if name == "account_id" and table == "account" and not world.of_people:
        return _KEYS[name], name
    if name == "person_id" and table in _PEOPLE:
        return _KEYS[name], name
    if name == "email" or audience.namespace.casefold() == "email":
        return Entity.PERSON, "email"
    wanted = "person_id or email" if world.of_people else "account_id of accounts, person_id or email"
    raise EngineError(
        Problem(
            code="wrong-audience",
            what=say(
                "The members of {audience} are named by {identity}.",
                audience=quoted(audience.label),
                identity=quoted(audience.identity or "nothing"),
            ),
            why=say("A {type} journey does not know whom that means.", type=declared(world.properties.type.value)),
            fix=say("Save the audience with {wanted} as its identity, or choose another.", wanted=wanted),
            field=FIELD,
            check="V08",
            values={"audience": audience.label, "identity": audience.identity},
        )
    )
