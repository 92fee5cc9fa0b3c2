"""What a check of a journey finds: the catalogue of section 2.6 and the rules of each node."""

from typing import Any

import pytest

from engine.document.model import Document
from engine.journey.action_registry import all_actions
from engine.journey.checking import check_journey
from engine.journey.contract import Context, Settings
from engine.journey.registry import all_nodes
from engine.runner.journeys import world_of_journey
from engine.workspace import Workspace

PATH = {"id": "1", "condition": {"filters": [{"kind": "attribute", "attribute": "country", "values": ["US"]}]}}


def _found(workspace: Workspace, nodes: dict[str, tuple[str, dict[str, Any]]], ways: str, **journey: Any) -> set[str]:
    transitions = []
    for place, way in enumerate(ways.split()):
        source, _, rest = way.partition(">")
        port, _, target = rest.partition(">")
        transitions.append({"id": f"t{place}", "from": source, "port": port, "to": target})
    subject = Document.model_validate({
        "kind": "journey", "id": "checked", "name": "Checked", "as_of": "2026-01-05T00:00",
        "journey": {"schedule": {"end_date": "2026-03-01"}, **journey}, "transitions": transitions,
        "nodes": [{"id": key, "type": kind, "settings": settings} for key, (kind, settings) in nodes.items()],
    })  # fmt: skip
    checked = check_journey(subject, world_of_journey(workspace, subject)[0])
    return {f"{problem.check}:{problem.node}:{problem.code}" for problem in checked.problems}


AUDIENCE: tuple[str, dict[str, Any]] = ("account-audience", {"condition": {}})
MAIL: tuple[str, dict[str, Any]] = (
    "action",
    {"on": "people", "action": "ppl.send_email", "settings": {"name": "N", "subject": "S"}},
)


