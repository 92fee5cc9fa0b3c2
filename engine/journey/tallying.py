"""A run's counts, added up once by instant, so that those of any moment are a sum over few rows.

Shape of a tally: one row per `kind`, `rank`, `name` and instant `at`, with `tokens`, `units` (of those the ones that
had not been counted here before), `people` and the microseconds `spent`. What the kinds are:

    left     tokens that left a node by an output (`name`)        came      tokens that came to a node
    gone     tokens that left the journey at a node, by reason     path      people on a path of a group
    done     what came of an action, by outcome                    excluded  accounts that were left out
    entered  tokens of a journey (`rank`)                          ended     tokens that ended, by reason
"""

from sqlglot import exp

from engine.trees import query, tree, union


def tally_query(tables: "dict[str, exp.Table]", *, again: bool) -> exp.Query:
    """The tally of the stored tables of a run. With `again`, somebody may have come to a node more than once."""
    crossings, people = tables["crossings"], tables["people"]
    parts = [
        query(
            "SELECT 'left' AS kind, c.rank, c.port AS name, c.at_out AS at, COUNT(*) AS tokens,"
            " COUNT(*) FILTER (WHERE c.fresh) AS units, SUM(c.people) AS people, 0 AS spent FROM c AS c"
            " GROUP BY c.rank, c.port, c.at_out",
            c=_marked(crossings, "rank, port, unit", "at_out", "port IS NOT NULL AND reason IS NULL", again),
        ),
        query(
            "SELECT 'gone' AS kind, c.rank, c.reason AS name, c.at_out AS at, COUNT(*) AS tokens, 0 AS units,"
            " 0 AS people, 0 AS spent FROM c AS c WHERE NOT c.reason IS NULL GROUP BY c.rank, c.reason, c.at_out",
            c=crossings,
        ),
        query(
            "SELECT 'came' AS kind, c.rank, '' AS name, c.at, COUNT(*) AS tokens,"
            " COUNT(*) FILTER (WHERE c.fresh) AS units, 0 AS people, 0 AS spent FROM c AS c GROUP BY c.rank, c.at",
            c=_marked(crossings, "rank, unit", "at", "TRUE", again),
        ),
        query(
            "SELECT 'path' AS kind, p.rank, p.port AS name, p.at, COUNT(*) FILTER (WHERE p.lone) AS tokens,"
            " COUNT(*) FILTER (WHERE p.fresh) AS units, COUNT(*) AS people, 0 AS spent FROM p AS p"
            " GROUP BY p.rank, p.port, p.at",
            p=query(
                "SELECT q.*, ROW_NUMBER() OVER (PARTITION BY q.rank, q.port, q.token ORDER BY q.at, q.person) = 1"
                " AS lone, ROW_NUMBER() OVER (PARTITION BY q.rank, q.port, q.unit ORDER BY q.at, q.token, q.person) = 1"
                " AS fresh FROM people AS q",
                people=people,
            ),
        ),
        query(
            "SELECT 'done' AS kind, a.rank, a.outcome AS name, a.at, COUNT(*) AS tokens, 0 AS units, 0 AS people,"
            " 0 AS spent FROM a AS a GROUP BY a.rank, a.outcome, a.at",
            a=tables["acts"],
        ),
        query(
            "SELECT 'entered' AS kind, t.journey AS rank, '' AS name, t.entered AS at, COUNT(*) AS tokens, 0 AS units,"
            " 0 AS people, 0 AS spent FROM t AS t GROUP BY t.journey, t.entered",
            t=tables["tokens"],
        ),
        query(
            "SELECT 'ended' AS kind, t.journey AS rank, t.reason AS name, t.exited AS at, COUNT(*) AS tokens,"
            " 0 AS units, 0 AS people, SUM(CAST(t.exited - t.entered AS HUGEINT)) AS spent FROM t AS t"
            " WHERE NOT t.exited IS NULL GROUP BY t.journey, t.reason, t.exited",
            t=tables["tokens"],
        ),
        query(
            "SELECT 'excluded' AS kind, 0 AS rank, '' AS name, e.at, COUNT(*) AS tokens, 0 AS units, 0 AS people,"
            " 0 AS spent FROM e AS e GROUP BY e.at",
            e=tables["excluded"],
        ),
    ]  # fmt: skip
    return union(parts)


def _marked(crossings: exp.Table, whose: str, when: str, where: str, again: bool) -> exp.Select:
    """The crossings that meet a condition, with `fresh`: whether it is the first of its kind."""
    fresh: exp.Expr = exp.true()
    if again:
        by = [exp.column(name.strip(), table="q") for name in whose.split(",")]
        order = [exp.Ordered(this=exp.column(name, table="q")) for name in (when, "token")]
        turn = exp.Window(this=exp.RowNumber(), partition_by=by, order=exp.Order(expressions=order))
        fresh = exp.EQ(this=turn, expression=exp.Literal.number(1))
    return query("SELECT q.*, $fresh AS fresh FROM c AS q WHERE $where", c=crossings, fresh=fresh, where=tree(where))


def sums_query(tally: exp.Table, until: exp.Expr) -> exp.Select:
    """The sums up to an instant. Shape: `kind`, `rank`, `name`, `tokens`, `units`, `people`, `spent`."""
    return query(
        "SELECT t.kind, t.rank, t.name, SUM(t.tokens) AS tokens, SUM(t.units) AS units, SUM(t.people) AS people,"
        " SUM(t.spent) AS spent FROM t AS t WHERE t.at <= $until GROUP BY t.kind, t.rank, t.name"
        " ORDER BY t.kind, t.rank, t.name",
        t=tally, until=until,
    )  # fmt: skip
