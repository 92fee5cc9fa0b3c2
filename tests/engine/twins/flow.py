"""Simulated flow control and channels: what passes unchanged, which path goes on, whom a message reaches."""

import re
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

from tests.engine import twin
from tests.engine.twin import Row
from tests.engine.twins import world
from tests.engine.twins.populations import DIMENSIONS, Entering, Left, Population, Settings, key_columns, look
from tests.engine.twins.rules import compared, value_at


def same(node: Entering) -> Left:
    """Fork, Wait, Alert, the data activities: all that enters goes out by every output."""
    entering = next(iter(node.inputs.values()), None)
    labels = node.settings.get("transitions")
    ports = ["result"] if labels is None else [f"branch:{place}" for place in range(1, len(labels) + 1)]
    if node.settings.get("outbound") is False:
        ports = []
    outputs: dict[str, Population | None] = dict.fromkeys(ports, entering)
    if node.settings.get("error_output"):
        outputs["error"] = None
    return Left(outputs, frozenset(ports), 0 if entering is None else len(entering.rows))


def and_join(node: Entering) -> Left:
    primary = node.several([node.settings["primary_set"]])
    return Left({"result": primary[0]}, frozenset(["result"]), len(primary[0].rows))


def test(node: Entering) -> Left:
    """The first condition that holds decides which output goes on; the population is what entered.

    A condition looks at the number of rows, or at the `actual` value of a variable.
    """
    conditions = node.settings["conditions"]
    ports = [f"condition:{number}" for number in range(1, len(conditions) + 1)]
    count = len(node.source.rows)
    taken = next(
        (
            port
            for port, one in zip(ports, conditions, strict=True)
            if compared(one.get("actual", count), one | {"kind": "condition"})
        ),
        None,
    )
    if node.settings.get("default_branch", True):
        ports.append("default")
        taken = taken or "default"
    return Left(dict.fromkeys(ports, node.source), frozenset([taken] if taken else []), count)


def end(node: Entering) -> Left:
    return replace(same(node), outputs={}, active=frozenset())


_CONSENTING = {"y", "yes", "true", "1", "in"}
PERSONS = {"orders": "buyer/", "seats": "holder/"}


@dataclass(frozen=True)
class Channel:
    """The columns of people that a channel uses, and the codes of its exclusions."""

    address: str
    consent: str
    no_address: str
    no_consent: str = ""
    malformed: str = ""


CHANNELS = {
    "email": Channel("mail", "ok_mail", "EmailNoAddressFoundInProfile", "EmailNoConsent", "EmailMalformedAddress"),
    "sms": Channel("phone", "ok_sms", "SMSNoToNumberDefinedInProfile", "SMSNoConsent"),
    "push": Channel("token", "", "PushNoTokenFoundInProfile"),
    "direct-mail": Channel("team", "", "DirectMailNoAddressFoundInProfile"),
}


def message(channel: Channel) -> Callable[[Entering], Left]:
    """Reach of a channel: all that enters goes out again, each row with its send status."""

    def send(node: Entering) -> Left:
        source = node.source
        seen: set[tuple[Any, ...]] = set()
        rows = [
            row | {"_send_status": _status(channel, node.settings, source, row, seen)}
            for row in twin.by_row_key(source.rows, source.row_key)
        ]
        reach = dict(Counter(row["_send_status"] for row in rows))
        return Left({"result": replace(source, rows=rows)}, frozenset(["result"]), len(rows), reach)

    return send


def _status(channel: Channel, settings: Settings, source: Population, row: Row, seen: set[tuple[Any, ...]]) -> str:
    """Tested in this order: it names a record, has an address, is the first of its target, has agreed."""
    if any(row[name] is None for name in source.key):
        return "NoTargetReconciled"
    address = str(_address(channel, settings, source, row) or "").strip(" ")
    if address == "":
        return channel.no_address
    if channel.malformed and not _is_mail(address):
        return channel.malformed
    secondary = settings.get("per") == "secondary"
    origin = [name for name in row if re.fullmatch(r"_origin_key(_\d+)?", name)]
    target = tuple(row[name] for name in (origin if secondary else source.key))
    if target in seen:
        return "SameTarget"
    seen.add(target)
    agreed = settings.get("message_category") == "transactional" or not channel.consent
    if agreed or source.dimension == "people-by-mail":
        return "reachable"
    said = look(source, row, PERSONS.get(source.table, "") + channel.consent)
    return "reachable" if said is True or str(said).lower() in _CONSENTING else channel.no_consent


def _address(channel: Channel, settings: Settings, source: Population, row: Row) -> Any:
    """Of the person, or of the record that the row came from."""
    if settings.get("per") != "secondary":
        return look(source, row, settings.get("address") or PERSONS.get(source.table, "") + channel.address)
    table = DIMENSIONS[source.origin or ""]
    names = key_columns(table, "_origin_key")
    record = next(
        (
            one
            for one in world.RECORDS[table]
            if [one[part] for part in world.KEYS[table]] == [row[name] for name in names]
        ),
        None,
    )
    return value_at(table, record, settings.get("address") or PERSONS.get(table, "") + channel.address)


def _is_mail(address: str) -> bool:
    """Something, one "@", and a domain of at least two parts, nowhere a space."""
    name, at, domain = address.partition("@")
    parts = domain.split(".")
    return (
        bool(name and at)
        and "@" not in domain
        and len(parts) > 1
        and all(parts)
        and not any(sign.isspace() for sign in address)
    )
