"""Asks for counts and distributions without making anybody wait: soon after an edit, and only the newest question."""

import asyncio
from collections.abc import Awaitable

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from app.panel.editors.conditions.counts import LineCounts
from app.panel.editors.conditions.distribution import Distribution, DistributionPopup
from app.panel.editors.conditions.host import Suggested
from app.words import told, tr
from app.worker import Tasks
from engine.problems import EngineError
from engine.rules import Rule

_SOON_MS = 200


class Asking(QObject):
    """The questions of one editor."""

    counted = Signal(object)
    """The RuleCounts of the newest rule."""
    failed = Signal(str)
    """Why there are no counts."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._owner = parent
        self.counter: LineCounts | None = None
        self._known: dict[tuple[str, str], list[str]] = {}
        self._rule: Rule | None = None
        self._counting: asyncio.Task[None] | None = None
        self._tasks = Tasks(self._fail)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_SOON_MS)
        self._timer.timeout.connect(self._ask)
        self.destroyed.connect(self._tasks.cancel)

    def count_soon(self, rule: Rule) -> None:
        """Ask for the counts of a rule once nothing has been edited for a moment; an older question is given up."""
        self._rule = rule
        if self._counting is not None:
            self._counting.cancel()
        if self.counter is not None:
            self._timer.start()

    def show_distribution(
        self, table: str, path: str, title: str, others: Rule | None, anchor: QWidget
    ) -> DistributionPopup:
        """Open the values of an attribute; they come when they are known.

        `others` is the rule of the other lines, where the values may be asked of what they find.
        """
        popup = DistributionPopup(title, anchor)
        popup.among.setVisible(others is not None)
        popup.open_below(anchor)
        counter = self.counter
        if counter is None:
            popup.show_trouble(tr("There is nobody to count here yet."))
            return popup

        def ask() -> None:
            rule = others if popup.among.isChecked() else None
            task = self._tasks.start(self._fill(counter.distribution(table, path, rule), popup), of=self)
            popup.destroyed.connect(lambda: task.cancel())

        popup.among.toggled.connect(ask)
        ask()
        return popup

    def suggest(self, table: str, path: str, field: Suggested) -> None:
        """Offer the values of an attribute, once they are known; they are asked for once."""
        if (table, path) in self._known:
            field.offer(self._known[table, path])
        elif self.counter is not None:
            self._tasks.start(self._learn(self.counter, table, path, field), of=self)

    def wake(self) -> None:
        """Ask what was not asked while nobody could see the answer."""
        if self.counter is not None and self._rule is not None:
            self._timer.start()

    def _ask(self) -> None:
        if not self._owner.isVisible():
            return
        if self.counter is not None and self._rule is not None:
            self._counting = self._tasks.start(self._count(self.counter, self._rule), of=self)

    async def _count(self, counter: LineCounts, rule: Rule) -> None:
        self.counted.emit(await counter.counts(rule))

    async def _learn(self, counter: LineCounts, table: str, path: str, field: Suggested) -> None:
        found = await counter.distribution(table, path, None)
        self._known[table, path] = [value for value, _ in found.values if isinstance(value, str) and value]
        # The line may have gone while its values were counted.
        if isValid(field):
            field.offer(self._known[table, path])

    async def _fill(self, answer: Awaitable[Distribution], popup: DistributionPopup) -> None:
        try:
            popup.show_distribution(await answer)
        except EngineError as error:
            popup.show_trouble(told(error.problem))

    def _fail(self, error: BaseException) -> None:
        if not isinstance(error, EngineError):
            raise error
        self.failed.emit(told(error.problem))
