"""The kinds of nodes of a journey, and what their cards say."""

from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from typing import cast

from pydantic import BaseModel, JsonValue

from app.graph.activity_kinds import first_sentence
from app.graph.journey_words import condition_words
from app.graph.kinds import ENTRY, CardWords, Kinds, NodeKind, Raw
from app.words import event_title, number, port_words, said, tr
from canvas.views import PortView
from engine.catalog.model import Catalog
from engine.checking import Checked
from engine.document.edits import Edit, SetSetting, SetSettings
from engine.document.model import Document, Node
from engine.journey.calendar import WEEKDAYS, MustEndOn
from engine.journey.conditions import Condition
from engine.journey.contract import Category, Context, Exit, Outcome, Role
from engine.journey.properties import JourneyType
from engine.journey.registry import AnyNode, all_actions, all_nodes
from engine.journey.settings import read_settings
from engine.problems import EngineError, Problem

ACCENTS: Mapping[Category, str] = {Category.AUDIENCE: "blue", Category.ACTION: "amber", Category.FLOW: "purple"}
_ORDER = (
    "action", "listen", "wait", "split-accounts", "split-people", "variant", "merge", "external-action",
    "external-split", "account-audience", "person-audience", "close", "end",
)  # fmt: skip
"""The order of the menu of nodes."""
AUTOMATIC = frozenset({Role.SOURCE, Role.CLOSE, Role.END})
"""What stands on the canvas by itself and is in no menu."""


def exit_words() -> Mapping[str, str]:
    """Why accounts or people leave, by code."""
    return {
        Exit.COMPLETED: tr("Reached the end"), Exit.NO_MATCH: tr("Matched no path"),
        Exit.TIMEOUT_NO_PATH: tr("Timed out without a path"), Exit.REMOVED: tr("Removed by an action"),
        Exit.ABORTED: tr("Journey aborted"), Exit.ENDED: tr("Journey ended"),
        Exit.QUIET_HOURS: tr("Discarded in quiet hours"), Exit.ERROR: tr("Failed"),
    }  # fmt: skip


def outcome_words() -> Mapping[str, str]:
    """What came of an action, by code."""
    return {
        Outcome.APPLIED: tr("Applied"), Outcome.SENT: tr("Sent"), Outcome.QUEUED: tr("Queued"),
        Outcome.ALREADY_MEMBER: tr("Already a member"), Outcome.NOT_MEMBER: tr("Not a member"),
        Outcome.NO_CHANGE: tr("Nothing to change"), Outcome.OPTED_OUT: tr("Opted out"),
        Outcome.NO_ADDRESS: tr("No address"), Outcome.INVALID_ADDRESS: tr("Invalid address"),
        Outcome.SUSPENDED: tr("Suspended"), Outcome.MARKETING_SUSPENDED: tr("Suspended from marketing"),
        Outcome.BLOCKLISTED: tr("On the block list"), Outcome.UNSUPPORTED_REGION: tr("Region not served"),
        Outcome.DUPLICATE_ADDRESS: tr("Address already used"), Outcome.LIMIT: tr("Above the limit"),
        Outcome.QUIET_HOURS: tr("Discarded in quiet hours"), Outcome.NO_BUYING_GROUP: tr("No buying group"),
        Outcome.INVALID_TRANSITION: tr("Stage not allowed"), Outcome.PRECEDENCE: tr("Set by a stronger source"),
        Outcome.ALREADY_IN_JOURNEY: tr("Already in the journey"), Outcome.NOT_IN_JOURNEY: tr("Not in the journey"),
        Outcome.REENTRY: tr("May not enter again"), Outcome.TARGET_CLOSED: tr("Journey closed"),
        Outcome.TARGET_ABORTED: tr("Journey aborted"), Outcome.TARGET_FINISHED: tr("Journey finished"),
        Outcome.NO_RECORD: tr("No record"), Outcome.NOT_IN_PARTITION: tr("Not in the partition"),
        Outcome.TIMED_OUT: tr("Timed out"), Outcome.FAILED: tr("Failed"),
        Outcome.FAILED_VALIDATION: tr("Value refused"),
    }  # fmt: skip


