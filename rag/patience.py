"""How long a reader waits for a draft.

Knows: clocks, and whether the reader has stopped. Does not know: what is waited for.
"""

from __future__ import annotations

import time

from rag.writer import Stop

LONGEST_SECONDS = 600.0
_LOOK_SECONDS = 0.05


class StoppedError(Exception):
    """The reader has stopped."""


class Patience:
    """Ends when the reader stops, after a silence too long, and after ten minutes in all."""

    def __init__(self, stop: Stop, silent_seconds: float) -> None:
        """`silent_seconds`: how long nothing may come; `stop` is asked at every look."""
        self._stop = stop
        self._silent_seconds = silent_seconds
        self._end = time.monotonic() + LONGEST_SECONDS
        self.renew()

    def renew(self) -> None:
        """Something came; the silence begins anew."""
        self._silence_ends = time.monotonic() + self._silent_seconds

    def check(self) -> None:
        """Raises StoppedError, or TimeoutError with the reason."""
        if self._stop():
            raise StoppedError
        now = time.monotonic()
        if now > self._silence_ends:
            raise TimeoutError(f"no reply within {self._silent_seconds:g} seconds")
        if now > self._end:
            raise TimeoutError(f"not done in {LONGEST_SECONDS:g} seconds")

    def pause(self, seconds: float) -> None:
        """Waits `seconds`, raising as `check` does; the silence begins anew after it."""
        end = time.monotonic() + seconds
        while (left := end - time.monotonic()) > 0:
            self.renew()
            self.check()
            time.sleep(min(left, _LOOK_SECONDS))
