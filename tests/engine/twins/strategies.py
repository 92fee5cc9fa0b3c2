"""Generated rules and whole campaigns over the world of the twins."""

from dataclasses import dataclass
from typing import Any

from hypothesis import strategies as st

Drawn = st.SearchStrategy[dict[str, Any]]

TEXTS = st.sampled_from(["", "red", "blue", "Blue", "é'\"😀", "100%_\\", "'; drop table people; --"])
NUMBERS = st.integers(-3, 5)
DAYS = st.sampled_from(["2025-10-01", "2025-09-30", "1990-10-01", "1996-02-29", "2025-08-15"])
ORDERED = ["equal", "not-equal", "less", "less-or-equal", "greater", "greater-or-equal"]
UNITS = st.sampled_from(["day", "week", "month", "year"])


def _leaf(attribute: str, operators: list[str], **rights: st.SearchStrategy[Any]) -> Drawn:
    return st.fixed_dictionaries(
        {"kind": st.just("condition"), "attribute": st.just(attribute), "operator": st.sampled_from(operators)}
        | {"include_empty": st.booleans()}
        | rights
    )


def text(attribute: str) -> Drawn:
    """Conditions on a text."""
    words = st.sampled_from(["", "r", "bl", "B", "e", "%", "_", "\\", "é'", "100%"])
    patterns = st.sampled_from(["%", "b%e", "%e%", "_lue", "100\\%%", "red", "", "%😀", "re%d%"])
    return (
        _leaf(attribute, ["equal", "not-equal"], value=TEXTS, ignore_case=st.booleans())
        | _leaf(attribute, ["starts-with", "not-starts-with", "contains", "not-contains"], value=words)
        | _leaf(attribute, ["like", "not-like"], value=patterns, ignore_case=st.booleans())
        | _leaf(attribute, ["in", "not-in"], values=st.lists(TEXTS, min_size=1, max_size=3), ignore_case=st.booleans())
        | _leaf(attribute, ["empty", "not-empty"])
    )


def number(attribute: str) -> Drawn:
    """Conditions on a number."""
    return (
        _leaf(attribute, ORDERED, value=NUMBERS | st.sampled_from([10, 25, 0.5]))
        | _leaf(attribute, ["in", "not-in"], values=st.lists(NUMBERS, min_size=1, max_size=3))
        | _leaf(attribute, ["between"], values=st.lists(NUMBERS, min_size=2, max_size=2))
        | _leaf(attribute, ["empty", "not-empty"])
    )


def moment(attribute: str) -> Drawn:
    """Conditions on a date."""
    relative = st.fixed_dictionaries({"count": st.integers(0, 40), "unit": UNITS, "ahead": st.booleans()})
    preset = st.sampled_from(["today", "yesterday", "tomorrow", "this", "previous", "coming", "last", "next"])
    period = st.fixed_dictionaries({"preset": preset, "unit": UNITS, "count": st.integers(1, 40)})
    return (
        _leaf(attribute, ORDERED, value=DAYS)
        | _leaf(attribute, ORDERED, relative=relative)
        | _leaf(attribute, ["within", "not-within"], period=period)
        | _leaf(attribute, ["in", "not-in"], values=st.lists(DAYS, min_size=1, max_size=3))
        | _leaf(attribute, ["between"], values=st.lists(DAYS, min_size=2, max_size=2))
        | _leaf(attribute, ["empty", "not-empty", "anniversary"])
    )


def _exists(link: str, inner: Drawn) -> Drawn:
    return st.fixed_dictionaries(
        {"kind": st.just("exists"), "link": st.just(link), "negated": st.booleans()}, optional={"rule": inner}
    )


def _aggregate(path: str, functions: list[str], inner: Drawn) -> Drawn:
    fixed: dict[str, st.SearchStrategy[Any]] = {
        "kind": st.just("aggregate"),
        "attribute": st.just(path),
        "function": st.sampled_from(functions),
        "operator": st.sampled_from([*ORDERED, "empty", "not-empty"]),
        "value": st.integers(0, 30),
    }
    return st.fixed_dictionaries(fixed, optional={"rule": inner})


