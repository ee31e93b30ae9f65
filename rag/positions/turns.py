"""How a stand changes from paper to paper: first, same, changed, and where it shifts.

Knows: that a paper's stand is that of its clearest sentences, that calls, questions and facts
change none, that a paper may say itself that a stand has changed. Does not know: where sentences
come from.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from index.stance import Stance
from rag.nouns import Language
from rag.overviews import Shift, Turn
from rag.phrases import actor_name
from rag.positions.kinds import LEANING
from rag.positions.stands import Stand
from rag.positions.words import kind_name, said

SAYS_SO = re.compile(
    r"\b(?:niet langer|niet meer (?:tegen|nodig|uitgesloten|onverkort)|geen bezwaar meer|"
    r"(?:bezwaar|bezwaren|voorbehoud|verzet|verzoek|steun)\b[^.;]*\b(?:intrekt|introk|ingetrokken|"
    r"opgaf|opgeeft|opgegeven|laten varen|liet varen|laat varen)|"
    r"(?:trok|trekt|trekken|trokken)\b[^.;]*(?:voorbehoud|verzet|steun|bezwaar|bezwaren)\b[^.;]*"
    r" in\b|ga(?:f|ven)\b[^.;]*\bverzet op|voor het eerst|anders dan (?:in|bij|voorheen|eerder)|"
    r"heroverw\w+|komt? terug op (?:zijn|haar|het)|kwam(?:en)? terug op (?:zijn|haar|het)|"
    r"standpunt (?:is |heeft |wordt )?(?:\w+ )?(?:herzien|gewijzigd|bijgesteld|veranderd)|alsnog|"
    r"(?:nog|eerder|aanvankelijk|voorheen) (?:had|hadden) (?:uitgesloten|afgewezen|gesteund|"
    r"geweigerd|verworpen|bepleit)|nog had(?:den)? uitgesloten|afscheid van|"
    r"eerdere? (?:verzet|voorbehoud|standpunt|steun|bezwaar|bezwaren))\b"
)
STILL = re.compile(r"\b(?:niet|nog niet|niet bereid|geen)\b[^.;]*\b(?:op te geven|intrekken)\b")
CAN = r"\b(?:kan|kon|kunnen|konden|is bereid|was bereid)\b"
TO_AGREE = r"\b(?:instemmen|aanvaarden|akkoord gaan|leven met|steunen|meegaan)\b"
ACCEPTS = re.compile(rf"{CAN}(?![^.;]*\b(?:niet|geen)\b)[^.;]*{TO_AGREE}|{TO_AGREE} te kunnen\b")
REFUSES = re.compile(rf"{CAN}[^.;]*\b(?:niet|geen)\b[^.;]*{TO_AGREE}|\btegen (?:te )?stemmen\b")
SEVERAL = 2  # sentences that lean one way, and none the other, from which a paper is plain


@dataclass(frozen=True, slots=True)
class PaperStand:
    """The stand that one paper tells: its clearest kind (None where it takes none), all its kinds.

    said_changed: it says itself that the stand has changed. `accepts`, `refuses`: in so many words.
    """

    document: str
    days: tuple[str, ...]
    kind: Stance | None
    kinds: tuple[Stance, ...]
    said_changed: bool
    accepts: bool
    refuses: bool

    def only(self, way: int) -> int:
        """How many of its sentences lean this way (1 for, -1 against); 0 if any leans the other."""
        leaning = [LEANING[kind] * way for kind in self.kinds if LEANING[kind]]
        return len(leaning) if min(leaning, default=0) > 0 else 0


def paper_stands(stands: Sequence[Stand]) -> list[PaperStand]:
    """The stand of each paper, in the order of the sentences (papers are together)."""
    found = []
    for _, group in groupby(stands, key=lambda one: one.told.document.id):
        some = list(group)
        document = some[0].told.document
        kinds = tuple(one.kind for one in some)
        texts = [one.told.text for one in some]
        found.append(
            PaperStand(
                document.id,
                document.meeting_dates,
                main_kind(kinds),
                kinds,
                any(_says_so(text) for text in texts),
                any(ACCEPTS.search(text) for text in texts),
                any(REFUSES.search(text) for text in texts),
            )
        )
    return found


def _says_so(text: str) -> bool:
    return SAYS_SO.search(text) is not None and STILL.search(text) is None


def main_kind(kinds: Sequence[Stance]) -> Stance | None:
    """The kind that says most of a paper's stand: an abstention, else the commonest that leans.

    Of equally common ones a condition comes first: it tells of both sides.
    """
    leaning = [kind for kind in kinds if LEANING[kind]]
    if "abstention" in leaning:
        return "abstention"
    order: tuple[Stance, ...] = ("conditional", "reservation", "opposition", "support")
    counted = [(-leaning.count(kind), order.index(kind), kind) for kind in order if kind in leaning]
    return min(counted)[2] if counted else None


def turns(stands: Sequence[Stand]) -> list[Turn]:
    """For each sentence how its paper's stand compares with the papers before."""
    changed = {change.paper.document for change in _changes(stands)}
    first = stands[0].told.document.id if stands else ""
    told: list[Turn] = []
    for one in stands:
        document = one.told.document.id
        told.append("first" if document == first else "changed" if document in changed else "same")
    return told


def shifts(stands: Sequence[Stand], actor: str, language: Language) -> tuple[Shift, ...]:
    """Where the stand changes, from the last paper before that tells it."""
    who = actor_name(actor, language)
    found = []
    for change in _changes(stands):
        one, other = (kind_name(kind, language) for kind in (change.kind, change.to_kind))
        if change.kind == change.to_kind:
            text = said("moved", language, actor=who, one=one)
        else:
            text = said("shift", language, actor=who, one=one, other=other)
        found.append(Shift(change.before, change.paper.document, change.kind, change.to_kind, text))
    return tuple(found)


@dataclass(frozen=True, slots=True)
class _Change:
    """From the document `before` and the kind last taken to the stand of `paper`."""

    before: str
    kind: Stance
    paper: PaperStand
    to_kind: Stance


def _changes(stands: Sequence[Stand]) -> list[_Change]:
    """The papers whose stand is another than that of those before."""
    found: list[_Change] = []
    last = leaning = None
    for paper in paper_stands(stands):
        if last is not None and _shifted(leaning, paper):
            kind = (leaning or last).kind or last.kinds[0]
            found.append(_Change(last.document, kind, paper, _to_kind(leaning, paper)))
        last = paper
        if paper.kind is not None:
            leaning = paper
    return found


def _to_kind(before: PaperStand | None, paper: PaperStand) -> Stance:
    """The kind that a change leads to: the condition or support that is new, else the clearest."""
    if before and before.only(-1) and paper.accepts:
        for kind in ("conditional", "support"):
            if kind in paper.kinds:
                return kind
    return paper.kind or paper.kinds[0]


def _shifted(before: PaperStand | None, paper: PaperStand) -> bool:
    """True when the stand is another than in the last paper that took one.

    Precision before recall: a file has many sides, and a paper that supports one and resists
    another has not turned. These papers say so when a stand changes; a vote is a stand too.
    """
    if paper.said_changed:
        return True
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
