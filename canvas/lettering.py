"""Texts laid out once and drawn many times, at any scale.

Qt's own text of this kind lays itself out anew whenever the scale changes, which is at every step of a zoom. Here the
glyphs are kept; only where they come to stand is worked out when they are drawn. Files of lines get real text instead.
"""

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QFont, QGlyphRun, QPainter, QStaticText, QTextLayout, QTransform

if TYPE_CHECKING:
    from canvas.items.sheet import Brushwork


class Lettering:
    """How all texts of one style are drawn now."""

    real_text: bool = False
    """Whether what is painted on keeps texts as texts, as SVG and PDF do."""


Form = tuple[list[QGlyphRun], float, float]
"""The glyphs of a text, its width and its height."""


def _laid_out(string: str, font: QFont) -> Form:
    layout = QTextLayout(string, font)
    layout.beginLayout()
    line = layout.createLine()
    layout.endLayout()
    return (layout.glyphRuns(), line.naturalTextWidth(), line.height()) if string else ([], 0.0, 0.0)


class Text:
    """One line of text in one font; `width` and `height` in scene units."""

    def __init__(self, string: str, font: QFont, lettering: Lettering, form: Form | None = None) -> None:
        self.string = string.replace("\n", " ")
        self.font = font
        self.lettering = lettering
        self._runs, self.width, self.height = form or _laid_out(self.string, font)

    def draw(self, painter: "Brushwork", at: QPointF) -> None:
        """Draw it with its top left at a point, in the colour of the pen; a sheet notes it for later."""
        if not isinstance(painter, QPainter):
            painter.write(at, self)
        elif self.lettering.real_text:
            painter.setFont(self.font)
            painter.drawStaticText(at, self._static)
        else:
            for run in self._runs:
                painter.drawGlyphRun(at, run)

    @cached_property
    def _static(self) -> QStaticText:
        made = QStaticText(self.string)
        made.setTextFormat(Qt.TextFormat.PlainText)
        made.prepare(QTransform(), self.font)
        return made


def draw_text(painter: QPainter, at: QPointF, text: Text) -> None:
    """Draw a text that was noted."""
    text.draw(painter, at)


class Numerals:
    """Numbers in one font, put together from signs that are laid out once: counts are many, and change all the time."""

    def __init__(self, font: QFont, lettering: Lettering) -> None:
        self._font = font
        self._lettering = lettering
        self._signs: dict[str, tuple[int, float] | None] = {}
        """Each sign to its glyph and how far it advances; None for what is not one glyph of the font itself."""
        self._sample, _, self._height = _laid_out("0", font)

    def text(self, string: str) -> Text:
        """A number with what stands around it."""
        form = self._form(string)
        return Text(string, self._font, self._lettering, form)

    def _form(self, string: str) -> Form | None:
        glyphs: list[int] = []
        places: list[QPointF] = []
        across, down = 0.0, self._sample[0].positions()[0].y() if self._sample else 0.0
        for sign in string:
            if sign not in self._signs:
                self._signs[sign] = self._measured(sign)
            found = self._signs[sign]
            if found is None:
                return None
            glyphs.append(found[0])
            places.append(QPointF(across, down))
            across += found[1]
        if not glyphs:
            return None
        run = QGlyphRun(self._sample[0])
        run.setGlyphIndexes(glyphs)
        run.setPositions(places)
        return [run], across, self._height

    def _measured(self, sign: str) -> tuple[int, float] | None:
        runs, width, height = _laid_out(sign, self._font)
        if len(runs) != 1 or len(runs[0].glyphIndexes()) != 1 or height != self._height or not self._sample:
            return None
        return (runs[0].glyphIndexes()[0], width) if runs[0].rawFont() == self._sample[0].rawFont() else None
