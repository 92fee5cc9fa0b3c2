"""Runs a generated journey in the engine and in the slow twin, and compares every crossing, instant and outcome."""

import json
from dataclasses import replace
from datetime import datetime
from functools import partial
from pathlib import Path
from types import TracebackType
from typing import Any
from zoneinfo import ZoneInfo

import pyarrow as pa

from engine.account_data.rows import arrow_type
from engine.accounts.model import CATALOG
from engine.database import Cursor, Database, Store, stored
from engine.document.files import from_text
from engine.expressions import NATIVES
from engine.journey.calendar import moment
from engine.journey.checking import check_journey
from engine.journey.options import RunOptions
from engine.journey.plan import Plan
from engine.journey.properties import read_properties
from engine.journey.simulate import Simulated, Stored, simulate
from engine.journey.world import JourneyShape, JourneyWorld, References
from engine.trees import number, query
from tests.engine.journey.oracle.simulator import STAGES, Simulator
from tests.engine.journey.oracle.worlds import START, World

Found = tuple[set[tuple[Any, ...]], set[tuple[Any, ...]]]


class Bench:
    """A database for one world after the other."""

    def __init__(self, folder: Path) -> None:
        self._database = Database(folder, natives=NATIVES, threads=1)

    def __enter__(self) -> "Bench":
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None,
                 trace: TracebackType | None) -> None:  # fmt: skip
        self._database.close()

    def engine(self, world: World) -> tuple[Found, int]:
        """What the engine says happened, and in how many passes."""
        return self._database.writer.run(partial(_engine, world))


def twin(world: World) -> Found:
    """What the slow twin says happened."""
    found = Simulator(world.document, world.data, START, world.end, world.linked)
    found.run()
    return {one for one in found.crossings if one[-1] <= world.end}, found.acts


def _engine(world: World, cursor: Cursor) -> tuple[Found, int]:
    documents = [from_text(json.dumps(one)) for one in (world.document, *world.linked)]
    references = References({
        "account_list": ({"list_id": "worked", "name": "Worked", "kind": "static", "status": "live"},),
        "comm_rule": tuple(
            {"rule_id": str(place), "capping_count": most, "period": period, "every": every, "status": "active",
             "channel": "email"}
            for place, (most, period, every) in enumerate(world.data.limits)
        ),
        **_objects(world),
    })  # fmt: skip
    shapes = {one.id: JourneyShape(one.id, one.name, properties.type, "live", properties)
              for one in documents for properties in (read_properties(one.journey),)}  # fmt: skip
    plans: list[Plan] = []
    for place, document in enumerate(documents):
        others = {key: shape for key, shape in shapes.items() if key not in {document.id, "j"}}
        around = JourneyWorld(CATALOG, shapes[document.id].properties, references, START, ZoneInfo("UTC"), document.id,
                              document.name, others)  # fmt: skip
        first = 1 + sum(len(one.nodes) for one in plans)
        checked = check_journey(document, around, first, place)
        problems = [str(problem) for problem in checked.problems if problem.is_error]
        assert not problems, problems
        plans.append(checked.plan)
    plan = replace(plans[0], linked=tuple(plans[1:]))
    sources = {name: stored(Store.WORK, f"in_{name}") for name in _tables(world)}
    for name, rows in _tables(world).items():
        _load(cursor, name, rows)
    options = RunOptions(sim_end=world.end.isoformat())
    run = simulate(cursor, plan, sources, options, Stored("run"))
    return _read(cursor, run, [one.id for one in plan.every]), run.passes


WRITTEN = {"writer": "industry", "scribe": "person_status"}
"""The services that write a field, and which."""


