"""The words for what audiences are: their status, where they come from, what becomes of them."""

from datetime import UTC, datetime

from app.words import moment, number, tr
from engine.workspace.audience_terms import BEFORE_RUN
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
    kind = "import" if one.lasts is not None else one.run.partition("-")[0]
    return {"import": "file", "copy": "copy"}.get(kind, "bundle")


def frequencies() -> dict[str, str]:
    """What audiences are brought up to date by, and its words."""
    return {
        "campaign": tr("When its campaign runs"),
        "daily": tr("Daily"),
        BEFORE_RUN: tr("Before each run that reads it"),
        "hand": tr("By hand"),
    }


def frequency_of(one: SavedAudience) -> str:
    """What an audience is brought up to date by, as `frequencies` names it."""
    if not one.document:
        return "hand"
    if one.evaluated in {"", BEFORE_RUN}:
        return one.evaluated or "campaign"
    return "daily"


def local(instant: datetime) -> str:
    """An instant in UTC as wall time of this machine."""
    return moment(instant.replace(tzinfo=UTC).astimezone())


def signed(value: int) -> str:
    """A difference with its sign."""
    return f"+{number(value)}" if value > 0 else number(value)
