"""One table of colours and sizes for the canvas, light and dark. Every painted thing takes its look from here.

Sizes are scene units. Text of 200 % is a larger scale of the whole scene (see CanvasView.set_text_scale), so that
cards, gaps and text grow together and nothing overlaps. Text on its ground keeps a contrast of 4.5 or more, marks
that carry meaning 3 or more; a test measures every pair.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cached_property

from PySide6.QtCore import Qt
from PySide6.QtGui import QBrush, QColor, QFont, QFontMetricsF, QPen

from canvas.icons import icon_character, icon_font
from canvas.lettering import Lettering, Numerals, Text
from canvas.views import CountState, RunState, Severity

GRID = 12.0
CARD_WIDTH, CARD_HEIGHT, COMPACT_HEIGHT = 216.0, 72.0, 48.0
PORT_PITCH, PORT_RADIUS, CARD_RADIUS = 24.0, 4.5, 10.0
PILL_HEIGHT, PILL_GAP, PILL_MAX = 22.0, 13.0, 184.0
TAG_HEIGHT = 18.0
HEAT_WIDTHS = (1.4, 2.8, 4.4, 6.2, 8.4, 11.0)
OVERVIEW_BELOW, PLAIN_BELOW = 0.38, 0.60
ZOOM_MIN, ZOOM_MAX = 0.02, 4.0


@dataclass(frozen=True, slots=True)
class Accent:
    """A named colour: `ink` for marks and text on `tint`, which is a quiet ground."""

    ink: str
    tint: str


@dataclass(frozen=True)
class Tokens:
    """The colours of one scheme."""

    name: str
    ground: str
    grid: str
    grid_major: str
    dot: str
    """The dots of the grid: seen when they are looked for."""
    card: str
    card_border: str
    text: str
    text_quiet: str
    edge: str
    edge_strong: str
    port: str
    pill: str
    pill_border: str
    selection: str
    selection_tint: str
    focus: str
    refused: str
    guide: str
    heat: tuple[str, ...]
    """Six colours for populations from small to large: each farther from the ground in lightness than the one before,
    so that the order survives every kind of colour blindness, and grey paper."""
    accents: Mapping[str, Accent]
    states: Mapping[str, Accent]


LIGHT = Tokens(
    name="light", ground="#f4f5f7", grid="#eceef1", grid_major="#e9ebef", dot="#c3c9d4",
    card="#ffffff", card_border="#c6ccd6",
    text="#171c26", text_quiet="#545e70", edge="#6b7587", edge_strong="#39435a", port="#687386",
    pill="#ffffff", pill_border="#b4bcc9", selection="#1f56e0", selection_tint="#e3ebfd", focus="#b3420a",
    refused="#b4232a", guide="#b0219b",
    heat=("#5f8fbf", "#4f7fc0", "#5a63bf", "#5b459f", "#542d74", "#3b1146"),
    accents={
        "blue": Accent("#1d4fc4", "#e4ecfd"), "teal": Accent("#0b6670", "#dcf2f2"),
        "green": Accent("#1c6b34", "#e0f3e4"),
        "amber": Accent("#84510a", "#fbeecd"), "red": Accent("#a92a2f", "#fce6e4"),
        "purple": Accent("#6a3fb5", "#eee7fb"),
        "grey": Accent("#4a5464", "#e9ecf0"),
    },
    states={
        "info": Accent("#1d4fc4", "#e4ecfd"), "warning": Accent("#84510a", "#fbeecd"),
        "error": Accent("#a92a2f", "#fce6e4"),
        "done": Accent("#1c6b34", "#e0f3e4"), "busy": Accent("#1d4fc4", "#e4ecfd"),
        "quiet": Accent("#4a5464", "#e9ecf0"),
    },
)  # fmt: skip

DARK = Tokens(
    name="dark", ground="#14171c", grid="#1a1e24", grid_major="#21262e", dot="#3a414d",
    card="#232831", card_border="#444c5a",
    text="#eef1f6", text_quiet="#aab3c2", edge="#8b95a8", edge_strong="#cdd5e3", port="#97a1b3",
    pill="#1c2028", pill_border="#525b6b", selection="#82a8ff", selection_tint="#223055", focus="#ffb169",
    refused="#ff8d88", guide="#f08ce2",
    heat=("#5d6cae", "#4f88bd", "#4fa5b8", "#69c3a3", "#b3dc86", "#f7f0a6"),
    accents={
        "blue": Accent("#9dbcff", "#243252"), "teal": Accent("#6fd3d6", "#173b40"),
        "green": Accent("#86d79a", "#1c3b26"),
        "amber": Accent("#f0c065", "#40321a"), "red": Accent("#ffa19c", "#472628"),
        "purple": Accent("#c6aaff", "#352a50"),
        "grey": Accent("#c0c8d4", "#333a45"),
    },
    states={
        "info": Accent("#9dbcff", "#243252"), "warning": Accent("#f0c065", "#40321a"),
        "error": Accent("#ffa19c", "#472628"),
        "done": Accent("#86d79a", "#1c3b26"), "busy": Accent("#9dbcff", "#243252"),
        "quiet": Accent("#c0c8d4", "#333a45"),
    },
)  # fmt: skip

PAPER = replace(LIGHT, name="paper", ground="#ffffff")
"""The light scheme on white."""

RUN_LOOKS: Mapping[RunState, tuple[str, str]] = {
    RunState.QUEUED: ("quiet", "ph.clock"),
    RunState.RUNNING: ("busy", "ph.play"),
    RunState.WAITING: ("warning", "ph.hourglass-medium"),
    RunState.DONE: ("done", "ph.check"),
    RunState.WARNING: ("warning", "ph.warning"),
    RunState.FAILED: ("error", "ph.x-circle"),
    RunState.SKIPPED: ("quiet", "ph.skip-forward"),
}
"""Each run state to its colour and icon; words stand beside them."""

LOUD = frozenset({RunState.FAILED, RunState.RUNNING, RunState.WARNING, RunState.WAITING})
"""Run states that are seen from afar, too."""

SEVERITY_LOOKS: Mapping[Severity, tuple[str, str]] = {
    Severity.INFO: ("info", "ph.info"),
    Severity.WARNING: ("warning", "ph.warning"),
    Severity.ERROR: ("error", "ph.warning-circle"),
}

COUNT_ICONS: Mapping[CountState, str] = {
    CountState.COMPUTING: "ph.arrows-clockwise",
    CountState.STALE: "ph.clock-counter-clockwise",
    CountState.ERROR: "ph.warning-circle",
}


_MOST_TEXTS = 4000


class Style:
    """Tokens made into pens, brushes and fonts, each made once."""

    def __init__(self, tokens: Tokens, family: str) -> None:
        self.tokens = tokens
        self.family = family
        self.lettering = Lettering()
        self._pens: dict[tuple[str, float, bool], QPen] = {}
        self._brushes: dict[str, QBrush] = {}
        self._faded: dict[str, str] = {}
        self._icons: dict[str, Text] = {}
        self._texts: dict[tuple[str, int], Text] = {}
        self._numerals: dict[int, Numerals] = {}
        self._metrics: dict[int, QFontMetricsF] = {}

    def pen(self, colour: str, width: float = 1.0, dashed: bool = False) -> QPen:
        """A round pen of a colour, given as a token's value."""
        key = (colour, width, dashed)
        pen = self._pens.get(key)
        if pen is None:
            pen = QPen(QColor(colour), width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin)
            if dashed:
                pen.setDashPattern([3.0, 3.0])
            self._pens[key] = pen
        return pen

    @cached_property
    def dot_pen(self) -> QPen:
        """A pen that is one pixel of the screen wide at any scale, for the dots of the grid."""
        pen = QPen(QColor(self.tokens.dot), 1.0)
        pen.setCosmetic(True)
        return pen

    def brush(self, colour: str) -> QBrush:
        """A plain brush of a colour, given as a token's value."""
        brush = self._brushes.get(colour)
        if brush is None:
            brush = self._brushes[colour] = QBrush(QColor(colour))
        return brush

    def faded(self, colour: str) -> str:
        """A colour halfway to the ground: for areas that should not shout."""
        found = self._faded.get(colour)
        if found is None:
            one, two = QColor(colour), QColor(self.tokens.ground)
            red, green = (one.red() + two.red()) // 2, (one.green() + two.green()) // 2
            found = self._faded[colour] = QColor(red, green, (one.blue() + two.blue()) // 2).name()
        return found

    def accent(self, name: str) -> Accent:
        """A named accent; an unknown name is grey."""
        accents = self.tokens.accents
        return accents.get(name) or accents["grey"]

    def _font(self, pixels: int, weight: QFont.Weight) -> QFont:
        font = QFont(self.family)
        font.setPixelSize(pixels)
        font.setWeight(weight)
        return font

    @cached_property
    def title_font(self) -> QFont:
        return self._font(14, QFont.Weight.DemiBold)

    @cached_property
    def big_font(self) -> QFont:
        """The title when the card is far away and shows nothing else."""
        return self._font(22, QFont.Weight.DemiBold)

    @cached_property
    def text_font(self) -> QFont:
        return self._font(13, QFont.Weight.Normal)

    @cached_property
    def small_font(self) -> QFont:
        return self._font(12, QFont.Weight.Normal)

    def _digits_font(self, pixels: int) -> QFont:
        """Digits of one width, so that a changing number does not dance."""
        font = self._font(pixels, QFont.Weight.DemiBold)
        font.setFeature(QFont.Tag("tnum"), 1)
        return font

    @cached_property
    def count_font(self) -> QFont:
        """The number on a pill."""
        return self._digits_font(13)

    @cached_property
    def far_count_font(self) -> QFont:
        """The number on a pill that is too far away for anything else."""
        return self._digits_font(18)

    @cached_property
    def screen_font(self) -> QFont:
        """The title of a card in the overview, in pixels of the screen."""
        return self._font(11, QFont.Weight.Normal)

    @cached_property
    def screen_count_font(self) -> QFont:
        """The number of a count in the overview, in pixels of the screen."""
        return self._digits_font(11)

    @cached_property
    def icon_font(self) -> QFont:
        return icon_font(20)

    @cached_property
    def small_icon_font(self) -> QFont:
        return icon_font(12)

    def metrics(self, font: QFont) -> QFontMetricsF:
        """The metrics of one of the fonts of this style."""
        made = self._metrics.get(id(font))
        if made is None:
            made = self._metrics[id(font)] = QFontMetricsF(font)
        return made

    def text(self, text: str, font: QFont) -> Text:
        """A text laid out once and drawn many times."""
        return Text(text, font, self.lettering)

    def number(self, text: str, font: QFont) -> Text:
        """A number with what stands around it, such as a sign or a word."""
        made = self._numerals.get(id(font))
        if made is None:
            made = self._numerals[id(font)] = Numerals(font, self.lettering)
        return made.text(text)

    def fitted(self, text: str, font: QFont, room: float) -> Text:
        """A text that ends in dots where it has no room; equal ones are laid out once."""
        whole = self._shared(text, font)
        if whole.width <= room:
            return whole
        return self._shared(self.metrics(font).elidedText(text, Qt.TextElideMode.ElideRight, room), font)

    def _shared(self, text: str, font: QFont) -> Text:
        key = (text, id(font))
        made = self._texts.get(key)
        if made is None:
            if len(self._texts) >= _MOST_TEXTS:
                self._texts.clear()
            made = self._texts[key] = self.text(text, font)
        return made

    def icon(self, name: str, small: bool = False) -> Text:
        """An icon of the icon font by its qtawesome name. It is text, so it is crisp at any scale."""
        key = f"{name}/{small}"
        made = self._icons.get(key)
        if made is None:
            made = self.text(icon_character(name), self.small_icon_font if small else self.icon_font)
            self._icons[key] = made
        return made
