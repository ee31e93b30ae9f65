"""The note under an answer: what kind of answer it is, or what there is instead of one.

Knows: what a reader must be told. Does not know: how the answer came about.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import fields

from index.actors import actors
from index.analyse import analyser
from index.expand import unknown_words
from index.library import Library
from index.search import NO_FILTERS, Filters
from index.static import shipped
from rag.asked_actors import EVERYWHERE
from rag.asking_words import BARE
from rag.evidence import Candidate
from rag.features import item_scores
from rag.nouns import Citation
from rag.phrases import days, meeting_name, say
from rag.question import Understood
from rag.told import told
from rag.topic import filling

NEAREST = 3  # items named when there is no answer
FEAST = re.compile(r"kerst\w*|christmas|xmas|pasen|easter|pinksteren|zomer\w*|summer|winter")


def note(
    asked: Understood,
    chosen: Sequence[Candidate],
    *,
    writer: str = "",
    instead: tuple[str, str] = ("", ""),
    dropped: int = 0,
    repaired: int = 0,
) -> str:
    """Who wrote it, what was dropped, and that an agenda is not an outcome.

    writer: the model that wrote. instead: the phrase and the reason why none did though one was
    asked. dropped: sentences of its draft that could not be proved; repaired: those that gave way
    to the sentence they cite.
    """
    language = asked.language
    phrase, why = instead
    told = [say(phrase, language, why=why)] if phrase else []
    told.append(say("written", language, writer=writer) if writer else say("extracts", language))
    if repaired:
        told.append(say("repaired", language, count=repaired))
    if dropped:
        told.append(say("dropped", language, count=dropped))
    if chosen and all(c.document.kind == "geannoteerde agenda" for c in chosen):
        told.append(say("expected", language))
    if asked.third_language:
        told.append(say("third", language))
    return " ".join(told)


def not_found_note(
    library: Library,
    asked: Understood,
    found: Sequence[Candidate],
    filters: Filters,
    refused_by: str = "",
) -> str:
    """That there is no answer, what comes nearest, and what the library covers.

    refused_by: the model that was shown the nearest items and found no answer in them.
    """
    language = asked.language
    entries = library.documents()
    if not entries:
        return say("empty", language)
    refused = say("refused", language, writer=refused_by)
    told = [refused if refused_by else say("nothing", language)]
    told += [*_unknown(library, asked), *_not_said(asked, found)]
    if found:
        told.append(say("nearest", language, items="; ".join(_nearest(found, asked))))
    when = sorted(day for entry in entries for day in entry.dates)
    if when:
        first, last = days(when[:1], language), days(when[-1:], language)
        told.append(say("holds", language, count=len(entries), first=first, last=last))
    if filters != NO_FILTERS:
        given = ", ".join(
            f"{field.name} {value}"
            for field in fields(filters)
            if (value := getattr(filters, field.name))
        )
        told.append(say("filtered", language, filters=given))
    if asked.third_language:
        told.append(say("third", language))
    return " ".join(told)


def _unknown(library: Library, asked: Understood) -> list[str]:
    """Words of content that the library does not know, and what near them it does know."""
    with library.searching() as view:
        words = unknown_words(view, library.glossary, asked.topic)
    named = {w: near for w, near in words.items() if is_content(w, asked.text)}
    told = []
    for word, near in list(named.items())[:NEAREST]:
        said = say("unknown_word", asked.language, word=word)
        told.append(f"{said} ({', '.join(near)}?)" if near else said)
    return [f"{one}." for one in told]


def is_content(word: str, question: str) -> bool:
    """False for words of asking and time, and for everyday words: "zaten", "erbij", "outgoing".

    A word is one of content that no text learnt from had, or that is written with a capital or a
    figure where no sentence begins.
    """
    low = word.casefold()
    if set(analyser().terms(word)) <= filling() or low in BARE or FEAST.fullmatch(low):
        return False
    begins = re.search(rf"(?:^|[.?!:]\s+){re.escape(word)}\b", question) is not None
    marked = word != low and not (begins and word[1:] == low[1:])
    return marked or not shipped().knows(low)


def _not_said(asked: Understood, found: Sequence[Candidate]) -> list[str]:
    """That the item on the subject reports others, not a state or agency that was asked about."""
    inside = [candidate for candidate in found if candidate.seen.in_time] or found
    scores = item_scores([candidate.seen for candidate in inside])
    best = max(scores.values(), default=0.0)
    there = [c for c in inside if scores[c.seen.item] == best]
    named = frozenset[str]().union(*(c.seen.named for c in there))
    absent = [who for who in asked.actors if who not in EVERYWHERE | named]
    said = dict.fromkeys(who for c in there for who in c.actors)
    if not absent or not said:
        return []

    def names(values: Iterable[str]) -> str:
        return ", ".join(actors()[value].name(asked.language) for value in values)

    item = _nearest(there[:1], asked)[0]
    return [say("not_said", asked.language, item=item, who=names(absent), others=names(said))]


def nearest(found: Sequence[Candidate]) -> tuple[Citation, ...]:
    """The best items, each once, by the first sentence of each."""
    items: dict[tuple[str, str], Candidate] = {}
    for candidate in found:
        items.setdefault((candidate.document.id, candidate.item.path), candidate)
    best = list(items.values())[:NEAREST]
    return tuple(
        said[0].citation() if (said := told(c.document, c.item)) else c.citation() for c in best
    )


def _nearest(found: Sequence[Candidate], asked: Understood) -> list[str]:
    """The names of the best items, each once."""
    names = [
        f"{meeting_name(c.document, asked.language)}, {c.item.path}"
        + (f" ({c.item.title})" if c.item.title and c.item.number else "")
        for c in found
    ]
    return list(dict.fromkeys(names))[:NEAREST]
