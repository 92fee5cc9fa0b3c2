"""The folder that Briefcase works in: a copy of the sources, its configuration with what is required, and the icons."""

import json
import os
import shutil
import tomllib
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PACKAGES = ("app", "canvas", "engine", "resources")
SIZES = (16, 32, 64, 128, 256, 512)
"""The sides, in pixels, of the pictures that Briefcase wants on Linux."""
_DESKTOP = ("jalon.desktop", "jalon.xml")


def stage(folder: Path) -> Path:
    """Fill a folder anew; the configuration in it."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    for name in PACKAGES:
        shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__", "*.pyc"))
    for name in ("LICENSE", "CHANGELOG.md", "README.md"):
        shutil.copy2(ROOT / name, folder / name)
    for name in _DESKTOP:
        shutil.copy2(ROOT / "resources" / "packaging" / name, folder / name)
    configuration = folder / "pyproject.toml"
    configuration.write_text(with_requirements(), encoding="utf-8")
    draw_icons(folder / "resources" / "icon")
    return configuration


def requirements() -> list[str]:
    """What the program requires, pinned, as pyproject.toml says."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    return [str(one) for one in project["project"]["dependencies"]]


def with_requirements() -> str:
    """The configuration of Briefcase with what is required filled in."""
    text = (ROOT / "briefcase.toml").read_text(encoding="utf-8")
    filled = text.replace("\nrequires = []\n", f"\nrequires = {json.dumps(requirements(), indent=4)}\n")
    if filled == text:
        raise ValueError("briefcase.toml has no empty list of requirements to fill")
    return filled


def draw_icons(folder: Path) -> list[Path]:
    """The icon in every size and format that Briefcase wants, beside its picture."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtCore import QByteArray, QRectF, Qt
    from PySide6.QtGui import QGuiApplication, QImage, QPainter
    from PySide6.QtSvg import QSvgRenderer

    program = QGuiApplication.instance() or QGuiApplication(["packaging"])
    renderer = QSvgRenderer(QByteArray((ROOT / "resources" / "icon" / "jalon.svg").read_bytes()))

    def drawn(side: int) -> QImage:
        image = QImage(side, side, QImage.Format.Format_ARGB32)
        image.fill(Qt.GlobalColor.transparent)
        painter = QPainter(image)
        renderer.render(painter, QRectF(0, 0, side, side))
        painter.end()
        return image

    made = [(f"jalon-{side}.png", drawn(side)) for side in SIZES]
    made += [("jalon.ico", drawn(256)), ("jalon.icns", drawn(512))]
    for name, image in made:
        if not image.save(str(folder / name)):
            raise OSError(f"{name} could not be written")
    del program
    return [folder / name for name, _ in made]
