"""`python -m tests.gallery [group ...] [--to FOLDER]`: pictures of every state, to look through by eye.

Each module of this folder with a function `pictures()` is a group; its pictures go to FOLDER/<group>-<name>.png.
"""

import argparse
import gc
import importlib
import os
import pkgutil
import sys
from pathlib import Path

from PySide6.QtWidgets import QApplication

from app.idling import Idling

HERE = Path(__file__).parent


def groups() -> list[str]:
    """The modules of this folder that take pictures."""
    names = {module.name for module in pkgutil.iter_modules([str(HERE)])}
    return sorted(names - {"__main__", "loyalty", "picture", "scenes"})


def main(arguments: list[str] | None = None) -> int:
    """Take the pictures; returns the exit status."""
    parser = argparse.ArgumentParser(prog="python -m tests.gallery", description=__doc__)
    parser.add_argument("groups", nargs="*", help=f"which of {', '.join(groups())} (default: all)")
    parser.add_argument("--to", type=Path, default=HERE.parents[1] / "build" / "gallery", help="the folder to fill")
    parser.add_argument("--only", default="", help="take only the pictures whose name contains this")
    options = parser.parse_args(arguments)
    unknown = sorted(set(options.groups) - set(groups()))
    if unknown:
        parser.error(f"there is no group {', '.join(unknown)}")
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    program = QApplication.instance() or QApplication(["gallery"])
    Idling(program)
    options.to.mkdir(parents=True, exist_ok=True)
    for group in options.groups or groups():
        for picture in importlib.import_module(f"tests.gallery.{group}").pictures():
            if options.only in picture.name:
                file = options.to / f"{group}-{picture.name}.png"
                if not picture.take().save(str(file)):
                    print(f"cannot write {file}", file=sys.stderr)
                    return 1
                print(file, flush=True)
                # The window that was pictured would make every change of the next one slower.
                gc.collect()
    program.quit()
    return 0


if __name__ == "__main__":
    sys.exit(main())
