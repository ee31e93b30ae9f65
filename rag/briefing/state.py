"""Where a dossier stands: the newest outcome, what comes next, what was decided before.

Knows: that only reports and letters tell outcomes, and that an agenda newer than all reports tells
what is expected. Does not know: how decisions are recognised
(`rag.outcomes`), how a model writes (`rag.summaries.writing`).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from rag.briefing.due import due
from rag.briefing.ledger import Ledger
from rag.briefing.material import Material
from rag.briefing.words import word
from rag.evidence import day_of
from rag.nouns import Statement
from rag.outcomes.nouns import Outcome, Record
from rag.outcomes.plans import SURELY
from rag.outcomes.seen import seen
from rag.overviews import Part
from rag.positions.before import leans
from rag.positions.words import listed
from rag.summaries.cues import RESULTS, Cue, quotable, tells
from rag.summaries.writing import Pen
from rag.told import Told

WORDS = 220
NEWEST, EXPECTED, EARLIER = 3, 3, 2  # sentences of each
ENOUGH = 2  # sentences that tell where it stands without those that are due
SHORTEST = 6  # words: "Zweden was kritisch" does not say of what
BINDING: frozenset[Outcome] = frozenset(
    ("adopted", "general_approach", "political_agreement", "conclusions", "no_agreement")
)
# cues of what came of a meeting, and of what an agenda says is to come
CAME: tuple[Cue, ...] = ("decided", "concluded", "next", "voted")
COMING: tuple[Cue, ...] = ("expected", "next")

GOING_ON = re.compile(r"\b(?:loopt|lopen) nog\b")
HAS_DONE = re.compile(r"\b(?:heeft|hebben|is|zijn)(?: \w+){0,2} op \d{1,2} [a-z]+\b")  # "op 2 mei"


def state(material: Material, ledger: Ledger, pen: Pen) -> Part:
    """The state of play; a line where the papers tell no outcome.

    pen: rewrites each paper's sentences where there is a language model; expectation and outcome
    are never put before it together.
    """
    taken = ledger.take(map(material.under, _outcome(material)), WORDS)
    expected = map(material.under, _expected(material, len(taken)))
    taken += ledger.take(expected, WORDS - _words(taken))
    earlier = (material.under(one, "earlier") for one in _earlier(material))
    taken += ledger.take(earlier, WORDS - _words(taken))
    told = tuple(_written(material, taken, pen))
    return Part(word("state", material.language), told, line=" ".join(_lines(material)))


def _lines(material: Material) -> Iterator[str]:
    """Which paper is the newest, whether it only looks ahead, what mentions the topic after it."""
    language, newest = material.language, material.newest
    yield word("state_line", language, name=material.paper(newest.id))
    if material.ahead:
        yield word("looks_ahead", language)
        yield _without_report(material)
    after = [
        name for name, document in material.documents.items() if day_of(document) > day_of(newest)
    ]
    if after:
        yield word("aside", language, names="; ".join(map(material.paper, after)))
    papers = material.documents.items()
    strange = [material.paper(name) for name, one in papers if one.kind == "overig"]
    if strange:
        yield word("no_council_paper", language, names=listed(strange))
    if not material.core:
        yield word("no_core", language)
    if not material.last_report and not material.decisions:
        yield word("no_state", language)


def _without_report(material: Material) -> str:
    """Why nothing tells what came of the newest agenda."""
    language, meeting = material.language, material.meeting
    if meeting is not None and meeting.of("verslag"):
        return word("report_silent", language)
    held = meeting is not None and meeting.dates[-1] < material.today.isoformat()
    return word("no_report_yet" if not held else "no_report", language)


def _written(material: Material, taken: Sequence[Statement], pen: Pen) -> list[Statement]:
    """The statements as the pen writes them, paper by paper; without a model as they are."""
    if pen.writer is None:
        return list(taken)
    made: list[Statement] = []
    for group, own in groupby(taken, key=lambda one: one.group):
        quotes = list(own)
        sentences = [told for one in quotes if (told := material.told(one)) is not None]
        whole = len(sentences) == len(quotes)
        title = material.dossier.topic
        made += pen.statements(sentences, title, [group] * len(sentences)) if whole else quotes
    return made


def _words(statements: Iterable[Statement]) -> int:
    return sum(len(one.text.split()) for one in statements)


def _outcome(material: Material) -> list[Statement]:
    """What the report that counts tells came of it, in its order.

    First what was decided or put off, then what matters most of the others' words.
    """
    items = material.last_report
    if not items:
        return []
    newest = items[0].document.id
    decided = [
        r.statement
        for r in material.decisions
        if r.document == newest and r.what != "debate" and _counts(material, r)
    ]
    said = [told for item in items for told in item.sentences if not material.is_dutch(told)]
    wanted = dict.fromkeys([*decided[:NEWEST], *_salient(material, said, NEWEST)])
    return material.by_place(_undated(material, wanted, NEWEST))


def _undated(
    material: Material, wanted: Iterable[Statement], count: int, before: int = 0
) -> list[Statement]:
    """The first `count`; what is due goes to the open points where enough is left without it.

    before: how many sentences stand before them.
    """
    every = list(wanted)
    later = {one.start for one in due(material)}
    own = [s for s in every if (s.citations[0].document, s.citations[0].start) not in later]
    return (own if before + len(own) >= ENOUGH else every)[:count]


def _counts(material: Material, record: Record) -> bool:
    """True for a decision of an item on the topic, or of a list of results, which has no topic."""
    return not material.core or (
        material.is_core(record.document, record.item)
        or RESULTS.match(record.item.rpartition("/")[2]) is not None
    )


def _expected(material: Material, before: int) -> list[Statement]:
    """What the newest agenda expects, where no report tells what came of it.

    before: how many sentences stand before it.
    """
    if not material.ahead:
        return []
    own = [item for item in material.items if item.document.id == material.newest.id]
    core = [item for item in own if material.is_core(item.document.id, item.item.path)] or own
    said = [told for item in core for told in item.sentences if not material.is_dutch(told)]
    said = [told for told in said if not _is_past(told)]
    wanted = _salient(material, said, EXPECTED)
    return material.by_place(_undated(material, wanted, EXPECTED, before))


def _is_past(told: Told) -> bool:
    """True for what an agenda tells of before the meeting: how the file came here."""
    if SURELY.search(told.text):
        return False
    done = HAS_DONE.search(told.text) is not None
    return done or seen(told).past or tells("background", told.text)


def _earlier(material: Material) -> list[Statement]:
    """The newest decisions that bind, of an earlier paper, where the newest report has none."""
    bound = [r for r in material.decisions if r.what in BINDING and _counts(material, r)]
    last = material.last_report
    if not bound or (last and bound[-1].document == last[0].document.id):
        return []
    newest = [r.statement for r in bound if r.document == bound[-1].document]
    return newest[-EARLIER:]


def _salient(material: Material, sentences: Iterable[Told], count: int) -> list[Statement]:
    """The sentences that matter most: twice `count`, since some may be told elsewhere, best first.

    Those that say what came of it go first, of an agenda those that say what is to come.
    """

    def less_telling(told: Told) -> tuple[bool, bool, bool, float]:
        weight = material.weight(told.statement())
        return material.in_passing(told), not _tells(told), not told.actors, -weight

    able = [told for told in sentences if quotable(told) and told.words >= SHORTEST]
    alone = [told for told in able if not leans(told.text)]
    best = [told for told in alone if told.actors or _tells(told)] or alone or able
    return [told.statement() for told in sorted(best, key=less_telling)[: 2 * count]]


def _tells(told: Told) -> bool:
    """True where a report says what came of it, where an agenda says what is to come."""
    if told.document.kind == "geannoteerde agenda":
        going_on = GOING_ON.search(told.text) is not None
        return going_on or any(tells(cue, told.text) for cue in COMING)
    return any(tells(cue, told.text) for cue in CAME)
