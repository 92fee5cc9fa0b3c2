"""People who do not exist: they give the counts of the real ones, and share no key, name or address with any."""

import json
import re
from collections.abc import Iterator
from pathlib import Path

import duckdb
import pytest

from engine.bundles.exporting import Exported, ExportWish, export_bundle
from engine.bundles.manifest import Contents
from engine.bundles.reading import open_bundle, unpacked
from engine.document.model import Document
from engine.workspace import Workspace
from tests.engine.bundles.test_journeys import journeys
from tests.engine.bundles.test_round_trip import WORKFLOWS
from tests.engine.campaigns import build, campaign, condition, node
from tests.engine.fixture import ROWS

END = node("end", "end")
PERSONAL = {"recipients": (0, 1, 2, 3, 4, 5), "purchases": (0, 1), "loyalty": (0,), "wishlists": (0, 1, 2)}
"""Of the tables that hold people, the places of keys, names, addresses and numbers."""


def values(exported: Exported) -> Iterator[tuple[str, list[tuple[object, ...]]]]:
    """The rows that travel, read by a bare DuckDB, in the order of the columns."""
    with open_bundle(exported.path) as bundle:
        for name, part in bundle.data_of("tables").items():
            with unpacked(bundle, part) as path, duckdb.connect() as bare:
                yield name, bare.execute("SELECT * FROM read_parquet(?)", [str(path)]).fetchall()


def examples() -> list[Document]:
    found: list[Document] = []
    for path in WORKFLOWS:
        raw = json.loads(path.read_text(encoding="utf-8"))["document"]
        found.append(Document.model_validate(raw | {"id": path.stem}))
    return found


@pytest.fixture(scope="module")
def invented(the_shop: Workspace, tmp_path_factory: pytest.TempPathFactory) -> Exported:
    path = tmp_path_factory.mktemp("invented") / "b.jalon"
    return export_bundle(the_shop, examples(), path, ExportWish(Contents.SYNTHETIC))


def test_nothing_that_tells_who_somebody_is_travels(invented: Exported) -> None:
    seen: set[str] = set()
    for name, rows in values(invented):
        for place in PERSONAL.get(name, ()):
            real = {row[place] for row in ROWS[name]} - {None, ""}
            assert not {row[place] for row in rows} & real, (name, place)
            seen.add(name)
        assert len(rows) == len(ROWS[name])
    assert seen >= {"recipients", "purchases", "loyalty"}


def test_a_table_that_holds_nobody_travels_as_it_is(invented: Exported) -> None:
    """Of products nothing is shuffled apart: a product without its name would be of no use to who receives it."""
    rows = dict(values(invented))["products"]

    assert sorted(rows, key=repr) == sorted(ROWS["products"], key=repr)


def test_most_counts_come_out_and_the_report_says_how_many(invented: Exported) -> None:
    shares = {one.document: (one.reproduced, one.total) for one in invented.verified}

    with open_bundle(invented.path) as bundle:
        assert all(one.invented for one in bundle.expected.values())
    assert shares["E01"][0] == shares["E01"][1] > 0
    assert sum(one for one, _ in shares.values()) >= 0.8 * sum(one for _, one in shares.values()), shares


def test_what_cannot_come_out_is_told(the_shop: Workspace, tmp_path: Path) -> None:
    by_key = campaign(
        [
            build("anna", condition("crm_id", "equal", "R01")),
            build("london", condition("city", "equal", "London")),
            END,
        ],
        "anna>end",
        "london>end",
    )

    exported = export_bundle(the_shop, [by_key], tmp_path / "b.jalon", ExportWish(Contents.SYNTHETIC))

    (found,) = exported.verified
    assert found.sentence == "Reproduced 1 of 2 counts."
    assert found.differences[0].node == "anna"


def test_a_journey_with_invented_people_gives_its_counts(the_companies: Workspace, tmp_path: Path) -> None:
    exported = export_bundle(the_companies, journeys("e1"), tmp_path / "b.jalon", ExportWish(Contents.SYNTHETIC))

    assert all(one.whole for one in exported.verified), [one.sentence for one in exported.verified]
    texts = " ".join(str(rows) for _, rows in values(exported))
    assert not re.search(r"p\d\d@|Acorn|Birch|'P\d\d'|'A\d'", texts)


def test_a_masked_sample_shows_the_first_letter_and_its_own_counts(the_shop: Workspace, tmp_path: Path) -> None:
    london = campaign([build("london", condition("city", "equal", "London")), END], "london>end")

    exported = export_bundle(the_shop, [london], tmp_path / "b.jalon", ExportWish(Contents.MASKED))

    ((_, rows),) = values(exported)
    assert {row[1] for row in rows} >= {"A•••", "B•••"}
    assert not {row[3] for row in rows} & {row[3] for row in ROWS["recipients"] if row[3]}
    with open_bundle(exported.path) as bundle:
        assert bundle.expected["campaign"].transitions[0].rows == 3
