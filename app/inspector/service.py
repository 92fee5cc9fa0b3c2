"""What the inspector asks the engine. Every answer is a job: it comes later, can be cancelled, tells how far it is."""

from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Protocol, TypeVar

from app.words import language
from engine.catalog.model import Catalog
from engine.document.model import Document
from engine.lanes import Job
from engine.runner.answers import Answer, Key
from engine.runner.comparing import Comparison, compare
from engine.runner.exporting import Tell
from engine.runner.following import Passage, follow
from engine.runner.left_behind import find_left_behind
from engine.runner.populations import StoredPopulation, find_population
from engine.runner.summaries import Summary
from engine.runner.views import Look, Page, View
from engine.runner.why import why_each
from engine.workspace import Workspace

if TYPE_CHECKING:
    # Who opens no journey does not wait for what journeys need.
    from engine.runner.journey_paths import PathStep
    from engine.runner.journey_populations import Seen

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Place:
    """An output of a document (a transition's id, or "node:port") as of the instant that it was counted at.

    With `behind`, not who left by it but who stayed behind at that node. With `status`, only the rows of which a
    message says so. `note` says the count in words. With `closed`, the run found that nobody passes there, such as the
    way of a test that is not taken: what is stored is who would have passed.
    """

    document: Document
    output: str
    as_of: datetime | None = None
    title: str = ""
    note: str = ""
    behind: str = ""
    status: str = ""
    closed: bool = False
    seen: "Seen | None" = None
    """For a journey, how it is looked at; then `behind` goes with `status`, whom of those at the node is meant."""


@dataclass(frozen=True, slots=True)
class Opened:
    """A view that is ready to be paged, and the number of its rows."""

    view: View
    total: int


class Service(Protocol):
    """The questions of the inspector. Errors reach whoever waits for the job: EngineError, Cancelled."""

    def catalog(self) -> Job[Catalog]:
        """The tables and links whose attributes can be shown beside a population."""
        ...

    def find(self, place: Place) -> Job[StoredPopulation]:
        """The population of a place."""
        ...

    def open(self, population: StoredPopulation, look: Look) -> Job[Opened]:
        """A look at a population, with the number of rows that it lets through."""
        ...

    def page(self, view: View, offset: int, limit: int) -> Job[Page]:
        """Some rows of a view."""
        ...

    def store(self, view: View) -> Job[None]:
        """Store the order of a large view, so that its pages come at once."""
        ...

    def summary(self, view: View, column: str) -> Job[Summary]:
        """Statistics of a column."""
        ...

    def export(self, view: View, path: Path, columns: Sequence[str], tell: Tell) -> Job[int]:
        """Write the rows of a view to a file; `tell` is called on another thread."""
        ...

    def compare(self, populations: Sequence[StoredPopulation]) -> Job[Comparison]:
        """How populations overlap."""
        ...

    def why(self, place: Place, keys: Sequence[Key]) -> Job[tuple[Answer, ...]]:
        """Why each record is, or is not, at a place (which may be a node here)."""
        ...

    def follow(self, place: Place, key: Key) -> Job[tuple[Passage, ...]]:
        """The way of one record, node by node, with its values."""
        ...

    def path(self, place: Place, key: Key) -> "Job[tuple[PathStep, ...]]":
        """The way of an account or a person through a journey, step by step."""
        ...


class EngineService:
    """The service over an open workspace, on its reading thread, so that an answer comes while a long count runs."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace
        self._aside = ThreadPoolExecutor(max_workers=1, thread_name_prefix="jalon-paths")

    def catalog(self) -> Job[Catalog]:
        return self._ask(self._workspace.catalog)

    def find(self, place: Place) -> Job[StoredPopulation]:
        workspace, document = self._workspace, place.document
        seen = place.seen
        if seen is not None:
            from engine.runner.journey_populations import find_journey_population

            where = place.behind or place.output
            return self._ask(lambda: find_journey_population(workspace, document, where, seen, who=place.status,
                                                             as_of=place.as_of))  # fmt: skip
        if place.behind:
            return self._ask(lambda: find_left_behind(workspace, document, place.behind, as_of=place.as_of))
        return self._ask(lambda: find_population(workspace, document, place.output, as_of=place.as_of))

    def open(self, population: StoredPopulation, look: Look) -> Job[Opened]:
        def opened() -> Opened:
            view = population.look(look)
            return Opened(view, view.total)

        return self._ask(opened)

    def page(self, view: View, offset: int, limit: int) -> Job[Page]:
        return self._ask(lambda: view.page(offset, limit))

    def store(self, view: View) -> Job[None]:
        return self._ask(view.store)

    def summary(self, view: View, column: str) -> Job[Summary]:
        return self._ask(lambda: view.summary(column))

    def export(self, view: View, path: Path, columns: Sequence[str], tell: Tell) -> Job[int]:
        return self._ask(lambda: view.export(path, names=columns, tell=tell))

    def compare(self, populations: Sequence[StoredPopulation]) -> Job[Comparison]:
        return self._ask(lambda: compare(self._workspace, populations))

    def why(self, place: Place, keys: Sequence[Key]) -> Job[tuple[Answer, ...]]:
        said = language()
        return self._ask(
            lambda: why_each(
                self._workspace, place.document, place.behind or place.output, keys, as_of=place.as_of, language=said
            )
        )

    def follow(self, place: Place, key: Key) -> Job[tuple[Passage, ...]]:
        said = language()
        return self._ask(
            lambda: follow(
                self._workspace, place.document, place.behind or place.output, key, as_of=place.as_of, language=said
            )
        )

    def path(self, place: Place, key: Key) -> "Job[tuple[PathStep, ...]]":
        # Not on a lane: the way is told by a rehearsal, which needs both of them.
        from engine.runner.journey_paths import tell_path
        from engine.runner.journey_populations import Seen

        seen = place.seen or Seen()
        told = partial(tell_path, self._workspace, place.document, "/".join(key), seen, as_of=place.as_of)
        return Job(self._aside.submit(told), lambda: None)

    def _ask(self, question: Callable[[], T]) -> Job[T]:
        return self._workspace.database.reader.submit(lambda _cursor: question())
