"""From hits to the sentences that answer: candidates, their features, the choice.

Knows: how well a sentence fits a question (its rare words, its likeness, its item, its speaker,
its meeting). Does not know: how an answer is written (`rag.extractive`, `rag.writer`).
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np

from index.actors import mentions
from index.analyse import analyser
from index.attribution import actor_value, speakers
from index.library import Library
from index.nouns import AgendaItem, Document, Hit, Span
from index.sentences import sentences
from rag.nouns import Citation
from rag.question import Understood

SHORTEST = 5  # words of a sentence worth quoting
ALIKE = 0.7  # share of common words above which two sentences say the same


@dataclass(frozen=True, slots=True)
class Weights:
    """What each feature of a sentence counts for; all features lie between 0 and 1."""

    words: float = 1.0
    likeness: float = 0.5
    passage: float = 0.35
    title: float = 0.3
    actor: float = 0.25
    other_actor: float = -0.2
    time: float = 0.3
    note: float = -0.3


WEIGHTS = Weights()


@dataclass(frozen=True, slots=True)
class Candidate:
    """A sentence that may be quoted: where it stands, whose words it reports, how well it fits.

    `fit`: higher is better. `words`: share of the question's rare words that it holds, by weight.
    """

    document: Document
    item: AgendaItem
    span: Span
    note: int | None
    actors: tuple[str, ...]
    fit: float
    words: float
    terms: frozenset[str]

    @property
    def text(self) -> str:
        """The sentence, verbatim."""
        return self.span.of(self.document.text)

    @property
    def actor(self) -> str:
        """Whose words it reports, as JSON carries it."""
        return actor_value(self.actors)

    def citation(self) -> Citation:
        """The proof: the quote is a slice of the document's text."""
        place = self.span.start
        if self.note is not None:
            calls = [
                n.call for n in self.item.notes if n.number == self.note and n.call is not None
            ]
            place = calls[0] if calls else place
        return Citation(
            self.document.id,
            self.item.path,
            self.item.title,
            self.document.meeting_dates,
            self.document.page(place),
            self.note,
            self.span.start,
            self.span.end,
            self.text,
        )


def candidates(library: Library, asked: Understood, hits: Sequence[Hit]) -> list[Candidate]:
    """Every sentence of the hits' passages with its fit, best first; ties by document and place."""
    if not hits:
        return []
    topic = Topic(library, asked)
    best = max(hit.score for hit in hits) or 1.0
    found: dict[tuple[str, Span], Candidate] = {}
    documents = {hit.passage.document: library.document(hit.passage.document) for hit in hits}
    items = {name: {i.path: i for i in library.items(name)} for name in documents}
    for hit in hits:
        document = documents[hit.passage.document]
        item = items[document.id][hit.passage.item]
        spoken = Spoken(document, item, hit.passage.note)
        for span in sentences(document.text, hit.passage.span):
            key = (document.id, span)
            if key in found or len(span.of(document.text).split()) < SHORTEST:
                continue
            found[key] = topic.weigh(document, item, span, spoken, hit.score / best)
    return sorted(topic.with_likeness(found.values()), key=_by_fit)


def choose(found: Sequence[Candidate], budget: int, least: float = 0.5) -> list[Candidate]:
    """The best candidates within `budget` words, none saying what a better one said.

    A candidate must reach `least` of the best one's fit.
    """
    chosen: list[Candidate] = []
    used = 0
    for candidate in found:
        words = len(candidate.text.split())
        if chosen and (candidate.fit < least * found[0].fit or used + words > budget):
            continue
        if any(_alike(candidate, other) for other in chosen):
            continue
        chosen.append(candidate)
        used += words
    return chosen


class Spoken:
    """Whose words each sentence of an item reports; pronouns follow the sentence before."""

    def __init__(self, document: Document, item: AgendaItem, note: int | None) -> None:
        """Reads the item from its start, so that a pronoun in a passage's first sentence resolves."""
        first = "NL" if document.kind == "brief" or item.section == "Brief" else None
        self.by_end: dict[int, tuple[str, ...]] = {}
        before: tuple[str, ...] = ()
        for span in sentences(document.text, item.span) if note is None else []:
            before = speakers(span.of(document.text), before, first)
            self.by_end[span.end] = before

    def of(self, span: Span) -> tuple[str, ...]:
        """The speakers of the sentence that ends where `span` does."""
        return self.by_end.get(span.end, ())


