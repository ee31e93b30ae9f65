"""The stand that one paper tells of an actor: its clearest kind, and what it says in so many words.

Knows: that an abstention outweighs what is said beside it, how assent and refusal of a proposal
are worded. Does not know: other papers (`rag.positions.turns`).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from index.stance import Stance
from rag.positions.agreeing import accepts, refuses
from rag.positions.kinds import LEANING
from rag.positions.marked import says_changed
from rag.positions.stands import Stand
from rag.positions.verdict import conclusion


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

    @property
    def sides(self) -> frozenset[int]:
        """To which sides its sentences lean: 1 for, -1 against."""
        return frozenset(1 if LEANING[kind] > 0 else -1 for kind in self.kinds if LEANING[kind])


def paper_stands(stands: Sequence[Stand], actor: str) -> list[PaperStand]:
    """The stand of each paper, in the order of the sentences (papers are together).

    None of a paper that only tells what was held before it.
    """
    found = []
    for _, group in groupby(stands, key=lambda one: one.told.document.id):
        every = list(group)
        turned = any(says_changed(one, actor) for one in every)
        some = [one for one in every if not one.earlier] or (every if turned else [])
        if not some:
            continue
        document = some[0].told.document
        kinds = tuple(one.kind for one in some)
        found.append(
            PaperStand(
                document.id,
                document.meeting_dates,
                _concluded(some) or main_kind(kinds),
                kinds,
                turned,
                any(accepts(one.told.text) for one in some if LEANING[one.kind] > 0),
                any(refuses(one.told.text) for one in some if LEANING[one.kind] < 0),
            )
        )
    return found


def _concluded(some: Sequence[Stand]) -> Stance | None:
    """The kind of the sentence in which a paper concludes; None without one."""
    if any(one.kind == "abstention" for one in some):
        return "abstention"
    at = conclusion([(one.told.text, one.kind) for one in some])
    return None if at is None else some[at].kind


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
