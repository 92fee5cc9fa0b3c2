"""A column that the file does not hold: its name, and the expression over the file's columns that gives its values."""

from PySide6.QtWidgets import QFormLayout, QLineEdit, QVBoxLayout, QWidget

from app.data.wish import ImportWish
from app.form_dialog import FormDialog
from app.panel.editors.expressions import ExpressionEditor
from app.words import tr
from engine.ingest.calculated import scope_of_file
from engine.layouts import ColumnLayout
from engine.types import STRING

_ROOM = 56


class CalculatedDialog(FormDialog):
    """What is wrong with the expression is said while it is typed; its type follows from it."""

    def __init__(self, wish: ImportWish, parent: QWidget) -> None:
        super().__init__(
            tr("Calculated column"), tr("Add"), parent,
            tr("It is computed for each row from the columns of the file, such as @price * @quantity."),
        )  # fmt: skip
        self.setMinimumWidth(520)
        self._taken = {one.name for one in wish.columns if not one.ignore}
        self.name = QLineEdit()
        self.name.setPlaceholderText(tr("What it is called"))
        self.expression = ExpressionEditor(self).as_own_root()
        self.expression.set_scope(scope_of_file({
            one.source or one.name: one.type for one in wish.columns if one.expression is None
        }))  # fmt: skip
        self.form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapAllRows)
        self.form.setSpacing(6)
        self.row(tr("Name"), self.name)
        # What is wrong has room from the start: a dialog does not grow while one types.
        holder = QWidget()
        holder.setMinimumHeight(_ROOM)
        inside = QVBoxLayout(holder)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.addWidget(self.expression)
        inside.addStretch(1)
        self.form.addRow(tr("Expression"), holder)
        self.name.textChanged.connect(self._offer)
        # After the editor has checked it: its own connection stands before this one.
        self.expression.field.textChanged.connect(self._offer)
        self._offer()

    def _offer(self) -> None:
        name = self.name.text().strip()
        right = bool(self.expression.value().strip()) and not any(one.is_error for one in self.expression.problems)
        self.say(tr("There is a column {name} already.", name=name) if name in self._taken else "")
        self.ok.setEnabled(bool(name) and name not in self._taken and right)

    def value(self) -> ColumnLayout:
        """The column."""
        kind = self.expression.result or STRING
        return ColumnLayout(name=self.name.text().strip(), type=kind, expression=self.expression.value().strip())
