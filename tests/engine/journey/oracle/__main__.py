"""`python -m tests.engine.journey.oracle [how many] [first seed] [workers]`: a long comparison with the slow twin."""

import sys
import tempfile
import time
from collections import Counter
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

from tests.engine.journey.oracle.agreement import Bench, twin
from tests.engine.journey.oracle.worlds import World


def main() -> None:
    """Compare as many worlds as asked for; tell the seeds that differ, and how many passes the others took."""
    many, first, workers = (int(one) for one in (*sys.argv[1:], *("1000", "0", "1")[len(sys.argv) - 1 :]))
    started = time.perf_counter()
    with ProcessPoolExecutor(workers) as pool:
        parts = [*pool.map(_compared, [range(first + place, first + many, workers) for place in range(workers)])]
    passes = sum((part for part, _ in parts), Counter[int]())
    wrong = sorted(seed for _, seeds in parts for seed in seeds)
    taken = f"{time.perf_counter() - started:.0f} s; passes {dict(sorted(passes.items()))}"
    print(f"{many - len(wrong)} of {many} agree, in {taken}; seeds that differ: {wrong or 'none'}")
    sys.exit(1 if wrong else 0)


def _compared(seeds: range) -> tuple[Counter[int], list[int]]:
    """How many passes these worlds took, and which of them differ."""
    passes: Counter[int] = Counter()
    wrong: list[int] = []
    with tempfile.TemporaryDirectory() as folder, Bench(Path(folder)) as bench:
        for seed in seeds:
            world = World(seed)
            found, needed = bench.engine(world)
            passes[needed] += 1
            if found != twin(world):
                wrong.append(seed)
                print(f"seed {seed} differs", flush=True)
    return passes, wrong


if __name__ == "__main__":
    main()
