"""Load file: target from a file without importing it. Its rows have no dimension until they are reconciled."""

from collections.abc import Iterator
from pathlib import Path
from typing import Annotated

from pydantic import Field
from sqlglot import exp

from engine.catalog.sources import Sources
from engine.contract import (
    RESULT,
    Activity,
    Arity,
    Category,
    Compiled,
    Effect,
    FileToLoad,
    Hint,
    Outputs,
    Place,
    Settings,
)
from engine.layouts import FileFormat, FileLayout
from engine.problems import Problem
from engine.relations import LINE, Column, Relation, column
from engine.selecting import missing_setting
from engine.texts import quoted, say
from engine.types import LONG

MOST_BYTES = 50_000_000


class LoadFileSettings(Settings):
    """Which file, and how it is laid out."""

    path: Annotated[str, Hint("file")] = Field(default="", title="File")
    layout: FileLayout = Field(default=FileLayout(), title="Layout", description="As the sample file is laid out.")
    max_errors: int = Field(default=0, ge=0, title="Errors allowed")
    keep_rejects: bool = Field(default=False, title="Keep rejects in a file")
    delete_after: bool = Field(default=False, title="Delete the file after a real run")


class LoadFile(Activity[LoadFileSettings]):
    """Start from the rows of a file."""

    type_id = "load-file"
    title = "Load file"
    category = Category.DATA
    icon = "ph.file-arrow-down"
    synonyms = ("csv", "import", "upload")
    settings = LoadFileSettings
    arity = Arity(least=0, most=1, trigger=True)
    starts = True
    makes_population = True

    def check(self, place: Place[LoadFileSettings]) -> Iterator[Problem]:
        settings = place.settings
        if not settings.path:
            yield missing_setting("No file is chosen.", "path", "Choose a file.", "V20")
        if not settings.layout.columns:
            fix = "Choose a file and take its layout, or add the columns."
            yield missing_setting("The columns are not known.", "layout.columns", fix, "V20")
        if settings.layout.format not in {FileFormat.DELIMITED, FileFormat.FIXED}:
            yield missing_setting(
                "Only delimited and fixed-width files fit.", "layout.format", "Import it instead.", "V20"
            )
        names = [one.name for one in settings.layout.columns]
        for name in sorted({name for name in names if names.count(name) > 1}):
            yield missing_setting(
                say("Two columns are called {name}.", name=quoted(name)), "layout.columns", "Rename one.", "V17"
            )

    def shapes(self, place: Place[LoadFileSettings]) -> Outputs:
        columns = [
            Column(one.name, one.type, label=one.label, origin=place.node)
            for one in place.settings.layout.columns
            if not one.ignore
        ]
        return {RESULT: Relation(columns=(Column(LINE, LONG), *columns), row_key=(LINE,))}

    def compile(self, place: Place[LoadFileSettings], sources: Sources) -> Compiled:
        shape = self.shapes(place)[RESULT]
        names = () if shape is None else shape.names
        return exp.select(*(column("f", name) for name in names)).from_(sources.file(place.node, "f"))

    def loads(self, place: Place[LoadFileSettings]) -> FileToLoad:
        settings = place.settings
        zone = place.surroundings.clock.zone.key
        return FileToLoad(settings.path, settings.layout, settings.max_errors, MOST_BYTES, settings.keep_rejects, zone)

    def answers_for(self, place: Place[LoadFileSettings], sources: Sources) -> exp.Select:
        return exp.select(exp.Count(this=exp.Star())).from_(sources.file(place.node, "f"))

    def entering(self, place: Place[LoadFileSettings]) -> tuple[str, ...]:
        del place
        return ()

    def effects(self, place: Place[LoadFileSettings], sources: Sources, outputs: Outputs) -> tuple[Effect, ...]:
        del outputs
        settings, found = place.settings, list[Effect]()
        if settings.keep_rejects:
            rejects = sources.rejects(place.node, "r")
            lines = exp.select("*").from_(rejects).order_by(column("r", "line"), column("r", "column"))
            found.append(Effect("keep-rejects", {"file": Path(settings.path).name}, lines))
        if settings.delete_after:
            found.append(Effect("delete-file", {"path": str(Path(settings.path))}, at_end=True))
        return tuple(found)
