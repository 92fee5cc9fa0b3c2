"""Close: where the paths of a group of people come together again."""

from engine.journey.contract import ACCOUNT_ONLY, JourneyNode, Role, Settings


class CloseSettings(Settings):
    """Nothing can be set."""


class Close(JourneyNode[CloseSettings]):
    """End a group of people; the account goes on with all of them."""

    type_id = "close"
    title = "Close"
    icon = "ph.arrows-in-line-horizontal"
    role = Role.CLOSE
    journeys = ACCOUNT_ONLY
    settings = CloseSettings
    most_inputs = None
    in_groups = True
