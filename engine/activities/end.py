"""End: the end of a path, which may start another campaign."""

from collections.abc import Iterator
from typing import Annotated

from pydantic import Field

from engine.catalog.sources import Sources
from engine.contract import Activity, Category, Effect, Hint, Outputs, Place, Port, Settings
from engine.problems import Problem
from engine.selecting import missing_setting
from engine.texts import quoted, say


class SignalParameter(Settings):
    """A value handed to the campaign that is started."""

    name: str = Field(min_length=1, title="Name")
    value: str = Field(default="", title="Value", description="A text, or the name of a variable as $(vars/@name).")


class Signal(Settings):
    """Which campaign to start, and with what."""

    campaign: Annotated[str, Hint("document")] = Field(default="", title="Campaign")
    parameters: tuple[SignalParameter, ...] = Field(default=(), title="Parameters")


class EndSettings(Settings):
    """Whether to start another campaign."""

    signal: Signal | None = Field(default=None, title="External signal")


class End(Activity[EndSettings]):
    """Mark the end of a path, and start another campaign if wanted."""

    type_id = "end"
    title = "End"
    category = Category.FLOW
    icon = "ph.flag"
    synonyms = ("stop", "finish", "signal")
    settings = EndSettings
    starts = True

    def ports(self, settings: EndSettings) -> tuple[Port, ...]:
        """None."""
        del settings
        return ()

    def check(self, place: Place[EndSettings]) -> Iterator[Problem]:
        signal = place.settings.signal
        if signal is None:
            return
        if signal.campaign not in place.world.receivers:
            missing = say("There is no campaign {campaign} to signal.", campaign=quoted(signal.campaign))
            what = missing if signal.campaign else "The campaign to signal is not chosen."
            yield missing_setting(what, "signal.campaign", "Choose a campaign.", "V26")
        elif not place.world.receivers[signal.campaign].on_signal:
            yield missing_setting(
                say("The campaign {campaign} is not triggered by a signal.", campaign=quoted(signal.campaign)),
                "signal.campaign",
                "Choose this in its schedule, or choose another campaign.",
                "V26",
            )
        elif signal.campaign == place.world.document:
            yield missing_setting("A campaign cannot signal itself.", "signal.campaign", "Choose another.", "V26")

    def effects(self, place: Place[EndSettings], sources: Sources, outputs: Outputs) -> tuple[Effect, ...]:
        del sources, outputs
        signal = place.settings.signal
        if signal is None:
            return ()
        variables = place.surroundings.variables
        values: dict[str, str] = {}
        for parameter in signal.parameters:
            name = parameter.value.removeprefix("$(vars/@").removesuffix(")")
            variable = variables.get(name) if parameter.value.startswith("$(vars/@") else None
            values[parameter.name] = parameter.value if variable is None else str(variable.value or "")
        return (Effect("signal", {"campaign": signal.campaign, "parameters": values},
                       would=say("Would signal {campaign}.", campaign=signal.campaign)),)  # fmt: skip
