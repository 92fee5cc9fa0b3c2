"""Rehearses a journey on a virtual clock and stores what happened, so that counts at any instant are a filter.

The stored tables are named after a fingerprint of all that decides them: same journey, data and options, same tables.
"""

import hashlib
import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from pydantic import JsonValue
from sqlglot import exp

from engine.database import Cursor, Store, stored
from engine.fingerprints import SEMANTICS
from engine.journey.calendar import micros
from engine.journey.contract import Exit, Role
from engine.journey.entries import EXCLUDED, EXITS, TOKENS
from engine.journey.options import RunOptions
from engine.journey.passes import Emit, Passes
from engine.journey.plan import Plan
from engine.journey.properties import JourneyProperties
from engine.journey.recording import acts_query, crossings_query, pairs_query, people_query
from engine.journey.registers import Entity
from engine.journey.stage import Stage
from engine.journey.tables import RunGround, temp
from engine.journey.tallying import tally_query
from engine.journey.world import JourneyWorld
from engine.problems import EngineError, Problem
from engine.texts import quoted, say
from engine.trees import number, query, text

DEFAULT_SPAN = timedelta(days=90)
JOURNEY_SEMANTICS = 3
"""Raised when the same journey would give other results."""


@dataclass(frozen=True, slots=True)
class Stored:
    """The tables of one run in the store of design time, by their common prefix.

    `crossings`: one row per token and node that it came to: `rank`, `token`, `unit`, `entry`, `account`, `person`,
    `at`, `port`, `reason`, `at_out` and the number of `people`. `people`: one row per person on a path of a group.
    `pairs`: one row per relation between an account and a person, with its time.
    `acts`: one row per action and entity. `tokens`: one row per token, with the number of its `journey`: 0, or that of
    one that ran with it. `excluded`: accounts that were left out.
    `accounts` and `persons`: the ids behind the small keys. `tally`: counts by instant (see `engine.journey.tallying`).
    """

    prefix: str

    def table(self, name: str) -> exp.Table:
        return stored(Store.WORK, self.name(name))

    def name(self, table: str) -> str:
        return f"{self.prefix}_{table}"

    @property
    def names(self) -> tuple[str, ...]:
        return tuple(self.name(table) for table in TABLES)


TABLES = ("crossings", "people", "pairs", "acts", "tokens", "excluded", "accounts", "persons", "tally")


@dataclass(frozen=True, slots=True)
class Simulated:
    """What a run left: its tables, the span of its clock in microseconds, and how many passes it took."""

    stored: Stored
    start: int
    end: int
    passes: int
    rows: int


def span_of(world: JourneyWorld, options: RunOptions) -> tuple[int, int]:
    """The start and the horizon of a run, in microseconds. Errors: wrong-span."""
    schedule = world.properties.schedule
    start = _read(options.sim_start, "sim_start") or _midnight(schedule.start_date) or world.now
    last = _midnight(schedule.end_date)
    end = _read(options.sim_end, "sim_end")
    if end is None:
        end = start + DEFAULT_SPAN if last is None else min(last, start + DEFAULT_SPAN)
    _read(options.closes, "closes")
    if end <= start:
        raise EngineError(
            Problem(
                code="wrong-span",
                what=say("The run would end at {end}, before it starts.", end=f"{end:%Y-%m-%d %H:%M}"),
                fix="Choose a later end, or an earlier start.",
                field="sim_end",
            )
        )
    if last is not None and end > last:
        raise EngineError(
            Problem(
                code="wrong-span",
                what="The run would end after the journey does.",
                fix=say("Choose an end no later than {last}.", last=f"{last:%Y-%m-%d}"),
                field="sim_end",
            )
        )
    return micros(start), micros(end)


def _read(written: str | None, field: str) -> datetime | None:
    if written is None:
        return None
    try:
        return datetime.fromisoformat(written).replace(tzinfo=None)
    except ValueError as error:
        raise EngineError(
            Problem(
                code="wrong-as-of",
                what=say("{written} is not an instant.", written=quoted(written)),
                fix="Write it as 2026-01-05T09:00.",
                field=field,
            )
        ) from error


def _midnight(day: date | None) -> datetime | None:
    return None if day is None else datetime.combine(day, time())


