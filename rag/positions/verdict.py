"""The sentence in which a paper concludes where an actor stands: never the one that is left out.

Knows: "komt tot de conclusie", "kan niet instemmen", that what was held before is no conclusion.
Does not know: papers over time (`rag.positions.turns`), what is shown.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from index.stance import Stance
from rag.positions.agreeing import accepts, refuses
from rag.positions.kinds import LEANING

CONCLUDES = re.compile(
    r"\b(?:tot de (?:slotsom|conclusie)|concludeert (?:Nederland|het kabinet|de regering)|"
    r"(?:Nederland|het kabinet|de regering) concludeert|"
    r"(?:al|alles|al het|het|dit alles|alle\w*) (?:(?:het )?(?:voorgaande|bovenstaande|"
    r"vorenstaande) )?(?:in ogenschouw|in aanmerking|in overweging|overwegende?|afwegende?|"
    r"afgewogen)|gelet op het (?:voorgaande|bovenstaande)|per saldo|al met al|alles bijeen|"
    r"om (?:die|deze) reden(?:en)?|derhalve|eindoordeel|"
    r"(?:dat|dit) betekent dat (?:Nederland|het kabinet))\b",
    re.I,
)
# what it is agreed to: the file itself, and not one of its parts
MATTER = re.compile(
    r"\b\w*(?:voorstel|voorstellen|compromis|tekst|akkoord|oriëntatie|verordening|richtlijn|"
    r"besluit|besluiten|conclusies|mandaat|toetreding|pakket|ontwerp|verdrag|overeenkomst)\b|"
    r"\b(?:daar|er)mee\b"
)
VOTES = re.compile(
    r"\b(?:zal|zullen|is voornemens|is van plan)\b[^.;,]*\b(?:instemmen|voor stemmen|tegen stemmen|"
    r"in te stemmen|voor te stemmen|tegen te stemmen|onthouden)\b|\bonthield zich\b|"
    r"\bstemde(?:n)? (?:in|voor|tegen)\b"
)
CONCLUDING = 2  # from which a sentence is the conclusion, and not merely worded as one


def concluding(text: str, kind: Stance) -> int:
    """How much a sentence of this kind concludes: 0 not at all, to 3, a verdict worded as such."""
    if not LEANING[kind]:
        return 0
    verdict = VOTES.search(text) or (MATTER.search(text) and (accepts(text) or refuses(text)))
    return CONCLUDING * bool(verdict) + bool(CONCLUDES.search(text))


def conclusion(said: Sequence[tuple[str, Stance]]) -> int | None:
    """Which of a paper's sentences, in order, concludes most; of equal ones the last, else None."""
    ranked = [(concluding(text, kind), at) for at, (text, kind) in enumerate(said)]
    best = max(ranked, default=(0, 0))
    return best[1] if best[0] >= CONCLUDING else None
