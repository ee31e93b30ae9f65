"""The comparison for people (Markdown) and for programs (one JSON object).

Knows: how figures are laid out. Does not know: how they were measured.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass

from eval.gold import Lang
from eval.intervals import Figure
from eval.peers.measuring import Line, Ran

_LANGUAGE = {"nl": "Dutch questions", "en": "English questions"}


@dataclass(frozen=True, slots=True)
class Comparison:
    """All runs over one release, with a line a run for each language; `absent` says what failed."""

    release: str
    runs: tuple[Ran, ...]
    lines: Mapping[Lang, tuple[Line, ...]]
    absent: tuple[str, ...]


def as_json(comparison: Comparison) -> str:
    """Everything but the hits themselves."""
    told = {
        "release": comparison.release,
        "lines": {lang: [asdict(line) for line in told] for lang, told in comparison.lines.items()},
        "runs": [
            {
                "label": run.label,
                "pieces": run.pieces,
                "words": run.words,
                "unplaced": run.unplaced,
                "indexing": run.indexing,
                "milliseconds": run.milliseconds,
                "versions": dict(run.versions),
            }
            for run in comparison.runs
        ],
        "absent": list(comparison.absent),
    }
    return json.dumps(told, ensure_ascii=False)


def as_markdown(comparison: Comparison) -> str:
    """A table a language, a table of sizes and times, and what could not be run."""
    blocks = [f"# {comparison.release}"]
    for lang, told in comparison.lines.items():
        blocks += [f"## {_LANGUAGE[lang]} ({told[0].success.n})", "\n".join(_figures(told))]
    blocks += ["## Sizes and times", "\n".join(_sizes(comparison.runs))]
    blocks.append(f"Versions: {_versions(comparison.runs)}.")
    if comparison.absent:
        blocks += ["## Not run", "\n".join(f"- {why}" for why in comparison.absent)]
    return "\n\n".join(blocks)


def _figures(told: Sequence[Line]) -> Iterator[str]:
    yield _bar(
        "system",
        "item success@5",
        "any item touched",
        "evidence recall@5",
        "evidence, less Raadpleeg",
        "words in the top 5",
    )
    yield _bar("---", *["---:"] * 5)
    for line in told:
        yield _bar(
            line.label,
            _wide(line.success),
            _number(line.generous.value),
            _wide(line.evidence),
            "" if line is told[0] else _wide(line.evidence_less, signed=True),
            "–" if line.words.value is None else f"{line.words.value:.0f}",
        )


def _sizes(runs: Sequence[Ran]) -> Iterator[str]:
    yield _bar("system", "pieces", "words each", "lost", "indexing, s", "question, ms")
    yield _bar("---", *["---:"] * 5)
    for run in runs:
        yield _bar(
            run.label,
            str(run.pieces),
            f"{run.words:.0f}",
            str(run.unplaced),
            f"{run.indexing:.1f}",
            f"{run.milliseconds:.1f}",
        )


def _versions(runs: Sequence[Ran]) -> str:
    known = {package: number for run in runs for package, number in run.versions.items()}
    return ", ".join(f"{package} {known[package]}" for package in sorted(known))


def _wide(figure: Figure, signed: bool = False) -> str:
    """A value with its interval."""
    told = _number(figure.value, signed)
    if figure.low is None or figure.high is None:
        return told
    return f"{told} ({_number(figure.low, signed)} to {_number(figure.high, signed)})"


def _number(value: float | None, signed: bool = False) -> str:
    return "–" if value is None else f"{value:+.2f}" if signed else f"{value:.2f}"


def _bar(*cells: str) -> str:
    return f"| {' | '.join(cells)} |"
