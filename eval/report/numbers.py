"""The numbers behind the report's pictures: recall by depth, faults, actors, slices, seconds.

Knows: which questions go into which number. Does not know: how anything is drawn.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import ceil
from statistics import fmean

from eval.gold import Question
from eval.headlines import HEADLINES, value_of
from eval.intervals import Figure, ratio
from eval.overlap import PARTS, overlap_parts
from eval.report.faults import FAULTS, Fault
from eval.report.looked import Looked, RunLooked
from eval.run import PASSAGES
from index.actors import UNKNOWN, named_actor

SMALL = 30  # questions: a slice below it is shown as counts
SEVERAL, NOT_TOLD = "several", "not told"
Ranks = Callable[[Looked], Sequence[int | None]]


@dataclass(frozen=True, slots=True)
class Cell:
    """A slice in one figure: value, what it is made of; `good` is the value, more being better."""

    value: float | None
    part: float
    whole: float
    n: int
    good: float | None


def gold_items(looked: Looked) -> Sequence[int | None]:
    """The rank of each gold item."""
    return looked.items


def vital_facts(looked: Looked) -> Sequence[int | None]:
    """The rank at which each vital fact comes into reach."""
    pairs = zip(looked.question.nuggets, looked.ranks, strict=True)
    return [rank for nugget, rank in pairs if nugget.vital]


def recall_curve(run: RunLooked, ranks: Ranks) -> tuple[Figure, ...]:
    """For k = 1..20 passages the mean share of `ranks` up to k, over base questions.

    Empty where no search was handed in. Questions without gold are left out; one that was not
    searched for counts 0.
    """
    if run.run.found is None:
        return ()
    together: dict[str, list[Sequence[int | None]]] = {}
    for looked in run.questions.values():
        if not looked.question.must_abstain:
            together.setdefault(looked.question.base, []).append(ranks(looked))

    def at(depth: int) -> Figure:
        means = [fmean(_within(each, depth) for each in rows) for rows in together.values()]
        return ratio(str(depth), means, [1.0] * len(means))

    return tuple(at(depth) for depth in range(1, PASSAGES + 1))


def fault_counts(run: RunLooked) -> tuple[Mapping[Fault, int], int]:
    """How many questions have each fault, and how many were asked."""
    counted = Counter(looked.fault for looked in run.questions.values())
    return {fault: counted[fault] for fault in FAULTS}, len(run.questions)


def actor_table(run: RunLooked) -> tuple[tuple[str, ...], Mapping[str, Mapping[str, int]]]:
    """Columns, and for each actor asked about the sentences of the answers by actor cited.

    Actors are those of the closed list; what is not in it keeps its own name. A question about two
    or more is `several`; without an actor it is left out. A sentence of several actors counts for
    the one asked where that is among them. Empty when no answer names actors.
    """
    rows: dict[str, Counter[str]] = {}
    for looked in run.questions.values():
        asked = asked_actor(looked.question)
        if asked is None or looked.answer is None:
            continue
        for statement in looked.answer.statements:
            rows.setdefault(asked, Counter())[_cited_actor(statement.actor, asked)] += 1
    cited = Counter[str]()
    for counted in rows.values():
        cited.update(counted)
    if set(cited) <= {NOT_TOLD}:
        return (), {}
    last = (SEVERAL, UNKNOWN, NOT_TOLD)
    columns = sorted(cited, key=lambda name: (name in last, -cited[name], name))
    by_size = sorted(rows.items(), key=lambda row: (row[0] == SEVERAL, -row[1].total(), row[0]))
    return tuple(columns), dict(by_size)


def asked_actor(question: Question) -> str | None:
    """Whose position a question asks for, as the closed list names it."""
    names = [name.strip() for name in (question.actor or "").split(";") if name.strip()]
    if not names:
        return None
    return SEVERAL if len(names) > 1 else named_actor(names[0]) or names[0]


def _cited_actor(told: str | None, asked: str) -> str:
    names = [name.strip() for name in (told or "").split(";") if name.strip()]
    if asked in names:
        return asked
    return SEVERAL if len(names) > 1 else names[0] if names else NOT_TOLD


def heat(run: RunLooked) -> Iterator[tuple[str, tuple[Cell, ...]]]:
    """A row for all questions, each type, language, style, way of asking and part by the words
    they share with their gold; a cell a headline.
    """
    every = list(run.questions.values())
    yield "all", _cells(every)
    for name, of in _SLICES:
        found = dict.fromkeys(value for looked in every for value in of(looked.question))
        for value in sorted(found):
            yield f"{name} {value}", _cells([q for q in every if value in of(q.question)])
    shares = overlap_parts([looked.question for looked in every])
    for part in PARTS:
        if within := [looked for looked in every if shares.get(looked.question.id) == part]:
            yield f"overlap {part}", _cells(within)


def percentile(seconds: Sequence[float], share: float) -> float | None:
    """The smallest of the times that `share` of them do not exceed; None without times."""
    ordered = sorted(seconds)
    return ordered[max(0, ceil(share * len(ordered)) - 1)] if ordered else None


def _within(ranks: Sequence[int | None], depth: int) -> float:
    return fmean(rank is not None and rank <= depth for rank in ranks) if ranks else 0.0


def _cells(rows: Sequence[Looked]) -> tuple[Cell, ...]:
    cells = []
    for headline in HEADLINES:
        value, told = value_of(headline, (looked.judged for looked in rows))
        part, whole = (sum(each[at] for each in told) for at in (0, 1))
        lower = headline.lower_is_better
        good = None if value is None else 1 - value if lower else value
        cells.append(Cell(value, part, whole, len(told), good))
    return tuple(cells)


def _type(question: Question) -> tuple[str, ...]:
    return (question.type,)


def _language(question: Question) -> tuple[str, ...]:
    return (question.lang,)


def _styles(question: Question) -> tuple[str, ...]:
    return question.style


def _variant(question: Question) -> tuple[str, ...]:
    return (question.variant,) if question.variant else ()


def _kind(question: Question) -> tuple[str, ...]:
    return (question.kind,) if question.kind else ()


_SLICES: tuple[tuple[str, Callable[[Question], tuple[str, ...]]], ...] = (
    ("type", _type),
    ("kind", _kind),
    ("language", _language),
    ("style", _styles),
    ("asked as", _variant),
)
