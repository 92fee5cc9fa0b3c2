"""The identity of a population: what it would contain, not how the node that shows it is called or where it stands.

A population is one statement over stored tables whose names never mean something else again: a table's version, an
audience's snapshot, a file's content, the population of an earlier step. Clock, seed, variables and settings stand in
the statement as literals, each only where it decides something. So the statement itself is the identity, and hashing it
can forget nothing. A label, a position or an unused variable cannot change it; undo brings the old one back.
"""

import hashlib
from typing import NewType

from sqlglot import exp

SqlText = NewType("SqlText", str)
"""The text of a query tree. Nobody but `text_of` makes one, so that nothing else is ever run as a query."""

SEMANTICS = 1
"""Raised when the same statement would mean something else: a new meaning of the compiler or of the database."""

_LENGTH = 24


def text_of(query: exp.Expr) -> SqlText:
    """The statement as the database is given it. Writing it takes longer than many a small count, so it is kept."""
    return SqlText(query.sql(dialect="duckdb"))


def fingerprint(query: exp.Expr) -> str:
    """A hexadecimal digest of a statement; equal statements have equal digests in every process and on any machine."""
    return digest(text_of(query))


def digest(text: SqlText) -> str:
    """The fingerprint of a statement whose text is known."""
    return hashlib.md5(f"{SEMANTICS}\n{text}".encode(), usedforsecurity=False).hexdigest()[:_LENGTH]
