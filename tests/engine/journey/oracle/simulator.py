"""A slow twin of the journey engine: one event after the other from a queue, in plain Python, written from the
specification. It shares no code with the engine and reads documents and rows as they are.

The queue is ordered by (instant, phase, node rank, account, person); whoever is woken or started by an effect of the
same instant goes on in the next round, which is a later phase.
"""

import heapq
import itertools
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

RECORDED, GROUPS, COMPLETENESS, AUDIENCE, NODES = 0, 1, 2, 5, 6
DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
SENT = "directMarketing.emailSent"
NEVER = datetime(2255, 1, 1)
HOPS = 10
Json = Any


@dataclass
class Token:
    """One entry of an account, or of a person, into one of the journeys that run together."""

    account: str
    entry: int
    entered: datetime
    exited: datetime | None = None
    journey: int = 0
    person: str = ""
    hops: int = 0
    pending: tuple[Any, ...] | None = None
    """The crossing that it is about to make."""
    removed: bool = False

    @property
    def whose(self) -> str:
        return self.account or self.person


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
class Group:
    """The buying group of an account for the one interest of a world."""

    stage: str | None = None
    status: str | None = None
    score: float | None = None


@dataclass
class Member:
    """Whoever is, or was, in a group: the role, who said so last, and whether they were removed."""

    role: str
    source: str
    removed: bool = False


@dataclass
class Interest:
    """The interest of a world: its cards in order (role, needed or 0, condition or None), who makes groups, stages."""

    cards: list[tuple[str, int, Json]]
    audience: Json
    update_existing: bool
    groups: dict[str, Group]
    members: dict[tuple[str, str], Member]


STAGES: dict[str, tuple[bool, tuple[str, ...]]] = {
    "aware": (True, ("keen", "lost")), "keen": (True, ("won", "lost")), "won": (False, ()), "lost": (False, ("aware",)),
}  # fmt: skip
"""Stage to whether groups may begin there, and where they may go from it."""


@dataclass
class Service:
    """An external service of a world: what it answers by account, who fails, and its times in seconds and minutes."""

    answers: dict[str, str]
    failures: tuple[str, ...]
    latency: int
    timeout: int

    def fails(self, whom: str) -> bool:
        return whom in self.failures or self.latency > self.timeout * 60

    def answered(self, whom: str, at: datetime) -> datetime:
        """When somebody who asks at an instant goes on."""
        return at + (timedelta(minutes=self.timeout) if self.fails(whom) else timedelta(seconds=self.latency))


@dataclass
class Data:
    """The rows that a run reads; keys as in the tables."""

    accounts: dict[str, dict[str, Any]]
    people: dict[str, dict[str, Any]]
    relations: list[tuple[str, str, datetime | None, datetime | None]]
    activities: list[dict[str, Any]]
    lists: dict[str, set[str]]
    limits: list[tuple[int, str, int]] = field(default_factory=list)
    interest: Interest | None = None
    services: dict[str, Service] = field(default_factory=dict)