def _outputs(kind: AnyNode, raw: Raw, _version: int) -> tuple[PortView, ...] | None:
    settings, _ = read_settings(kind.settings, kind.title, raw)
    if settings is None:
        # While a condition is half written, its path is there all the same.
        settings, _ = read_settings(kind.settings, kind.title, _without_conditions(raw))
    return None if settings is None else _shown(kind, settings)


def _without_conditions(raw: Raw) -> dict[str, JsonValue]:
    paths = raw.get("paths")
    bare: list[JsonValue] = [
        {name: value for name, value in one.items() if name in {"id", "label", "percent"}}
        for one in (paths if isinstance(paths, list) else ())
        if isinstance(one, dict)
    ]
    plain = {name: value for name, value in raw.items() if name in {"other", "other_label", "by", "timeout_path"}}
    return {**plain, "paths": bare} if bare else plain


def _shown(kind: AnyNode, settings: BaseModel) -> tuple[PortView, ...]:
    return tuple(PortView(one.id, port_words(one)) for one in kind.ports(settings) if not one.hidden)


def _apart(kind: str, *, of_people: bool) -> tuple[str, ...]:
    """What the panel does not ask for: where only people move, whom an action is for; how a variant is switched."""
    if kind == "variant":
        return ("by",)
    return ("on",) if of_people and kind in {"action", "listen"} else ()


def _kind(one: AnyNode, *, of_people: bool) -> NodeKind:
    many = one.most_inputs is None or one.most_inputs > 1
    return NodeKind(
        id=one.type_id,
        title=one.title,
        category=one.category.value,
        icon=one.icon,
        accent="grey" if one.role in {Role.END, Role.CLOSE} else ACCENTS[one.category],
        version=one.version,
        settings=one.settings,
        entries=() if one.most_inputs == 0 else (PortView(ENTRY, "", many),),
        outputs=partial(_outputs, one),
        help=first_sentence(one),
        starts=one.role is Role.SOURCE,
        offered=one.role not in AUTOMATIC,
        apart=_apart(one.type_id, of_people=of_people),
        compact=one.role in {Role.END, Role.CLOSE} or one.type_id == "merge",
        reasons={**exit_words(), **outcome_words()},
    )


class JourneyKinds(Kinds):
    """The nodes that a journey of accounts, or one of people, may hold."""

    arranged = True

    def __init__(self, *, of_people: bool) -> None:
        self._of_people = of_people
        mine = JourneyType.PERSON if of_people else JourneyType.ACCOUNT
        known = all_nodes()
        names = [*(name for name in _ORDER if name in known), *(name for name in known if name not in _ORDER)]
        self.by_id = {name: _kind(known[name], of_people=of_people) for name in names if mine in known[name].journeys}

    def runs_down(self, document: Document) -> bool:
        return document.journey.get("layout_direction") == "vertical"

    def suggested(self, before: NodeKind | None) -> tuple[str, ...]:
        offered = [one.id for one in self.by_id.values() if one.offered]
        if before is not None and before.id == "action":
            # After a message one usually listens for what comes of it.
            return tuple(sorted(offered, key=lambda name: name != "listen"))
        return tuple(offered)

    def setting(
        self, document: Document, node: Node, field: str, value: JsonValue, catalog: Catalog, *, plain: bool
    ) -> Edit:
        given = {name: one for name, one in node.settings.items() if name != field or not plain}
        settings: dict[str, JsonValue] = given if plain else {**given, field: value}
        if field == "paths" and isinstance(value, list):
            return SetSetting(node.id, field, _with_ids(document, node, value))
        if node.type == "action" and field == "on":
            return SetSettings(node.id, {} if plain else {"on": value})
        if node.type == "action" and field == "action":
            return SetSettings(node.id, _of_action(settings, str(value or ""), of_people=self._of_people))
        if node.type == "listen" and field == "on":
            kept = {name: one for name, one in settings.items() if name not in {"triggers", "filters"}}
            return SetSettings(node.id, kept)
        return super().setting(document, node, field, value, catalog, plain=plain)

    def card(self, node: Node, checked: Checked | None, catalog: Catalog) -> CardWords:
        del checked
        kind = all_nodes()[node.type]
        settings, _ = read_settings(kind.settings, kind.title, node.settings)
        title = said(kind.title)
        if settings is None:
            known = self.by_id[node.type].outputs_of(node)
            return CardWords(node.label or title, title, (tr("Needs its settings"),), known)
        named, about = _about(node.type, settings, of_people=self._of_people)
        lines = [line for line in (about, *_lines(settings, catalog, of_people=self._of_people)) if line]
        return CardWords(node.label or named or title, title, tuple(lines), _shown(kind, settings))


