"""Which groups of a rule are folded. It is no part of the rule, and a group that was edited since is another one."""

from pydantic import JsonValue

from app.panel.editors.conditions.tree import INSIDE, Part, kind_of, walk


class Folds:
    """The folded groups, known by being the very same objects."""

    def __init__(self) -> None:
        self._parts: list[JsonValue] = []

    def __contains__(self, part: object) -> bool:
        return any(one is part for one in self._parts)

    def toggle(self, part: JsonValue) -> None:
        """Fold a group, or unfold it."""
        if part in self:
            self._parts = [one for one in self._parts if one is not part]
        else:
            self._parts.append(part)

    def fold_all(self, root: Part) -> None:
        """Fold all groups below the root."""
        groups = (part for at, part in walk(root) if at and at[-1] != INSIDE and kind_of(part) == "group")
        self._parts = list(groups)

    def clear(self) -> None:
        """Unfold all groups."""
        self._parts = []
