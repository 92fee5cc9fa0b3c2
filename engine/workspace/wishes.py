"""What users wish of runs that are under way in this process: that they pause, or stop. Any thread may say so."""

import threading
from typing import Any

from engine.lanes import Job


class Wishes:
    """By document; of each one run at most is under way."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._pausing: set[str] = set()
        self._jobs: dict[str, Job[Any]] = {}
        self.leaving = False
        """The program ends: runs are cut off, to go on later, rather than stopped."""

    def pause(self, document: str) -> None:
        """Wish that the run of a document begins no further activity."""
        with self._lock:
            self._pausing.add(document)

    def forget(self, document: str) -> None:
        """The wish is fulfilled, or no longer held."""
        with self._lock:
            self._pausing.discard(document)

    def pausing(self, document: str) -> bool:
        """Whether the run of a document is to pause."""
        with self._lock:
            return document in self._pausing

    def watch(self, document: str, job: Job[Any]) -> None:
        """Until it is done, `job` is the run of a document."""
        with self._lock:
            self._jobs[document] = job
        if self.leaving:
            job.cancel()
        job.future.add_done_callback(lambda _done: self._ended(document, job))

    def stop(self, document: str) -> bool:
        """Stop the run of a document that is under way in this process; whether there is one."""
        with self._lock:
            job = self._jobs.get(document)
        if job is not None:
            job.cancel()
        return job is not None

    def leave(self) -> None:
        """Cut off all runs that are under way in this process."""
        self.leaving = True
        with self._lock:
            jobs = list(self._jobs.values())
        for job in jobs:
            job.cancel()

    def _ended(self, document: str, job: Job[Any]) -> None:
        with self._lock:
            if self._jobs.get(document) is job:
                del self._jobs[document]
