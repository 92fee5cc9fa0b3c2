"""E-mail: whom it can reach, and why not the others."""

from engine.catalog.model import Channel
from engine.messages import EMAIL_FORM, Message, MessageSettings


class EmailSettings(MessageSettings):
    """Whom to send to."""


class Email(Message):
    """Send an e-mail to the population."""

    type_id = "email"
    title = "E-mail"
    icon = "ph.envelope"
    synonyms = ("mail", "newsletter", "message")
    settings = EmailSettings
    channel = Channel.EMAIL
    no_address = "EmailNoAddressFoundInProfile"
    no_consent = "EmailNoConsent"
    malformed = "EmailMalformedAddress"
    form = EMAIL_FORM
