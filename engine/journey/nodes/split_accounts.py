"""Split paths by accounts: each account takes the first path whose condition holds."""

from collections.abc import Iterator

from pydantic import Field
from sqlglot import exp

from engine.asking import asked_when
from engine.journey.conditions import ConditionCompiler
from engine.journey.contract import (
    ACCOUNT_ONLY,
    OTHER,
    Exit,
    JourneyNode,
    Passage,
    Place,
    Port,
    Settings,
    remark,
)
from engine.journey.paths import ConditionPath, check_paths, chosen, path_output
from engine.journey.rows import Rows
from engine.problems import Problem
from engine.trees import text


class SplitAccountsSettings(Settings):
    """The paths, from top to bottom, and what becomes of accounts that match none."""

    paths: tuple[ConditionPath, ...] = Field(default=(ConditionPath(id="1"),), title="Paths")
    other: bool = Field(default=False, title="Other accounts", description="A path for accounts that match none.")
    other_label: str = Field(
        default="", title="Label of the other accounts", json_schema_extra=asked_when("other", True)
    )


class SplitAccounts(JourneyNode[SplitAccountsSettings]):
    """Send each account down the first path whose condition it meets."""

    type_id = "split-accounts"
    title = "Split paths by accounts"
    icon = "ph.git-branch"
    journeys = ACCOUNT_ONLY
    settings = SplitAccountsSettings

    def ports(self, settings: SplitAccountsSettings) -> tuple[Port, ...]:
        paths = (path_output(path.id, path.label, place) for place, path in enumerate(settings.paths, 1))
        return (*paths, *((Port.named(OTHER, settings.other_label, "Other accounts"),) if settings.other else ()))

    def check(self, place: Place[SplitAccountsSettings]) -> Iterator[Problem]:
        yield from check_paths(place.settings.paths)
        if not place.settings.other:
            yield remark(
                "unmatched-leave", "Accounts that match no path leave the journey.",
                fix="Turn on the path for other accounts to keep them.", check="V19", field_name="other",
            )  # fmt: skip

    def passage(self, place: Place[SplitAccountsSettings], rows: Rows) -> Passage:
        settings = place.settings
        compiler = ConditionCompiler(place.world, rows, of_people=False)
        port = chosen(settings.paths, compiler, text(OTHER) if settings.other else exp.null())
        if settings.other:
            return Passage(port)
        return Passage(port, reason=exp.Case().when(port.copy().is_(exp.null()), text(Exit.NO_MATCH), copy=False))
