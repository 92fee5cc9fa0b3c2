"""The words that tell of interest in products: read from files, looked through, approved or forgotten (B2B 9.8).

The present is always given, in UTC.
"""

import csv
import io
from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from pathlib import Path
from typing import Any

from engine.account_data.rows import current_rows, put_rows
from engine.accounts.declaring import CREATED, UPDATED
from engine.accounts.intent import MOST_KEYWORDS
from engine.document.files import read_text
from engine.problems import EngineError, Problem
from engine.texts import quoted, say
from engine.workspace import Workspace

WAITING, APPROVED = "waiting", "approved"
TABLE = "intent_keyword"
_COLUMNS = ("category", "product", "keyword")
_FIX = say("Choose a workbook with a sheet per product, or a CSV with the columns category, product and keyword.")


def read_taxonomy(path: Path) -> list[tuple[str, str, str]]:
    """Category, product and keyword of each line of a file.

    A workbook is a category, each of its sheets a product with its keywords in the first column. A CSV names all three
    in its columns. Errors: unreadable-file.
    """
    try:
        return list(_of_workbook(path) if path.suffix.lower() == ".xlsx" else _of_lines(path))
    except (csv.Error, KeyError) as error:
        raise _unreadable(path, str(error)) from error


def add_taxonomy(workspace: Workspace, lines: Sequence[tuple[str, str, str]], now: datetime) -> list[str]:
    """Let the keywords of a category wait for approval; what should be looked at, such as words of two products.

    Errors: taxonomy-waits, many-keywords, product-differs, no-keyword.
    """
    before = current_rows(workspace, TABLE)
    waiting = sorted({str(row["category"]) for row in before if row["status"] == WAITING})
    if waiting:
        what = say("{waiting} waits for approval.", waiting=quoted(waiting[0]))
        raise EngineError(Problem(code="taxonomy-waits", what=what, fix="Approve or delete it first."))
    fresh = list(dict.fromkeys((one.strip(), two.strip(), three.strip().lower()) for one, two, three in lines))
    fresh = [one for one in fresh if all(one)]
    if not fresh:
        raise EngineError(Problem(code="no-keyword", what="There is no keyword.", fix="Write some into the file."))
    words = _words(fresh)
    for product, keywords in words.items():
        if len(keywords) > MOST_KEYWORDS:
            what = say(
                "{product} has {n} keyword(s); at most {most_keywords} are allowed.",
                product=quoted(product),
                n=len(keywords),
                most_keywords=MOST_KEYWORDS,
            )
            raise EngineError(Problem(code="many-keywords", what=what, fix="Shorten the list."))
    known = _words([(str(row["category"]), str(row["product"]), str(row["keyword"])) for row in before])
    for product in words.keys() & known.keys():
        if words[product] != known[product]:
            what = say("{product} has other keywords in another category.", product=quoted(product))
            raise EngineError(Problem(code="product-differs", what=what, fix="Give it the same keywords everywhere."))
    keys = {tuple(row[name] for name in _COLUMNS) for row in before}
    rows = [{**dict(zip(_COLUMNS, one, strict=True)), "status": WAITING, CREATED: now, UPDATED: now}
            for one in fresh if one not in keys]  # fmt: skip
    _write(workspace, [*before, *rows])
    return list(_overlaps({**known, **words}))


def approve_category(workspace: Workspace, category: str, now: datetime) -> None:
    """Let the keywords of a category count."""
    _write(workspace, [
        {**row, "status": APPROVED, UPDATED: now} if row["category"] == category else row
        for row in current_rows(workspace, TABLE)
    ])  # fmt: skip


def remove_category(workspace: Workspace, category: str) -> None:
    """Forget the keywords of a category."""
    _write(workspace, [row for row in current_rows(workspace, TABLE) if row["category"] != category])


def write_template(path: Path) -> None:
    """Write a file with an example, to be filled in. Errors: unwritable-file."""
    try:
        with path.open("w", encoding="utf-8", newline="") as file:
            lines = [_COLUMNS, ("Cloud", "Cloud Suite", "migration"), ("Cloud", "Cloud Suite", "saas")]
            csv.writer(file).writerows(lines)
    except OSError as error:
        what = say("{path} cannot be written.", path=quoted(path.name))
        raise EngineError(Problem(code="unwritable-file", what=what, why=str(error), fix="Choose another.")) from error


def _of_lines(path: Path) -> Iterator[tuple[str, str, str]]:
    for row in csv.DictReader(io.StringIO(read_text(path, _FIX), newline="")):
        found = {str(name).strip().lower(): value for name, value in row.items() if name is not None}
        yield str(found["category"] or ""), str(found["product"] or ""), str(found["keyword"] or "")


def _of_workbook(path: Path) -> Iterator[tuple[str, str, str]]:
    import fastexcel

    try:
        book = fastexcel.read_excel(path)
    except Exception as error:
        raise _unreadable(path, str(error)) from error
    for name in book.sheet_names:
        columns: Mapping[str, Sequence[Any]] = (
            book.load_sheet(name, dtypes="string", header_row=None).to_arrow().to_pydict()
        )
        for word in next(iter(columns.values()), ()):
            yield path.stem, name, str(word or "")


def _words(lines: Sequence[tuple[str, str, str]]) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for _, product, keyword in lines:
        found.setdefault(product, set()).add(keyword)
    return found


def _overlaps(words: Mapping[str, set[str]]) -> Iterator[str]:
    """The keywords that tell of several products."""
    products: dict[str, list[str]] = {}
    for product, keywords in sorted(words.items()):
        for keyword in keywords:
            products.setdefault(keyword, []).append(product)
    for keyword, several in sorted(products.items()):
        if len(several) > 1:
            yield f"{keyword}: {', '.join(several)}"


def _write(workspace: Workspace, rows: Sequence[Mapping[str, Any]]) -> None:
    put_rows(workspace, workspace.catalog().table_by_name[TABLE], rows, "taxonomy")


def _unreadable(path: Path, why: str) -> EngineError:
    what = say("{path} cannot be read.", path=quoted(path.name))
    return EngineError(Problem(code="unreadable-file", what=what, why=why, fix=_FIX))
