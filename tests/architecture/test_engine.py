"""What holds for the whole engine: its public names, its registry, its independence of Qt, portable queries."""

import importlib
import json
import re
import subprocess
import sys
from datetime import datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest
import qtawesome
from sqlglot import exp, parse_one

import engine
from engine.catalog.model import Catalog
from engine.catalog.sources import Clock, Surroundings
from engine.checking import check
from engine.compiler.plan import make_plan
from engine.compiler.sources import Snapshot
from engine.contract import World
from engine.document.model import Document
from engine.document.schema import document_schema
from engine.registry import all_activities, read_settings
from tests.engine.fixture import DIMENSIONS, LINKS, tables

ROOT = Path(__file__).resolve().parents[2]
WORKFLOWS = sorted((ROOT / "tests" / "workflows").glob("*.json"))


def test_the_public_names_are_exactly_these() -> None:
    for name in engine.__all__:
        assert getattr(engine, name).__name__ == name
    with pytest.raises(AttributeError):
        getattr(engine, "nothing")  # noqa: B009 - a name that the type checker would refuse


def test_the_engine_and_its_commands_load_without_qt() -> None:
    script = (
        "import sys\nfor name in ('PySide6', 'qasync', 'qtawesome'):\n    sys.modules[name] = None\n"
        "import pkgutil, importlib, engine\n"
        "for module in pkgutil.walk_packages(engine.__path__, 'engine.'):\n"
        "    if 'migrations' not in module.name:\n        importlib.import_module(module.name)\n"
        "from typer.testing import CliRunner\nfrom engine.cli import app\n"
        "done = CliRunner().invoke(app, ['schema', 'split'])\nprint(done.exit_code)\n"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True, cwd=ROOT)
    assert done.stdout.strip() == "0"


def test_a_machine_without_the_libraries_of_qt_is_told_which_to_install(
    monkeypatch: pytest.MonkeyPatch, capsys: Any
) -> None:
    from app import __main__ as program

    def refuse(name: str) -> None:
        raise ImportError("libEGL.so.1: cannot open shared object file")

    monkeypatch.setattr(importlib, "import_module", refuse)
    assert not program.window_can_open()
    assert "apt-get install libegl1" in capsys.readouterr().err


@pytest.mark.parametrize("name", sorted(all_activities()))
def test_an_activity_is_fully_declared(name: str) -> None:
    activity = all_activities()[name]
    charmap = json.loads((Path(qtawesome.__file__).parent / "fonts" / "phosphor-charmap-1.3.0.json").read_text())

    assert activity.type_id == name
    assert (activity.__doc__ or "").strip().endswith(".")
    assert activity.icon.removeprefix("ph.") in charmap
    settings, problems = read_settings(activity, {}, activity.version)
    assert settings is not None
    assert problems == ()
    assert type(settings).model_validate_json(settings.model_dump_json()) == settings
    assert len({port.id for port in activity.ports(settings)}) == len(activity.ports(settings))
    for field, info in activity.settings.model_fields.items():
        assert info.title, f"{name}.{field} has no title"


def test_each_activity_occurs_in_a_test_or_example() -> None:
    texts = "\n".join(path.read_text() for path in [*WORKFLOWS, *(ROOT / "tests" / "engine").rglob("test_*.py")])
    missing = [name for name in all_activities() if f'"{name}"' not in texts]
    assert missing == []


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.stem)
def test_every_step_can_be_said_in_spark_sql(path: Path) -> None:
    """Only the functions of the database that Spark lacks stay as they are; the statements parse again."""
    document = Document.model_validate(json.loads(path.read_text())["document"])
    clock = Clock(datetime(2025, 10, 1, 9, 0), ZoneInfo("Europe/Paris"))
    catalog = Catalog(tables=tuple(tables()), links=LINKS, dimensions=DIMENSIONS)
    checked = check(document, World(Surroundings(catalog, clock), default_dimension="recipients"))
    stored = {table.name: exp.to_table(table.name) for table in catalog.tables}

    plan = make_plan(checked, Snapshot(tables=stored), lambda _name: False, {})

    assert plan.problems == ()
    for step in plan.steps:
        assert isinstance(parse_one(step.query.sql(dialect="spark"), dialect="spark"), exp.Query)


def test_the_schema_of_documents_knows_every_activity() -> None:
    schemas = {name: activity.settings.model_json_schema() for name, activity in all_activities().items()}
    schema: Any = document_schema(schemas)

    text = json.dumps(schema)
    references = {part.split('"')[0] for part in text.split("#/$defs/")[1:]}
    assert references <= set(schema["$defs"])
    assert {case["if"]["properties"]["type"]["const"] for case in schema["$defs"]["Node"]["allOf"]} == set(
        all_activities()
    )


def test_requirements_named_by_tests_exist() -> None:
    named = {
        part
        for path in (ROOT / "tests").rglob("test_*.py")
        for line in path.read_text().splitlines()
        if "mark.req(" in line or line.strip().startswith('"ORC-')
        for part in line.replace('"', " ").replace(",", " ").replace(")", " ").split()
        if re.fullmatch(r"(ORC|PRC|B2B|CAN)-\d+", part)
    }
    assert named
    for name in named:
        kind, number = name.split("-")
        assert int(number) <= {"ORC": 256, "PRC": 400, "B2B": 414, "CAN": 90}[kind]
