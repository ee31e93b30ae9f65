"""Every question with its gold, its passages and its answers, as the JSON that the page shows.

Knows: which fields the page's script reads. Does not know: HTML; the script sets every word as
text. Passages and gold are kept once, however many questions share them.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from eval.gold import GoldQuote, ItemNames, Question, Release
from eval.report.changes import alike, change
from eval.report.looked import Looked, RunLooked
from eval.report.seen import SeenCitation, SeenHit
from eval.report.source import around

Object = dict[str, object]  # a JSON object: only the page's script reads it again


def details(release: Release, run: RunLooked, before: RunLooked | None) -> Object:
    """What the page shows of all questions of `run`, beside the same ones in `before`."""
    return _Details(release, run, before).all()


class _Details:
    """Gathers passages and gold while the questions are told one by one."""

    def __init__(self, release: Release, run: RunLooked, before: RunLooked | None) -> None:
        self._release, self._run, self._before = release, run, before
        self._names = ItemNames(release.structure)
        self._passages: dict[SeenHit, int] = {}
        self._gold: dict[str, Object] = {}

    def all(self) -> Object:
        """The whole object; the questions come first, for they gather what they share."""
        questions = [self._question(looked) for looked in self._run.questions.values()]
        return {
            "run": self._run.name,
            "before": None if self._before is None else self._before.name,
            "questions": questions,
            "passages": [_passage(hit) for hit in self._passages],
            "gold": self._gold,
        }

    def _question(self, looked: Looked) -> Object:
        asked = looked.question
        if asked.base not in self._gold:
            self._gold[asked.base] = self._gold_of(asked)
        told: Object = {
            "id": asked.id,
            "base": asked.base,
            "question": asked.question,
            "lang": asked.lang,
            "type": asked.type,
            "about": [each for each in (*asked.style, asked.variant, asked.actor) if each],
            "near": asked.near_miss_of,
            "now": self._side(looked),
        }
        if self._before is not None:
            was = self._before.questions.get(asked.id)
            told |= {"was": self._side(was) if was else None, "change": change(looked, was)}
            if was is not None and alike(looked, was):
                told["was"] = "same"
        return told

    def _gold_of(self, question: Question) -> Object:
        return {
            "nuggets": [
                {"text": n.nl if question.lang == "nl" else n.text, "vital": n.vital}
                for n in question.nuggets
            ],
            "quotes": [self._quote(gold) for gold in question.gold],
            "absent": " ".join(_absent(question)),
        }

    def _quote(self, gold: GoldQuote) -> Object:
        text = self._run.seen.canonical.get(gold.document, "")
        before, quote, behind = around(text, gold.quote) or ("", gold.quote, "")
        return {
            "place": {"document": gold.document, "item": gold.unit, "title": "", "meeting": ""},
            "before": before,
            "quote": quote,
            "behind": behind,
        }

    def _side(self, looked: Looked) -> Object:
        answer = looked.answer
        proved = iter(looked.proved)
        sentences = []
        for statement, support in zip(
            answer.statements if answer else (), looked.supports, strict=True
        ):
            cited = [
                self._cited(looked.question, each, next(proved, True))
                for each in statement.citations
            ]
            actor = statement.actor or ""
            sentences.append(
                {"text": statement.text, "actor": actor, "support": support, "cited": cited}
            )
        return {
            "outcome": looked.outcome,
            "fault": looked.fault,
            "status": answer.status if answer else None,
            "lead": answer.lead if answer else None,
            "note": answer.note if answer else None,
            "seconds": answer.seconds if answer else None,
            "told": looked.told,
            "ranks": looked.ranks,
            "sentences": sentences,
            "hits": [self._hit(looked.question, hit) for hit in looked.hits],
        }

    def _cited(self, question: Question, cited: SeenCitation, holds: bool) -> Object:
        right = self._names.item(cited.document, cited.item) in self._names.gold(question)
        return {
            "place": _place(cited),
            "page": cited.page,
            "gold": right if question.gold else None,
            "holds": holds,
        }

    def _hit(self, question: Question, hit: SeenHit) -> tuple[int, str]:
        """The number of the passage, and what it is to the question."""
        at = self._passages.setdefault(hit, len(self._passages))
        return at, self._mark(question, hit)

    def _mark(self, question: Question, hit: SeenHit) -> str:
        if not question.gold:
            return ""
        if self._names.item(hit.document, hit.item) in self._names.gold(question):
            facts = any(nugget.told_by(hit.text) for nugget in question.vital)
            return "vital fact" if facts else "gold item"
        meetings = {self._meeting(gold.document) for gold in question.gold}
        return "other item" if self._meeting(hit.document) in meetings else "other meeting"

    def _meeting(self, document: str) -> Sequence[str] | str:
        known = self._release.structure.get(document)
        return known.meeting_dates if known and known.meeting_dates else document


def _absent(question: Question) -> Iterator[str]:
    """Why there is no answer, and what a sweep of the papers found instead."""
    if question.must_abstain and question.why:
        yield question.why
    if question.absence is not None:
        yield f"Swept for {', '.join(question.absence.searched)}: {question.absence.found}"


def _passage(hit: SeenHit) -> Object:
    return {"place": _place(hit), "text": hit.text}


def _place(cited: SeenCitation | SeenHit) -> Mapping[str, str]:
    days = cited.meeting_dates
    return {
        "document": cited.document,
        "item": cited.item,
        "title": cited.title or "",
        "meeting": " – ".join(dict.fromkeys((days[0], days[-1]))) if days else "",
    }
