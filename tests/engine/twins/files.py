"""Files to load in many layouts, and what a plain reading of their cells gives."""

import csv
import hashlib
import json
from datetime import date
from pathlib import Path
from typing import Any

from hypothesis import strategies as st

from tests.engine.twin import Rows

Form = dict[str, Any]

NAMES = ("mail", "team", "points", "day")
CELLS = [
    ("a@x.fr", "red", "1", "01/02/2025"), ("b@x.fr", "", "-3", "29/02/2024"), ("", "blue", "", "31/04/2025"),
    ("a@x.fr", "red", "07", ""), ("new@x.fr", "Blue", "2.5", "1/2/2025"), (" B@X.FR ", "BLUE", " 4 ", "02/01/2025"),
    ("", "", "x", "soon"), ("two\nlines", "red", "99999999999", "31/12/2025"), ("c@x", "é'\"😀", "5", "30/06/1999"),
    ("b;@,x|fr", "blue", "+5", "28/02/2025"), ("  ", " red", "1e3", "30/02/2025"),
]  # fmt: skip
"""Duplicates, gaps, signs that part columns, numbers and days that are none."""

_ERRORS = st.sampled_from(["reject", "ignore", "default"])
FORMS: st.SearchStrategy[Form] = st.fixed_dictionaries(
    {
        "delimiter": st.sampled_from([",", ";", "|", "\t"]),
        "quote": st.sampled_from(['"', "'"]),
        "header": st.booleans(),
        "skip": st.integers(0, 2),
        "encoding": st.sampled_from(["utf-8", "utf-16"]),
        "end": st.sampled_from(["\n", "\r\n"]),
        "trim": st.booleans(),
        "case": st.sampled_from(["keep", "upper", "lower"]),
        "remap": st.booleans(),
        "required": st.booleans(),
        "points": _ERRORS,
        "day": _ERRORS,
    }
)


def write(folder: Path, form: Form) -> Path:
    """The cells as a file of that form."""
    name = hashlib.md5(json.dumps(form, sort_keys=True).encode(), usedforsecurity=False).hexdigest()
    path = folder / f"{name}.csv"
    with path.open("w", encoding=form["encoding"], newline="") as file:
        file.write(f"made by hand{form['end']}" * form["skip"])
        writer = csv.writer(file, delimiter=form["delimiter"], quotechar=form["quote"], lineterminator=form["end"])
        writer.writerows([NAMES] * form["header"] + CELLS)
    return path


def settings_of(path: Path, form: Form) -> dict[str, Any]:
    """The settings of the activity that loads it."""
    nulls = "required" if form["required"] else "default"
    mail = {"name": "mail", "trim": form["trim"], "case": form["case"], "nulls": nulls}
    team: dict[str, Any] = {"name": "team"}
    if form["remap"]:
        team["remap"] = {"red": "blue", "BLUE": "Blue"}
    points = {"name": "points", "type": "integer", "on_error": form["points"], "default": "-7"}
    day = {"name": "day", "type": "date", "date_format": "%d/%m/%Y", "on_error": form["day"], "default": "24/12/2000"}
    layout = {
        "delimiter": form["delimiter"],
        "quote": form["quote"],
        "header": form["header"],
        "skip_lines": form["skip"],
        "encoding": form["encoding"],
        "columns": [mail, team, points, day],
    }
    return {"path": str(path), "layout": layout, "max_errors": 1000}


def rows_of(form: Form) -> Rows:
    """The rows that are loaded: a line that has one value too wrong is not."""
    rows: Rows = []
    line = form["skip"] + form["header"] + 1
    for mail, team, points, day in CELLS:
        row = {"_line": line, "mail": _mail(mail, form), "team": _team(team, form)}
        wrong = form["required"] and row["mail"] is None
        for name, text, read, default in (("points", points, _whole, -7), ("day", day, _day, date(2000, 12, 24))):
            value = read(text.strip())
            failed = value is None and text.strip() != ""
            wrong = wrong or (failed and form[name] == "reject")
            row[name] = default if failed and form[name] == "default" else value
        if not wrong:
            rows.append(row)
        line += 1 + mail.count("\n")
    return rows


def _mail(text: str, form: Form) -> str | None:
    if text == "":
        return None
    text = text.strip() if form["trim"] else text
    return {"keep": text, "upper": text.upper(), "lower": text.lower()}[form["case"]]


def _team(text: str, form: Form) -> str | None:
    if text == "":
        return None
    return {"red": "blue", "BLUE": "Blue"}.get(text, text) if form["remap"] else text


def _whole(text: str) -> int | None:
    """A whole number of 32 bits; what begins with a zero is a code."""
    digits = text.removeprefix("+").removeprefix("-")
    plain = digits.isdigit() and (digits == "0" or not digits.startswith("0"))
    return int(text) if plain and abs(int(text)) < 2**31 else None


def _day(text: str) -> date | None:
    try:
        day, month, year = (int(part) for part in text.split("/"))
        return date(year, month, day)
    except ValueError:
        return None
