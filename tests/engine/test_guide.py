"""The guide's examples are documents that run, and its promises about rows and names hold."""

import re
from pathlib import Path

from engine.catalog.files import read_catalog
from engine.document.files import from_text, to_text
from engine.ingest.service import import_file
from engine.runner.service import run_document
from engine.workspace import Workspace
from tests.engine.campaigns import build, campaign, condition, node

GUIDE = Path(__file__).resolve().parents[2] / "resources" / "guide" / "documents.md"


BLOCKS = re.findall(r"```json\n(.*?)```", GUIDE.read_text(encoding="utf-8"), re.DOTALL)


def test_the_examples_of_the_guide_run(the_shop: Workspace) -> None:
    gold, thanks = (from_text(text) for text in BLOCKS if '"nodes"' in text)

    assert to_text(from_text(to_text(gold))) == to_text(gold)
    assert [one.rows for one in run_document(the_shop, gold).transitions] == [3, 3, 0, 3]
    assert [one.rows for one in run_document(the_shop, thanks).transitions] == [5, 4, 4]


def test_what_the_guide_says_of_tables_and_dimensions_holds(tmp_path: Path) -> None:
    """As a stranger does it: two files, the catalogue of the guide, a path in each direction."""
    (catalogue,) = (text for text in BLOCKS if '"nodes"' not in text)
    (tmp_path / "more.json").write_text(catalogue)
    (tmp_path / "people.csv").write_text("id,mail,may_mail\np1,a@x.org,true\np2,b@x.org,false\np3,,true\n")
    (tmp_path / "orders.csv").write_text("no,person_id\n1,p1\n2,p1\n3,p2\n4,p3\n")
    nodes = [
        build("bought", condition("buyer/mail", "not-empty"), "orders"),
        node("who", "change-dimension", dimension="people", keep=1),
        node("mail", "email", message_category="marketing"),
        build("again", {"kind": "aggregate", "attribute": "orders", "function": "count", "value": 2}, "people"),
    ]
    with Workspace.create(tmp_path / "w") as workspace:
        for name in ("people", "orders"):
            import_file(workspace, tmp_path / f"{name}.csv")
        added, problems = read_catalog(tmp_path / "more.json")
        assert problems == ()
        workspace.schemas.add(*added.links, *added.dimensions)
        result = run_document(workspace, campaign(nodes, "bought>who", "who>mail", dimension="people"))

    assert result.ok, [str(problem) for problem in result.problems]
    assert {one.id: one.rows for one in result.transitions}.items() >= {"t1": 3, "t2": 2, "again:result": 1}.items()
    assert dict(result.node("mail").reach) == {"reachable": 1, "EmailNoConsent": 1}
