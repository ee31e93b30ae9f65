"""One measure of a made-up library, in a process of its own, told as one line of JSON.

`python -m eval.bench_library build|use|recall|encode FOLDER PASSAGES`. Knows: which calls of the
product are timed, what memory the process takes. Does not know: how often, how large, what is
reported (`eval.bench_scale`).
"""

from __future__ import annotations

import hashlib
import json
import resource
import sys
import time
from collections.abc import Callable
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TypeVar

from eval.bench_recall import Recalled, recall
from eval.bench_texts import press

_T = TypeVar("_T")

ASKED, WARMING = 100, 10  # questions timed, after so many others
ANSWERED = 15  # of those, how many are also answered


@dataclass(frozen=True, slots=True)
class Built:
    """Seconds to keep papers in the record, embedding included, and then to index them."""

    passages: int
    recording: float
    indexing: float
    peak_mib: float
    disk_mib: float


@dataclass(frozen=True, slots=True)
class Used:
    """Seconds to open, of the first search, of warm searches and warm answers; memory.

    opening: from a folder's name to a library that can be searched, with all that is imported and
    loaded for it. opening_work, working: processor seconds of that and of each search, which a
    busy machine changes less.
    resident_mib: after the searches; peak_mib: the most it was until then.
    """

    opening: float
    opening_work: float
    first: float
    searching: tuple[float, ...]
    working: tuple[float, ...]
    asking: tuple[float, ...]
    resident_mib: float
    peak_mib: float


@dataclass(frozen=True, slots=True)
class Encoded:
    """Passages a second, and a processor second: at first, and once their words have been met."""

    first: float
    first_work: float
    again: float
    again_work: float


def build(folder: Path, passages: int) -> Built:
    """Put papers into a new library, as adding files does once they are read.

    Questions for `use` are written beside it: that process is not to hold the press in memory.
    """
    from index.settings import load_settings
    from rag.open import open_library

    printed = press()
    asked = json.dumps(printed.questions(1 + WARMING + ASKED), ensure_ascii=False)
    _questions(folder).write_text(asked, encoding="utf-8")
    recording = 0.0
    with open_library(load_settings(), folder, create=True) as library:
        with library.writing():
            for reading in printed.readings(passages):
                file = Path("/papers", reading.document.id)
                digest = hashlib.sha256(reading.document.text.encode()).hexdigest()
                started = time.perf_counter()
                library.add(reading, file, digest)
                recording += time.perf_counter() - started
            recorded = time.perf_counter()
        indexing = time.perf_counter() - recorded
    size = sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())
    return Built(passages, recording, indexing, memory("VmHWM"), size / 1024**2)


def use(folder: Path) -> Used:
    """Open the library and ask it different questions, one after another."""
    from index.settings import load_settings
    from rag.open import open_assistant

    questions = json.loads(_questions(folder).read_text(encoding="utf-8"))
    settings = load_settings()
    started, worked = time.perf_counter(), time.process_time()
    assistant = open_assistant(settings, folder)
    with assistant.library.searching():
        opening, work = time.perf_counter() - started, time.process_time() - worked
    first, *others = (_both(assistant.search, question) for question in questions)
    searching, working = zip(*others[WARMING:], strict=True)
    resident, peak = memory("VmRSS"), memory("VmHWM")
    asking = tuple(_seconds(assistant.ask, question) for question in questions[-ANSWERED:])
    assistant.library.close()
    return Used(opening, work, first[0], searching, working, asking, resident, peak)


def encode(passages: int) -> Encoded:
    """The embedder of the settings on passages with their headers, twice."""
    from index.embed import open_embedder
    from index.settings import load_settings

    embedder = open_embedder(load_settings())
    texts = [text for reading in press().readings(passages) for text in reading.embedded]
    taken = [*_both(embedder.passages, texts), *_both(embedder.passages, texts)]
    return Encoded(*(len(texts) / seconds for seconds in taken))


def memory(line: str) -> float:
    """MiB of this process: VmRSS at present, VmHWM at its most; the latter where Linux is not."""
    try:
        status = Path("/proc/self/status").read_text(encoding="ascii")
    except FileNotFoundError:
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024**2
    return next(int(said.split()[1]) for said in status.split("\n") if line in said) / 1024


def _questions(folder: Path) -> Path:
    return folder.with_suffix(".json")


def _seconds(act: Callable[[_T], object], given: _T) -> float:
    return _both(act, given)[0]


def _both(act: Callable[[_T], object], given: _T) -> tuple[float, float]:
    """Seconds on the clock and seconds of the processor."""
    started, worked = time.perf_counter(), time.process_time()
    act(given)
    return time.perf_counter() - started, time.process_time() - worked


def main() -> None:
    """Take the measure that the command line names and print it."""
    what, folder, passages = sys.argv[1], Path(sys.argv[2]), int(sys.argv[3])
    measures: dict[str, Callable[[], Built | Used | Recalled | Encoded]] = {
        "build": lambda: build(folder, passages),
        "use": lambda: use(folder),
        "recall": lambda: recall(folder),
        "encode": lambda: encode(passages),
    }
    sys.stdout.write(json.dumps(asdict(measures[what]())) + "\n")


if __name__ == "__main__":
    main()
