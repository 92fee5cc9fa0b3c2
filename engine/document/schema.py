"""The JSON Schema of documents, with the settings of every activity that is known."""

from collections.abc import Mapping

from pydantic import JsonValue

from engine.document.model import Document


def document_schema(settings: Mapping[str, dict[str, JsonValue]]) -> dict[str, JsonValue]:
    """The schema of a document. `settings` maps a node type to the schema of its settings, as pydantic gives it."""
    schema: dict[str, JsonValue] = Document.model_json_schema(by_alias=True)
    definitions = _object(schema.get("$defs"))
    cases: list[JsonValue] = []
    for name, one in settings.items():
        own = _object(_moved(one, f"{name}."))
        for key, value in _object(own.pop("$defs", None)).items():
            definitions[f"{name}.{key}"] = value
        definitions[f"{name}.settings"] = own
        cases.append(
            {
                "if": {"properties": {"type": {"const": name}}, "required": ["type"]},
                "then": {"properties": {"settings": {"$ref": f"#/$defs/{name}.settings"}}},
            }
        )
    definitions["Node"] = {**_object(definitions["Node"]), "allOf": cases}
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **schema, "$defs": definitions}


def _object(value: JsonValue) -> dict[str, JsonValue]:
    return dict(value) if isinstance(value, dict) else {}


def _moved(value: JsonValue, prefix: str) -> JsonValue:
    """The same schema with references to its definitions under a prefix, so that names of activities cannot clash."""
    if isinstance(value, list):
        return [_moved(inner, prefix) for inner in value]
    if isinstance(value, str):
        return value.replace("#/$defs/", f"#/$defs/{prefix}")
    if not isinstance(value, dict):
        return value
    return {key: _moved(inner, prefix) for key, inner in value.items()}
