"""What a release holds: counts by type, kind, language and split, and how its questions are worded.

Knows: what is counted. Does not know: rules, systems, scores.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from statistics import median, quantiles

from rich.table import Table

from eval.compare_text import drop_marks
from eval.gold import Question, Split
from eval.gold_summaries import read_summaries
from eval.release_files import ReleaseFiles, read_files
from index.analyse import fold, is_stop

_WORD = re.compile(r"\w+(?:[-'’]\w+)*")


def told_counts(folder: Path) -> tuple[str, ...]:
    """Papers, questions (answerable + not), near misses, rewordings and splits, for one row."""
    files = read_files(folder)
    release = files.release()
    answerable = sum(not question.must_abstain for question in release.questions)
    others = len(release.twins) + len(release.near_twins) + len(release.variants)
    splits = Counter(q.split for q in release.questions + release.near_misses if q.split)
    return (
        str(len(release.structure)),
        f"{answerable} + {len(release.questions) - answerable}",
        str(len(release.near_misses)),
        str(others),
        ", ".join(f"{split} {splits[split]}" for split in release.splits) or "–",
    )


def overlap(question: Question, asked: Sequence[str]) -> float:
    """Share of the content words of the wording that the gold quotes hold, the highest of `asked`.

    Near 1 the question repeats its paper, and a search by words is flattered by it.
    """
    gold = {word for each in question.gold for word in _content(each.quote)}
    shares = []
    for wording in asked:
        content = _content(wording)
        if content:
            shares.append(len(content & gold) / len(content))
    return max(shares, default=0.0)


def overlaps(files: ReleaseFiles) -> list[float]:
    """The overlap of each answerable question in Dutch, the language of the papers."""
    release = files.release()
    dutch: dict[str, list[str]] = {}
    for question in release.questions + release.twins:
        if question.lang == "nl":
            dutch.setdefault(question.base, []).append(question.question)
    asked = [q for q in release.questions if not q.must_abstain and q.id in dutch]
    return [overlap(question, dutch[question.id]) for question in asked]


def counts_table(files: ReleaseFiles) -> Table:
    """Base questions by type (answerable) and kind (not), with their shares, by split."""
    release = files.release()
    apart = release.questions + release.near_misses
    splits: list[Split | None] = [*release.splits] or [None]
    table = Table(title=f"{release.name}: base questions", title_justify="left")
    for head in ("of", "all", "share", *(split or "unsplit" for split in splits)):
        table.add_column(head, justify="left" if head == "of" else "right")
    groups = Counter(_group(question) for question in apart)
    for group, count in sorted(groups.items(), key=lambda each: (each[0][0], -each[1])):
        among = [sum(_group(q) == group and q.split == split for q in apart) for split in splits]
        table.add_row(" ".join(group), str(count), f"{count / len(apart):.2f}", *map(str, among))
    sums = [sum(q.split == split for q in apart) for split in splits]
    table.add_row("together", str(len(apart)), "1.00", *map(str, sums))
    return table


def contents_table(files: ReleaseFiles) -> Table:
    """Rewordings, gold of summaries, and the overlap of question words with gold."""
    release, gold, shares = files.release(), read_summaries(files.folder), overlaps(files)
    ways = Counter(question.variant for question in release.variants)
    rows = {
        "papers": str(len(release.structure)),
        "twins": str(len(release.twins)),
        "twins of near misses": str(len(release.near_twins)),
        **{f"variants, {way}": str(count) for way, count in ways.items()},
        "summaries of items": str(len(gold.items)),
        "summaries of meetings": str(len(gold.meetings)),
        "positions over time": str(len(gold.positions)),
        "outcomes, next steps, promises": str(len(gold.register)),
    }
    if len(shares) > 1:
        low, _, high = quantiles(shares, n=4)
        rows["overlap of Dutch words with gold, median"] = f"{median(shares):.2f}"
        rows["overlap, quartiles"] = f"{low:.2f} to {high:.2f}"
    table = Table(title=f"{release.name}: the rest", title_justify="left")
    table.add_column("what")
    table.add_column("count", justify="right")
    for what, told in rows.items():
        table.add_row(what, told)
    return table


def _group(question: Question) -> tuple[str, str]:
    if question.must_abstain:
        return "unanswerable,", question.kind or "of no stated kind"
    return "answerable,", question.type


def _content(text: str) -> set[str]:
    spoken = (word.casefold() for word in _WORD.findall(drop_marks(text)))
    return {word for word in spoken if not is_stop(fold(word)) and len(word) > 1}
