"""Invented engagement: what becomes of each message that is sent, drawn by hash, for rehearsals without a history.

For each message and kind, a number between 0 and 1 is drawn from run seed, person, node, entry and kind; below the
rate it happens. How long it takes is drawn in the same way from an exponential distribution.
"""

from collections.abc import Iterable, Mapping

from sqlglot import exp

from engine.expressions.native import MURMUR3
from engine.journey.ground import Ground
from engine.journey.named import acted, temp
from engine.journey.options import Rates
from engine.journey.order import SECOND, Act, Phase, key, zero
from engine.trees import col, number, query, text, tree

SENT, DELIVERED = "directMarketing.emailSent", "directMarketing.emailDelivered"
OPENED, CLICKED = "directMarketing.emailOpened", "directMarketing.emailClicked"
BOUNCED, UNSUBSCRIBED = "directMarketing.emailBounced", "directMarketing.emailUnsubscribed"
KINDS = (DELIVERED, OPENED, CLICKED, BOUNCED, UNSUBSCRIBED)

_WHOLE = 1 << 32


def invented(ground: Ground, ranks: Mapping[int, str], kind: str, names: Iterable[str]) -> list[exp.Select]:
    """The activities of a type that the messages of some nodes lead to. Shape: as `Ground.activities`.

    `ranks` are the nodes that send, by rank, with their ids.
    """
    return [_of_node(ground, rank, node, kind, tuple(names)) for rank, node in ranks.items()]


def _of_node(ground: Ground, rank: int, node: str, kind: str, names: tuple[str, ...]) -> exp.Select:
    rates = ground.options.rates
    happens, delay = _chain(ground, node, kind, rates)
    # An effect comes after its cause, by a microsecond at least.
    at = tree("t.at + GREATEST($delay, 1)", delay=delay)
    found = query(
        "SELECT 0 AS account, e.person, e.at, $key AS key FROM (SELECT t.person, $at AS at, t.asset_name, t.asset_id"
        " FROM sent AS t WHERE $happens) AS e WHERE e.at <= $end",
        sent=_sent(rank), at=at, happens=happens, end=number(ground.end),
        key=key(ground.start, col("e", "at"), number(Phase.RECORDED), rank, zero(), col("e", "person"), Act.TELL),
    )  # fmt: skip
    for name in names:
        there = name in {"asset_name", "asset_id"}
        synthetic = exp.true() if name == "is_synthetic" else exp.null()
        found = found.select(exp.alias_(col("e", name) if there else synthetic, name, quoted=True), copy=False)
    return found


def _sent(rank: int) -> exp.Select:
    return query(
        "SELECT a.person, a.at, a.entry, p.person_id, a.t0_asset_name AS asset_name, a.t0_asset_id AS asset_id"
        " FROM acts AS a JOIN people AS p ON p.person = a.person WHERE a.told",
        acts=acted(rank), people=temp("person"),
    )  # fmt: skip


def _chain(ground: Ground, node: str, kind: str, rates: Rates) -> tuple[exp.Expr, exp.Expr]:
    """Whether it happens, and how long after the message was sent, in microseconds."""
    lag = number(ground.options.deliver_lag * SECOND)
    delivered = _below(ground, node, "delivered", rates.delivered)
    arrives = tree("$lag + $delay", lag=lag, delay=_delay(ground, node, "delivered", rates.delivered_delay))
    opened = exp.and_(delivered, _below(ground, node, "opened", rates.opened))
    seen = tree("$before + $delay", before=arrives, delay=_delay(ground, node, "opened", rates.opened_delay))
    clicked = exp.and_(delivered.copy(), _below(ground, node, "clicked", rates.clicked))
    pressed = tree("$before + $delay", before=arrives, delay=_delay(ground, node, "clicked", rates.clicked_delay))
    match kind:
        case "directMarketing.emailDelivered":
            return delivered, arrives
        case "directMarketing.emailOpened":
            # A click implies that the message was opened, at the latest when it was clicked.
            either = exp.or_(opened, clicked)
            when = tree(
                "CASE WHEN $clicked AND (NOT $opened OR $pressed < $seen) THEN $pressed ELSE $seen END",
                clicked=clicked, opened=opened, pressed=pressed, seen=seen,
            )  # fmt: skip
            return either, when
        case "directMarketing.emailClicked":
            return clicked, pressed
        case "directMarketing.emailBounced":
            return exp.Not(this=exp.Paren(this=delivered)), lag
        case _:
            refused = exp.and_(delivered, _below(ground, node, "unsubscribed", rates.unsubscribed))
            delay = _delay(ground, node, "unsubscribed", rates.unsubscribed_delay)
            return refused, tree("$before + $delay", before=arrives, delay=delay)


def _draw(ground: Ground, node: str, kind: str) -> exp.Expr:
    """A number from 0 up to 2^32, drawn for the message `t` and a kind."""
    seed = text(f"{ground.options.random_seed}:")
    return MURMUR3(tree(
        "$seed || t.person_id || $node || CAST(t.entry AS VARCHAR) || $kind",
        seed=seed, node=text(f":{node}:"), kind=text(f":{kind}"),
    ))  # fmt: skip


def _below(ground: Ground, node: str, kind: str, rate: float) -> exp.Expr:
    drawn = _draw(ground, node, kind)
    return exp.Paren(this=exp.LT(this=drawn, expression=tree("$rate * $whole", rate=exp.Literal.number(str(rate)),
                                                             whole=number(_WHOLE))))  # fmt: skip


def _delay(ground: Ground, node: str, kind: str, mean: int) -> exp.Expr:
    drawn = _draw(ground, node, f"{kind}:d")
    return tree(
        "CAST(-$mean * LN(1 - $drawn / $whole) AS BIGINT)", mean=number(mean * SECOND), drawn=drawn,
        whole=exp.Literal.number("4294967296.0"),
    )  # fmt: skip
