"""Columns of texts for users: what a text was made of is kept with it, so that it can be said in another language."""

from typing import Any

from sqlalchemy import JSON, Dialect, Text, TypeDecorator

from engine.texts import from_json, to_json


class Said(TypeDecorator[str]):
    """A text with its template and values (see engine.texts)."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: str | None, dialect: Dialect) -> str | None:
        del dialect
        return None if value is None else to_json(value)

    def process_result_value(self, value: str | None, dialect: Dialect) -> str | None:
        del dialect
        return None if value is None else from_json(value)


class SaidReasons(TypeDecorator[Any]):
    """A JSON list of objects whose "reason" is such a text."""

    impl = JSON
    cache_ok = True

    def process_bind_param(self, value: Any, dialect: Dialect) -> Any:
        del dialect
        return [{**one, "reason": to_json(one["reason"])} if "reason" in one else one for one in value]

    def process_result_value(self, value: Any, dialect: Dialect) -> Any:
        del dialect
        return [{**one, "reason": from_json(one["reason"])} if "reason" in one else one for one in value]
