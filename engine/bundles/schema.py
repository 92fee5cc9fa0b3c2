"""The JSON Schemas of the parts of a bundle: what other programs may rely on."""

from collections.abc import Mapping

from pydantic import BaseModel, ConfigDict, Field, JsonValue

from engine.bundles.expected import Expected
from engine.bundles.manifest import Manifest
from engine.bundles.reading import AudiencePart, ObjectsPart
from engine.bundles.signing import SignaturePart
from engine.catalog.model import Dimension, Filter, Link, Table
from engine.document.model import Document

DRAFT = "https://json-schema.org/draft/2020-12/schema"
Looks = dict[str, dict[str, JsonValue]]


class LayoutPart(BaseModel):
    """How a document is drawn: places by node, and by id the looks of its parts."""

    model_config = ConfigDict(extra="allow")

    layout: dict[str, tuple[float, float]] = Field(default_factory=dict[str, tuple[float, float]])
    nodes: Looks = Field(default_factory=Looks)
    transitions: Looks = Field(default_factory=Looks)
    notes: Looks = Field(default_factory=Looks)
    frames: Looks = Field(default_factory=Looks)


_MODELS: Mapping[str, type[BaseModel]] = {
    "manifest": Manifest,
    "signature": SignaturePart,
    "document": Document,
    "layout": LayoutPart,
    "schemas-tables": Table,
    "schemas-links": Link,
    "schemas-dimensions": Dimension,
    "schemas-filters": Filter,
    "audience": AudiencePart,
    "objects": ObjectsPart,
    "counts": Expected,
}


def bundle_schemas() -> Mapping[str, dict[str, JsonValue]]:
    """Kind of part to its schema. A schema in the catalogue is named "schemas-" and its folder."""
    return {
        name: {"$schema": DRAFT, **model.model_json_schema(by_alias=True)} for name, model in _MODELS.items()
    }  # fmt: skip
