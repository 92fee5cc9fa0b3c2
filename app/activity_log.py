"""What happened at the window: what was done, what was counted and how fast, what went wrong."""

from datetime import datetime
from functools import partial
from math import fsum

from PySide6.QtCore import QDateTime, QObject, Signal

from app.document_page import DocumentPage
from app.document_tabs import DocumentTabs
from app.graph.kinds import kinds_of
from app.log_view import MOST, Entry, Kind
from app.words import headed, moment, number, said, told, tr
from engine.problems import Problem
from engine.runner.results import NodeResult, RunResult, State


class ActivityLog(QObject):
    """Listens to all open documents and keeps what happened."""

    added = Signal(object)
    """An Entry."""

    def __init__(self, tabs: DocumentTabs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.entries: list[Entry] = []
        self._positions: dict[DocumentPage, int] = {}
        self._known: dict[DocumentPage, tuple[Problem, ...]] = {}
        tabs.page_made.connect(self._follow)
        tabs.page_dropped.connect(self._forget)
        tabs.said.connect(partial(self.add, Kind.NOTICE, ""))

    def add(self, kind: Kind, document: str, text: str) -> None:
        """Note something down."""
        entry = Entry(QDateTime.currentDateTime(), kind, document, text)
        self.entries.append(entry)
        del self.entries[:-MOST]
        self.added.emit(entry)

    def _follow(self, page: DocumentPage) -> None:
        self._positions[page] = page.session.stack.index()
        self._known[page] = ()
        page.session.stepped.connect(partial(self._stepped, page))
        page.session.running.connect(partial(self._ran, page))
        page.session.checked.connect(partial(self._checked, page))
        self.add(Kind.NOTICE, page.session.title, tr("Opened."))

    def _forget(self, page: DocumentPage) -> None:
        self._positions.pop(page, None)
        self._known.pop(page, None)
        self.add(Kind.NOTICE, page.session.title, tr("Closed."))

    def _stepped(self, page: DocumentPage) -> None:
        stack, before = page.session.stack, self._positions.get(page, 0)
        now = self._positions[page] = stack.index()
        if now < before:
            self.add(Kind.EDIT, page.session.title, tr("Undone: {step}", step=stack.text(now)))
        elif now:
            self.add(Kind.EDIT, page.session.title, stack.text(now - 1))

    def _ran(self, page: DocumentPage, running: bool) -> None:
        last = page.session.counts.last
        if running or last is None or page.controller.busy:
            return
        for node in last.nodes:
            if not node.reused or node.state is not State.DONE:
                self.add(Kind.COUNT, page.session.title, _said_of(page, node))
        self.add(Kind.COUNT, page.session.title, _said_of_run(page, last))

    def _checked(self, page: DocumentPage) -> None:
        before, now = self._known.get(page, ()), page.session.problems
        self._known[page] = now
        for problem in now:
            if problem not in before:
                self.add(Kind.PROBLEM, page.session.title, told(problem))


def _said_of(page: DocumentPage, node: NodeResult) -> str:
    found = page.session.document.node_by_id.get(node.id)
    kind = kinds_of(page.session.document).get(node.type)
    title = (found.label if found is not None else "") or (said(kind.title) if kind is not None else node.id)
    if node.state is not State.DONE:
        return headed(title, said(node.note))
    return tr("{node}: {entered} entered, {left} left, in {seconds} s.", node=title, entered=number(node.entered),
              left=number(node.left), seconds=number(round(node.seconds, 3)))  # fmt: skip


def _said_of_run(page: DocumentPage, result: RunResult) -> str:
    computed = sum(not node.reused for node in result.nodes)
    seconds = fsum(node.seconds for node in result.nodes)
    instant = moment(datetime.fromisoformat(result.as_of))
    return tr(
        "Counted: {computed} of {activities} computed in {seconds} s, as of {instant}, data {data}, seed {seed}.",
        computed=number(computed), activities=tr("{n} activit(y|ies)", len(result.nodes)),
        seconds=number(round(seconds, 3)), instant=instant,
        data=result.data_version, seed=page.session.document.seed,
    )  # fmt: skip
