"""The one undo command: an engine edit with its inverse. It never touches a widget."""

from typing import TYPE_CHECKING

from PySide6.QtGui import QUndoCommand

from engine.document.edits import Edit

if TYPE_CHECKING:
    from app.session import Session

_MERGES = 1


class EditCommand(QUndoCommand):
    """One step of a document. Steps with the same non-empty `merge` become one, so that a typed word is one step.

    A later edit of the same `merge` must override the earlier one; it is then all that redo has to do.
    """

    def __init__(self, session: "Session", text: str, edit: Edit, inverse: Edit, merge: str = "") -> None:
        super().__init__(text)
        self._session = session
        self.edit = edit
        self.inverse = inverse
        self.merge = merge
        # The session has applied the edit before it pushes, because a refused edit is no command.
        self._done = True

    def redo(self) -> None:
        if self._done:
            self._done = False
            return
        self._session.replay(self.edit)

    def undo(self) -> None:
        self._session.replay(self.inverse)

    def id(self) -> int:
        return _MERGES if self.merge else -1

    def mergeWith(self, other: QUndoCommand) -> bool:
        if not isinstance(other, EditCommand) or other.merge != self.merge:
            return False
        self.edit = other.edit
        return True
