"""Arguments, and the choice between the command line and the window."""

import gc
import importlib
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from engine.runner.orders import Answer, RunOrder

MISSING = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libglib-2.0.so.0": "libglib2.0-0",
}
"""System library to the Debian package that brings it."""


def main() -> None:
    """Run a command; without one, or with files and folders to open, show the window, as after a demo on a screen."""
    arguments = sys.argv[1:]
    paths = _paths(arguments)
    if paths is not None:
        if has_display() and window_can_open():
            sys.exit(open_paths(paths))
        sys.argv[1:] = ["--help"]
    from engine import cli

    demo = arguments[:1] == ["demo"]
    show = show_window if has_display() and (not demo or window_can_open()) else None
    cli.main(cli.Desktop(show, order_run))


def _paths(arguments: list[str]) -> list[Path] | None:
    """The files and folders that the arguments name, if all of them do; None when they are a command."""
    paths = [Path(one).absolute() for one in arguments]
    if not all(path.exists() for path in paths) or (arguments and _is_command(arguments[0])):
        return None
    return paths


def _is_command(word: str) -> bool:
    """Whether a word that is also the name of a file or folder here is a command, which goes first."""
    if Path(word).name != word or "." in word:
        return False
    from engine import cli

    return word in cli.names()


def open_paths(paths: list[Path]) -> int:
    """Open files and folders in the window that is there, else in a new one; the exit status."""
    if paths:
        from app.beacon import ask, program_folder

        if ask(program_folder(), {"open": [str(path) for path in paths]}) is not None:
            return 0
    return show_window(paths=paths)


def order_run(folder: Path, order: "RunOrder") -> "Answer | None":
    """Let the process that has a workspace open carry out a run; None when it does not answer."""
    from app.beacon import ask
    from engine.runner.orders import ANSWERS, ORDERS

    words = ask(folder, {"run": ORDERS.dump_python(order, mode="json")})
    return None if words is None else ANSWERS.validate_python(words["answer"])


def show_window(folder: Path | None = None, paths: Sequence[Path] = ()) -> int:
    """Open the window; the exit status."""
    # Loading makes hundreds of thousands of objects that stay: looking through them for garbage is a fifth of the time.
    gc.disable()
    from app.application import run_window

    gc.freeze()
    gc.enable()
    status = run_window(folder, paths)
    # Or what was loaded could not be put away at the end, and DuckDB would tell the terminal of it.
    gc.unfreeze()
    return status


def has_display() -> bool:
    """Whether there is a screen to open a window on."""
    named = any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"))
    return named or sys.platform in {"win32", "darwin"}


def window_can_open() -> bool:
    """Whether Qt's system libraries are there; names the package that is missing."""
    try:
        importlib.import_module("PySide6.QtWidgets")
    except ImportError as error:
        library = next((name for name in MISSING if name in str(error)), "")
        package = MISSING.get(library, "")
        advice = f"Install it, on Debian and Ubuntu with: apt-get install {package}" if package else str(error)
        sys.stderr.write(f"No window can open here: the system library {library or 'for Qt'} is missing. {advice}\n")
        return False
    return True


if __name__ == "__main__":
    main()