class Topic:
    """What a question is about, in terms weighted by how rare the library finds them."""

    def __init__(self, library: Library, asked: Understood) -> None:
        """Names of actors and dates say who and when, not what: they are not topic words."""
        self.asked = asked
        self.embedder = library.embedder
        named = {
            term
            for m in mentions(asked.topic)
            if m.actor in INSTITUTIONS
            for term in analyser().terms(m.name)
        }
        terms = list(dict.fromkeys(analyser().terms(asked.topic)))
        topical = [t for t in terms if t not in named and t not in FILLING and not t.isdigit()]
        self.rarity = _rarity(library, topical or terms)
        self.total = sum(self.rarity.values()) or 1.0

    def share(self, terms: Iterable[str]) -> float:
        """Share, by rarity, of the question's terms that are among `terms`."""
        there = set(terms)
        return sum(rare for term, rare in self.rarity.items() if term in there) / self.total

    def weigh(
        self, document: Document, item: AgendaItem, span: Span, spoken: Spoken, passage: float
    ) -> Candidate:
        """A candidate with the features that need no vectors."""
        text = span.of(document.text)
        terms = frozenset(analyser().terms(text))
        words = self.share(terms)
        note = next((n.number for n in item.notes if n.span.holds(span)), None)
        actors = spoken.of(span)
        w = WEIGHTS
        fit = w.words * words + w.passage * passage
        fit += w.title * self.share(analyser().terms(item.title or ""))
        if self.asked.actors and actors:
            fit += w.actor if set(self.asked.actors) & set(actors) else w.other_actor
        day = document.meeting_dates[0] if document.meeting_dates else document.letter_date or ""
        fit += w.time if self.asked.periods and self.asked.at_time(day) else 0.0
        fit += w.note if note is not None else 0.0
        return Candidate(document, item, span, note, actors, fit, words, terms)

    def with_likeness(self, found: Iterable[Candidate]) -> list[Candidate]:
        """The candidates with the cosine of sentence and question added to their fit."""
        listed = list(found)
        if not listed:
            return []
        question = self.embedder.questions([self.asked.topic])[0]
        likeness = self.embedder.passages([c.text for c in listed]) @ question
        return [
            Candidate(
                c.document,
                c.item,
                c.span,
                c.note,
                c.actors,
                c.fit + WEIGHTS.likeness * max(0.0, float(near)),
                c.words,
                c.terms,
            )
            for c, near in zip(listed, np.asarray(likeness), strict=True)
        ]


# these speak in every paper; a country's name says what a question is about as well
INSTITUTIONS = frozenset({"NL", "Commission", "Presidency", "Council", "member states"})
FILLING = frozenset(
    term
    for word in (
        "standpunt positie mening inzet zeggen zei vond vindt wilde wil gaf staat stand zaken zorgen "
        "nederland nederlands raad jbz lidstaten vergadering bijeenkomst gevolg besloten besluit "
        "position view opinion say said think thought want wanted dutch netherlands council meeting "
        "member state states government happen happened regarding come came out"
    ).split()
    for term in analyser().terms(word)
)


def _rarity(library: Library, terms: Sequence[str]) -> dict[str, float]:
    """ln(1 + N / (1 + n)) of each term over the library's passages (N passages, n hold it)."""
    with library.searching() as seen:
        total = int(seen.live.sum())
        held = {t: sum(len(part.postings.of(t)[0]) for part in seen.segments) for t in terms}
    return {term: math.log(1 + total / (1 + count)) for term, count in held.items()}


def _alike(one: Candidate, other: Candidate) -> bool:
    """True when most of the shorter one's terms stand in the other."""
    if one.document.id == other.document.id and (
        one.span.holds(other.span) or other.span.holds(one.span)
    ):
        return True
    shorter = min(len(one.terms), len(other.terms))
    return shorter > 0 and len(one.terms & other.terms) / shorter > ALIKE


def _by_fit(candidate: Candidate) -> tuple[float, str, int]:
    return (-candidate.fit, candidate.document.id, candidate.span.start)
