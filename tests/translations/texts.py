"""Every text that the window can show: those passed to `tr` in app and canvas, and those the engine declares."""

import ast
from collections.abc import Iterator
from datetime import datetime
from enum import Enum
from functools import cache
from pathlib import Path
from types import UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from pydantic import BaseModel
from sqlglot import exp

from app.graph.activity_kinds import plain_ports
from app.panel.document_form import DocumentFields, JourneyFields
from engine.account_data import browsing, details, inventory
from engine.accounts.dashboards.model import Wanted
from engine.accounts.events import EVENTS
from engine.accounts.tables import activities, opportunities, people
from engine.contract import Category
from engine.expressions import FUNCTIONS
from engine.expressions.signatures import Constant, Sort
from engine.journey.contract import Context
from engine.journey.metrics import JourneyLine, Run, Step, journey_widgets, journeys_widgets
from engine.journey.options import RunOptions
from engine.journey.properties import JourneyType
from engine.journey.registry import all_actions, all_nodes
from engine.journey.world import TITLES
from engine.registry import all_activities
from engine.relations import Column
from engine.runner import journey_populations
from engine.runner.dashboards import DASHBOARDS
from engine.types import Kind
from engine.workspace.statuses import Status
from tests.translations.engine_texts import constants, templates

ROOT = Path(__file__).resolve().parent.parent.parent

Text = tuple[str, str]
"""A context, app, canvas or engine, and the text itself."""


@cache
def all_texts() -> frozenset[Text]:
    """Every text, in English. Reading the whole source takes seconds, so it is done once."""
    found = {(room, text) for room in ("app", "canvas") for text in _passed_to_tr(ROOT / room)}
    return frozenset(found | {("engine", text) for text in _declared() if text})


def _passed_to_tr(folder: Path) -> Iterator[str]:
    for path in folder.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "tr" and node.args:
                yield from constants(node.args[0])


def _declared() -> Iterator[str]:
    yield from templates()
    yield from _words()
    yield from (constant.value for constant in Constant)
    yield from (written for sort in Sort for written in (sort.value, sort.value.capitalize()))
    yield from (category.value for category in Category)
    yield from (kind.value.capitalize() for kind in Kind)
    yield from (column.label for column in _columns_of_accounts())
    yield from _of_functions()
    yield from _of_dashboards()
    seen: set[type[BaseModel]] = set()
    yield from _of_model(DocumentFields, seen)
    yield from _of_model(JourneyFields, seen)
    yield from _of_journeys(seen)
    for activity in all_activities().values():
        yield activity.title
        yield from _told(type(activity))
        yield from (port.label for port in plain_ports(activity))
        yield from (reason.label for reason in activity.reasons)
        yield from _of_model(activity.settings, seen)


def _told(declared: type[object]) -> Iterator[str]:
    """The paragraphs of a docstring, each on one line, as help shows them."""
    yield from (" ".join(paragraph.split()) for paragraph in (declared.__doc__ or "").split("\n\n"))


def _words() -> Iterator[str]:
    """Single words that stand as values in other texts: what a thing is, and what state it is in."""
    yield from (one.value for kind in (Status, Context, JourneyType) for one in kind)
    yield from TITLES.values()
    yield from ("roles template", "stage model", "scoring model", "campaign", "journey", "changed", "deleted")
    yield from ("table", "link", "dimension", "filter", "audience", "object", "people", "activities", "days")
    yield from (
        "inactive",
        "active",
        "daily",
        "weekly",
        "monthly",
        "running",
        "waiting",
        "paused",
        "failed",
        "finished",
    )


def _columns_of_accounts() -> Iterator[Column]:
    """The columns of lists and details in the section of the accounts."""
    yield from (*browsing.ACCOUNT_COLUMNS, *browsing.PERSON_COLUMNS, *browsing.GROUP_COLUMNS, *details.SHOWN)
    yield from (*inventory.LIST_COLUMNS, *inventory.AUDIENCE_COLUMNS, *inventory.DESTINATION_COLUMNS)
    for table in (people.ACCOUNT, people.PERSON, opportunities.OPPORTUNITY, activities.ACTIVITY):
        yield from (Column(one.name, one.type, one.title) for one in table.table.attributes)


def _of_functions() -> Iterator[str]:
    """What the functions of the language do, and what their arguments are called."""
    for function in (one for named in FUNCTIONS.values() for one in (named, named.other) if one is not None):
        yield function.text
        yield from (parameter.name for parameter in function.parameters)


def _of_dashboards() -> Iterator[str]:
    """Titles and meanings of widgets, and the columns of their rows."""
    wanted = Wanted(datetime(2026, 1, 1), datetime(2026, 2, 1))
    widgets = [one for make in DASHBOARDS.values() for one in make(exp.table_, wanted)]
    run = Run(exp.table_, 0, (Step(1, "", {}),))
    widgets += [*journey_widgets(run, exp.table_), *journeys_widgets([JourneyLine("", "", "", "", 0, run)])]
    for widget in widgets:
        yield widget.title
        yield widget.about
        yield from (column.label for column in widget.columns)


def _of_journeys(seen: set[type[BaseModel]]) -> Iterator[str]:
    """The names of nodes, actions and events of journeys, with their settings and what is told of them."""
    for node in all_nodes().values():
        yield node.title
        yield from _told(type(node))
        yield from _of_model(node.settings, seen)
    for action in all_actions().values():
        yield action.title
        yield from _told(type(action))
        yield from _of_model(action.settings, seen)
    yield from (written for event in EVENTS for written in (event.label, event.folder))
    yield from journey_populations.LABELS
    yield from _of_model(RunOptions, seen)


def _of_model(model: type[BaseModel], seen: set[type[BaseModel]]) -> Iterator[str]:
    if model in seen or model.__module__.startswith("engine.rules"):
        return
    seen.add(model)
    for name, field in model.model_fields.items():
        yield field.title or name.replace("_", " ").capitalize()
        yield field.description or ""
        yield from _of_type(field.annotation, seen)


def _of_type(annotation: Any, seen: set[type[BaseModel]]) -> Iterator[str]:
    origin = get_origin(annotation)
    if origin is Literal:
        yield from (str(one).replace("-", " ").replace("_", " ").capitalize() for one in get_args(annotation))
    elif origin in {Annotated, Union, UnionType, tuple, list, dict}:
        for inner in get_args(annotation):
            yield from _of_type(inner, seen)
    elif isinstance(annotation, type) and issubclass(annotation, Enum):
        yield from (str(one.value).replace("-", " ").replace("_", " ").capitalize() for one in annotation)
    elif isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield from _of_model(annotation, seen)
