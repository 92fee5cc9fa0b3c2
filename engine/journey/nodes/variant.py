"""Variant split paths: shares of accounts or people, by quota, by batch, or by a hash of the person."""

from collections.abc import Iterable, Iterator, Sequence

from pydantic import BaseModel, ConfigDict, Field
from sqlglot import exp

from engine.expressions.native import MURMUR3
from engine.journey.contract import Context, JourneyNode, Passage, Place, Port, Role, Settings, path_port
from engine.journey.paths import path_output
from engine.journey.registers import Entity
from engine.journey.rows import Rows
from engine.journey.values import as_text
from engine.problems import Problem
from engine.texts import say
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
    """Whom it is about, the paths and their shares."""

    by: Context = Field(default=Context.ACCOUNTS, title="Split by", description="Person journeys: people.")
    paths: tuple[VariantPath, ...] = Field(default=(VariantPath(id="1"), VariantPath(id="2")), title="Paths")


class Variant(JourneyNode[VariantSettings]):
    """Send fixed shares of the accounts, or of the people, down each path."""

    type_id = "variant"
    title = "Variant split paths"
    icon = "ph.percent"
    settings = VariantSettings

    def ports(self, settings: VariantSettings) -> tuple[Port, ...]:
        return tuple(path_output(path.id, path.label, place) for place, path in _numbered(settings))

    def check(self, place: Place[VariantSettings]) -> Iterator[Problem]:
        yield from check_shares(place.settings.paths)

    def role_at(self, place: Place[VariantSettings]) -> Role:
        """By people in an account journey, it is a group."""
        grouped = place.settings.by is Context.PEOPLE and not place.world.of_people
        return Role.GROUP if grouped else Role.STEP

    def passage(self, place: Place[VariantSettings], rows: Rows) -> Passage:
        ports = [path_port(path.id) for path in place.settings.paths]
        shares = [path.percent for path in place.settings.paths]
        if place.world.of_people:
            return Passage(_by_hash(place, rows, ports, shares))
        if place.settings.by is Context.PEOPLE:
            return Passage(_by_batch(place, rows, ports, shares))
        return Passage(_by_quota(rows, ports, shares), whole=True)


def _by_quota(rows: Rows, ports: Sequence[str], shares: Sequence[int]) -> exp.Expr:
    """Each account, in the order of arrival, takes the path that is furthest behind its share."""
    sequence = quota_sequence(shares)
    turn = exp.Window(this=exp.RowNumber(), order=exp.Order(expressions=[exp.Ordered(this=rows["key"])]))
    return tree(
        "$list[($turn - 1) % $period + 1]",
        list=_texts(ports[place] for place in sequence),
        turn=exp.Paren(this=turn),
        period=number(len(sequence)),
    )


def _by_batch(place: Place[VariantSettings], rows: Rows, ports: Sequence[str], shares: Sequence[int]) -> exp.Expr:
    """The people of an account: each path its share rounded down, the last one the rest; one alone takes the first."""
    draw = _murmur(_person(rows), place.world.document, place.node, as_text(rows["entry"]))
    order = [exp.Ordered(this=draw), exp.Ordered(this=rows["person"])]
    turn = exp.Window(this=exp.RowNumber(), partition_by=[rows["token"]], order=exp.Order(expressions=order))
    size = exp.Window(this=exp.Count(this=exp.Star()), partition_by=[rows["token"]])
    found = exp.Case(default=text(ports[-1])).when(size.copy().eq(number(1)), text(ports[0]), copy=False)
    before: exp.Expr = number(0)
    for port, share in zip(ports[:-1], shares[:-1], strict=True):
        upto = tree("$before + $share * $size // 100", before=before, share=number(share), size=size)
        found = found.when(exp.LTE(this=turn.copy(), expression=upto), text(port), copy=False)
        before = upto
    return exp.Paren(this=found)


def _by_hash(place: Place[VariantSettings], rows: Rows, ports: Sequence[str], shares: Sequence[int]) -> exp.Expr:
    """Each person by a hash of person and journey: the same on every entry and at every such node of the journey."""
    bucket = exp.Paren(this=exp.Mod(this=_murmur(_person(rows), place.world.document), expression=number(10_000)))
    found = exp.Case(default=text(ports[-1]))
    upto = 0
    for port, share in zip(ports[:-1], shares[:-1], strict=True):
        upto += share * 100
        found = found.when(exp.LT(this=bucket.copy(), expression=number(upto)), text(port), copy=False)
    return exp.Paren(this=found)


def _person(rows: Rows) -> exp.Expr:
    return rows.field(Entity.PERSON, "person_id").tree


def _murmur(*parts: exp.Expr | str) -> exp.Expr:
    """The hash of the parts with colons between them."""
    trees = [text(part) if isinstance(part, str) else part for part in parts]
    joined: exp.Expr = trees[0]
    for part in trees[1:]:
        joined = exp.DPipe(this=exp.DPipe(this=joined, expression=text(":")), expression=part)
    return MURMUR3(joined)


def _texts(values: Iterable[str]) -> exp.Array:
    return exp.Array(expressions=[text(one) for one in values])


def check_shares(paths: Sequence[VariantPath]) -> Iterator[Problem]:
    """What is wrong with the shares (V05)."""
    total = sum(path.percent for path in paths)
    fits = LEAST_PATHS <= len(paths) <= MOST_PATHS and all(1 <= path.percent < WHOLE for path in paths)
    if not fits:
        yield Problem(
            code="wrong-shares",
            what=say(
                "A variant split has {least_paths} to {most_paths} paths of 1 to 99 %.",
                least_paths=LEAST_PATHS,
                most_paths=MOST_PATHS,
            ),
            fix="Add or remove paths, or change the percentages.",
            field="paths",
            check="V05",
        )
    if total != WHOLE:
        yield Problem(
            code="shares-not-whole",
            what=say("Percentages must add up to 100%; they add up to {total}%.", total=total),
            fix="Change them, or distribute them evenly.",
            field="paths",
            check="V05",
            values={"total": total},
        )


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
