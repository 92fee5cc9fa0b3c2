"""What a hostile bundle makes of memory: each is opened and imported in a process of its own, which tells its peak.

What is just small enough takes longer: `pytest -m soak tests/engine/bundles/test_memory.py`.
"""

import json
import random
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from engine.bundles.archive import MOST_VALUES
from engine.bundles.manifest import Role
from engine.bundles.reading import MOST_NODES
from tests.engine.bundles.test_hostile import parts_of, path_of, with_part

STATUS = Path("/proc/self/status")
MOST_MEGABYTES = 500
IMPORT = """
import sys
from pathlib import Path
from engine.bundles.importing import import_bundle
from engine.bundles.reading import open_bundle
from engine.bundles.reports import make_report
from engine.problems import EngineError
from engine.workspace import Workspace
path, folder = map(Path, sys.argv[1:])
with Workspace.create(folder) as workspace:
    try:
        with open_bundle(path) as bundle:
            import_bundle(workspace, bundle, make_report(bundle, workspace))
        print("imported")
    except EngineError as error:
        print(error.problem, len(workspace.documents.list()))
print(Path("/proc/self/status").read_text().split("VmHWM:")[1].split()[0])
"""
KEPT = Path(__file__).parent / "kept" / "campaigns-1.jalon"


def imported(folder: Path, key: str, value: object) -> tuple[str, int]:
    """What is said when a bundle is imported whose first document holds more, and the peak of memory in megabytes."""
    good = KEPT.read_bytes()
    path = path_of(good, Role.DOCUMENT)
    raw = json.loads(parts_of(good)[path])
    added = raw[key] + value if key in raw and isinstance(value, list) else value
    bundle = folder / "b.jalon"
    bundle.write_bytes(with_part(good, path, json.dumps({**raw, key: added}).encode()))
    done = subprocess.run(
        [sys.executable, "-c", IMPORT, str(bundle), str(folder / "w")], capture_output=True, text=True, check=True
    )
    said, peak = done.stdout.strip().rsplit("\n", 1)
    return said, int(peak) // 1024


def values(count: int) -> list[object]:
    """Values that take a hundred times more in memory than packed, and are not packed so tightly as to be refused."""
    drawn = random.Random(7)
    return drawn.choices([{}, []], k=count)


def nodes(count: int) -> list[object]:
    return [{"id": f"more-{place}", "type": "end", "settings": {}} for place in range(count)]


@pytest.mark.skipif(not STATUS.exists(), reason="this system does not tell the peak of a process in this way")
@pytest.mark.parametrize(
    ("key", "make", "count", "said"),
    [
        ("nodes", nodes, 100_000, "activities"),
        ("more", values, 3_000_000, "too many values"),
        pytest.param("nodes", nodes, MOST_NODES - 1_000, "imported", marks=pytest.mark.soak),
        pytest.param("more", values, MOST_VALUES // 2 - 5_000, "imported", marks=pytest.mark.soak),
    ],
)
def test_memory_stays_small(
    tmp_path: Path, key: str, make: Callable[[int], list[object]], count: int, said: str
) -> None:
    found, peak = imported(tmp_path, key, make(count))

    assert said in found
    assert said == "imported" or found.endswith(" 0"), "nothing was written"
    assert peak < MOST_MEGABYTES
