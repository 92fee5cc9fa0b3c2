"""Direct mail: whom it can reach, and why not the others."""

from engine.catalog.model import Channel
from engine.messages import Message, MessageSettings


class DirectMailSettings(MessageSettings):
    """Whom to send to."""


class DirectMail(Message):
    """Send a letter to the population."""

    type_id = "direct-mail"
    title = "Direct mail"
    icon = "ph.envelope-open"
    synonyms = ("post", "letter", "paper")
    settings = DirectMailSettings
    channel = Channel.DIRECT_MAIL
    no_address = "DirectMailNoAddressFoundInProfile"
    no_consent = "DirectMailNoConsent"
