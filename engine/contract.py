"""What an activity file fulfils: its settings, its ports, its laws, its check and its one statement.

An activity declares what it is; the palette, the panel, the help, the checks and the runner read the declaration. It
must not know the database, the workspace or other activities. It is longer than other modules, so that all that is
asked of such a file stands in one place.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import Any, ClassVar, Generic, Self, TypeVar

from pydantic import BaseModel, ConfigDict, JsonValue
from sqlglot import exp

from engine.catalog.model import Catalog, Dimension, Table
from engine.catalog.paths import unknown
from engine.catalog.sources import Sources, Surroundings, Variable
from engine.layouts import FileLayout
from engine.problems import EngineError, Problem, Severity
from engine.relations import Column, Relation, key_names
from engine.texts import NOTHING, Text

RESULT = "result"
COMPLEMENT = "complement"


class Settings(BaseModel):
    """The settings of one node. A name it does not know is reported, never guessed at."""

    model_config = ConfigDict(frozen=True, extra="forbid")


S = TypeVar("S", bound=Settings)


class Category(StrEnum):
    """Where the palette shows an activity."""

    TARGETING = "Targeting"
    DATA = "Data management"
    FLOW = "Flow control"
    CHANNEL = "Channel"


@dataclass(frozen=True, slots=True)
class Port:
    """An output: its permanent id and what users read beside its count. A label of their `own` is never translated."""

    id: str
    label: str
    own: bool = False

    @classmethod
    def named(cls, name: str, own: str, otherwise: str) -> Self:
        """An output with the user's own label, or `otherwise` while there is none."""
        return cls(name, own or otherwise, own=bool(own))


@dataclass(frozen=True, slots=True)
class Arity:
    """How many transitions may enter. With `trigger` they only start the node; their population is not its input."""

    least: int = 1
    most: int | None = 1
    trigger: bool = False


@dataclass(frozen=True, slots=True)
class Reason:
    """Why rows that entered a node did not leave it; the code is permanent."""

    code: str
    label: str


@dataclass(frozen=True, slots=True)
class Hint:
    """What a setting stands for, so that the panel offers the right editor. Read from the annotation.

    `kind` is one of: action, action-settings, attribute, audience, collected (an attribute of a collection, or a
    collection), collection, column, dimension, document, event, expression, field (of an account or a person), file,
    journey, link, moment, prose (several lines of text), reference (an object of the account data), rule,
    service-attributes (what the service asks for that `service` names), table, transition, type, variable. `of` says
    where its names are looked up: "in" is the population that enters, any other word the setting, of this or an outer
    level, that names a dimension, a table, a transition or a collection; for a field or a reference, the table itself.
    Of dimensions "in" offers those that the rows that enter can become.
    """

    kind: str
    of: str = ""


@dataclass(frozen=True, slots=True)
class Inbound:
    """A transition as its target sees it. `relation` is None when it carries no population (a mere start)."""

    transition: str
    node: str
    label: str
    relation: Relation | None


@dataclass(frozen=True, slots=True)
class Wait:
    """The population stays for `seconds`, or until the wall time `until` in the campaign's zone."""

    seconds: int | None = None
    until: str | None = None


@dataclass(frozen=True, slots=True)
class Effect:
    """Something that a real run does once the population exists.

    `kind` names the service, `values` are its arguments, `query` the rows that it works on. With `at_end`, it waits
    until the run came as far as it can without a failure. `would` is what a test run says instead; "{n}" in it
    stands for the number of rows.
    """

    kind: str
    values: Mapping[str, Any] = field(default_factory=dict[str, Any])
    query: exp.Select | exp.SetOperation | None = None
    at_end: bool = False
    would: Text = NOTHING


@dataclass(frozen=True, slots=True)
class FileToLoad:
    """A file and how to read it; with `keep_rejects`, a real run that is refused for them still writes them down."""

    path: str
    layout: FileLayout
    most_errors: int = 0
    most_bytes: int = 50_000_000
    keep_rejects: bool = False
    zone: str = "UTC"


@dataclass(frozen=True, slots=True)
class Membership:
    """A saved audience whose members a node takes, by its id, and the attributes that it takes with them."""

    audience: str
    attributes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Counted:
    """A remark and the query that counts what it is about. It is made only when there is something to count.

    In `problem.what`, "{n}" stands for the number.
    """

    problem: Problem
    query: exp.Select


@dataclass(frozen=True, slots=True)
class AudienceShape:
    """A saved audience as far as a check needs it."""

    id: str
    label: str
    columns: tuple[Column, ...]
    identity: str = ""
    document: str = ""
    merge_policy: str = ""
    dimension: str = ""
    namespace: str = ""
    physical: str = ""
    """The table of its current members."""
    status: str = "published"


