"""Buying groups by plain Python, written from the specification (sections 8.6 to 8.8); slow, and nothing shared."""

import math
from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Any

Rows = Sequence[Mapping[str, Any]]
DAY_US = 24 * 3600 * 10**6


def applies(last: str | None, new: str) -> str:
    """Section 8.6: manual > journey > job."""
    if last is None or last == "job" or new == "manual":
        return "apply"
    if last == "journey":
        return "apply" if new == "journey" else "ignore"
    return "skipped_precedence" if new == "journey" else "ignore"


def job_run(state: dict[tuple[str, str], tuple[str | None, str]], wanted: dict[tuple[str, str], str],
            groups: set[str]) -> list[tuple[str, str, str | None, str | None]]:  # fmt: skip
    """One daily run over `state`: (group, person) to (role or None when removed, who changed it last); its changes."""
    changes: list[tuple[str, str, str | None, str | None]] = []
    for key in sorted({*state, *wanted}):
        if key[0] not in groups:
            continue
        role, last = state.get(key, (None, "job"))
        new = wanted.get(key)
        if applies(last, "job") == "apply" and new != role:
            changes.append((*key, new, role))
            state[key] = (new, "job")
    return changes


def completeness(cards: Rows, members: Rows, group: str) -> float | None:
    """Section 8.7."""
    scores = []
    for card in cards:
        if card["required"]:
            assigned = sum(1 for one in members if one["grp"] == group and one["role"] == card["role"])
            scores.append(min(assigned / card["members_required"], 1) * 100)
    return sum(scores) / len(scores) if scores else None


def scaled(roots: dict[Any, float]) -> dict[Any, float]:
    least, most = min(roots.values(), default=0), max(roots.values(), default=0)
    if least == most:
        return {key: 0.0 if value == 0 else 100.0 for key, value in roots.items()}
    return {key: 100 * (value - least) / (most - least) for key, value in roots.items()}


def raw_points(activities: Rows, weights: Mapping[str, tuple[int, int]], people: Sequence[str],
               moment: int) -> dict[str, float]:  # fmt: skip
    """Section 8.8, steps 1 and 2: (weight, cap) by type."""
    window = [one for one in activities
              if moment - 30 * DAY_US <= one["at"] < moment and weights.get(one["kind"], (0, 0))[0] > 0]  # fmt: skip
    heaviest = max((weights[one["kind"]][0] for one in window if one["person"] is not None), default=1)
    counts: dict[tuple[Any, ...], int] = defaultdict(int)
    for one in window:
        if one["person"] is not None:
            counts[one["person"], one["kind"], one["at"] // DAY_US] += 1
    raw = dict.fromkeys(people, 0.0)
    for (person, kind, _), times in counts.items():
        if person in raw:
            raw[person] += min(times, weights[kind][1]) * weights[kind][0] / heaviest
    return raw


def person_scores(raw: dict[str, float]) -> dict[str, float]:
    """Steps 3 and 4."""
    return scaled({person: math.sqrt(value) for person, value in raw.items()})


def group_scores(groups: Sequence[str], members: Rows, scores: Mapping[str, float]) -> dict[str, float]:
    roots: dict[str, float] = {}
    for group in groups:
        mine = [one for one in members if one["grp"] == group]
        weights = {one["role"]: one["weight"] for one in mine}
        total = sum(weights.values())
        roots[group] = math.sqrt(sum(scores.get(one["person"], 0) * one["weight"] / total for one in mine))
    return scaled(roots)
