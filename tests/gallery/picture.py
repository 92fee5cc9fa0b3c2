"""What a gallery consists of: named pictures, each taken from a window that exists for it alone."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QWidget


@dataclass(frozen=True, slots=True)
class Picture:
    """One picture: its file name without ending, and how it is taken."""

    name: str
    take: Callable[[], QImage]


def shot(widget: QWidget, width: int = 1600, height: int = 1000) -> QImage:
    """A shown widget as an image of that size, after it has settled. The widget is destroyed."""
    widget.resize(width, height)
    widget.show()
    QApplication.processEvents()
    image = widget.grab().toImage()
    widget.close()
    widget.deleteLater()
    QApplication.processEvents()
    return image