def _of_action(settings: dict[str, JsonValue], name: str, *, of_people: bool) -> dict[str, JsonValue]:
    """The settings of a node that takes another action: what fits it stays."""
    action = all_actions().get(name)
    inner = settings.get("settings")
    known = action.settings.model_fields if action is not None else {}
    pairs = inner.items() if isinstance(inner, dict) else ()
    kept: dict[str, JsonValue] = {key: one for key, one in pairs if key in known}
    found = {key: one for key, one in settings.items() if key != "settings"}
    if action is not None and not of_people:
        found["on"] = action.context.value
    return {**found, "settings": kept} if kept else found


def _with_ids(document: Document, node: Node, paths: list[JsonValue]) -> JsonValue:
    """Paths of which each has an id of its own. Errors: path-in-use, when one that nodes stand on is gone."""
    given = [dict(one) if isinstance(one, dict) else dict[str, JsonValue]() for one in paths]
    taken = {str(one["id"]) for one in given if one.get("id")}
    for arrow in document.outbound.get(node.id, ()):
        path = arrow.port.removeprefix("path:")
        follows = document.node_by_id.get(arrow.target or "")
        if arrow.port.startswith("path:") and path not in taken and follows and follows.type not in {"end", "close"}:
            raise EngineError(
                Problem(code="path-in-use", what=tr("Nodes stand on this path."),
                        fix=tr("Delete them first, then the path."), node=node.id, field="paths")
            )  # fmt: skip
    for one in given:
        if not one.get("id"):
            place = 1
            while str(place) in taken:
                place += 1
            one["id"] = str(place)
            taken.add(str(place))
    return [*given]


def _about(kind: str, settings: BaseModel, *, of_people: bool) -> tuple[str, str]:
    """The title that the settings give a card, and whom it is about."""
    on = getattr(settings, "on", None) or getattr(settings, "by", None)
    people = of_people or on is Context.PEOPLE
    if kind == "action":
        action = all_actions().get(str(getattr(settings, "action", "")))
        if action is None:
            return "", tr("No action is chosen")
        return said(action.title), tr("Action on people") if people else tr("Action on accounts")
    if kind == "listen":
        events = [event_title(one.event) for one in getattr(settings, "triggers", ()) if one.event]
        return " / ".join(events), tr("Event of people") if people else tr("Event of accounts")
    if kind == "variant":
        return "", tr("Split by people") if people else tr("Split by accounts")
    return "", ""


def _lines(settings: BaseModel, catalog: Catalog, *, of_people: bool) -> Iterator[str]:
    """What is set, each in a few words; the most telling first."""
    fields = type(settings).model_fields
    if "settings" in fields:
        yield from _settings_of_action(settings)
    if "type" in fields and "must_end_on" in fields:
        yield from _wait(settings)
    if "timeout" in fields and getattr(settings, "timeout", False):
        yield _span(settings, tr("Times out after {span}"))
    if "paths" in fields:
        yield from _paths(settings, catalog)
    if "input" in fields:
        yield from _audience(settings, catalog, of_people=of_people)
    if "service" in fields:
        yield str(getattr(settings, "service", "")) or tr("No service is chosen")


