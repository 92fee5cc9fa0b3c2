"""Recurring loads: the new files of a folder go into a table, each exactly once, whenever a schedule says so.

That a file was loaded is noted in the transaction that makes its rows visible: whatever is cut off before, nobody sees,
and it is done at the next look; what was noted is never loaded again. Files stay where they are.
"""

import dataclasses
import time
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from fnmatch import fnmatchcase
from pathlib import Path
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from engine.ingest.load import LoadMode, LoadOptions
from engine.ingest.service import import_file
from engine.ingest.staging import digest
from engine.misfits import system_reason
from engine.problems import EngineError, Problem
from engine.schedules import AsSoonAsPossible, OnSignal, check_schedule, next_launch, read_schedule
from engine.texts import quoted, say
from engine.workspace import LoadRecord, Workspace
from engine.workspace.recurring import FileEntry, FileOutcome, FileStamp, RecurringLoad
from engine.workspace.store import as_utc

SETTLED_S = 2.0
"""For how long a file must not have been written before it counts as complete."""
RETRY = timedelta(seconds=15)
"""When to look again for a file that was still being written."""
EVERY = timedelta(minutes=1)
"""How often a folder is looked at whose files are loaded as soon as they are there."""
_PASSING = {"storage-failed", "file-changing"}
"""Troubles that say nothing of the file: it is tried again."""
_UNFINISHED = (".tmp", ".part", ".crdownload", ".filepart")


@dataclass(frozen=True, slots=True)
class Look:
    """One look at a folder: the files that were dealt with, those left for later, and why it could not be read."""

    load: RecurringLoad
    files: tuple[FileEntry, ...] = ()
    unsettled: tuple[str, ...] = ()
    problem: Problem | None = None

    @property
    def tells(self) -> bool:
        """Whether there is anything to tell."""
        return bool(self.files) or self.problem is not None


def add_recurring(workspace: Workspace, load: RecurringLoad, *, now: datetime) -> RecurringLoad:
    """Keep a recurring load from `now` on, which has a zone.

    Errors: recurring-load-exists, no-folder, wrong-pattern, no-key, and those of the schedule.
    """
    folder = Path(load.folder).expanduser().resolve()
    _refuse_wrong(workspace, dataclasses.replace(load, folder=str(folder)), now)
    at_once = isinstance(read_schedule(load.schedule), AsSoonAsPossible)
    wall = as_utc(now)
    kept = dataclasses.replace(load, folder=str(folder), looked=wall, again=wall if at_once else None)
    workspace.recurring.add(kept)
    return kept


def change_recurring(workspace: Workspace, load: RecurringLoad, *, now: datetime) -> None:
    """Take other settings; the folder and the pattern are permanent. Errors: those of `add_recurring`."""
    before = workspace.recurring.get(load.table)
    kept = dataclasses.replace(load, folder=before.folder, pattern=before.pattern)
    _refuse_wrong(workspace, kept, now, is_new=False)
    workspace.recurring.change(kept)


def _refuse_wrong(workspace: Workspace, load: RecurringLoad, now: datetime, *, is_new: bool = True) -> None:
    for problem in _wrong(workspace, load, now, is_new):
        raise EngineError(problem)


def _wrong(workspace: Workspace, load: RecurringLoad, now: datetime, is_new: bool) -> Iterator[Problem]:
    if is_new and not Path(load.folder).is_dir():
        yield _no_folder(load)
    if not load.pattern.strip() or "/" in load.pattern or "\\" in load.pattern:
        yield Problem(
            code="wrong-pattern",
            what="The names of the files are not said.",
            fix="Write what their names have in common, such as orders-*.csv; a star stands for anything.",
            field="pattern",
        )
    table = workspace.catalog().table_by_name.get(load.table)
    if load.mode == LoadMode.UPSERT and not (load.key if table is None else table.key):
        yield Problem(
            code="no-key",
            what=say("Records of {table} cannot be updated, because it has no primary key.", table=quoted(load.table)),
            fix="Choose the columns that tell its records apart.",
            check="V28",
        )
    schedule = read_schedule(load.schedule)
    if isinstance(schedule, OnSignal):
        yield Problem(
            code="wrong-schedule",
            what="A folder sends no signal.",
            fix="Choose when to look at it.",
            field="schedule",
            check="V29",
        )
    yield from (one for one in check_schedule(schedule, _zone(load), now) if one.is_error)


def due_at(load: RecurringLoad) -> datetime | None:
    """When to look at the folder next, with its zone; None while it is not looked after. A look is made up for."""
    if not load.active:
        return None
    if load.again is not None:
        return load.again.replace(tzinfo=UTC)
    looked = load.looked.replace(tzinfo=UTC)
    schedule = read_schedule(load.schedule)
    if isinstance(schedule, AsSoonAsPossible):
        return looked + EVERY
    return next_launch(schedule, _zone(load), looked)


def next_look(workspace: Workspace) -> datetime | None:
    """When a folder is to be looked at next, with its zone; None when there is none."""
    return min((due for due in map(due_at, workspace.recurring.list()) if due is not None), default=None)


def load_due(workspace: Workspace, *, now: datetime) -> list[Look]:
    """Look at the folders that are due at `now`, which has a zone. Errors: Cancelled."""
    found: list[Look] = []
    for load in workspace.recurring.list():
        due = due_at(load)
        if due is not None and due <= now:
            found.append(look_at(workspace, load, now=now))
    return found


