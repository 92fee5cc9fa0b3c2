"""What a message says of somebody whom it is for: whether it reaches them, and why not, in words."""

from app.words import said, tr
from engine.messages import REACHABLE


def status_words(code: str) -> str:
    """What the send status of one row says, for people."""
    return tr("Can be reached") if code == REACHABLE else exclusion_words(code)


def exclusion_words(code: str) -> str:
    """Why a message does not reach somebody, for people; the codes are those of the platform, such as SMSNoConsent."""
    words = {
        "NoAddressFoundInProfile": tr("No address"),
        "NoToNumberDefinedInProfile": tr("No phone number"),
        "NoTokenFoundInProfile": tr("No device"),
        "NoConsent": tr("No consent"),
        "MalformedAddress": tr("Unusable address"),
        "NoTargetReconciled": tr("Fits no record"),
        "SameTarget": tr("Reached by another row"),
    }
    return next((text for ending, text in words.items() if code.endswith(ending)), said(code))