def _settings_of_action(settings: BaseModel) -> Iterator[str]:
    raw: Mapping[str, object] = getattr(settings, "settings", {})
    values = [_said(value) for value in raw.values()
              if value not in (None, "", False, True)]  # fmt: skip
    if values:
        yield " · ".join(values[:2])
    if len(values) > 2:
        yield tr("and {number} more", number=len(values) - 2)


def _said(value: object) -> str:
    return ", ".join(map(str, cast("list[object]", value))) if isinstance(value, list) else str(value)


def _wait(settings: BaseModel) -> Iterator[str]:
    if str(getattr(settings, "type", "")) == "date":
        yield str(getattr(settings, "date", "")).replace("T", " ") or tr("No date is set")
        return
    if getattr(settings, "value", 0):
        yield _span(settings, "{span}")
    end: MustEndOn | None = getattr(settings, "must_end_on", None)
    if end is not None:
        yield tr("Ends {days} at {time} {zone}", days=_days(end), time=end.time, zone=end.zone)


def span_words(value: int, unit: str) -> str:
    """A length of time: "5 days"."""
    words = {
        "minutes": tr("{n} minute(s)", value), "hours": tr("{n} hour(s)", value), "days": tr("{n} day(s)", value),
        "weeks": tr("{n} week(s)", value), "months": tr("{n} month(s)", value),
    }  # fmt: skip
    return words.get(unit, f"{number(value)} {unit}")


def _span(settings: BaseModel, words: str) -> str:
    if str(getattr(settings, "timeout_type", "")) == "date":
        return tr("Times out on {date}", date=str(getattr(settings, "date", "")).replace("T", " "))
    return words.format(span=span_words(int(getattr(settings, "value", 0)), str(getattr(settings, "unit", ""))))


def _days(end: MustEndOn) -> str:
    names = {"mon": tr("Mon"), "tue": tr("Tue"), "wed": tr("Wed"), "thu": tr("Thu"), "fri": tr("Fri"),
             "sat": tr("Sat"), "sun": tr("Sun")}  # fmt: skip
    days = [one for one in WEEKDAYS if one in end.days]
    if len(days) == len(WEEKDAYS):
        return tr("any day")
    run = [WEEKDAYS.index(one) for one in days]
    if len(days) > 2 and run == list(range(run[0], run[0] + len(run))):
        return f"{names[days[0]]}–{names[days[-1]]}"
    return ", ".join(names[one] for one in days)


def _paths(settings: BaseModel, catalog: Catalog) -> Iterator[str]:
    """What each path asks, in the order in which they are tried; a card has room for two, its tooltip for all."""
    paths: Sequence[BaseModel] = getattr(settings, "paths", ())
    shares = [getattr(one, "percent", None) for one in paths]
    if paths and None not in shares:
        yield " / ".join(f"{share} %" for share in shares)
    elif not paths or not hasattr(settings, "other"):
        yield tr("{n} path(s)", n=len(paths))
    else:
        of_people = hasattr(settings, "attributes")
        for place, path in enumerate(paths, start=1):
            condition: Condition | None = getattr(path, "condition", None)
            words = condition_words(condition, catalog, of_people=of_people) or tr("no condition yet")
            yield f"{place}. {words}"
        if not getattr(settings, "other", False):
            yield tr("The others skip it") if of_people else tr("The others leave")


def _audience(settings: BaseModel, catalog: Catalog, *, of_people: bool) -> Iterator[str]:
    given = str(getattr(settings, "input", ""))
    condition: Condition | None = getattr(settings, "condition", None)
    if given == "list":
        yield str(getattr(settings, "list", "")) or tr("No list is chosen")
    elif given == "events":
        yield ", ".join(event_title(one.event) for one in getattr(settings, "events", ())) or tr("No event is chosen")
    elif getattr(settings, "audience", ""):
        yield str(getattr(settings, "audience", ""))
    elif condition is None:
        yield tr("No audience is chosen")
    else:
        everybody = tr("All people") if of_people else tr("All accounts")
        yield condition_words(condition, catalog, of_people=of_people) or everybody
