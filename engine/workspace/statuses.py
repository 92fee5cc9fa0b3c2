"""How a document stands: designed, published, over. `engine.runner.commands` says what may be done in which status."""

from enum import StrEnum


class Status(StrEnum):
    """The status of a document. Only a draft can be edited."""

    DRAFT = "draft"
    IN_REVIEW = "in-review"
    PUBLISHING = "publishing"
    SCHEDULED = "scheduled"
    LIVE = "live"
    COMPLETED = "completed"
    CLOSED = "closed"
    STOPPED = "stopped"
    ARCHIVED = "archived"


PUBLISHED = frozenset({Status.SCHEDULED, Status.LIVE})
"""Launches happen and signals arrive."""
OVER = frozenset({Status.COMPLETED, Status.STOPPED, Status.ARCHIVED})
"""Nothing of it goes on any more."""
