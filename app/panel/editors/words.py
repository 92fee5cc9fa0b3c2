"""What users read for types, and how well a text fits what they typed."""

from app.words import tr
from engine.types import DataType, Kind


def type_words(kind: DataType) -> str:
    """A type as a marketer says it."""
    match kind.kind:
        case Kind.STRING:
            return tr("text")
        case Kind.BOOLEAN:
            return tr("yes or no")
        case Kind.DATE:
            return tr("date")
        case Kind.DATETIME:
            return tr("date and time")
        case Kind.TIME:
            return tr("time of day")
        case Kind.LIST:
            return tr("list")
        case Kind.BYTE | Kind.SHORT | Kind.INTEGER | Kind.LONG:
            return tr("whole number")
        case Kind.DOUBLE | Kind.DECIMAL:
            return tr("number")


def storage_words(kind: DataType) -> str:
    """A type where it is chosen how values are stored: no two of them are called the same."""
    match kind.kind:
        case Kind.BYTE | Kind.SHORT:
            return tr("small whole number")
        case Kind.LONG:
            return tr("large whole number")
        case Kind.DECIMAL:
            return tr("exact number ({digits})", digits=f"{kind.precision},{kind.scale}")
        case _:
            return type_words(kind)


def type_icon(kind: DataType) -> str:
    """The icon of a type."""
    match kind.kind:
        case Kind.STRING:
            return "ph.text-t"
        case Kind.BOOLEAN:
            return "ph.toggle-left"
        case Kind.DATE | Kind.DATETIME:
            return "ph.calendar-blank"
        case Kind.TIME:
            return "ph.clock"
        case Kind.LIST:
            return "ph.list-bullets"
        case _:
            return "ph.hash"


def fit(typed: str, *texts: str) -> int:
    """How well texts fit what was typed: 0 for not at all; a beginning counts more than a middle, an earlier text more.

    Every word that was typed must occur in some text.
    """
    best = 0
    for word in typed.casefold().split():
        score = 0
        for weight, text in zip(range(len(texts), 0, -1), texts, strict=True):
            folded = text.casefold()
            if folded.startswith(word):
                score = max(score, 10 * weight + 2)
            elif any(part.startswith(word) for part in folded.replace("_", " ").split()):
                score = max(score, 10 * weight + 1)
            elif word in folded:
                score = max(score, 10 * weight)
        if not score:
            return 0
        best += score
    return best or 1
