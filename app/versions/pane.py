"""Two states of a document side by side: in words, on the canvas, and by the people they reach at each output."""

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QFont, QTextBlockFormat, QTextCharFormat
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QLabel,
    QSplitter,
    QStackedWidget,
    QTableWidget,
    QTableWidgetItem,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

from app.desk import Desk
from app.inspector.rows import RowsPanel
from app.inspector.service import EngineService
from app.sections import Shell
from app.versions.model import FrozenVersion
from app.words import language, number, said, tr
from canvas import CanvasView, Tokens
from canvas.difference import Snapshot
from canvas.views import PortRef
from engine.bundles.comparing import FATES, Compared, CountedChange, Listed, compare_documents
from engine.bundles.sources import Pair
from engine.document.model import Document
from engine.dossier.speech import Speech
from engine.problems import Problem

_LISTED = 1_000


class ComparisonPane(QWidget):
    """The later of both is drawn, with marks for what became different; empty until a comparison is asked for."""

    def __init__(self, desk: Desk, shell: Shell) -> None:
        super().__init__()
        self._desk, self._shell = desk, shell
        self._asked = 0
        self._frozen: list[FrozenVersion] = []
        self.changes: tuple[CountedChange, ...] = ()
        self.canvas: CanvasView | None = None
        self.told = QLabel()
        self.told.setProperty("quiet", True)
        self.told.setWordWrap(True)
        self.words = QTextBrowser()
        self.words.setAccessibleName(tr("What became different"))
        self.words.setOpenLinks(False)
        self.words.setMinimumWidth(220)
        self.words.document().setDocumentMargin(10)
        self.outputs = comparison_table(
            (tr("Activity"), tr("Output"), tr("Came"), tr("Went"), tr("Stayed")), tr("People by output")
        )
        self.outputs.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectItems)
        self.outputs.setMinimumWidth(280)
        self.people = RowsPanel(EngineService(desk.workspace), desk.tasks)
        self.people.failed.connect(shell.tell)
        self.ids = comparison_table((tr("Account or person"),), tr("Accounts or people"))
        self._who = QStackedWidget()
        self._who.addWidget(self.people)
        self._who.addWidget(self.ids)
        self._arrange()
        self.outputs.currentCellChanged.connect(self._show_people)
        shell.looks.changed.connect(self._set_tokens)

    def _arrange(self) -> None:
        self._graph = QWidget()
        self._graph_box = QVBoxLayout(self._graph)
        self._graph_box.setContentsMargins(0, 0, 0, 0)
        above, below = QSplitter(Qt.Orientation.Horizontal), QSplitter(Qt.Orientation.Horizontal)
        for splitter, widgets, sizes in (
            (above, (self.words, self._graph), (320, 680)),
            (below, (self.outputs, self._who), (480, 520)),
        ):
            splitter.setChildrenCollapsible(False)
            for widget in widgets:
                splitter.addWidget(widget)
            splitter.setSizes(list(sizes))
            splitter.setStretchFactor(1, 1)
        self.both = QSplitter(Qt.Orientation.Vertical)
        self.both.setChildrenCollapsible(False)
        self.both.addWidget(above)
        self.both.addWidget(below)
        self.both.setSizes([420, 300])
        self.both.hide()
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 4, 0, 0)
        box.addWidget(self.told)
        box.addWidget(self.both, 1)
        box.addStretch(0)

    async def compare(self, old: Document, new: Document, title: str) -> None:
        """Draw both at once, and count them; `title` is what the earlier one is called in a sentence."""
        self._asked += 1
        asked = self._asked
        self._show_graphs(old, new, title)
        self.told.setText(tr("Counting both versions…"))
        self.told.show()
        self.words.clear()
        self.outputs.setRowCount(0)
        self.changes = ()
        speech = Speech(language())
        found = await self._desk.life.runner.run(compare_documents, self._desk.workspace, Pair(old, new), speech)
        if asked == self._asked:
            self.changes = found.counts
            self._show_words(found, speech)
            self._show_changes(new, old)
            # A record that came or stayed is one that is there now.
            self._frozen[1].graph.show_counts({
                PortRef(one.node, one.port): one.came + one.stayed for one in found.counts if not one.reason
            })  # fmt: skip

    def _show_graphs(self, old: Document, new: Document, title: str) -> None:
        if self.canvas is not None:
            self._graph_box.removeWidget(self.canvas)
            self.canvas.deleteLater()
        for one in self._frozen:
            one.deleteLater()
        catalog = self._desk.catalog
        earlier, later = FrozenVersion(old, catalog, self), FrozenVersion(new, catalog, self)
        self._frozen = [earlier, later]
        canvas = self.canvas = CanvasView(later.graph, self._shell.looks.tokens, self._graph)
        self._graph_box.addWidget(canvas)
        self.both.show()
        canvas.overlays.comparison.show_against(Snapshot.of(earlier.graph), title)
        # It has its size only when it was laid out.
        QTimer.singleShot(0, canvas, lambda: canvas.open_on(canvas.graph_scene.content()))

    def _show_words(self, found: Compared, speech: Speech) -> None:
        """What became different, part by part; texts are put in as texts, whatever they look like."""
        cursor = self.words.textCursor()
        plain, strong, aside = QTextCharFormat(), QTextCharFormat(), QTextBlockFormat()
        strong.setFontWeight(QFont.Weight.DemiBold)
        aside.setLeftMargin(12)
        lines = [(speech.word("same"), plain, QTextBlockFormat())] if found.same else []
        for one in found.told:
            lines += [(one.sentence, strong, _apart(10)), *((detail, plain, aside) for detail in one.details)]
        if found.drawn:
            lines.append((found.drawn, plain, _apart(10)))
        for place, (text, letters, block) in enumerate(lines):
            if place:
                cursor.insertBlock()
            cursor.setBlockFormat(block)
            cursor.insertText(text, letters)

    def _show_changes(self, new: Document, old: Document) -> None:
        self.told.clear()
        self.outputs.setRowCount(len(self.changes))
        for row, one in enumerate(self.changes):
            node = new.node_by_id.get(one.node) or old.node_by_id.get(one.node)
            title = (node.label if node is not None else "") or one.node
            texts = (title, said(one.label), *(number(getattr(one, fate)) for fate in FATES))
            for column, text in enumerate(texts):
                item = QTableWidgetItem(text if not one.reason or column < 2 else "–")
                item.setToolTip(said(one.reason))
                if column >= 2:
                    item.setTextAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
                self.outputs.setItem(row, column, item)
        changed = next((row for row, one in enumerate(self.changes) if one.came or one.went), None)
        if changed is None:
            self.told.setText(tr("The same people pass everywhere in both versions."))
        elif self.changes:
            self.outputs.setCurrentCell(changed, 2 if self.changes[changed].came else 3)
        self.told.setVisible(bool(self.told.text()))

    def _show_people(self) -> None:
        row, column = self.outputs.currentRow(), self.outputs.currentColumn()
        if not 0 <= row < len(self.changes) or column < 2:
            self.people.grid.close_population()
            return
        change, fate = self.changes[row], FATES[column - 2]
        if change.of_journey:
            self._desk.tasks.start(self._list(change, fate), of=self)
            return
        self._who.setCurrentWidget(self.people)
        people = change.population(fate)
        if people is None:
            self.people.grid.show_problem(Problem(code="nobody", what=said(change.reason) or tr("Nobody.")))
        else:
            self.people.open_population(people)

    async def _list(self, change: CountedChange, fate: str) -> None:
        found: Listed = await self._desk.worker.run(change.listed, fate, _LISTED)
        self._who.setCurrentWidget(self.ids)
        self.ids.setRowCount(len(found.rows))
        for row, values in enumerate(found.rows):
            self.ids.setItem(row, 0, QTableWidgetItem(str(values[0])))

    def _set_tokens(self, tokens: Tokens) -> None:
        if self.canvas is not None:
            self.canvas.set_tokens(tokens)


def _apart(above: int) -> QTextBlockFormat:
    """A block with some room above it, in pixels."""
    found = QTextBlockFormat()
    found.setTopMargin(above)
    return found


def comparison_table(titles: tuple[str, ...], name: str) -> QTableWidget:
    """A table that is only read, with the columns of a comparison."""
    table = QTableWidget(0, len(titles))
    table.setHorizontalHeaderLabels(list(titles))
    table.setAccessibleName(name)
    table.setProperty("rows", True)
    table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    table.setShowGrid(False)
    table.setTabKeyNavigation(False)
    table.verticalHeader().hide()
    table.verticalHeader().setDefaultSectionSize(30)
    header = table.horizontalHeader()
    header.setHighlightSections(False)
    header.setStretchLastSection(len(titles) <= 3)
    if len(titles) > 3:
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
    header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
    heads = [table.horizontalHeaderItem(place) for place in range(2, len(titles))] if len(titles) > 3 else []
    for head in heads:
        if head is not None:
            head.setTextAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
    for place, width in enumerate((104, 104, 64, 60, 70) if len(titles) > 3 else (66, 68)[: len(titles)]):
        table.setColumnWidth(place, width)
    table.setWordWrap(False)
    return table
