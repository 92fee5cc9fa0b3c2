"""The counts of a rule from the data of a workspace."""

import asyncio
from dataclasses import dataclass
from datetime import datetime

from app.panel.editors.conditions.distribution import Distribution
from app.worker import finished
from engine.document.model import Document
from engine.problems import EngineError
from engine.relations import Relation
from engine.rules import Rule
from engine.runner.clock import clock_of
from engine.runner.lines import RuleCounts, start_line_counts
from engine.runner.populations import find_population
from engine.runner.records import distribution
from engine.runner.service import start_run
from engine.workspace import Workspace


@dataclass(frozen=True, slots=True)
class WorkspaceCounts:
    """A `LineCounts`: over the records of a table, or over the rows that enter by a transition of the document."""

    workspace: Workspace
    document: Document
    table: str
    transition: str = ""
    as_of: datetime | None = None

    async def counts(self, rule: Rule) -> RuleCounts:
        """The counts of a rule. What enters is counted first, if it has not been."""
        of = await self._population() if self.transition else self.table
        return await finished(start_line_counts(self.workspace, self.document, rule, of, as_of=self.as_of))

    async def distribution(self, table: str, path: str, rule: Rule | None) -> Distribution:
        """The most frequent values of an attribute over the records of a table, or those that a rule finds."""
        clock = clock_of(self.document, self.as_of)
        found = await asyncio.to_thread(distribution, self.workspace, table, path, clock, rule=rule)
        values = tuple((one.value, one.rows) for one in found.values)
        return Distribution(values, found.rows, partial=found.partial)

    async def _population(self) -> Relation:
        try:
            return await asyncio.to_thread(self._find)
        except EngineError as error:
            if error.problem.code != "not-counted-yet":
                raise
        await finished(start_run(self.workspace, self.document, as_of=self.as_of))
        return await asyncio.to_thread(self._find)

    def _find(self) -> Relation:
        return find_population(self.workspace, self.document, self.transition, as_of=self.as_of).relation
