"""What a journey's node and an action fulfil. Each is one class in one file; nothing else lives in those folders.

A node says where each token goes from here, and when. An action says whom it skips and why, what it changes, and what
can be heard of it. Both say so as terms over `rows` (see `engine.journey.rows`); how they become statements, and when
those run again, is not their concern.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import Enum, StrEnum
from typing import Any, ClassVar, Generic, TypeVar

from pydantic import BaseModel, ConfigDict, JsonValue
from sqlglot import exp

from engine.contract import Port as Output
from engine.journey.properties import JourneyType
from engine.journey.registers import Register
from engine.journey.rows import Rows
from engine.journey.world import JourneyWorld, Row, missing
from engine.problems import EngineError, Problem, Severity
from engine.texts import quoted, say

OUT, OTHER, SKIP, EVENT, TIMEOUT, ERROR = "out", "other", "skip", "event", "timeout", "error"


def path_port(path: str) -> str:
    """The output of a path that has an id."""
    return f"path:{path}"


class Settings(BaseModel):
    """The settings of a node or an action. A name it does not know is reported, never guessed at."""

    model_config = ConfigDict(frozen=True, extra="forbid")


S = TypeVar("S", bound=Settings)

BOTH = frozenset(JourneyType)
ACCOUNT_ONLY, PERSON_ONLY = frozenset({JourneyType.ACCOUNT}), frozenset({JourneyType.PERSON})


class Context(StrEnum):
    """Whom an action, an event or a split is about."""

    ACCOUNTS = "accounts"
    PEOPLE = "people"


class Category(StrEnum):
    """Where the menu of nodes shows one."""

    AUDIENCE = "Audience"
    ACTION = "Actions"
    FLOW = "Flow control"


class Role(Enum):
    """What the passes do with a node.

    SOURCE lets tokens enter, STEP sends each on, ACTION does something and sends it on, GROUP opens the paths of
    people that CLOSE ends, END takes tokens out.
    """

    SOURCE = "source"
    STEP = "step"
    ACTION = "action"
    GROUP = "group"
    CLOSE = "close"
    END = "end"


@dataclass(frozen=True, slots=True)
class Port(Output):
    """An output; a `hidden` one has no place on the card."""

    hidden: bool = False


class Exit(StrEnum):
    """Why a token leaves a journey; permanent codes."""

    COMPLETED = "completed"
    NO_MATCH = "no_match"
    TIMEOUT_NO_PATH = "timeout_no_path"
    REMOVED = "removed_by_action"
    ABORTED = "journey_aborted"
    ENDED = "journey_ended"
    QUIET_HOURS = "quiet_hours_discard"
    ERROR = "error"


class Outcome(StrEnum):
    """What came of an action for one entity; permanent codes."""

    APPLIED = "applied"
    SENT = "sent"
    QUEUED = "queued"
    ALREADY_MEMBER = "skipped_already_member"
    NOT_MEMBER = "skipped_not_member"
    NO_CHANGE = "skipped_no_change"
    OPTED_OUT = "skipped_opted_out"
    NO_ADDRESS = "skipped_no_address"
    INVALID_ADDRESS = "skipped_invalid_address"
    SUSPENDED = "skipped_suspended"
    MARKETING_SUSPENDED = "skipped_marketing_suspended"
    BLOCKLISTED = "skipped_blocklisted"
    UNSUPPORTED_REGION = "skipped_unsupported_region"
    DUPLICATE_ADDRESS = "skipped_duplicate_address"
    LIMIT = "suppressed_limit"
    QUIET_HOURS = "discarded_quiet_hours"
    NO_BUYING_GROUP = "skipped_no_buying_group"
    INVALID_TRANSITION = "skipped_invalid_transition"
    PRECEDENCE = "skipped_precedence"
    ALREADY_IN_JOURNEY = "skipped_already_in_journey"
    NOT_IN_JOURNEY = "skipped_not_in_journey"
    REENTRY = "skipped_reentry"
    TARGET_CLOSED = "blocked_target_closed"
    TARGET_ABORTED = "blocked_target_aborted"
    TARGET_FINISHED = "blocked_target_finished"
    NO_RECORD = "skipped_no_record"
    NOT_IN_PARTITION = "skipped_not_in_partition"
    TIMED_OUT = "failed_timeout"
    FAILED = "failed_error"
    FAILED_VALIDATION = "failed_validation"


@dataclass(frozen=True, slots=True)
class Check:
    """Whom an action passes over: the outcome, for those where `when` holds.

    An idle one says that there is nothing to do: doing it would change nothing. Only then may it depend on what the
    action itself changes without the statement being run again.
    """

    outcome: Outcome
    when: exp.Expr
    idle: bool = False


@dataclass(frozen=True, slots=True)
class Change:
    """A new value of a register; with `adds`, what is added to the value that is there.

    With `once`, doing it again would change something, so it is not done for those whom an idle check passes over.
    """

    register: Register
    value: exp.Expr
    adds: bool = False
    once: bool = False


@dataclass(frozen=True, slots=True)
class Telling:
    """An activity that can be heard: its type, whether it is the person's or the account's, and its columns.

    What an action on accounts tells of persons is told of each person who is carried with the account.
    """

    kind: str
    columns: Mapping[str, exp.Expr] = field(default_factory=dict[str, exp.Expr])
    of_person: bool = False


@dataclass(frozen=True, slots=True)
class Move:
    """A token of another journey that is started, or taken out."""

    journey: str
    starts: bool


@dataclass(frozen=True, slots=True)
class Work:
    """What an action does for a row: the first check that holds gives the outcome; otherwise all of it is done.

    `before` and `after` are what is recorded beside the outcome, `detail` further columns of the record by name.
    """

    checks: tuple[Check, ...] = ()
    done: Outcome = Outcome.APPLIED
    changes: tuple[Change, ...] = ()
    tellings: tuple[Telling, ...] = ()
    moves: tuple[Move, ...] = ()
    before: exp.Expr | None = None
    after: exp.Expr | None = None
    detail: Mapping[str, exp.Expr] = field(default_factory=dict[str, exp.Expr])


@dataclass(frozen=True, slots=True)
class Passage:
    """Where a row goes: by which output, or out of the journey for which reason, or nowhere yet, with both null.

    `at` is when, in microseconds; without it, at once. `phase` is given for what is woken by an effect of its instant.
    With `whole`, the terms look at all rows of the node together, such as a window over them. `also` is a second output
    that rows leave by as well, where it is given: only a run that asks what can be reached has such a thing.
    """

    port: exp.Expr
    reason: exp.Expr = field(default_factory=exp.null)
    at: exp.Expr | None = None
    phase: exp.Expr | None = None
    whole: bool = False
    also: exp.Expr | None = None


@dataclass(frozen=True, slots=True)
class Place(Generic[S]):
    """A node, or an action on its node, where it stands."""

    node: str
    label: str
    settings: S
    world: JourneyWorld
    in_group: bool = False
    """Whether it stands on a path of people."""

    def reference(self, table: str, reference: str, field_name: str) -> Row:
        """An object of the workspace. Errors: missing-setting, unknown-reference (V08)."""
        return self.world.references.get(table, reference, field_name)

    def check_reference(self, table: str, reference: str, field_name: str, *, live: bool = False) -> Iterator[Problem]:
        """What is wrong with a reference: not chosen, not there, or, where it must be, not live (V08)."""
        found = self.world.references.find(table, reference) if reference else None
        if found is None:
            yield missing(table, reference, field_name, self.world.references)
        elif live and str(found.get("status", "live")).lower() not in {"live", "active"}:
            yield Problem(
                code="not-live",
                what=say("{name} is not live.", name=quoted(found.get("name", reference))),
                fix="Publish it first, or choose another.",
                field=field_name,
                check="V08",
            )


class JourneyNode(Generic[S]):
    """The base of all nodes. The first sentence of a subclass's docstring is its line in the menu of nodes.

    Stateless: one instance serves every node of its type.
    """

    type_id: ClassVar[str]
    version: ClassVar[int] = 1
    title: ClassVar[str]
    category: ClassVar[Category] = Category.FLOW
    icon: ClassVar[str]
    role: ClassVar[Role] = Role.STEP
    journeys: ClassVar[frozenset[JourneyType]] = BOTH
    settings: ClassVar[type[Settings]]
    most_inputs: ClassVar[int | None] = 1
    in_groups: ClassVar[bool] = False
    """Whether it may stand on a path of people."""

    def role_at(self, place: Place[S]) -> Role:
        """What the passes do with this node where it stands; most are the same everywhere."""
        del place
        return self.role

    def upgrade(self, settings: dict[str, JsonValue], version: int) -> dict[str, JsonValue]:
        """Settings written by an older `version`, in today's form."""
        del version
        return settings

    def ports(self, settings: S) -> tuple[Port, ...]:
        """The outputs, in the order in which they are shown."""
        del settings
        return (Port(OUT, ""),)

    def check(self, place: Place[S]) -> Iterator[Problem]:
        """What is wrong with the settings beyond their form."""
        del place
        yield from ()

    def passage(self, place: Place[S], rows: Rows) -> Passage:
        """Where each row goes. For a group, the rows are people."""
        del place, rows
        return Passage(exp.Literal.string(OUT))

    def asks_people(self, place: Place[S]) -> bool:
        """Whether a step asks a service about each person of the account that comes to it."""
        del place
        return False

    def answer(self, place: Place[S], rows: Rows) -> Work | None:
        """For a step that asks a service: what comes of its answer, for rows that stand at it, with their `port`."""
        del place, rows
        return None

    def members(self, place: Place[S], rows: Rows) -> exp.Expr:
        """For a source: whether the entity of a row belongs to the audience at the row's instant."""
        raise NotImplementedError

    def happenings(self, place: Place[S], rows: Rows) -> exp.Query | None:
        """For a source that people enter by what they do: `person` and `at` of each such event, in microseconds."""
        del place, rows
        return None

    def action(self, place: Place[S]) -> "tuple[Action[Any], Place[Any], Context] | None":
        """For an action node: what it does, with its settings, and to whom. None while none is chosen."""
        del place
        return None


