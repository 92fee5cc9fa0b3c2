"""External signal: the path goes on when another campaign or program says so. At design time it is taken as said."""

from typing import Annotated

from pydantic import Field

from engine.catalog.sources import Variable
from engine.contract import Activity, Arity, Category, Hint, Place, Settings, Wait
from engine.types import DataType


class ExpectedParameter(Settings):
    """A value that the signal carries."""

    name: str = Field(min_length=1, title="Name")
    type: Annotated[str, Hint("type")] = Field(default="string", title="Type")
    test_value: str | None = Field(default=None, title="Test value")


class ExternalSignalSettings(Settings):
    """What the signal carries."""

    parameters: tuple[ExpectedParameter, ...] = Field(default=(), title="Parameters")


class ExternalSignal(Activity[ExternalSignalSettings]):
    """Wait for a signal from another campaign or program."""

    type_id = "external-signal"
    title = "External signal"
    category = Category.FLOW
    icon = "ph.broadcast"
    synonyms = ("trigger", "event", "api")
    settings = ExternalSignalSettings
    arity = Arity(least=0, most=1)
    starts = True

    def variables(self, settings: ExternalSignalSettings) -> tuple[Variable, ...]:
        """Its parameters, with their test values."""
        return tuple(Variable(one.name, one.test_value, DataType.or_text(one.type)) for one in settings.parameters)

    def waits(self, place: Place[ExternalSignalSettings]) -> Wait:
        del place
        return Wait()
