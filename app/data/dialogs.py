"""A link and a targeting dimension in dialogs: every field offers what exists; what is wrong is said in the dialog."""

import re

from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from app.form_dialog import FormDialog
from app.words import tr
from engine.catalog.model import Cardinality, Catalog, Channel, Dimension, Link, Table

_NAME = re.compile(r"\w+")


def _attributes(table: Table, *, empty: bool = False) -> QComboBox:
    found = QComboBox()
    if empty:
        found.addItem(tr("(none)"), "")
    for one in table.attributes:
        found.addItem(one.title, one.name)
    return found


def _ways_from(table: Table, catalog: Catalog) -> set[str]:
    """The names of the links that lead away from a table, in either direction."""
    onwards = {one.name for one in catalog.links if one.source == table.name}
    return onwards | {one.reverse_name for one in catalog.links if one.target == table.name}


def cardinality_words(cardinality: Cardinality) -> str:
    """How many records a link leads from, and to."""
    words = {
        Cardinality.MANY_TO_ONE: tr("many to one"), Cardinality.ONE_TO_ONE: tr("one to one"),
        Cardinality.ONE_TO_MANY: tr("one to many"),
    }  # fmt: skip
    return words[cardinality]


class LinkDialog(FormDialog):
    """From the columns of one table to those of another that are equal."""

    def __init__(self, catalog: Catalog, table: Table, link: Link | None, parent: QWidget) -> None:
        super().__init__(tr("Link"), tr("Save"), parent)
        self.setMinimumWidth(520)
        self._catalog, self._before = catalog, link
        self._table = catalog.table_by_name[link.source] if link is not None else table
        self.name, self.reverse = QLineEdit(), QLineEdit()
        self.target, self.cardinality = QComboBox(), QComboBox()
        for one in catalog.tables:
            self.target.addItem(one.title, one.name)
        for cardinality in (Cardinality.MANY_TO_ONE, Cardinality.ONE_TO_ONE, Cardinality.ONE_TO_MANY):
            self.cardinality.addItem(cardinality_words(cardinality), cardinality)
        self._pairs = QVBoxLayout()
        self._pairs.setContentsMargins(0, 0, 0, 0)
        self._fields: list[tuple[QComboBox, QComboBox]] = []
        holder = QWidget()
        holder.setLayout(self._pairs)
        self.row(tr("Leads to"), self.target)
        self.row(tr("Equal columns"), holder)
        self.row(tr("How many"), self.cardinality)
        self.row(tr("Called"), self.name)
        self.row(tr("The way back is called"), self.reverse)
        if link is not None:
            self.target.setCurrentIndex(self.target.findData(link.target))
            self.cardinality.setCurrentIndex(self.cardinality.findData(link.cardinality))
            self.name.setText(link.name)
            self.reverse.setText(link.reverse_name)
        self._make_pairs(2 if link is None else max(2, len(link.pairs) + 1))
        for (here, there), (mine, its) in zip(self._fields, () if link is None else link.pairs, strict=False):
            here.setCurrentIndex(here.findData(mine))
            there.setCurrentIndex(there.findData(its))
        self.target.setEnabled(link is None)
        self.target.currentIndexChanged.connect(self._retarget)
        for field in (self.name, self.reverse):
            field.textChanged.connect(self._check)
        if link is None:
            self._retarget()
        self._check()

    @property
    def _other(self) -> Table:
        return self._catalog.table_by_name[str(self.target.currentData())]

    def _retarget(self) -> None:
        self._make_pairs(2)
        self.name.setText(self._other.name)
        self.reverse.setText(self._table.name)
        key = self._other.key[0] if self._other.key else ""
        here, there = self._fields[0]
        there.setCurrentIndex(max(0, there.findData(key)))
        here.setCurrentIndex(max(0, here.findData(key)))
        self._check()

    def _make_pairs(self, count: int) -> None:
        while self._pairs.count():
            item = self._pairs.takeAt(0)
            widget = item.widget() if item is not None else None
            if widget is not None:
                widget.deleteLater()
        self._fields = []
        for place in range(count):
            here, there = _attributes(self._table, empty=True), _attributes(self._other, empty=True)
            here.setAccessibleName(tr("Column {place} here", place=place + 1))
            there.setAccessibleName(tr("Column {place} there", place=place + 1))
            line = QWidget()
            row = QHBoxLayout(line)
            row.setContentsMargins(0, 0, 0, 0)
            row.addWidget(here, 1)
            row.addWidget(QLabel("="))
            row.addWidget(there, 1)
            self._pairs.addWidget(line)
            self._fields.append((here, there))
            for field in (here, there):
                field.currentIndexChanged.connect(self._check)

    def _said_pairs(self) -> tuple[tuple[str, str], ...]:
        found = ((str(here.currentData()), str(there.currentData())) for here, there in self._fields)
        return tuple((mine, its) for mine, its in found if mine and its)

    def _check(self) -> None:
        self.say(self._wrong_names() or self._wrong_pairs())
        self.ok.setEnabled(not self.told.text())

    def _wrong_names(self) -> str:
        before = self._before
        for field, table, known in (
            (self.name, self._table, "" if before is None else before.name),
            (self.reverse, self._other, "" if before is None else before.reverse_name),
        ):
            name = field.text().strip()
            if not name:
                return tr("Both directions need a name.")
            if name != known and not _NAME.fullmatch(name):
                return tr("{name}: names are of letters, digits and underscores.", name=name)
            if name != known and name in _ways_from(table, self._catalog):
                return tr("{table} has a link {name} already.", table=table.title, name=name)
        return ""

    def _wrong_pairs(self) -> str:
        pairs = self._said_pairs()
        for mine, its in pairs:
            here, there = self._table.by_name.get(mine), self._other.by_name.get(its)
            if here is not None and there is not None and here.type.family is not there.type.family:
                return tr("{here} and {there} are of different types: they are never equal.", here=here.title,
                          there=there.title)  # fmt: skip
        return "" if pairs else tr("Choose the columns that are equal.")

    def value(self) -> Link:
        """The link as the fields say."""
        before = {} if self._before is None else self._before.model_dump()
        return Link.model_validate(
            before
            | {
                "name": self.name.text().strip(), "source": self._table.name, "target": self._other.name,
                "pairs": self._said_pairs(), "cardinality": self.cardinality.currentData(),
                "reverse_name": self.reverse.text().strip(),
            }
        )  # fmt: skip


