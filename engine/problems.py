"""What can go wrong, told as values: a code, what, why, how to mend it, and where.

Checking collects problems and never raises; code that must stop raises an EngineError, which carries exactly one.
"""

import dataclasses
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from engine.texts import sentences


class Severity(StrEnum):
    """An error blocks the node and what follows it; a warning only informs."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that a user can understand and mend.

    `code` is permanent and kebab-case; `check` names the line of the validation catalogue (V01 to V30) where there
    is one. `field` is the path of the setting to point at ("rule.items[2].value"), `position` the character in it.
    The texts are constants, or made by `say` (see engine.texts), so that a window can say them in its own language;
    `values` holds what a program may want to know of them, such as the name that is unknown.
    """

    code: str
    what: str
    why: str = ""
    fix: str = ""
    severity: Severity = Severity.ERROR
    node: str | None = None
    field: str | None = None
    position: int | None = None
    check: str | None = None
    values: Mapping[str, str | int] = dataclasses.field(default_factory=dict[str, str | int])

    @property
    def is_error(self) -> bool:
        return self.severity is Severity.ERROR

    def at(self, *, node: str | None = None, field: str | None = None) -> "Problem":
        """The same problem at a more precise place: `field` is put before the path that is already there."""
        inner = self.field
        path = f"{field}.{inner}" if field and inner and not inner.startswith("[") else (field or "") + (inner or "")
        return dataclasses.replace(self, node=node or self.node, field=path or None)

    @property
    def text(self) -> str:
        """What, why and how to mend it, one after the other."""
        return sentences(self.what, self.why, self.fix)

    def __str__(self) -> str:
        return str(self.text)


def field_path(location: Iterable[int | str]) -> str:
    """A location as users and panels name it: "subsets[1].limit.value"."""
    path = ""
    for part in location:
        if isinstance(part, int):
            path += f"[{part}]"
        else:
            path += f".{part}" if path else part
    return path


class EngineError(Exception):
    """Work cannot go on, for a reason that a user can understand."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(str(problem))
        self.problem = problem


class Cancelled(Exception):  # noqa: N818 - a user's wish, not an error
    """The work was cancelled on request; nothing of it is visible."""
