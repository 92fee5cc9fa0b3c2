"""`jalon schedule run` as a process of its own, killed and started again, while a clock in a file is moved on."""

import json
import os
import plistlib
import queue
import shlex
import signal
import subprocess
import sys
import threading
from collections.abc import Generator
from configparser import ConfigParser
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from time import monotonic
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from filelock import FileLock
from typer.testing import CliRunner

from engine.cli import app
from engine.document.model import Document
from engine.ingest.service import preview_file
from engine.problems import EngineError
from engine.runner.present import FilePresent
from engine.runner.publishing import publish
from engine.runner.recurring import add_recurring
from engine.runner.units import System, unit_for
from engine.runner.watching import Round, Watch
from engine.workspace import Workspace
from engine.workspace.lock import LOCK
from engine.workspace.recurring import RecurringLoad
from tests.engine.campaigns import build, campaign, node
from tests.engine.fixture import shop

PARIS = ZoneInfo("Europe/Paris")
PATIENCE_S = 120
ROOT = Path(__file__).resolve().parents[3]
APPEND = node("save", "save-audience", label="All", mode="append")


def at(day: int, hour: int, minute: int = 0) -> datetime:
    return datetime(2025, 10, day, hour, minute, tzinfo=PARIS)


class Clock:
    """The file that says what time it is."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def set(self, moment: datetime) -> None:
        """Move the time on, whole or not at all."""
        written = self.path.with_suffix(".new")
        written.write_text(moment.isoformat())
        written.replace(self.path)


class Process:
    """The command, and what it said."""

    def __init__(self, folder: Path, clock: Clock) -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-m", "app", "schedule", "run", "-w", str(folder), "--clock", str(clock.path), "--json"],
            cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
            env={**os.environ, "PYTHONUNBUFFERED": "1"},
        )  # fmt: skip
        self._lines: queue.Queue[str] = queue.Queue()
        self._reader = threading.Thread(target=self._read)
        self._reader.start()

    def _read(self) -> None:
        assert self._process.stdout is not None
        for line in self._process.stdout:
            self._lines.put(line)

    def round(self) -> Any:
        """The next thing that it says."""
        try:
            return json.loads(self._lines.get(timeout=PATIENCE_S))
        except queue.Empty:
            self.kill()
            assert self._process.stderr is not None
            raise AssertionError(self._process.stderr.read()) from None

    def until(self, moment: datetime) -> list[tuple[str, str]]:
        """What it did from now to its look at a moment."""
        done: list[tuple[str, str]] = []
        while True:
            said = self.round()
            done += [(one["outcome"], one["planned"] or "") for one in said["done"]]
            if datetime.fromisoformat(said["now"]) == moment:
                return done

    def kill(self) -> None:
        """As a power cut would."""
        self._end(signal.SIGKILL)

    def stop(self) -> int:
        """As the system's scheduler would; its exit status."""
        return self._end(signal.SIGTERM)

    def _end(self, how: signal.Signals) -> int:
        self._process.send_signal(how)
        status = self._process.wait(PATIENCE_S)
        self._reader.join(PATIENCE_S)
        for pipe in (self._process.stdout, self._process.stderr):
            if pipe is not None:
                pipe.close()
        return status


@contextmanager
def process(folder: Path, clock: Clock) -> Generator[Process]:
    """The command; killed at the end, if it is still there."""
    started = Process(folder, clock)
    try:
        yield started
    finally:
        started.kill()


def published(folder: Path, *documents: Document, now: datetime) -> Path:
    with shop(folder) as workspace:
        for document in documents:
            publish(workspace, document, now=now)
        return workspace.folder


def arrive(folder: Path, name: str, visit: int) -> None:
    """A file that is complete, with one row."""
    folder.mkdir(exist_ok=True)
    path = folder / name
    path.write_text(f"visit,page\n{visit},home\n")
    os.utime(path, (1_700_000_000, 1_700_000_000))


def daily(name: str, *more: dict[str, Any], hour: str = "09:00", arrows: tuple[str, ...] = ()) -> Document:
    return campaign([build("who"), *more], *arrows, schedule={"mode": "daily", "at": hour}, id=name, name=name,
                    as_of=None)  # fmt: skip


