"""Alert: tell subscribers that the campaign came this far."""

from collections.abc import Iterator
from typing import Annotated

from pydantic import Field

from engine.catalog.sources import Sources
from engine.contract import Activity, Category, Effect, Hint, Outputs, Place, Settings
from engine.problems import Problem
from engine.selecting import missing_setting
from engine.texts import say


class AlertSettings(Settings):
    """What to say; plain text without variables."""

    alert_title: str = Field(default="", title="Title")
    message: Annotated[str, Hint("prose")] = Field(default="", title="Message")


class Alert(Activity[AlertSettings]):
    """Send a notice to those who subscribed to alerts."""

    type_id = "alert"
    title = "Alert"
    category = Category.FLOW
    icon = "ph.bell"
    synonyms = ("notify", "warning", "notification")
    settings = AlertSettings
    starts = True

    def check(self, place: Place[AlertSettings]) -> Iterator[Problem]:
        if not place.settings.alert_title.strip():
            yield missing_setting("The alert has no title.", "alert_title", "Write a title.")
        if not place.settings.message.strip():
            yield missing_setting("The alert has no message.", "message", "Write a message.")

    def effects(self, place: Place[AlertSettings], sources: Sources, outputs: Outputs) -> tuple[Effect, ...]:
        del sources, outputs
        title, message = place.settings.alert_title, place.settings.message
        return (
            Effect(
                "alert",
                {"title": title, "message": message},
                would=say("Would say: {title}: {message}", title=title, message=message),
            ),
        )
