"""What the window says of bundles, in the user's language."""

from app.words import number, tr
from engine.bundles.findings import Do, Finding, State
from engine.bundles.manifest import Contents
from engine.bundles.signing import Signature, SignatureState
from engine.bundles.verifying import Cause, Verification


def contents_title(contents: Contents) -> str:
    """What a choice of the export dialog is called."""
    return {
        Contents.LOGIC: tr("The logic alone"),
        Contents.COUNTS: tr("The logic and the counts"),
        Contents.SYNTHETIC: tr("With invented people"),
        Contents.MASKED: tr("With a masked sample"),
        Contents.FULL: tr("With all the data"),
    }[contents]


def contents_words(contents: Contents) -> str:
    """What travels, in full sentences."""
    return {
        Contents.LOGIC: tr("The graph, its settings, and the definitions of the tables and audiences that it uses. No "
                           "row of data and no count travels."),
        Contents.COUNTS: tr("The same, and the count on each transition, so that the receiver sees whether their data "
                            "gives the same numbers. No row of data travels."),
        Contents.SYNTHETIC: tr("The same, and people who do not exist and give the same counts. No key, name, address "
                               "or number of a real person travels; what the graph compares keeps its values."),
        Contents.MASKED: tr("At most 1,000 real people with what belongs to them. Their keys are others, their names "
                            "and addresses are hidden; everything else about them travels as it is."),
        Contents.FULL: tr("Every row of every table that the graph reads, as it is: REAL PEOPLE travel. Encrypt the "
                          "file, unless it stays with you."),
    }[contents]  # fmt: skip


def audience_contents(*, saved: bool) -> dict[Contents, tuple[str, str]]:
    """What can travel of an audience, as a title and in full sentences; `saved` by a campaign, or else from a file."""
    made = (
        tr("The campaign that saves it, with all that this refers to. No member travels.") if saved
        else tr("Its label, what its members are and what is kept with them. No member travels.")
    )  # fmt: skip
    return {
        Contents.LOGIC: (tr("How it is made"), made),
        Contents.FULL: (
            tr("With its members"),
            tr("The same, and its members with their attributes: REAL PEOPLE travel. The file is marked as containing "
               "personal data. Encrypt it, unless it stays with you."),
        ),
    }  # fmt: skip


def kind_words(kind: str) -> str:
    """What a thing in a bundle is called."""
    return {
        "document": tr("Document"), "table": tr("Table"), "link": tr("Link"), "dimension": tr("Dimension"),
        "filter": tr("Filter"), "object": tr("Object"), "audience": tr("Audience"), "rows": tr("Data"),
        "node-type": tr("Kind of activity"), "column": tr("Column"), "value": tr("Value"),
    }.get(kind, kind)  # fmt: skip


def state_words(finding: Finding) -> str:
    """How a thing in a bundle stands to the workspace, as a sentence."""
    match finding.kind, finding.state:
        case "node-type", _:
            return tr("This version does not know it. It is kept whole; nothing after it is counted.")
        case "column", _:
            return tr("There is no such column here; what uses it cannot be counted.")
        case "value", _:
            return tr("Nobody here has this value.")
        case "object", State.CLASH:
            return tr("Another one has this name here.")
        case "document", State.CLASH:
            return tr("It is here already, and different.")
        case "table", State.NEW if finding.chosen is Do.MAP:
            return tr("“{name}” is meant here.", name=finding.target)
        case _:
            pass
    return {
        State.SAME: tr("It is here already, and the same."),
        State.NEW: tr("It is new here."),
        State.DIFFERENT: tr("It is different here."),
        State.CLASH: tr("Another one has this name here."),
        State.UNKNOWN: tr("It is not known here."),
    }[finding.state]


def choice_words(choice: Do, target: str = "") -> str:
    """What a choice does."""
    return {
        Do.NOTHING: tr("Nothing to do"),
        Do.CREATE: tr("Add it"),
        Do.KEEP: tr("Leave it as it is here"),
        Do.REPLACE: tr("Replace what is here"),
        Do.UPDATE: tr("Update its logic; name and places stay"),
        Do.BESIDE: tr("Add it beside the one here"),
        Do.SKIP: tr("Leave it out"),
        Do.MAP: tr("Use “{name}” instead", name=target),
    }[choice]


def signature_words(signature: Signature) -> str:
    """Who signed a bundle, and whether it is what was signed."""
    return {
        SignatureState.NONE: tr("Nobody signed it, so nobody vouches for where it comes from."),
        SignatureState.GOOD: tr("Signed by “{name}”, and nothing was changed since. The key: {key}",
                                name=signature.name, key=signature.fingerprint),
        SignatureState.BAD: tr("WRONG SIGNATURE: it says “{name}”, but this is not what was signed.",
                               name=signature.name),
    }[signature.state]  # fmt: skip


def reproduced_words(one: Verification) -> str:
    """Such as: reproduced 36 of 37 counts."""
    return tr("Reproduced {some} of {counts}", some=number(one.reproduced), counts=tr("{n} count(s)", one.total))


def cause_words(cause: Cause | None) -> str:
    """Why counts are other ones."""
    return {
        None: "",
        Cause.DOCUMENT: tr("The document is not the one whose counts travelled."),
        Cause.VERSION: tr("The counts were made by another version of Jalon."),
        Cause.OBJECTS: tr("Lists, templates or other objects that it names are different here."),
        Cause.SCHEMA: tr("Tables, links or dimensions that it uses are different here."),
        Cause.DATA: tr("The data is not the same here."),
        Cause.CLOCK: tr("The counts were made as of another instant."),
        Cause.INVENTED: tr("The people are invented: what depends on keys, names or addresses may differ."),
        Cause.UNKNOWN: tr("Everything it depends on is the same; please report this."),
    }[cause]
