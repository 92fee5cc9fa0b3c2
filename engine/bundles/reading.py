"""An opened bundle: its parts as values, every one checked against its hash and its shape before anybody uses it."""

import io
import tempfile
from collections.abc import Generator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import IO, TypeVar

from pydantic import BaseModel, ConfigDict, JsonValue, TypeAdapter, ValidationError

from engine.bundles.archive import Archive, broken
from engine.bundles.expected import Expected
from engine.bundles.manifest import SIGNATURE, Manifest, PartEntry, Role, check_hashes, read_manifest
from engine.bundles.objects import OBJECT_TABLES, Objects
from engine.bundles.parts import SchemaObject, join_document, kind_of
from engine.bundles.sealing import MOST_SEALED, is_sealed, unseal
from engine.bundles.signing import Signature, SignatureState, check_signature
from engine.catalog.model import Catalog, Dimension, Filter, Link, Name, Table
from engine.document.model import Document
from engine.document.parsing import as_type, parse
from engine.misfits import misfit, system_reason
from engine.problems import EngineError, Problem
from engine.relations import Column
from engine.texts import declared, quoted, say
from engine.types import DataType
from engine.workspace.audiences import SavedAudience

T = TypeVar("T", bound=BaseModel)
MOST_NODES = 20_000
"""Activities of one document."""


class AudienceColumn(BaseModel):
    """A column of a saved audience's members."""

    model_config = ConfigDict(frozen=True, extra="allow")

    name: Name
    type: DataType
    label: str = ""

    def to_column(self) -> Column:
        return Column(self.name, self.type, self.label)


class AudiencePart(BaseModel):
    """The definition of a saved audience."""

    model_config = ConfigDict(frozen=True, extra="allow")

    id: Name
    label: str
    document: str = ""
    dimension: str = ""
    identity: str = ""
    namespace: str = ""
    merge_policy: str = ""
    columns: tuple[AudienceColumn, ...] = ()

    def to_audience(self) -> SavedAudience:
        return SavedAudience(
            id=self.id,
            label=self.label,
            document=self.document,
            dimension=self.dimension,
            identity=self.identity,
            namespace=self.namespace,
            physical="",
            number=0,
            rows=0,
            columns=tuple(one.to_column() for one in self.columns),
            counts={},
            merge_policy=self.merge_policy,
        )


class ObjectsPart(BaseModel):
    """The objects of one table that journeys refer to: column to value, without what is empty."""

    model_config = ConfigDict(frozen=True, extra="allow")

    rows: tuple[dict[str, JsonValue], ...]


_EXPECTED: TypeAdapter[Expected] = TypeAdapter(Expected)


