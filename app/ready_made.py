"""The campaigns that come with the program, to begin from: they work on the sample workspace."""

from dataclasses import dataclass
from pathlib import Path

from app.words import tr
from engine.document.files import read_document
from engine.document.model import Document

SAMPLES = Path(__file__).resolve().parent.parent / "resources" / "samples"


@dataclass(frozen=True, slots=True)
class ReadyMade:
    """A campaign to begin from; `id` names its file and, in the sample workspace, the document itself."""

    id: str
    title: str
    about: str


def ready_made() -> tuple[ReadyMade, ...]:
    """All of them, in the user's language."""
    return (
        ReadyMade(
            "lapsed-households", tr("Win back the deli counter"),
            tr("Households that bought there before, but not in the last 8 weeks, with a control group."),
        ),
        ReadyMade(
            "coupon-non-redeemers", tr("Remind who left coupons unused"),
            tr("One row for each household, with its last three baskets and all that it ever spent."),
        ),
        ReadyMade(
            "campaign-overlap", tr("Who is reached more than once"),
            tr("Households of the three largest campaigns: all, those in each of them, and those in the largest only."),
        ),
        ReadyMade(
            "audience-composition", tr("Audience composition"),
            tr("Audiences put together: in exactly one of two, others excluded, enriched, ranked, divided and saved."),
        ),
        ReadyMade(
            "basket-to-household", tr("Thank the big promotional baskets"),
            tr("From baskets of 100 dollars and more to the households that carried them home."),
        ),
    )  # fmt: skip


def copy_of(one: ReadyMade) -> Document:
    """A new document like it, in the user's words."""
    found = read_document(SAMPLES / f"{one.id}.json")
    return found.model_copy(update={"name": one.title, "description": one.about})
