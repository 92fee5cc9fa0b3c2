"""How a run goes: its mode, its clock, and what may be chosen for it. Defaults are those of the product."""

from enum import StrEnum
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

from engine.asking import asked_when
from engine.contract import Hint


class RunMode(StrEnum):
    """Replay honours waits and hears recorded events; structure passes at once; synthetic invents engagement too."""

    REPLAY = "replay"
    STRUCTURE = "structure"
    SYNTHETIC = "synthetic"


class EventOutcome(StrEnum):
    """What a listening node does in the mode structure; with both, counts are upper bounds."""

    EVENT = "event"
    TIMEOUT = "timeout"
    BOTH = "both"


class Evaluation(StrEnum):
    """How often the audience is evaluated."""

    DAILY = "daily"
    ONCE = "once"


class Carrying(StrEnum):
    """Whether the people of an account are read at each node, or stay those of its entry."""

    DYNAMIC = "dynamic"
    FROZEN = "frozen"


class Linking(StrEnum):
    """Whether being added to another journey starts it in the same run."""

    SIMULATE = "simulate"
    RECORD_ONLY = "record_only"


class Rates(BaseModel):
    """How engagement is invented: shares from 0 to 1, mean delays in seconds."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    delivered: float = Field(default=0.97, ge=0, le=1, title="Delivered")
    opened: float = Field(default=0.30, ge=0, le=1, title="Opened")
    clicked: float = Field(default=0.10, ge=0, le=1, title="Clicked")
    unsubscribed: float = Field(default=0.002, ge=0, le=1, title="Unsubscribed")
    delivered_delay: int = Field(default=60, ge=0, title="Seconds until delivered")
    opened_delay: int = Field(default=8 * 3600, ge=0, title="Seconds until opened")
    clicked_delay: int = Field(default=8 * 3600, ge=0, title="Seconds until clicked")
    unsubscribed_delay: int = Field(default=8 * 3600, ge=0, title="Seconds until unsubscribed")


class RunOptions(BaseModel):
    """The options of one run. Instants are written as 2026-01-05T00:00, in UTC; durations are in seconds."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    mode: RunMode = Field(default=RunMode.REPLAY, title="Mode")
    sim_start: Annotated[str | None, Hint("moment")] = Field(
        default=None, description="Without it, the journey's start date, or the as-of.", title="Start"
    )
    sim_end: Annotated[str | None, Hint("moment")] = Field(
        default=None, description="Without it, 90 days later, or the journey's end date.", title="End"
    )
    outcome: EventOutcome = Field(
        default=EventOutcome.EVENT, title="What listening nodes hear", json_schema_extra=asked_when("mode", "structure")
    )
    audience_eval: Evaluation = Field(default=Evaluation.DAILY, title="The audience is evaluated")
    audience_eval_time: str = Field(default="00:00", pattern=r"^([01]\d|2[0-3]):[0-5]\d$", title="At this time")
    audience_eval_zone: str = Field(default="UTC", title="In this time zone")
    closes: Annotated[str | None, Hint("moment")] = Field(
        default=None,
        description="From then on nobody enters; whoever is inside goes on.",
        title="Closed to new entries",
    )
    people_membership: Carrying = Field(default=Carrying.DYNAMIC, title="People of an account")
    linked_journeys: Linking = Field(default=Linking.RECORD_ONLY, title="Journeys that are added to")
    deliver_lag: int = Field(default=0, ge=0, title="Delay of delivery, in seconds")
    ext_audience_lag: int = Field(default=0, ge=0, title="Delay of external audiences, in seconds")
    bg_jobs: bool = Field(default=True, title="Daily jobs run")
    sample: int | float | None = Field(
        default=None, gt=0, description="A number of accounts, or a share below 1.", title="Sample"
    )
    random_seed: int = Field(default=1, title="Seed")
    stop_on_error: bool = Field(
        default=False, title="Stop at the first error",
        description="Otherwise whoever cannot be evaluated leaves the journey with the reason error.",
    )  # fmt: skip
    rates: Rates = Field(
        default=Rates(), title="Invented engagement", json_schema_extra=asked_when("mode", "synthetic")
    )

    @property
    def reaches_all(self) -> bool:
        """Whether tokens take several paths at once, so that counts are upper bounds."""
        return self.mode is RunMode.STRUCTURE and self.outcome is EventOutcome.BOTH
