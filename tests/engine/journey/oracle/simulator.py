"""A slow twin of the journey engine: one event after the other from a queue, in plain Python, written from the
specification. It shares no code with the engine and reads documents and rows as they are.

The queue is ordered by (instant, phase, node rank, account, person); whoever is woken or started by an effect of the
same instant goes on in the next round, which is a later phase.
"""

import heapq
import itertools
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

RECORDED, AUDIENCE, NODES = 0, 5, 6
DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
SENT = "directMarketing.emailSent"
NEVER = datetime(2255, 1, 1)
Json = Any


@dataclass
class Token:
    """One entry of an account."""

    account: str
    entry: int
    entered: datetime
    exited: datetime | None = None


@dataclass
class Waiter:
    """A token that listens."""

    token: Token
    node: str
    since: datetime
    phase: int
    deadline: datetime | None
    heard: dict[tuple[int, str], int] = field(default_factory=lambda: defaultdict(int))
    done: bool = False


@dataclass
class Data:
    """The rows that a run reads; keys as in the tables."""

    accounts: dict[str, dict[str, Any]]
    people: dict[str, dict[str, Any]]
    relations: list[tuple[str, str, datetime | None, datetime | None]]
    activities: list[dict[str, Any]]
    lists: dict[str, set[str]]
    limits: list[tuple[int, str, int]] = field(default_factory=list)


