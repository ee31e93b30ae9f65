"""The position of the Netherlands over time: of each paper what says most about it.

Knows: which kinds of statement show a position, and that every paper with one is named. Does not
know: how steps and shifts are found (`rag.positions`).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from index.actors import mentions
from index.stance import Stance
from rag.briefing.ledger import Ledger
from rag.briefing.material import Material
from rag.briefing.seen import short
from rag.briefing.words import word
from rag.nouns import Statement, Voice
from rag.overviews import Part, Side, Step
from rag.phrases import STANCES
from rag.positions.before import before, leans, with_before
from rag.positions.verdict import conclusion
from rag.summaries.cues import tells
from rag.told import Told

WORDS = 340
DUTCH = "NL"
MOST_OF_A_PAPER, MOST_OF_FEW = 4, 6  # steps; of FEW_PAPERS papers or one
FEW_PAPERS = 2
LONGEST_ROW = 100  # words of a sentence with those it leans on
WORDS_OF_THEN = 60  # of what was held before
WE = re.compile(r"\b(?:ik|wij|we|ons|onze)\b", re.IGNORECASE)  # of a letter
# the first says most of where a state stands
TELLING: tuple[Stance, ...] = (
    *("opposition", "abstention", "reservation", "conditional", "support"),
    *("call", "announcement", "question", "fact"),
)


def stance(material: Material, side: Side, ledger: Ledger) -> Part:
    """Dutch steps by date; a line tells where the stance changed and which papers are silent.

    What was held before a meeting stands last, under a heading that says so.
    """
    steps = list(filter(_telling, side.steps))
    of_now = [step for step in steps if not step.earlier]
    papers = [list(own) for _, own in groupby(of_now, key=lambda step: step.document)]
    most = MOST_OF_A_PAPER if len(papers) > FEW_PAPERS else MOST_OF_FEW
    concluded = [own[at] for own in papers[::-1] if (at := _concludes(own)) is not None]
    taken = _quoted(concluded, material, ledger, WORDS, exact=True)
    others = [step for step in _rounds(material, papers, most) if step not in concluded]
    taken += _quoted(others, material, ledger, WORDS - _words(taken))
    ordered = _along(material.by_place(taken), material, ledger)
    room = WORDS - _words(ordered)
    then = [_of_then(step, material) for step in steps if step.earlier]
    ordered += ledger.take(then, min(room, WORDS_OF_THEN))
    line = _line(material, side, len(ordered))
    return Part(word("stance", material.language), tuple(ordered), line=line)


def _quoted(
    steps: Iterable[Step], material: Material, ledger: Ledger, words: int, *, exact: bool = False
) -> list[Statement]:
    """The steps that are new and fit in so many words; exact: one like another is new as well."""
    return ledger.take(map(_stated, steps), words, exact=exact)


def _words(statements: Iterable[Statement]) -> int:
    return sum(len(one.text.split()) for one in statements)


def _concludes(steps: Sequence[Step]) -> int | None:
    """Which step of a paper is its conclusion."""
    return conclusion([(step.statement.text, step.kind) for step in steps])


def _telling(step: Step) -> bool:
    """False for a mere fact that does not name the Netherlands, or only tells which paper it is."""
    text = step.statement.text
    named = WE.search(text) or any(one.actor == "NL" for one in mentions(text))
    return step.kind != "fact" or (bool(named) and not tells("formal", text))


def _stated(step: Step) -> Statement:
    """A step's sentence with the stance that it shows, of this actor alone."""
    voices = (Voice(DUTCH, step.kind),)
    cited = tuple(replace(one, voices=voices) for one in step.statement.citations)
    return replace(step.statement, citations=cited, actor=DUTCH, group=short(step.file))


def _along(taken: Sequence[Statement], material: Material, ledger: Ledger) -> list[Statement]:
    """Each with the sentences that it leans on, unless these stand here already."""
    here = {one.citations[0].start for one in taken}
    made: list[Statement] = []
    for one in taken:
        told = material.told(one)
        row = with_before(told) if told is not None else []
        while len(row) > 1 and (row[0].span.start in here or sum(map(_length, row)) > LONGEST_ROW):
            row.pop(0)
        if told is None or len(row) <= 1:
            made.append(one)
            continue
        (cited,) = one.citations
        start = row[0].span.start
        quote = told.document.text[start : cited.end]
        made.append(replace(one, text=quote, citations=(replace(cited, start=start, quote=quote),)))
        ledger.note(made[-1])
    return made


def _length(told: Told) -> int:
    return told.words


def _of_then(step: Step, material: Material) -> Statement:
    """A step that tells only what was held before; its stance is not that of the meeting."""
    cited = tuple(replace(one, voices=(Voice(DUTCH, "fact"),)) for one in step.statement.citations)
    return replace(step.statement, citations=cited, group=word("then", material.language))


def _rounds(material: Material, papers: Sequence[Sequence[Step]], most: int) -> list[Step]:
    """The most telling step of each paper, newest first, then the second of each, and so on."""

    def telling(step: Step) -> tuple[bool, int, float]:
        """The lower, the more a step tells by itself."""
        said = step.statement
        return leans(said.text), TELLING.index(step.kind), -material.weight(said)

    ordered = [sorted(_understood(steps, material), key=telling) for steps in papers[::-1]]
    return [steps[number] for number in range(most) for steps in ordered if number < len(steps)]


def _understood(steps: Sequence[Step], material: Material) -> Sequence[Step]:
    """The steps that stand by themselves or beside what they lean on; all where none does."""

    def stands(step: Step) -> bool:
        told = material.told(step.statement)
        alone = told is None or told.place == 0 or not leans(told.text)
        return alone or (told is not None and before(told) is not None)

    return [step for step in steps if stands(step)] or steps


def _line(material: Material, side: Side, shown: int) -> str:
    """How much is shown, where it changed, where nothing is reported; that there is none at all."""
    language = material.language
    if not side.steps:
        return word("no_stance", language)
    told = []
    if shown < len(side.steps):
        told.append(word("shown", language, shown=shown, count=len(side.steps)))
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
