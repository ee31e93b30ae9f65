"""`make bench-scale`: how building, opening, searching and sizes grow with the library.

Knows: which sizes, in which processes, what one line of the report says. Does not know: what is
timed (`eval.bench_library`), how it is drawn (`eval.bench_chart`).
"""

from __future__ import annotations

import argparse
import json
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from statistics import median, quantiles
from typing import Any

from eval.bench_chart import draw
from index.dense import EXACT_UP_TO

ROOT = Path(__file__).parents[1]
SIZES = (1_000, 10_000, 100_000, 1_000_000)
OPENED = 3  # processes that open a library and search it
HEADINGS = (
    "passages",
    "record",
    "index",
    "open",
    "its processor time",
    "search p50",
    "search p95",
    "p95 of processor time",
    "ask p50",
    "memory",
    "peak while building",
    "disk",
    "recall@10",
)


@dataclass(frozen=True, slots=True)
class Spread:
    """The middle one of several processes, and the least and most."""

    middle: float
    least: float
    most: float


@dataclass(frozen=True, slots=True)
class Grown:
    """What a library of `passages` costs. Times in seconds, sizes in MiB.

    record and index: to keep papers, embedding included, and to index them; p50 and p95: of
    searches for different questions; open_processor and p95_processor: of processor time; memory:
    resident after the searches. recall: share of the 10 nearest that an approximate index finds;
    None where search is exact.
    """

    passages: int
    record: float
    index: float
    open: Spread
    open_processor: Spread
    p50: Spread
    p95: Spread
    p95_processor: Spread
    ask: Spread
    memory: float
    peak: float
    building: float
    disk: float
    recall: float | None


def grow(passages: int, folder: Path, opened: int = OPENED) -> Grown:
    """Build a library at `folder` (not there yet), use it in so many processes, and tell."""
    built = measure("build", folder, passages)
    used = [measure("use", folder) for _ in range(opened)]
    searched = [quantiles(one["searching"], n=20, method="inclusive") for one in used]
    worked = [quantiles(one["working"], n=20, method="inclusive") for one in used]
    recall = measure("recall", folder)["at_best"] if passages > EXACT_UP_TO else None
    return Grown(
        passages,
        built["recording"],
        built["indexing"],
        spread([one["opening"] for one in used]),
        spread([one["opening_work"] for one in used]),
        spread([twentieths[9] for twentieths in searched]),
        spread([twentieths[18] for twentieths in searched]),
        spread([twentieths[18] for twentieths in worked]),
        spread([median(one["asking"]) for one in used]),
        max(one["resident_mib"] for one in used),
        max(one["peak_mib"] for one in used),
        built["peak_mib"],
        built["disk_mib"],
        recall,
    )


def spread(several: Sequence[float]) -> Spread:
    """The middle, least and most of at least one number."""
    return Spread(median(several), min(several), max(several))


def measure(what: str, folder: Path, passages: int = 0) -> dict[str, Any]:
    """One measure of `eval.bench_library`, taken in a fresh process."""
    done = subprocess.run(  # noqa: S603 - our own command line, no shell
        [sys.executable, "-m", "eval.bench_library", what, str(folder), str(passages)],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        check=True,
    )
    told: dict[str, Any] = json.loads(done.stdout)
    return told


def table(grown: Sequence[dict[str, Any]]) -> str:
    """The figures (as in the JSON file) as a Markdown table, a library a line."""
    lines = [HEADINGS, ("---:",) * len(HEADINGS), *map(_cells, grown)]
    return "".join(f"| {' | '.join(cells)} |\n" for cells in lines)


def _cells(one: dict[str, Any]) -> tuple[str, ...]:
    recall = "exact" if one["recall"] is None else f"{one['recall']:.3f}"
    return (
        f"{one['passages']:,}",
        f"{one['record']:.1f} s",
        f"{one['index']:.1f} s",
        *(f"{one[name]['middle']:.2f} s" for name in ("open", "open_processor")),
        *(
            f"{1000 * one[name]['middle']:.0f} ms"
            for name in ("p50", "p95", "p95_processor", "ask")
        ),
        *(f"{one[name]:,.0f} MiB" for name in ("memory", "building", "disk")),
        recall,
    )


def main() -> None:
    """Measure the sizes asked for, put them into the JSON file, draw what it then holds."""
    parser = argparse.ArgumentParser(prog="python -m eval.bench_scale", description=main.__doc__)
    parser.add_argument("--sizes", type=int, nargs="*", default=SIZES, help="passages; or none")
    parser.add_argument("--figures", type=Path, default=ROOT / "docs" / "growth.json")
    parser.add_argument("--plot", type=Path, default=ROOT / "docs" / "growth.svg")
    parser.add_argument("--passing", type=Path, help="where the libraries are made for a while")
    asked = parser.parse_args()
    held = json.loads(asked.figures.read_text(encoding="utf-8")) if asked.figures.exists() else []
    by_size = {one["passages"]: one for one in held}
    for passages in asked.sizes:
        with tempfile.TemporaryDirectory(dir=asked.passing) as passing:
            folder = Path(passing) / "library"
            by_size[passages] = asdict(grow(passages, folder))
            shutil.rmtree(folder)
        grown = [by_size[size] for size in sorted(by_size)]
        asked.figures.write_text(json.dumps(grown, indent=1) + "\n", encoding="utf-8")
        sys.stdout.write(table([by_size[passages]]).splitlines()[-1] + "\n")
        sys.stdout.flush()
    grown = [by_size[size] for size in sorted(by_size)]
    asked.plot.write_text(draw(grown), encoding="utf-8")
    sys.stdout.write(table(grown))


if __name__ == "__main__":
    main()
