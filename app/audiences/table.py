"""The inventory's rows: what stands in each column of an audience, and the bar of who came, stayed and left."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from app.audiences.words import audience_word, local, origin_of, origins
from app.listing import Column, ListModel
from app.words import number, tr
from canvas import Tokens
from canvas.icons import icon
from engine.workspace.audiences import AudienceStatus, SavedAudience

BREAKDOWN = 3
_NAME, _STATUS = 0, 2
_BAR = 8
Part = Qt.ItemDataRole.UserRole


class AudiencesModel(ListModel[SavedAudience]):
    """One row per audience. `writer_of` gives the words for what writes one."""

    def __init__(
        self, tokens: Tokens, writer_of: Callable[[SavedAudience], str], updates_of: Callable[[SavedAudience], str]
    ) -> None:
        self._tokens = tokens
        self.stale: frozenset[str] = frozenset()
        """The audiences whose data changed since they were written."""
        super().__init__(self._columns(writer_of, updates_of), lambda one: one.id)

    def _columns(
        self, writer_of: Callable[[SavedAudience], str], updates_of: Callable[[SavedAudience], str]
    ) -> list[Column[SavedAudience]]:
        def count(name: str) -> Callable[[SavedAudience], int]:
            return lambda one: one.counts.get(name, 0)

        def counted(title: str, name: str, *, hidden: bool) -> Column[SavedAudience]:
            value = count(name)
            return Column(title, lambda one: number(value(one)), value, 84, number=True, hidden=hidden)

        statuses = list(AudienceStatus)
        return [
            Column(tr("Audience"), lambda one: one.label, lambda one: one.label.casefold(), 250),
            Column(tr("Members"), lambda one: number(one.rows), lambda one: one.rows, 96, number=True),
            Column(tr("Status"), lambda one: audience_word(one.status), lambda one: statuses.index(one.status), 112),
            Column(tr("Breakdown"), lambda _one: "", lambda one: one.churn, 120),
            Column(tr("Changed, %"), churn, lambda one: one.churn, 96, number=True),
            Column(tr("Evaluation"), self.evaluation, self.evaluation, 150),
            Column(tr("Written by"), writer_of, lambda one: writer_of(one).casefold(), 190),
            Column(tr("Last updated"), lambda one: local(one.changed), lambda one: one.changed, 140),
            Column(tr("Tags"), lambda one: ", ".join(one.tags), lambda one: one.tags, 120),
            counted(tr("Came"), "realized", hidden=True),
            counted(tr("Stayed"), "existing", hidden=True),
            counted(tr("Went"), "exiting", hidden=True),
            Column(tr("Origin"), lambda one: origins()[origin_of(one)], origin_of, 150, hidden=True),
            Column(tr("Folder"), lambda one: one.folder, lambda one: one.folder.casefold(), 140, hidden=True),
            Column(tr("Created"), lambda one: local(one.created), lambda one: one.created, 140, hidden=True),
            Column(tr("Created by"), lambda one: one.created_by, lambda one: one.created_by, 110, hidden=True),
            Column(tr("Updated by"), lambda one: one.changed_by, lambda one: one.changed_by, 110, hidden=True),
            Column(tr("Description"), lambda one: one.description, lambda one: one.description, 220, hidden=True),
            Column(tr("Updates"), updates_of, lambda one: updates_of(one).casefold(), 170, hidden=True),
            Column(tr("Lasts until"), _end, lambda one: (one.expires is None, one.expires), 140, hidden=True),
            Column(tr("External id"), lambda one: one.external, lambda one: one.external, 130, hidden=True),
        ]

    def evaluation(self, one: SavedAudience) -> str:
        """Whether the members are those that the data would give now, or came to their end."""
        if one.expired:
            return tr("Expired")
        if not one.document:
            return tr("By hand")
        return tr("Data changed since") if one.id in self.stale else tr("Ready")

    def show_stale(self, stale: frozenset[str]) -> None:
        """Show which audiences are out of date."""
        self.stale = stale
        if self.rows:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self.rows) - 1, len(self.columns) - 1))

    def set_tokens(self, tokens: Tokens) -> None:
        """Take the colours of a scheme."""
        self._tokens = tokens
        self.show_stale(self.stale)

    def decorated(self, one: SavedAudience, column: int, role: int) -> Any:
        roles = Qt.ItemDataRole
        if role == Part and column == BREAKDOWN:
            return tuple(one.counts.get(name, 0) for name in ("realized", "existing", "exiting"))
        if role == roles.DecorationRole and column == _STATUS:
            return icon(*self._look(one))
        if role == roles.ToolTipRole:
            return self._hint(one, column)
        if role == roles.AccessibleTextRole and column == BREAKDOWN:
            return self._hint(one, column)
        if role == roles.ForegroundRole:
            loud = column in {_NAME, 1, _STATUS} and one.status in {AudienceStatus.PUBLISHED, AudienceStatus.DRAFT}
            return None if loud else QColor(self._tokens.text_quiet)
        return None

    def _look(self, one: SavedAudience) -> tuple[str, str]:
        tokens = self._tokens
        return {
            AudienceStatus.DRAFT: ("ph.pencil-simple", tokens.text_quiet),
            AudienceStatus.PUBLISHED: ("ph.check-circle", tokens.states["done"].ink),
            AudienceStatus.INACTIVE: ("ph.minus-circle", tokens.text_quiet),
            AudienceStatus.DELETED: ("ph.trash", tokens.text_quiet),
        }[one.status]

    def _hint(self, one: SavedAudience, column: int) -> str | None:
        if column == _NAME:
            return one.description or None
        if column != BREAKDOWN:
            return None
        came, stayed, left = (number(one.counts.get(name, 0)) for name in ("realized", "existing", "exiting"))
        return tr("{came} came, {stayed} stayed, {left} left", came=came, stayed=stayed, left=left)


def _end(one: SavedAudience) -> str:
    return "" if one.expires is None else local(one.expires)


def churn(one: SavedAudience) -> str:
    """How much changed at the last evaluation, in per cent; nothing at the first, which had none before it."""
    return number(round(one.churn, 1)) if one.number > 1 else ""


class BreakdownDelegate(QStyledItemDelegate):
    """Who came, stayed and left at the last evaluation, as parts of a bar."""

    def __init__(self, tokens: Tokens) -> None:
        super().__init__()
        self.tokens = tokens

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        super().paint(painter, option, index)
        parts = index.data(Part)
        rect = QRectF(option.rect).adjusted(8, 0, -12, 0)
        total = sum(parts or ())
        if not total:
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        at, top = rect.left(), rect.center().y() - _BAR / 2
        accents = self.tokens.accents
        for value, colour in zip(parts, (accents["green"].ink, accents["blue"].ink, accents["grey"].ink), strict=True):
            if value:
                wide = max(rect.width() * value / total, 2.0)
                painter.setBrush(QColor(colour))
                painter.drawRoundedRect(QRectF(at, top, wide - 1, _BAR), 2, 2)
                at += wide
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        del option, index
        return QSize(120, _BAR)
