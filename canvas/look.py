"""What all items share while they paint: style, level of detail, what is selected, hovered, dimmed or lifted.

None of it is part of the document, so none of it is undone.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from enum import IntEnum, StrEnum
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale

from canvas.heat import Heat
from canvas.stamps import StampBox
from canvas.style import OVERVIEW_BELOW, PLAIN_BELOW, Style
from canvas.views import Count, Parts, Status

if TYPE_CHECKING:
    from canvas.difference import Difference, Mark


class Level(IntEnum):
    """How much of a part is drawn."""

    OVERVIEW = 0
    PLAIN = 1
    FULL = 2


class Shares(StrEnum):
    """What the pills say."""

    NUMBER = "number"
    PREVIOUS = "previous"
    ENTRY = "entry"


def level_at(zoom: float) -> Level:
    """The level of detail at a zoom, where 1 is 100 %."""
    if zoom < OVERVIEW_BELOW:
        return Level.OVERVIEW
    return Level.PLAIN if zoom < PLAIN_BELOW else Level.FULL


def grouping(locale: QLocale) -> QLocale:
    """The locale, or English where it is the bare C locale, which would not group digits."""
    return QLocale(QLocale.Language.English) if locale.language() == QLocale.Language.C else locale


STEPPED_BACK = 0.3
"""How strongly what the search did not find is drawn."""


def _no_ids() -> set[str]:
    return set()


_TOLD = 64


@dataclass(slots=True)
class Look:
    """The shared state. Whoever changes it asks the view for a repaint."""

    style: Style
    count_of: Callable[[str], Count]
    status_of: Callable[[str], Status]
    level: Level = Level.FULL
    nodes: set[str] = field(default_factory=_no_ids)
    edges: set[str] = field(default_factory=_no_ids)
    notes: set[str] = field(default_factory=_no_ids)
    frames: set[str] = field(default_factory=_no_ids)
    near: set[str] = field(default_factory=_no_ids)
    """Transitions of selected nodes, marked gently."""
    hovered: tuple[str, str] = ("", "")
    """Kind and id of what the pointer is over."""
    focused: tuple[str, str] = ("", "")
    """Kind and id of what the keyboard is at."""
    dimmed: set[str] = field(default_factory=_no_ids)
    """Nodes that step back: no target for this connector, or not found by the search."""
    found: Parts | None = None
    """What the search found: all else steps back. None while nothing is looked for."""
    difference: "Difference | None" = None
    """What differs from the version compared with; None while none is."""
    marked_edge: str = ""
    """A transition that the gesture under way would split or cut."""
    grid_shown: bool = True
    counts_shown: bool = True
    states_shown: bool = True
    """Run states and remarks."""
    fixed_level: Level | None = None
    """The level of detail of a picture, whatever its scale; None where it follows the zoom."""
    shares: Shares = Shares.NUMBER
    heat: Heat | None = None
    """How counts become widths and colours; None while all transitions look the same."""
    locale: QLocale = field(default_factory=lambda: grouping(QLocale()))
    pulsing: set[tuple[str, str]] = field(default_factory=set[tuple[str, str]])
    """Kind and id of what was painted as running since the last beat."""
    left_out: frozenset[str] = frozenset()
    """Parts that are not painted now, because a picture is made of all the others."""
    beat: int = 0
    """Grows while something visible runs: what moves takes its phase from it."""
    stamps: StampBox = field(default_factory=StampBox)
    version: int = 0
    """Grows when counts, states, selection or style change: what pictures were made of is out of date."""
    paints: int = 0
    """How many items painted; tests read it."""
    telling: Callable[[int], bool] | None = None
    """Told now and then how many parts were painted, while a file is made of them; False stops."""
    stopped: bool = False
    """Whether what is being painted is no longer wanted."""

    def painted(self) -> bool:
        """One more part is about to be painted; False when it need not be any more."""
        self.paints += 1
        if self.telling is not None and self.paints % _TOLD == 0 and not self.stopped:
            self.stopped = not self.telling(self.paints)
        return not self.stopped

    def differs(self, kind: str, name: str) -> "Mark | None":
        """How a part differs from the version compared with; None when it does not, or none is."""
        return self.difference.mark(kind, name) if self.difference is not None else None

    def steps_back(self, kind: str, name: str) -> bool:
        """Whether a search is on and did not find this part."""
        return self.found is not None and name not in getattr(self.found, kind)
