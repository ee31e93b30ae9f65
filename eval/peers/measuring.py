"""What each system found, measured alike: the figures of `eval.retrieval`, by language.

Knows: hits with their place in the paper, gold, times. Does not know: who found them or how.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from statistics import fmean, median

from eval.gold import ItemNames, Lang, Question
from eval.handed_in import Found, FoundPassage
from eval.intervals import Figure, difference, mean, share
from eval.peers.exchange import Outcome
from eval.peers.placing import place, touched
from eval.retrieval import TOP, score_retrieval
from index.nouns import Span
from index.reading import Reading

Readings = Mapping[str, Reading]
NOWHERE = Span(0, 0)


@dataclass(frozen=True, slots=True)
class Ran:
    """One system's run. `seconds`: of each question; `words`: of a piece, on average.

    unplaced: pieces that do not stand in their paper, so that finding them counts for nothing.
    """

    label: str
    found: Mapping[str, Found]
    indexing: float
    seconds: tuple[float, ...]
    pieces: int
    words: float
    unplaced: int
    versions: Mapping[str, str]

    @property
    def milliseconds(self) -> float:
        """The median of a question."""
        return 1000 * median(self.seconds)


@dataclass(frozen=True, slots=True)
class Line:
    """A system on the questions of one language; `less` figures are its own minus the first's.

    generous: item success when a piece counts for every item that it touches, not only for the
    one that holds most of it.
    """

    label: str
    success: Figure
    generous: Figure
    evidence: Figure
    words: Figure
    success_less: Figure
    evidence_less: Figure


def ran_apart(
    label: str, outcome: Outcome, questions: Sequence[Question], readings: Readings
) -> Ran:
    """The run of a peer: its pieces placed in the papers as we read them."""
    placed = _placed(outcome, readings)
    found = {
        question.id: Found(question.id, tuple(placed[at] for at in hits))
        for question, hits in zip(questions, outcome.hits, strict=True)
    }
    return Ran(
        label,
        found,
        outcome.indexing,
        outcome.seconds,
        len(placed),
        fmean(len(piece.text.split()) for piece in outcome.pieces),
        sum(not hit.text for hit in placed),
        outcome.versions,
    )


def _placed(outcome: Outcome, readings: Readings) -> list[FoundPassage]:
    """Each piece as a passage of the paper, of the item that holds most of it."""
    spans: dict[int, Span] = {}
    for name, reading in readings.items():
        own = [at for at, piece in enumerate(outcome.pieces) if piece.document == name]
        where = place(reading.document.text, [outcome.pieces[at].text for at in own])
        spans.update({at: span or NOWHERE for at, span in zip(own, where, strict=True)})
    return [passage(readings[piece.document], spans[at]) for at, piece in enumerate(outcome.pieces)]


def passage(reading: Reading, span: Span) -> FoundPassage:
    """The span as a passage found; without an item and without text when it is NOWHERE."""
    items = touched(span, reading.items) if len(span) else ()
    text = span.of(reading.document.text)
    return FoundPassage(reading.document.id, items[0] if items else "", span.start, span.end, text)


def lines(
    runs: Sequence[Ran], questions: Sequence[Question], readings: Readings, names: ItemNames
) -> Mapping[Lang, tuple[Line, ...]]:
    """For each language a line a run, in their order; differences are from the first run."""
    told: dict[Lang, tuple[Line, ...]] = {}
    for lang in sorted({question.lang for question in questions}, reverse=True):
        asked = [question for question in questions if question.lang == lang]
        told[lang] = tuple(_line(run, runs[0], asked, readings, names) for run in runs)
    return told


def _line(
    run: Ran, first: Ran, asked: Sequence[Question], readings: Readings, names: ItemNames
) -> Line:
    own, other = (score_retrieval(asked, each.found, names) for each in (run, first))
    pairs = list(zip(own, other, strict=True))
    tops = [run.found[question.id].hits[:TOP] for question in asked]
    return Line(
        run.label,
        share(f"item success@{TOP}", [score.success for score in own]),
        share(
            f"item success@{TOP}, any item touched",
            [
                bool(names.gold(question) & _all_touched(top, readings, names))
                for question, top in zip(asked, tops, strict=True)
            ],
        ),
        mean(f"evidence recall@{TOP}", [score.evidence_recall for score in own]),
        mean(f"words in the top {TOP}", [sum(len(h.text.split()) for h in top) for top in tops]),
        difference("item success, less", [a.success - b.success for a, b in pairs]),
        difference("evidence, less", [a.evidence_recall - b.evidence_recall for a, b in pairs]),
    )


def _all_touched(
    top: Sequence[FoundPassage], readings: Readings, names: ItemNames
) -> set[tuple[str, str]]:
    return {
        names.item(hit.document, path)
        for hit in top
        if hit.text
        for path in touched(Span(hit.start, hit.end), readings[hit.document].items)
    }
