"""Variant split paths: shares of accounts or people, by quota, by batch, or by a hash of the person."""

from collections.abc import Iterator, Sequence

from pydantic import BaseModel, ConfigDict, Field
from sqlglot import exp

from engine.journey.contract import JourneyNode, Passage, Place, Port, Settings, path_port
from engine.journey.rows import Rows
from engine.problems import Problem
from engine.trees import number, text, tree

LEAST_PATHS, MOST_PATHS = 2, 20
WHOLE = 100


class VariantPath(BaseModel):
    """A path and its share. The id is permanent; it names the output."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    id: str = Field(min_length=1, max_length=50, title="Id")
    label: str = Field(default="", max_length=100, title="Label")
    percent: int = Field(default=50, title="Percentage")


class VariantSettings(Settings):
    """The paths and their shares."""

    paths: tuple[VariantPath, ...] = Field(default=(VariantPath(id="1"), VariantPath(id="2")), title="Paths")


class Variant(JourneyNode[VariantSettings]):
    """Send fixed shares of the accounts, or of the people, down each path."""

    type_id = "variant"
    title = "Variant split paths"
    icon = "ph.percent"
    settings = VariantSettings

    def ports(self, settings: VariantSettings) -> tuple[Port, ...]:
        return tuple(Port(path_port(path.id), path.label or f"Path {place}") for place, path in _numbered(settings))

    def check(self, place: Place[VariantSettings]) -> Iterator[Problem]:
        yield from check_shares(place.settings.paths)

    def passage(self, place: Place[VariantSettings], rows: Rows) -> Passage:
        shares = [path.percent for path in place.settings.paths]
        sequence = quota_sequence(shares)
        turn = exp.Window(this=exp.RowNumber(), order=exp.Order(expressions=[exp.Ordered(this=rows["key"])]))
        chosen = tree("$list[($turn - 1) % $period + 1]", list=exp.Array(expressions=[number(one) for one in sequence]),
                      turn=exp.Paren(this=turn), period=number(len(sequence)))  # fmt: skip
        case = exp.Case()
        for position, path in enumerate(place.settings.paths):
            case = case.when(chosen.copy().eq(number(position)), text(path_port(path.id)), copy=False)
        return Passage(exp.Paren(this=case), whole=True)


def check_shares(paths: Sequence[VariantPath]) -> Iterator[Problem]:
    """What is wrong with the shares (V05)."""
    total = sum(path.percent for path in paths)
    fits = LEAST_PATHS <= len(paths) <= MOST_PATHS and all(1 <= path.percent < WHOLE for path in paths)
    if not fits:
        yield Problem(
            code="wrong-shares", what=f"A variant split has {LEAST_PATHS} to {MOST_PATHS} paths of 1 to 99 %.",
            fix="Add or remove paths, or change the percentages.", field="paths", check="V05",
        )  # fmt: skip
    if total != WHOLE:
        yield Problem(
            code="shares-not-whole", what=f"Percentages must add up to 100%; they add up to {total}%.",
            fix="Change them, or distribute them evenly.", field="paths", check="V05", values={"total": total},
        )  # fmt: skip


def distribute_evenly(count: int) -> list[int]:
    """Equal shares that add up to 100; the first ones get what is left over."""
    return [WHOLE // count + (1 if place < WHOLE % count else 0) for place in range(count)]


def quota_sequence(shares: Sequence[int]) -> list[int]:
    """The paths of the first accounts, by their places, up to where the sequence begins anew.

    Each account takes the path that is furthest behind its share; the first of several.
    """
    assigned = [0] * len(shares)
    found: list[int] = []
    while True:
        behind = [share * (len(found) + 1) - WHOLE * taken for share, taken in zip(shares, assigned, strict=True)]
        place = behind.index(max(behind))
        assigned[place] += 1
        found.append(place)
        if all(share * len(found) == WHOLE * taken for share, taken in zip(shares, assigned, strict=True)):
            return found


def _numbered(settings: VariantSettings) -> list[tuple[int, VariantPath]]:
    return list(enumerate(settings.paths, start=1))
