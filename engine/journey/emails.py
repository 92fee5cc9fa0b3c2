"""E-mail addresses: what a valid one looks like, here and in queries."""

import re

from sqlglot import exp

from engine.trees import text, tree

_FORM = r"[^@\s]+@[A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?(\.[A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?)+"


def is_address(written: str) -> bool:
    """Whether a text has the form of an address."""
    return re.fullmatch(_FORM, written.strip()) is not None


def is_address_tree(address: exp.Expr) -> exp.Expr:
    """The same in a query."""
    return tree("REGEXP_FULL_MATCH(TRIM($address), $form)", address=address, form=text(_FORM))


def missing_tree(address: exp.Expr) -> exp.Expr:
    """Whether there is no address."""
    return tree("COALESCE(TRIM($address), '') = ''", address=address)
