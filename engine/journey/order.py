"""The order in which everything of a run happens: the key (time, phase, node rank, account, person, effect).

A read sees exactly the effects whose key is smaller than its own. The key is one number, so that it can be compared,
sorted and stored; it grows strictly along every effect, which is why passes over the graph settle.

Time counts microseconds since the run's start. Within one instant come the phases: recorded changes, the daily jobs,
the evaluation of the audience, and then the nodes in rounds. A token moves through nodes in the round in which it came
to the instant; whoever it starts or wakes in another place at the same instant does so in the next round.
"""

from enum import IntEnum

from sqlglot import exp

from engine.trees import number, tree

MOST_UNITS = 1 << 24
"""How many accounts, and how many people, a run can tell apart."""
MOST_NODES = 1 << 12

MICROSECOND = 1
SECOND = 1_000_000
MINUTE, HOUR, DAY = 60 * SECOND, 3_600 * SECOND, 86_400 * SECOND
FOREVER = (1 << 53) - 1
"""An instant after all others, in the year 2255; small enough to reckon with."""


class Phase(IntEnum):
    """What happens first within one instant. Rounds of nodes follow: NODES, NODES + 1 and so on."""

    RECORDED = 0
    GROUPS = 1
    COMPLETENESS = 2
    ENGAGEMENT = 3
    LISTS = 4
    AUDIENCE = 5
    NODES = 6


LAST_ROUND = 255


class Act(IntEnum):
    """What a visit does, in this order: it looks, it changes values, it is heard of, it moves tokens."""

    LOOK = 0
    CHANGE = 1
    TELL = 2
    MOVE = 3


def key(
    start: int,
    at: exp.Expr,
    phase: exp.Expr,
    rank: int | exp.Expr,
    account: exp.Expr,
    person: exp.Expr,
    act: Act = Act.LOOK,
) -> exp.Expr:
    """The key of an event. `at` is an instant in microseconds since 1970, as `start` is."""
    return tree(
        "(($at - $start) * 256 + $phase)::HUGEINT * 9223372036854775808"
        " + (($rank::BIGINT * 16777216 + $account) * 16777216 + $person) * 8 + $act",
        at=at, start=number(start), phase=phase, account=account, person=person,
        act=number(act.value), rank=number(rank) if isinstance(rank, int) else rank,
    )  # fmt: skip


def zero() -> exp.Expr:
    """No account, or no person: before all others."""
    return number(0)
