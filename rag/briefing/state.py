"""Where a dossier stands: the newest outcome, what comes next, what was decided before.

Knows: that only reports and letters tell outcomes, and that an agenda newer than all reports tells
what is expected. Does not know: how decisions are recognised
(`rag.outcomes`), how a model writes (`rag.summaries.writing`).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import groupby

from rag.briefing.ledger import Ledger, leans
from rag.briefing.material import Material
from rag.briefing.words import word
from rag.dossier import DossierItem
from rag.nouns import Statement
from rag.outcomes.nouns import Outcome, Record
from rag.overviews import Part
from rag.summaries.cues import quotable, tells
from rag.summaries.writing import Pen
from rag.told import Told

WORDS = 220
NEWEST, EXPECTED, EARLIER = 3, 3, 2  # sentences of each
BINDING: frozenset[Outcome] = frozenset(
    ("adopted", "general_approach", "political_agreement", "conclusions", "no_agreement")
)


def state(material: Material, ledger: Ledger, pen: Pen) -> Part:
    """The state of play; a line where the papers tell no outcome.

    pen: rewrites each paper's sentences where there is a language model; expectation and outcome
    are never put before it together.
    """
    taken = ledger.take(map(material.under, _outcome(material)), WORDS)
    left = WORDS - _words(taken)
    taken += ledger.take(map(material.under, _expected(material)), left)
    taken += ledger.take(map(material.under, _earlier(material)), WORDS - _words(taken))
    newest = material.items[-1].document.id
    line = word("state_line", material.language, name=material.paper(newest))
    if material.last_report is None and not material.decisions:
        line = f"{line} {word('no_state', material.language)}"
    return Part(word("state", material.language), tuple(_written(material, taken, pen)), line=line)


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
    """What the newest report tells came of it, in its order: decisions, else what matters most."""
    last = material.last_report
    if last is None:
        return []
    newest = last.document.id
    decided = [r.statement for r in material.decisions if r.document == newest]
    following = [
        r.statement for r in material.records if r.sort == "next_step" and r.document == newest
    ]
    others = [told for told in last.sentences if not material.is_dutch(told)]
    wanted = [*decided[:NEWEST], *following[:1], *_salient(material, others, NEWEST)]
    return material.by_place(list(dict.fromkeys(wanted))[:NEWEST])


def _expected(material: Material) -> list[Statement]:
    """What agendas newer than every report expect, the newest paper's only."""
    last = material.last_report
    later = [
        item
        for item in material.items
        if item.document.kind != "verslag" and (last is None or item.day > last.day)
    ]
    newest = [item for item in later if item.document.id == later[-1].document.id]
    best = max(newest, key=lambda item: item.sure, default=None)
    if best is None:
        return []
    others = [told for told in _whole(best, newest) if not material.is_dutch(told)]
    return _salient(material, others, EXPECTED)


def _whole(best: DossierItem, items: Sequence[DossierItem]) -> list[Told]:
    """The sentences of an item and of the headings under it."""
    own = best.item.path
    inside = [i for i in items if i.item.path == own or i.item.path.startswith(f"{own}/")]
    return [told for item in inside for told in item.sentences]


def _earlier(material: Material) -> list[Statement]:
    """The newest decisions that bind, of an earlier paper, where the newest report has none."""
    last = material.last_report
    bound: list[Record] = [r for r in material.decisions if r.what in BINDING]
    if not bound or (last is not None and bound[-1].document == last.document.id):
        return []
    newest = [r.statement for r in bound if r.document == bound[-1].document]
    return newest[-EARLIER:]


def _salient(material: Material, sentences: Iterable[Told], count: int) -> list[Statement]:
    """The `count` sentences that matter most, in the order in which they stand.

    Of an agenda those that say what is to come go first.
    """

    def less_telling(statement: Statement) -> tuple[bool, bool, float]:
        ahead = material.documents[statement.citations[0].document].kind == "geannoteerde agenda"
        coming = any(tells(cue, statement.text) for cue in ("expected", "next"))
        return leans(statement.text), ahead and not coming, -material.weight(statement)

    able = [told.statement() for told in sentences if quotable(told)]
    return material.by_place(sorted(able, key=less_telling)[:count])
