"""What a run begins with: accounts and people with small keys, who belongs to whom when, and what was recorded.

Small keys follow the order of the ids, so that comparing keys is comparing ids.
"""

from dataclasses import replace

from sqlglot import exp

from engine.journey.order import FOREVER, MOST_UNITS
from engine.journey.registers import Entity, Register
from engine.journey.stage import Stage
from engine.journey.tables import RunGround, temp
from engine.problems import EngineError, Problem
from engine.texts import quoted, say
from engine.trees import col, number, query, text, tree, union

_CHANGED = {Entity.ACCOUNT: ("account.dataValueChanged",),
            Entity.PERSON: ("person.dataValueChanged", "leadOperation.scoreChanged")}  # fmt: skip


def lay_base(stage: Stage, ground: RunGround) -> None:
    """Make the tables of accounts, people, pairs and recorded activities. Errors: too-many-records."""
    for entity, key in ((Entity.ACCOUNT, "account_id"), (Entity.PERSON, "person_id")):
        _lay_entity(stage, ground, entity, key)
    _lay_pairs(stage, ground)
    _lay_heard(stage, ground)


def _lay_entity(stage: Stage, ground: RunGround, entity: Entity, key: str) -> None:
    name = entity.name.lower()
    needed = ground.noted.columns.get(entity, set()) | ({"name"} if entity is Entity.ACCOUNT else {"email"})
    rows = query(
        "SELECT CAST(ROW_NUMBER() OVER (ORDER BY $id) AS INT) AS idx, $id FROM source AS t WHERE NOT $id IS NULL",
        source=ground.source(name), id=col("t", key),
    )  # fmt: skip
    rows.expressions[0].set("alias", exp.to_identifier(name, quoted=True))
    rows = rows.select(*(col("t", one) for one in sorted(needed - {key})), copy=False)
    if entity is Entity.ACCOUNT and ground.options.sample is not None:
        rows = rows.where(_in_sample(ground, key), copy=False)
    stage.make(temp(name), rows)
    if stage.count(temp(name)) >= MOST_UNITS:
        raise EngineError(
            Problem(
                code="too-many-records",
                what=say(
                    "There (is|are) more than {n} row(s) in the table {name}.", n=MOST_UNITS - 1, name=quoted(name)
                ),
                fix="Rehearse on a sample.",
            )
        )


def _in_sample(ground: RunGround, key: str) -> exp.Expr:
    """Whether an account belongs to the sample: so many of them, or so large a share, by the digest of seed and id."""
    sample = ground.options.sample or 0
    digest = tree("MD5($seed || $id)", seed=text(f"{ground.options.random_seed}:"), id=col("s", key))
    ranked = query("SELECT $id AS id FROM source AS s ORDER BY $digest", source=ground.source("account"),
                   id=col("s", key), digest=digest)  # fmt: skip
    if sample >= 1:
        ranked = ranked.limit(int(sample), copy=False)
    else:
        share = query("SELECT CAST(ROUND(COUNT(*) * $share) AS BIGINT) FROM source AS s",
                      source=ground.source("account"), share=exp.Literal.number(str(sample)))  # fmt: skip
        ranked = ranked.limit(share.subquery(copy=False), copy=False)
    return exp.In(this=col("t", key), query=ranked.subquery(copy=False))


def _lay_pairs(stage: Stage, ground: RunGround) -> None:
    """Who is carried with which account, from when until when; only people whose address is known by then."""
    known = query(
        "SELECT p.person, CASE WHEN COALESCE(TRIM(p.email), '') <> '' THEN $never ELSE r.at END AS since"
        " FROM people AS p LEFT JOIN (SELECT c.person, MIN(c.at) AS at FROM changes AS c"
        " WHERE COALESCE(TRIM(c.value), '') <> '' GROUP BY c.person) AS r ON r.person = p.person"
        " WHERE COALESCE(TRIM(p.email), '') <> '' OR NOT r.at IS NULL",
        people=temp("person"), changes=_recorded_field(ground, Entity.PERSON, "email"), never=number(-FOREVER),
    )  # fmt: skip
    spans = query(
        "SELECT a.account, k.person, GREATEST(k.since, COALESCE(EPOCH_US(r.valid_from), $never)) AS since,"
        " COALESCE(EPOCH_US(r.valid_to), $ever) AS until, r.person_roles AS roles FROM relations AS r"
        " JOIN accounts AS a ON a.account_id = r.account_id JOIN people AS p ON p.person_id = r.person_id"
        " JOIN known AS k ON k.person = p.person",
        relations=ground.source("account_person"), accounts=temp("account"), people=temp("person"), known=known,
        never=number(-FOREVER), ever=number(FOREVER),
    )  # fmt: skip
    stage.make(temp("span"), query(
        "SELECT s.*, COUNT(*) OVER (PARTITION BY s.account, s.person) AS many FROM spans AS s WHERE s.since < s.until",
        spans=spans,
    ))  # fmt: skip
    # Where relations of the same two overlap, each instant belongs to the one that began last.
    points = tree(
        "SELECT s.account, s.person, s.since AS at FROM spans AS s WHERE s.many > 1"
        " UNION SELECT s.account, s.person, s.until AS at FROM spans AS s WHERE s.many > 1",
        spans=temp("span"),
    )
    steps = query(
        "SELECT p.account, p.person, p.at AS since, LEAD(p.at) OVER (PARTITION BY p.account, p.person ORDER BY p.at)"
        " AS until FROM points AS p",
        points=points,
    )
    apart = query(
        "SELECT t.account, t.person, t.since, t.until, s.roles FROM steps AS t JOIN spans AS s ON s.many > 1"
        " AND s.account = t.account AND s.person = t.person AND s.since <= t.since AND t.since < s.until"
        " QUALIFY ROW_NUMBER() OVER (PARTITION BY t.account, t.person, t.since"
        " ORDER BY s.since DESC, s.until DESC) = 1",
        steps=steps, spans=temp("span"),
    )  # fmt: skip
    alone = query("SELECT s.account, s.person, s.since, s.until, s.roles FROM spans AS s WHERE s.many = 1",
                  spans=temp("span"))  # fmt: skip
    stage.make(temp("pair"), union([alone, apart]))
    stage.drop(temp("span"))


