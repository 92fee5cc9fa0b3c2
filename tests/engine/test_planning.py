"""An edit is planned as what it is: only what it touches is compiled anew, and nothing that it changes is missed."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from engine.catalog.model import Attribute, Dimension, Link, Table
from engine.compiler.plan import PlannedNode
from engine.document.model import Document
from engine.ingest.load import LoadMode, LoadOptions
from engine.ingest.service import import_file
from engine.runner.service import plan_document, prepare, run_document
from engine.types import INTEGER
from engine.workspace import Workspace
from tests.engine.campaigns import build, campaign, condition, exists, node
from tests.engine.fixture import shop


def drawn(city: str = "Paris", share: int = 50, **more: Any) -> Document:
    """Two audiences, their union, and a part of it."""
    nodes = [
        build("here", condition("city", value=city)),
        build("there", condition("city", value="Lyon")),
        node("all", "combine", mode="union"),
        node("part", "split", subsets=[{"limit": {"kind": "percent", "value": share}}]),
    ]
    return campaign(nodes, "here>all", "there>all", "all>part", **more)


def planned(workspace: Workspace, document: Document) -> Mapping[str, PlannedNode]:
    """The nodes of a plan."""
    return plan_document(workspace, prepare(workspace, document)).nodes


def afresh_of(workspace: Workspace, document: Document) -> dict[str, str | None]:
    """The populations of a document that nobody planned before."""
    other = document.model_copy(update={"id": "never planned"})
    return {name: one.population for name, one in planned(workspace, other).items()}


@pytest.mark.parametrize(
    ("edited", "anew"),
    [
        (drawn(), set[str]()),
        (drawn(share=10), {"part"}),
        (drawn(city="Leeds"), {"here", "all", "part"}),
        (drawn(seed=7), {"here", "there", "all", "part"}),
        (drawn(as_of="2025-10-02T09:00:00"), {"here", "there", "all", "part"}),
    ],
)
def test_an_edit_compiles_what_it_changed_and_what_follows(
    the_shop: Workspace, edited: Document, anew: set[str]
) -> None:
    before = planned(the_shop, drawn())

    after = planned(the_shop, edited)

    assert {name for name in after if after[name].query is not before[name].query} == anew
    assert {name: one.population for name, one in after.items()} == afresh_of(the_shop, edited)


def test_new_data_and_a_changed_catalogue_are_seen_at_once(tmp_path: Path) -> None:
    with shop(tmp_path) as workspace:
        london = campaign([build("who", condition("city", value="London"))])
        assert run_document(workspace, london).transition("who:result").rows == 3
        more = tmp_path / "more.csv"
        more.write_text("crm_id,city\nR20,London\nR21,Paris\n", encoding="utf-8")
        import_file(workspace, more, table="recipients", options=LoadOptions(mode=LoadMode.APPEND, partial=False))
        assert run_document(workspace, london).transition("who:result").rows == 4
        assert run_document(workspace, london).nodes[0].entered == 14

        workspace.schemas.remove(next(one for one in workspace.catalog().dimensions if one.name == "recipients"))

        assert {one.code for one in run_document(workspace, london).problems} == {"unknown-dimension"}


def test_what_a_thread_has_not_committed_is_seen_by_itself_alone(tmp_path: Path) -> None:
    with Workspace.create(tmp_path / "w") as workspace:
        table = Table(name="people", attributes=(Attribute(name="id", type=INTEGER),), key=("id",))
        assert not workspace.catalog().tables

        class GivenUpError(Exception):
            pass

        def add_and_give_up() -> None:
            with workspace.together():
                workspace.schemas.add(table)
                assert workspace.catalog().tables == (table,)
                assert not workspace.database.reader.run(lambda _cursor: workspace.catalog().tables)
                raise GivenUpError

        with pytest.raises(GivenUpError):
            add_and_give_up()
        assert not workspace.catalog().tables
        workspace.schemas.add(table)
        assert workspace.catalog().tables == (table,)


def test_tables_with_any_name_are_linked_and_counted(tmp_path: Path) -> None:
    """Quotes, brackets, a comment and an emoji: a name is never read as SQL, be it while checking or counting."""
    names = ("l'été (1)", 'or"ders; -- 🎯')
    with Workspace.create(tmp_path / "w") as workspace:
        for name, columns in zip(names, ("id", "no,owner"), strict=True):
            kinds = tuple(Attribute(name=one, type=INTEGER) for one in columns.split(","))
            workspace.schemas.add(Table(name=name, attributes=kinds, key=(kinds[0].name,)))
            path = tmp_path / "rows.csv"
            path.write_text(columns + ("\n1\n2\n3\n" if name == names[0] else "\n1,1\n2,1\n3,2\n"), encoding="utf-8")
            import_file(workspace, path, table=name, options=LoadOptions(partial=False))
        workspace.schemas.add(
            Link(name="ow'ner", source=names[1], target=names[0], pairs=(("owner", "id"),), reverse_name='or"ders'),
            Dimension(name="p'eople", table=names[0], identity="id"),
        )
        often = {"kind": "aggregate", "attribute": 'or"ders', "function": "count", "operator": "equal", "value": 2}
        document = campaign(
            [build("some", exists('or"ders'), "p'eople"), build("often", often, "p'eople")], dimension="p'eople"
        )

        result = run_document(workspace, document)

    assert not result.problems
    assert [result.transition(f"{name}:result").rows for name in ("some", "often")] == [2, 1]
