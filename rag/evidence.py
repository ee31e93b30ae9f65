"""From hits to the sentences that answer: candidates, their features, the choice.

Knows: how well a sentence fits a question (its rare words, its likeness, its item, its speaker,
its meeting). Does not know: how an answer is written (`rag.extractive`, `rag.writer`).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from index.analyse import analyser
from index.attribution import actor_value, spoken
from index.library import Library
from index.nouns import AgendaItem, Document, Hit, Span
from index.sentences import sentences
from rag.nouns import Citation
from rag.question import Understood
from rag.topic import Topic

SHORTEST = 5  # words of a sentence worth quoting
ALIKE = 0.7  # share of common words above which two sentences say the same


@dataclass(frozen=True, slots=True)
class Weights:
    """What each feature of a sentence counts for; all features lie between 0 and 1.

    Fitted by random search on the questions of the release `specimen`, rounded (eval/LOG.md).
    """

    words: float = 1.0
    likeness: float = 0.6
    passage: float = 1.2
    title: float = 1.2
    actor: float = 0.5
    other_actor: float = -0.25
    time: float = 0.6
    note: float = -0.3


WEIGHTS = Weights()
Sentence = tuple[Document, AgendaItem, Span, tuple[str, ...]]  # the last: whose words it reports


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
    def day(self) -> str:
        """The first day of the meeting, or the day of the letter; empty where neither is known."""
        document = self.document
        return document.meeting_dates[0] if document.meeting_dates else document.letter_date or ""

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
    said_in: dict[tuple[str, str], dict[int, tuple[str, ...]]] = {}  # hits often share an item
    for hit in hits:
        document = documents[hit.passage.document]
        item = items[document.id][hit.passage.item]
        if (document.id, item.path) not in said_in:
            said_in[document.id, item.path] = {s.end: who for s, who in spoken(document, item)}
        said = said_in[document.id, item.path]
        for span in sentences(document.text, hit.passage.span):
            key = (document.id, span)
            if key in found or len(span.of(document.text).split()) < SHORTEST:
                continue
            sentence = (document, item, span, said.get(span.end, ()))
            found[key] = _weighed(topic, asked, sentence, hit.score / best)
    return sorted(_with_likeness(library, asked, list(found.values())), key=_by_fit)


def choose(found: Sequence[Candidate], budget: int, least: float = 0.65) -> list[Candidate]:
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


def _weighed(topic: Topic, asked: Understood, sentence: Sentence, passage: float) -> Candidate:
    """A candidate with the features that need no vectors."""
    document, item, span, actors = sentence
    w = WEIGHTS
    terms = frozenset(analyser().terms(span.of(document.text)))
    words = topic.share(terms)
    note = next((n.number for n in item.notes if n.span.holds(span)), None)
    fit = w.words * words + w.passage * passage
    fit += w.title * topic.share(analyser().terms(item.title or ""))
    if asked.actors and actors:
        fit += w.actor if set(asked.actors) & set(actors) else w.other_actor
    fit += w.time if asked.periods and asked.at_time(day_of(document)) else 0.0
    fit += w.note if note is not None else 0.0
    return Candidate(document, item, span, note, actors, fit, words, terms)


def _with_likeness(
    library: Library, asked: Understood, found: Sequence[Candidate]
) -> list[Candidate]:
    """The candidates with the cosine of sentence and question added to their fit."""
    if not found:
        return []
    question = library.embedder.questions([asked.topic])[0]
    likeness = library.embedder.passages([c.text for c in found]) @ question
    return [
        replace(c, fit=c.fit + WEIGHTS.likeness * max(0.0, float(near)))
        for c, near in zip(found, likeness, strict=True)
    ]


def day_of(document: Document) -> str:
    """The first day of its meeting, the letter's day where there was none; "" when neither."""
    return document.meeting_dates[0] if document.meeting_dates else document.letter_date or ""


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
