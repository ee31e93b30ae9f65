"""Work that takes a while, done in a thread of its own and told of step by step; how it is ended.

Knows: threads. Does not know: what the work is, the page.
"""

from __future__ import annotations

import queue
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TypeVar

Tell = Callable[[int, int, str], None]  # number (from 1), total, name of what is worked on
Made = TypeVar("Made")


@dataclass(frozen=True, slots=True)
class Doing:
    """What is being worked on: `number` (from 1) of `total`, by name."""

    number: int
    total: int
    name: str


def working(work: Callable[[Tell], Made]) -> Iterator[Doing | Made]:
    """The steps that `work` tells of, then what it made. Raises what it raises.

    One thread does all of it, since a library's writer belongs to a thread while the steps of a
    page may be taken in several.
    """
    told: queue.SimpleQueue[Doing | None] = queue.SimpleQueue()
    ended: list[Made | BaseException] = []

    def run() -> None:
        try:
            ended.append(work(lambda *step: told.put(Doing(*step))))
        except BaseException as error:
            ended.append(error)
        finally:
            told.put(None)

    worker = threading.Thread(target=run, name="page", daemon=True)
    worker.start()
    while (step := told.get()) is not None:
        yield step
    worker.join()
    if isinstance(ended[0], BaseException):
        raise ended[0]
    yield ended[0]


class Stops:
    """What is under way for each reader, so that it can be ended."""

    def __init__(self) -> None:
        """Nothing is."""
        self._events: dict[tuple[str, str], threading.Event] = {}

    @contextmanager
    def under_way(self, session: str, name: str) -> Iterator[threading.Event]:
        """While something goes on for a session; the event is set when it is to end.

        What went on under the same name before is no longer reached; leaving sets the event.
        """
        stop = self._events[session, name] = threading.Event()
        try:
            yield stop
        finally:
            stop.set()
            if self._events.get((session, name)) is stop:
                del self._events[session, name]

    def stop(self, session: str | None = None, name: str | None = None) -> None:
        """End what is under way: of one session or name, or all of it."""
        for (whose, what), event in list(self._events.items()):
            if session in (None, whose) and name in (None, what):
                event.set()