@pytest.mark.req("B2B-47", "B2B-49", "B2B-50", "B2B-198", "B2B-268", "B2B-272", "B2B-273", "B2B-276", "B2B-285")
@pytest.mark.parametrize(
    ("nodes", "ways", "expected"),
    [
        ({"a": ("account-audience", {})}, "", "V01:a:missing-setting"),
        ({"m": ("merge", {})}, "", "V01:None:no-audience"),
        ({"a": AUDIENCE, "b": AUDIENCE}, "", "V01:None:several-audiences"),
        ({"a": AUDIENCE, "s": ("split-accounts", {"paths": [{"id": "1"}]})}, "a>out>s", "V03:s:missing-condition"),
        ({"a": AUDIENCE, "s": ("split-accounts", {"paths": [PATH, {**PATH, "id": "2"}]})}, "a>out>s",
         "V18:s:unreachable-path"),
        ({"a": AUDIENCE, "s": ("split-accounts", {"paths": [PATH]})}, "a>out>s", "V19:s:unmatched-leave"),
        ({"a": AUDIENCE, "s": ("split-accounts", {"paths": [{**PATH, "id": str(n)} for n in range(26)]})}, "a>out>s",
         "V06:s:many-paths"),
        ({"a": AUDIENCE, "v": ("variant", {"paths": [{"id": "1", "percent": 50}, {"id": "2", "percent": 49}]})},
         "a>out>v", "V05:v:shares-not-whole"),
        ({"a": AUDIENCE, "v": ("variant", {"paths": [{"id": "1", "percent": 100}]})}, "a>out>v", "V05:v:wrong-shares"),
        ({"a": AUDIENCE, "m": ("merge", {})}, "a>out>m", "V09:m:too-few-inputs"),
        ({"a": AUDIENCE, "g": ("split-people", {"paths": [PATH]}), "w": ("wait", {}), "c": ("close", {})},
         "a>out>g g>path:1>w w>out>c", "V10:w:not-in-group"),
        ({"a": AUDIENCE, "g": ("split-people", {"paths": [PATH]}), "c": ("close", {}),
          "l": ("listen", {"triggers": [{"event": "web.formFilledOut"}]})},
         "a>out>g g>path:1>l l>event>c", "V10:l:not-in-group"),
        ({"a": AUDIENCE, "g": ("split-people", {"paths": [PATH]}),
          "x": ("action", {"on": "accounts", "action": "acct.interesting_moment"}), "c": ("close", {})},
         "a>out>g g>path:1>x x>out>c", "V10:x:misplaced-action"),
        ({"a": AUDIENCE, "m": ("action", {"on": "people", "action": "ppl.send_email", "settings": {"name": "N"}})},
         "a>out>m", "V07:m:missing-setting"),
        ({"a": AUDIENCE, "x": ("action", {"on": "accounts", "action": "acct.add_to_list",
                                          "settings": {"list": "Nowhere"}})}, "a>out>x", "V08:x:unknown-reference"),
        ({"a": AUDIENCE, "w": ("wait", {"value": 0})}, "a>out>w", "V02:w:missing-setting"),
        ({"a": AUDIENCE, "w": ("wait", {"type": "date", "date": "2025-01-01T00:00"})}, "a>out>w", "V16:w:date-is-past"),
        ({"a": AUDIENCE, "w": ("wait", {"must_end_on": {"zone": "Mars/Base"}})}, "a>out>w", "V02:w:unknown-zone"),
        ({"a": AUDIENCE, "n": ("teleport", {})}, "a>out>n", "V02:n:unknown-activity"),
        ({"a": AUDIENCE, "x": ("action", {"on": "people", "action": "ppl.change_score",
                                          "settings": {"change": "much"}})}, "a>out>x", "V02:x:wrong-value"),
        ({"a": AUDIENCE, "x": ("action", {"on": "people", "action": "ppl.change_score",
                                          "settings": {"change": "+1"}})}, "a>out>x", "V22:x:deprecated"),
        ({"a": AUDIENCE, "l": ("listen", {})}, "a>out>l", "V02:l:missing-setting"),
        ({"a": AUDIENCE, "l": ("listen", {"triggers": [{"event": "account.interestingMoment"}]})}, "a>out>l",
         "V02:l:event-of-others"),
        ({"a": AUDIENCE, "l": ("listen", {"on": "accounts", "triggers": [{"event": "sms.bounced"}]})}, "a>out>l",
         "V02:l:event-of-others"),
        ({"a": AUDIENCE, "m": MAIL, "n": MAIL}, "a>out>m a>out>n", "V02:a:output-taken-twice"),
        ({"a": AUDIENCE, "m": MAIL, "n": MAIL}, "a>out>m m>out>n n>out>m", "V02:m:cycle"),
        ({"a": AUDIENCE, "m": MAIL}, "a>away>m", "V02:a:unknown-output"),
    ],
)  # fmt: skip
def test_a_check_finds(
    the_companies: Workspace, nodes: dict[str, tuple[str, dict[str, Any]]], ways: str, expected: str
) -> None:
    assert expected in _found(the_companies, nodes, ways)


@pytest.mark.req("B2B-105", "B2B-107", "B2B-168")
def test_every_action_says_whom_it_is_for_and_what_it_is_called() -> None:
    for name, action in all_actions().items():
        assert (name.startswith("acct.")) is (action.context is Context.ACCOUNTS)
        assert (action.__doc__ or "").strip().endswith(".")
        assert action.title
        assert isinstance(action.settings.model_validate({}), Settings)


def test_every_node_has_an_icon_a_sentence_and_settings_that_survive_json() -> None:
    for node in all_nodes().values():
        assert node.icon.startswith("ph.")
        assert (node.__doc__ or "").strip().endswith(".")
        settings = node.settings.model_validate({})
        assert type(settings).model_validate_json(settings.model_dump_json()) == settings
        assert len({port.id for port in node.ports(settings)}) == len(node.ports(settings))
