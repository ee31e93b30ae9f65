"""The stand that one paper tells of an actor: its clearest kind, and what it says in so many words.

Knows: that an abstention outweighs what is said beside it, how assent and refusal of a proposal
are worded. Does not know: other papers (`rag.positions.turns`).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from index.stance import Stance
from rag.positions.kinds import LEANING
from rag.positions.marked import says_changed
from rag.positions.stands import Stand

CAN = re.compile(r"\b(?:kan|kon|kunnen|konden|bereid)\b")
TO_AGREE = re.compile(
    r"\b(?:instemmen|in te stemmen|aanvaarden|accepteren|akkoord gaan|leven met|(?:onder)?steunen|"
    r"meegaan|onderschrijven|vinden in|(?:onder|ge)steund|aanvaard|geaccepteerd|onderschreven)\b"
)
# in so many words, without "can"
AGREES = re.compile(
    r"\b(?:stem(?:t|de|den|men) (?:\w+ ){0,3}(?:in|voor|vóór)|ga(?:at|an) (?:\w+ ){0,3}akkoord|"
    r"ging(?:en)? (?:\w+ ){0,3}akkoord|scha(?:ar|ren)\w* zich (?:\w+ )?achter|voorstander)\b"
)
VOTES_AGAINST = re.compile(r"\btegen (?:te )?stemmen\b|\bstem(?:t|de|den) (?:\w+ )?tegen\b")
NOT = re.compile(r"\b(?:niet|geen|evenmin|nooit)\b(?! (?:alleen|langer|meer|meteen))")
# "kan er niet mee instemmen": of the matter itself, in this order
CANNOT = re.compile(rf"{CAN.pattern}[^.;,]*\b(?:niet|geen)\b[^.;,]*{TO_AGREE.pattern}")
PROPOSAL = re.compile(
    r"\b\w*(?:voorstel|voorstellen|compromis|tekst|akkoord|oriëntatie|verordening|richtlijn)\b"
)


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


def paper_stands(stands: Sequence[Stand], actor: str) -> list[PaperStand]:
    """The stand of each paper, in the order of the sentences (papers are together)."""
    found = []
    for _, group in groupby(stands, key=lambda one: one.told.document.id):
        some = list(group)
        document = some[0].told.document
        kinds = tuple(one.kind for one in some)
        found.append(
            PaperStand(
                document.id,
                document.meeting_dates,
                main_kind(kinds),
                kinds,
                any(says_changed(one, actor) for one in some),
                any(accepts(one.told.text) for one in some if LEANING[one.kind] > 0),
                any(refuses(one.told.text) for one in some if LEANING[one.kind] < 0),
            )
        )
    return found


def accepts(text: str) -> bool:
    """True for "kan instemmen", "is voorstander", whatever the order of the words."""
    return any(_agrees(clause) and not NOT.search(clause) for clause in _clauses(text))


def refuses(text: str) -> bool:
    """True for "kan niet instemmen" and, in any order of words, for a refusal of the proposal.

    That a part of it cannot be supported is no refusal: a file has many parts.
    """
    for clause in _clauses(text):
        denied = _agrees(clause) and NOT.search(clause) and PROPOSAL.search(clause)
        if denied or CANNOT.search(clause) or VOTES_AGAINST.search(clause):
            return True
    return False


def _clauses(text: str) -> list[str]:
    return re.split(r"[.;,]", text)


def _agrees(clause: str) -> bool:
    """True for words of agreeing, denied or not."""
    if VOTES_AGAINST.search(clause):
        return False
    can = CAN.search(clause) and TO_AGREE.search(clause)
    return bool(can or AGREES.search(clause))


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
