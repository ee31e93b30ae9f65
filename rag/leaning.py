"""Sentences that lean on the one before them: "Meerdere lidstaten onderschreven dit."

Knows: words that point back, and those by which a sentence shows itself what they point at. Does
not know: which sentences are told.
"""

from __future__ import annotations

import re

# "deze Raad", "dit najaar", "dit agendapunt" point at the meeting or at the item: no sentence
_HERE = (
    r"(?!\s+(?:(?:JBZ-)?Raad\w*|voorjaar|najaar|jaar|jaren|maand\w*|week|zomer|agendapunt|"
    r"vergadering|verslag|brief|bijeenkomst|dossier|onderwerp|thema|richtlijn|verordening|"
    r"zitting|ministerieel|geannoteerde|moment)\b)"
)
_OPENS = re.compile(
    rf"\W*(?:(?:Dit|Deze|Dat|Die)\b{_HERE}|(?:Hij|Zij|Ze|Diezelfde|Dezelfde|Beide|Ook|Eveneens|"
    r"(?:Daar|Hier)(?:mee|om|voor|bij|van|naast|toe|over|door|aan|op|in|tegen|uit|onder))\b|"
    r"Het (?:stelde|vroeg|wees|noemde|steunde|wilde|vond|gaf|riep|drong|pleitte|sprak|plande|"
    r"benadrukte|onderstreepte|kondigde|meldde|deelde)\b)"
)
_POINTS = re.compile(
    rf"\W*(?P<before>[^,;:()“\"]{{0,90}}?)\b(?:(?:dit|deze|dat(?=\s*[.,;]))\b{_HERE}|"
    r"(?:hier|daar)(?:mee|bij|voor|aan|over|van|in|op|tegen|toe)\b|"
    r"dergelijke|zulke|diezelfde|dezelfde|hetzelfde)\b"
)
# from here on the sentence itself may have named what it points at
_WITHIN = re.compile(r"\b(?:en|om|dat|die|wat|waar\w*)\b")
_FIRST = 8  # words before a word that points back, with more of which it may point within


def refers(text: str) -> bool:
    """True when a sentence points back at something that it has not named itself."""
    if _OPENS.match(text):
        return True
    found = _POINTS.match(text)
    if found is None:
        return False
    before = found["before"]
    return not _WITHIN.search(before) and len(before.split()) <= _FIRST
