"""How a stand changes from paper to paper: first, same, changed, and where it shifts.

Knows: that calls, questions and facts change no stand, that the report of a meeting tells again
what its agenda told. Does not know: where sentences come from, the stand of one paper
(`rag.positions.papers`).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from index.presidency import presidency_of
from index.stance import Stance
from rag.nouns import Language
from rag.overviews import Shift, Turn
from rag.phrases import actor_name
from rag.positions.kinds import LEANING
from rag.positions.papers import PaperStand, paper_stands
from rag.positions.stands import Stand
from rag.positions.words import kind_name, said
from rag.presiding import PRESIDES

SEVERAL = 2  # sentences that lean one way, and none the other, from which a paper is plain


@dataclass(frozen=True, slots=True)
class Change:
    """From the document `before` and the kind last taken to the stand of `paper`."""

    before: str
    kind: Stance
    paper: PaperStand
    to_kind: Stance


def turns(stands: Sequence[Stand], changed: Sequence[Change], actor: str) -> list[Turn]:
    """For each sentence how its paper's stand compares with the papers before."""
    turned = {change.paper.document for change in changed}
    of: dict[str, Turn] = {}
    last: PaperStand | None = None
    for paper in paper_stands(stands, actor):
        of[paper.document] = _turn(last, paper, paper.document in turned, actor)
        turned_here = paper.document in turned
        if paper.kind is not None or turned_here or (last is None and _holds(paper)):
            last = paper
    return [of.get(one.told.document.id, "unclear") for one in stands]


def _turn(last: PaperStand | None, paper: PaperStand, turned: bool, actor: str) -> Turn:
    """How a stand compares with the last one; that it is the same only where the kinds agree.

    What was only announced or told takes no stand: of that nothing is claimed.
    """
    if turned:
        return "changed"
    if last is None:
        return "first" if _holds(paper) else "unclear"
    if paper.said_changed and paper.days == last.days:
        return "same"  # the report tells the turn of its agenda again
    if actor == PRESIDES and _turn_of(last) != _turn_of(paper):
        return "unclear"  # another country presides
    same = paper.kind is not None and (last.kind, last.sides) == (paper.kind, paper.sides)
    return "same" if same else "unclear"


def _turn_of(paper: PaperStand) -> str | None:
    """Whose turn the presidency is at a paper's meeting."""
    return presidency_of(paper.days[0]) if paper.days else None


def _holds(paper: PaperStand) -> bool:
    """True when a paper tells more than facts and announcements."""
    return bool(set(paper.kinds) - {"fact", "announcement"})


def shifts(changed: Sequence[Change], actor: str, language: Language) -> tuple[Shift, ...]:
    """Where the stand changes, from the last paper before that tells it."""
    who = actor_name(actor, language)
    found = []
    for change in changed:
        one, other = (kind_name(kind, language) for kind in (change.kind, change.to_kind))
        if change.kind == change.to_kind:
            text = said("moved", language, actor=who, one=one)
        else:
            text = said("shift", language, actor=who, one=one, other=other)
        found.append(Shift(change.before, change.paper.document, change.kind, change.to_kind, text))
    return tuple(found)


def changes(stands: Sequence[Stand], actor: str) -> list[Change]:
    """The papers whose stand is another than that of those before."""
    found: list[Change] = []
    last = leaning = None
    for paper in paper_stands(stands, actor):
        # the report of a meeting tells again what its agenda told
        again = bool(found) and found[-1].paper.days == paper.days
        if last is not None and _shifted(leaning, paper, again):
            kind = (leaning or last).kind or last.kinds[0]
            found.append(Change(last.document, kind, paper, _to_kind(leaning, paper)))
        last = paper
        if paper.kind is not None:
            leaning = paper
    return found


def _to_kind(before: PaperStand | None, paper: PaperStand) -> Stance:
    """The kind that a change leads to: the condition or support that is new, else the clearest."""
    if before and before.only(1) and paper.refuses:
        return "opposition"
    if before and before.only(-1) and paper.accepts:
        for kind in ("conditional", "support"):
            if kind in paper.kinds:
                return kind
    return paper.kind or paper.kinds[0]


def _shifted(before: PaperStand | None, paper: PaperStand, again: bool) -> bool:
    """True when the stand is another than in the last paper that took one.

    again: the other paper of the meeting has just told a change. Precision before recall: a file
    has many sides, and a paper that supports one and resists another has not turned. These papers
    say so when a stand changes; a vote is a stand too.
    """
    if paper.said_changed:
        return not again
    if before is None or before.kind is None or paper.kind is None:
        return False
    if "abstention" in (before.kind, paper.kind):
        other = before.kind if paper.kind == "abstention" else paper.kind
        return LEANING[other] > 0
    if before.days != paper.days and (
        (before.only(-1) and paper.accepts) or (before.only(1) and paper.refuses)
    ):
        return True
    way = 1 if LEANING[paper.kind] > 0 else -1
    return min(before.only(-way), paper.only(way)) >= SEVERAL
