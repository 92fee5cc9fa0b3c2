"""Which value does not fit, and why: what pydantic and the system find, as texts that can be said in another language.

What is not in the tables stays as the library or the system says it.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final, get_args

from pydantic import BaseModel

from engine.texts import Text, declared, quoted, say

_TYPES: Final[Mapping[str, Text]] = {
    "missing": say("Field required"),
    "int_type": say("Input should be a valid integer"),
    "int_parsing": say("Input should be a valid integer"),
    "int_from_float": say("Input should be a whole number"),
    "float_type": say("Input should be a valid number"),
    "float_parsing": say("Input should be a valid number"),
    "decimal_type": say("Input should be a valid number"),
    "decimal_parsing": say("Input should be a valid number"),
    "finite_number": say("Input should be a finite number"),
    "bool_type": say("Input should be true or false"),
    "bool_parsing": say("Input should be true or false"),
    "string_type": say("Input should be a text"),
    "string_pattern_mismatch": say("The text does not have the form that is needed here"),
    "list_type": say("Input should be a list"),
    "tuple_type": say("Input should be a list"),
    "set_type": say("Input should be a list"),
    "dict_type": say("Input should be an object"),
    "model_type": say("Input should be an object"),
    "model_attributes_type": say("Input should be an object"),
    "dataclass_type": say("Input should be an object"),
    "date_type": say("Input should be a date"),
    "date_parsing": say("Input should be a date"),
    "date_from_datetime_parsing": say("Input should be a date"),
    "datetime_type": say("Input should be a date and time"),
    "datetime_parsing": say("Input should be a date and time"),
    "datetime_from_date_parsing": say("Input should be a date and time"),
    "time_type": say("Input should be a time of day"),
    "time_parsing": say("Input should be a time of day"),
    "extra_forbidden": say("There is no such setting"),
    "union_tag_not_found": say("It does not say of which kind it is"),
}

_BOUNDS: Final[Mapping[str, Text]] = {
    "greater_than": say("Input should be greater than {gt}", gt=""),
    "greater_than_equal": say("Input should be greater than or equal to {ge}", ge=""),
    "less_than": say("Input should be less than {lt}", lt=""),
    "less_than_equal": say("Input should be less than or equal to {le}", le=""),
    "multiple_of": say("Input should be a multiple of {multiple_of}", multiple_of=""),
    "enum": say("Input should be {expected}", expected=""),
    "literal_error": say("Input should be {expected}", expected=""),
    "union_tag_invalid": say("The kind should be one of {expected_tags}", expected_tags=""),
}

_LENGTHS: Final[Mapping[str, tuple[str, Text]]] = {
    "string_too_short": ("min_length", say("The text should have at least {n} character(s)")),
    "string_too_long": ("max_length", say("The text should have at most {n} character(s)")),
    "too_short": ("min_length", say("There should be at least {n} entr(y|ies)")),
    "too_long": ("max_length", say("There should be at most {n} entr(y|ies)")),
}

_SYSTEM: Final = (
    say("No such file or directory"),
    say("Permission denied"),
    say("Is a directory"),
    say("Not a directory"),
    say("File exists"),
    say("No space left on device"),
    say("Read-only file system"),
    say("File name too long"),
)
"""What the system says most; listed so that it has its French."""


def misfit(detail: Mapping[str, Any]) -> str:
    """Why pydantic refuses a value, as a sentence. `detail` is one of the entries of `ValidationError.errors()`."""
    kind, context = str(detail["type"]), dict(detail.get("ctx") or {})
    if kind == "value_error" and context.get("error") is not None:
        return _ended(_first(context["error"]))
    if kind in _LENGTHS:
        name, template = _LENGTHS[kind]
        return _ended(Text(template.template, {"n": context[name]}))
    if kind in _BOUNDS:
        template = _BOUNDS[kind]
        return _ended(Text(template.template, {name: _plain(context.get(name, "")) for name in template.values}))
    return _ended(_TYPES.get(kind) or str(detail["msg"]).removeprefix("Value error, "))


def title_at(model: type[BaseModel], location: Sequence[int | str]) -> Text:
    """What the innermost field at a place of a value is called where it is filled in, in quotation marks."""
    models, title = [model], ".".join(map(str, location))
    for part in location:
        field = next((one.model_fields[part] for one in models if part in one.model_fields), None)
        # Places in lists, and the kinds of what may be of several, are no fields.
        if field is not None and isinstance(part, str):
            title = field.title or part.replace("_", " ").capitalize()
            models = list(_models_in(field.annotation))
    return quoted(declared(title))


def _models_in(annotation: Any) -> Iterator[type[BaseModel]]:
    """The models that a value may be, in tuples, unions and what else holds them."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for inner in get_args(annotation):
        yield from _models_in(inner)


def system_reason(error: OSError | UnicodeError) -> str:
    """Why the system refuses a file, as a sentence."""
    return _ended(declared(getattr(error, "strerror", None) or str(error)))


def _plain(bound: object) -> object:
    """A bound as people write it: 0, not 0.0."""
    return int(bound) if isinstance(bound, float) and bound.is_integer() else bound


def _first(error: object) -> str:
    """The message of an error that a validator raised; a text stays one."""
    given = getattr(error, "args", ())
    return given[0] if given and isinstance(given[0], str) else str(error)


def _ended(text: str) -> str:
    return say("{reason}.", reason=declared(text))
