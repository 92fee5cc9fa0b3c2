# ruff: noqa: E501 - queries and nodes are read in rows
"""The named graphs, each with the one query that an expert would write by hand for the same counts."""

from typing import Any

from engine.document.model import Document


def _aggregate(function: str, attribute: str, value: float) -> dict[str, Any]:
    return {
        "kind": "aggregate",
        "function": function,
        "attribute": attribute,
        "operator": "greater-or-equal",
        "value": value,
    }


def _node(name: str, type_id: str, **settings: Any) -> dict[str, Any]:
    return {"id": name, "type": type_id, "settings": settings}


def seven_steps(share: float = 10, label: str = "Control", total: str = "sum") -> Document:
    """Two audiences by aggregates, their intersection, a reached one taken out, a control group, and a total."""
    nodes = [
        _node("spenders", "build-audience", rule=_aggregate("sum", "orders/cents", 40000)),
        _node("frequent", "build-audience", rule=_aggregate("count", "orders", 5)),
        _node("both", "combine", mode="intersection"),
        _node(
            "city", "build-audience", rule={"kind": "condition", "attribute": "city", "operator": "less", "value": 20}
        ),
        _node("rest", "combine", mode="exclusion", primary_set="both"),
        _node(
            "control",
            "split",
            subsets=[{"label": label, "limit": {"kind": "percent", "value": share}}],
            complement=True,
        ),
        _node(
            "total",
            "enrichment",
            aggregates=[
                {"attribute": "orders/cents" if total == "sum" else "orders", "function": total, "alias": "spent"}
            ],
        ),
    ]
    arrows = ["spenders>both", "frequent>both", "both>rest", "city>rest", "rest>control", "control:complement>total"]
    return _document("seven-steps", nodes, arrows)


def thirty_nodes(share: float = 10) -> Document:
    """Eight audiences by different thresholds, forked and combined in pairs, each with a control group.

    `share` is that of the last control group, which is a leaf.
    """
    nodes: list[dict[str, Any]] = []
    arrows: list[str] = []
    for number in range(8):
        function, path = (("sum", "orders/cents"), ("count", "orders"), ("max", "orders/cents"))[number % 3]
        value = {"sum": 20000 + 5000 * number, "count": 3 + number, "max": 15000 + 400 * number}[function]
        nodes.append(_node(f"a{number}", "build-audience", rule=_aggregate(function, path, value)))
        nodes.append(_node(f"f{number}", "fork"))
        arrows.append(f"a{number}>f{number}")
    for number in range(0, 8, 2):
        for mode, branch in (("union", 1), ("intersection", 2)):
            name = f"{mode[0]}{number}"
            nodes.append(_node(name, "combine", mode=mode))
            arrows += [f"f{number}:branch:{branch}>{name}", f"f{number + 1}:branch:{branch}>{name}"]
        nodes.append(
            _node(
                f"s{number}",
                "split",
                subsets=[{"limit": {"kind": "percent", "value": share if number == 6 else 10}}],
                complement=True,
            )
        )
        arrows.append(f"i{number}>s{number}")
    nodes += [_node("all", "combine", mode="union"), _node("end", "end")]
    arrows += [f"u{number}>all" for number in range(0, 8, 2)] + ["all>end"]
    return _document("thirty-nodes", nodes, arrows)


def _document(name: str, nodes: list[dict[str, Any]], arrows: list[str]) -> Document:
    transitions: list[dict[str, Any]] = []
    for number, arrow in enumerate(arrows, start=1):
        start, target = arrow.split(">")
        source, _, port = start.partition(":")
        transitions.append({"id": f"t{number}", "from": source, "port": port or "result", "to": target})
    raw = {"id": name, "zone": "UTC", "as_of": "2025-10-01T09:00:00", "dimension": "profiles", "nodes": nodes}
    return Document.model_validate(raw | {"transitions": transitions})


SEVEN = """
WITH spend AS (SELECT customer, sum(cents) AS s, count(*) AS n FROM {orders} GROUP BY customer),
spenders AS (SELECT p.id FROM {profiles} p JOIN spend ON spend.customer = p.id WHERE s >= 40000),
frequent AS (SELECT p.id FROM {profiles} p JOIN spend ON spend.customer = p.id WHERE n >= 5),
both_ AS (SELECT id FROM spenders SEMI JOIN frequent USING (id)),
city AS (SELECT id FROM {profiles} WHERE city < 20),
rest AS (SELECT id FROM both_ ANTI JOIN city USING (id)),
drawn AS (SELECT id, row_number() OVER (ORDER BY md5('0|subset 1' || '|' || id::VARCHAR), id) AS r, count(*) OVER () AS c FROM rest),
kept AS (SELECT id FROM drawn WHERE r > floor(c * 10 / 100.0 + 0.5)),
total AS (SELECT kept.id, s FROM kept LEFT JOIN spend ON spend.customer = kept.id)
SELECT (SELECT count(*) FROM spenders), (SELECT count(*) FROM frequent), (SELECT count(*) FROM both_),
       (SELECT count(*) FROM city), (SELECT count(*) FROM rest), (SELECT count(*) FROM drawn) - (SELECT count(*) FROM kept),
       (SELECT count(*) FROM kept), (SELECT count(s) FROM total)
"""


def thirty() -> str:
    """The query for `thirty-nodes`: one pass over the orders, then set operations."""
    kinds = ("s", "n", "m")
    parts = [
        "spend AS (SELECT customer, sum(cents) AS s, count(*) AS n, max(cents) AS m FROM {orders} GROUP BY customer)"
    ]
    counts: list[str] = []
    for number in range(8):
        kind = kinds[number % 3]
        value = {"s": 20000 + 5000 * number, "n": 3 + number, "m": 15000 + 400 * number}[kind]
        parts.append(
            f"a{number} AS (SELECT p.id FROM {{profiles}} p JOIN spend ON spend.customer = p.id WHERE {kind} >= {value})"
        )
        counts.append(f"(SELECT count(*) FROM a{number})")
    for number in range(0, 8, 2):
        parts.append(f"u{number} AS (SELECT id FROM a{number} UNION SELECT id FROM a{number + 1})")
        parts.append(f"i{number} AS (SELECT id FROM a{number} SEMI JOIN a{number + 1} USING (id))")
        parts.append(
            f"s{number} AS (SELECT id, row_number() OVER (ORDER BY md5('0|subset 1' || '|' || id::VARCHAR), id) AS r,"
            f" count(*) OVER () AS c FROM i{number})"
        )
        counts += [f"(SELECT count(*) FROM u{number})", f"(SELECT count(*) FROM i{number})"]
        counts.append(f"(SELECT count(*) FROM s{number} WHERE r <= floor(c * 10 / 100.0 + 0.5))")
    parts.append("u AS (SELECT id FROM u0 UNION SELECT id FROM u2 UNION SELECT id FROM u4 UNION SELECT id FROM u6)")
    counts.append("(SELECT count(*) FROM u)")
    return f"WITH {', '.join(parts)} SELECT {', '.join(counts)}"
