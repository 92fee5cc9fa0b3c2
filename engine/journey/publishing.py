"""What must be true of a journey before it is published, beyond what a rehearsal asks, and when it goes live."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta

from engine.journey.checking import LONGEST, LONGEST_DESCRIPTION, LONGEST_NAME
from engine.journey.contract import remark, unset
from engine.journey.properties import JourneyProperties
from engine.journey.world import JourneyWorld
from engine.problems import Problem
from engine.texts import quoted, say

AHEAD = timedelta(days=1)
RUNNING = frozenset({"scheduled", "live"})


NEEDED = (("account", "name"), ("person", "email"))
"""The fields without which nobody enters, or gets an e-mail."""


def publish_problems(world: JourneyWorld, description: str) -> Iterator[Problem]:
    """What keeps a journey from being published now: its dates (V04), its name (V15), its
    description, fields that are not managed (V14); and traffic control that has nothing to control (V24)."""
    yield from _unmanaged(world)
    yield from _alone(world)
    schedule = world.properties.schedule
    start = starts_at(world.properties)
    if schedule.end_date is None:
        yield unset("The end date is not set.", "journey.schedule.end_date", "Choose when the journey ends.", "V04")
    if start is not None and start < world.now + AHEAD:
        yield Problem(
            code="start-too-soon",
            what="The start date is not at least one day ahead.",
            fix="Choose a later date, or start immediately.",
            field="journey.schedule.start_date",
            check="V04",
        )
    begins = (start or world.now).date()
    if schedule.end_date is not None and schedule.end_date < begins + AHEAD:
        yield Problem(
            code="wrong-end-date",
            what="The end date is less than one day after the start.",
            fix="Choose a later date.",
            field="journey.schedule.end_date",
            check="V04",
        )
    if not world.name.strip() or len(world.name) > LONGEST_NAME:
        yield unset("A journey needs a name of at most 180 characters.", "name", "Name it.", "V15")
    if len(description) > LONGEST_DESCRIPTION:
        yield Problem(code="long-description", what="The description of a journey has at most 2,000 characters.",
                      fix="Shorten the description.", field="description")  # fmt: skip
    for other in world.journeys.values():
        if other.type is world.properties.type and other.name.casefold() == world.name.casefold():
            yield Problem(
                code="name-taken",
                what=say("There is another journey called {other}.", other=quoted(other.name)),
                fix="Choose another name.",
                field="name",
                check="V15",
                values={"name": other.name},
            )


def _unmanaged(world: JourneyWorld) -> Iterator[Problem]:
    for entity, name in NEEDED:
        rows = list(world.references.rows("field_catalog", entity=entity, column=name))
        if rows and not any(row.get("is_managed") for row in rows):
            title = world.catalog.table_by_name[entity].by_name[name].title
            yield Problem(
                code="not-managed",
                what=say("{name} is not among the managed fields.", name=quoted(title)),
                why="Journeys need the name of an account and the e-mail address of a person.",
                fix="Manage the field.",
                check="V14",
                values={"entity": entity, "name": name},
            )


def _alone(world: JourneyWorld) -> Iterator[Problem]:
    own = world.properties
    others = (one for one in world.journeys.values() if one.type is own.type and one.properties.traffic_control)
    if own.traffic_control and not any(one.status in RUNNING for one in others):
        yield remark("traffic-control-alone", "Traffic control has no effect while no other journey has it.",
                     fix="Turn it on in another journey, too.", check="V24",
                     field_name="journey.traffic_control")  # fmt: skip


def end_problems(start: date | None, end: date, now: datetime) -> Iterator[Problem]:
    """What is wrong with another end of a journey that is published; `now` is UTC."""
    least = max(now.date(), (start or now.date()) + AHEAD)
    if not least <= end <= (start or now.date()) + LONGEST:
        yield Problem(
            code="wrong-end-date",
            what="The end date is not between now and three years after the start.",
            why=say("The journey may end from {date} on.", date=least.isoformat()),
            fix="Choose another date.",
            field="journey.schedule.end_date",
            check="V04",
            values={"date": least.isoformat()},
        )


def starts_at(properties: JourneyProperties) -> datetime | None:
    """The instant of a dated start, in UTC; None for one that starts when it is published."""
    schedule = properties.schedule
    if schedule.start_mode != "specific_date" or schedule.start_date is None:
        return None
    return datetime.combine(schedule.start_date, datetime.min.time())
