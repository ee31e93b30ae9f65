"""The report in words for a terminal: headlines, differences, faults, what broke, what failed.

Knows: which lines matter most. Does not know: HTML, how anything is measured.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from eval.compare_tables import HEAD, cells, interval, note, number
from eval.headlines import HEADLINES
from eval.report.changes import change
from eval.report.faults import FAULTS
from eval.report.gathered import Gathered
from eval.report.looked import Looked
from eval.report.numbers import fault_counts, percentile

MOST = 20  # questions named in a list


def summary(told: Gathered) -> str:
    """Markdown that is read as it stands."""
    lines = [f"# {told.release.name}: {told.run.name}", ""]
    if not told.part.whole:
        lines += ["A part of the release: not comparable with the whole.", ""]
    lines += [*_headlines(told), "", *_differences(told), *_faults(told), *_time(told)]
    lines += _changes(told) if told.before is not None else _failed(told)
    return "\n".join(lines).rstrip() + "\n"


def _headlines(told: Gathered) -> Iterator[str]:
    others = [run for run in told.runs if run is not told.run]
    beside = [told.headlines(run) for run in others]
    names = [told.name(run) for run in others]
    yield from _head(["figure", "value", "95 %", "n", "verdict", *names])
    for at, (headline, found) in enumerate(zip(HEADLINES, told.headlines(told.run), strict=True)):
        yield _bar(
            [
                f"{headline.name} ↓" if headline.lower_is_better else headline.name,
                number(found.value),
                interval(found.low, found.high),
                str(found.n),
                headline.verdict(found),
                *(number(figures[at].value) for figures in beside),
            ]
        )


def _differences(told: Gathered) -> Iterator[str]:
    if told.comparison is not None:
        yield from (f"## This run (A) against {told.comparison.b} (B)", "", *_head(HEAD))
        yield from (_bar(cells(row)) for row in told.comparison.rows)
        yield from ("", note(told.comparison), "")


def _faults(told: Gathered) -> Iterator[str]:
    if told.run.run.answers is not None:
        counts, asked = fault_counts(told.run)
        yield from ("## Faults", "")
        yield from (f"- {fault}: {counts[fault]} of {asked}" for fault in FAULTS)
        yield ""


def _time(told: Gathered) -> Iterator[str]:
    seconds = told.run.seen.seconds
    middle, most = percentile(seconds, 0.5), percentile(seconds, 0.95)
    if middle is not None and most is not None:
        yield from (f"Time to answer: p50 {middle:.3f} s, p95 {most:.3f} s.", "")


def _changes(told: Gathered) -> Iterator[str]:
    before = told.before.questions if told.before else {}
    for name in ("broken", "fixed"):
        changed = [
            looked
            for id_, looked in told.run.questions.items()
            if change(looked, before.get(id_)) == name
        ]
        yield from _listed(name, changed)


def _failed(told: Gathered) -> Iterator[str]:
    wrong = [looked for looked in told.run.questions.values() if looked.outcome == "wrong"]
    yield from _listed("wrong", wrong)


def _listed(name: str, found: Sequence[Looked]) -> Iterator[str]:
    yield from (f"## {name.capitalize()}: {len(found)}", "")
    for looked in found[:MOST]:
        why = f" ({looked.fault})" if looked.fault else ""
        yield f"- {looked.question.id}{why}: {looked.question.question}"
    if len(found) > MOST:
        yield f"- and {len(found) - MOST} more"
    yield ""


def _head(columns: Sequence[str]) -> tuple[str, str]:
    return _bar(columns), _bar(["---"] * len(columns))


def _bar(words: Sequence[str]) -> str:
    return "| " + " | ".join(word.replace("|", "\\|") for word in words) + " |"
