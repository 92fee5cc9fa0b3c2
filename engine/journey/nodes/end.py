"""End: whoever comes here has completed the journey."""

from sqlglot import exp

from engine.journey.contract import Exit, JourneyNode, Passage, Place, Port, Role, Settings
from engine.journey.rows import Rows
from engine.trees import text


class EndSettings(Settings):
    """Nothing can be set."""


class End(JourneyNode[EndSettings]):
    """Mark the end of a path."""

    type_id = "end"
    title = "End"
    icon = "ph.flag"
    role = Role.END
    settings = EndSettings
    most_inputs = None

    def ports(self, settings: EndSettings) -> tuple[Port, ...]:
        """None."""
        del settings
        return ()

    def passage(self, place: Place[EndSettings], rows: Rows) -> Passage:
        del place, rows
        return Passage(exp.null(), reason=text(Exit.COMPLETED))
