"""`python -m tests.bench [group] [--json]`: one line per measure, `name  value  target  holds` or `short`.

A benchmark, never a timed test. Figures move with the machine; ratios are measured side by side in one process.
"""

import importlib
import json
import pkgutil
import sys
from pathlib import Path

from tests.bench.measures import Measure


def groups() -> list[str]:
    """The modules of this folder that measure something."""
    return sorted(
        module.name
        for module in pkgutil.iter_modules([str(Path(__file__).parent)])
        if not module.ispkg and module.name not in {"__main__", "measures", "data", "program"}
    )


def main() -> None:
    """Run the groups named on the command line, or all of them."""
    wanted = [name for name in sys.argv[1:] if not name.startswith("--")] or groups()
    as_json = "--json" in sys.argv
    unknown = set(wanted) - set(groups())
    if unknown:
        sys.exit(f"There is no group {', '.join(sorted(unknown))}; choose among {', '.join(groups())}.")
    found: list[Measure] = []
    for name in wanted:
        for measure in importlib.import_module(f"tests.bench.{name}").measures():
            found.append(measure)
            if not as_json:
                print(measure, flush=True)
    if as_json:
        print(json.dumps([measure.to_json() for measure in found], indent=2))


if __name__ == "__main__":
    main()
