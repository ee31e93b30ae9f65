"""Actors that a sentence only speaks of: "het initiatief van de Commissie" in the words of another.

Knows: that who stands after a preposition is spoken of where somebody else speaks, that "tussen"
makes parties and no speakers. Does not know: stands, topics.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from index.actors import Mention, mentions

# between the names of a row; ", en de Commissie" begins a clause
ROW = re.compile(r"\s*(?:,|\b(?:en|of|alsmede|alsook)\b(?: ook)?)\s*(?:de |het )?")
AFTER = re.compile(
    r"\b(?P<with>van|tussen|met|aan|bij|naar|over|tegen|in|uit|voor|richting|jegens|tot)\s+"
    r"(?:de |het )?(?:\w+e )?$",
    re.I,
)
# what is theirs, or said together with them, is theirs to tell
THEIRS = re.compile(
    r"\b(?:standpunt|inzet|positie|oordeel|mening|opvatting|zijde|kant|oproep|pleidooi|vraag|vragen|"
    r"verzoek|bezwaar|bezwaren|voorbehoud|zorg|zorgen|steun|wens|lijn|reactie|verklaring|namens|"
    r"deelname) van (?:de |het )?(?:\w+e )?$|"
    r"\b(?:samen|tezamen|gezamenlijk|evenals|net als|samenspraak|eens|voor wat) (?:met )?"
    r"(?:de |het )?$",
    re.I,
)
PARTIES = "tussen"


def only_spoken_of(text: str, actor: str, speaking: Sequence[str]) -> bool:
    """True when the sentence names the actor, and each time as somebody another speaks of.

    speaking: whose words the sentence is said to report, the actor among them.
    """
    named = mentions(text)
    own = [one for one in named if one.actor == actor]
    if not own:
        return False
    parties = [_is_object(text, one, named) == PARTIES for one in own]
    if all(parties):
        return True
    if not all(_is_object(text, one, named) for one in own):
        return False
    return any(
        one.actor in speaking and not _is_object(text, one, named)
        for one in named
        if one.actor != actor
    )


def _is_object(text: str, mention: Mention, named: Sequence[Mention]) -> str:
    """The preposition before the row of names that holds this one; empty for none that counts."""
    start = mention.start
    for other in reversed([one for one in named if one.end <= mention.start]):
        if not ROW.fullmatch(text[other.end : start]):
            break
        start = other.start
    before = text[:start]
    found = AFTER.search(before)
    if found is None or THEIRS.search(before):
        return ""
    return found["with"].casefold()
