"""`python -m canvas`: a window over a generated graph in memory, to try the canvas by hand."""

import argparse
import os
import sys
from pathlib import Path

from PySide6.QtWidgets import QApplication

from canvas.commands import fit_all
from canvas.demo.window import picture_of, window_over


def main(arguments: list[str] | None = None) -> int:
    """Open the window; returns the exit status."""
    parser = argparse.ArgumentParser(prog="python -m canvas", description="Try the node-graph canvas.")
    parser.add_argument("--nodes", type=int, default=30, help="how many nodes to generate (default: 30)")
    parser.add_argument("--seed", type=int, default=1, help="another number gives another graph")
    parser.add_argument("--dark", action="store_true", help="start in the dark scheme")
    parser.add_argument("--picture", type=Path, help="write a .png, .svg or .pdf instead; needs no display")
    options = parser.parse_args(arguments)
    if options.picture is not None:
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    program = QApplication.instance() or QApplication(sys.argv[:1])
    if options.picture is not None:
        return picture_of(options.nodes, options.seed, options.dark, options.picture)
    window = window_over(options.nodes, options.seed, options.dark)
    window.show()
    fit_all(window.canvas)
    return program.exec()


if __name__ == "__main__":
    sys.exit(main())
