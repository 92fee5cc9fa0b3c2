"""SMS: whom it can reach, and why not the others."""

from engine.catalog.model import Channel
from engine.messages import Message, MessageSettings


class SmsSettings(MessageSettings):
    """Whom to send to."""


class Sms(Message):
    """Send an SMS to the population."""

    type_id = "sms"
    title = "SMS"
    icon = "ph.chat-text"
    synonyms = ("text", "phone", "mobile")
    settings = SmsSettings
    channel = Channel.SMS
    no_address = "SMSNoToNumberDefinedInProfile"
    no_consent = "SMSNoConsent"
