"""One actor's position on a topic over time: sentences in order, how it turns, who is silent.

Knows: the order of the steps. Does not know: which sentences are on the topic (`rag.dossier`),
what a sentence tells of a stand (`rag.positions.stands`), when one has changed
(`rag.positions.turns`).
"""

from __future__ import annotations

import time
from collections.abc import Sequence
from dataclasses import replace

from rapidfuzz import process

from index.actors import actors as known_actors
from index.actors import mentions, named_actor
from index.errors import QuestionRefused
from index.nouns import Kind
from index.search import NO_FILTERS, Filters
from rag.assistant import Assistant
from rag.dossier import Dossier, DossierItem, dossier
from rag.nouns import Gap, Language, Statement
from rag.overviews import Positions, Side, Step, Turn
from rag.phrases import actor_name
from rag.positions.before import before
from rag.positions.files import titles_apart
from rag.positions.stands import SILENT, Stand, stands
from rag.positions.turns import changes, shifts, turns
from rag.positions.words import listed, paper_name, said
from rag.told import told

MOST_ACTORS = 2
NO_COUNCIL: Kind = "overig"  # debates, questions of parliament: their speakers are no actors here
NEAR_NAMES, LIKE = 3, 75  # names that a refusal offers, and how alike (of 100) they must be
DISCUSSED = 2  # sentences from which a paper that is silent on the actor counts as discussing it


def positions(
    assistant: Assistant,
    actors: Sequence[str],
    topic: str,
    language: Language | None = None,
    filters: Filters = NO_FILTERS,
) -> Positions:
    """The position of one actor, or of two side by side, on a topic, in order of date.

    actors: by any of their names. Raises QuestionRefused for an unknown actor (naming near ones),
    none or too many of them, an empty topic, filters that are none or contradict each other.
    """
    started = time.perf_counter()
    values = _values(actors)
    filters.check()
    found = dossier(assistant, topic, language, filters)
    sides = tuple(_side(found, value) for value in values)
    return Positions(
        found.topic,
        found.language,
        sides,
        found.near,
        _note(found, sides),
        time.perf_counter() - started,
    )


def _values(names: Sequence[str]) -> list[str]:
    """The actors by value, each once."""
    if not names:
        raise QuestionRefused("actor: none is named; name one or two, for example NL")
    values = list(dict.fromkeys(_value(name) for name in names))
    if len(values) > MOST_ACTORS:
        raise QuestionRefused(
            f"actor: {len(values)} are named; at most {MOST_ACTORS} are set side by side"
        )
    return values


def _value(name: str) -> str:
    value = named_actor(name)
    if value is not None and value != "unknown":
        return value
    every = {known for a in known_actors().values() for known in (a.nl, a.en, *a.names)}
    near = process.extract(name.strip(), sorted(every), limit=NEAR_NAMES, score_cutoff=LIKE)
    offer = ", ".join(dict.fromkeys(found[0] for found in near))
    hint = f"did you mean {offer}?" if offer else "name NL, Commission, Presidency, a country"
    raise QuestionRefused(f"actor: {name!r} is none that is known; {hint}")


def _side(found: Dossier, actor: str) -> Side:
    """One actor's sentences in order, with turns, shifts, and the papers without any."""
    council = [item for item in found.items if item.document.kind != NO_COUNCIL]
    each = [stand for item in council for stand in stands(item.sentences, actor)]
    days = {item.document.id: item.day for item in council}
    titles = titles_apart(found, ((s.told.document.id, s.told.item.path) for s in each))
    changed = changes(each, actor)
    steps = tuple(
        replace(
            _step(stand, turn, found.language),
            date=days[stand.told.document.id],
            file=titles.get((stand.told.document.id, stand.told.item.path), ""),
            before=_before(stand, each),
        )
        for stand, turn in zip(each, turns(each, changed, actor), strict=True)
    )
    told_so = shifts(changed, actor, found.language)
    return Side(actor, steps, told_so, _gaps(found, council, each, actor))


def _step(stand: Stand, turn: Turn, language: Language) -> Step:
    one = stand.told
    name = paper_name(one.document, language)
    place = one.document.id, one.item.path
    return Step(one.statement(name), "", name, *place, stand.kind, turn, stand.earlier)


def _before(stand: Stand, each: Sequence[Stand]) -> Statement | None:
    """The sentence that a step leans on, where it is no step itself."""
    last = before(stand.told)
    return None if last is None or any(one.told == last for one in each) else last.statement()


def _gaps(
    found: Dossier, council: Sequence[DossierItem], each: Sequence[Stand], actor: str
) -> tuple[Gap, ...]:
    """The papers that discuss the topic and tell nothing of the actor."""
    heard = {stand.told.document.id for stand in each}
    papers: dict[str, list[DossierItem]] = {}
    for item in council:
        papers.setdefault(item.document.id, []).append(item)
    gaps = []
    for name, items in papers.items():
        if name in heard or sum(len(item.sentences) for item in items) < DISCUSSED:
            continue
        if any(_names(item, actor) for item in items):
            continue  # who speaks there is not always read: silence is told only where it is sure
        paper = paper_name(items[0].document, found.language)
        text = said("silent", found.language, paper=paper, actor=actor_name(actor, found.language))
        gaps.append(Gap(paper, actor, text, name))
    return tuple(gaps)


def _names(item: DossierItem, actor: str) -> bool:
    """True when the item names the actor, as a speaker or otherwise."""
    sentences = told(item.document, item.item)
    return any(
        m.actor == actor
        for one in sentences
        if not SILENT.search(one.text)  # "Nederland nam het woord niet"
        for m in mentions(one.text)
    )


def _note(found: Dossier, sides: Sequence[Side]) -> str:
    """What a reader is told: how it was made, who is silent, what is no Council's, what is near."""
    language = found.language
    council = [item for item in found.items if item.document.kind != NO_COUNCIL]
    parts = [] if found.items else [said("nothing", language)]
    if any(side.steps for side in sides):
        parts.append(said("verbatim", language))
    if council:
        parts += [
            said("nobody", language, actor=actor_name(side.actor, language))
            for side in sides
            if not side.steps
        ]
    beside = {one.document.id: one.document for one in found.items if one not in council}
    if beside:
        names = [paper_name(one, language) for one in beside.values()]
        parts.append(said("no_council_paper", language, papers=listed(names)))
    if found.near:
        parts.append(said("near", language, titles="; ".join(found.near)))
    return " ".join(parts)
