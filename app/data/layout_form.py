"""How a file is read and where it goes: the fields at the left of an import."""

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QFormLayout, QLabel, QSpinBox, QVBoxLayout, QWidget

from app.data.wish import ImportWish
from app.desk import Desk
from app.theme import inset
from app.words import tr
from engine.ingest.load import LoadMode
from engine.layouts import TYPED, FileFormat, FileLayout

_ENCODINGS = ("utf-8", "utf-8-sig", "cp1252", "iso-8859-1", "utf-16")
_ZONES = ("", "UTC", "Europe/Paris", "Europe/London", "America/New_York", "Asia/Tokyo")


class LayoutForm(QWidget):
    """The table, what becomes of its rows, and the layout of the file. Fields that make no sense are hidden."""

    changed = Signal()
    """How the file is read changed: it must be read again."""
    target_changed = Signal()
    """Where the rows go changed."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._table, self._mode = QComboBox(), QComboBox()
        self._table.setEditable(True)
        self._table.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        for mode, text in (
            (LoadMode.REPLACE, tr("Replace all rows")),
            (LoadMode.APPEND, tr("Add to the rows there")),
            (LoadMode.UPSERT, tr("Update by key")),
        ):
            self._mode.addItem(text, mode)
        self._format = QComboBox()
        for format_, text in (
            (FileFormat.DELIMITED, tr("Delimited text")), (FileFormat.FIXED, tr("Fixed widths")),
            (FileFormat.JSON, "JSON"), (FileFormat.JSON_LINES, "JSON Lines"), (FileFormat.PARQUET, "Parquet"),
            (FileFormat.EXCEL, "Excel"), (FileFormat.DUCKDB, "DuckDB"),
        ):  # fmt: skip
            self._format.addItem(text, format_)
        self._sheet = QComboBox()
        self.encoding, self._zone = QComboBox(), QComboBox()
        self.encoding.setEditable(True)
        self.encoding.addItems(_ENCODINGS)
        self._zone.setEditable(True)
        self._zone.addItems(_ZONES)
        line = self._zone.lineEdit()
        if line is not None:
            line.setPlaceholderText(tr("As they are written"))
        self._delimiter, self._quote = QComboBox(), QComboBox()
        for text, sign in ((tr("Comma"), ","), (tr("Semicolon"), ";"), (tr("Tab"), "\t"), (tr("Bar"), "|")):
            self._delimiter.addItem(text, sign)
        for text, sign in ((tr("Double quote"), '"'), (tr("Single quote"), "'"), (tr("None"), "")):
            self._quote.addItem(text, sign)
        self._header = QCheckBox(tr("The first line names the columns"))
        self._skip = QSpinBox()
        inset(self._skip)
        self._skip.setRange(0, 10_000)
        self._skip.setButtonSymbols(QSpinBox.ButtonSymbols.NoButtons)
        self._form = QFormLayout()
        self._form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapAllRows)
        self._form.setSpacing(4)
        for text, field in (
            (tr("Into the table"), self._table), (tr("What becomes of its rows"), self._mode),
            (tr("Format"), self._format), (tr("Sheet"), self._sheet), (tr("Encoding"), self.encoding),
            (tr("Separator"), self._delimiter),
            (tr("Quotes"), self._quote), (tr("Lines to skip"), self._skip),
            (tr("Time zone of its moments"), self._zone),
        ):  # fmt: skip
            field.setAccessibleName(text)
            self._form.addRow(text, field)
        self._form.addRow(self._header)
        self._told = QLabel()
        self._told.setWordWrap(True)
        self._told.setProperty("quiet", True)
        self._told.setProperty("small", True)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 12, 0)
        box.addLayout(self._form)
        box.addWidget(self._told)
        box.addStretch(1)
        self.setFocusProxy(self._table)
        for field in (self._format, self._sheet, self._delimiter, self._quote):
            field.currentIndexChanged.connect(self.changed)
        for field in (self.encoding, self._zone):
            field.activated.connect(self.changed)
            editor = field.lineEdit()
            if editor is not None:
                editor.editingFinished.connect(self.changed)
        self._header.toggled.connect(self.changed)
        self._skip.valueChanged.connect(self.changed)
        self._table.currentTextChanged.connect(self._retarget)
        self._mode.currentIndexChanged.connect(self.target_changed)

    @property
    def table(self) -> str:
        """The name of the table that is to be loaded."""
        return self._table.currentText().strip() or "table"

    @property
    def mode(self) -> LoadMode:
        """What becomes of the rows that are there."""
        # The list gives back a plain text.
        return LoadMode(self._mode.currentData())

    def choose_table(self, name: str) -> None:
        """Load into a table, by its name."""
        self._table.setCurrentText(name)

    def layout_of(self, before: FileLayout) -> FileLayout:
        """The layout as the fields say; a time zone that does not exist is not taken."""
        changes = {
            "format": self._format.currentData(), "encoding": self.encoding.currentText().strip() or "utf-8",
            "delimiter": self._delimiter.currentData(), "quote": self._quote.currentData(),
            "sheet": self._sheet.currentText() or None, "header": self._header.isChecked(),
            "skip_lines": self._skip.value(),
            "zone": self._zone.currentText().strip() or None,
        }  # fmt: skip
        try:
            return FileLayout.model_validate(before.model_dump() | changes)
        except ValueError:
            return FileLayout.model_validate(before.model_dump() | changes | {"zone": before.zone})

    def show_wish(self, wish: ImportWish) -> None:
        """Show what will be done; nothing is told of it."""
        with QSignalBlocker(self):
            layout = wish.layout
            if not self._table.count():
                self._table.addItems([one.name for one in self._desk.catalog.tables])
            self._table.setCurrentText(wish.table)
            self._mode.setCurrentIndex(self._mode.findData(wish.mode))
            self._format.setCurrentIndex(self._format.findData(layout.format))
            if wish.sheets != tuple(self._sheet.itemText(place) for place in range(self._sheet.count())):
                self._sheet.clear()
                self._sheet.addItems(wish.sheets)
            self._sheet.setCurrentIndex(max(0, self._sheet.findText(layout.sheet or "")))
            self.encoding.setCurrentText(layout.encoding)
            self._zone.setCurrentText(layout.zone or "")
            if self._delimiter.findData(layout.delimiter) < 0:
                self._delimiter.addItem(layout.delimiter, layout.delimiter)
            self._delimiter.setCurrentIndex(self._delimiter.findData(layout.delimiter))
            self._quote.setCurrentIndex(max(0, self._quote.findData(layout.quote)))
            self._header.setChecked(layout.header)
            self._skip.setValue(layout.skip_lines)
        self._show_fields(layout.format)
        self._tell()

    def _show_fields(self, format_: FileFormat) -> None:
        text = format_ in {FileFormat.DELIMITED, FileFormat.FIXED}
        for field, there in (
            (self.encoding, format_ is not FileFormat.EXCEL and format_ not in TYPED),
            (self._delimiter, format_ is FileFormat.DELIMITED), (self._quote, format_ is FileFormat.DELIMITED),
            (self._skip, text), (self._header, text or format_ is FileFormat.EXCEL),
            (self._sheet, format_ is FileFormat.EXCEL),
        ):  # fmt: skip
            self._form.setRowVisible(field, there)

    def _retarget(self) -> None:
        self._tell()
        self.target_changed.emit()

    def _tell(self) -> None:
        known = self.table in self._desk.catalog.table_by_name
        self._mode.setEnabled(known)
        self._told.setText(
            tr("Its columns are matched with those of the table by name.")
            if known
            else tr("A new table is made. Tick its key at the right.")
        )
