"""What the panel says of a journey's node beside its settings: how it performed, what it splits, what it merges."""

from collections.abc import Iterator
from functools import partial

from pydantic import JsonValue
from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from app.facts import Fact
from app.graph.journey_kinds import exit_words, outcome_words
from app.graph.kinds import ENTRY
from app.inspector.values import percent
from app.journeys.adapter import JourneyAdapter
from app.journeys.tree import CLOSE, END, MERGE, SOURCES, VARIANT, of_people, only_by, ports_of
from app.words import headed, number, tr
from canvas.requests import Connect, Delete
from canvas.views import Parts, PortRef
from engine.document.edits import Batch, Disconnect, Edit, RemoveNodes, ReplaceNode, SetSetting
from engine.document.graph import downstream
from engine.document.model import Document, Node
from engine.journey.nodes.variant import WHOLE, VariantPath, VariantSettings, distribute_evenly
from engine.runner.journey_populations import ENTERED, HERE, OUTCOME

_SWITCHED = {"split-accounts": "split-people", "split-people": "split-accounts"}


class NodeExtras(QFrame):
    """Of the node that is selected on one journey's page; it follows the instant."""

    list_wanted = Signal(str, object)
    """The node, and the Fact whose rows are to be shown."""

    def __init__(self, adapter: JourneyAdapter) -> None:
        super().__init__()
        self._adapter = adapter
        self._session = adapter.session
        self.node = ""
        self.performance, self.numbers = QFrame(), QGridLayout()
        self.performance.setProperty("card", True)
        self.title = QLabel()
        self.title.setProperty("fieldTitle", True)
        self.until = _quiet()
        self.numbers.setHorizontalSpacing(12)
        self.numbers.setVerticalSpacing(3)
        self.numbers.setColumnStretch(0, 1)
        inner = QVBoxLayout(self.performance)
        inner.setContentsMargins(12, 10, 12, 10)
        inner.addWidget(self.title)
        inner.addLayout(self.numbers)
        inner.addWidget(self.until)
        self.switch = QWidget()
        self.accounts, self.people = QRadioButton(tr("Accounts")), QRadioButton(tr("People"))
        self.warning = QLabel()
        self.warning.setWordWrap(True)
        self.warning.setProperty("warning", True)
        heading = QLabel(tr("Split by"))
        heading.setProperty("fieldTitle", True)
        switches = QVBoxLayout(self.switch)
        switches.setContentsMargins(0, 0, 0, 0)
        for widget in (heading, self.accounts, self.people, self.warning):
            switches.addWidget(widget)
        self.merge = QWidget()
        self._paths = QVBoxLayout(self.merge)
        self._paths.setContentsMargins(0, 0, 0, 0)
        joined = QLabel(tr("Paths that come together here"))
        joined.setProperty("fieldTitle", True)
        self._paths.addWidget(joined)
        self.boxes: dict[tuple[str, str], QCheckBox] = {}
        self.shares, self.total, self.even = QWidget(), QLabel(), QPushButton(tr("Distribute evenly"))
        row = QHBoxLayout(self.shares)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.total, 1)
        row.addWidget(self.even)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(14)
        for part in (self.performance, self.switch, self.shares, self.merge):
            box.addWidget(part)
        self.accounts.clicked.connect(partial(self._switch, False))
        self.people.clicked.connect(partial(self._switch, True))
        self.even.clicked.connect(self._distribute)
        self._session.counted.connect(self.refresh)
        self._session.changed.connect(self.refresh)
        adapter.replay.moved.connect(self.refresh)
        self.hide()

    def show_node(self, node: str) -> None:
        """Show another node."""
        self.node = node
        self.refresh()

    def refresh(self, *_news: object) -> None:
        """Show all of it as it is now."""
        found = self._session.document.node_by_id.get(self.node)
        if found is None:
            return
        self._show_numbers(found)
        self._show_switch(found)
        self._show_shares(found)
        self._show_merge(found)

    # How it performed

    def _show_numbers(self, node: Node) -> None:
        facts = list(self.facts(node))
        self.performance.setVisible(bool(facts))
        timeline = self._adapter.replay.timeline
        grouped = timeline is not None and node.id not in timeline.arrivals
        people = of_people(self._session.document) or grouped
        self.title.setText(tr("Performance of people") if people else tr("Performance of accounts"))
        while self.numbers.count():
            item = self.numbers.takeAt(0)
            widget = item.widget() if item is not None else None
            if widget is not None:
                # At once: what is only deleted later would be painted below the new numbers until then.
                widget.hide()
                widget.deleteLater()
        for row, fact in enumerate(facts):
            self._put(row, fact)
        standing = self._adapter.standing(node.id)
        self.until.setText(self._adapter.until_words(standing) if standing.tokens else "")
        self.until.setVisible(bool(standing.tokens))

    def facts(self, node: Node) -> Iterator[Fact]:
        """The numbers at the instant, in the order in which they add up."""
        timeline, at = self._adapter.replay.timeline, self._adapter.replay.instant
        if timeline is None:
            return
        entered = timeline.arrivals[node.id].until(at)[0] if node.id in timeline.arrivals else 0
        grouped = node.id not in timeline.arrivals
        if not grouped:
            here = self._adapter.standing(node.id).tokens
            if node.type in SOURCES:
                known = timeline.arrivals[node.id].until(timeline.start)[0] if node.id in timeline.arrivals else 0
                title = tr("Estimated people") if of_people(self._session.document) else tr("Estimated accounts")
                yield Fact(title, known, strong=True)
            whole = tr("Total people entered") if of_people(self._session.document) else tr("Total accounts entered")
            yield Fact(whole, entered, strong=True, code=ENTERED)
            there = tr("People at this step") if of_people(self._session.document) else tr("Accounts at this step")
            yield Fact(there, here, entered, code=HERE)
            if node.type == "action":
                yield Fact(tr("Not yet actioned on"), here, entered, code=HERE)
        words = exit_words()
        for (name, code), track in timeline.exits.items():
            gone = track.until(at)[0] if name == node.id else 0
            if gone:
                yield Fact(tr("Left: {reason}", reason=words.get(code, code)), gone, entered, code=code)
        told = outcome_words()
        outcomes = [(code, track.until(at)[0]) for (name, code), track in timeline.outcomes.items() if name == node.id]
        total = sum(many for _, many in outcomes)
        for code, many in sorted(outcomes, key=lambda one: -one[1]):
            if many:
                yield Fact(told.get(code, code), many, total, code=f"{OUTCOME}{code}")

    def _put(self, row: int, fact: Fact) -> None:
        name = QLabel(fact.text)
        name.setWordWrap(True)
        name.setProperty("fieldTitle" if fact.strong else "quiet", True)
        share = QLabel(percent(fact.value, fact.whole) if fact.whole and fact.value != fact.whole else "")
        share.setProperty("quiet", True)
        figure: QWidget = QLabel(number(fact.value))
        if fact.value and fact.code:
            link = QPushButton(number(fact.value))
            link.setProperty("link", True)
            link.setCursor(Qt.CursorShape.PointingHandCursor)
            link.setAccessibleName(headed(fact.text, number(fact.value)))
            link.setToolTip(tr("Show these rows"))
            link.clicked.connect(partial(self._wanted, fact))
            figure = link
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop
        self.numbers.addWidget(name, row, 0)
        self.numbers.addWidget(figure, row, 1, right)
        self.numbers.addWidget(share, row, 2, right)

    def _wanted(self, fact: Fact, _checked: bool = False) -> None:
        self.list_wanted.emit(self.node, fact)

    # Whom it splits

    def _show_switch(self, node: Node) -> None:
        document = self._session.document
        splits = (node.type in _SWITCHED or node.type == VARIANT) and not of_people(document)
        self.switch.setVisible(splits)
        if not splits:
            return
        by_people = node.type == "split-people" or node.settings.get("by") == "people"
        (self.people if by_people else self.accounts).setChecked(True)
        for button in (self.accounts, self.people):
            button.setEnabled(not self._session.locked)
        gone = only_by(document, node.id) - {node.id}
        lost = len([one for one in gone if document.node_by_id[one].type not in {END, CLOSE}])
        self.warning.setText(tr("Switching deletes {n} node(s) on its paths. Undo brings (it|them) back.", n=lost))
        self.warning.setVisible(bool(lost))

    def _switch(self, by_people: bool, _checked: bool = False) -> None:
        node = self._session.document.node_by_id.get(self.node)
        if node is None:
            return
        edit = switched(self._session.document, node, by_people=by_people)
        if edit is not None:
            self._session.do(edit, tr("Split by people") if by_people else tr("Split by accounts"))

    # How it shares

    def _show_shares(self, node: Node) -> None:
        self.shares.setVisible(node.type == VARIANT)
        if node.type == VARIANT:
            total = sum(_percent(one) for one in _variants(node))
            self.total.setText(tr("{total} % in all", total=number(total)))
            self.total.setProperty("error", total != WHOLE)
            self.total.style().unpolish(self.total)
            self.total.style().polish(self.total)
            self.even.setEnabled(not self._session.locked)

    def _distribute(self) -> None:
        node = self._session.document.node_by_id.get(self.node)
        if node is not None:
            paths = _variants(node)
            shared: list[JsonValue] = [
                {**one, "percent": share} for one, share in zip(paths, distribute_evenly(len(paths)), strict=True)
            ]
            self._session.do(SetSetting(node.id, "paths", shared), tr("Distribute evenly"))

    # What it merges

    def _show_merge(self, node: Node) -> None:
        self.merge.setVisible(node.type == MERGE)
        if node.type != MERGE:
            return
        wanted = dict(_mergeable(self._session.document, node.id))
        if list(wanted) != list(self.boxes):
            for box in self.boxes.values():
                self._paths.removeWidget(box)
                box.deleteLater()
            self.boxes = {}
            for end in wanted:
                box = self.boxes[end] = QCheckBox()
                box.clicked.connect(partial(self._merge, end))
                self._paths.addWidget(box)
        for end, led in wanted.items():
            view = self._adapter.node(end[0])
            label = next((port.label for port in view.outputs if port.id == end[1]), "")
            self.boxes[end].setText(headed(view.title, label) if label else view.title)
            self.boxes[end].setChecked(led)

    def _merge(self, end: tuple[str, str], _checked: bool = False) -> None:
        if self.boxes[end].isChecked():
            self._adapter.ask(Connect(PortRef(*end), PortRef(self.node, ENTRY)))
            return
        arrows = [one.id for one in self._session.document.outbound[end[0]] if one.port == end[1]]
        self._adapter.ask(Delete(Parts.of(edges=arrows)))


