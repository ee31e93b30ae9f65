"""One writer at a time: a lock on a file that says who holds it and dies with its holder.

Knows: flock, the words for the one who waits. Does not know: what is written meanwhile.
"""

from __future__ import annotations

import fcntl
import json
import os
import socket
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

from index.errors import LibraryLocked

_LOOK_AGAIN = 0.05  # seconds


class WriterLock:
    """The right to write in `folder`; may be taken again by the thread that has it."""

    def __init__(self, folder: Path) -> None:
        """Takes nothing yet; the file `writer.lock` is made when the lock is first held."""
        self._folder = folder
        self._path = folder / "writer.lock"
        self._threads = threading.RLock()
        self._depth = 0
        self._file = -1

    @contextmanager
    def held(self, patience: float) -> Iterator[bool]:
        """Hold the lock; yields True when this is the outermost hold.

        Waits at most `patience` seconds, then raises LibraryLocked naming the holder.
        """
        until = time.monotonic() + patience
        if not self._threads.acquire(timeout=patience):
            raise self._refusal()
        try:
            if self._depth == 0:
                self._file = self._take(until)
            self._depth += 1
            try:
                yield self._depth == 1
            finally:
                self._depth -= 1
                if self._depth == 0:
                    os.close(self._file)  # closing lets go of the lock
        finally:
            self._threads.release()

    def _take(self, until: float) -> int:
        """The lock file, open and locked. It outlives the lock: only the lock on it counts."""
        file = os.open(self._path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o644)
        try:
            while True:
                try:
                    fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
                    break
                except BlockingIOError:
                    if time.monotonic() >= until:
                        raise self._refusal() from None
                    time.sleep(_LOOK_AGAIN)
            self._sign(file)
        except BaseException:
            os.close(file)
            raise
        return file

    def _sign(self, file: int) -> None:
        since = datetime.now(UTC).isoformat(timespec="seconds")
        holder = {"pid": os.getpid(), "host": socket.gethostname(), "since": since}
        os.ftruncate(file, 0)
        os.pwrite(file, json.dumps(holder).encode(), 0)

    def _refusal(self) -> LibraryLocked:
        try:
            holder = json.loads(self._path.read_text())
            who = f"process {holder['pid']} on {holder['host']} has been writing"
            since = f" since {holder['since']}"
        except (OSError, ValueError, KeyError, TypeError):  # just being signed, or never was
            who, since = "another process is writing", ""
        return LibraryLocked(f"{who} to {self._folder}{since}; wait for it or stop it")
