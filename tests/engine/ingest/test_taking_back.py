"""A load is taken back when no later one changed its records; otherwise it is refused, with those records."""

import json
import random
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlglot import exp

from engine.database import Store, stored
from engine.ingest.load import LoadMode, LoadOptions
from engine.ingest.service import import_file
from engine.ingest.taking_back import take_back
from engine.problems import EngineError
from engine.workspace import Workspace
from tests.engine.test_cli import jalon

APPEND, UPSERT = LoadOptions(LoadMode.APPEND), LoadOptions(LoadMode.UPSERT)


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    with Workspace.create(tmp_path / "w") as opened:
        yield opened


def load(workspace: Workspace, folder: Path, lines: str, options: LoadOptions | None = None, version: str = "") -> str:
    path = folder / "people.csv"
    path.write_text(lines, encoding="utf-8")
    return import_file(workspace, path, key=["id"], version=version or None, options=options).record.id


def held(workspace: Workspace) -> dict[int, str]:
    current = workspace.datasets.current("people")
    assert current is not None
    query = exp.select(exp.column("id"), exp.column("name")).from_(stored(Store.DATA, current.physical))
    return dict(workspace.database.reader.run(lambda cursor: cursor.fetch(query)))


def status(workspace: Workspace, name: str) -> str:
    return next(one.status for one in workspace.datasets.loads() if one.id == name)


def refused(workspace: Workspace, name: str) -> EngineError:
    with pytest.raises(EngineError) as caught:
        take_back(workspace, name)
    return caught.value


@pytest.mark.req("PRC-116")
def test_an_earlier_load_is_taken_back_and_what_later_ones_brought_stays(workspace: Workspace, tmp_path: Path) -> None:
    first = load(workspace, tmp_path, "id,name\n1,Ana\n2,Bob\n")
    second = load(workspace, tmp_path, "id,name\n2,Bobby\n3,Cid\n", UPSERT)
    third = load(workspace, tmp_path, "id,name\n4,Dee\n", APPEND)

    take_back(workspace, second)

    assert held(workspace) == {1: "Ana", 2: "Bob", 4: "Dee"}
    assert [status(workspace, one) for one in (first, second, third)] == ["active", "inactive", "active"]
    assert refused(workspace, second).problem.code == "nothing-to-undo"
    take_back(workspace, third)
    assert held(workspace) == {1: "Ana", 2: "Bob"}


@pytest.mark.req("PRC-116")
def test_a_load_whose_records_a_later_one_changed_stays_and_they_are_named(
    workspace: Workspace, tmp_path: Path
) -> None:
    load(workspace, tmp_path, "id,name\n1,Ana\n2,Bob\n")
    second = load(workspace, tmp_path, "id,name\n2,Bobby\n3,Cid\n", UPSERT)
    third = load(workspace, tmp_path, "id,name\n3,Cyd\n", UPSERT)

    problem = refused(workspace, second).problem
    assert (problem.code, problem.values) == ("changed-since", {"records": 1})
    assert "3" in problem.why
    assert held(workspace) == {1: "Ana", 2: "Bobby", 3: "Cyd"}
    take_back(workspace, third)
    take_back(workspace, second)
    assert held(workspace) == {1: "Ana", 2: "Bob"}


@pytest.mark.req("PRC-116")
def test_deleted_records_come_back_with_their_versions(workspace: Workspace, tmp_path: Path) -> None:
    load(workspace, tmp_path, "id,name,v\n1,Ana,5\n2,Bob,5\n", version="v")
    second = load(workspace, tmp_path, "id,name,v,_change_request_type\n1,,9,d\n", UPSERT, "v")
    load(workspace, tmp_path, "id,name,v,_change_request_type\n3,Cid,1,u\n", UPSERT, "v")

    take_back(workspace, second)

    assert held(workspace) == {1: "Ana", 2: "Bob", 3: "Cid"}
    load(workspace, tmp_path, "id,name,v,_change_request_type\n1,Anna,6,u\n", UPSERT, "v")
    assert held(workspace)[1] == "Anna", "version 9 was taken back as well, so 6 is newer than 5"


def test_what_has_no_key_or_whose_state_before_is_gone_is_taken_back_from_the_newest(
    workspace: Workspace, tmp_path: Path
) -> None:
    names = [load(workspace, tmp_path, f"id,name\n{n},x\n", APPEND if n else None) for n in range(5)]
    assert refused(workspace, names[2]).problem.code == "not-the-latest-load", "three states of a table are kept"
    take_back(workspace, names[3])
    assert sorted(held(workspace)) == [0, 1, 2, 4]
    plain = tmp_path / "plain.csv"
    plain.write_text("n\n1\n", encoding="utf-8")
    first = import_file(workspace, plain, key=[]).record.id
    import_file(workspace, plain, key=[], options=APPEND)
    assert refused(workspace, first).problem.code == "not-the-latest-load"


@pytest.mark.parametrize("seed", range(6))
def test_it_is_as_if_the_load_had_never_been(workspace: Workspace, tmp_path: Path, seed: int) -> None:
    """Three loads of random records, of which the second is taken back; a dictionary is filled without it."""
    draw = random.Random(seed)
    batches = [{draw.randrange(9): f"{step}{draw.randrange(3)}" for _ in range(3)} for step in range(3)]
    names = [
        load(workspace, tmp_path, "id,name\n" + "".join(f"{key},{name}\n" for key, name in one.items()),
             UPSERT if step else None)
        for step, one in enumerate(batches)
    ]  # fmt: skip
    if batches[1].keys() & batches[2].keys():
        assert refused(workspace, names[1]).problem.code == "changed-since"
        assert held(workspace) == batches[0] | batches[1] | batches[2]
    else:
        take_back(workspace, names[1])
        assert held(workspace) == batches[0] | batches[2]


def test_a_load_is_taken_back_from_the_command_line(tmp_path: Path) -> None:
    folder = str(tmp_path / "w")
    with Workspace.create(tmp_path / "w") as opened:
        load(opened, tmp_path, "id,name\n1,Ana\n")
        second = load(opened, tmp_path, "id,name\n2,Bob\n", APPEND)
        load(opened, tmp_path, "id,name\n3,Cid\n", APPEND)
    found = json.loads(jalon("loads", "people", "--take-back", second, "-w", folder, "--json"))
    assert [one["status"] for one in found] == ["active", "inactive", "active"]
