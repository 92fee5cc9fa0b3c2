"""`python -m tests.engine.journey.oracle [how many] [first seed]`: a long comparison of engine and slow twin."""

import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

from tests.engine.journey.oracle.agreement import Bench, twin
from tests.engine.journey.oracle.worlds import World


def main() -> None:
    """Compare as many worlds as asked for; tell the seeds that differ, and how many passes the others took."""
    many = int(sys.argv[1]) if len(sys.argv) > 1 else 1000
    first = int(sys.argv[2]) if len(sys.argv) > 2 else 0
    passes: Counter[int] = Counter()
    wrong: list[int] = []
    started = time.perf_counter()
    with tempfile.TemporaryDirectory() as folder, Bench(Path(folder)) as bench:
        for seed in range(first, first + many):
            world = World(seed)
            found, needed = bench.engine(world)
            passes[needed] += 1
            if found != twin(world):
                wrong.append(seed)
                print(f"seed {seed} differs", flush=True)
    print(f"{many - len(wrong)} of {many} agree, in {time.perf_counter() - started:.0f} s; passes {dict(passes)}")
    sys.exit(1 if wrong else 0)


if __name__ == "__main__":
    main()
