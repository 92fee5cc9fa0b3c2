"""A kill at any moment of an export or an import leaves the old state or the new one, never a mixture.

The long run, of 100 kills each: `pytest -m soak tests/engine/bundles/test_kills.py`.
"""

import random
import shutil
import subprocess
import sys
import time
from pathlib import Path

import pytest

from engine.bundles.exporting import ExportWish, export_bundle
from engine.bundles.manifest import Contents
from engine.bundles.reading import open_bundle
from engine.bundles.trying import verify_bundle
from engine.database import Store
from engine.document.files import to_text
from engine.workspace import Workspace
from tests.engine.bundles.test_round_trip import LONDON
from tests.engine.fixture import shop


def _killed(what: str, folder: Path, file: Path, alive: float) -> bool:
    """Do it, and kill it after a while; whether it had come to its end by then."""
    command = [sys.executable, "-m", "tests.engine.bundles.killed", what, str(folder), str(file)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "begins\n"
        time.sleep(alive)
        process.kill()
        process.wait()
        return process.returncode == 0


@pytest.fixture(scope="module")
def subject(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path, Path]:
    """A workspace that holds a campaign, a bundle of it with its data, and an empty workspace."""
    folder = tmp_path_factory.mktemp("kills")
    with shop(folder) as workspace:
        workspace.documents.save(LONDON.id, to_text(LONDON), name=LONDON.name, kind="campaign")
        export_bundle(workspace, [LONDON], folder / "b.jalon", ExportWish(Contents.FULL))
    Workspace.create(folder / "empty").close()
    return folder / "shop", folder / "b.jalon", folder / "empty"


def _import_and_kill(subject: tuple[Path, Path, Path], folder: Path, alive: float) -> None:
    _, file, empty = subject
    shutil.copytree(empty, folder / "w")
    finished = _killed("import", folder / "w", file, alive)

    with Workspace.open(folder / "w") as workspace, open_bundle(file) as bundle:
        if workspace.documents.list():
            assert all(one.whole for one in verify_bundle(workspace, bundle))
            assert len(workspace.imports.list()) == 1
        else:
            assert not finished
            assert not workspace.catalog().tables
            assert not workspace.datasets.snapshot()
            assert not workspace.imports.list()
        held = {one.physical for one in workspace.datasets.snapshot().values()}
        assert workspace.database.tables(Store.DATA) <= held


def _export_and_kill(subject: tuple[Path, Path, Path], folder: Path, alive: float) -> None:
    shop_, old, _ = subject
    target = folder / "b.jalon"
    shutil.copy(old, target)
    before = target.read_bytes()

    _killed("export", shop_, target, alive)

    # Equal content gives equal bytes, so the old file and the new one are the same.
    assert target.read_bytes() == before
    with Workspace.open(shop_) as workspace:
        assert not list((workspace.files / "staging").iterdir())


def test_an_import_that_is_killed_leaves_all_or_nothing(subject: tuple[Path, Path, Path], tmp_path: Path) -> None:
    _import_and_kill(subject, tmp_path, random.uniform(0.05, 0.6))


def test_an_export_that_is_killed_leaves_the_old_file(subject: tuple[Path, Path, Path], tmp_path: Path) -> None:
    _export_and_kill(subject, tmp_path, random.uniform(0.05, 0.4))


@pytest.mark.soak
@pytest.mark.timeout(7200)
@pytest.mark.parametrize("what", ["import", "export"])
def test_a_hundred_kills(subject: tuple[Path, Path, Path], tmp_path: Path, what: str) -> None:
    for number in range(100):
        folder = tmp_path / str(number)
        folder.mkdir()
        act = _import_and_kill if what == "import" else _export_and_kill
        act(subject, folder, random.uniform(0.0, 1.5))
        shutil.rmtree(folder)
