"""The words for what audiences are: their status, where they come from, what becomes of them."""

from datetime import UTC, datetime

from app.words import moment, number, tr
from engine.workspace.audiences import AudienceStatus, SavedAudience

SHOWN_BY_DEFAULT = (AudienceStatus.DRAFT, AudienceStatus.PUBLISHED)


def audience_word(status: AudienceStatus) -> str:
    """A status of an audience."""
    return {
        AudienceStatus.DRAFT: tr("Draft"),
        AudienceStatus.PUBLISHED: tr("Published"),
        AudienceStatus.INACTIVE: tr("Inactive"),
        AudienceStatus.DELETED: tr("Deleted"),
    }[status]


def origins() -> dict[str, str]:
    """Where audiences come from, and its words."""
    return {
        "campaign": tr("Saved by a campaign"),
        "file": tr("From a file"),
        "copy": tr("A copy"),
        "bundle": tr("From a bundle"),
    }


def origin_of(one: SavedAudience) -> str:
    """Where an audience comes from, as `origins` names it."""
    if one.document:
        return "campaign"
    kind = one.run.partition("-")[0]
    return {"import": "file", "copy": "copy"}.get(kind, "bundle")


def local(instant: datetime) -> str:
    """An instant in UTC as wall time of this machine."""
    return moment(instant.replace(tzinfo=UTC).astimezone())


def signed(value: int) -> str:
    """A difference with its sign."""
    return f"+{number(value)}" if value > 0 else number(value)