class Group(StrEnum):
    """The groups of the list of actions."""

    JOURNEY = "Journey Optimizer B2B"
    MARKETO = "Marketo Engage"


class Action(Generic[S]):
    """The base of all actions. The first sentence of a subclass's docstring is its line in the list of actions.

    Stateless: one instance serves every node that uses it.
    """

    type_id: ClassVar[str]
    title: ClassVar[str]
    classic_title: ClassVar[str] = ""
    context: ClassVar[Context]
    group: ClassVar[Group] = Group.JOURNEY
    journeys: ClassVar[frozenset[JourneyType]] = BOTH
    deprecated: ClassVar[bool] = False
    settings: ClassVar[type[Settings]]

    def check(self, place: Place[S]) -> Iterator[Problem]:
        """What is wrong with the settings beyond their form."""
        del place
        yield from ()

    def work(self, place: Place[S], rows: Rows) -> Work:
        """What it does for each row. Errors: unknown-reference and its like, told by `check` as well."""
        raise NotImplementedError


def unset(what: str, field_name: str, fix: str = "Fill it in.", check: str = "V02") -> Problem:
    """The problem that a setting which is needed is empty."""
    return Problem(code="missing-setting", what=what, fix=fix, field=field_name, check=check)


def remark(code: str, what: str, *, fix: str = "", check: str | None = None, field_name: str | None = None) -> Problem:
    """A problem that informs and does not block."""
    return Problem(code=code, what=what, fix=fix, check=check, field=field_name, severity=Severity.WARNING)


def collected(checks: "Iterator[Problem]") -> Iterator[Problem]:
    """Problems, the last of them perhaps raised."""
    try:
        yield from checks
    except EngineError as error:
        yield error.problem