def _objects(world: World) -> dict[str, tuple[dict[str, Any], ...]]:
    """The interest with its cards and stages, and the services."""
    services = tuple(
        {"action_id": name, "name": name, "status": "active", "split": name == "tier", "timeout_min": one.timeout,
         "mapping": json.dumps({"incoming": {"answer": WRITTEN[name]}} if name in WRITTEN else {}),
         "context": "people" if name == "scribe" else "account",
         "stub": json.dumps({"kind": "lookup", "latency": one.latency, "failures": one.failures,
                             "by_id": {key: {"answer": said} for key, said in one.answers.items()}})}
        for name, one in world.data.services.items()
    )  # fmt: skip
    interest = world.data.interest
    if interest is None:
        return {"external_action": services}
    cards = tuple(
        {"template_id": "t", "role_id": role, "priority": place, "weight": 60, "auto_assign": condition is not None,
         "required_for_completeness": needed > 0, "members_required": needed, "condition": json.dumps(condition or {})}
        for place, (role, needed, condition) in enumerate(interest.cards)
    )  # fmt: skip
    jobs: tuple[dict[str, Any], ...] = ()
    if interest.audience is not None:
        jobs = ({"job_id": "1", "si_id": "cloud", "audience_id": "a"},)
    return {
        "external_action": services,
        "solution_interest": ({"si_id": "cloud", "name": "cloud", "template_id": "t", "model_id": "m",
                               "update_existing": interest.update_existing},),
        "role_template": ({"template_id": "t", "name": "T", "status": "live"},),
        "role_template_role": cards,
        "bg_role": tuple({"role_id": role, "name": role} for role, _, _ in interest.cards),
        "stage_model": ({"model_id": "m", "name": "M", "status": "live"},),
        "stage": tuple({"stage_id": key, "model_id": "m", "name": key, "is_entry": entry}
                       for key, (entry, _) in STAGES.items()),
        "stage_transition": tuple({"model_id": "m", "from_stage": key, "to_stage": to}
                                  for key, (_, ways) in STAGES.items() for to in ways),
        "bg_job": jobs,
        "account_audience": ({"audience_id": "a", "name": "A", "definition": json.dumps(interest.audience or {})},),
    }  # fmt: skip


def _tables(world: World) -> dict[str, list[dict[str, Any]]]:
    data = world.data
    groups = {} if data.interest is None else data.interest.groups
    members = {} if data.interest is None else data.interest.members
    return {
        "buying_group": [{"bg_id": f"g{key}", "si_id": "cloud", "account_id": key, "stage_id": one.stage,
                          "status": one.status, "completeness": one.score} for key, one in groups.items()],
        "bg_member": [{"bg_id": f"g{account}", "person_id": person, "role_id": one.role,
                       "source": "job" if one.removed else one.source, "is_removed": one.removed,
                       "removed_source": one.source if one.removed else None}
                      for (account, person), one in members.items()],
        "account": [{"account_id": key, **row} for key, row in data.accounts.items()],
        "person": [{"person_id": key, **row} for key, row in data.people.items()],
        "account_person": [
            {"account_person_id": str(place), "account_id": account, "person_id": person, "valid_from": since,
             "valid_to": until}
            for place, (account, person, since, until) in enumerate(data.relations)
        ],
        "activity": data.activities,
        "account_list_member": [
            {"list_id": key, "account_id": one, "added_at": datetime(2025, 1, 1)}
            for key, members in data.lists.items()
            for one in sorted(members)
        ],
    }  # fmt: skip


def _load(cursor: Cursor, name: str, rows: list[dict[str, Any]]) -> None:
    table = CATALOG.table_by_name[name]
    schema = pa.schema([pa.field(one.name, arrow_type(one.type)) for one in table.attributes])
    cursor.drop(Store.WORK, f"in_{name}")
    cursor.load(Store.WORK, f"in_{name}", [pa.RecordBatch.from_pylist(rows, schema=schema)], schema)


def _read(cursor: Cursor, run: Simulated, names: list[str]) -> Found:
    kept = {"a": run.stored.table("accounts"), "p": run.stored.table("persons")}
    crossings = cursor.fetch(query(
        "SELECT c.rank, COALESCE(a.account_id, p.person_id) AS id, c.entry, c.at, COALESCE(c.reason, c.port) AS way,"
        " c.at_out FROM c AS c LEFT JOIN a AS a ON a.account = c.account LEFT JOIN p AS p ON p.person = c.person"
        " WHERE c.at_out <= $end",
        c=run.stored.table("crossings"), end=number(run.end), **kept,
    ))  # fmt: skip
    acts = cursor.fetch(query(
        "SELECT c.rank, a.account_id, t.entry, p.person_id, c.at, c.outcome FROM c AS c"
        " LEFT JOIN a AS a ON a.account = c.account LEFT JOIN p AS p ON p.person = c.person"
        " JOIN t AS t ON t.token = c.token WHERE c.at <= $end",
        c=run.stored.table("acts"), t=run.stored.table("tokens"), end=number(run.end), **kept,
    ))  # fmt: skip
    return (
        {(names[rank - 1], *whose, moment(at), way, moment(out)) for rank, *whose, at, way, out in crossings},
        {(names[rank - 1], *whose, moment(at), outcome) for rank, *whose, at, outcome in acts},
    )  # fmt: skip
