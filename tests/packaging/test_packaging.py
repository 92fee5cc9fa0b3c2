"""The staged sources are what Briefcase's own parser takes, with every icon, and the desktop knows the files."""

import tomllib
from configparser import ConfigParser
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
from briefcase.config import DraftAppConfig, GlobalConfig, parse_config
from briefcase.console import Console
from PySide6.QtGui import QImage

from resources.packaging.staging import ROOT, SIZES, requirements, stage


@pytest.fixture(scope="module")
def staged(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return stage(tmp_path_factory.mktemp("staging") / "package")


def parsed(configuration: Path, platform: str, form: str) -> tuple[dict[str, Any], DraftAppConfig]:
    """What Briefcase reads: the global part, and the one program."""
    common, apps = parse_config(configuration, platform, form, Console())
    GlobalConfig(**common)
    assert list(apps) == ["app"]
    return common, DraftAppConfig(**{**common, **apps["app"]})


@pytest.mark.parametrize(("platform", "form"), [("linux", "system"), ("macOS", "app"), ("windows", "app")])
def test_briefcase_reads_the_configuration_for_every_system(staged: Path, platform: str, form: str) -> None:
    common, program = parsed(staged, platform, form)

    version = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]["version"]
    assert (common["version"], program.formal_name, program.module_name) == (version, "Jalon", "app")
    assert program.requires == requirements()
    assert all((staged.parent / source / "__init__.py").exists() for source in program.sources)
    assert program.document_types["bundle"]["extension"] == "jalon"


def test_every_icon_is_there_in_its_size(staged: Path) -> None:
    _, program = parsed(staged, "linux", "system")
    icons = {side: QImage(str(staged.parent / f"{program.icon}-{side}.png")) for side in SIZES}

    for side, image in icons.items():
        assert (image.width(), image.height()) == (side, side)
        assert image.pixelColor(0, 0).alpha() == 0
        assert image.pixelColor(side // 2, side // 4).alpha() == 255
    for ending in ("ico", "icns"):
        assert (staged.parent / f"{program.icon}.{ending}").stat().st_size > 1000


def test_the_desktop_entry_opens_bundles_with_the_program(staged: Path) -> None:
    entry = ConfigParser(interpolation=None)
    entry.read(staged.parent / "jalon.desktop", encoding="utf-8")
    mime = ElementTree.parse(staged.parent / "jalon.xml").getroot()
    space = "{http://www.freedesktop.org/standards/shared-mime-info}"
    kind = mime.find(f"{space}mime-type")

    assert kind is not None
    assert kind.attrib["type"] in entry["Desktop Entry"]["MimeType"].split(";")
    assert [one.attrib["pattern"] for one in kind.findall(f"{space}glob")] == ["*.jalon"]
    assert entry["Desktop Entry"]["Exec"].split() == ["jalon", "%f"]
