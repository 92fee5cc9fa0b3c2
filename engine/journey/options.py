"""How a run goes: its mode, its clock, and what may be chosen for it. Defaults are those of the product."""

from enum import StrEnum

from pydantic import BaseModel, ConfigDict, Field


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

    delivered: float = Field(default=0.97, ge=0, le=1)
    opened: float = Field(default=0.30, ge=0, le=1)
    clicked: float = Field(default=0.10, ge=0, le=1)
    unsubscribed: float = Field(default=0.002, ge=0, le=1)
    delivered_delay: int = Field(default=60, ge=0)
    opened_delay: int = Field(default=8 * 3600, ge=0)
    clicked_delay: int = Field(default=8 * 3600, ge=0)
    unsubscribed_delay: int = Field(default=8 * 3600, ge=0)


class RunOptions(BaseModel):
    """The options of one run. Instants are written as 2026-01-05T00:00, in UTC; durations are in seconds."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    mode: RunMode = RunMode.REPLAY
    sim_start: str | None = Field(default=None, description="Without it, the journey's start date, or the as-of.")
    sim_end: str | None = Field(default=None, description="Without it, 90 days later, or the journey's end date.")
    outcome: EventOutcome = EventOutcome.EVENT
    audience_eval: Evaluation = Evaluation.DAILY
    audience_eval_time: str = Field(default="00:00", pattern=r"^([01]\d|2[0-3]):[0-5]\d$")
    audience_eval_zone: str = "UTC"
    people_membership: Carrying = Carrying.DYNAMIC
    linked_journeys: Linking = Linking.RECORD_ONLY
    deliver_lag: int = Field(default=0, ge=0)
    ext_audience_lag: int = Field(default=0, ge=0)
    bg_jobs: bool = True
    sample: int | float | None = Field(default=None, gt=0, description="A number of accounts, or a share below 1.")
    random_seed: int = 1
    stop_on_error: bool = False
    rates: Rates = Rates()

    @property
    def reaches_all(self) -> bool:
        """Whether tokens take several paths at once, so that counts are upper bounds."""
        return self.mode is RunMode.STRUCTURE and self.outcome is EventOutcome.BOTH