class Simulator:
    """One run of one journey. After `run`, `crossings` and `acts` hold what happened."""

    def __init__(
        self, document: Json, data: Data, start: datetime, end: datetime, linked: Sequence[Json] = ()
    ) -> None:  # fmt: skip
        self.data, self.start, self.end = data, start, end
        self.documents = [document, *linked]
        self.number = {one["id"]: place for place, one in enumerate(self.documents)}
        self.nodes = {node["id"]: node for one in self.documents for node in one["nodes"]}
        self.journey_of = {node["id"]: place for place, one in enumerate(self.documents) for node in one["nodes"]}
        names = [name for one in self.documents for name in order_of(one)]
        self.rank = {name: place for place, name in enumerate(names, start=1)}
        self.next = {(way["from"], way["port"]): way["to"] for one in self.documents for way in one["transitions"]
                     if way["to"]}  # fmt: skip
        self.accounts = {key: dict(row) for key, row in data.accounts.items()}
        self.people = {key: dict(row) for key, row in data.people.items()}
        self.lists = {key: set(members) for key, members in data.lists.items()}
        interest = data.interest
        self.groups = {} if interest is None else {key: replace(one) for key, one in interest.groups.items()}
        self.members = {} if interest is None else {key: replace(one) for key, one in interest.members.items()}
        self.scored = False
        self.told: list[dict[str, Any]] = []
        self.queue: list[Any] = []
        self.count = itertools.count()
        self.waiters: list[Waiter] = []
        self.assigned: dict[str, list[int]] = {}
        self.attempts: dict[str, list[tuple[str, Token, str, bool]]] = defaultdict(list)
        self.tokens: dict[tuple[int, str], list[Token]] = defaultdict(list)
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
            if self.data.interest is not None:
                self.push(day, GROUPS, 0, "", ("groups", self.data.interest))
            self.push(day, AUDIENCE, 0, "", ("audience",))
            day += timedelta(days=1)
        self.push(self.start, COMPLETENESS, 0, "", ("completeness",))
        while self.queue:
            at, phase, _rank, _account, _number, work = heapq.heappop(self.queue)
            self.do(at, phase, work)

    def push(self, at: datetime, phase: int, rank: int, whose: str, work: Any) -> None:
        if at <= self.end:
            heapq.heappush(self.queue, (at, phase, rank, whose, next(self.count), work))

    def do(self, at: datetime, phase: int, work: Any) -> None:
        match work:
            case ("visit", _, token) | ("exit", token) if token.removed:
                return
            case ("visit", _, token) | ("exit", token) if token.pending is not None:
                self.crossings.add(token.pending)
                token.pending = None
        match work:
            case ("answer", node, token, person, failed):
                self.do_answer(at, phase, node, token, person, failed)
            case ("visit", node, token):
                self.do_visit(at, phase, node, token)
            case ("people", node, token, people):
                self.do_people(at, phase, node, token, people)
            case ("timeout", waiter):
                self.do_timeout(at, phase, waiter)
            case ("exit", token):
                token.exited = at
            case _:
                self.do_for_all(at, work)

    def do_for_all(self, at: datetime, work: Any) -> None:
        """What happens to everybody at an instant, before any token moves."""
        match work:
            case ("recorded",):
                self.do_recorded(at)
            case ("groups", interest):
                self.do_groups(at, interest)
            case ("completeness",):
                self.scored = True
                for account in sorted(self.groups):
                    self.rescore(account, at, COMPLETENESS)
            case ("audience",):
                self.do_audience(at)

    # -- buying groups -----------------------------------------------------------------------------------------

    def do_groups(self, at: datetime, interest: Interest) -> None:
        """The daily job: groups for accounts of the audience, then members by the cards."""
        fresh = []
        for account in sorted(self.accounts) if interest.audience is not None else ():
            named = (self.accounts[account]["name"] or "").strip()
            if account not in self.groups and named and self.condition(interest.audience, at, at, account, None):
                self.groups[account] = Group()
                fresh.append(account)
                if self.scored:
                    self.rescore(account, at, GROUPS)
        for account in sorted(self.groups) if interest.update_existing else fresh:
            fits = {person: self.fitting_role(interest, at, account, person) for person in self.carried(account, at)}
            known = {person for whose, person in self.members if whose == account}
            for person in sorted({*known, *(one for one, role in fits.items() if role)}):
                self.keep(at, account, person, fits.get(person))

    def fitting_role(self, interest: Interest, at: datetime, account: str, person: str) -> str | None:
        return next((role for role, _, condition in interest.cards
                     if condition is not None and self.condition(condition, at, at, account, person)),
                    None)  # fmt: skip

    def keep(self, at: datetime, account: str, person: str, role: str | None) -> None:
        member = self.members.get((account, person))
        if member is not None and member.source != "job":
            return
        old = None if member is None or member.removed else member.role
        if old == role:
            return
        self.change(at, GROUPS, account, person, role, "job")

    def change(self, at: datetime, phase: int, account: str, person: str, role: str | None, source: str) -> None:
        """Give a member a role, or with None take them out; it is heard, and the score is reckoned anew."""
        old = self.members.get((account, person))
        self.members[account, person] = Member(role or (old.role if old else ""), source, removed=role is None)
        kind = "person.assignedToBuyingGroup" if role else "person.removedFromBuyingGroup"
        self.tell({"type": kind, "person_id": person, "new_value": role}, at, phase)
        self.rescore(account, at, phase)

    def rescore(self, account: str, at: datetime, phase: int) -> None:
        assert self.data.interest is not None
        parts = []
        for role, needed, _ in sorted((one for one in self.data.interest.cards if one[1]), key=lambda one: one[0]):
            there = sum(whose == account and one.role == role and not one.removed
                        for (whose, _), one in self.members.items())  # fmt: skip
            parts.append(min(there, needed) * 100.0 / needed)
        score = sum(parts[1:], parts[0]) / len(parts)
        group = self.groups[account]
        if score != group.score:
            group.score = score
            self.tell({"type": "account.completenessScoreChanged", "account_id": account}, at, phase)

    def stage(self, at: datetime, phase: int, account: str, stage: str) -> str:
        group = self.groups.get(account)
        if group is None:
            return "skipped_no_buying_group"
        if group.stage == stage:
            return "skipped_no_change"
        if not (STAGES[stage][0] if group.stage is None else stage in STAGES[group.stage][1]):
            return "skipped_invalid_transition"
        group.stage = stage
        self.tell({"type": "account.buyingGroupStageChanged", "account_id": account, "new_value": stage}, at, phase)
        return "applied"

    def status(self, at: datetime, phase: int, account: str, status: str) -> str:
        group = self.groups.get(account)
        if group is None:
            return "skipped_no_buying_group"
        if group.status == status:
            return "skipped_no_change"
        group.status = status
        self.tell({"type": "account.buyingGroupStatusChanged", "account_id": account, "new_value": status}, at, phase)
        return "applied"

    def membership(self, at: datetime, phase: int, account: str, person: str, role: str | None) -> str:
        """A journey assigns a role, or with None removes."""
        if account not in self.groups:
            return "skipped_no_buying_group"
        member = self.members.get((account, person))
        old = None if member is None or member.removed else member.role
        if role is not None and old == role:
            return "skipped_already_member"
        if role is None and old is None:
            return "skipped_not_member"
        if member is not None and member.source == "manual":
            return "skipped_precedence"
        self.change(at, phase, account, person, role, "journey")
        return "applied"

    # -- services ----------------------------------------------------------------------------------------------

    def do_ask(self, at: datetime, phase: int, name: str, token: Token) -> None:
        settings = self.nodes[name]["settings"]
        service = self.data.services[settings["service"]]
        if settings.get("on") == "people":
            self.do_ask_people(at, phase, name, token, service)
            return
        out = service.answered(token.account, at)
        port = "error"
        if not service.fails(token.account):
            said = service.answers.get(token.account)
            port = "path" if "paths" not in settings else next(
                (f"path:{one['id']}" for one in settings["paths"] if holds(one["compared"], said)),
                "error")  # fmt: skip
        awake = phase if out == at else NODES
        self.push(out, awake, self.rank[name], token.account, ("answer", name, token, None, port == "error"))
        self.leave(name, token, at, port, out, awake)

    def do_ask_people(self, at: datetime, phase: int, name: str, token: Token, service: Service) -> None:
        """Each person is asked at once; the account goes on with the last answer, if there was any."""
        people = sorted(self.carried(token.account, at))
        for person in people:
            out = service.answered(person, at)
            self.push(out, phase if out == at else NODES, self.rank[name], token.account,
                      ("answer", name, token, person, service.fails(person)))  # fmt: skip
        out = max((service.answered(person, at) for person in people), default=at)
        port = "error" if people and all(service.fails(person) for person in people) else "path"
        self.leave(name, token, at, port, out, phase if out == at else NODES)

    def do_answer(self, at: datetime, phase: int, name: str, token: Token, person: str | None, failed: bool) -> None:
        settings = self.nodes[name]["settings"]
        service = self.data.services[settings["service"]]
        outcome = "applied"
        if failed:
            outcome = "failed_timeout" if service.latency > service.timeout * 60 else "failed_error"
        elif "paths" not in settings:
            said = service.answers.get(person or token.account)
            attribute = "person_status" if person else "industry"
            old = (self.people[person] if person else self.accounts[token.account])[attribute]
            outcome = self.update(at, phase, attribute, old if said is None else said, token, person)
        self.acts.add((name, token.account, token.entry, person, at, outcome))

    # -- entries -----------------------------------------------------------------------------------------------

    def do_audience(self, at: datetime) -> None:
        source = self.source(0)
        settings = source["settings"]
        if source["type"] == "person-audience":
            for person in sorted(self.people):
                if self.condition(settings.get("condition") or {}, at, at, "", person) and self.may_enter(person, at):
                    self.enter(0, "", person, at, NODES)
            return
        for account in sorted(self.accounts):
            if settings.get("input") == "list":
                member = account in self.lists[settings["list"]]
            else:
                member = self.condition(settings.get("condition") or {}, at, at, account, None)
            if member and (self.accounts[account]["name"] or "").strip() and self.may_enter(account, at):
                self.enter(0, account, "", at, NODES)

    def source(self, journey: int) -> Json:
        return next(node for node in self.documents[journey]["nodes"] if node["type"].endswith("-audience"))

    def enter(self, journey: int, account: str, person: str, at: datetime, phase: int, hops: int = 0) -> None:
        tokens = self.tokens[journey, account or person]
        token = Token(account, len(tokens) + 1, at, journey=journey, person=person, hops=hops)
        tokens.append(token)
        source = self.source(journey)["id"]
        if hops <= HOPS:
            self.push(at, phase, self.rank[source], token.whose, ("visit", source, token))

    def may_enter(self, whose: str, at: datetime) -> bool:
        before = self.tokens[0, whose]
        return not before or (before[-1].exited is not None and before[-1].exited < at and self.rested(0, before, at))

    def rested(self, journey: int, before: list[Token], at: datetime) -> bool:
        """Whether the rules of re-entry let somebody in again who has been in a journey."""
        rule = self.documents[journey]["journey"].get("re_entry") or {}
        last = before[-1]
        if not rule.get("enabled") or last.exited is None:
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
        token.pending = (node, token.whose, token.entry, at, port, out)
        follower = self.next.get((node, port))
        if follower is None:
            self.push(out, awake, self.rank[node], token.whose, ("exit", token))
        else:
            self.push(out, awake, self.rank[follower], token.whose, ("visit", follower, token))

    def gone(self, node: str, token: Token, at: datetime, reason: str, out: datetime) -> None:
        self.crossings.add((node, token.whose, token.entry, at, reason, out))
        token.exited = out

    def take_out(self, token: Token, at: datetime) -> None:
        """Take a token out of its journey, wherever it is."""
        waiter = next((one for one in self.waiters if one.token is token and not one.done), None)
        node, since = self.source(token.journey)["id"], token.entered
        if waiter is not None:
            waiter.done = True
            node, since = waiter.node, waiter.since
        elif token.pending is not None:
            node, since = token.pending[0], token.pending[3]
        token.removed, token.pending = True, None
        self.gone(node, token, since, "removed_by_action", at)

    def do_visit(self, at: datetime, phase: int, name: str, token: Token) -> None:
        node = self.nodes[name]
        settings = node["settings"]
        match node["type"]:
            case "end":
                self.gone(name, token, at, "completed", at)
            case "account-audience" | "person-audience" | "merge" | "close":
                self.leave(name, token, at, "out", at, phase)
            case "action":
                self.do_action(at, phase, name, token)
            case "split-accounts":
                self.do_split(at, phase, name, token)
            case "split-people":
                (self.do_split if token.person else self.do_group)(at, phase, name, token)
            case "wait":
                out = self.wait_until(settings, at)
                self.leave(name, token, at, "out", out, phase if out == at else NODES)
            case "listen":
                self.do_listen(at, phase, name, token)
            case "external-action" | "external-split":
                self.do_ask(at, phase, name, token)
            case "variant":
                self.do_variant(at, phase, name, token)
            case _:
                raise AssertionError(node["type"])

    def do_variant(self, at: datetime, phase: int, name: str, token: Token) -> None:
        if not token.person and self.nodes[name]["settings"].get("by") == "people":
            self.do_group(at, phase, name, token)
        else:
            self.leave(name, token, at, f"path:{self.share(name, token)}", at, phase)

    def share(self, name: str, token: Token) -> str:
        """The path of a variant split: for people by a hash, for accounts by quota."""
        paths = self.nodes[name]["settings"]["paths"]
        if token.person:
            bucket = murmur3(f"{token.person}:{self.documents[token.journey]['id']}") % 10_000
            upto = itertools.accumulate(one["percent"] * 100 for one in paths)
            return str(next(one["id"] for one, most in zip(paths, upto, strict=True) if bucket < most))
        shares = [one["percent"] for one in paths]
        taken = self.assigned.setdefault(name, [0] * len(shares))
        total = sum(taken) + 1
        behind = [share * total - 100 * done for share, done in zip(shares, taken, strict=True)]
        chosen = behind.index(max(behind))
        taken[chosen] += 1
        return str(paths[chosen]["id"])

    def do_split(self, at: datetime, phase: int, name: str, token: Token) -> None:
        settings = self.nodes[name]["settings"]
        for path in settings["paths"]:
            if self.condition(path["condition"], at, token.entered, token.account, token.person or None):
                self.leave(name, token, at, f"path:{path['id']}", at, phase)
                return
        if settings.get("other"):
            self.leave(name, token, at, "other", at, phase)
        else:
            self.gone(name, token, at, "no_match", at)

    def do_group(self, at: datetime, phase: int, name: str, token: Token) -> None:
        for port, people in self.shared_out(at, name, token).items():
            follower = self.next.get((name, port))
            while follower is not None and self.nodes[follower]["type"] != "close":
                self.push(at, phase, self.rank[follower], token.account, ("people", follower, token, people))
                follower = self.next.get((follower, "out"))
        closes = self.close_of(name)
        token.pending = (name, token.account, token.entry, at, "_close", at)
        self.push(at, phase, self.rank[closes], token.account, ("visit", closes, token))

    def shared_out(self, at: datetime, name: str, token: Token) -> dict[str, list[str]]:
        """The people of an account by the output that each takes."""
        node = self.nodes[name]
        settings = node["settings"]
        ways: dict[str, list[str]] = defaultdict(list)
        people = self.carried(token.account, at)
        if node["type"] == "variant":
            key = f"{self.documents[token.journey]['id']}:{name}:{token.entry}"
            people.sort(key=lambda one: (murmur3(f"{one}:{key}"), one))
            sizes = [one["percent"] * len(people) // 100 for one in settings["paths"][:-1]]
            if len(people) == 1:
                sizes = [1]
            for path, size in zip(settings["paths"], [*sizes, len(people)], strict=False):
                ways[f"path:{path['id']}"] += people[:size]
                people = people[size:]
            return ways
        for person in people:
            for path in settings["paths"]:
                if self.condition(path["condition"], at, token.entered, token.account, person):
                    ways[f"path:{path['id']}"].append(person)
                    break
            else:
                ways["other" if settings.get("other") else "skip"].append(person)
        return ways

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
        if not self.concerns(event, waiter.token, settings, at):
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

    def concerns(self, event: dict[str, Any], token: Token, settings: Json, at: datetime) -> bool:
        """Whether an event is the token's own, or that of one of its people."""
        person = event.get("person_id") or ""
        if token.person:
            return bool(person == token.person)
        if settings.get("on", "people") == "people":
            return person in self.carried(token.account, at)
        return bool(event.get("account_id") == token.account)

    def tell(self, event: dict[str, Any], at: datetime, phase: int) -> None:
        self.told.append({**event, "ts": at})
        for waiter in list(self.waiters):
            if not waiter.done:
                self.hear(waiter, event, at, phase + 1 if phase >= NODES else NODES)

    # -- actions -----------------------------------------------------------------------------------------------

    def do_action(self, at: datetime, phase: int, name: str, token: Token) -> None:
        settings = self.nodes[name]["settings"]
        if token.person:
            self.do_people(at, phase, name, token, [token.person])
        elif settings["on"] == "people":
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
                for carried in self.carried(token.account, at) if settings.get("people") else ():
                    self.tell({"type": "leadOperation.interestingMoment", "person_id": carried,
                               "asset_type": settings["type"]}, at, phase)  # fmt: skip
                outcome = "applied"
            case "acct.add_to_list":
                members = self.lists[settings["list"]]
                outcome = "skipped_already_member" if token.account in members else "applied"
                members.add(token.account)
            case "ppl.send_email":
                outcome = self.send(at, phase, name, settings, token, person or "")
            case "acct.add_to_journey" | "ppl.add_to_journey":
                outcome = self.add(at, phase, self.number[settings["journey"]], token, person)
            case "acct.remove_from_journey" | "ppl.remove_from_journey":
                tokens = self.tokens[self.number[settings["journey"]], person or token.account]
                inside = [one for one in tokens if one.exited is None]
                outcome = "applied" if inside else "skipped_not_in_journey"
                for one in inside:
                    self.take_out(one, at)
            case _:
                outcome = self.act_on_group(at, phase, action["action"], settings, token, person)
        self.acts.add((name, token.account or None, token.entry, person, at, outcome))

    def act_on_group(
        self, at: datetime, phase: int, action: str, settings: Json, token: Token, person: str | None
    ) -> str:
        match action:
            case "acct.bg_stage":
                return self.stage(at, phase, token.account, settings["stage"])
            case "acct.bg_status":
                return self.status(at, phase, token.account, settings["status"])
            case "ppl.assign_bg" | "ppl.remove_bg":
                return self.membership(at, phase, token.account, person or "", settings.get("role"))
        raise AssertionError(action)

    def add(self, at: datetime, phase: int, journey: int, token: Token, person: str | None) -> str:
        before = self.tokens[journey, person or token.account]
        if before and before[-1].exited is None:
            return "skipped_already_in_journey"
        if before and not self.rested(journey, before, at):
            return "skipped_reentry"
        account = "" if person else token.account
        self.enter(journey, account, person or "", at, phase + 1, token.hops + 1)
        return "applied"

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
        if self.documents[token.journey]["journey"].get("email_dedup") and not token.person:
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
            case "buying-group":
                group = self.groups.get(account)
                return (group is not None and self.fits_group(one, group, account)) is one.get("holds", True)
            case "buying-group-member":
                return self.is_member(one, account, person or "") is one.get("holds", True)
            case "event-history":
                times = sum(1 for event in self.history(one, at, entered, person or ""))
                return (times >= one.get("at_least", 1)) is not one.get("inactive", False)
        raise AssertionError(one["kind"])

    def fits_group(self, one: Json, group: Group, account: str) -> bool:
        values = {"stage": group.stage, "status": group.status, "completeness": group.score}
        if not all(holds(one[name], value) for name, value in values.items() if name in one):
            return False
        count = one.get("role_count")
        if count is None:
            return True
        there = sum(whose == account and not member.removed and member.role in count["roles"]
                    for (whose, _), member in self.members.items())  # fmt: skip
        return holds(count, there)

    def is_member(self, one: Json, account: str, person: str) -> bool:
        member = self.members.get((account, person))
        if member is None or account not in self.groups:
            return False
        wanted = one.get("is_removed")
        fits = wanted is None or member.removed is wanted
        return fits and ("role" not in one or (not member.removed and holds(one["role"], member.role)))

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


def murmur3(key: str) -> int:
    """MurmurHash3 of 32 bits with seed 0, of a text."""
    data = key.encode()
    found, mask = 0, 0xFFFFFFFF

    def mixed(block: int) -> int:
        block = block * 0xCC9E2D51 & mask
        return ((block << 15 | block >> 17) & mask) * 0x1B873593 & mask

    for place in range(0, len(data) // 4 * 4, 4):
        found ^= mixed(int.from_bytes(data[place : place + 4], "little"))
        found = ((found << 13 | found >> 19) & mask) * 5 + 0xE6546B64 & mask
    found ^= mixed(int.from_bytes(data[len(data) // 4 * 4 :], "little")) ^ len(data)
    found = (found ^ found >> 16) * 0x85EBCA6B & mask
    found = (found ^ found >> 13) * 0xC2B2AE35 & mask
    return found ^ found >> 16


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
