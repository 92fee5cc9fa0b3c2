"""Push: whom it can reach, and why not the others."""

from engine.catalog.model import Channel
from engine.messages import Message, MessageSettings


class PushSettings(MessageSettings):
    """Whom to send to."""


class Push(Message):
    """Send a push notification to the population."""

    type_id = "push"
    title = "Push"
    icon = "ph.device-mobile"
    synonyms = ("notification", "app")
    settings = PushSettings
    channel = Channel.PUSH
    no_address = "PushNoTokenFoundInProfile"
    no_consent = "PushNoConsent"
