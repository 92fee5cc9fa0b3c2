"""What a change of dimension takes with it: a rule says something about the records of one table, and of no other."""

from collections.abc import Iterator

from pydantic import JsonValue

from engine.catalog.model import Catalog
from engine.contract import Hint
from engine.document.edits import Batch, Edit, SetSetting
from engine.document.model import Document, Node
from engine.registry import all_activities


def setting(
    document: Document, node: Node, field: str, value: JsonValue, catalog: Catalog, *, absent: bool = False
) -> Edit:
    """The edit that sets a field of an activity; it also clears the rules about a table that this leaves.

    A dimension of the same table keeps the rules, and so does a change from or to a dimension that the catalogue does
    not know: that is a name being mended, and the check tells what does not fit.
    """
    own = SetSetting(node.id, field, None if absent else value, absent=absent)
    before = _table(node.settings.get(field), document, catalog)
    after = _table(None if absent else value, document, catalog)
    if not before or not after or before == after:
        return own
    gone = [SetSetting(node.id, name, absent=True) for name in _rules_about(node, field)]
    return Batch((own, *gone)) if gone else own


def _rules_about(node: Node, field: str) -> Iterator[str]:
    """The fields that hold a rule about the table of the dimension in `field`."""
    activity = all_activities().get(node.type)
    for name, one in activity.settings.model_fields.items() if activity is not None else ():
        hints = [hint for hint in one.metadata if isinstance(hint, Hint) and hint.kind == "rule" and hint.of == field]
        if hints and node.settings.get(name) is not None:
            yield name


def _table(name: JsonValue, document: Document, catalog: Catalog) -> str | None:
    """The table of a dimension; of the campaign's own, or else the first, when none is named."""
    first = catalog.dimensions[0].name if catalog.dimensions else ""
    found = catalog.dimension_by_name.get(str(name or document.dimension or first))
    return None if found is None else found.table
