"""Arguments, and the choice between the command line and the window."""

import importlib
import sys

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
    """Run the command line. Without a command, say whether a window could open here, and what the commands are."""
    from engine import cli

    if len(sys.argv) == 1:
        print_missing_libraries()
        sys.argv.append("--help")
    cli.main()


def print_missing_libraries() -> None:
    """Name the system package that Qt lacks on this machine, if any."""
    try:
        importlib.import_module("PySide6.QtWidgets")
    except ImportError as error:
        library = next((name for name in MISSING if name in str(error)), "")
        package = MISSING.get(library, "")
        advice = f"Install it, on Debian and Ubuntu with: apt-get install {package}" if package else str(error)
        sys.stderr.write(f"No window can open here: the system library {library or 'for Qt'} is missing. {advice}\n")


if __name__ == "__main__":
    main()
