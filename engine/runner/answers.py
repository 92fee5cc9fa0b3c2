"""The answer to "why is this record not here", as a value: its way, where it was lost, the lines that decided."""

from dataclasses import dataclass
from typing import Any

from pydantic import JsonValue

from engine.rules import Rule
from engine.texts import declared, say, sentences

Key = tuple[str, ...]
"""A record's key, part by part, each as a text."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a rule for one record: what it says, whether it holds, and the value that it found.

    `decides` marks the lines because of which the whole rule does not hold.
    """

    path: str
    sentence: str
    holds: bool
    value: Any
    decides: bool = False


@dataclass(frozen=True, slots=True)
class Stop:
    """A node on a record's way: whether it entered there, and the outputs that it left by."""

    node: str
    entered: bool
    ports: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Remedy:
    """The smallest change of one rule that would let a record through: the setting, and the rule as it would be.

    `lines` say each change as two sentences, before and after; the second is empty for a line that is switched off.
    """

    field: str
    rule: Rule
    lines: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Answer:
    """What became of a record on its way to a place: whether it is there, and else the first node it did not get past.

    `cause` says why in one code: "rule" (see the lines), "left-by" (it went by `ports` instead), "missing-from" (it is
    not in the inputs `inputs`), "not-led-to" (what entered was of another unit, and nothing of it leads to the
    record), "unknown" (there is no such record), or the code of a reason of the activity. `reason` is the same in
    words. `status` is what a message that the record reached says of it. `remedy` is what would have let it through,
    where a rule stopped it.
    """

    key: Key
    node: str
    present: bool
    ports: tuple[str, ...] = ()
    lost_at: str | None = None
    cause: str = ""
    reason: str = ""
    inputs: tuple[str, ...] = ()
    rule: tuple[Line, ...] = ()
    way: tuple[Stop, ...] = ()
    status: str = ""
    remedy: Remedy | None = None

    @property
    def lines(self) -> list[str]:
        """The answer in words."""
        who = "/".join(self.key)
        if self.present:
            ports = ", ".join(self.ports) or say("no output")
            there = say("{who} is at {node}, and leaves by {ports}.", who=who, node=self.node, ports=ports)
            return [
                sentences(
                    there, say("Its send status is {status}.", status=declared(self.status)) if self.status else ""
                )
            ]
        found: list[str] = [
            say(
                "{who} is not at {node}: it did not get past {lost_at}. {reason}",
                who=who,
                node=self.node,
                lost_at=self.lost_at,
                reason=declared(self.reason),
            )
        ]
        for line in self.rule:
            shown = "nothing" if line.value is None else repr(line.value)
            found.append(f"  {'holds' if line.holds else 'fails'}: {line.sentence} (found {shown})")
        for before, after in () if self.remedy is None else self.remedy.lines:
            found.append(f"  would go on with: {after}" if after else f"  would go on without: {before}")
        return found

    def to_json(self) -> dict[str, JsonValue]:
        return {
            "key": list(self.key),
            "node": self.node,
            "present": self.present,
            "ports": list(self.ports),
            "lost_at": self.lost_at,
            "cause": self.cause,
            "reason": self.reason,
            "status": self.status,
            "rule": [
                {"path": one.path, "sentence": one.sentence, "holds": one.holds, "decides": one.decides,
                 "value": None if one.value is None else str(one.value)}
                for one in self.rule
            ],
            "remedy": None if self.remedy is None else {
                "field": self.remedy.field, "rule": self.remedy.rule.model_dump(mode="json", exclude_unset=True),
                "lines": [{"before": before, "after": after} for before, after in self.remedy.lines],
            },
            "way": [{"node": stop.node, "entered": stop.entered, "ports": list(stop.ports)} for stop in self.way],
        }  # fmt: skip