def _lay_heard(stage: Stage, ground: RunGround) -> None:
    """The recorded activities of the types that are asked for, with the columns that are."""
    kinds = ground.noted.kinds
    known = ground.columns("activity")
    columns = sorted({name for names in kinds.values() for name in names if name in known})
    heard = query(
        "SELECT t.type, EPOCH_US(t.ts) AS at, COALESCE(a.account, 0) AS account, COALESCE(p.person, 0) AS person"
        " FROM source AS t LEFT JOIN accounts AS a ON a.account_id = t.account_id"
        " LEFT JOIN people AS p ON p.person_id = t.person_id WHERE EPOCH_US(t.ts) <= $end",
        source=ground.source("activity"), accounts=temp("account"), people=temp("person"), end=number(ground.end),
    )  # fmt: skip
    heard = heard.where(exp.In(this=col("t", "type"), expressions=[text(kind) for kind in sorted(kinds)] or [text("")]))
    stage.make(temp("heard"), heard.select(*(col("t", name) for name in columns), copy=False))


def note_recorded(stage: Stage, ground: RunGround) -> None:
    """Find out which registers the tables tell changes of during the run."""
    found: set[str] = set()
    fields = {(str(kind), str(name)) for kind, name in stage.fetch(_changed_fields(ground))}
    for name, register in list(ground.noted.registers.items()):
        if register.attribute is not None:
            kinds = _CHANGED.get(register.entity, ())
            if any((kind, register.attribute) in fields for kind in kinds):
                recorded = _recorded_field(ground, register.entity, register.attribute)
                ground.noted.registers[name] = replace(register, recorded=_typed(recorded, register))
                found.add(name)
        elif register.recorded is not None:
            changes = query("SELECT COUNT(*) FROM c AS c", c=register.recorded)
            if stage.fetch(changes)[0][0]:
                found.add(name)
    ground.recorded = frozenset(found)


def _changed_fields(ground: RunGround) -> exp.Query:
    kinds = [text(kind) for kinds in _CHANGED.values() for kind in kinds]
    found = query(
        "SELECT DISTINCT t.type, t.attribute FROM source AS t WHERE EPOCH_US(t.ts) > $start AND EPOCH_US(t.ts) <= $end",
        source=ground.source("activity"), start=number(ground.start), end=number(ground.end),
    )  # fmt: skip
    return found.where(exp.In(this=col("t", "type"), expressions=kinds), copy=False)


def _recorded_field(ground: RunGround, entity: Entity, name: str) -> exp.Select:
    """Recorded changes of a field. Shape: one row per change: the entity, `at`, `value` as text."""
    column = entity.columns[0]
    found = query(
        "SELECT $entity, EPOCH_US(t.ts) AS at, t.new_value AS value FROM source AS t JOIN entities AS e ON $other = $id"
        " WHERE t.attribute = $name AND EPOCH_US(t.ts) > $start AND EPOCH_US(t.ts) <= $end",
        source=ground.source("activity"), entities=temp(column), entity=col("e", column), name=text(name),
        id=col("t", f"{column}_id"), other=col("e", f"{column}_id"), start=number(ground.start),
        end=number(ground.end),
    )  # fmt: skip
    kinds = [text(kind) for kind in _CHANGED[entity]]
    return found.where(exp.In(this=col("t", "type"), expressions=kinds), copy=False)


def _typed(recorded: exp.Select, register: Register) -> exp.Select:
    value = exp.TryCast(this=col("c", "value"), to=register.type.to_sql())
    return query("SELECT c.* EXCLUDE (value), $value AS value FROM recorded AS c", recorded=recorded, value=value)
