"""A column that the file does not hold: its name, and the expression over the file's columns that gives its values."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QFormLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from app.data.wish import ImportWish
from app.panel.editors.expressions import ExpressionEditor
from app.words import tr
from engine.ingest.calculated import scope_of_file
from engine.layouts import ColumnLayout
from engine.types import STRING


class CalculatedDialog(QDialog):
    """What is wrong with the expression is said while it is typed; its type follows from it."""

    def __init__(self, wish: ImportWish, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("Calculated column"))
        self.setMinimumWidth(520)
        self._taken = {one.name for one in wish.columns if not one.ignore}
        self.name = QLineEdit()
        self.name.setPlaceholderText(tr("What it is called"))
        self.name.setAccessibleName(tr("Name"))
        self.expression = ExpressionEditor(self).as_own_root()
        self.expression.set_scope(scope_of_file({
            one.source or one.name: one.type for one in wish.columns if one.expression is None
        }))  # fmt: skip
        told = QLabel(tr("It is computed for each row from the columns of the file, such as @price * @quantity."))
        told.setProperty("quiet", True)
        told.setWordWrap(True)
        form = QFormLayout()
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapAllRows)
        form.setSpacing(6)
        form.addRow(tr("Name"), self.name)
        form.addRow(tr("Expression"), self.expression)
        buttons = QDialogButtonBox()
        self.keep = buttons.addButton(tr("Add"), QDialogButtonBox.ButtonRole.AcceptRole)
        self.keep.setProperty("primary", True)
        buttons.addButton(tr("Cancel"), QDialogButtonBox.ButtonRole.RejectRole)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        box = QVBoxLayout(self)
        box.setContentsMargins(24, 20, 24, 20)
        box.setSpacing(12)
        box.addWidget(told)
        box.addLayout(form)
        box.addWidget(buttons)
        self.name.textChanged.connect(self._offer)
        # After the editor has checked it: its own connection stands before this one.
        self.expression.field.textChanged.connect(self._offer)
        self._offer()

    def _offer(self) -> None:
        name = self.name.text().strip()
        right = bool(self.expression.value().strip()) and not any(one.is_error for one in self.expression.problems)
        self.keep.setEnabled(bool(name) and name not in self._taken and right)

    def value(self) -> ColumnLayout:
        """The column."""
        kind = self.expression.result or STRING
        return ColumnLayout(name=self.name.text().strip(), type=kind, expression=self.expression.value().strip())
