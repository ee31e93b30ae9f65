"""The position of the Netherlands over time: of each paper what says most about it.

Knows: which kinds of statement show a position, and that every paper with one is named. Does not
know: how steps and shifts are found (`rag.positions`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from index.actors import mentions
from index.stance import Stance
from rag.briefing.ledger import Ledger, leans
from rag.briefing.material import Material
from rag.briefing.words import word
from rag.nouns import Statement, Voice
from rag.overviews import Part, Side, Step
from rag.phrases import STANCES
from rag.summaries.cues import tells

WORDS = 340
MOST_OF_A_PAPER = 4  # steps
WE = re.compile(r"\b(?:ik|wij|we|ons|onze)\b", re.IGNORECASE)  # of a letter
# the first says most of where a state stands
TELLING: tuple[Stance, ...] = (
    *("opposition", "abstention", "reservation", "conditional", "support"),
    *("call", "announcement", "question", "fact"),
)


def stance(material: Material, side: Side, ledger: Ledger) -> Part:
    """Dutch steps by date; a line tells where the stance changed and which papers are silent."""
    steps = filter(_telling, side.steps)
    papers = [list(own) for _, own in groupby(steps, key=lambda step: step.document)]
    wanted = [_stated(step, side.actor) for step in _rounds(material, papers)]
    ordered = tuple(material.by_place(ledger.take(wanted, WORDS)))
    line = _line(material, side, len(ordered))
    return Part(word("stance", material.language), ordered, line=line)


def _telling(step: Step) -> bool:
    """False for a mere fact that does not name the Netherlands, or only tells which paper it is."""
    text = step.statement.text
    named = WE.search(text) or any(one.actor == "NL" for one in mentions(text))
    return step.kind != "fact" or (bool(named) and not tells("formal", text))


def _stated(step: Step, actor: str) -> Statement:
    """A step's sentence with the stance that it shows, of this actor alone."""
    voices = (Voice(actor, step.kind),)
    cited = tuple(replace(one, voices=voices) for one in step.statement.citations)
    return replace(step.statement, citations=cited, actor=actor, group="")


def _rounds(material: Material, papers: Sequence[Sequence[Step]]) -> list[Step]:
    """The most telling step of each paper, newest first, then the second of each, and so on."""

    def telling(step: Step) -> tuple[bool, int, float]:
        """The lower, the more a step tells by itself."""
        said = step.statement
        return leans(said.text), TELLING.index(step.kind), -material.weight(said)

    ordered = [sorted(steps, key=telling) for steps in papers[::-1]]
    return [
        steps[number]
        for number in range(MOST_OF_A_PAPER)
        for steps in ordered
        if number < len(steps)
    ]


def _line(material: Material, side: Side, shown: int) -> str:
    """How much is shown, where it changed, where nothing is reported; that there is none at all."""
    language = material.language
    if not side.steps:
        return word("no_stance", language)
    told = [word("shown", language, shown=shown, count=len(side.steps))]
    if side.shifts:
        told.append(word("shifted", language, shifts="; ".join(_shifts(material, side))))
    if side.gaps:
        names = "; ".join(dict.fromkeys(gap.meeting for gap in side.gaps))
        told.append(word("silent", language, names=names))
    return " ".join(told)


def _shifts(material: Material, side: Side) -> Iterator[str]:
    """ "juni 2025 van voorbehoud naar steun", of each change."""
    named = STANCES[material.language]
    for one in side.shifts:
        yield word(
            "kept" if one.from_kind == one.to_kind else "shift",
            material.language,
            when=material.month(one.to_document),
            before=named[one.from_kind],
            after=named[one.to_kind],
        )