def _grouped(leaves: Drawn) -> Drawn:
    return st.recursive(
        leaves,
        lambda inner: st.fixed_dictionaries(
            {
                "kind": st.just("group"),
                "operator": st.sampled_from(["and", "or", "except"]),
                "items": st.lists(inner, min_size=1, max_size=3),
            }
        ),
        max_leaves=5,
    )


_OF_ORDERS = number("amount") | moment("day") | text("buyer/team") | text("buyer/boss/team")
_OF_SEATS = text("colour") | number("hall") | number("holder/score")
RULES: dict[str, Drawn] = {
    "orders": _grouped(_OF_ORDERS | _exists("buyer", number("score")) | _exists("buyer/orders", number("amount"))),
    "seats": _grouped(_OF_SEATS | _aggregate("holder/orders", ["count"], number("amount"))),
    "people": _grouped(
        text("team")
        | number("score")
        | moment("born")
        | number("boss/score")
        | _exists("orders", _grouped(_OF_ORDERS))
        | _exists("seats", _OF_SEATS)
        | _exists("team_of", number("score") | _exists("orders", number("amount")) | _exists("team_of", text("team")))
        | _exists("orders/buyer/seats", _OF_SEATS)
        | _aggregate("orders/amount", ["sum", "average", "min", "max", "count", "count-distinct"], _OF_ORDERS)
        | _aggregate("orders", ["count"], _OF_ORDERS)
        | _aggregate("team_of/score", ["max", "sum"], text("team"))
    ),
}
RULES["people-by-mail"] = RULES["people"]
FIELDS = {"people": ["team", "score", "mail"], "orders": ["amount", "person"], "seats": ["colour", "hall", "person"]}
FIELDS["people-by-mail"] = FIELDS["people"]
SORTS = {"people": "score", "people-by-mail": "score", "orders": "amount", "seats": "person"}
FILTERS = {"people": number("score") | text("team"), "orders": number("amount"), "seats": text("colour")}
FILTERS["people-by-mail"] = FILTERS["people"]


REDUCED = ["sum", "count", "count-distinct", "average", "min", "max"]
ALONG = {"people": "boss/score", "people-by-mail": "boss/team", "orders": "buyer/mail", "seats": "holder/score"}
"""Dimension to an attribute of a linked record."""
WAYS = {
    ("people", "people"): ["boss", "team_of", "boss/team_of"],
    ("orders", "people"): ["buyer/boss"],
    ("people", "orders"): ["team_of/orders"],
}
"""From one table to another: ways that are not the nearest."""


def nobody(dimension: str) -> dict[str, Any]:
    """A rule that no record matches."""
    name = FIELDS[dimension][0]
    empty = {"kind": "condition", "attribute": name, "operator": "empty"}
    return {"kind": "group", "operator": "and", "items": [empty, empty | {"operator": "not-empty"}]}


@dataclass
class Output:
    """An output that nothing is connected to yet; `dimension` is None for the lines of a file."""

    node: str
    port: str
    dimension: str | None
    origin: str | None = None


