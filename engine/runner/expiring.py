"""The end of members from a file: nobody is left, how many they were stays known, and a new import begins anew."""

import uuid
from datetime import datetime, timedelta

from sqlglot import exp

from engine.database import Cursor, Store, stored
from engine.problems import EngineError, Problem
from engine.texts import quoted, say
from engine.workspace import Workspace
from engine.workspace.audience_terms import EXPIRED, EXTENDED_WITHIN, LASTS
from engine.workspace.audiences import AudienceStatus, SavedAudience


def expire_audiences(workspace: Workspace, now: datetime) -> tuple[SavedAudience, ...]:
    """Put an end to the members whose time is over at `now` (UTC); the audiences as they are then."""
    over = [
        one
        for one in workspace.audiences.list()
        if one.expires is not None and one.expires <= now and not one.expired
        and one.status is not AudienceStatus.DELETED
    ]  # fmt: skip
    return tuple(_expired(workspace, one) for one in over)


def _expired(workspace: Workspace, audience: SavedAudience) -> SavedAudience:
    """An evaluation in which all have left, so that whatever reads the audience counts nobody."""
    physical = workspace.audiences.begin()
    nobody = exp.select("*").from_(stored(Store.DATA, audience.physical)).where(exp.false())

    def write(cursor: Cursor) -> SavedAudience:
        cursor.create(Store.DATA, physical, nobody)
        return workspace.audiences.commit(
            label=audience.label, document=audience.document, dimension=audience.dimension,
            identity=audience.identity, namespace=audience.namespace, physical=physical, rows=0,
            columns=audience.columns, counts={"realized": 0, "existing": 0, "exiting": audience.rows},
            run=f"{EXPIRED}{uuid.uuid4().hex[:8]}", merge_policy=audience.merge_policy,
        )  # fmt: skip

    return workspace.database.writer.run(write)


def next_expiry(workspace: Workspace) -> datetime | None:
    """When members come to their end next (UTC)."""
    ends = (one.expires for one in workspace.audiences.usable() if one.expires is not None and not one.expired)
    return min(ends, default=None)


def extend_audience(workspace: Workspace, audience: SavedAudience, now: datetime) -> datetime:
    """Let members from a file last as long again as they lasted; until when (UTC), as `now` is.

    Errors: not-from-a-file, audience-expired, too-early, when more than seven days are left.
    """
    refused = no_extension(audience, now)
    if refused is not None:
        raise EngineError(refused)
    expires = (audience.expires or now) + timedelta(days=audience.lasts or LASTS)
    workspace.audiences.extend(audience.id, expires)
    return expires


def no_extension(audience: SavedAudience, now: datetime) -> Problem | None:
    """Why the members of an audience cannot be let last longer now; None when they can."""
    label = quoted(audience.label)
    if audience.expires is None:
        return Problem(code="not-from-a-file", what=say("The members of {audience} do not expire.", audience=label))
    if audience.expired or audience.expires <= now:
        return Problem(
            code="audience-expired",
            what=say("The members of {audience} have expired.", audience=label),
            fix="Import them again.",
        )
    if audience.expires - now > EXTENDED_WITHIN:
        return Problem(
            code="too-early",
            what=say("{audience} lasts until {day}.", audience=label, day=f"{audience.expires:%Y-%m-%d}"),
            fix=say("In its last {days} days it can be let last longer.", days=EXTENDED_WITHIN.days),
        )
    return None
