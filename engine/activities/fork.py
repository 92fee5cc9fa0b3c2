"""Fork: the same population along several paths at once."""

from pydantic import Field

from engine.contract import Activity, Arity, Category, Port, Settings
from engine.texts import say


class ForkBranch(Settings):
    """One of the paths."""

    label: str = Field(default="", title="Label")


class ForkSettings(Settings):
    """How many paths."""

    transitions: tuple[ForkBranch, ...] = Field(
        default=(ForkBranch(), ForkBranch()),
        min_length=2,
        title="Transitions",
        description="Each path gets the whole population.",
    )


class Fork(Activity[ForkSettings]):
    """Send the whole population along several paths at once."""

    type_id = "fork"
    title = "Fork"
    category = Category.FLOW
    icon = "ph.git-fork"
    synonyms = ("branch", "parallel", "copy")
    settings = ForkSettings
    branches = "transitions"
    arity = Arity(least=0, most=1)
    starts = True

    def ports(self, settings: ForkSettings) -> tuple[Port, ...]:
        """Outputs "branch:1", "branch:2"..., each with all that enters."""
        return tuple(
            Port.named(f"branch:{place}", branch.label, say("Transition {number}", number=place))
            for place, branch in enumerate(settings.transitions, start=1)
        )
