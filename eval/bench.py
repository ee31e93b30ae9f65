"""`make bench`: speeds and sizes of the product on this machine, as medians with their spread.

Knows: what is timed and how often. Does not know: how fast is fast enough; the README says what
was measured and where.
"""

from __future__ import annotations

import os
import resource
import socket
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from collections.abc import Callable
from functools import partial
from pathlib import Path

from eval.bench_model import transformer
from eval.bench_papers import add, shelf
from eval.bench_sizes import sizes

RAADPLEEG = [sys.executable, "-m", "app"]
ROOT = Path(__file__).parents[1]
QUESTION = "what was NL's position on CSAM detection?"
RUNS = 7


def main() -> None:
    """Measure everything and print one line each."""
    with tempfile.TemporaryDirectory() as passing:
        demo = Path(passing) / "demo"
        environment = {"RAADPLEEG_DEMO": str(demo)}
        _tell("raadpleeg --help", _seconds(lambda: _run("--help")))
        _run("documents", "--demo", **environment)
        _tell(
            "ask, cold start, specimen library",
            _seconds(lambda: _run("ask", QUESTION, "--demo", **environment)),
        )
        _warm(demo / "library")
        _tell("page answers HTTP", _seconds(lambda: _page(environment), runs=3))
        _reading(Path(passing))
        _indexing(Path(passing))
        transformer(Path(passing))
        sizes(Path(passing))


def _tell(what: str, seconds: list[float]) -> None:
    middle = statistics.median(seconds)
    sys.stdout.write(
        f"{what:44} {middle * 1000:8.0f} ms  "
        f"({min(seconds) * 1000:.0f} to {max(seconds) * 1000:.0f})\n"
    )
    sys.stdout.flush()


def _seconds(act: Callable[[], object], runs: int = RUNS) -> list[float]:
    """Wall seconds of each run."""
    taken = []
    for _ in range(runs):
        started = time.perf_counter()
        act()
        taken.append(time.perf_counter() - started)
    return taken


def _run(*arguments: str, **environment: str) -> str:
    done = subprocess.run(  # noqa: S603 - our own command line, no shell
        [*RAADPLEEG, *arguments],
        cwd=ROOT,
        env={**os.environ, **environment},
        capture_output=True,
        text=True,
        check=True,
    )
    return done.stdout


def _warm(library: Path) -> None:
    """Questions and searches in one process, on the library as it stands."""
    from index.settings import load_settings
    from rag.open import open_assistant

    assistant = open_assistant(load_settings(), library)
    questions = [
        QUESTION,
        "Wat vond Nederland van het uitstel van EES?",
        "What did the Commission promise on e-evidence?",
    ]
    for question in questions:
        assistant.ask(question)
    _tell("ask, warm", [s for q in questions for s in _seconds(partial(assistant.ask, q))])
    _tell("search, warm", [s for q in questions for s in _seconds(partial(assistant.search, q))])
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    sys.stdout.write(f"{'memory of that process, at its peak':44} {peak:8.0f} MiB\n")


def _page(environment: dict[str, str]) -> None:
    """Start the page, wait until it answers, stop it."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    page = subprocess.Popen(  # noqa: S603 - our own command line, no shell
        [*RAADPLEEG, "serve", "--demo", "--port", str(port)],
        cwd=ROOT,
        env={**os.environ, **environment},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        until = time.monotonic() + 60
        while time.monotonic() < until:
            try:
                urllib.request.urlopen(f"http://127.0.0.1:{port}/", timeout=5).close()
                return
            except (urllib.error.URLError, OSError):
                time.sleep(0.05)
        raise TimeoutError("the page did not answer within 60 s")
    finally:
        page.terminate()
        page.wait(timeout=20)


def _reading(passing: Path) -> None:
    """Text files to outlines, without passages and vectors, on one core."""
    from index.agenda import agenda_items
    from index.build import describe
    from index.read import read

    files = sorted(shelf(passing / "two", 2).iterdir())
    started = time.perf_counter()
    pages = 0
    for file in files:
        manuscript = read(file)
        describe(manuscript, file, file.name)
        agenda_items(manuscript)
        pages += len(manuscript.page_starts or (0,))
    speed = pages / (time.perf_counter() - started)
    sys.stdout.write(
        f"{'reading text to its outline':44} {speed:8.0f} pages/s     ({pages} pages)\n"
    )


def _indexing(passing: Path) -> None:
    """The specimen papers, ten times over, with the shipped embedder."""
    from index.settings import load_settings

    count, taken = add(shelf(passing / "ten", 10), passing / "large", load_settings())
    sys.stdout.write(
        f"{'indexing with the shipped embedder':44} {count / taken:8.0f} passages/s  "
        f"({count} passages)\n"
    )


if __name__ == "__main__":
    main()
