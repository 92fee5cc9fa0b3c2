"""A journey of thirty nodes that uses every kind of node, for benchmarks and scale tests."""

import json
from typing import Any

from engine.document.files import from_text
from engine.document.model import Document

Settings = dict[str, Any]


def _attribute(name: str, operator: str, *values: Any) -> Settings:
    return {"kind": "attribute", "attribute": name, "operator": operator, "values": list(values)}


def _path(key: str, *filters: Settings) -> Settings:
    return {"id": key, "condition": {"filters": list(filters)}}


def _act(on: str, action: str, **settings: Any) -> tuple[str, Settings]:
    return "action", {"on": on, "action": action, "settings": settings}


def _email(name: str) -> tuple[str, Settings]:
    return _act("people", "ppl.send_email", name=name, subject=name, body="Hello")


def _listen(event: str, asset: str | None = None, days: int = 10) -> tuple[str, Settings]:
    where = [] if asset is None else [{"field": "asset_name", "values": [asset]}]
    return "listen", {"triggers": [{"event": event, "where": where}], "timeout": True, "value": days}


OPENED, VIEWED = "directMarketing.emailOpened", "web.webpagedetails.pageViews"
NODES: dict[str, tuple[str, Settings]] = {
    "audience": ("account-audience", {"condition": {}}),
    "tiers": ("split-accounts", {"other": True, "paths": [
        _path("big", _attribute("annual_revenue", "greater-than", 5_000_000)),
        _path("known", _attribute("country", "is", "US", "Germany", "France")),
    ]}),
    "welcome": _email("Welcome"),
    "opened": _listen(OPENED),
    "raise": _act("people", "ppl.change_score", change="+10"),
    "moment": _act("accounts", "acct.interesting_moment", type="Milestone"),
    "merge": ("merge", {}),
    "wait-2": ("wait", {"value": 2, "must_end_on": {"days": ["mon", "tue", "wed", "thu", "fri"], "time": "10:00",
                                                     "zone": "Europe/Paris"}}),
    "leaders": ("split-people", {"paths": [
        _path("chiefs", _attribute("job_title", "starts-with", "CEO", "CTO", "CMO", "CFO", "VP")),
        _path("scored", _attribute("person_score", "at-least", 40)),
    ]}),
    "invite": _email("Invitation"),
    "lift": _act("people", "ppl.change_score", change="+5"),
    "close": ("close", {}),
    "worked": _act("accounts", "acct.add_to_list", list="worked"),
    "visited": _listen(VIEWED, days=20),
    "priced": _email("Prices"),
    "silent": _act("accounts", "acct.update_profile", attribute="source_type", value="silent"),
    "merge-2": ("merge", {}),
    "variant": ("variant", {}),
    "offer-a": _email("Offer A"),
    "offer-b": _email("Offer B"),
    "merge-3": ("merge", {}),
    "wait-5": ("wait", {}),
    "is-silent": ("split-accounts", {"other": True, "paths": [
        _path("yes", _attribute("source_type", "is", "silent")),
    ]}),
    "nurture": _act("people", "mkto.add_to_list", workspace="default", list="nurture"),
    "alert": _act("accounts", "acct.sales_alert", interest="cloud-suite", addresses=["sales@example.com"]),
    "end": ("end", {}),
    "known-mail": _email("Newsletter"),
    "wait-10": ("wait", {"value": 10}),
    "country": _act("people", "ppl.update_profile", attribute="person_status", value="known"),
    "end-other": ("end", {}),
}  # fmt: skip
WAYS = """
    audience:out:tiers tiers:path:big:welcome welcome:out:opened opened:event:raise opened:timeout:moment
    raise:out:merge moment:out:merge merge:out:wait-2 wait-2:out:leaders leaders:path:chiefs:invite
    leaders:path:scored:lift invite:out:close lift:out:close close:out:worked worked:out:visited
    visited:event:priced visited:timeout:silent priced:out:merge-2 silent:out:merge-2 merge-2:out:variant
    variant:path:1:offer-a variant:path:2:offer-b offer-a:out:merge-3 offer-b:out:merge-3 merge-3:out:wait-5
    wait-5:out:is-silent is-silent:path:yes:nurture is-silent:other:alert nurture:out:end alert:out:end
    tiers:path:known:known-mail known-mail:out:wait-10 wait-10:out:country country:out:end-other
    tiers:other:end-other
"""


def thirty_nodes(limit: int | None = None, start: str = "2026-01-05T00:00") -> Document:
    """The journey; with `limit`, accounts enter again a day after they left, so often in all."""
    re_entry = {"enabled": limit is not None, "limit": limit, "delay": {"value": 1, "unit": "days"}}
    transitions = []
    for place, way in enumerate(WAYS.split(), start=1):
        source, _, rest = way.partition(":")
        port, _, target = rest.rpartition(":")
        transitions.append({"id": f"t{place}", "from": source, "port": port, "to": target})
    return from_text(json.dumps({
        "kind": "journey", "id": "thirty", "name": "Thirty nodes", "as_of": start,
        "journey": {"schedule": {"end_date": "2026-12-31"}, "re_entry": re_entry},
        "nodes": [{"id": key, "type": kind, "settings": settings} for key, (kind, settings) in NODES.items()],
        "transitions": transitions,
    }))  # fmt: skip
