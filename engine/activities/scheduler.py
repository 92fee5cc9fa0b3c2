"""Scheduler: when a campaign starts, said on the canvas. A run begins here; the schedule itself decides when."""

from collections.abc import Iterator

from pydantic import Field

from engine.contract import RESULT, Activity, Arity, Category, Outputs, Place, Settings
from engine.problems import Problem
from engine.schedules import AsSoonAsPossible, Schedule, check_schedule


class SchedulerSettings(Settings):
    """When to run."""

    schedule: Schedule = Field(default=AsSoonAsPossible(), title="Schedule")


class Scheduler(Activity[SchedulerSettings]):
    """Start the campaign at planned times."""

    type_id = "scheduler"
    title = "Scheduler"
    category = Category.FLOW
    icon = "ph.calendar"
    synonyms = ("recurrence", "start", "plan")
    settings = SchedulerSettings
    arity = Arity(least=0, most=0)
    starts = True

    def check(self, place: Place[SchedulerSettings]) -> Iterator[Problem]:
        clock = place.surroundings.clock
        for problem in check_schedule(place.settings.schedule, clock.zone, clock.now.replace(tzinfo=clock.zone)):
            yield problem.at(field="schedule")

    def shapes(self, place: Place[SchedulerSettings]) -> Outputs:
        del place
        return {RESULT: None}