def fingerprint(plan: Plan, options: RunOptions, span: tuple[int, int], data_version: str) -> Stored:
    """Where the results of a run stand, or will."""
    document = plan.document
    parts = {
        "semantics": [SEMANTICS, JOURNEY_SEMANTICS],
        "nodes": [[one.id, one.node.type, one.node.version, one.node.settings] for one in plan.every],
        "feeds": [[feed.rank, feed.port, one.rank] for one in plan.every for feed in one.feeds],
        "linked": [[one.document.id, _telling(one.world.properties)] for one in plan.linked],
        "others": [
            [one.id, one.status, _telling(one.properties)]
            for one in sorted(plan.world.journeys.values(), key=lambda one: one.id)
        ],
        "journey": _telling(plan.world.properties),
        "id": document.id,
        "saved": [*_audiences_read(plan)],
        "options": options.model_dump(mode="json"),
        "span": span,
        "data": data_version,
    }
    text = json.dumps(parts, sort_keys=True, default=str)
    return Stored(f"j{hashlib.md5(text.encode(), usedforsecurity=False).hexdigest()[:20]}")


def _telling(properties: JourneyProperties) -> dict[str, JsonValue]:
    """The properties that a run depends on: not how the canvas is laid out."""
    told: dict[str, JsonValue] = properties.model_dump(mode="json", exclude={"layout_direction"})
    return told


def _audiences_read(plan: Plan) -> Iterator[str]:
    """The tables of the saved audiences that sources name."""
    for one in plan.every:
        reference = one.node.settings.get("saved")
        for audience in one.place.world.audiences.values():
            if one.role is Role.SOURCE and reference in {audience.id, audience.label}:
                yield audience.physical


def simulate(
    cursor: Cursor,
    plan: Plan,
    sources: Mapping[str, exp.Table],
    options: RunOptions,
    where: Stored,
    emit: Emit = lambda _done, _all: None,
    look: Callable[[Passes], None] = lambda _passes: None,
) -> Simulated:
    """Run a plan and store what happened; `look` may ask the run before its tables are forgotten.

    Errors: Cancelled, wrong-span, passes-do-not-settle, the database's.
    """
    span = span_of(plan.world, options)
    ground = RunGround(sources, plan.world.catalog, options, span)
    ground.recurrence = plan.world.properties.schedule.recurrence if plan.world.of_people else None
    ground.nodes = {one.rank: one.id for one in plan.every}
    stage = Stage(cursor)
    try:
        passes = Passes(plan, ground, stage, emit)
        passes.run()
        look(passes)
        rows = _store(cursor, passes, where)
    finally:
        stage.close()
    return Simulated(where, span[0], span[1], passes.number, rows)


def _store(cursor: Cursor, passes: Passes, where: Stored) -> int:
    ids = {
        "accounts": query(
            "SELECT a.account, a.account_id, a.name FROM accounts AS a", accounts=temp(Entity.ACCOUNT.columns[0])
        ),
        "persons": query(
            "SELECT p.person, p.person_id, p.email FROM people AS p", people=temp(Entity.PERSON.columns[0])
        ),
    }
    plans = (passes.plan, *passes.plan.linked)
    ends = {place: passes.ends_at(one.world) for place, one in enumerate(plans)}
    ended, reason = exp.Case(default=exp.null()), exp.Case(default=exp.null())
    for place, at in ends.items():
        mine = exp.column("journey", table="t").eq(number(place))
        ended = ended.when(mine, exp.null() if at is None else number(at), copy=False)
        reason = reason.when(mine.copy(), exp.null() if at is None else text(Exit.ENDED), copy=False)
    tokens = query(
        "SELECT t.token, t.unit, t.entry, t.account, t.person, t.at AS entered,"
        " CAST(COALESCE(x.at, $ended) AS BIGINT) AS exited, CAST(COALESCE(x.reason, $reason) AS VARCHAR) AS reason,"
        " x.rank, t.journey FROM tokens AS t LEFT JOIN exits AS x ON x.token = t.token",
        tokens=TOKENS,
        exits=EXITS,
        ended=ended,
        reason=reason,
    )
    contents = {
        "crossings": crossings_query(passes),
        "people": people_query(passes),
        "pairs": pairs_query(passes),
        "acts": acts_query(passes),
        "tokens": tokens,
        "excluded": query("SELECT e.account, e.at, 'excluded_no_name' AS reason FROM x AS e", x=EXCLUDED),
        **ids,
    }
    rows = sum(cursor.create(Store.WORK, where.name(name), content, replace=True) for name, content in contents.items())
    again = passes.plan.world.properties.re_entry.enabled or bool(plans[1:]) or passes.ground.options.reaches_all
    tally = tally_query({name: where.table(name) for name in contents}, again=again)
    return rows + cursor.create(Store.WORK, where.name("tally"), tally, replace=True)
