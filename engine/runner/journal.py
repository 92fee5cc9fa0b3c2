"""What a run writes down of itself: the lines of its log and its tasks, gathered while it goes and kept now and then.

Lines have a level: info, warning and error as everywhere, `step` for an activity, `action` for what somebody did, `sql`
for a statement.
"""

from collections.abc import Callable, Mapping
from datetime import timedelta

from engine.document.model import Document
from engine.problems import Problem
from engine.runner.results import Event, NodeResult, State
from engine.texts import declared, grouped, say, sentences
from engine.workspace import Workspace
from engine.workspace.runs import LogLine, TaskEntry
from engine.workspace.store import utc_now

STEP, ACTION, SQL = "step", "action", "sql"
KEEP_EVERY = timedelta(seconds=1)

Emit = Callable[[Event], None]


class Journal:
    """The diary of one stretch of a run; it passes all news on."""

    def __init__(
        self, workspace: Workspace, run: str, document: Document, variables: Mapping[str, str], emit: Emit
    ) -> None:
        self._workspace = workspace
        self._run = run
        self._document = document
        self._variables = variables
        self._emit = emit
        self._sql: Mapping[str, str] = {}
        self._done = {one.node for one in workspace.runs.tasks(run) if one.state == State.DONE.value}
        self._lines: list[LogLine] = []
        self._tasks: list[TaskEntry] = []
        self._kept = utc_now()

    def know(self, sql: Mapping[str, str]) -> None:
        """The statement of each node, where the log is to hold it."""
        self._sql = sql

    def add(self, text: str, *, level: str = "info", node: str | None = None) -> None:
        """Add a line."""
        self._lines.append(LogLine(utc_now(), level, node, text))

    def problems(self, found: tuple[Problem, ...]) -> None:
        """Add a line for each problem."""
        for problem in found:
            self.add(
                sentences(problem.what, problem.why, problem.fix),
                level="error" if problem.is_error else "warning",
                node=problem.node,
            )

    def take(self, event: Event) -> None:
        """News of the run."""
        result = event.result
        if event.kind == "finished" and result is not None and result.state is not State.NOT_REACHED:
            self._note(result)
        if utc_now() - self._kept > KEEP_EVERY:
            self.keep()
        self._emit(event)

    def keep(self) -> None:
        """Write down what was gathered."""
        lines, self._lines = self._lines, []
        tasks, self._tasks = self._tasks, []
        self._kept = utc_now()
        if lines or tasks:
            self._workspace.runs.keep(self._run, lines, tasks)

    def _note(self, result: NodeResult) -> None:
        if result.id in self._done and result.state is State.DONE:
            return
        if result.state is State.DONE:
            self._done.add(result.id)
        now = utc_now()
        started = now - timedelta(seconds=result.seconds)
        self._tasks.append(
            TaskEntry(result.id, result.state.value, started, now, result.entered, result.left, self._values(result))
        )
        if result.id in self._sql and not result.reused:
            self.add(self._sql[result.id], level=SQL, node=result.id)
        self.add(self._words(result), level=STEP, node=result.id)

    def _values(self, result: NodeResult) -> dict[str, str]:
        return {**self._variables, "recCount": str(result.left)}

    def _words(self, result: NodeResult) -> str:
        node = self._document.node_by_id.get(result.id)
        name = (node.label if node is not None else "") or result.id
        if result.state is State.DONE:
            done = say("{name}: {n} came in, {left} went on.", name=name, n=result.entered, left=grouped(result.left))
            return sentences(done, result.note)
        if result.state is State.WAITING:
            return say("{name}: {n} (waits|wait).", name=name, n=result.waiting)
        return say("{name}: {note}", name=name, note=declared(result.note))
