"""From hits to the sentences that may answer, and how well each fits.

Knows: which sentences of which passages can be quoted. Does not know: what tells whether a
sentence fits (`rag.features`), which are quoted (`rag.choosing`).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from index.actors import named_actor
from index.analyse import analyser
from index.attribution import Hearing, actor_value
from index.library import Library
from index.nouns import AgendaItem, Document, Hit, Span
from rag.features import Seen, sentence_features
from rag.nouns import Citation
from rag.presiding import heard_as
from rag.question import Understood
from rag.retrieve import preference
from rag.topic import Topic
from rag.weights import fitted

ABOUT = 0.02  # share of the best one's fit below which a sentence is not about the subject
LOOKED_AT = 40  # passages whose sentences are weighed
SHORTEST = 4  # words of a sentence worth quoting: "Nederland steunt dit voorstel."
_REMEMBERED = 1024  # items; questions come back to the same ones


@dataclass(frozen=True, slots=True)
class Candidate:
    """A sentence that may be quoted: where it stands, whose words it reports, how well it fits.

    `fit`: the probability that it states what was asked. `seen`: what that was told from.
    """

    document: Document
    item: AgendaItem
    span: Span
    note: int | None
    actors: tuple[str, ...]
    fit: float
    terms: frozenset[str]
    seen: Seen

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
    topic = Topic(library, asked)
    found = list(_found(library, hits))
    if not found:
        return []
    question = library.embedder.questions([library.glossary.spelt_out(asked.topic)])[0]
    titles = list(dict.fromkeys(one.item.title or "" for one in found))
    near = (library.embedder.passages([*(one.text for one in found), *titles]) @ question).tolist()
    of_title = {
        title: (topic.share(analyser().terms(title)), likeness if title else 0.0)
        for title, likeness in zip(titles, near[len(found) :], strict=True)
    }
    with library.searching() as view:
        more = {entry.id: preference(entry, asked) for entry in view.documents}
    seen = [
        _seen(
            one,
            asked,
            (topic.share(one.terms), likeness),
            of_title[one.item.title or ""],
            one.hit.score - more[one.document.id],
        )
        for one, likeness in zip(found, near, strict=False)
    ]
    scorer = fitted().sentence
    weighed = [
        Candidate(f.document, f.item, f.span, f.note, f.actors, scorer.of(features), f.terms, s)
        for f, s, features in zip(found, seen, sentence_features(asked, seen), strict=True)
    ]
    return sorted(weighed, key=best_first)


def of_actor(found: list[Candidate], name: str | None) -> list[Candidate]:
    """Only sentences that report words of the actor filtered on: a passage holds others too."""
    actor = named_actor(name) if name else None
    return [one for one in found if actor in one.actors] if name else found


class _Found(NamedTuple):
    """A sentence of a hit, with all that is known of it without the question."""

    hit: Hit
    document: Document
    item: AgendaItem
    span: Span
    text: str
    note: int | None
    actors: tuple[str, ...]
    terms: frozenset[str]


def _found(library: Library, hits: Sequence[Hit]) -> Iterator[_Found]:
    """The sentences of the hits, each at its best hit."""
    documents = {hit.passage.document: library.document(hit.passage.document) for hit in hits}
    items = {name: {item.path: item for item in library.items(name)} for name in documents}
    known: set[tuple[str, Span]] = set()
    for hit in hits:
        document = documents[hit.passage.document]
        item = items[document.id][hit.passage.item]
        hearing = _hearing(document, item)
        for span in hearing.cut(hit.passage.span):
            text = span.of(document.text)
            if (document.id, span) in known or len(text.split()) < SHORTEST:
                continue
            known.add((document.id, span))
            note = next((n.number for n in item.notes if n.span.holds(span)), None)
            who = hearing.until(span.end)
            yield _Found(hit, document, item, span, text, note, who, _terms_of(text))


def _seen(
    one: _Found,
    asked: Understood,
    fits: tuple[float, float],
    title_fits: tuple[float, float],
    score: float,
) -> Seen:
    """What is seen of a sentence; fits, title_fits: share of the topic's words, likeness."""
    return Seen(
        text=one.text,
        item=(one.document.id, one.item.path),
        actors=heard_as(one.actors, asked.actors, one.document, one.text, one.item.title or ""),
        in_time=asked.at_time(day_of(one.document)),
        note=one.note is not None,
        opens=one.span.start <= one.item.span.start,
        words=fits[0],
        likeness=fits[1],
        title_words=title_fits[0],
        title_likeness=title_fits[1],
        hit=score,
        rank=one.hit.rank,
        title=one.item.title or "",
        day=day_of(one.document),
    )


@lru_cache(16 * _REMEMBERED)
def _terms_of(text: str) -> frozenset[str]:
    """The terms of a sentence."""
    return frozenset(analyser().terms(text))


@lru_cache(_REMEMBERED)
def _hearing(document: Document, item: AgendaItem) -> Hearing:
    """Whose words the sentences of an item report; hits often share an item."""
    return Hearing(document, item)


def day_of(document: Document) -> str:
    """The first day of its meeting, the letter's day where there was none; "" when neither."""
    return document.meeting_dates[0] if document.meeting_dates else document.letter_date or ""


def best_first(candidate: Candidate) -> tuple[float, str, int]:
    """The key by which candidates stand best first; ties by document and place."""
    return (-candidate.fit, candidate.document.id, candidate.span.start)
