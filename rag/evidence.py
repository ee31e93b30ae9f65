"""From hits to the sentences that may answer, and how well each fits.

Knows: which sentences of which passages can be quoted. Does not know: what tells whether a
sentence fits (`rag.features`), which are quoted (`rag.choosing`).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from index.actors import named_actor
from index.analyse import analyser
from index.attribution import actor_value, spoken
from index.library import Library
from index.nouns import AgendaItem, Document, Hit, Span
from index.sentences import sentences
from rag.features import Seen, sentence_features
from rag.nouns import Citation
from rag.question import Understood
from rag.retrieve import preference
from rag.topic import Topic
from rag.weights import fitted

LOOKED_AT = 40  # passages whose sentences are weighed
SHORTEST = 5  # words of a sentence worth quoting
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
    found = list(_found(library, asked, hits))
    if not found:
        return []
    question = library.embedder.questions([asked.topic])[0]
    titles = list(dict.fromkeys(one.item.title or "" for one in found))
    near = library.embedder.passages([*(one.text for one in found), *titles]) @ question
    of_title = dict(zip(titles, near[len(found) :].tolist(), strict=True))
    seen = [
        replace(
            one.seen,
            likeness=float(likeness),
            title_likeness=of_title[one.item.title] if one.item.title else 0.0,
        )
        for one, likeness in zip(found, near, strict=False)
    ]
    scorer = fitted().sentence
    fits = [scorer.of(features) for features in sentence_features(asked, seen)]
    weighed = [
        replace(one, fit=fit, seen=of) for one, fit, of in zip(found, fits, seen, strict=True)
    ]
    return sorted(weighed, key=_by_fit)


def of_actor(found: list[Candidate], name: str | None) -> list[Candidate]:
    """Only sentences that report words of the actor filtered on: a passage holds others too."""
    actor = named_actor(name) if name else None
    return [one for one in found if actor in one.actors] if name else found


def _found(library: Library, asked: Understood, hits: Sequence[Hit]) -> Iterator[Candidate]:
    """The sentences of the hits, each at its best hit, with all that is seen without vectors."""
    topic = Topic(library, asked)
    with library.searching() as view:
        entries = {entry.id: entry for entry in view.documents}
    documents = {hit.passage.document: library.document(hit.passage.document) for hit in hits}
    items = {name: {item.path: item for item in library.items(name)} for name in documents}
    said: dict[tuple[str, str], Mapping[int, tuple[str, ...]]] = {}  # hits often share an item
    known: set[tuple[str, Span]] = set()
    for hit in hits:
        document = documents[hit.passage.document]
        item = items[document.id][hit.passage.item]
        if (document.id, item.path) not in said:
            said[document.id, item.path] = _said(document, item)
        title = topic.share(analyser().terms(item.title or ""))
        score = hit.score - preference(entries[document.id], asked)
        for span in sentences(document.text, hit.passage.span):
            text = span.of(document.text)
            if (document.id, span) in known or len(text.split()) < SHORTEST:
                continue
            known.add((document.id, span))
            terms = _terms_of(text)
            who = said[document.id, item.path].get(span.end, ())
            note = next((n.number for n in item.notes if n.span.holds(span)), None)
            seen = Seen(
                text=text,
                item=(document.id, item.path),
                actors=who,
                in_time=asked.at_time(day_of(document)),
                note=note is not None,
                opens=span.start <= item.span.start,
                words=topic.share(terms),
                likeness=0.0,
                title_words=title,
                title_likeness=0.0,
                hit=score,
                rank=hit.rank,
                title=item.title or "",
            )
            yield Candidate(document, item, span, note, who, 0.0, terms, seen)


@lru_cache(16 * _REMEMBERED)
def _terms_of(text: str) -> frozenset[str]:
    """The terms of a sentence."""
    return frozenset(analyser().terms(text))


@lru_cache(_REMEMBERED)
def _said(document: Document, item: AgendaItem) -> Mapping[int, tuple[str, ...]]:
    """Whose words the sentences of an item report, by where each ends."""
    return {span.end: who for span, who in spoken(document, item)}


def day_of(document: Document) -> str:
    """The first day of its meeting, the letter's day where there was none; "" when neither."""
    return document.meeting_dates[0] if document.meeting_dates else document.letter_date or ""


def _by_fit(candidate: Candidate) -> tuple[float, str, int]:
    return (-candidate.fit, candidate.document.id, candidate.span.start)
