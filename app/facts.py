"""What became of the people at a node, in numbers and words: the panel, the canvas and the log say the same."""

from dataclasses import dataclass

from app.graph.kinds import NodeKind
from app.reach import exclusion_words
from app.words import number, said, tr
from engine.messages import REACHABLE
from engine.runner.results import NodeResult


@dataclass(frozen=True, slots=True)
class Fact:
    """A number of a node and its words. Where `code` says which rows it counts, it opens their list.

    `strong` marks the sums, `reach` what a message says of its rows.
    """

    text: str
    value: int
    whole: int = 0
    strong: bool = False
    code: str = ""
    reach: bool = False


def facts_of(found: NodeResult, kind: NodeKind | None) -> list[Fact]:
    """The numbers of a node, in the order in which they add up."""
    labels = {code: said(label) for code, label in kind.reasons.items()} if kind else {}
    whole = found.entered
    facts = [Fact(tr("Entered"), whole, strong=True)]
    facts += [
        Fact(f"− {labels.get(code, code)}", count, whole, code=code) for code, count in found.dropped.items() if count
    ]
    if found.waiting:
        facts.append(Fact(tr("− Waiting"), found.waiting, whole))
    facts.append(Fact(tr("Left"), found.left, whole, strong=True))
    if found.reach:
        reached = found.reach.get(REACHABLE, 0)
        facts.append(Fact(tr("Reachable"), reached, found.left, strong=True, code=REACHABLE, reach=True))
        facts += [
            Fact(f"− {labels.get(code) or exclusion_words(code)}", count, found.left, code=code, reach=True)
            for code, count in found.reach.items()
            if code != REACHABLE
        ]
    return facts


def tally_of(found: NodeResult, kind: NodeKind | None) -> str:
    """What a card says of the people at its node: how many a message reaches, or who stayed behind and why.

    Nothing where everybody went on, and where people are looked for: of a whole table, most are meant to stay behind.
    """
    if found.reach:
        reached = found.reach.get(REACHABLE, 0)
        return tr("{n} of {all} reachable", n=reached, all=number(found.left))
    if kind is None or kind.starts or not any(found.dropped.values()):
        return ""
    labels = {code: said(label) for code, label in kind.reasons.items()}
    lost = {labels.get(code, code): count for code, count in found.dropped.items() if count}
    if len(lost) == 1:
        # The number first: there is no room for more than the beginning of some reasons.
        return " · ".join(f"−{number(count)} {label}" for label, count in lost.items())
    return tr("−{n} stayed behind", n=sum(lost.values()))


def in_short(found: NodeResult, kind: NodeKind | None) -> str:
    """Who stayed behind and why, who waits, and who can be reached, in a line; empty where all just went on."""
    told = [one for one in facts_of(found, kind) if one.value and (one.code or not one.strong)]
    return " · ".join(f"{one.text.removeprefix('− ')} {number(one.value)}" for one in told)
