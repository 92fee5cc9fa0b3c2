"""`python -m tests.fuzzing [--minutes 30]`: the reader of bundles, explored by coverage until it breaks.

It needs the extra "fuzz". Everything that a stranger's file may do ends in an EngineError; anything else is a crash,
which is kept in build/fuzzing beside the inputs that reached new code.
"""

import argparse
import io
import json
import random
import sys
import tempfile
import zipfile
from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent
CORPUS = HERE.parent / "build" / "fuzzing"
KEPT = HERE / "engine" / "bundles" / "kept"
_MOST_BYTES = 200_000
_NAMES = ("manifest.json", "signature.json", "documents/a.json", "layout/a.json", "schemas/tables/t.json",
          "audiences/a.json", "objects/stage.json", "counts/a.json", "data/tables/t.parquet")  # fmt: skip


def main() -> None:
    """Explore until the time is over; a crash ends it with its input."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--minutes", type=float, default=30.0)
    options = parser.parse_args()
    atheris: Any = import_module("atheris")
    CORPUS.mkdir(parents=True, exist_ok=True)
    for path in KEPT.glob("*.jalon"):
        (CORPUS / path.name).write_bytes(path.read_bytes())
    with atheris.instrument_imports(include=["engine.bundles", "engine.document", "engine.catalog", "zipfile"]):
        read = _reader()
    limits = [f"-max_total_time={round(options.minutes * 60)}", f"-max_len={_MOST_BYTES}", "-rss_limit_mb=2048"]
    atheris.Setup([sys.argv[0], *limits, f"-artifact_prefix={CORPUS}/crash-", str(CORPUS)], read)
    atheris.Fuzz()


def _reader() -> Callable[[bytes], None]:
    """What is called with each input: read everything that a bundle may hold."""
    from engine.bundles.reading import open_bundle
    from engine.problems import EngineError

    folder = Path(tempfile.mkdtemp())

    def read(data: bytes) -> None:
        path = folder / "b.jalon"
        # Every other input is taken for the parts of an archive, so that what is behind the hashes is reached.
        path.write_bytes(data if not data or data[0] % 2 == 0 or data[:2] == b"PK" else _packed(data))
        try:
            with open_bundle(path, "passphrase") as bundle:
                for one in (bundle.documents, bundle.catalog, bundle.objects, bundle.audiences, bundle.expected):
                    del one
        except EngineError:
            pass

    return read


def _packed(data: bytes) -> bytes:
    """An archive with a true manifest and parts that are cut from the input."""
    from engine.bundles.archive import MEDIA_PART, MEDIA_TYPE
    from engine.bundles.manifest import Contents, Manifest, Role, entry_of

    chance = random.Random(data[:8])
    chosen = chance.sample(_NAMES, chance.randint(1, 4))
    cuts = [data[8 + place :: len(chosen)] if chance.random() < 0.2 else _text(data, place) for place in range(9)]
    roles = {"documents": Role.DOCUMENT, "layout": Role.LAYOUT, "schemas": Role.SCHEMA, "audiences": Role.AUDIENCE,
             "objects": Role.OBJECTS, "counts": Role.COUNTS, "data": Role.DATA}  # fmt: skip
    parts = {name: content for name, content in zip(chosen, cuts, strict=False) if "/" in name}
    entries = tuple(
        entry_of(name, roles[name.split("/", maxsplit=1)[0]], "a", content) for name, content in sorted(parts.items())
    )
    manifest = Manifest(format=1, contents=Contents.COUNTS, parts=entries)
    memory = io.BytesIO()
    with zipfile.ZipFile(memory, "w") as archive:
        archive.writestr(MEDIA_PART, MEDIA_TYPE)
        archive.writestr("manifest.json", manifest.to_bytes())
        for name, content in parts.items():
            archive.writestr(name, content)
    return memory.getvalue()


def _text(data: bytes, place: int) -> bytes:
    """A piece of the input, inside an object that looks like a part."""
    piece = data[8 + place * 40 :][:400].decode("utf-8", "replace")
    try:
        value: Any = json.loads(piece)
    except (ValueError, RecursionError):
        value = piece
    known = {"id": "a", "name": "a", "label": "a", "document": "a", "attributes": value, "nodes": value, "rows": value,
             "transitions": value, "as_of": value, "content": value, "layout": value}  # fmt: skip
    return json.dumps(known).encode()


if __name__ == "__main__":
    main()
