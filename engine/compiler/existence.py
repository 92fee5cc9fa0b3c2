"""Records whose existence alone is asked for are looked up, not counted for every owner.

A reduction that nobody shares and that is only asked whether it has a value says EXISTS: then the database reads the
records of those owners who came so far, in place of grouping a whole collection first.
"""

from collections.abc import Iterator

from sqlglot import exp

from engine.compiler.sharing import is_reduction
from engine.contract import Query

_LEFT = "left"
_NO_QUERY_INSIDE = (
    exp.Filter, exp.AggFunc, exp.Window, exp.Qualify, exp.Having, exp.Group, exp.Order, exp.Join, exp.Select,
)  # fmt: skip


def looked_up(query: Query) -> Query:
    """The same query, with EXISTS where it only asks whether there are records."""
    changed = query.copy()
    # The innermost first, so that what is moved has been seen to.
    for select in reversed(list(changed.find_all(exp.Select))):
        for join in list(select.args.get("joins") or []):
            if is_reduction(join.this):
                _look_up(select, join)
    return changed


def _look_up(select: exp.Select, join: exp.Join) -> None:
    alias, records = join.this.alias, join.this.this
    asked = [found for found in select.find_all(exp.Column) if found.table == alias and join not in _above(found)]
    if not asked or not all(_is_plain_question(found, select) for found in asked):
        return
    inside = _records_of(records, join)
    if inside is None:
        return
    select.set("joins", [one for one in select.args["joins"] if one is not join])
    for found in asked:
        missing = found.parent
        assert missing is not None
        if inside.find(exp.Exists):
            inside = _of_those_left(inside, select, missing, join)
        if isinstance(missing.parent, exp.Not):
            missing.parent.replace(exp.Exists(this=inside.copy()))
        else:
            missing.replace(exp.Not(this=exp.Exists(this=inside.copy())))


def _is_plain_question(found: exp.Column, select: exp.Select) -> bool:
    """Whether a value is only asked to be there, where a query inside a query may stand."""
    if not isinstance(found.parent, exp.Is) or not isinstance(found.parent.expression, exp.Null):
        return False
    for above in _above(found):
        if above is select:
            return True
        if isinstance(above, _NO_QUERY_INSIDE):
            return False
    return False


def _above(node: exp.Expr) -> Iterator[exp.Expr]:
    above = node.parent
    while above is not None:
        yield above
        above = above.parent


def _records_of(reduction: exp.Expr, join: exp.Join) -> exp.Select | None:
    """The records of one owner; None where they are more than counted, or where names would mean something else."""
    if not isinstance(reduction, exp.Select):
        return None
    *owners, value = reduction.expressions
    counted = value.this
    joins: list[exp.Join] = reduction.args.get("joins") or []
    tables: list[exp.Expr] = [reduction.args["from_"].this, *(one.this for one in joins)]
    crossed = any(one.args.get("kind") == "CROSS" for one in joins)
    if not isinstance(counted, exp.Count) or not isinstance(counted.this, exp.Star) or crossed:
        return None
    equal = dict(_pairs(join))
    here = {one.alias_or_name for one in tables}
    if any(found.table in here for key in equal.values() for found in key.find_all(exp.Column)):
        return None
    inside = reduction.copy()
    inside.set("group", None)
    inside.set("expressions", [exp.Literal.number(1)])
    return inside.where(*(owner.this.copy().eq(equal[owner.alias].copy()) for owner in owners), copy=False)


def _of_those_left(inside: exp.Select, select: exp.Select, question: exp.Expr, join: exp.Join) -> exp.Select:
    """The records of those owners only whom the other conditions beside a question let through.

    Nobody else's answer matters, and what is asked of each record in turn is then asked of few.
    """
    source: exp.Expr = select.args["from_"].this
    where: exp.Expr | None = select.args.get("where")
    if where is None or not isinstance(source, exp.Table):
        return inside
    terms = _terms(where.this)
    beside = [term for term in terms if not _within(question, term) and _is_about(term, source.alias)]
    owners = dict(_pairs(join))
    mine = all(_is_about(key, source.alias) for key in owners.values())
    if not beside or not mine or not any(_within(question, term) for term in terms):
        return inside
    found = {owner.alias: owner.this for owner in join.this.this.expressions[:-1]}
    left = exp.select(exp.Literal.number(1)).from_(exp.alias_(source.copy(), _LEFT, table=True, quoted=True))
    left = left.where(*(_moved(key, source.alias).eq(found[name].copy()) for name, key in owners.items()))
    return inside.copy().where(exp.Exists(this=left.where(*(_moved(term, source.alias) for term in beside))))


def _terms(condition: exp.Expr) -> list[exp.Expr]:
    """The conditions that must all hold."""
    bare = condition.unnest()
    return [one for part in bare.flatten() for one in _terms(part)] if isinstance(bare, exp.And) else [condition]


def _within(node: exp.Expr, term: exp.Expr) -> bool:
    return node is term or any(above is term for above in _above(node))


def _is_about(term: exp.Expr, alias: str) -> bool:
    """Whether a condition reads columns of one table alone."""
    return not term.find(*_NO_QUERY_INSIDE) and {found.table for found in term.find_all(exp.Column)} == {alias}


def _moved(term: exp.Expr, alias: str) -> exp.Expr:
    moved = term.copy()
    for found in moved.find_all(exp.Column):
        if found.table == alias:
            found.set("table", exp.to_identifier(_LEFT, quoted=True))
    return moved


def _pairs(join: exp.Join) -> Iterator[tuple[str, exp.Expr]]:
    """The name of each part of the owner, and what it is compared with."""
    on = join.args["on"]
    for one in on.flatten() if isinstance(on, exp.And) else [on]:
        yield one.this.name, one.expression