class Builder:
    """Adds nodes one by one, each fed by outputs that are still open."""

    def __init__(self, draw: Any) -> None:
        self.draw = draw
        self.nodes: list[dict[str, Any]] = []
        self.arrows: list[dict[str, Any]] = []
        self.open: list[Output] = []

    def add(self, kind: str, settings: dict[str, Any], inputs: list[Output], ports: list[str], out: str | None) -> None:
        name = f"n{len(self.nodes)}"
        for one in inputs:
            self.open.remove(one)
            self.arrows.append({"id": f"t{len(self.arrows)}", "from": one.node, "port": one.port, "to": name})
        self.nodes.append({"id": name, "type": kind, "settings": settings})
        keeps = kind not in {"combine", "reconciliation"}
        origin = inputs[0].origin if inputs and keeps else None
        if kind == "change-dimension":
            origin = inputs[0].dimension
        self.open += [Output(name, port, out, origin) for port in ports]

    def next_arrows(self, count: int) -> list[str]:
        """The ids that the next arrows will have, for settings that name them."""
        return [f"t{len(self.arrows) + place}" for place in range(count)]

    def source(self) -> None:
        draw = self.draw
        kinds = ["build-audience", "build-audience", "incremental-query", "read-audience", "load-file"]
        kind = draw(st.sampled_from(kinds))
        dimension = draw(st.sampled_from(["people", "people", "orders", "seats", "people-by-mail"]))
        rule = draw(st.none() | RULES[dimension] | st.just(nobody(dimension)))
        match kind:
            case "load-file":
                self.add(kind, {"path": "FILE"}, [], ["result"], None)
            case "read-audience":
                dimension = draw(st.sampled_from(["people", "people-by-mail"]))
                label = draw(st.sampled_from(["Saved by id", "Saved by mail"]))
                picks = [{"attribute": "team", "alias": "was"}, {"attribute": "boss/score", "alias": "over"}]
                settings = {"dimension": dimension, "audience": label, "attributes": picks}
                self.add(kind, settings, [], ["result"], dimension)
            case _:
                more = {"emit_when_empty": draw(st.booleans())} if kind == "build-audience" else {}
                self.add(kind, {"dimension": dimension, "rule": rule} | more, [], ["result"], dimension)

    def step(self) -> None:
        draw = self.draw
        one = draw(st.sampled_from(self.open))
        partners = [other for other in self.open if other is not one and other.dimension == one.dimension]
        kinds = ["fork", "wait", "alert", "test"]
        if one.dimension is not None:
            often = ["deduplication", "split", "change-dimension", "enrichment", "message"]
            kinds += [*often, *often, "split", "save-audience"]
        else:
            kinds = ["fork", "reconciliation", "reconciliation", "by-file-columns"]
        if partners and one.dimension is not None:
            kinds += ["combine", "combine", "combine", "and-join"]
        getattr(self, "_" + draw(st.sampled_from(kinds)).replace("-", "_"))(one, partners)

    def _fork(self, one: Output, _partners: list[Output]) -> None:
        count = self.draw(st.integers(2, 3))
        ports = [f"branch:{place}" for place in range(1, count + 1)]
        self.add("fork", {"transitions": [{}] * count}, [one], ports, one.dimension)

    def _wait(self, one: Output, _partners: list[Output]) -> None:
        self.add("wait", {"amount": 3, "unit": "hour"}, [one], ["result"], one.dimension)

    def _alert(self, one: Output, _partners: list[Output]) -> None:
        self.add("alert", {"alert_title": "Look", "message": "Here"}, [one], ["result"], one.dimension)

    def _save_audience(self, one: Output, _partners: list[Output]) -> None:
        settings = {"label": f"New {len(self.nodes)}", "outbound": self.draw(st.booleans())}
        self.add("save-audience", settings, [one], ["result"] if settings["outbound"] else [], one.dimension)

    def _test(self, one: Output, _partners: list[Output]) -> None:
        draw = self.draw
        condition = st.fixed_dictionaries(
            {"operator": st.sampled_from(ORDERED), "value": st.sampled_from([0, 1, 10, 40])}
        )
        conditions = draw(st.lists(condition, min_size=1, max_size=3))
        settings = {"conditions": conditions, "default_branch": draw(st.booleans())}
        ports = [f"condition:{place}" for place in range(1, len(conditions) + 1)]
        ports += ["default"] if settings["default_branch"] else []
        self.add("test", settings, [one], ports, one.dimension)

    def _deduplication(self, one: Output, _partners: list[Output]) -> None:
        draw = self.draw
        dimension = one.dimension or ""
        choices: dict[str, dict[str, Any]] = {
            "random": {},
            "expression": {"expression": f"@{SORTS[dimension]} * 2", "descending": draw(st.booleans())},
            "non-empty": {"non_empty": draw(st.lists(st.sampled_from(FIELDS[dimension]), min_size=1, unique=True))},
            "values": {"expression": f"@{FIELDS[dimension][0]}", "preferred": ["blue", "red", ""]},
        }
        kinds = ["random", "expression", "non-empty", *(["values"] if dimension != "orders" else [])]
        method = draw(st.sampled_from(kinds))
        settings = choices[method] | {
            "fields": draw(st.lists(st.sampled_from(FIELDS[dimension]), min_size=1, max_size=2, unique=True)),
            "method": method,
            "keep": draw(st.integers(0, 3)),
            "complement": draw(st.booleans()),
            "ignore_case_and_spaces": draw(st.booleans()),
        }
        ports = ["result", *(["complement"] if settings["complement"] else [])]
        self.add("deduplication", settings, [one], ports, dimension)

    def _split(self, one: Output, _partners: list[Output]) -> None:
        draw = self.draw
        dimension = one.dimension or ""
        limit = st.fixed_dictionaries({"kind": st.just("number"), "value": st.integers(0, 30)}) | st.fixed_dictionaries(
            {"kind": st.just("percent"), "value": st.sampled_from([0, 1, 12.5, 33, 50])}
        )
        sort = st.fixed_dictionaries({"attribute": st.just(SORTS[dimension]), "descending": st.booleans()})
        subset = st.fixed_dictionaries(
            {"filter": st.none() | FILTERS[dimension], "limit": st.none() | limit, "sort": st.none() | sort,
             "label": st.sampled_from(["", "Gold", "é'\"😀"])}
        )  # fmt: skip
        subsets = draw(st.lists(subset, min_size=1, max_size=2))
        settings = {"subsets": subsets, "overlap": draw(st.booleans()), "complement": draw(st.booleans()),
                    "same_table": draw(st.booleans())}  # fmt: skip
        if not settings["same_table"]:
            subsets[0]["skip_empty"] = draw(st.booleans())
        ports = ["result"] if settings["same_table"] else [f"subset:{place}" for place in range(1, len(subsets) + 1)]
        self.add("split", settings, [one], ports + (["complement"] if settings["complement"] else []), dimension)

    def _change_dimension(self, one: Output, _partners: list[Output]) -> None:
        draw = self.draw
        to = draw(st.sampled_from(["people", "orders", "seats"]))
        settings = {"dimension": to, "keep": draw(st.integers(0, 1)), "complement": draw(st.booleans())}
        ways = WAYS.get(((one.dimension or "").removesuffix("-by-mail"), to), [])
        if ways and draw(st.booleans()):
            settings["path"] = draw(st.sampled_from(ways))
        ports = ["result", *(["complement"] if settings["keep"] and settings["complement"] else [])]
        self.add("change-dimension", settings, [one], ports, to)

    def _enrichment(self, one: Output, partners: list[Output]) -> None:
        draw = self.draw
        dimension = one.dimension or ""
        place = len(self.nodes)
        field = FIELDS[dimension][0]
        settings: dict[str, Any] = {
            "attributes": [{"attribute": field, "alias": f"a{place}"},
                           {"attribute": ALONG[dimension], "alias": f"g{place}"},
                           {"expression": f"@{SORTS[dimension]} * 2", "alias": f"b{place}"}],
        }  # fmt: skip
        if dimension.startswith("people"):
            kept = draw(st.none() | number("amount"))
            sort = st.fixed_dictionaries({"attribute": st.just("amount"), "descending": st.booleans()})
            settings["aggregates"] = [
                {"attribute": "orders/amount", "function": function, "alias": f"c{function}{place}", "filter": kept}
                for function in draw(st.lists(st.sampled_from(REDUCED), min_size=1, max_size=2, unique=True))
            ]
            settings["collections"] = [
                {"link": "orders", "name": f"d{place}", "attributes": ["no", "amount"], "filter": kept}
                | {"lines": draw(st.integers(1, 3)), "sort": draw(st.none() | sort)}
            ]
        relation = st.sampled_from(["1", "0-1"])
        people = dimension.startswith("people")
        own = "owner" if dimension == "shelf" else "person"
        join = {"source": "score", "destination": "boss"} if people else {"source": own, "destination": "id"}
        picked = [{"attribute": "token" if people else own, "alias": f"e{place}"}]
        phone = [{"attribute": "phone", "alias": f"f{place}"}]
        settings["links"] = [{"table": "people", "relation": draw(relation), "joins": [join], "attributes": phone}]
        inputs = [one]
        if partners and draw(st.booleans()):
            inputs.append(partners[0])
            settings["primary_set"], theirs = self.next_arrows(2)
            pair = {"source": field, "destination": field}
            settings["links"].append({"set": theirs, "relation": draw(relation), "attributes": picked, "joins": [pair]})
        self.add("enrichment", settings, inputs, ["result"], dimension)

    def _combine(self, one: Output, partners: list[Output]) -> None:
        draw = self.draw
        inputs = [one, *partners[: draw(st.integers(1, 2))]]
        mode = draw(st.sampled_from(["union", "intersection", "exclusion"]))
        settings: dict[str, Any] = {"mode": mode, "complement": draw(st.booleans())}
        names = self.next_arrows(len(inputs))
        if mode == "exclusion" or draw(st.booleans()):
            settings["primary_set"] = draw(st.sampled_from(names))
        if mode == "exclusion" and len(inputs) == 2 and draw(st.booleans()):
            other = next(name for name in names if name != settings["primary_set"])
            field = FIELDS[one.dimension or ""][0]
            settings["exclusion_rules"] = [{"set": other, "pairs": [{"source": field, "target": field}]}]
        ports = ["result", *(["complement"] if settings["complement"] and mode != "union" else [])]
        self.add("combine", settings, inputs, ports, one.dimension)

    def _by_file_columns(self, one: Output, partners: list[Output]) -> None:
        if not partners:
            self._reconciliation(one, partners)
            return
        draw = self.draw
        names = self.next_arrows(2)
        settings = {"mode": draw(st.sampled_from(["union", "intersection"])), "reconcile": "columns",
                    "columns": draw(st.lists(st.sampled_from(["mail", "team"]), min_size=1, unique=True)),
                    "primary_set": names[0]}  # fmt: skip
        self.add("combine", settings, [one, partners[0]], ["result"], None)

    def _and_join(self, one: Output, partners: list[Output]) -> None:
        names = self.next_arrows(2)
        settings = {"primary_set": self.draw(st.sampled_from(names))}
        self.add("and-join", settings, [one, partners[0]], ["result"], one.dimension)

    def _message(self, one: Output, _partners: list[Output]) -> None:
        draw = self.draw
        dimension = one.dimension or ""
        channels = {"people": ["email", "sms", "push", "direct-mail"], "people-by-mail": ["email"], "orders": ["email"]}
        kind = draw(st.sampled_from(channels.get(dimension, ["sms"])))
        settings: dict[str, Any] = {"message_category": draw(st.sampled_from(["marketing", "transactional"]))}
        if kind == "direct-mail":
            settings["address"] = "team"
        if dimension == "seats":
            settings["address"] = "holder/phone"
        if kind == "email" and one.origin in {"people", "orders"} and draw(st.booleans()):
            settings |= {"per": "secondary", "secondary_dimension": one.origin}
        self.add(kind, settings, [one], ["result"], one.dimension)

    def _reconciliation(self, one: Output, _partners: list[Output]) -> None:
        draw = self.draw
        dimension = draw(st.sampled_from(["people", "seats"]))
        pairs = {"people": [["mail"], ["team"], ["mail", "team"]], "seats": [["colour"], ["colour", "seat"]]}[dimension]
        there = {"colour": "team", "seat": "mail"}
        ignore = draw(st.booleans())
        chosen = draw(st.sampled_from(pairs))
        settings = {
            "dimension": dimension,
            "pairs": [{"source": there.get(name, name), "destination": name, "ignore_case": ignore} for name in chosen],
            "rule": draw(st.none() | FILTERS[dimension]),
            "filter": draw(st.none() | FILTERS[dimension]),
            "keep_unreconciled": draw(st.booleans()),
            "one_row_per_match": draw(st.booleans()),
            "complement": draw(st.booleans()),
        }
        rest = settings["complement"] and not settings["keep_unreconciled"]
        self.add("reconciliation", settings, [one], ["result", *(["complement"] if rest else [])], dimension)


@st.composite
def campaigns(draw: Any) -> dict[str, Any]:
    """A campaign of several sources and steps, as JSON; "FILE" stands for the path of the file to load.

    Added columns have names of their own: the simulator knows columns by their rows, and a set of no rows has none.
    """
    builder = Builder(draw)
    for _ in range(draw(st.integers(1, 3))):
        builder.source()
    for _ in range(draw(st.integers(1, 6))):
        if builder.open:
            builder.step()
    return {"nodes": builder.nodes, "transitions": builder.arrows}
