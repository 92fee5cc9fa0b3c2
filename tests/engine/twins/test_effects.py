"""What real runs do to tables, audiences, files and history agrees with dictionaries and lists kept by hand."""

import csv
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlglot import exp

from engine.catalog.model import Attribute, Dimension, Table
from engine.database import Store, stored
from engine.document.model import Document
from engine.runner.real import start_real_run
from engine.runner.service import run_document
from engine.types import DataType
from engine.workspace import Workspace
from tests.engine.campaigns import build, campaign, node
from tests.engine.twins import world
from tests.engine.twins.agreement import Bench
from tests.engine.twins.files import FORMS
from tests.engine.twins.real_agreement import fetched, rows_of
from tests.engine.twins.rules import holds
from tests.engine.twins.strategies import FILTERS, RULES, nobody

_STOCKED = [(1, "a"), (None, ""), (30, None), (4, "é'\"😀")]
STOCK = [{"id": number, "amount": amount, "note": note} for number, (amount, note) in enumerate(_STOCKED, start=5)]
pytestmark = pytest.mark.timeout(300)
FEW = settings(max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture])


def load(workspace: Workspace, folder: Path, name: str, rows: list[dict[str, Any]], columns: dict[str, str]) -> None:
    """A table that holds exactly these rows."""
    attributes = tuple(Attribute(name=one, type=DataType.parse(kind)) for one, kind in columns.items())
    workspace.schemas.add(Table(name=name, attributes=attributes, key=(next(iter(columns)),)))
    world.load(workspace, folder, name, rows)


def matching(dimension: str, rule: dict[str, Any] | None) -> list[dict[str, Any]]:
    """The records that a Build audience finds, by key."""
    return [one for one in world.RECORDS[dimension] if holds(dimension, one, rule)]


@pytest.mark.req("ORC-106")
@given(
    rule=st.none() | RULES["orders"],
    operation=st.sampled_from(["insert-or-update", "insert", "update", "delete"]),
    when=st.none() | st.just("@amount > 5"),
)
@FEW
def test_updated_tables_agree_with_a_dictionary(
    bench: Bench, tmp_path: Path, rule: dict[str, Any] | None, operation: str, when: str | None
) -> None:
    """Several orders of one person: the last by key counts. Orders without a person change nothing."""
    load(bench.workspace, tmp_path, "stock", STOCK, {"id": "integer", "amount": "integer", "note": "string"})
    document = campaign(
        [
            build("which", rule, "orders"),
            node("write", "update-data", table="stock", operation=operation,
                 keys=[{"target": "id", "expression": "@person"}],
                 fields=[] if operation == "delete" else [
                     {"target": "amount", "expression": "@amount * 2", "when": when},
                     {"target": "note", "expression": "@no"}]),
        ],
        "which>write", id="update",
    )  # fmt: skip
    changes = {one["person"]: one for one in matching("orders", rule) if one["person"] is not None}
    expected = {one["id"]: dict(one) for one in STOCK}
    for person, order in changes.items():
        counts = when is None or (order["amount"] is not None and order["amount"] > 5)
        amount = None if order["amount"] is None else order["amount"] * 2
        if person in expected and operation in {"update", "insert-or-update"}:
            expected[person] |= {"note": order["no"]} | ({"amount": amount} if counts else {})
        elif person in expected and operation == "delete":
            del expected[person]
        elif person not in expected and operation in {"insert", "insert-or-update"}:
            expected[person] = {"id": person, "amount": amount if counts else None, "note": order["no"]}

    start_real_run(bench.workspace, document)

    assert rows_of(bench.workspace, "stock") == sorted(expected.values(), key=lambda row: str(row["id"]))