@dataclass(frozen=True)
class Bundle:
    """A bundle whose hashes hold. Data stay in the archive until somebody asks for a file of them."""

    manifest: Manifest
    signature: Signature
    encrypted: bool
    archive: Archive

    @cached_property
    def documents(self) -> tuple[Document, ...]:
        """Errors: wrong-bundle, naming the part and what is wrong in it."""
        drawn = {part.of: part for part in self.manifest.of_role(Role.LAYOUT)}
        found: list[Document] = []
        for part in self.manifest.of_role(Role.DOCUMENT):
            look = drawn.get(part.of)
            with _said_of(part):
                layout = {} if look is None else parse(self._text(look))
                logic = parse(self._text(part))
                nodes = logic.get("nodes")
                if isinstance(nodes, list) and len(nodes) > MOST_NODES:
                    raise broken(
                        say("It has {n} activit(y|ies).", n=len(nodes)), say("At most {n} (is|are) read.", n=MOST_NODES)
                    )
                document = join_document(logic, layout)
                if document.id != part.of:
                    raise broken(
                        say(
                            "It is called {document}, and {of} in the manifest.",
                            document=quoted(document.id),
                            of=quoted(part.of),
                        )
                    )
                found.append(document)
        return tuple(found)

    @cached_property
    def catalog(self) -> Catalog:
        """All schemas that the documents use. Errors: wrong-bundle."""
        found: dict[type[SchemaObject], list[SchemaObject]] = {Table: [], Link: [], Dimension: [], Filter: []}
        for part in self.manifest.of_role(Role.SCHEMA):
            kind = kind_of(part.path)
            if kind is None:
                raise broken(say("The part {path} is no schema.", path=quoted(part.path)))
            found[kind].append(self._value(part, kind))
        try:
            return Catalog.model_validate({
                "tables": found[Table], "links": found[Link], "dimensions": found[Dimension], "filters": found[Filter],
            })  # fmt: skip
        except ValidationError as error:
            raise broken("The schemas of the bundle do not fit together.", misfit(error.errors()[0])) from error

    @cached_property
    def audiences(self) -> tuple[SavedAudience, ...]:
        """The definitions of audiences, without members. Errors: wrong-bundle."""
        found = [self._value(part, AudiencePart).to_audience() for part in self.manifest.of_role(Role.AUDIENCE)]
        for one in found:
            if one.dimension not in self.catalog.dimension_by_name:
                raise broken(
                    say(
                        "The bundle has no targeting dimension {dimension} for {one}.",
                        dimension=quoted(one.dimension),
                        one=quoted(one.label),
                    )
                )
        return tuple(found)

    @cached_property
    def objects(self) -> tuple[Objects, ...]:
        """What journeys refer to, by table. Errors: wrong-bundle."""
        found: list[Objects] = []
        for part in self.manifest.of_role(Role.OBJECTS):
            if part.of not in OBJECT_TABLES or part.of not in self.catalog.table_by_name:
                raise broken(
                    say(
                        "The part {path} holds rows of {of}, which are no objects.",
                        path=quoted(part.path),
                        of=quoted(part.of),
                    )
                )
            found.append(Objects(part.of, self._value(part, ObjectsPart).rows))
        return tuple(found)

    @cached_property
    def expected(self) -> dict[str, Expected]:
        """The counts of the author, by document. Errors: wrong-bundle."""
        found: dict[str, Expected] = {}
        for part in self.manifest.of_role(Role.COUNTS):
            with _said_of(part):
                found[part.of] = as_type(_EXPECTED, parse(self._text(part)))
        return found

    def data_of(self, folder: str) -> dict[str, PartEntry]:
        """The data parts under `data/<folder>/`, by the table or audience whose rows they are."""
        start = f"data/{folder}/"
        return {part.of: part for part in self.manifest.of_role(Role.DATA) if part.path.startswith(start)}

    def _value(self, part: PartEntry, kind: type[T]) -> T:
        with _said_of(part):
            try:
                return kind.model_validate(parse(self._text(part)))
            except ValidationError as error:
                first = error.errors(include_url=False)[0]
                raise broken(
                    say("{place}: {reason}", place=".".join(map(str, first["loc"])), reason=declared(misfit(first)))
                ) from error

    def _text(self, part: PartEntry) -> str:
        try:
            return self.archive.read(part.path).decode("utf-8")
        except UnicodeDecodeError as error:
            raise broken(say("The part {path} is no text.", path=quoted(part.path))) from error


@contextmanager
def _said_of(part: PartEntry) -> Generator[None]:
    """Say of a part what is wrong inside it."""
    try:
        yield
    except EngineError as error:
        if error.problem.what.startswith("The part"):
            raise
        raise broken(say("The part {path} cannot be read.", path=quoted(part.path)), error.problem.what) from error


@contextmanager
def open_bundle(path: Path, passphrase: str | None = None) -> Generator[Bundle]:
    """A bundle whose manifest, hashes and signature were checked, open as long as the `with` lasts.

    A wrong signature is no error here: the receiver is told. Errors: unreadable-file, wrong-bundle, newer-bundle,
    passphrase-needed, wrong-passphrase.
    """
    with _source(path) as file:
        start = file.read(64)
        file.seek(0)
        sealed = is_sealed(start)
        source = io.BytesIO(unseal(file.read(MOST_SEALED + 2_000_000), passphrase)) if sealed else file
        with Archive(source) as archive:
            manifest, raw = read_manifest(archive)
            check_hashes(archive, manifest)
            names = {entry.name for entry in archive.entries}
            signed = SIGNATURE in names
            signature = (
                check_signature(raw, archive.read(SIGNATURE)) if signed else Signature(SignatureState.NONE)
            )  # fmt: skip
            yield Bundle(manifest, signature, sealed, archive)


@contextmanager
def _source(path: Path) -> Generator[IO[bytes]]:
    try:
        file = path.open("rb")
    except OSError as error:
        raise EngineError(
            Problem(
                code="unreadable-file",
                what=say("{path} cannot be read.", path=quoted(path.name)),
                why=system_reason(error),
                fix="Check its name, its folder and your permission to read it.",
            )
        ) from error
    with file:
        yield file


@contextmanager
def unpacked(bundle: Bundle, part: PartEntry) -> Generator[Path]:
    """A data part as a file that lives as long as the `with`."""
    with tempfile.TemporaryDirectory(prefix="jalon-") as folder:
        path = Path(folder) / "rows.parquet"
        bundle.archive.unpack(part.path, path)
        yield path
