"""The frozen instant of a run, as documents and the command line give it."""

from datetime import datetime
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from engine.catalog.sources import Clock
from engine.document.model import Document
from engine.problems import EngineError, Problem
from engine.texts import quoted, say


def clock_of(document: Document, as_of: datetime | None = None) -> Clock:
    """The frozen instant in the document's zone. Errors: unknown-zone, wrong-as-of."""
    try:
        zone = ZoneInfo(document.zone)
    except (ZoneInfoNotFoundError, ValueError, OSError) as error:
        raise EngineError(
            Problem(
                code="unknown-zone",
                what=say("There is no time zone {zone}.", zone=quoted(document.zone)),
                fix="Choose one such as Europe/Paris or UTC.",
                field="zone",
            )
        ) from error
    if as_of is None and document.as_of:
        as_of = read_instant(document.as_of)
    if as_of is None:
        as_of = datetime.now(zone).replace(microsecond=0)
    return Clock(as_of.astimezone(zone).replace(tzinfo=None) if as_of.tzinfo else as_of, zone)


def read_instant(text: str) -> datetime:
    """An instant as documents and the command line write it. Errors: wrong-as-of."""
    try:
        return datetime.fromisoformat(text)
    except ValueError as error:
        raise EngineError(
            Problem(
                code="wrong-as-of",
                what=say("{text} is not an instant.", text=quoted(text)),
                fix="Write it as 2025-10-01T09:00.",
                field="as_of",
            )
        ) from error
