"""The tools of the canvas in front, in the status bar beside the zoom: select several, turn the layout, fit, map."""

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QWidget

from canvas import CanvasView

_SHOWN = ("select.several", "arrange.turn", "view.fit", "view.minimap", "view.zoom-out", "view.zoom-in")


class CanvasTools(QWidget):
    """Shows actions of a canvas; it has none of its own, so that each has its keys and its place in the palette."""

    def __init__(self) -> None:
        super().__init__()
        self.buttons: dict[str, QToolButton] = {}
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        for name in _SHOWN:
            button = self.buttons[name] = QToolButton()
            button.setAutoRaise(True)
            button.setIconSize(QSize(16, 16))
            row.addWidget(button)
        self._canvas: CanvasView | None = None

    def show_canvas(self, canvas: CanvasView | None) -> None:
        """Show the tools of a canvas; none where there is no canvas in front."""
        self.setVisible(canvas is not None)
        if canvas is None or canvas is self._canvas:
            return
        self._canvas = canvas
        for name, button in self.buttons.items():
            for old in button.actions():
                button.removeAction(old)
            action = canvas.actions_by_id[name]
            button.setDefaultAction(action)
            keys = canvas.actions_by_id.keys_text(name)
            button.setToolTip(f"{action.text()}  {keys}".strip())
            button.setAccessibleName(action.text())
        canvas.destroyed.connect(self._forget)

    def _forget(self) -> None:
        self._canvas = None
