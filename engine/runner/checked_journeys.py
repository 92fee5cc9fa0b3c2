"""A journey as a check found it. It stands alone, so that who has none does not wait for what journeys need."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from engine.checking import Checked

if TYPE_CHECKING:
    from engine.journey.plan import Plan


@dataclass(frozen=True, slots=True)
class JourneyChecked(Checked):
    """It has no shapes before it runs, but a plan, and a world around it."""

    plan: "Plan | None" = None
