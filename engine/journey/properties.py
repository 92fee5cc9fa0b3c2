"""What holds for a journey as a whole: its type, its schedule, re-entry, deduplication of e-mail addresses."""

from datetime import date, timedelta
from enum import StrEnum
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field, JsonValue, ValidationError

from engine.asking import asked_when
from engine.misfits import misfit
from engine.problems import EngineError, Problem, field_path
from engine.texts import quoted, say


class JourneyType(StrEnum):
    """What moves through a journey."""

    ACCOUNT = "account"
    PERSON = "person"


class Part(BaseModel):
    """A frozen part; a name that it does not know is reported."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Recurrence(Part):
    """When the audience of a person journey is evaluated anew; without it, every day."""

    frequency: Literal["daily", "weekly", "monthly"] = "daily"
    time: str = Field(default="00:00:00", pattern=r"^([01]\d|2[0-3]):[0-5]\d(:[0-5]\d)?$")
    zone: str = "UTC"
    start_date: date | None = None
    end_date: date | None = None


class Schedule(Part):
    """When a journey starts and ends."""

    start_mode: Literal["immediately", "specific_date"] = "immediately"
    start_date: date | None = Field(default=None, json_schema_extra=asked_when("start_mode", "specific_date"))
    end_date: date | None = None
    recurrence: Recurrence | None = None


class Timing(StrEnum):
    """From when the delay of a re-entry counts."""

    FROM_END = "from_end"
    FROM_START = "from_start"


class Delay(Part):
    """How long an account stays out before it may enter again."""

    value: int = Field(default=1, ge=1, le=100_000)
    unit: Literal["hours", "days"] = "days"

    @property
    def span(self) -> timedelta:
        return timedelta(hours=self.value) if self.unit == "hours" else timedelta(days=self.value)


class ReEntry(Part):
    """Whether an account may enter again, and how often in all."""

    enabled: bool = False
    timing: Timing = Field(default=Timing.FROM_END, json_schema_extra=asked_when("enabled", True))
    delay: Delay = Field(default=Delay(), json_schema_extra=asked_when("enabled", True))
    limit: int | None = Field(default=None, ge=1, json_schema_extra=asked_when("enabled", True))


class Token(Part):
    """A value that content may use: My Token."""

    name: str = Field(min_length=1, max_length=100)
    type: str = "text"
    value: str = ""


class JourneyProperties(Part):
    """The properties of a journey beside its graph."""

    type: JourneyType = JourneyType.ACCOUNT
    schedule: Schedule = Schedule()
    re_entry: ReEntry = ReEntry()
    email_dedup: bool = False
    traffic_control: bool = False
    my_tokens: tuple[Token, ...] = ()
    parent_program: str = ""
    layout_direction: Literal["horizontal", "vertical"] = "horizontal"


def read_properties(raw: dict[str, JsonValue]) -> JourneyProperties:
    """The properties that a document holds. Errors: wrong-journey, with the path of the field."""
    try:
        return JourneyProperties.model_validate(raw)
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        path = field_path(first["loc"])
        raise EngineError(
            Problem(
                code="wrong-journey",
                what=say("The journey's property {path} does not fit.", path=quoted(path)),
                why=misfit(first),
                fix="Correct the value.",
                field=f"journey.{path}",
                check="V02",
            )
        ) from error