@pytest.mark.timeout(600)
@pytest.mark.req("ORC-42", "ORC-39", "ORC-30", "ORC-153")
def test_no_launch_is_lost_or_doubled_when_the_process_is_killed_and_started_again(tmp_path: Path) -> None:
    waits = daily("waits", node("wait", "wait", amount=1, unit="day"), node("end", "end"),
                  arrows=("who>wait", "wait>end"))  # fmt: skip
    folder = published(tmp_path, daily("plain", APPEND, arrows=("who>save",)), waits, now=at(1, 0))
    arrive(tmp_path / "in", "visits-1.csv", 1)
    with Workspace.open(folder) as workspace:
        layout = preview_file(workspace, tmp_path / "in" / "visits-1.csv").layout
        load = RecurringLoad("visits", str(tmp_path / "in"), "visits-*.csv", layout, key=("visit",))
        add_recurring(workspace, load, now=at(1, 0))
    clock = Clock(tmp_path / "now.txt")
    clock.set(at(1, 8))
    with process(folder, clock) as first:
        assert first.until(at(1, 8)) == []
        arrive(tmp_path / "in", "visits-2.csv", 2)
        clock.set(at(1, 9))
        # The two campaigns of one moment are told in the order of the list; both begin.
        assert first.until(at(1, 9)) == [("started", at(1, 9).isoformat())] * 2
    with process(folder, clock) as second:
        assert second.until(at(1, 9)) == []
    # Killed between two launches; the second one is due when it is started again.
    arrive(tmp_path / "in", "visits-3.csv", 3)
    clock.set(at(2, 9, 5))
    with process(folder, clock) as third:
        done = third.until(at(2, 9, 5))
        assert sorted(done) == [("continued", ""), ("started", at(2, 9).isoformat()), ("started", at(2, 9).isoformat())]
        clock.set(at(3, 8))
        clock.set(at(3, 9))
        assert sorted(third.until(at(3, 9)))[0] == ("continued", "")
        assert third.stop() == 0
    # Two days without it: what recurs is not made up for, and it is said.
    clock.set(at(6, 8))
    with process(folder, clock) as fourth:
        missed = fourth.until(at(6, 8))
        assert sorted(missed) == [("continued", ""), *[("missed", at(day, 9).isoformat()) for day in (4, 5)
                                  for _ in range(2)]]  # fmt: skip

    with Workspace.open(folder) as workspace:
        for name in ("plain", "waits"):
            runs = [run for run in workspace.runs.list(name) if run.mode == "real"]
            assert [run.as_of for run in reversed(runs)] == [f"2025-10-0{day}T09:00:00" for day in (1, 2, 3)]
            assert {run.status for run in runs} == {"finished"}
            started = [one.planned for one in workspace.launches.list(name) if one.outcome == "started"]
            assert [moment.day for moment in started] == [1, 2, 3]
        (audience,) = workspace.audiences.list()
        assert (audience.number, audience.rows) == (3, 12)
        visits = workspace.datasets.current("visits")
        assert visits is not None
        assert visits.rows == 3
        assert [one.file for one in workspace.datasets.loads("visits")] == [f"visits-{n}.csv" for n in (3, 2, 1)]


@pytest.mark.timeout(600)
@pytest.mark.req("ORC-42", "ORC-153")
def test_a_process_that_is_killed_at_any_moment_launches_once(tmp_path: Path) -> None:
    """Killed at its beginning and ever later, again and again, until the run got to its end."""
    folder = published(tmp_path, daily("c", APPEND, arrows=("who>save",)), now=at(1, 0))
    clock = Clock(tmp_path / "now.txt")
    clock.set(at(1, 9))
    marker, deadline = folder / "workspace.holder.json", threading.Event()
    for seconds in (0, 0.2, 0.5):
        # What the one before left there would tell nothing of this one.
        marker.unlink(missing_ok=True)
        with process(folder, clock) as started:
            while not marker.exists() and not deadline.wait(0.01):
                pass
            # Later each time, so that what is being done is another step: opening, noting, running, keeping.
            deadline.wait(seconds)
            started.kill()
    with process(folder, clock) as last:
        last.until(at(1, 9))

    with Workspace.open(folder) as workspace:
        (run,) = workspace.runs.list("c")
        assert run.status == "finished"
        (audience,) = workspace.audiences.list()
        assert (audience.number, audience.rows) == (1, 12)
        assert [one.run for one in workspace.launches.list("c")] == [None, run.id]


