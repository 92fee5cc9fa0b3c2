"""What the four channels share: whom a message can reach, and why it cannot reach the others.

Every row that enters goes out again, with its send status. A row is tested in this order: it must name a record, have a
usable address, be the first of its profile (or of its secondary record), and for marketing have given consent.
"""

from collections.abc import Iterator
from enum import StrEnum
from typing import Annotated, ClassVar

from pydantic import Field
from sqlglot import exp

from engine.catalog.model import Channel, Dimension
from engine.catalog.paths import read_path
from engine.catalog.scope import RowScope
from engine.catalog.sources import Sources, Typed
from engine.contract import RESULT, Activity, Category, Compiled, Effect, Hint, Outputs, Place, Settings, warning
from engine.newcomers import newcomers
from engine.problems import EngineError, Problem
from engine.relations import SEND_STATUS, Column, Origin, ascending, column
from engine.selecting import columns_of, joined, missing_setting, named
from engine.texts import say
from engine.types import STRING, Family

REACHABLE = "reachable"
NOT_RECONCILED = "NoTargetReconciled"
SAME_TARGET = "SameTarget"


class MessageCategory(StrEnum):
    """Marketing needs consent, a transactional message does not."""

    MARKETING = "marketing"
    TRANSACTIONAL = "transactional"


class MessagePer(StrEnum):
    """How many messages: one per person, or one per linked record."""

    PROFILE = "profile"
    SECONDARY = "secondary"


class MessageSettings(Settings):
    """Whom to send to; content and sending come later."""

    message_category: MessageCategory = Field(default=MessageCategory.MARKETING, title="Category")
    per: MessagePer = Field(default=MessagePer.PROFILE, title="One message per")
    secondary_dimension: Annotated[str, Hint("dimension")] = Field(
        default="", title="Secondary dimension", description="A dimension that the rows came from."
    )
    address: Annotated[str, Hint("attribute", "in")] = Field(
        default="",
        title="Execution address",
        description="A path from the target, or from the secondary record; empty takes the dimension's own.",
    )
    send_without_confirmation: bool = Field(
        default=False,
        title="Send without confirmation",
        description="A campaign that runs once is confirmed by hand before it sends; a recurring one never is.",
    )