class Simulator:
    """One run of one journey. After `run`, `crossings` and `acts` hold what happened."""

    def __init__(self, document: Json, data: Data, start: datetime, end: datetime) -> None:
        self.document, self.data, self.start, self.end = document, data, start, end
        self.nodes = {node["id"]: node for node in document["nodes"]}
        self.rank = {name: place for place, name in enumerate(order_of(document), start=1)}
        self.next = {(one["from"], one["port"]): one["to"] for one in document["transitions"] if one["to"]}
        self.accounts = {key: dict(row) for key, row in data.accounts.items()}
        self.people = {key: dict(row) for key, row in data.people.items()}
        self.lists = {key: set(members) for key, members in data.lists.items()}
        self.told: list[dict[str, Any]] = []
        self.queue: list[Any] = []
        self.count = itertools.count()
        self.waiters: list[Waiter] = []
        self.assigned: dict[str, list[int]] = {}
        self.attempts: dict[str, list[tuple[str, Token, str, bool]]] = defaultdict(list)
        self.tokens: dict[str, list[Token]] = defaultdict(list)
        self.crossings: set[tuple[Any, ...]] = set()
        self.acts: set[tuple[Any, ...]] = set()
        self.recorded = sorted(
            (one for one in data.activities if start <= one["ts"] <= end),
            key=lambda one: (one["ts"], one["activity_id"]),
        )

    def run(self) -> None:
        for instant in {one["ts"] for one in self.recorded}:
            self.push(instant, RECORDED, 0, "", ("recorded",))
        day = self.start
        while day <= self.end:
            self.push(day, AUDIENCE, 0, "", ("audience",))
            day += timedelta(days=1)
        while self.queue:
            at, phase, _rank, _account, _number, work = heapq.heappop(self.queue)
            self.do(at, phase, work)

    def push(self, at: datetime, phase: int, rank: int, account: str, work: Any) -> None:
        if at <= self.end:
            heapq.heappush(self.queue, (at, phase, rank, account, next(self.count), work))

    def do(self, at: datetime, phase: int, work: Any) -> None:
        match work:
            case ("recorded",):
                self.do_recorded(at)
            case ("audience",):
                self.do_audience(at)
            case ("visit", node, token):
                self.do_visit(at, phase, node, token)
            case ("people", node, token, people):
                self.do_people(at, phase, node, token, people)
            case ("timeout", waiter):
                self.do_timeout(at, phase, waiter)
            case ("exit", token):
                token.exited = at

    # -- entries -----------------------------------------------------------------------------------------------

    def do_audience(self, at: datetime) -> None:
        source = next(node for node in self.document["nodes"] if node["type"] == "account-audience")
        settings = source["settings"]
        for account in sorted(self.accounts):
            if settings.get("input") == "list":
                member = account in self.lists[settings["list"]]
            else:
                member = self.condition(settings.get("condition") or {}, at, at, account, None)
            if member and (self.accounts[account]["name"] or "").strip() and self.may_enter(account, at):
                token = Token(account, len(self.tokens[account]) + 1, at)
                self.tokens[account].append(token)
                self.push(at, NODES, self.rank[source["id"]], account, ("visit", source["id"], token))

    def may_enter(self, account: str, at: datetime) -> bool:
        before = self.tokens[account]
        if not before:
            return True
        rule = self.document["journey"].get("re_entry") or {}
        last = before[-1]
        if not rule.get("enabled") or last.exited is None or last.exited >= at:
            return False
        if rule.get("limit") is not None and len(before) >= rule["limit"]:
            return False
        since = last.entered if rule.get("timing") == "from_start" else last.exited
        delay = rule["delay"]
        span = timedelta(hours=delay["value"]) if delay["unit"] == "hours" else timedelta(days=delay["value"])
        return at >= since + span

    # -- moving ------------------------------------------------------------------------------------------------

    def leave(self, node: str, token: Token, at: datetime, port: str, out: datetime, awake: int) -> None:
        """From a node by an output, now or later."""
        self.crossings.add((node, token.account, token.entry, at, port, out))
        follower = self.next.get((node, port))
        if follower is None:
            self.push(out, awake, self.rank[node], token.account, ("exit", token))
        else:
            self.push(out, awake, self.rank[follower], token.account, ("visit", follower, token))

    def gone(self, node: str, token: Token, at: datetime, reason: str, out: datetime) -> None:
        self.crossings.add((node, token.account, token.entry, at, reason, out))
        token.exited = out

    def do_visit(self, at: datetime, phase: int, name: str, token: Token) -> None:
        node = self.nodes[name]
        settings = node["settings"]
        match node["type"]:
            case "end":
                self.gone(name, token, at, "completed", at)
            case "account-audience" | "merge" | "close":
                self.leave(name, token, at, "out", at, phase)
            case "action":
                self.do_action(at, phase, name, token)
            case "split-accounts":
                self.do_split(at, phase, name, token)
            case "split-people":
                self.do_group(at, phase, name, token)
            case "wait":
                out = self.wait_until(settings, at)
                self.leave(name, token, at, "out", out, phase if out == at else NODES)
            case "listen":
                self.do_listen(at, phase, name, token)
            case "variant":
                shares = [one["percent"] for one in settings["paths"]]
                taken = self.assigned.setdefault(name, [0] * len(shares))
                total = sum(taken) + 1
                behind = [share * total - 100 * done for share, done in zip(shares, taken, strict=True)]
                chosen = behind.index(max(behind))
                taken[chosen] += 1
                self.leave(name, token, at, f"path:{settings['paths'][chosen]['id']}", at, phase)
            case _:
                raise AssertionError(node["type"])

    def do_split(self, at: datetime, phase: int, name: str, token: Token) -> None:
        settings = self.nodes[name]["settings"]
        for path in settings["paths"]:
            if self.condition(path["condition"], at, token.entered, token.account, None):
                self.leave(name, token, at, f"path:{path['id']}", at, phase)
                return
        if settings.get("other"):
            self.leave(name, token, at, "other", at, phase)
        else:
            self.gone(name, token, at, "no_match", at)

    def do_group(self, at: datetime, phase: int, name: str, token: Token) -> None:
        settings = self.nodes[name]["settings"]
        ways: dict[str, list[str]] = defaultdict(list)
        for person in self.carried(token.account, at):
            for path in settings["paths"]:
                if self.condition(path["condition"], at, token.entered, token.account, person):
                    ways[f"path:{path['id']}"].append(person)
                    break
            else:
                ways["other" if settings.get("other") else "skip"].append(person)
        for port, people in ways.items():
            follower = self.next.get((name, port))
            while follower is not None and self.nodes[follower]["type"] != "close":
                self.push(at, phase, self.rank[follower], token.account, ("people", follower, token, people))
                follower = self.next.get((follower, "out"))
        closes = self.close_of(name)
        self.crossings.add((name, token.account, token.entry, at, "_close", at))
        self.push(at, phase, self.rank[closes], token.account, ("visit", closes, token))

    def close_of(self, name: str) -> str:
        for (source, _port), target in self.next.items():
            if source == name:
                while self.nodes[target]["type"] != "close":
                    target = self.next[target, "out"]
                return str(target)
        raise AssertionError(name)

    def wait_until(self, settings: Json, at: datetime) -> datetime:
        if settings.get("type") == "date":
            return max(at, datetime.fromisoformat(settings["date"]))
        return self.fitting(
            settings.get("must_end_on"), later(at, settings.get("value", 5), settings.get("unit", "days"))
        )

    def fitting(self, wanted: Json, at: datetime) -> datetime:
        if not wanted:
            return at
        zone = ZoneInfo(wanted.get("zone", "UTC"))
        clock = time.fromisoformat(wanted.get("time", "00:00"))
        day: date = at.replace(tzinfo=ZoneInfo("UTC")).astimezone(zone).date() - timedelta(days=1)
        while day <= self.end.date() + timedelta(days=2):
            if DAYS[day.weekday()] in wanted.get("days", DAYS):
                found = datetime.combine(day, clock, tzinfo=zone).astimezone(ZoneInfo("UTC")).replace(tzinfo=None)
                if found >= at:
                    return found if found <= self.end else NEVER
            day += timedelta(days=1)
        return NEVER

    # -- listening ---------------------------------------------------------------------------------------------

    def do_listen(self, at: datetime, phase: int, name: str, token: Token) -> None:
        settings = self.nodes[name]["settings"]
        deadline = None
        if settings.get("timeout"):
            if settings.get("timeout_type") == "date":
                deadline = max(at, datetime.fromisoformat(settings["date"]))
            else:
                span = later(at, settings.get("value", 5), settings.get("unit", "days"))
                deadline = self.fitting(settings.get("must_end_on"), span)
        waiter = Waiter(token, name, at, phase, deadline)
        for one in [one for one in self.recorded if one["ts"] == at]:
            self.hear(waiter, one, at, phase)
        if not waiter.done and deadline == at:
            self.time_out(waiter, at, phase)
        elif not waiter.done:
            self.waiters.append(waiter)
            # Until it leaves, it is noted as one who stays.
            if deadline is not None:
                self.push(deadline, NODES, self.rank[name], token.account, ("timeout", waiter))

    def do_timeout(self, at: datetime, phase: int, waiter: Waiter) -> None:
        if not waiter.done:
            self.time_out(waiter, at, phase)

    def time_out(self, waiter: Waiter, at: datetime, phase: int) -> None:
        waiter.done = True
        if self.nodes[waiter.node]["settings"].get("timeout_path", True):
            self.leave(waiter.node, waiter.token, waiter.since, "timeout", at, phase)
        else:
            self.gone(waiter.node, waiter.token, waiter.since, "timeout_no_path", at)

    def do_recorded(self, at: datetime) -> None:
        events = [one for one in self.recorded if one["ts"] == at]
        for one in events:
            for waiter in self.waiters:
                if not waiter.done:
                    self.hear(waiter, one, at, NODES)
        for one in events if at > self.start else ():
            if one["type"] == "person.dataValueChanged":
                self.people[one["person_id"]][one["attribute"]] = one["new_value"]
            elif one["type"] == "account.dataValueChanged":
                self.accounts[one["account_id"]][one["attribute"]] = one["new_value"]

    def hear(self, waiter: Waiter, event: dict[str, Any], at: datetime, awake: int) -> None:
        settings = self.nodes[waiter.node]["settings"]
        person = event.get("person_id") or ""
        if settings.get("on", "people") == "people":
            if person not in self.carried(waiter.token.account, at):
                return
        elif event.get("account_id") != waiter.token.account:
            return
        for place, trigger in enumerate(settings["triggers"]):
            if trigger["event"] != event["type"]:
                continue
            if not all(holds(part, event.get(part["field"])) for part in trigger.get("where", ())):
                continue
            filters = settings.get("filters")
            if filters and not self.condition(filters, at, waiter.token.entered, waiter.token.account, person):
                continue
            waiter.heard[place, person] += 1
            if waiter.heard[place, person] == trigger.get("times", 1) and not waiter.done:
                waiter.done = True
                self.leave(waiter.node, waiter.token, waiter.since, "event", at, awake)

    def tell(self, event: dict[str, Any], at: datetime, phase: int) -> None:
        self.told.append({**event, "ts": at})
        for waiter in list(self.waiters):
            if not waiter.done:
                self.hear(waiter, event, at, phase + 1)

    # -- actions -----------------------------------------------------------------------------------------------

    def do_action(self, at: datetime, phase: int, name: str, token: Token) -> None:
        settings = self.nodes[name]["settings"]
        if settings["on"] == "people":
            self.do_people(at, phase, name, token, self.carried(token.account, at))
        else:
            self.act(at, phase, name, token, None)
        self.leave(name, token, at, "out", at, phase)

    def do_people(self, at: datetime, phase: int, name: str, token: Token, people: Iterable[str]) -> None:
        for person in sorted(people):
            self.act(at, phase, name, token, person)

    def act(self, at: datetime, phase: int, name: str, token: Token, person: str | None) -> None:
        action = self.nodes[name]["settings"]
        settings = action["settings"]
        match action["action"]:
            case "acct.update_profile" | "ppl.update_profile":
                outcome = self.update(at, phase, settings["attribute"], settings["value"] or None, token, person)
            case "ppl.change_score":
                outcome = self.score(at, phase, settings["change"], person or "")
            case "acct.interesting_moment":
                self.tell({"type": "account.interestingMoment", "account_id": token.account,
                           "asset_type": settings["type"]}, at, phase)  # fmt: skip
                outcome = "applied"
            case "acct.add_to_list":
                members = self.lists[settings["list"]]
                outcome = "skipped_already_member" if token.account in members else "applied"
                members.add(token.account)
            case "ppl.send_email":
                outcome = self.send(at, phase, name, settings, token, person or "")
            case _:
                raise AssertionError(action["action"])
        self.acts.add((name, token.account, token.entry, person, at, outcome))

    def update(
        self, at: datetime, phase: int, attribute: str, value: Any, token: Token, person: str | None
    ) -> str:  # fmt: skip
        row = self.accounts[token.account] if person is None else self.people[person]
        old = row.get(attribute)
        if old == value:
            return "skipped_no_change"
        row[attribute] = value
        event = {"attribute": attribute, "old_value": old, "new_value": value}
        if person is None:
            self.tell({"type": "account.dataValueChanged", "account_id": token.account, **event}, at, phase)
        else:
            self.tell({"type": "person.dataValueChanged", "person_id": person, **event}, at, phase)
        return "applied"

    def score(self, at: datetime, phase: int, change: str, person: str) -> str:
        old = self.people[person].get("person_score")
        new = int(change[1:]) if change.startswith("=") else (old or 0) + int(change)
        self.people[person]["person_score"] = new
        self.tell({"type": "leadOperation.scoreChanged", "person_id": person, "attribute": "person_score",
                   "old_value": None if old is None else str(old), "new_value": str(new)}, at, phase)  # fmt: skip
        return "applied"

    def send(self, at: datetime, phase: int, name: str, settings: Json, token: Token, person: str) -> str:
        row = self.people[person]
        address = (row.get("email") or "").strip().lower()
        operational = bool(settings.get("operational"))
        outcome = self.eligible(at, name, token, person, row, address, operational)
        if address:
            duplicate = outcome == "skipped_duplicate_address"
            self.attempts[name].append((address, token, person, duplicate))
        if outcome == "sent":
            self.tell({"type": SENT, "person_id": person, "asset_name": settings["name"],
                       "operational": operational}, at, phase)  # fmt: skip
        return outcome

    def eligible(
        self, at: datetime, name: str, token: Token, person: str, row: dict[str, Any], address: str, operational: bool
    ) -> str:
        if not address:
            return "skipped_no_address"
        if row.get("email_suspended"):
            return "skipped_suspended"
        if not operational and (row.get("consent_email") or "").lower() == "n":
            return "skipped_opted_out"
        if self.document["journey"].get("email_dedup"):
            for earlier, holder, other, duplicate in self.attempts[name]:
                if earlier == address and not duplicate and (holder.account, other) != (token.account, person) \
                        and holder.exited is None:  # fmt: skip
                    return "skipped_duplicate_address"
        if not operational:
            for most, period, every in self.data.limits:
                if self.sent_since(window(at, period, every), person, at) >= most:
                    return "suppressed_limit"
        return "sent"

    def sent_since(self, since: datetime, person: str, at: datetime) -> int:
        recorded = [one for one in self.data.activities if one["ts"] <= at]
        return sum(
            one["type"] == SENT and one.get("person_id") == person and one["ts"] >= since
            and not one.get("operational")
            for one in (*recorded, *self.told)
        )  # fmt: skip

    # -- reading -----------------------------------------------------------------------------------------------

    def carried(self, account: str, at: datetime) -> list[str]:
        found = set()
        for whose, person, since, until in self.data.relations:
            inside = (since is None or since <= at) and (until is None or at < until)
            if whose == account and inside and (self.data.people[person].get("email") or "").strip():
                found.add(person)
        return sorted(found)

    def condition(self, condition: Json, at: datetime, entered: datetime, account: str, person: str | None) -> bool:
        found = [self.filter(one, at, entered, account, person) for one in condition.get("filters", ())]
        if condition.get("logic") == "any" and found:
            return any(found)
        return all(found)

    def filter(self, one: Json, at: datetime, entered: datetime, account: str, person: str | None) -> bool:
        match one["kind"]:
            case "attribute":
                row = self.accounts[account] if person is None else self.people[person]
                return holds(one, row.get(one["attribute"]))
            case "account-list":
                return any(account in self.lists[name] for name in one["lists"]) is one.get("holds", True)
            case "event-history":
                times = sum(1 for event in self.history(one, at, entered, person or ""))
                return (times >= one.get("at_least", 1)) is not one.get("inactive", False)
        raise AssertionError(one["kind"])

    def history(self, one: Json, at: datetime, entered: datetime, person: str) -> Iterator[dict[str, Any]]:
        since = datetime(1970, 1, 1)
        if one.get("date"):
            since = entered - timedelta(days=one["date"]["count"])
        for event in (*(row for row in self.data.activities if row["ts"] <= at), *self.told):
            if event["type"] == one["event"] and event.get("person_id") == person and event["ts"] >= since:
                yield event


