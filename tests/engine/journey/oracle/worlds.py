"""Small worlds and journeys from a seed: shared people, zero waits, equal instants, re-entry, limits."""

import random
from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

from tests.engine.journey.oracle.simulator import STAGES, Data, Group, Interest, Member, Service

START = datetime(2026, 1, 5)
OPENED, SENT, VIEWED = "directMarketing.emailOpened", "directMarketing.emailSent", "web.webpagedetails.pageViews"
Json = dict[str, Any]
WITH_GROUPS = 1_000_000
"""Seeds from here on have a buying group of an account, and services that journeys ask."""


class World:
    """The rows and the journey of one seed."""

    def __init__(self, seed: int) -> None:
        self.random = random.Random(seed)
        self.end = START + timedelta(days=self.random.choice([3, 8, 20]))
        self.data = self._data()
        if seed >= WITH_GROUPS:
            self.data.interest, self.data.services = self._interest(), self._services()
        # Most are journeys of accounts, some with others that they add to; some are journeys of people.
        shape = self.random.choice(["accounts"] * 5 + ["linked"] * 4 + ["people"] * 2)
        targets = ("b", "c") if shape == "linked" else ()
        self.document = Journey(self.random, self.data, "j", targets, of_people=shape == "people").document()
        self.linked = [
            Journey(self.random, self.data, name, targets, of_people=name == "c").document() for name in targets
        ]

    def _data(self) -> Data:
        choose = self.random.choice
        accounts = {
            f"A{number}": {"name": choose(["Acorn", "Birch", "Cedar"]), "industry": choose(["food", "tech", None]),
                           "employees": choose([10, 20, None])}
            for number in range(1, choose([2, 3, 5]) + 1)
        }  # fmt: skip
        if choose([False, False, True]):
            accounts["A1"]["name"] = None
        mails = ["x@example.com", "y@example.com", "z@example.com", "z@example.com", None]
        people = {
            f"P{number}": {"email": choose(mails), "job_title": choose(["CEO", "clerk", None]),
                           "person_score": choose([None, 0, 5]), "person_status": choose([None, "old"]),
                           "consent_email": choose([None, None, "y", "n"]),
                           "email_suspended": choose([None, False, True])}
            for number in range(1, choose([2, 4, 6]) + 1)
        }  # fmt: skip
        relations = []
        for person in people:
            for account in self.random.sample(sorted(accounts), choose([1, 1, 2])):
                since = choose([None, None, START + timedelta(days=choose([0, 1]))])
                until = choose([None, None, None, START + timedelta(days=choose([1, 2]))])
                if since is None or until is None or since < until:
                    relations.append((account, person, since, until))
                if choose([False] * 5 + [True]):
                    relations.append(
                        (
                            account,
                            person,
                            START + timedelta(hours=choose([6, 30])),
                            START + timedelta(hours=choose([31, 54])),
                        )
                    )
        activities = [self._activity(number, people, accounts) for number in range(choose([0, 4, 12]))]
        members = {account for account in accounts if choose([False, False, True])}
        limits = choose([[], [], [(1, "daily", 1)], [(1, "hourly", 2), (2, "weekly", 1)]])
        return Data(accounts, people, relations, _apart(activities), {"worked": members}, limits)

    def _interest(self) -> Interest:
        choose = self.random.choice
        cards: list[tuple[str, int, Any]] = [
            ("dm", choose([1, 2]), {"filters": [{"kind": "attribute", "attribute": "job_title",
                                                 "operator": "starts-with", "values": ["ce"]}]}),
            ("inf", choose([0, 1]), choose([
                {"filters": [{"kind": "attribute", "attribute": "person_status", "values": ["new"]}]},
                {"filters": [{"kind": "attribute", "attribute": "job_title", "values": ["clerk"]}]}])),
            ("champ", choose([0, 1]), None),
        ]  # fmt: skip
        audience = choose([None, {}, {"filters": [{"kind": "attribute", "attribute": "industry", "values": ["food"]}]}])
        groups = {account: Group(choose([None, "aware", "keen"]), choose([None, "hot"]), choose([None, 50.0]))
                  for account in self.data.accounts if choose([True, False])}  # fmt: skip
        members = {
            (account, person): Member(choose(["dm", "inf", "champ"]), choose(["manual", "journey", "job", "job"]),
                                      choose([False, False, True]))
            for account, person, _, _ in self.data.relations if account in groups and choose([True, False])
        }  # fmt: skip
        return Interest(cards, audience, choose([True, False]), groups, members)

    def _services(self) -> dict[str, Service]:
        def service(choose: Callable[[list[Any]], Any], whom: list[str], answers: list[str]) -> Service:
            return Service({one: choose(answers) for one in whom if choose([True, True, False])},
                           tuple(one for one in whom if choose([False, False, True])),
                           choose([0, 0, 30, 3600, 600]), choose([1, 60]))  # fmt: skip

        accounts, people = sorted(self.data.accounts), sorted(self.data.people)
        found = {name: service(self.random.choice, accounts, ["food", "tech"]) for name in ("tier", "writer")}
        return found | {"scribe": service(random.Random(len(accounts) + len(people)).choice, people, ["old", "new"])}

    def _activity(self, number: int, people: Json, accounts: Json) -> Json:
        choose = self.random.choice
        at = START + timedelta(hours=choose([-30, 0, 1, 12, 24, 24, 36, 48, 72, 100]))
        kind = choose([OPENED, OPENED, VIEWED, SENT, "person.dataValueChanged", "account.dataValueChanged"])
        row: Json = {"activity_id": f"E{number:03}", "type": kind, "ts": at}
        if kind == "account.dataValueChanged":
            return row | {"account_id": choose(sorted(accounts)), "attribute": "industry",
                          "new_value": choose(["food", "tech"])}  # fmt: skip
        row["person_id"] = choose(sorted(people))
        if kind == "person.dataValueChanged":
            return row | {"attribute": "person_status", "new_value": choose(["old", "new"])}
        return row | {"asset_name": choose(["Welcome", "Offer"])}


