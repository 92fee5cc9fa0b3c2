"""How large a generated company is, and when it lives."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from engine.problems import EngineError, Problem
from engine.texts import declared, say

MOST = 1 << 31


@dataclass(frozen=True, slots=True)
class Scale:
    """How many of each. Activities come about as many as asked for, spread over the days from `since` on."""

    accounts: int = 1_000
    people: int = 10_000
    activities: int = 100_000
    seed: int = 1
    since: datetime = datetime(2025, 1, 6)  # noqa: DTZ001 - instants are kept in UTC without an offset
    days: int = 455

    @property
    def opportunities(self) -> int:
        return (self.accounts * 2 + 4) // 5

    @property
    def start(self) -> int:
        """`since` in microseconds since 1970."""
        return int(self.since.replace(tzinfo=UTC).timestamp()) * 1_000_000

    @property
    def until(self) -> datetime:
        return self.since + timedelta(days=self.days)

    def check(self) -> None:
        """Errors: wrong-scale."""
        for name in ("accounts", "people", "activities", "days"):
            value: int = getattr(self, name)
            if not 1 <= value < MOST:
                what = say("{n} {name} cannot be generated.", n=value, name=declared(name))
                raise EngineError(Problem(code="wrong-scale", what=what, fix="Ask for 1 up to 2 billion.", field=name))