@dataclass(frozen=True, slots=True)
class Receiver:
    """Another campaign that a signal may start: whether it listens to signals, and whether it is published."""

    document: str
    on_signal: bool = True
    published: bool = False


@dataclass(frozen=True, slots=True)
class World:
    """What stands around a document and may be looked up while checking: audiences, files, other documents."""

    surroundings: Surroundings
    audiences: Mapping[str, AudienceShape] = field(default_factory=dict[str, AudienceShape])
    document: str = ""
    merge_policy: str = ""
    default_dimension: str = ""
    receivers: Mapping[str, Receiver] = field(default_factory=dict[str, Receiver])

    @property
    def catalog(self) -> Catalog:
        return self.surroundings.catalog


@dataclass(frozen=True, slots=True)
class Place(Generic[S]):
    """A node where it stands: its settings, what enters it, and the world around it."""

    node: str
    label: str
    settings: S
    inputs: tuple[Inbound, ...]
    world: World

    @property
    def catalog(self) -> Catalog:
        return self.world.catalog

    @property
    def surroundings(self) -> Surroundings:
        return self.world.surroundings

    @property
    def source(self) -> Relation:
        """The only population that enters. Errors: no-population, when the transition is a mere start."""
        return self.input(self.inputs[0].node)

    def input(self, reference: str) -> Relation:
        """The population that enters by a transition, or from a node, of that id.

        Errors: unknown-input, no-population.
        """
        for inbound in self.inputs:
            if reference in {inbound.transition, inbound.node}:
                if inbound.relation is None:
                    raise EngineError(
                        Problem(
                            code="no-population",
                            what="The transition that enters here carries no population.",
                            fix="Put an activity that builds or reads an audience before this one.",
                            check="V04",
                        )
                    )
                return inbound.relation
        raise EngineError(unknown("input", reference, [inbound.transition for inbound in self.inputs]))

    def dimension(self, name: str = "") -> Dimension:
        """The targeting dimension called `name`, or the campaign's own. Errors: unknown-dimension (V06, V07)."""
        wanted = name or self.world.default_dimension
        found = self.catalog.dimension_by_name.get(wanted)
        if found is None:
            problem = unknown("targeting dimension", wanted, self.catalog.dimension_by_name)
            field = "dimension" if getattr(self.settings, "dimension", None) == name else None
            raise EngineError(replace(problem, code="unknown-dimension", field=field))
        return found

    def table(self, dimension: str = "") -> Table:
        """The table of a targeting dimension. Errors: unknown-dimension, unknown-table."""
        name = self.dimension(dimension).table
        table = self.catalog.table_by_name.get(name)
        if table is None:
            raise EngineError(unknown("table", name, self.catalog.table_by_name))
        return table


@dataclass(frozen=True, slots=True)
class Same:
    """The population of this node is that of an input, unchanged: a view, not a copy."""

    input: Relation


@dataclass(frozen=True, slots=True)
class Entrants:
    """Every row that a node answers for, in `shape`'s columns. `told_by` leads from those that tell rows apart to what
    the outputs call them."""

    shape: Relation
    query: exp.Query
    told_by: Mapping[str, str]


Query = exp.Select | exp.SetOperation
Compiled = Query | Same

PortCounts = Mapping[str, int]
"""Port to number of rows."""

Outputs = Mapping[str, Relation | None]
"""Port to where the population that leaves by it stands; None where no population does."""

Ask = Callable[[exp.Expr], Any]
"""Evaluates an expression that reads no table, in the database, so that all arithmetic is done in one place."""


