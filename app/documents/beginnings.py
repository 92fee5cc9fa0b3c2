"""What a new document can begin from: an empty canvas, templates that were kept, and examples of journeys."""

from dataclasses import dataclass
from datetime import UTC

from app.new_documents import blank_document, blank_journey
from app.words import moment, tr
from engine.catalog.model import Catalog
from engine.document.files import from_text
from engine.document.model import Document, Kind
from engine.journey.examples import example_journeys
from engine.problems import EngineError
from engine.workspace import Workspace
from engine.workspace.templates import Template


@dataclass(frozen=True, slots=True)
class Beginning:
    """One of them."""

    name: str
    origin: str
    """Where it is from, in a few words."""
    told: str
    """What it is for."""
    document: Document | None
    """What is begun with; None for a template that cannot be read."""
    template: str = ""
    """The id of a template that was kept; empty for what comes with the program."""
    empty: bool = False


def empty_canvas(kind: str, catalog: Catalog) -> Beginning:
    """Nothing but an audience."""
    blank = blank_journey("new") if kind == Kind.JOURNEY.value else blank_document("new", catalog)
    return Beginning(tr("An empty canvas"), tr("Activities are added one by one"), "", blank, empty=True)


def beginnings(workspace: Workspace, kind: str) -> list[Beginning]:
    """All but the empty canvas, those that were kept first."""
    kept = [_kept(one) for one in workspace.templates.list() if one.kind == kind]
    if kind != Kind.JOURNEY.value:
        return kept
    words = _example_words()
    examples = [(words.get(one.id, (one.name, one.description)), one) for one in example_journeys()]
    return kept + [
        Beginning(name, tr("Example"), told, one.model_copy(update={"description": told}))
        for (name, told), one in examples
    ]


def _kept(template: Template) -> Beginning:
    try:
        document: Document | None = from_text(template.content)
    except EngineError:
        # Whoever begins with it is told why it cannot be read.
        document = None
    origin = tr("Template, kept on {time}", time=moment(template.created.replace(tzinfo=UTC).astimezone()))
    return Beginning(template.name, origin, template.description, document, template.id)


def _example_words() -> dict[str, tuple[str, str]]:
    """Example to its name and what it does."""
    return {
        "consent": (
            tr("E-mail variants by consent to tracking"),
            tr("Who has said yes gets the tracked mail, everybody else one without tracking."),
        ),
        "cross-sell": (
            tr("Cross-sell to existing customers"),
            tr(
                "Accounts that bought before hear of the second product; who clicks becomes a group that "
                "sales works on."
            ),
        ),
        "fill-roles": (
            tr("Fill missing roles through paid media"),
            tr("Accounts whose buying group lacks decision makers are advertised to for three weeks."),
        ),
        "hand-off": (
            tr("Hand over from marketing to sales"),
            tr(
                "Buying groups that are complete by 70 % go to sales with an alert; the others are worked "
                "on, in two variants."
            ),
        ),
        "onboarding": (
            tr("Onboarding after the purchase"),
            tr(
                "Accounts with a won deal that is not yet looked after get three mails in three weeks; "
                "once a year they may come again."
            ),
        ),
        "re-engage": (
            tr("Re-engage accounts that fell silent"),
            tr(
                "People who visited no page for 30 days get a mail; accounts of which nobody comes back "
                "within two weeks go on a list."
            ),
        ),
        "roadshow": (
            tr("Invite decision makers to a roadshow"),
            tr("Leaders in the US are invited twice; who fills out the form is noted, and sales hears of it."),
        ),
        "suppress": (
            tr("Suppress buying-group members in Marketo"),
            tr(
                "Members of buying groups are put on a list, so that other campaigns leave them alone; "
                "after a month they are taken off."
            ),
        ),
        "value-tiers": (
            tr("Value tiers, a worked example"),
            tr("E-mail to large accounts in the US, a talk with medium ones, two variants for all others."),
        ),
    }
