"""What was read from the store and has not changed since. One process writes a workspace, so it can tell."""

import re
import threading
from collections import Counter
from collections.abc import Callable, Generator, Hashable, Sequence
from contextlib import contextmanager
from typing import Any, TypeVar

from sqlalchemy import Engine, event

T = TypeVar("T")
_WRITES = re.compile(r'\s*(?:INSERT\s+(?:OR\s+\w+\s+)?INTO|UPDATE|DELETE\s+FROM)\s+"?(\w+)', re.IGNORECASE)


class _Touched(threading.local):
    """The tables that each transaction which a thread has open has written to, the innermost last."""

    def __init__(self) -> None:
        self.open: list[set[str]] = []


class Remembered:
    """Values read from tables, each until one of its tables is written to."""

    def __init__(self, engine: Engine) -> None:
        self._touched = _Touched()
        self._lock = threading.Lock()
        self._changes: Counter[str] = Counter()
        self._known: dict[Hashable, tuple[tuple[int, ...], Any]] = {}
        event.listen(engine, "before_cursor_execute", self._watch)

    @contextmanager
    def transaction(self) -> Generator[None]:
        """What is written inside, and committed at its end, is there for all from then on; an error takes it back."""
        tables = set[str]()
        self._touched.open.append(tables)
        try:
            yield
            with self._lock:  # two threads that count up at once would count one change
                self._changes.update(tables)
        finally:
            self._touched.open.pop()

    def value(self, name: Hashable, tables: Sequence[str], read: Callable[[], T]) -> T:
        """What `read` gives, which must not be changed, from when it was last read if `tables` have not changed since.

        A thread that has written and not committed reads for itself.
        """
        # The state is noted first: what another thread commits while this one reads makes it read again.
        state = tuple(self._changes[table] for table in tables)
        if any(touched.intersection(tables) for touched in self._touched.open):
            return read()
        known = self._known.get(name)
        if known is not None and known[0] == state:
            found: T = known[1]
            return found
        value = read()
        self._known[name] = (state, value)
        return value

    def _watch(self, _connection: object, _cursor: object, statement: str, *_rest: object) -> None:
        found = _WRITES.match(statement)
        if found is not None and self._touched.open:
            self._touched.open[-1].add(found[1])
