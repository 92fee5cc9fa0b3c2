"""Messages to telephones: who has a number, and who has agreed. Unlike e-mail, no word means no."""

import re

from sqlglot import exp

from engine.journey.ground import Ground
from engine.journey.registers import Entity, Register
from engine.journey.rows import Rows
from engine.trees import negated, query, sure, text
from engine.types import STRING

SEGMENT = 160
RESERVED = re.compile(r'[\\/:*?"<>|]')
CANADIAN = (
    "204", "226", "236", "249", "250", "263", "289", "306", "343", "354", "365", "367", "368", "382", "403", "416",
    "418", "428", "431", "437", "438", "450", "468", "474", "506", "514", "519", "548", "579", "581", "584", "587",
    "604", "613", "639", "647", "672", "683", "705", "709", "742", "753", "778", "780", "782", "807", "819", "825",
    "867", "873", "879", "902", "905",
)  # fmt: skip
"""The area codes of the country code +1 that are not in the United States of America but in Canada."""


def number_of(rows: Rows) -> exp.Expr:
    """The person's mobile number."""
    return rows.field(Entity.PERSON, "mobile_phone").tree


def agreed_to(rows: Rows, channel: str, scope: str, key: str | None) -> exp.Expr:
    """Whether the person takes messages of a channel: by the consent of a scope if there is one, else in general."""
    general = rows.field(Entity.PERSON, f"consent_{channel}").tree
    special = rows.value(_consent(rows.ground, channel, scope, key))
    first, second = (special, general) if scope == "subscription" else (general, special)
    said = exp.Coalesce(this=first, expressions=[second])
    return sure(exp.Lower(this=said).eq(text("y")))


def in_united_states(number: exp.Expr) -> exp.Expr:
    """Whether a number has an area code of the United States of America."""
    digits = exp.Anonymous(this="REGEXP_REPLACE", expressions=[number.copy(), text("[^0-9+]"), text(""), text("g")])
    north = exp.StartsWith(this=digits, expression=text("+1"))
    area = exp.Substring(this=digits.copy(), start=exp.Literal.number(3), length=exp.Literal.number(3))
    canadian = exp.In(this=area, expressions=[text(code) for code in CANADIAN])
    return sure(exp.and_(north, negated(canadian)))


def _consent(ground: Ground, channel: str, scope: str, key: str | None) -> Register:
    """What people said for one sender, or for their own number; null for who said nothing."""
    mine = text(key) if key is not None else exp.column("mobile_phone", table="p")
    before = query(
        "SELECT p.person, MIN(c.val) AS value FROM consents AS c JOIN people AS p ON p.person_id = c.person_id"
        " WHERE c.channel = $channel AND c.scope = $scope AND c.key = $key GROUP BY p.person",
        consents=ground.source("consent_detail"), people=ground.entity(Entity.PERSON, ("mobile_phone",)),
        channel=text(channel), scope=text(scope), key=mine,
    )  # fmt: skip
    return Register(f"consent.{channel}.{scope}:{key or ''}", Entity.PERSON, STRING, before=before)
