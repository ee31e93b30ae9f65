"""Assent to a proposal and refusal of it, in so many words and in any order of them.

Knows: "kan instemmen", "kan er niet mee instemmen". Does not know: who speaks, papers.
"""

from __future__ import annotations

import re

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
