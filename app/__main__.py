"""Arguments, and the choice between the command line and the window."""

import gc
import importlib
import os
import sys
from pathlib import Path

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
    """Run the command line; without a command, or after a demo that is not headless, open the window."""
    arguments = sys.argv[1:]
    if not arguments:
        if has_display() and window_can_open():
            sys.exit(show_window(None))
        sys.argv.append("--help")
    from engine import cli

    cli.main(show_window if has_display() and (arguments[:1] != ["demo"] or window_can_open()) else None)


def show_window(folder: Path | None) -> int:
    """Open the window; the exit status."""
    # Loading makes hundreds of thousands of objects that stay: looking through them for garbage is a fifth of the time.
    gc.disable()
    from app.application import run_window

    gc.freeze()
    gc.enable()
    return run_window(folder)


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
