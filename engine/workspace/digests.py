"""The digests of stored tables that were made lately, so that large ones are not read for it again."""

from collections import OrderedDict
from collections.abc import Callable

Columns = tuple[str, ...]
MOST_DIGESTS = 500


class Digests:
    """The rows and the digest of stored tables by name and columns: what has a name never changes."""

    def __init__(self) -> None:
        self._known: OrderedDict[tuple[str, Columns], tuple[int, str]] = OrderedDict()

    def get(self, physical: str, columns: Columns, make: Callable[[], tuple[int, str]]) -> tuple[int, str]:
        """How many rows, and their digest, made if they are not known; the ones made longest ago are forgotten."""
        key = (physical, columns)
        found = self._known.get(key)
        if found is None:
            found = self._known[key] = make()
            while len(self._known) > MOST_DIGESTS:
                self._known.popitem(last=False)
        return found
