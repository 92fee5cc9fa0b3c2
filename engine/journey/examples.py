"""The journeys that come with the program: as samples to look at, and as examples to begin from."""

from pathlib import Path

from engine.document.files import read_document
from engine.document.model import Document
from engine.journey.copying import as_template

_FOLDER = Path(__file__).resolve().parents[2] / "resources" / "samples" / "journeys"


def sample_journeys() -> list[Document]:
    """The sample journeys, by name; they go through the generated company."""
    return [read_document(path) for path in sorted(_FOLDER.glob("*.json"))]


def example_journeys() -> list[Document]:
    """The same to begin others from: without audience, dates, and the instant of their rehearsal."""
    return [as_template(_undated(one)) for one in sample_journeys()]


def _undated(document: Document) -> Document:
    journey = {name: value for name, value in document.journey.items() if name != "schedule"}
    return document.model_copy(update={"as_of": None, "journey": journey})
