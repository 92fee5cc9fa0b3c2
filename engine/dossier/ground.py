"""What the words of a document are read against, gathered from its workspace."""

from engine.document.model import Document, Kind
from engine.dossier.settings import Ground
from engine.dossier.speech import Speech
from engine.problems import EngineError
from engine.runner.service import check_document
from engine.workspace import Workspace


def ground_of(workspace: Workspace, document: Document, speech: Speech) -> Ground:
    """The catalogue, the audiences by their labels, and what entered each node of a campaign."""
    catalog = workspace.catalog()
    audiences = {one.id: one.label for one in workspace.audiences.list()}
    dimension = document.dimension or next((one.name for one in catalog.dimensions), "")
    if document.kind is Kind.JOURNEY:
        return Ground(speech, catalog, audiences, {}, dimension)
    try:
        nodes = check_document(workspace, document).nodes
    except EngineError:
        # A zone or an instant that cannot be read: the words need neither.
        return Ground(speech, catalog, audiences, {}, dimension)
    return Ground(speech, catalog, audiences, nodes, dimension)
