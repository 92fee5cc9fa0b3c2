"""Generated graphs of any size, the same for the same numbers: layers of nodes with 1.3 transitions each."""

from random import Random

from canvas.demo.types import TYPES
from canvas.views import (
    Badge,
    Count,
    CountState,
    EdgeView,
    NodeView,
    PartView,
    PortRef,
    PortView,
    RunState,
    Severity,
    Status,
)

_BY_ID = {entry.id: entry for entry in TYPES}
_SUMMARIES = {
    "read": ("Customers, 48 columns", "Refreshed this morning"),
    "query": ("Bought in the last 90 days", "and accepts e-mail"),
    "filter": ("Country is France", "or country is Belgium"),
    "split": ("3 ways by loyalty tier",),
    "test": ("More than 1,000 rows?",),
    "union": ("Keep duplicates",),
    "join": ("On customer number",),
    "enrich": ("12 columns from Households",),
    "wait": ("2 days, then 9:00",),
    "mail": ("Template: Spring offer", "From: hello@example.org"),
    "export": ("spring-offer.csv",),
    "end": (),
}  # fmt: skip
COLUMN, ROW = 408.0, 120.0


def graph(count: int, seed: int = 1, rows: int = 0) -> list[PartView]:
    """`count` nodes in layers, and about 1.3 transitions a node, all leading to the right."""
    random = Random(seed)
    height = rows or max(3, round((count * COLUMN / ROW / 2.6) ** 0.5))
    nodes = [_node(index, height, count, random) for index in range(count)]
    parts: list[PartView] = list(nodes)
    inner = [index for index, node in enumerate(nodes) if node.inputs]
    taken: set[tuple[int, int]] = set()
    for index in inner:
        source = _earlier(index, height, random)
        if nodes[source].outputs:
            taken.add((source, index))
    goal, tries = round(count * 1.3), 0
    while len(taken) < goal and inner and tries < count * 20:
        tries += 1
        index = random.choice(inner)
        source = _earlier(index, height, random)
        if nodes[source].outputs and nodes[index].inputs[0].many:
            taken.add((source, index))
    for number, (source, target) in enumerate(sorted(taken)):
        port = random.choice(nodes[source].outputs)
        parts.append(
            EdgeView(f"t{number}", PortRef(nodes[source].id, port.id),
                     PortRef(nodes[target].id, random.choice(nodes[target].inputs).id), label=port.label)
        )  # fmt: skip
    return parts


def _earlier(index: int, height: int, random: Random) -> int:
    column, row = divmod(index, height)
    back = 1 if random.random() < 0.9 or column < 2 else 2
    other = min(max(row + random.choice((-1, 0, 0, 0, 1)), 0), height - 1)
    return max(column - back, 0) * height + other


def _node(index: int, height: int, count: int, random: Random) -> NodeView:
    column, row = divmod(index, height)
    last = (count - 1) // height
    if column == 0:
        kind = _BY_ID[random.choice(("read", "query"))]
    elif column == last:
        kind = _BY_ID[random.choice(("export", "end", "mail"))]
    else:
        kind = _BY_ID[random.choice(("filter", "split", "test", "union", "union", "join", "enrich", "wait", "mail"))]
    inputs = tuple(PortView(port.id, port.label) for port in kind.inputs)
    return NodeView(
        f"n{index}", kind.id, f"{kind.title} {index + 1}", column * COLUMN, row * ROW, type_title=kind.title,
        icon=kind.icon, summary=_SUMMARIES[kind.id], inputs=inputs, outputs=kind.outputs, accent=kind.accent,
    )  # fmt: skip


def counts(edges: list[str], seed: int = 1) -> dict[str, Count]:
    """A count for each transition, mostly exact, some in each other state."""
    random = Random(seed)
    states = (CountState.STALE, CountState.COMPUTING, CountState.UNKNOWN, CountState.ERROR, CountState.ESTIMATED)
    found: dict[str, Count] = {}
    for edge in edges:
        state = CountState.EXACT if random.random() < 0.8 else random.choice(states)
        value = None if state in (CountState.UNKNOWN, CountState.ERROR) else int(10 ** random.uniform(1, 6.5))
        found[edge] = Count(state, value, "recipients", random.random(), random.random())
    return found


def statuses(nodes: list[str], seed: int = 1) -> dict[str, Status]:
    """A status for each node, as in the middle of a run."""
    random = Random(seed)
    badge = Badge(Severity.ERROR, 2, ("A column is missing.", "A rule is empty."))
    notice = Badge(Severity.WARNING, 1, ("Nothing came in.",))
    choices = [Status()] * 4 + [Status(RunState.DONE)] * 5 + [Status(RunState.RUNNING, 0.4), Status(RunState.QUEUED)]
    choices += [Status(RunState.FAILED, badge=badge), Status(RunState.WARNING, badge=notice), Status(RunState.SKIPPED)]
    return {node: random.choice(choices) for node in nodes}
