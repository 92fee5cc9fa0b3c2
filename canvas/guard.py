"""Painting that fails must not take the program along: Qt cannot carry an exception, and crashes over it.

Whatever a model or a style raises while something is painted goes to `sys.excepthook` as an unexpected error does
anywhere else, once for each place in the code; the rest of the picture is painted.
"""

import sys
from collections.abc import Callable
from traceback import extract_tb
from typing import Concatenate, ParamSpec, TypeVar

_Self = TypeVar("_Self")
_Rest = ParamSpec("_Rest")

_reported: set[tuple[type[Exception], str, int]] = set()


def painting(
    method: Callable[Concatenate[_Self, _Rest], None],
) -> Callable[Concatenate[_Self, _Rest], None]:
    """Let a method that Qt calls to paint report what it raises instead of raising it."""

    def guarded(self: _Self, /, *args: _Rest.args, **kwargs: _Rest.kwargs) -> None:
        try:
            method(self, *args, **kwargs)
        except Exception as error:  # noqa: BLE001  # all of them: none may reach Qt
            _report(error)

    return guarded


def _report(error: Exception) -> None:
    place = extract_tb(error.__traceback__)[-1]
    key = (type(error), place.filename, place.lineno or 0)
    if key not in _reported:
        _reported.add(key)
        sys.excepthook(type(error), error, error.__traceback__)
