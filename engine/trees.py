"""Statements written as SQL with gaps, as trees: the text is a constant of the program, the gaps are filled by trees.

`$name` stands for a term, a table called `name` that is filled for a relation. Nothing that a user typed is ever part
of the text; it enters as a literal, or as the tree that a condition was compiled to.
"""

import re
from collections.abc import Mapping
from functools import cache

from sqlglot import exp, parse_one

DIALECT = "duckdb"
Part = exp.Expr
_GAP = re.compile(r"\$([a-z_]+)")
_MARK = "__gap_"


@cache
def _parsed(text: str) -> exp.Expr:
    # Gaps are read as columns of a name that nothing else has: a dollar sign may also begin a text in this dialect.
    return parse_one(_GAP.sub(rf"{_MARK}\1", text), dialect=DIALECT)


def tree(text: str, **parts: Part) -> exp.Expr:
    """The tree of `text` with its gaps filled. Errors: KeyError for a term without a part."""
    return _filled(_parsed(text).copy(), parts)


def query(text: str, **parts: Part) -> exp.Select:
    """The same for a SELECT."""
    found = tree(text, **parts)
    assert isinstance(found, exp.Select)
    return found


def join(text: str, **parts: Part) -> exp.Join:
    """The one join of "LEFT JOIN … ON …", to be added to another statement."""
    return query(f"SELECT 1 FROM nothing {text}", **parts).args["joins"][0].pop()  # type: ignore[no-any-return]


def _filled(root: exp.Expr, parts: Mapping[str, Part]) -> exp.Expr:
    gaps = [one for one in root.find_all(exp.Column) if one.name.startswith(_MARK)]
    for gap in gaps:
        part = parts[gap.name.removeprefix(_MARK)].copy()
        if gap is root:
            return part
        gap.replace(part if isinstance(part, _ATOMS) else exp.Paren(this=part))
    for table in list(root.find_all(exp.Table)):
        if table.name in parts and not table.args.get("db"):
            table.replace(_standing(parts[table.name].copy(), table.alias))
    return root


_ATOMS = (exp.Column, exp.Literal, exp.Paren, exp.Func, exp.Null, exp.Boolean, exp.Star, exp.DataType, exp.Identifier)


def _standing(part: exp.Expr, alias: str) -> exp.Expr:
    if isinstance(part, exp.Query):
        return part.subquery(alias or "q", copy=False)
    if alias and isinstance(part, exp.Table):
        part.set("alias", exp.TableAlias(this=exp.to_identifier(alias)))
    return part


def col(alias: str, name: str) -> exp.Column:
    """A quoted column."""
    return exp.column(name, table=alias, quoted=True)


def text(value: str) -> exp.Literal:
    """A text literal."""
    return exp.Literal.string(value)


def number(value: int) -> exp.Expr:
    """A whole number."""
    return exp.Literal.number(value) if value >= 0 else exp.Neg(this=exp.Literal.number(-value))


def union(queries: "list[exp.Select]") -> exp.Query:
    """All rows of several queries of one shape."""
    first, *rest = queries
    found: exp.Query = first
    for one in rest:
        found = exp.union(found, one, distinct=False, copy=False)
    return found


def all_of(terms: "list[exp.Expr]") -> exp.Expr:
    """All hold; true when there is none."""
    return exp.and_(*(exp.Paren(this=one) for one in terms), copy=False) if terms else exp.true()


def any_of(terms: "list[exp.Expr]") -> exp.Expr:
    """One holds; false when there is none."""
    return exp.Paren(this=exp.or_(*(exp.Paren(this=one) for one in terms), copy=False)) if terms else exp.false()


def sure(term: exp.Expr) -> exp.Expr:
    """A condition that is false where it cannot be decided."""
    return exp.Coalesce(this=exp.Paren(this=term), expressions=[exp.false()])


def negated(term: exp.Expr) -> exp.Expr:
    """NOT of a condition that is always decided."""
    return exp.Not(this=exp.Paren(this=term))