def _apart(activities: list[Json]) -> list[Json]:
    """Of several recorded changes of one field at one instant only the first: which of them counts is not said."""
    seen: set[tuple[Any, ...]] = set()
    found = []
    for one in activities:
        change = (one["ts"], one.get("person_id"), one.get("account_id"), one.get("attribute"))
        if "attribute" not in one or change not in seen:
            seen.add(change)
            found.append(one)
    return found


class Journey:
    """A journey that is grown node by node."""

    def __init__(
        self, choices: random.Random, data: Data, key: str, targets: tuple[str, ...] = (), *, of_people: bool = False
    ) -> None:
        self.random = choices
        self.data = data
        self.key, self.of_people = key, of_people
        self.targets = [one for one in targets if one != key]
        self.nodes: list[Json] = []
        self.transitions: list[Json] = []

    def document(self) -> Json:
        choose = self.random.choice
        condition: Json = choose([{}, {}, {"filters": [self.about_account()]}])
        if self.of_people:
            about = choose([{}, {"filters": [self.about_person()]}])
            source = self.node("person-audience", {"condition": about})
        else:
            source = self.node("account-audience", choose([{"condition": condition}, {"condition": {}},
                                                           {"input": "list", "list": "worked"}]))  # fmt: skip
        self.path([(source, "out")], depth=0, length=choose([2, 4, 6]))
        re_entry = {"enabled": choose([False, True]), "timing": choose(["from_end", "from_start"]),
                    "delay": {"value": choose([1, 2]), "unit": choose(["hours", "days"])},
                    "limit": choose([None, 2, 3])}  # fmt: skip
        return {
            "kind": "journey", "id": self.key, "name": self.key.upper(), "as_of": START.isoformat(),
            "journey": {"type": "person" if self.of_people else "account", "re_entry": re_entry,
                        "email_dedup": choose([False, True])},
            "nodes": self.nodes, "transitions": self.transitions,
        }  # fmt: skip

    def node(self, kind: str, settings: Json) -> str:
        name = f"{self.key}{len(self.nodes)}"
        self.nodes.append({"id": name, "type": kind, "settings": settings})
        return name

    def link(self, ends: list[tuple[str, str]], target: str | None) -> None:
        for source, port in ends:
            self.transitions.append({"id": f"t{len(self.transitions)}", "from": source, "port": port, "to": target})

    def path(self, ends: list[tuple[str, str]], depth: int, length: int) -> list[tuple[str, str]]:
        """Grow a path from open ends; the ends that are left open."""
        choose = self.random.choice
        for _ in range(length):
            if not ends:
                return []
            if len(ends) > 1:
                merge = self.node("merge", {})
                self.link(ends, merge)
                ends = [(merge, "out")]
            kinds = ["action", "action", "action", "wait", "listen", "people"]
            if self.data.services and not self.targets and not self.of_people and self.key == "j":
                kinds += ["ask", "write"] if depth < 2 else ["write"]
            kind = choose([*kinds, "split", "variant"] if depth < 2 else kinds)
            ends = self.step(kind, ends, depth)
        if choose([True, True, False]):
            end = self.node("end", {})
            self.link(ends, end)
            return []
        return ends

    def step(self, kind: str, ends: list[tuple[str, str]], depth: int) -> list[tuple[str, str]]:
        choose = self.random.choice
        if kind == "action":
            name = self.node("action", self.on_people() if self.of_people
                             else choose([self.on_account, self.on_people])())  # fmt: skip
        elif kind == "wait":
            name = self.node("wait", self.wait())
        elif kind == "listen":
            name = self.node("listen", self.listen())
            self.link(ends, name)
            settings = self.nodes[-1]["settings"]
            timed = settings["timeout"] and settings["timeout_path"]
            return self.branches([(name, "event"), *([(name, "timeout")] if timed else [])], depth)
        elif kind == "ask":
            name = self.node("external-split", {"service": "tier", "paths": [
                {"id": "1", "variable": "answer", "compared": {"values": ["food"]}}]})  # fmt: skip
            self.link(ends, name)
            return self.branches([(name, "path:1"), (name, "error")], depth)
        elif kind == "write":
            of_people = len(self.nodes) % 2 == 1
            name = self.node("external-action", {"service": "scribe" if of_people else "writer",
                                                 "on": "people" if of_people else "accounts"})  # fmt: skip
            self.link(ends, name)
            return [(name, "path"), *choose([[], [(name, "error")]])]
        elif kind == "people" and not self.of_people:
            return self.group(ends)
        elif kind in {"split", "people"}:
            other = choose([True, False])
            about = self.about_person if self.of_people else self.about_account
            name = self.node("split-people" if self.of_people else "split-accounts", {"other": other, "paths": [
                {"id": "1", "condition": {"logic": choose(["all", "any"]), "filters": [
                    about() for _ in range(choose([1, 2]))]}}
            ]})  # fmt: skip
            self.link(ends, name)
            return self.branches([(name, "path:1"), *([(name, "other")] if other else [])], depth)
        else:
            shares = choose([(50, 50), (50, 30, 20), (34, 33, 33)])
            name = self.node("variant", {"paths": [{"id": str(place), "percent": share}
                                                   for place, share in enumerate(shares, 1)]})  # fmt: skip
            self.link(ends, name)
            return self.branches([(name, f"path:{place}") for place in range(1, len(shares) + 1)], depth)
        self.link(ends, name)
        return [(name, "out")]

    def branches(self, ends: list[tuple[str, str]], depth: int) -> list[tuple[str, str]]:
        """Some branches grow on their own, the others stay open to be merged."""
        found: list[tuple[str, str]] = []
        for end in ends:
            if depth < 2 and self.random.choice([True, False]):
                found += self.path([end], depth + 1, self.random.choice([1, 2]))
            else:
                found.append(end)
        if found:
            return found
        merge = ends[0]
        return (
            [merge] if not any(one["from"] == merge[0] and one["port"] == merge[1] for one in self.transitions) else []
        )

    def group(self, ends: list[tuple[str, str]]) -> list[tuple[str, str]]:
        other = self.random.choice([True, False])
        if self.random.choice([False, False, True]):
            share = self.random.choice([50, 30])
            other = False
            split = self.node("variant", {"by": "people", "paths": [{"id": "1", "percent": share},
                                                                    {"id": "2", "percent": 100 - share}]})  # fmt: skip
        else:
            split = self.node("split-people", {"other": other, "paths": [
                {"id": "1", "condition": {"filters": [self.about_person()]}},
                {"id": "2", "condition": {"filters": [self.about_person()]}},
            ]})  # fmt: skip
        self.link(ends, split)
        last = []
        for port in ("path:1", "path:2", *(("other",) if other else ())):
            action = self.node("action", self.on_people())
            self.link([(split, port)], action)
            last.append((action, "out"))
        close = self.node("close", {})
        self.link(last, close)
        return [(close, "out")]

    def about_account(self) -> Json:
        return self.random.choice([
            {"kind": "attribute", "attribute": "industry", "operator": "is", "values": ["food"]},
            {"kind": "attribute", "attribute": "industry", "operator": "is-not", "values": ["food"]},
            {"kind": "attribute", "attribute": "employees", "operator": "at-least", "values": [20]},
            {"kind": "attribute", "attribute": "industry", "operator": "empty"},
            {"kind": "account-list", "lists": ["worked"], "holds": self.random.choice([True, False])},
            *self.about_group(),
        ])  # fmt: skip

    def about_group(self) -> list[Json]:
        return [] if self.data.interest is None else [
            {"kind": "buying-group", "holds": self.random.choice([True, False])},
            {"kind": "buying-group", "stage": {"values": [self.random.choice(["aware", "keen", "won"])]}},
            {"kind": "buying-group", "status": {"operator": "is-not", "values": ["hot"]}},
            {"kind": "buying-group", "completeness": {"operator": "at-least", "values": [50]}},
            {"kind": "buying-group", "role_count": {"operator": "at-least", "values": [1], "roles": ["dm"]}},
        ]  # fmt: skip

    def about_person(self) -> Json:
        return self.random.choice([
            {"kind": "attribute", "attribute": "person_score", "operator": "at-least", "values": [10]},
            {"kind": "attribute", "attribute": "person_score", "operator": "less-than", "values": [10]},
            {"kind": "attribute", "attribute": "person_status", "operator": "is", "values": ["new"]},
            {"kind": "attribute", "attribute": "job_title", "operator": "starts-with", "values": ["ce"]},
            {"kind": "event-history", "event": self.random.choice([SENT, OPENED]),
             "at_least": self.random.choice([1, 2]), "inactive": self.random.choice([True, False]),
             **self.random.choice([{}, {"date": {"operator": "in-past", "count": 1, "unit": "days"}}])},
            *([] if self.data.interest is None or self.of_people else [
                {"kind": "buying-group-member", "holds": self.random.choice([True, False]),
                 **self.random.choice([{}, {"is_removed": True}, {"is_removed": False},
                                       {"is_removed": False, "role": {"values": ["dm", "champ"]}}])},
            ]),
        ])  # fmt: skip

    def on_account(self) -> Json:
        action, settings = self.random.choice([
            ("acct.update_profile", {"attribute": "industry", "value": self.random.choice(["food", "tech", ""])}),
            ("acct.interesting_moment", {"type": "Web", "people": self.random.choice([True, False])}),
            ("acct.add_to_list", {"list": "worked"}),
            *([] if self.data.interest is None else [
                ("acct.bg_stage", {"interest": "cloud", "stage": self.random.choice([*STAGES])}),
                ("acct.bg_status", {"interest": "cloud", "status": self.random.choice(["hot", "cold"])}),
            ]),
            *([("acct.add_to_journey", {"journey": "b"})] * 2 if "b" in self.targets else []),
            *([("acct.remove_from_journey", {"journey": "b"})] if "b" in self.targets else []),
        ])  # fmt: skip
        return {"on": "accounts", "action": action, "settings": settings}

    def on_people(self) -> Json:
        action, settings = self.random.choice([
            ("ppl.update_profile", {"attribute": "person_status", "value": self.random.choice(["new", "old", ""])}),
            *([] if self.of_people else [
                ("ppl.change_score", {"change": self.random.choice(["+10", "-5", "=5"])}),
            ]),
            ("ppl.send_email", {"name": self.random.choice(["Welcome", "Offer"]), "subject": "S",
                                "operational": self.random.choice([False, False, True])}),
            *([] if self.data.interest is None or self.of_people else [
                ("ppl.assign_bg", {"interest": "cloud", "role": self.random.choice(["dm", "champ"])}),
                ("ppl.remove_bg", {"interest": "cloud"}),
            ]),
            *([("ppl.add_to_journey", {"journey": "c"})] * 2 if "c" in self.targets else []),
            *([("ppl.remove_from_journey", {"journey": "c"})] if "c" in self.targets else []),
        ])  # fmt: skip
        return {"on": "people", "action": action, "settings": settings}

    def wait(self) -> Json:
        choose = self.random.choice
        if choose([True, False]):
            return {"value": choose([0, 1]), "unit": choose(["hours", "days"]), "must_end_on": {
                "days": choose([["mon", "tue", "wed", "thu", "fri", "sat", "sun"], ["tue"], ["mon", "thu"]]),
                "time": choose(["00:00", "10:00"]), "zone": choose(["UTC", "America/New_York"])}}  # fmt: skip
        return {"value": choose([1, 12, 24]), "unit": choose(["hours", "minutes", "days"])}

    def listen(self) -> Json:
        choose = self.random.choice
        of_account = choose([False, False, True]) and not self.of_people
        if of_account:
            triggers: list[Json] = [{"event": choose([
                "account.interestingMoment", "account.dataValueChanged",
                *([] if self.data.interest is None else [
                    "account.buyingGroupStageChanged", "account.buyingGroupStatusChanged",
                    "account.completenessScoreChanged",
                ])])}]  # fmt: skip
        else:
            kind = choose([OPENED, SENT, "leadOperation.scoreChanged", "person.dataValueChanged",
                           "leadOperation.interestingMoment",
                           *([] if self.data.interest is None else [
                               "person.assignedToBuyingGroup", "person.removedFromBuyingGroup"])])  # fmt: skip
            triggers = [{"event": kind, "times": choose([1, 1, 2])}]
            if kind in {OPENED, SENT} and choose([True, False]):
                triggers[0]["where"] = [{"field": "asset_name", "operator": "is", "values": ["Welcome"]}]
        found: Json = {"on": "accounts" if of_account else "people", "triggers": triggers,
                       "timeout": choose([True, True, False]), "timeout_path": choose([True, True, False]),
                       "value": choose([1, 24]), "unit": choose(["hours", "days"])}  # fmt: skip
        if not of_account and choose([False, False, True]):
            found["filters"] = {"filters": [self.about_person()]}
        return found