@pytest.mark.timeout(600)
def test_a_window_can_open_the_workspace_while_nothing_runs_and_its_changes_are_noticed(tmp_path: Path) -> None:
    folder = published(tmp_path, now=at(1, 0))
    clock = Clock(tmp_path / "now.txt")
    clock.set(at(1, 8))
    with process(folder, clock) as watching:
        assert watching.round()["next"] is None
        with Workspace.open(folder) as workspace:
            publish(workspace, daily("c"), now=at(1, 8))
        said = watching.round()
        while said["next"] is None:
            said = watching.round()
        assert datetime.fromisoformat(said["next"]) == at(1, 9)
        clock.set(at(1, 9))
        assert watching.until(at(1, 9)) == [("started", at(1, 9).isoformat())]


@pytest.mark.req("ORC-42")
def test_what_is_published_while_the_round_is_told_is_noticed_at_once(tmp_path: Path) -> None:
    folder = published(tmp_path, now=at(1, 0))
    clock = Clock(tmp_path / "now.txt")
    clock.set(at(1, 8))
    rounds: list[Round] = []

    def tell(said: Round) -> None:
        rounds.append(said)
        if len(rounds) == 1:
            with Workspace.open(folder) as workspace:
                publish(workspace, daily("c"), now=at(1, 8))

    def stopped() -> bool:
        # The clock stands still: without the notice, the next look would never come.
        return len(rounds) == 2 or monotonic() > begun + PATIENCE_S

    begun = monotonic()
    Watch(folder, FilePresent(clock.path)).go_on(tell, stopped)

    assert [one.due for one in rounds] == [None, at(1, 9)]


def test_who_comes_while_another_goes_is_let_in(tmp_path: Path) -> None:
    """Between letting go of the note and of the lock nobody is named as the holder."""
    with shop(tmp_path) as workspace:
        folder = workspace.folder
    leaving = FileLock(folder / LOCK, thread_local=False)
    leaving.acquire()
    threading.Timer(0.1, leaving.release).start()
    with Workspace.open(folder) as opened:
        assert opened.catalog().tables


def test_whoever_has_the_workspace_open_looks_after_it(tmp_path: Path) -> None:
    clock = Clock(tmp_path / "now.txt")
    clock.set(at(1, 9))
    with shop(tmp_path) as workspace:
        publish(workspace, daily("c"), now=at(1, 8))
        found = Watch(workspace.folder, FilePresent(clock.path)).look()

    assert (found.done, found.due) == ((), None)
    assert str(os.getpid()) in found.held_by


@pytest.mark.parametrize("written", ["", "soon", "2025-10-01T09:00"])
def test_a_clock_that_says_no_instant_is_refused(tmp_path: Path, written: str) -> None:
    path = tmp_path / "now.txt"
    path.write_text(written)
    with pytest.raises(EngineError, match="what time it is"):
        FilePresent(path).now()


def test_the_unit_of_systemd_calls_this_command_whatever_the_folder_is_called() -> None:
    folder = Path('/home/a b/100 % "sure"$x')
    unit = unit_for(System.LINUX, Path("/opt/my tools/jalon"), folder)
    parser = ConfigParser(interpolation=None)
    parser.optionxform = str  # type: ignore[assignment,method-assign]  # names of systemd have capitals
    parser.read_string(unit.content)

    words = shlex.split(parser["Service"]["ExecStart"].replace("$$", "$").replace("%%", "%"))
    assert words == ["/opt/my tools/jalon", "schedule", "run", "--workspace", str(folder)]
    assert (parser["Service"]["Restart"], parser["Install"]["WantedBy"]) == ("on-failure", "default.target")


def test_other_systems_are_told_in_their_words() -> None:
    folder = Path("/a & b")
    agent = plistlib.loads(unit_for(System.MACOS, Path("/x/jalon"), folder).content.encode())
    assert agent["ProgramArguments"] == ["/x/jalon", "schedule", "run", "--workspace", "/a & b"]
    (create, _) = unit_for(System.WINDOWS, Path("C:/jalon.exe"), folder).steps
    assert "/SC ONLOGON" in create


def test_the_unit_is_written_where_it_belongs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    done = CliRunner().invoke(app, ["schedule", "unit", "--install", "--system", "linux", "-w", str(tmp_path / "w")])

    assert done.exit_code == 0, done.output
    path = tmp_path / ".config" / "systemd" / "user" / "jalon-schedule.service"
    assert f'--workspace" "{tmp_path / "w"}"' in path.read_text()
    assert "systemctl --user enable" in done.output
