"""The Jalon window: joins the engine and the canvas into one desktop program."""

# PySide6 looks into every module that is imported after it, and finds pydantic half-made if it is the one.
from pydantic import BaseModel, Field, JsonValue, TypeAdapter, ValidationError

__all__: list[str] = []
del BaseModel, Field, JsonValue, TypeAdapter, ValidationError