class Message(Activity[MessageSettings]):
    """The base of the channel activities; each names its channel and the codes of its exclusions."""

    category = Category.CHANNEL
    settings = MessageSettings
    tally = SEND_STATUS
    channel: ClassVar[Channel]
    no_address: ClassVar[str]
    no_consent: ClassVar[str]
    malformed: ClassVar[str] = ""
    form: ClassVar[str] = ""
    """A pattern that a usable address has, where there is one."""

    def check(self, place: Place[MessageSettings]) -> Iterator[Problem]:
        settings = place.settings
        try:
            dimension = place.dimension(place.source.dimension or "")
        except EngineError:
            yield missing_setting(
                "The rows that enter are nobody yet, so no message can reach them.",
                "address",
                "Reconcile them, or change their dimension.",
                "V04",
            )
            return
        scope = RowScope.to_check(place.surroundings, place.source)
        try:
            self._address(place, scope, None)
        except EngineError as error:
            yield error.problem if error.problem.field else error.problem.at(field="address")
        if settings.message_category is MessageCategory.MARKETING and self._consent_path(place, dimension) is None:
            yield warning(
                "no-consent-column",
                say(
                    "{dimension} has no consent column for this channel, so nobody is excluded for lack of consent.",
                    dimension=dimension.title,
                ),
                fix="Name the column in the targeting dimension.",
            )

    def asks(self, settings: MessageSettings) -> bool:
        return not settings.send_without_confirmation

    def shapes(self, place: Place[MessageSettings]) -> Outputs:
        status = Column(SEND_STATUS, STRING, label="Send status", origin=place.node)
        return {RESULT: place.source.with_columns([status])}

    def compile(self, place: Place[MessageSettings], sources: Sources) -> Compiled:
        source = place.source
        scope = RowScope.of_population(sources, source, "p")
        address = self._address(place, scope, sources)
        consent = self._consent(place, scope)
        target = self._target(place, scope)
        reached = exp.Case()
        reached = reached.when(_any_missing(scope.key()), exp.Literal.string(NOT_RECONCILED), copy=False)
        text = exp.Trim(this=exp.Cast(this=address.tree, to=STRING.to_sql()))
        empty = exp.Coalesce(this=text, expressions=[exp.Literal.string("")]).eq(exp.Literal.string(""))
        usable: list[exp.Expr] = [exp.Not(this=_any_missing(scope.key())), exp.Not(this=empty)]
        reached = reached.when(empty.copy(), exp.Literal.string(self.no_address), copy=False)
        if self.form:
            wrong = exp.Not(this=exp.RegexpLike(this=text.copy(), expression=exp.Literal.string(self.form)))
            reached = reached.when(wrong, exp.Literal.string(self.malformed), copy=False)
            usable.append(exp.Not(this=wrong.copy()))
        fine = exp.and_(*(one.copy() for one in usable))
        if place.settings.per is not MessagePer.PROFILE or not (source.unique or source.distinct):
            rank = exp.Window(
                this=exp.RowNumber(),
                partition_by=[*target, exp.Paren(this=fine)],
                order=exp.Order(expressions=[ascending(part) for part in scope.row_key()]),
            )
            again = exp.GT(this=rank, expression=exp.Literal.number(1))
            reached = reached.when(again, exp.Literal.string(SAME_TARGET), copy=False)
        if consent is not None:
            refused = exp.Not(this=exp.Coalesce(this=consent, expressions=[exp.false()]))
            reached = reached.when(refused, exp.Literal.string(self.no_consent), copy=False)
        reached.set("default", exp.Literal.string(REACHABLE))
        kept = [one for one in columns_of(source, "p") if one.name != SEND_STATUS]
        select = source.rows("p").select(*kept, named(reached, SEND_STATUS))
        shape = source.with_columns([Column(SEND_STATUS, STRING)])
        order = {one.alias_or_name: one for one in select.expressions}
        return joined(select.select(*(order[name] for name in shape.names), append=False), scope)

    def effects(self, place: Place[MessageSettings], sources: Sources, outputs: Outputs) -> tuple[Effect, ...]:
        """Who is addressed and has no profile yet is given one; what was read before stays as it was."""
        rows = outputs[RESULT]
        if rows is None or place.settings.per is not MessagePer.PROFILE:
            return ()
        found = newcomers(
            place,
            sources,
            rows,
            place.dimension(place.source.dimension or ""),
            self.channel,
            lambda scope: self._address(place, scope, sources),
            {REACHABLE, self.no_consent},
        )
        return () if found is None else (found,)

    def _address(self, place: Place[MessageSettings], scope: RowScope, sources: Sources | None) -> Typed:
        """Where the message goes. Errors: no-address (V23), unknown-attribute, unknown-origin."""
        settings = place.settings
        if settings.per is MessagePer.SECONDARY:
            origin = _origin(place)
            dimension = place.dimension(origin.dimension)
            return _of_record(place, origin, settings.address or self._own(dimension), scope, sources)
        dimension = place.dimension(place.source.dimension or "")
        path = settings.address or self._own(dimension)
        return scope.attribute(path)

    def _own(self, dimension: Dimension) -> str:
        path = dimension.addresses.get(self.channel)
        if path is None:
            raise EngineError(
                missing_setting(
                    say("{dimension} has no address for this channel.", dimension=dimension.title),
                    "address",
                    "Choose an attribute here, or name one in the targeting dimension.",
                    "V23",
                )
            )
        return path

    def _consent_path(self, place: Place[MessageSettings], dimension: Dimension) -> str | None:
        """The path of the opt-in, of the dimension itself or of the profile it belongs to."""
        own = dimension.consents.get(self.channel)
        if own is not None or not dimension.profile:
            return own
        persons = read_path(place.catalog, dimension.table, dimension.profile, ends_on_link=True).end_table
        for other in place.catalog.dimensions:
            path = other.consents.get(self.channel)
            if path is not None and other.table == persons:
                return f"{dimension.profile}/{path}"
        return None

    def _consent(self, place: Place[MessageSettings], scope: RowScope) -> exp.Expr | None:
        if place.settings.message_category is MessageCategory.TRANSACTIONAL:
            return None
        path = self._consent_path(place, place.dimension(place.source.dimension or ""))
        if path is None:
            return None
        value = scope.attribute(path)
        if value.type.family is Family.BOOLEAN:
            return value.tree
        written = exp.Lower(this=exp.Cast(this=value.tree, to=STRING.to_sql()))
        return exp.In(this=written, expressions=[exp.Literal.string(word) for word in ("y", "yes", "true", "1", "in")])

    def _target(self, place: Place[MessageSettings], scope: RowScope) -> list[exp.Expr]:
        if place.settings.per is MessagePer.SECONDARY:
            return [column(scope.alias, name) for name in _origin(place).key]
        return list(scope.key())


def _any_missing(parts: tuple[exp.Expr, ...]) -> exp.Expr:
    return exp.Paren(this=exp.or_(*(part.copy().is_(exp.null()) for part in parts)))


def _origin(place: Place[MessageSettings]) -> Origin:
    """Where the rows came from. Errors: unknown-origin, when no row came from such a dimension."""
    wanted = place.settings.secondary_dimension
    for origin in place.source.origins:
        if wanted in {"", origin.dimension}:
            return origin
    known = ", ".join(origin.dimension for origin in place.source.origins)
    raise EngineError(
        missing_setting(
            say("The rows do not come from {wanted}.", wanted=wanted or say("another dimension")),
            "secondary_dimension",
            say("Choose one of {names}.", names=known)
            if known
            else "Put a Change dimension before, or send one message per profile.",
            "V23",
        )
    )


def _of_record(
    place: Place[MessageSettings], origin: Origin, path: str, scope: RowScope, sources: Sources | None
) -> Typed:
    """An attribute of the record that a row came from."""
    table = place.table(origin.dimension)
    kind = RowScope.to_check(place.surroundings, table.name).attribute(path).type
    if sources is None:
        return Typed(exp.null(), kind)
    inner = RowScope.of_table(sources, table.name, "s")
    value = inner.attribute(path)
    keys = [named(column("s", part), f"k{number}") for number, part in enumerate(table.key)]
    select = joined(exp.select(*keys, named(value.tree, "address")).from_(sources.table(table.name, "s")), inner)
    on = exp.and_(*(column("origin", f"k{n}").eq(column(scope.alias, name)) for n, name in enumerate(origin.key)))
    scope.join("origin", exp.Join(this=select.subquery("origin"), on=on, side="LEFT"))
    return Typed(column("origin", "address"), kind)


EMAIL_FORM = r"^[^@\s]+@[^@\s.]+(\.[^@\s.]+)+$"
