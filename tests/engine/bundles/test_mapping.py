"""Tables, columns, links and values that are called otherwise where a bundle arrives: offered, chosen, remembered."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any, get_args

import pytest
from pydantic import BaseModel

from engine.bundles.exporting import ExportWish, export_bundle
from engine.bundles.findings import Do, State
from engine.bundles.importing import import_bundle
from engine.bundles.manifest import Contents
from engine.bundles.reading import open_bundle
from engine.bundles.renaming import EXPRESSIONS, PATHS
from engine.bundles.reports import make_report
from engine.catalog.model import Attribute, Cardinality, Dimension, Link, Table
from engine.contract import Hint
from engine.document.files import from_text
from engine.document.model import Document
from engine.ingest.service import import_file
from engine.problems import EngineError
from engine.registry import all_activities
from engine.runner.service import run_document
from engine.types import DataType
from engine.workspace import Workspace
from tests.engine.campaigns import build, campaign, condition, exists, group, node

CAMPAIGN = campaign(
    [
        build("people", group("and", condition("city", "equal", "London"),
                              exists("purchases", condition("price", "greater", 10)),
                              {"kind": "condition", "expression": "Length(@city)", "operator": "greater", "value": 2})),
        node("end", "end"),
    ],
    "people>end",
)  # fmt: skip
CHOICES = {
    "table:recipients": "map:clients",
    "table:purchases": "map:orders",
    "column:recipients/city": "map:town",
    "column:recipients/crm_id": "map:number",
    "column:purchases/purchase_id": "map:order_id",
    "column:purchases/customer": "map:client",
    "column:purchases/price": "map:amount",
    "value:recipients/city/London": "map:Londres",
}


def _table(name: str, columns: str, key: str) -> Table:
    parts = (one.split(":") for one in columns.split())
    attributes = tuple(Attribute(name=column, type=DataType.parse(kind)) for column, kind in parts)
    return Table(name=name, attributes=attributes, key=(key,))


@pytest.fixture
def elsewhere(tmp_path: Path) -> Iterator[Workspace]:
    """A shop that calls everything otherwise: two clients in Londres, one of whom bought something dear."""
    with Workspace.create(tmp_path / "elsewhere") as workspace:
        workspace.schemas.add(
            _table("clients", "number:string town:string", "number"),
            _table("orders", "order_id:string client:string amount:double", "order_id"),
            Link(name="owner", source="orders", target="clients", pairs=(("client", "number"),),
                 cardinality=Cardinality.MANY_TO_ONE, reverse_name="bought"),
            Dimension(name="clients", table="clients"),
        )  # fmt: skip
        rows: dict[str, list[dict[str, Any]]] = {
            "clients": [{"number": "1", "town": "Londres"}, {"number": "2", "town": "Londres"},
                        {"number": "3", "town": "Paris"}],
            "orders": [{"order_id": "a", "client": "1", "amount": 99.5}, {"order_id": "b", "client": "2", "amount": 5},
                       {"order_id": "c", "client": "3", "amount": 50}],
        }  # fmt: skip
        for name, lines in rows.items():
            path = tmp_path / f"{name}.jsonl"
            path.write_text("\n".join(json.dumps(line) for line in lines))
            import_file(workspace, path, table=name)
        yield workspace


@pytest.fixture
def bundle(the_shop: Workspace, tmp_path: Path) -> Path:
    return export_bundle(the_shop, [CAMPAIGN], tmp_path / "b.jalon", ExportWish(Contents.COUNTS)).path


def test_what_is_missing_is_offered_with_its_best_matches(elsewhere: Workspace, bundle: Path) -> None:
    with open_bundle(bundle) as opened:
        first = make_report(opened, elsewhere, {})
        second = make_report(opened, elsewhere, {"table:recipients": "map:clients"})

    missing = next(one for one in first.of("table") if one.name == "recipients")
    assert (missing.state, missing.choices) == (State.NEW, (Do.CREATE, Do.MAP, Do.SKIP))
    assert set(missing.targets) == {"clients", "orders"}
    column = next(one for one in second.of("column") if one.name == "recipients/city")
    assert column.state is State.UNKNOWN
    assert set(column.matches) == {"number", "town"}
    assert not second.of("value")


def test_choices_are_carried_out_and_remembered(elsewhere: Workspace, bundle: Path) -> None:
    with open_bundle(bundle) as opened:
        import_bundle(elsewhere, opened, make_report(opened, elsewhere, CHOICES))
        remembered = make_report(opened, elsewhere)
    document = from_text(elsewhere.documents.load("campaign"))

    rule = document.nodes[0].settings["rule"]
    assert isinstance(rule, dict)
    assert document.nodes[0].settings["dimension"] == "clients"
    assert rule["items"] == [
        condition("town", "equal", "Londres"),
        exists("bought", condition("amount", "greater", 10)),
        {"kind": "condition", "expression": "Length(@town)", "operator": "greater", "value": 2},
    ]
    assert {one.name for one in elsewhere.catalog().tables} == {"clients", "orders"}
    assert run_document(elsewhere, document).transition("t1").rows == 1
    decisions = {one.key: one.decision for one in remembered.findings}
    assert decisions["table:recipients"] == "map:clients"
    assert decisions["value:recipients/city/London"] == "map:Londres"


def test_a_value_that_nobody_has_here_is_told_with_those_most_like_it(elsewhere: Workspace, bundle: Path) -> None:
    some = {name: choice for name, choice in CHOICES.items() if not name.startswith("value:")}
    with open_bundle(bundle) as opened:
        report = make_report(opened, elsewhere, some)

    (value,) = report.of("value")
    assert value.name == "recipients/city/London"
    assert value.matches[0] == "Londres"
    assert value.chosen is Do.KEEP


def test_a_name_that_is_not_there_is_no_choice(elsewhere: Workspace, bundle: Path) -> None:
    with open_bundle(bundle) as opened, pytest.raises(EngineError, match="no choice"):
        make_report(opened, elsewhere, {"table:recipients": "map:nobody"})


def test_a_text_that_only_looks_like_a_column_is_kept(
    elsewhere: Workspace, the_shop: Workspace, tmp_path: Path
) -> None:
    looks = Document.model_validate(
        CAMPAIGN.model_dump(by_alias=True, exclude_unset=True)
        | {"nodes": [build("people", condition("city", "equal", "city")), node("end", "end")]}
    )
    path = export_bundle(the_shop, [looks], tmp_path / "l.jalon", ExportWish(Contents.LOGIC)).path
    with open_bundle(path) as opened:
        chosen = {"table:recipients": "map:clients", "column:recipients/city": "map:town"}
        import_bundle(elsewhere, opened, make_report(opened, elsewhere, chosen))

    rule = from_text(elsewhere.documents.load("campaign")).nodes[0].settings["rule"]
    assert rule == condition("town", "equal", "city")


def hinted(annotation: Any) -> Iterator[tuple[str, str]]:
    """Hint and name of every field of a model, and of the models inside it."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        if annotation.__module__.startswith("engine.rules"):
            return
        for name, info in annotation.model_fields.items():
            yield from ((hint.kind, name) for hint in info.metadata if isinstance(hint, Hint))
            yield from hinted(info.annotation)
    for inner in get_args(annotation):
        yield from hinted(inner)


def test_every_setting_that_names_a_column_is_known_to_be_renamed() -> None:
    kinds = {"attribute", "column", "collected", "collection", "link"}

    found = {pair for activity in all_activities().values() for pair in hinted(activity.settings)}
    assert {name for kind, name in found if kind in kinds} <= PATHS
    assert {name for kind, name in found if kind == "expression"} <= EXPRESSIONS
