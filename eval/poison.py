"""Answers that cite what another actor or another meeting said, for what was asked.

Knows: the vital facts of all questions of a release. Does not know: how answers are written.
Near-miss errors are counted so without a judge. A fact is poison for a question when another
question asks for it and it is either another actor's in the same item, or of another meeting than
the one named; a fact that the question's own gold tells as well never is.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from eval.gold import ItemKey, ItemNames, Nugget, Question, Release
from eval.handed_in import GivenAnswer
from eval.strays import meeting, meeting_asked


@dataclass(frozen=True, slots=True)
class Fact:
    """A vital nugget with the items that prove it, their meetings, and whose words it reports."""

    nugget: Nugget
    items: frozenset[ItemKey]
    meetings: frozenset[str]
    actor: str | None


class Poison:
    """The facts of a release, and which of them are poison for a question."""

    def __init__(self, release: Release) -> None:
        """Collects the vital facts of the release's own questions, near misses apart."""
        self._names = ItemNames(release.structure)
        self._structure = release.structure
        self._facts = tuple(
            self._of(question, nugget)
            for question in release.questions
            for nugget in question.vital
        )

    def cited(self, question: Question, answer: GivenAnswer) -> bool | None:
        """True when a citation proves a fact that is poison for `question`.

        None for a question that names neither one actor nor one meeting, or has no such fact.
        """
        facts = self.facts(question)
        if not facts:
            return None
        cited: dict[ItemKey, list[str]] = {}
        for citation in answer.citations:
            item = self._names.item(citation.document, citation.item)
            cited.setdefault(item, []).append(citation.quote)
        return any(_proved(fact, cited) and not _shared(fact, question) for fact in facts)

    def facts(self, question: Question) -> Sequence[Fact]:
        """What may be poison for an answerable question; nothing for one to abstain from.

        Facts that the question's own gold tells as well are among them, unless they are all.
        """
        if question.must_abstain:
            return ()
        items, named = self._names.gold(question), meeting_asked(question, self._structure)
        facts = [
            fact
            for fact in self._facts
            if _of_other_actor(question, fact, items) or _of_other_meeting(fact, named)
        ]
        return facts if any(not _shared(fact, question) for fact in facts) else ()

    def _of(self, question: Question, nugget: Nugget) -> Fact:
        told = [gold for gold in question.gold if nugget.told_by(gold.quote)]
        return Fact(
            nugget,
            frozenset(self._names.item(gold.document, gold.unit) for gold in told),
            frozenset(meeting(g.document, self._structure[g.document]) for g in told),
            question.actor,
        )


def near_miss_cited(
    near: Question, answer: GivenAnswer, originals: Mapping[str, Question]
) -> bool | None:
    """True when the answer to a near miss cites a vital fact of its original: the fact that is
    another's. None when its original is not there.
    """
    original = originals.get(near.near_miss_of or "")
    if original is None:
        return None
    return any(n.told_by(citation.quote) for n in original.vital for citation in answer.citations)


def _proved(fact: Fact, cited: Mapping[ItemKey, Sequence[str]]) -> bool:
    """True when a quote from one of its items tells the fact."""
    return any(fact.nugget.told_by(quote) for item in fact.items for quote in cited.get(item, ()))


def _shared(fact: Fact, question: Question) -> bool:
    """True when the question's own gold tells the fact as well."""
    return any(fact.nugget.told_by(gold.quote) for gold in question.gold)


def _of_other_actor(question: Question, fact: Fact, items: frozenset[ItemKey]) -> bool:
    """A fact of the same item that is one other actor's."""
    asked, told = question.actor, fact.actor
    if asked is None or told is None or ";" in asked + told:
        return False
    return asked.casefold() != told.casefold() and bool(fact.items & items)


def _of_other_meeting(fact: Fact, named: str | None) -> bool:
    return named is not None and bool(fact.meetings) and named not in fact.meetings
