"""Where records are and why: the way of each, what it had at every step, where it ended, and what would let it on."""

import re

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QColor
from PySide6.QtWidgets import (
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QLineEdit,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from app.inspector.colours import tokens_of
from app.inspector.service import Place, Service
from app.inspector.values import cell, shown, title
from app.shell.elided import ElidedLabel
from app.shell.explanation import Explanation
from app.words import headed, number, port_words, said, told, tr
from app.worker import Tasks, finished
from engine.document.model import Node
from engine.problems import EngineError
from engine.registry import all_activities, read_settings
from engine.runner.answers import Answer, Key, Line
from engine.runner.following import Passage

MOST_KEYS = 1_000
_STEP = Qt.ItemDataRole.UserRole
"""The item data that names the node of a step."""
_LEAST_RECORD = 120
"""The room of a key at least, in pixels."""
_LEAST_TREE = 76
"""The room of the heading and two answers."""
_MOST_VALUES = 6
"""Rows of one record at one step that are shown one by one."""
_FEW = 2
"""Values of a single row that stand in one line."""


class WhyPanel(QWidget):
    """Keys are typed or pasted, the parts of a composite key joined by a slash; each gets an answer."""

    way_wanted = Signal(object)
    """The nodes that a record passed, to be shown on the canvas."""
    remedy_wanted = Signal(object)
    """The Answer whose remedy is to be put into the document."""

    def __init__(self, service: Service, tasks: Tasks, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._service = service
        self._tasks = tasks
        self._place: Place | None = None
        self._answers: dict[str, Answer] = {}
        self._followed: set[str] = set()
        self.line = QLineEdit()
        self.line.setPlaceholderText(tr("One key, or a pasted list of them"))
        self.line.setAccessibleName(tr("Keys to ask about"))
        self.line.setClearButtonEnabled(True)
        self.ask_button = QPushButton(tr("Why?"))
        self.where = ElidedLabel()
        self.where.setProperty("quiet", True)
        self.error = QLabel()
        self.error.setProperty("error", True)
        self.error.setWordWrap(True)
        self.error.hide()
        self.tree = QTreeWidget()
        self.tree.setColumnCount(3)
        self.tree.setHeaderLabels([tr("Record"), tr("Answer"), tr("Value found")])
        self.tree.header().setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
        self.tree.header().resizeSection(0, _LEAST_RECORD)
        self.tree.header().setStretchLastSection(False)
        self.tree.setAccessibleName(tr("Answers"))
        self.answer = QLabel()
        self.answer.setWordWrap(True)
        self.remedy = QLabel()
        self.remedy.setWordWrap(True)
        self.apply = QPushButton(tr("Change the rule so"))
        row = QHBoxLayout()
        row.addWidget(self.line, 1)
        row.addWidget(self.ask_button)
        row.addWidget(self.where, 1)
        self.tree.setMinimumHeight(_LEAST_TREE)
        told = QWidget()
        lines = QVBoxLayout(told)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.addWidget(self.answer)
        lines.addWidget(self.remedy)
        self._told = Explanation(told)
        below = QHBoxLayout()
        below.addWidget(self._told, 1)
        below.addWidget(self.apply, 0, Qt.AlignmentFlag.AlignBottom)
        box = QVBoxLayout(self)
        box.setContentsMargins(12, 8, 12, 8)
        box.addLayout(row)
        box.addWidget(self.error)
        box.addWidget(self.tree, 1)
        box.addLayout(below)
        self.line.returnPressed.connect(self.ask)
        self.ask_button.clicked.connect(self.ask)
        self.tree.currentItemChanged.connect(self._chosen)
        self.tree.itemExpanded.connect(self._fit_records)
        self.apply.clicked.connect(self._apply)
        self.setFocusProxy(self.line)
        self.show_place(None)

    def show_place(self, place: Place | None) -> None:
        """Ask about another place; what was answered about the one before goes."""
        self._place = place
        self.way_wanted.emit(())
        self._clear()
        self.error.hide()
        self.ask_button.setEnabled(place is not None)
        self._say_where()

    def _say_where(self, answers: tuple[Answer, ...] = ()) -> None:
        """Say which place is asked about; of a list, how many are there."""
        if self._place is None:
            self.where.say(tr("Select a transition first."))
        elif len(answers) > 1:
            here = number(sum(answer.present for answer in answers))
            self.where.say(
                tr("{here} of {all} at {place}", here=here, all=number(len(answers)), place=self._place.title)
            )
        else:
            self.where.say(tr("at {place}", place=self._place.title))

    def ask(self) -> None:
        """Ask about the keys that stand in the line."""
        keys = read_keys(self.line.text())
        if not keys:
            self._say_error(tr("There is no key to ask about. Type one, or paste a list of them."))
        self._ask_about(keys)

    def follow(self, key: Key) -> None:
        """Ask about one record, whatever signs its key is made of."""
        self.line.setText("/".join(key))
        self._ask_about([key])

    def _ask_about(self, keys: list[Key]) -> None:
        if self._place is not None and keys:
            self._clear()
            self._say_where()
            self.error.hide()
            if len(keys) > MOST_KEYS:
                self._say_error(
                    tr("{n} key(s) (is|are) too many: the first {most} are asked about. Ask about the others next.",
                       n=len(keys), most=number(MOST_KEYS))
                )  # fmt: skip
            first = keys[0] if len(keys) == 1 else ()
            QTreeWidgetItem(self.tree, ["/".join(first), tr("Looking…"), ""])
            self._tasks.start(self._ask(self._place, keys[:MOST_KEYS]), of=self)

    async def _ask(self, place: Place, keys: list[Key]) -> None:
        if place.seen is not None:
            await self._tell_path(place, keys[0], alone=len(keys) == 1)
            return
        try:
            answers = await finished(self._service.why(place, keys))
        except EngineError as error:
            self._clear()
            self._say_error(told(error.problem))
            return
        if place is self._place:
            self._show(answers)

    async def _tell_path(self, place: Place, key: Key, *, alone: bool) -> None:
        """The way of an account or a person through a journey; `alone` is whether no others were asked about."""
        # Loaded with the first journey, so that the program starts without them.
        from app.journeys.path_tree import fill_path

        try:
            catalog = await finished(self._service.catalog())
            steps = await finished(self._service.path(place, key))
        except EngineError as error:
            self._clear()
            self._say_error(told(error.problem))
            return
        if place is self._place:
            self._clear()
            fill_path(self.tree, place.document, catalog, "/".join(key), steps)
            self._fit_records()
            if not alone:
                self._say_error(tr("This is the way of {key} alone. Ask about the others one by one.",
                                   key="/".join(key)))  # fmt: skip
            self.way_wanted.emit(tuple(step.node for step in steps))

    def _say_error(self, words: str) -> None:
        self.error.setText(words)
        self.error.show()

    def _clear(self) -> None:
        self.tree.clear()
        self._answers.clear()
        self._followed.clear()
        self._show_remedy(None)

    def _show(self, answers: tuple[Answer, ...]) -> None:
        self._clear()
        tokens = tokens_of(self)
        for answer in answers:
            who = "/".join(answer.key)
            self._answers[who] = answer
            item = QTreeWidgetItem(self.tree, [who, self._in_words(answer), ""])
            item.setForeground(1, QColor(tokens.states["done" if answer.present else "warning"].ink))
            item.setToolTip(1, item.text(1))
            for line in answer.rule:
                _add_line(item, line)
            with QSignalBlocker(self.tree):  # the columns are fitted once, below
                item.setExpanded(True)
        self._fit_records()
        self._say_where(answers)
        first = self.tree.topLevelItem(0)
        if first is not None:
            self.tree.setCurrentItem(first)

    def _fit_records(self) -> None:
        """Give keys and the titles of steps the room that they need, up to a third of all."""
        wanted = max(self.tree.sizeHintForColumn(0) + 8, _LEAST_RECORD)
        self.tree.header().resizeSection(0, min(wanted, max(self.tree.viewport().width() // 3, _LEAST_RECORD)))
        self.tree.setColumnHidden(2, not _has_values(self.tree.invisibleRootItem()))
        values = max(self.tree.sizeHintForColumn(2), self.tree.header().sectionSizeHint(2)) + 8
        self.tree.header().resizeSection(2, min(values, max(self.tree.viewport().width() // 3, _LEAST_RECORD)))

    def _node(self, node: str) -> Node | None:
        return self._place.document.node_by_id.get(node) if self._place is not None else None

    def _in_words(self, answer: Answer) -> str:
        if answer.present:
            return tr("Is here.") + (f" {said(answer.status)}" if answer.status else "")
        reason = _reason(answer, self._node(answer.lost_at or ""))
        if answer.lost_at is None or answer.cause == "unknown":
            return reason or tr("Is not here.")
        return tr("Did not get past {node}. {reason}", node=self._title(answer.lost_at), reason=reason)

    def _title(self, node: str) -> str:
        found = self._node(node)
        if found is None:
            return node
        activity = all_activities().get(found.type)
        return found.label or (said(activity.title) if activity is not None else node)

    def _chosen(self, item: QTreeWidgetItem | None) -> None:
        top = item
        while top is not None and top.parent() is not None:
            top = top.parent()
        answer = self._answers.get(top.text(0)) if top is not None else None
        if item is None or top is None or answer is None:
            return
        self._show_remedy(answer)
        above = item.parent()
        self.way_wanted.emit(_way(answer, item.data(0, _STEP) or (above.data(0, _STEP) if above is not None else None)))
        if self._place is not None and top.text(0) not in self._followed and answer.way:
            self._followed.add(top.text(0))
            self._tasks.start(self._follow(self._place, answer, top), of=self)

    async def _follow(self, place: Place, answer: Answer, item: QTreeWidgetItem) -> None:
        try:
            way = await finished(self._service.follow(place, answer.key))
        except EngineError:
            # The answer itself stands; its steps are an addition to it.
            return
        who = "/".join(answer.key)
        if place is self._place and self._answers.get(who) is answer:
            for at, passage in enumerate(way):
                if passage.stop.node != answer.lost_at:
                    self._add_step(item, at, passage)
            self._fit_records()

    def _add_step(self, item: QTreeWidgetItem, at: int, passage: Passage) -> None:
        head = f"{at + 1}. {self._title(passage.stop.node)}"
        step = QTreeWidgetItem([head, self._passed(passage), _values(passage)])
        step.setData(0, _STEP, passage.stop.node)
        item.insertChild(at, step)
        for line in passage.lines:
            _add_line(step, line)
        if len(passage.rows) > 1:
            for row in passage.rows[:_MOST_VALUES]:
                QTreeWidgetItem(step, ["", ", ".join(_pairs(passage, row)), ""])
        elif len(passage.columns) > _FEW and passage.rows:
            for column, value in zip(passage.columns, passage.rows[0], strict=True):
                QTreeWidgetItem(step, ["", title(column), cell(column, value)])
        step.setToolTip(1, step.text(1))
        step.setToolTip(2, step.text(2))

    def _passed(self, passage: Passage) -> str:
        if not passage.stop.ports:
            return tr("came here and went no further")
        labels = _port_labels(self._node(passage.stop.node))
        ways = ", ".join(labels.get(port, port) for port in passage.stop.ports)
        return tr("left by {ways}", ways=ways) if len(labels) > 1 else tr("passed")

    def _show_remedy(self, answer: Answer | None) -> None:
        remedy = answer.remedy if answer is not None else None
        absent = answer is not None and not answer.present
        self.answer.setVisible(absent)
        if answer is not None and absent:
            self.answer.setText(self._in_words(answer))
        self.remedy.setVisible(remedy is not None)
        self.apply.setVisible(remedy is not None)
        if remedy is not None:
            parts = [
                tr("“{after}” instead of “{before}”", before=before, after=after)
                if after else tr("without “{before}”", before=before)
                for before, after in remedy.lines
            ]  # fmt: skip
            self.remedy.setText(tr("Smallest change that lets it through: {changes}.", changes="; ".join(parts)))
        self._told.setVisible(absent or remedy is not None)
        self._told.updateGeometry()

    def _apply(self) -> None:
        item = self.tree.currentItem()
        while item is not None and item.parent() is not None:
            item = item.parent()
        answer = self._answers.get(item.text(0)) if item is not None else None
        if answer is not None and answer.remedy is not None:
            self.remedy_wanted.emit(answer)


def _way(answer: Answer, until: str | None) -> tuple[str, ...]:
    """The nodes to show on the canvas: all that a record passed, or those as far as one of them."""
    nodes = [stop.node for stop in answer.way]
    if until in nodes:
        return tuple(nodes[: nodes.index(until) + 1])
    return (*nodes, *((answer.lost_at,) if answer.lost_at and answer.lost_at not in nodes else ()))


def _port_labels(node: Node | None) -> dict[str, str]:
    """What the outputs of a node are called, by their ids."""
    activity = all_activities().get(node.type) if node is not None else None
    if node is None or activity is None:
        return {}
    settings, _ = read_settings(activity, node.settings, node.version)
    return {} if settings is None else {port.id: port_words(port) for port in activity.ports(settings)}


def _add_line(item: QTreeWidgetItem, line: Line) -> None:
    mark = "✓" if line.holds else "✗"
    value = tr("nothing") if line.value is None else shown(line.value)
    child = QTreeWidgetItem(item, ["", f"{mark} {line.sentence}", value])
    child.setToolTip(1, line.sentence)
    if line.decides:
        font = child.font(1)
        font.setBold(True)
        child.setFont(1, font)


def _has_values(item: QTreeWidgetItem) -> bool:
    """Whether an item, or one below it, says a value that was found."""
    inner = (item.child(place) for place in range(item.childCount()))
    return bool(item.text(2)) or any(_has_values(one) for one in inner if one is not None)


def _values(passage: Passage) -> str:
    if len(passage.rows) == 1:
        few = len(passage.columns) <= _FEW
        return ", ".join(_pairs(passage, passage.rows[0])) if few else tr("{n} value(s)", n=len(passage.columns))
    return tr("{n} row(s)", n=len(passage.rows)) if passage.rows else ""


def _pairs(passage: Passage, row: tuple[object, ...]) -> list[str]:
    return [headed(title(one), cell(one, value)) for one, value in zip(passage.columns, row, strict=True)]


def _reason(answer: Answer, node: Node | None) -> str:
    """Why a record went no further, in the user's language."""
    match answer.cause:
        case "rule":
            failed = "; ".join(line.sentence for line in answer.rule if line.decides and not line.holds)
            taken = "; ".join(line.sentence for line in answer.rule if line.decides and line.holds)
            parts = (tr("It fails: {lines}.", lines=failed) if failed else "",
                     tr("It is excluded by: {lines}.", lines=taken) if taken else "")  # fmt: skip
            return " ".join(part for part in parts if part)
        case "left-by":
            labels = _port_labels(node)
            return tr("It left there by {ways}.", ways=", ".join(labels.get(port, port) for port in answer.ports))
        case "missing-from":
            return tr("It does not come from {inputs}.", inputs=", ".join(map(said, answer.inputs)))
        case "not-led-to":
            return tr("Nothing that entered there leads to it.")
        case "unknown":
            return tr("There is no such record.")
        case code:
            activity = all_activities().get(node.type) if node is not None else None
            reasons = activity.reasons if activity is not None else ()
            return next((f"{said(one.label)}." for one in reasons if one.code == code), said(answer.reason))


def read_keys(text: str) -> list[Key]:
    """The keys in a text: separated by commas, semicolons, spaces, tabs or lines, each once."""
    words = [word.strip() for word in re.split(r"[,;\s]+", text) if word.strip()]
    return [tuple(word.split("/")) for word in dict.fromkeys(words)]