def _variants(node: Node) -> list[dict[str, JsonValue]]:
    """The paths of a variant split as they are written; without any, those that a new one has."""
    written = node.settings.get("paths")
    if isinstance(written, list):
        return [dict(one) for one in written if isinstance(one, dict)]
    return [one.model_dump(mode="json") for one in VariantSettings().paths]


def _percent(path: dict[str, JsonValue]) -> int:
    share = path.get("percent", VariantPath.model_fields["percent"].default)
    return share if isinstance(share, int) else 0


def _mergeable(document: Document, merge: str) -> Iterator[tuple[tuple[str, str], bool]]:
    """The paths that lead to a merge, and those that end and could lead there."""
    after = {merge, *downstream(document, merge)}
    for node in document.nodes:
        if node.id in after:
            continue
        for port in ports_of(document, node):
            led = next((one for one in document.outbound.get(node.id, ()) if one.port == port), None)
            if led is not None and led.target is not None:
                if led.target == merge:
                    yield (node.id, port), True
                elif document.node_by_id[led.target].type == END:
                    yield (node.id, port), False


def switched(document: Document, node: Node, *, by_people: bool) -> Edit | None:
    """The edit that splits by the others: all nodes go that are reached by it alone. None when it splits so already."""
    lost = only_by(document, node.id) - {node.id}
    steps: list[Edit] = [Disconnect(one.id) for one in document.outbound.get(node.id, ())]
    steps += [RemoveNodes(tuple(one.id for one in document.nodes if one.id in lost))] if lost else []
    if node.type in _SWITCHED:
        if by_people == (node.type == "split-people"):
            return None
        kept = {name: value for name, value in node.settings.items() if name == "other"}
        steps.append(ReplaceNode(node.model_copy(update={"type": _SWITCHED[node.type], "settings": kept})))
    elif by_people == (node.settings.get("by") == "people"):
        return None
    else:
        steps.append(SetSetting(node.id, "by", "people" if by_people else "accounts"))
    return Batch(tuple(steps))


def _quiet() -> QLabel:
    label = QLabel()
    label.setProperty("quiet", True)
    label.setWordWrap(True)
    return label