class Activity(Generic[S]):
    """The base of all activities. The first sentence of a subclass's docstring is its line in the palette.

    Stateless: one instance serves every node of its type.
    """

    type_id: ClassVar[str]
    version: ClassVar[int] = 1
    title: ClassVar[str]
    category: ClassVar[Category]
    icon: ClassVar[str]
    synonyms: ClassVar[tuple[str, ...]] = ()
    settings: ClassVar[type[Settings]]
    arity: ClassVar[Arity] = Arity()
    starts: ClassVar[bool] = False
    """Whether it may stand first on the canvas."""
    makes_population: ClassVar[bool] = False
    """Whether it is a source of people: what channels need upstream (V04)."""
    reasons: ClassVar[tuple[Reason, ...]] = ()
    """Why rows may stay behind. Without a finer count the first one carries all that in and out differ by."""
    failure_port: ClassVar[str] = ""
    """The output, where the settings ask for it, by which the path goes on when an effect of this node fails."""
    branches: ClassVar[str] = ""
    """The setting, a list, whose items each have an output: "…:1", "…:2" and so on, in their order."""
    tally: ClassVar[str] = ""
    """A column of the population whose values are counted beside its rows, such as the reach of a message."""

    def upgrade(self, settings: dict[str, JsonValue], version: int) -> dict[str, JsonValue]:
        """Settings written by an older `version`, in today's form."""
        del version
        return settings

    def card(self, settings: S) -> tuple[Text, ...]:
        """What a card says of the settings where their values one by one would say less; else it lists those."""
        del settings
        return ()

    def ports(self, settings: S) -> tuple[Port, ...]:
        """The outputs, in the order in which they are shown."""
        del settings
        return (Port(RESULT, "Result"),)

    def check(self, place: Place[S]) -> Iterator[Problem]:
        """All that is wrong with the settings in this place. It runs only when the settings are well-formed."""
        del place
        return iter(())

    def shapes(self, place: Place[S]) -> Outputs:
        """Port to the shape of what leaves there; None where no population does.

        The default passes the only input on by every port. Errors: EngineError, for what makes a shape impossible.
        """
        relation = place.inputs[0].relation if place.inputs else None
        return {port.id: relation for port in self.ports(place.settings)}

    def compile(self, place: Place[S], sources: Sources) -> Compiled | None:
        """The one statement that is this node's population; None when it has none.

        Shape: the columns of `shapes`, in that order; with more than one port also a column `_port`, and a row that
        leaves by two ports stands there twice. A row with a null port is not stored.
        """
        del sources
        relation = place.inputs[0].relation if place.inputs else None
        return Same(relation) if relation is not None else None

    def entering(self, place: Place[S]) -> tuple[str, ...]:
        """The ids of the transitions whose rows this node answers for: all of them, unless it has a primary set."""
        return tuple(inbound.transition for inbound in place.inputs)

    def needs(self, place: Place[S]) -> tuple[str, ...]:
        """The ids of the transitions that must have come here before it runs: all of them."""
        return tuple(inbound.transition for inbound in place.inputs)

    def answers_for(self, place: Place[S], sources: Sources) -> exp.Select | None:
        """For a source, the query that counts what it answers for; None for those that answer for what enters."""
        del place, sources
        return None

    def entrants(self, place: Place[S], sources: Sources) -> Entrants | None:
        """The rows that it answers for, one by one, so that those that stayed behind can be listed.

        None for what simply enters, told apart by the row key of what leaves.
        """
        del place, sources
        return None

    def conserves(self, place: Place[S]) -> tuple[str, ...] | None:
        """The columns that tell inbound rows apart where one may leave more than once; None where none does."""
        del place
        return None

    def losses(self, place: Place[S], entered: int, left: int) -> Mapping[str, int]:
        """Reason code to the number of rows that stayed behind; they add up to what in and out differ by."""
        del place
        missing = entered - left
        return {self.reasons[0].code: missing} if self.reasons and missing else {}

    def activates(self, place: Place[S], entered: int, left: PortCounts, ask: Ask) -> frozenset[str]:
        """The ports that go on, once the counts are known; nothing that follows another port runs."""
        del entered, left, ask
        return frozenset(port.id for port in self.ports(place.settings))

    def loads(self, place: Place[S]) -> FileToLoad | None:
        """The file whose rows this node brings in, to be read before anything runs."""
        del place
        return None

    def takes(self, place: Place[S]) -> Membership | None:
        """The saved audience that it starts from."""
        del place
        return None

    def variables(self, settings: S) -> tuple[Variable, ...]:
        """The variables that it brings into the campaign, with their test values."""
        del settings
        return ()

    def waits(self, place: Place[S]) -> Wait | None:
        """How long the population stays here."""
        del place
        return None

    def asks(self, settings: S) -> bool:
        """Whether somebody must confirm it first, in a campaign that runs once."""
        del settings
        return False

    def effects(self, place: Place[S], sources: Sources, outputs: Outputs) -> tuple[Effect, ...]:
        """What a real run does here, and no other run, once the population exists."""
        del place, sources, outputs
        return ()

    def warnings(self, place: Place[S], sources: Sources, outputs: Outputs) -> Iterator[Counted]:
        """What deserves a remark when it occurs, each with the query that counts it."""
        del place, sources, outputs
        return iter(())


def population_columns(table: Table) -> tuple[Column, ...]:
    """The key columns of a population of a table's records, under their reserved names."""
    names = key_names(len(table.key))
    return tuple(
        Column(name, table.by_name[part].type, label=table.by_name[part].title)
        for name, part in zip(names, table.key, strict=True)
    )


def population_of(dimension: Dimension, table: Table) -> Relation:
    """The shape of a population of a targeting dimension. Shape: one row per record, key columns only."""
    columns = population_columns(table)
    names = tuple(column.name for column in columns)
    return Relation(columns=columns, key=names, row_key=names, dimension=dimension.name, unique=True)


def warning(code: str, what: str, *, fix: str = "", check: str | None = None, field: str | None = None) -> Problem:
    """A problem that informs and does not block."""
    return Problem(code=code, what=what, fix=fix, check=check, field=field, severity=Severity.WARNING)