class DimensionDialog(FormDialog):
    """A table whose records are targeted, with the columns that hold addresses and consent for each channel."""

    def __init__(self, table: Table, dimension: Dimension | None, parent: QWidget) -> None:
        super().__init__(tr("Targeting dimension"), tr("Save"), parent)
        self.setMinimumWidth(520)
        self._table, self._before = table, dimension
        self.label, self.namespace = QLineEdit(), QLineEdit()
        self.identity = _attributes(table, empty=True)
        self.row(tr("Called"), self.label)
        self.row(tr("Identity"), self.identity)
        self.row(tr("Identity namespace"), self.namespace)
        self._paths: dict[tuple[str, Channel], QComboBox] = {}
        words = {Channel.EMAIL: tr("E-mail"), Channel.SMS: "SMS", Channel.PUSH: tr("Push"),
                 Channel.DIRECT_MAIL: tr("Direct mail")}  # fmt: skip
        for channel, word in words.items():
            for kind, text in (("addresses", tr("{channel}: address", channel=word)),
                               ("consents", tr("{channel}: consent", channel=word))):  # fmt: skip
                field = _attributes(table, empty=True)
                field.setEditable(True)
                self._paths[kind, channel] = field
                self.row(text, field)
        known = Dimension(name=table.name, table=table.name) if dimension is None else dimension
        self.label.setText(known.label or table.title)
        self.namespace.setText(known.namespace)
        key = table.key[0] if len(table.key) == 1 else ""
        self.identity.setCurrentIndex(max(0, self.identity.findData(known.identity or key)))
        self.identity.setEnabled(dimension is None)
        for (kind, channel), field in self._paths.items():
            path = (known.addresses if kind == "addresses" else known.consents).get(channel, "")
            place = field.findData(path)
            field.setCurrentIndex(max(0, place))
            if place < 0:
                field.setCurrentText(path)

    def value(self) -> Dimension:
        """The dimension as the fields say."""
        before = {"name": self._table.name} if self._before is None else self._before.model_dump()
        paths: dict[str, dict[Channel, str]] = {"addresses": {}, "consents": {}}
        for (kind, channel), field in self._paths.items():
            path = self._path(field)
            if path:
                paths[kind][channel] = path
        changes = {
            "table": self._table.name, "label": self.label.text().strip(), "namespace": self.namespace.text().strip(),
            "identity": str(self.identity.currentData()) or None,
        }  # fmt: skip
        return Dimension.model_validate(before | changes | paths)

    def _path(self, field: QComboBox) -> str:
        place = field.findText(field.currentText())
        return str(field.itemData(place)) if place >= 0 else field.currentText().strip()
