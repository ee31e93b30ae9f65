"""Scores search results: are the right items found, and is the evidence in what was found?

Knows: gold quotes and items, hits in rank order. Does not know: how passages are made or ranked;
gold is tied to words of the paper, so any way of cutting passages is measured alike.
Questions that must be abstained from have no gold and are left out; a question without search
results scores 0.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from statistics import fmean

from eval.compare_text import forms, words
from eval.gold import GoldQuote, ItemNames, Question
from eval.handed_in import Found, FoundPassage
from eval.intervals import Figure, mean, share

TOP = 5
RANKS = 10  # items that the reciprocal rank looks at
SUCCESS, EVIDENCE = f"item success@{TOP}", f"evidence recall@{TOP}"
COVERED = 0.8
_RUN = 3  # words in a row: fewer agree by chance


@dataclass(frozen=True, slots=True)
class RetrievalScore:
    """One question: a gold item in the top 5, shares of gold items and evidence, 1/rank."""

    id: str
    success: bool
    item_recall: float
    evidence_recall: float
    reciprocal_rank: float


def score_retrieval(
    questions: Sequence[Question], found: Mapping[str, Found], names: ItemNames
) -> tuple[RetrievalScore, ...]:
    """The answerable of `questions`, each scored; one that is not in `found` gets nothing."""
    return tuple(
        _score(question, found[question.id].hits if question.id in found else (), names)
        for question in questions
        if not question.must_abstain
    )


def retrieval_figures(scores: Sequence[RetrievalScore]) -> tuple[Figure, ...]:
    """Over questions: share with success, and the means of the other three."""
    return (
        share(SUCCESS, [score.success for score in scores]),
        mean(f"item recall@{TOP}", [score.item_recall for score in scores]),
        mean(EVIDENCE, [score.evidence_recall for score in scores]),
        mean(f"item MRR@{RANKS}", [score.reciprocal_rank for score in scores]),
    )


def evidence_recall(question: Question, top: Sequence[FoundPassage]) -> float:
    """Covered main quotes / main quotes; a main quote holds a key of a vital nugget."""
    runs = merge(top)
    return fmean(is_covered(gold, runs.get(gold.document, ())) for gold in question.main_quotes)


def is_covered(gold: GoldQuote, runs: Sequence[str]) -> bool:
    """True when at least 80 % of the words of the quote stand, in order, in the running texts."""
    quoted = words(gold.quote)
    whole = forms(gold.quote)[1].casefold()
    if any(whole in forms(run)[1].casefold() for run in runs):
        return True
    seen = {at for run in runs for at in _in_order(quoted, words(run))}
    return len(seen) >= COVERED * len(quoted)


def merge(passages: Sequence[FoundPassage]) -> Mapping[str, tuple[str, ...]]:
    """The union of the passages per document: overlapping or touching ones become one text."""
    runs: dict[str, list[str]] = {}
    ends: dict[str, int] = {}
    for each in sorted(passages, key=lambda hit: (hit.document, hit.start, hit.end)):
        texts, end = runs.setdefault(each.document, []), ends.get(each.document, -1)
        if each.start > end:
            texts.append(each.text)
        else:
            texts[-1] += each.text[end - each.start :] if each.end > end else ""
        ends[each.document] = max(end, each.end)
    return {document: tuple(texts) for document, texts in runs.items()}


def _score(question: Question, hits: Sequence[FoundPassage], names: ItemNames) -> RetrievalScore:
    gold = names.gold(question)
    items = [names.item(hit.document, hit.item) for hit in hits]
    top = set(items[:TOP])
    ranked = list(dict.fromkeys(items))[:RANKS]  # each item at its best passage
    first = next((rank for rank, item in enumerate(ranked, start=1) if item in gold), None)
    return RetrievalScore(
        question.id,
        bool(top & gold),
        len(top & gold) / len(gold),
        evidence_recall(question, hits[:TOP]),
        1 / first if first else 0.0,
    )


def _in_order(quoted: Sequence[str], run: Sequence[str]) -> set[int]:
    """Positions of the quoted words that stand in `run`, in order and three or more in a row."""
    blocks = SequenceMatcher(None, quoted, run, autojunk=False).get_matching_blocks()
    return {
        at for block in blocks if block.size >= _RUN for at in range(block.a, block.a + block.size)
    }