@pytest.mark.req("ORC-103", "ORC-104")
@given(
    rule=st.none() | RULES["people"],
    distinct=st.booleans(),
    descending=st.booleans(),
    delimiter=st.sampled_from([",", ";", "|"]),
    header=st.booleans(),
)
@FEW
def test_an_extracted_file_agrees_with_its_twin(
    bench: Bench, rule: dict[str, Any] | None, distinct: bool, descending: bool, delimiter: str, header: bool
) -> None:
    document = campaign(
        [
            build("who", rule, "people"),
            node("out", "extract-file", file_name="twin.csv", append_timestamp=False, distinct=distinct,
                 delimiter=delimiter, header=header,
                 columns=[{"attribute": "team", "transformation": "upper", "label": "Team; of, \"all\""},
                          {"attribute": "boss/team", "alias": "over"}],
                 sort=[{"attribute": "score", "descending": descending}]),
        ],
        "who>out", id="extract",
    )  # fmt: skip
    people = sorted(matching("people", rule), key=lambda one: one["id"])
    known = [one for one in people if one["score"] is not None]
    known.sort(key=lambda one: -one["score"] if descending else one["score"])
    people = known + [one for one in people if one["score"] is None]
    by_id = {one["id"]: one for one in world.PEOPLE}
    lines = [[(one["team"] or "").upper(), by_id.get(one["boss"], {}).get("team") or ""] for one in people]

    start_real_run(bench.workspace, document)

    path = bench.workspace.files / "exports" / "twin.csv"
    with path.open(encoding="utf-8", newline="") as file:
        found = list(csv.reader(file, delimiter=delimiter))
    path.unlink()
    if header:
        assert found.pop(0) == ['Team; of, "all"', "over"]
    if not distinct:
        assert found == lines
        return
    # A missing and an empty team are different rows that look alike in a file.
    assert sorted(set(map(tuple, found))) == sorted(set(map(tuple, lines)))
    pairs = {(one["team"] and one["team"].upper(), by_id.get(one["boss"], {}).get("team")) for one in people}
    assert len(found) == len(pairs)


@pytest.mark.req("ORC-97", "ORC-98", "ORC-99", "ORC-100")
@given(form=FORMS)
@FEW
def test_a_loaded_file_agrees_with_a_plain_reading(bench: Bench, form: dict[str, Any]) -> None:
    bench.compare({"nodes": [{"id": "load", "type": "load-file", "settings": {"form": form}}], "transitions": []})


@pytest.mark.req("ORC-103")
def test_columns_of_one_name_stand_in_a_file_under_their_labels(bench: Bench) -> None:
    """Somebody's own score and that of the boss: the labels tell them apart, no other name is asked for."""
    columns = [{"attribute": "score"}, {"attribute": "boss/score", "label": "Score of the boss"}]
    out = node("out", "extract-file", file_name="two.csv", append_timestamp=False, columns=columns)
    bosses = {one["id"]: one["score"] for one in world.PEOPLE}
    pairs = [[one["score"], bosses.get(one["boss"])] for one in world.PEOPLE]

    start_real_run(bench.workspace, campaign([build("who", None, "people"), out], "who>out", id="two"))

    path = bench.workspace.files / "exports" / "two.csv"
    with path.open(encoding="utf-8", newline="") as file:
        found = list(csv.reader(file))
    path.unlink()
    lines = [["" if value is None else str(value) for value in pair] for pair in pairs]
    assert found == [["score", "Score of the boss"], *lines]


@pytest.mark.req("ORC-141", "PRC-149")
@pytest.mark.parametrize(
    ("dimension", "attribute", "field", "what"),
    [("seats", "holder/team", "mode", "Its members are records of people, and those that come are of seats."),
     ("people", "score", "attributes", "The attributes differ from those of the members that are there.")],
)  # fmt: skip
def test_only_members_of_one_kind_are_added_to_an_audience(
    bench: Bench, dimension: str, attribute: str, field: str, what: str
) -> None:
    """Seats have a key of two parts, and a score is a number where a team is a text."""

    def saving(which: str, path: str, identity: str) -> Document:
        picks = [{"attribute": path, "alias": "team"}]
        save = node("save", "save-audience", label=label, identity=identity, mode="append", attributes=picks)
        return campaign([build("who", None, which), save], "who>save", id=label)

    label = f"Of one kind: {dimension}"
    bench.memory.audiences[label] = ([], [])
    first = start_real_run(bench.workspace, saving("people", "team", "id"))

    second = start_real_run(bench.workspace, saving(dimension, attribute, "seat" if dimension == "seats" else "mail"))

    assert first.ok
    told = [(one.code, one.node, one.field, one.what) for one in second.problems if one.is_error]
    assert told == [("audience-shape-differs", "save", field, what)]
    saved = bench.workspace.audiences.by_label(label)
    assert saved is not None
    assert saved.rows == len(world.PEOPLE)


