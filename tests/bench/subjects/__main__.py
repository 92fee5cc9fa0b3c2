"""`python -m tests.bench.subjects SUBJECT`: one subject, which does what the lines of its input say.

The first line is the graph. `build`, or a gesture with a number of frames, is answered by one line of JSON: `ms`, a
figure per frame, and what else there is.
"""

import gc
import json
import os
import sys
import time
from collections.abc import Callable
from typing import Any

from tests.bench.subjects.subject import Graph, widgets


def _subject(name: str) -> Any:
    if name == "ours":
        from tests.bench.subjects.ours import Ours

        return Ours()
    if name == "nodegraphqt":
        from tests.bench.subjects.nodegraphqt import NodeGraphQt

        return NodeGraphQt()
    from tests.bench.subjects.orange import Orange

    return Orange()


def main() -> None:
    """Serve until the input ends."""
    name = sys.argv[1]
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    answers = os.fdopen(os.dup(1), "w", buffering=1)
    os.dup2(2, 1)  # what a library prints must not be taken for an answer
    program = widgets.QApplication(["bench"])
    subject = _subject(name)
    subject.know(Graph.read(json.loads(sys.stdin.readline())))
    subject.prepare()
    for line in sys.stdin:
        gesture, *rest = line.split()
        answer: dict[str, Any] = {}
        if gesture == "build":
            started = time.thread_time()
            subject.build()
            answer["ms"] = [(time.thread_time() - started) * 1000]
            program.processEvents()
            subject.watched()
        else:
            gestures: dict[str, Callable[[int], list[float]]] = {
                row: getattr(subject, row) for row in ("fit", "whole", "pan", "zoom", "drag", "undo_moves", "counts")
            }
            gc.collect()  # what others left behind is not this gesture's
            answer["ms"] = gestures[gesture](int(rest[0]))
            if name == "ours":
                answer |= subject.taken()
        answers.write(json.dumps(answer) + "\n")
    os._exit(0)  # a peer may crash while it is taken down, and nothing is left to keep


if __name__ == "__main__":
    main()
