"""Finds every action of journeys: one module, one class. Nothing is listed by hand."""

import importlib
import pkgutil
from collections.abc import Iterator, Mapping
from functools import cache
from types import ModuleType
from typing import Any

from engine.journey import actions
from engine.journey.contract import Action

AnyAction = Action[Any]


@cache
def all_actions() -> Mapping[str, AnyAction]:
    """Type id to the action, sorted by id."""
    return by_id(classes_in(actions, Action))


def classes_in(package: ModuleType, base: type[Any]) -> Iterator[type[Any]]:
    """The classes with a type id in the modules of a package."""
    for module in pkgutil.iter_modules(package.__path__):
        for value in vars(importlib.import_module(f"{package.__name__}.{module.name}")).values():
            if isinstance(value, type) and issubclass(value, base) and "type_id" in value.__dict__:
                yield value


def by_id(classes: Iterator[type[Any]]) -> dict[str, Any]:
    """One instance of each, sorted by id. Errors: TypeError when two share an id."""
    found: dict[str, Any] = {}
    for kind in classes:
        if type(found.setdefault(kind.type_id, kind())) is not kind:
            raise TypeError(f"two classes are called {kind.type_id!r}")
    return dict(sorted(found.items()))