@pytest.mark.req("ORC-92", "ORC-94")
@given(
    rules=st.lists(st.none() | FILTERS["people"] | st.just(nobody("people")), min_size=1, max_size=4),
    days=st.lists(st.integers(0, 4), min_size=4, max_size=4),
    history=st.sampled_from([0, 1, 3]),
)
@FEW
def test_an_incremental_query_agrees_with_a_diary(
    bench: Bench, rules: list[dict[str, Any] | None], days: list[int], history: int
) -> None:
    """Whoever was returned within the days that the history keeps is not returned again; 0 keeps for ever."""
    diary: dict[int, datetime] = {}
    now = world.NOW
    name = f"diary {len(bench.memory.returned)}"
    bench.memory.returned[name] = {}
    for rule, later in zip(rules, days, strict=False):
        now += timedelta(days=later, minutes=1)
        oldest = now - timedelta(days=history)
        document = campaign(
            [node("new", "incremental-query", dimension="people", rule=rule, history_days=history), node("w", "wait")],
            "new>w", id=name, as_of=now.isoformat(),
        )  # fmt: skip
        found = {one["id"] for one in matching("people", rule)}
        expected = {one for one in found if one not in diary or (history and diary[one] < oldest)}

        counted = run_document(bench.workspace, document).transition("t1")
        real = start_real_run(bench.workspace, document).transition("t1")

        assert counted.rows == real.rows == (len(expected) or None)
        diary |= dict.fromkeys(expected, now)


@pytest.mark.req("ORC-93")
def test_by_date_an_incremental_query_goes_on_from_its_last_real_run(bench: Bench, tmp_path: Path) -> None:
    """The date set by hand starts it; from then on the last real run counts, where that is later."""

    def sending(day: int) -> Document:
        settings = {"dimension": "news", "mode": "date", "date_field": "at", "last_execution": "2025-10-02T00:00:00"}
        return campaign([node("new", "incremental-query", **settings)], id="by-date", as_of=f"2025-10-{day:02}T12:00")

    def publish(*days: int) -> None:
        rows = [{"no": day, "at": f"2025-10-{day:02}T06:00:00"} for day in days]
        load(bench.workspace, tmp_path, "news", rows, {"no": "integer", "at": "datetime"})

    publish(1, 2, 3)
    bench.workspace.schemas.add(Dimension(name="news", table="news"))
    first = start_real_run(bench.workspace, sending(3)).transition("new:result").rows
    again = start_real_run(bench.workspace, sending(3)).transition("new:result").rows
    publish(1, 2, 3, 4)
    later = start_real_run(bench.workspace, sending(4)).transition("new:result").rows

    assert (first, again, later) == (2, None, 1)


@pytest.mark.req("ORC-141", "ORC-142", "ORC-143")
@given(
    rules=st.lists(st.none() | RULES["people"] | st.just(nobody("people")), min_size=1, max_size=3),
    modes=st.lists(st.sampled_from(["replace", "append"]), min_size=3, max_size=3),
    when_empty=st.sampled_from(["write", "keep", "fail"]),
    identity=st.sampled_from(["id", "mail"]),
)
@FEW
def test_a_saved_audience_agrees_with_a_dictionary(
    bench: Bench, rules: list[dict[str, Any] | None], modes: list[str], when_empty: str, identity: str
) -> None:
    """Members by identity: replaced or added to, the newest wins; nobody entering writes, keeps, or fails."""
    label = f"Audience {len(bench.memory.audiences)}"
    bench.memory.audiences[label] = ([], [])
    members: dict[str, str | None] = {}
    known = False
    for rule, mode in zip(rules, modes, strict=False):
        document = campaign(
            [build("who", rule, "people"),
             node("save", "save-audience", label=label, identity=identity, mode=mode, when_empty=when_empty,
                  attributes=[{"attribute": "team"}])],
            "who>save", id=label,
        )  # fmt: skip
        entering = {str(one[identity]): one["team"] for one in matching("people", rule) if one[identity]}
        if not entering and when_empty == "fail":
            refused = start_real_run(bench.workspace, document)
            assert [one.code for one in refused.problems if one.is_error] == ["empty-audience"]
            continue
        start_real_run(bench.workspace, document)
        if entering or when_empty == "write" or not known:
            before, members = members, entering if mode == "replace" else members | entering
            known = True
            saved = bench.workspace.audiences.by_label(label)
            assert saved is not None
            assert dict(saved.counts) == {
                "realized": len(set(members) - set(before)), "existing": len(set(members) & set(before)),
                "exiting": len(set(before) - set(members)),
            }  # fmt: skip
        saved = bench.workspace.audiences.by_label(label)
        assert saved is not None
        query = exp.select('"_identity"', '"team"').from_(stored(Store.DATA, saved.physical))
        found = fetched(bench.workspace, query)
        assert sorted(found, key=str) == sorted(members.items(), key=str)