def look_at(workspace: Workspace, load: RecurringLoad, *, now: datetime) -> Look:
    """Load the new files of a folder now, in the order of their names. Errors: Cancelled."""
    try:
        stamps = _stamps(load)
    except OSError as error:
        problem = dataclasses.replace(_no_folder(load), why=system_reason(error))
        workspace.recurring.looked(load.table, as_utc(now), problem=problem.text)
        return Look(load, problem=problem)
    known = workspace.recurring.files(load.table)
    touched = {one.stamp for one in known}
    noted = {(one.stamp.name, one.sha256) for one in known}
    by_content = {one.sha256: one for one in known if one.outcome is not FileOutcome.SAME}
    done: list[FileEntry] = []
    unsettled: list[str] = []
    for stamp in stamps:
        if stamp in touched:
            continue
        entry = _dealt_with(workspace, load, stamp, by_content)
        if entry is None:
            unsettled.append(stamp.name)
            continue
        by_content.setdefault(entry.sha256, entry)
        if (stamp.name, entry.sha256) not in noted:
            done.append(entry)
    again = as_utc(now) + RETRY if unsettled else None
    workspace.recurring.looked(load.table, as_utc(now), again=again)
    return Look(load, tuple(done), tuple(unsettled))


def _stamps(load: RecurringLoad) -> list[FileStamp]:
    wanted = load.pattern.casefold()
    return [
        _stamp(path)
        for path in sorted(Path(load.folder).iterdir(), key=lambda one: one.name)
        if fnmatchcase(path.name.casefold(), wanted)
        and not path.name.startswith((".", "~$"))
        and not path.name.casefold().endswith(_UNFINISHED)
        and path.is_file()
    ]


def _stamp(path: Path) -> FileStamp:
    status = path.stat()
    # A program can set back when a file was written, but not when it was changed.
    return FileStamp(path.name, status.st_size, max(status.st_mtime_ns, status.st_ctime_ns))


def _dealt_with(
    workspace: Workspace, load: RecurringLoad, stamp: FileStamp, known: dict[str, FileEntry]
) -> FileEntry | None:
    """What became of a file; None when it is not complete yet, or cannot be read for now."""
    path = Path(load.folder) / stamp.name
    try:
        if 0 <= time.time() - path.stat().st_mtime < SETTLED_S:
            return None
        content = digest(path)
        if _stamp(path) != stamp:
            return None
    except OSError:
        return None
    before = known.get(content)
    if before is None:
        return _loaded(workspace, load, path, stamp, content)
    if before.stamp.name == stamp.name:
        # Touched, or written again with the same content.
        entry = dataclasses.replace(before, stamp=stamp)
    else:
        entry = FileEntry(stamp, content, FileOutcome.SAME, before.load, before.stamp.name)
    workspace.recurring.note(load.table, entry)
    return entry


def _loaded(workspace: Workspace, load: RecurringLoad, path: Path, stamp: FileStamp, content: str) -> FileEntry | None:
    made: list[FileEntry] = []

    def note(record: LoadRecord) -> None:
        if _stamp(path) != stamp:
            raise EngineError(
                Problem(
                    code="file-changing", what=say("{stamp} was written while it was read.", stamp=quoted(stamp.name))
                )
            )
        made.append(FileEntry(stamp, content, FileOutcome.LOADED, record.id))
        workspace.recurring.note(load.table, made[-1])

    before = {one.id for one in workspace.datasets.loads(load.table)}
    options = LoadOptions(LoadMode(load.mode), threshold=load.threshold)
    try:
        import_file(
            workspace, path, table=load.table, layout=load.layout, key=load.key or None, version=load.version,
            options=options, noted=note,
        )  # fmt: skip
    except OSError:
        return None
    except EngineError as error:
        if error.problem.code in _PASSING:
            return None
        return _failed(
            workspace, load, FileEntry(stamp, content, FileOutcome.FAILED, problem=error.problem.text), before
        )
    return made[-1]


def _failed(workspace: Workspace, load: RecurringLoad, entry: FileEntry, before: set[str]) -> FileEntry:
    """Note a file that cannot be loaded; it stands in the ledger of its table, whatever was wrong with it."""
    kept = [one for one in workspace.datasets.loads(load.table) if one.id not in before]
    record = LoadRecord(load.table, entry.stamp.name, entry.sha256, status="failed", problem=entry.problem)
    noted = dataclasses.replace(entry, load=kept[0].id if kept else record.id)
    with workspace.together():
        if not kept:
            workspace.datasets.fail(record)
        workspace.recurring.note(load.table, noted)
    return noted


def _no_folder(load: RecurringLoad) -> Problem:
    return Problem(
        code="no-folder",
        what=say("The folder {folder} cannot be read.", folder=quoted(load.folder)),
        fix="Check that it is there, then look again.",
        field="folder",
        values={"folder": load.folder, "table": load.table},
    )


def _zone(load: RecurringLoad) -> ZoneInfo:
    try:
        return ZoneInfo(load.zone)
    except (ZoneInfoNotFoundError, ValueError):
        return ZoneInfo("UTC")
