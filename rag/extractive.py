"""The answer without a language model: chosen sentences, verbatim, grouped by meeting.

Knows: order, lead and headings of an extractive answer. Does not know: how sentences were chosen.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import chain, groupby

from index.outline import LETTER_SECTION
from index.statements import stances
from rag.asked_values import asked_values
from rag.evidence import Candidate, day_of
from rag.nouns import Citation, Statement, Voice
from rag.phrases import KINDS, actor_name, days, meeting_name, say
from rag.question import Understood

NAME = "extractive"


def statements(chosen: Sequence[Candidate], asked: Understood) -> tuple[Statement, ...]:
    """Each chosen sentence as a statement that quotes itself, in reading order, meeting by meeting.

    Its group is the line that names its meeting.
    """
    return tuple(
        Statement(
            candidate.text,
            candidate.actor,
            (voiced(candidate),),
            asked_values(asked.whole, candidate.text),
            heading,
        )
        for group in _groups(chosen, asked)
        for heading in (_heading(group, asked),)
        for candidate in group
    )


def voiced(candidate: Candidate) -> Citation:
    """The citation of a candidate with whose words it reports, and what kind of statement."""
    planned = (
        candidate.document.kind == "geannoteerde agenda"
        and candidate.item.section != LETTER_SECTION
    )
    kinds = stances(candidate.text, candidate.actors, planned)
    voices = tuple(Voice(who, kind) for who, kind in zip(candidate.actors, kinds, strict=True))
    return replace(candidate.citation(), voices=voices)


def in_order(chosen: Sequence[Candidate], asked: Understood) -> list[Candidate]:
    """By meeting, newest first (oldest first when the question asks how something developed)."""
    meetings = sorted(
        {day_of(candidate.document) for candidate in chosen}, reverse=not asked.develops
    )
    rank = {day: i for i, day in enumerate(meetings)}
    return sorted(chosen, key=lambda c: (rank[day_of(c.document)], c.document.id, c.span.start))


def lead(chosen: Sequence[Candidate], asked: Understood) -> str:
    """One line of what is known: the heading of the only meeting, or how many papers from when.

    "Nederland, JBZ-Raad 13-14 juni 2024 (verslag, Justitie 5):". An actor is named only where
    the first quote reports his words, several asked about where any quote does.
    """
    groups = _groups(chosen, asked)
    if len(groups) < 2:
        return _heading(groups[0], asked) if groups else ""
    dated = sorted(day for group in groups for c in group if (day := day_of(c.document)))
    papers = len({c.document.id for group in groups for c in group})
    said = say("papers", asked.language, count=papers)
    if dated:
        first, last = (days((day,), asked.language) for day in (dated[0], dated[-1]))
        said = say("places", asked.language, count=papers, first=first, last=last)
    return _under(list(chain.from_iterable(groups)), said, asked)


def _groups(chosen: Sequence[Candidate], asked: Understood) -> list[list[Candidate]]:
    """The chosen sentences in reading order, by the name of their meeting."""
    ordered = in_order(chosen, asked)
    return [
        list(group)
        for _, group in groupby(ordered, lambda c: meeting_name(c.document, asked.language))
    ]


def _heading(group: Sequence[Candidate], asked: Understood) -> str:
    """ "Nederland, JBZ-Raad 13 juni 2024 (agenda, Justitie 1; verslag, Justitie 1):"."""
    items: dict[str, list[str]] = {}
    for candidate in group:
        document = candidate.document
        kind = KINDS[asked.language][document.kind] if document.meeting_dates else ""
        paths = items.setdefault(kind, [kind] if kind else [])
        path = candidate.item.path.replace("/", " ")
        if path not in paths:
            paths.append(path)
    where = "; ".join(", ".join(paths) for paths in items.values())
    meeting = meeting_name(group[0].document, asked.language)
    return _under(group, f"{meeting} ({where})", asked)


def _under(group: Sequence[Candidate], said: str, asked: Understood) -> str:
    """The line above the quotes of `group`: nobody whom these do not report.

    One actor is named where the first quote reports his words; of several asked about, all whose
    words stand below.
    """
    below = group if len(asked.actors) > 1 else group[:1]
    heard = [value for value in asked.actors if any(value in one.actors for one in below)]
    name = actor_name("; ".join(heard), asked.language)
    return f"{name[:1].upper() + name[1:]}, {said}:" if name else f"{said}:"