def order_of(document: Json) -> list[str]:
    """Topological order; of those that could come next, the one that stands first in the document."""
    place = {node["id"]: number for number, node in enumerate(document["nodes"])}
    before: dict[str, set[str]] = {name: set() for name in place}
    for one in document["transitions"]:
        if one["to"]:
            before[one["to"]].add(one["from"])
    found: list[str] = []
    while len(found) < len(place):
        found.append(min((name for name in place if name not in found and before[name] <= set(found)), key=place.get))  # type: ignore[arg-type]
    return found


def later(at: datetime, value: int, unit: str) -> datetime:
    if unit != "months":
        return at + timedelta(**{unit: value})
    month = at.year * 12 + at.month - 1 + value
    year, month = divmod(month, 12)
    last = (date(year + (month == 11), (month + 1) % 12 + 1, 1) - timedelta(days=1)).day
    return at.replace(year=year, month=month + 1, day=min(at.day, last))


def window(at: datetime, period: str, every: int) -> datetime:
    """The beginning of the calendar window, counted from 1970; weeks begin on Sunday."""
    origin = datetime(1970, 1, 1)
    if period == "hourly":
        return origin + timedelta(hours=(at - origin) // timedelta(hours=1) // every * every)
    if period == "daily":
        return origin + timedelta(days=(at - origin).days // every * every)
    if period == "weekly":
        sunday = datetime(1969, 12, 28)
        return sunday + timedelta(weeks=(at - sunday).days // 7 // every * every)
    months = ((at.year - 1970) * 12 + at.month - 1) // every * every
    return datetime(1970 + months // 12, months % 12 + 1, 1)


_NEGATIVE = {"is-not": "is", "not-starts-with": "starts-with", "not-contains": "contains"}
_PLAIN: dict[str, Callable[[Any, list[Any]], bool]] = {
    "is": lambda value, options: value in options,
    "starts-with": lambda value, options: any(value.startswith(one) for one in options),
    "contains": lambda value, options: any(one in value for one in options),
    "greater-than": lambda value, options: value > options[0],
    "less-than": lambda value, options: value < options[0],
    "at-least": lambda value, options: value >= options[0],
    "at-most": lambda value, options: value <= options[0],
    "between": lambda value, options: options[0] <= value <= options[1],
}


def holds(part: Json, value: Any) -> bool:
    """A comparison of section 6.2, for texts and whole numbers."""
    operator = part.get("operator", "is")
    if operator in {"empty", "not-empty"}:
        return (value is None or value == "") is (operator == "empty")
    if operator == "is-any":
        return value is not None
    if operator in _NEGATIVE:
        return not holds({**part, "operator": _NEGATIVE[operator]}, value)
    if value is None:
        return False
    options = [one.strip().lower() if isinstance(one, str) else one for one in part.get("values", [])]
    plain = value.strip().lower() if isinstance(value, str) else value
    return bool(_PLAIN[operator](plain, options))
