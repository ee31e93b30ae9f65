"""The encoder's speed, and what a small and a large library cost, for `eval.bench`.

Knows: which sizes, and how a line reads. Does not know: how anything is measured
(`eval.bench_library`), how it grows in between (`eval.bench_scale`).
"""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

from eval.bench_scale import Grown, Spread, grow, measure

ENCODED = 20_000  # passages
SMALL, LARGE = 352, 100_000  # passages: three papers of some thirty pages, and nine hundred


def sizes(passing: Path) -> None:
    """Measure and print, a line each; every measure in a process of its own."""
    encoded = measure("encode", passing, ENCODED)
    for when, name in (("never met before", "first"), ("met before", "again")):
        told = (
            f"{encoded[name]:8.0f} passages/s  ({encoded[name + '_work']:.0f} a processor second)"
        )
        _tell(f"encoding, words {when}", told)
    for passages in (SMALL, LARGE):
        folder = passing / f"of-{passages}"
        for what, told in lines(grow(passages, folder)):
            _tell(f"{passages:,} passages: {what}", told)
        shutil.rmtree(folder)


def lines(grown: Grown) -> list[tuple[str, str]]:
    """What is reported of a library: names and figures."""
    return [
        ("search, median", _milliseconds(grown.p50)),
        ("search, p95", _milliseconds(grown.p95)),
        ("search, p95 of processor time", _milliseconds(grown.p95_processor)),
        ("whole answer, median", _milliseconds(grown.ask)),
        ("opening", _milliseconds(grown.open)),
        ("opening, processor time", _milliseconds(grown.open_processor)),
        ("keeping and embedding", f"{grown.record:8.1f} s"),
        ("building its index", f"{grown.index:8.1f} s"),
        ("resident memory", f"{grown.memory:8.0f} MiB       (at its peak {grown.peak:.0f})"),
        ("on disk", f"{grown.disk:8.0f} MiB"),
    ]


def _milliseconds(seconds: Spread) -> str:
    middle, least, most = (1000 * part for part in (seconds.middle, seconds.least, seconds.most))
    return f"{middle:8.0f} ms        ({least:.0f} to {most:.0f})"


def _tell(what: str, told: str) -> None:
    sys.stdout.write(f"{what:48} {told}\n")
    sys.stdout.flush()
