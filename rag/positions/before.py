"""Sentences that are not understood by themselves, and the one before that explains them.

Knows: "Ook Nederland kan een dergelijk criterium steunen", "De eerste is onaanvaardbaar". Does not
know: which sentences are told.
"""

from __future__ import annotations

import re

from index.actors import mentions
from rag.leaning import refers
from rag.summaries import cues
from rag.told import Told, told

ARTICLE = len("Het ")  # before the name of the actor with whom a sentence begins
# what another sentence must explain: "Dit compromis ...", "De eerste is onaanvaardbaar"
ORDINAL = re.compile(r"[-•–]?\s*(?:De|Het|Voor de) (?:eerste|tweede|derde|laatste|andere|ander)\b")
# what only the sentence before tells: "sloten zich daarbij aan", "onderschreven dit", "die lijn"
POINTS = re.compile(
    r"\b(?:dat|dit|deze|die|dezelfde|hetzelfde) (?:standpunt|lijn|oproep|wens|zorg|zorgen|mening|"
    r"opvatting|pleidooi|kritiek|vraag|reden|besluit|verzoek|aanbod)\b|"
    r"\b(?:op (?:die|deze) (?:manier|wijze)|in (?:dat|dit) (?:kader|licht))\b|"
    r"(?<!\bof )(?<!\ben )\bdergelijke?\b|"
    r"\b(?:kan|kon|kunnen|konden)\b[^.;,]*\b(?:hier|daar|er)mee\b|"
    # "Waar was opgenomen dat deze vijf dagen mag duren"
    r"^(?:Waar|Gelet op|Gezien|Omdat|Nu|Aangezien|Doordat)\b[^,]*\b(?:deze|dit)\b|"
    r"^(?:[A-Z]\w+ )(?:\w+ )?(?:\w+en|zal|kan|wil|\w+t|\w+de) (?:zij|hij)\b|"
    r"\bslo(?:ot|ten) zich (?:daar|hier)\w* aan\b|"
    r"\b(?:onderschre\w+|deel\w+|steun\w+|bepleit\w+|betwist\w+|voer\w+|vond\w*|nam(?:en)?)\s+"
    r"(?:dit|dat|die|deze|hier|daar)(?=\s*(?:[.;,]|uit\b|niet\b|ook\b|kennis\b|over\.))",
    re.IGNORECASE,
)
TOO = re.compile(r"^(?:Ook|En ook) ")


def leans(text: str) -> bool:
    """True for a sentence that is not understood by itself, the lead of a list included."""
    named = any(one.start <= ARTICLE for one in mentions(text))  # "Malta steunde het register"
    points = ORDINAL.match(text) or POINTS.search(text) or text.rstrip().endswith(":")
    if points:
        return True
    return refers(TOO.sub("", text)) if named else cues.leans(text) or refers(text)


def before(one: Told) -> Told | None:
    """The sentence before one that leans on it; None for one that stands by itself.

    None as well where the sentence before is of another paragraph.
    """
    if one.place == 0 or not leans(one.text):
        return None
    last = told(one.document, one.item)[one.place - 1]
    between = one.document.text[last.span.end : one.span.start]
    return None if "\n" in between.strip(" ") else last


def with_before(one: Told) -> list[Told]:
    """A sentence with those that it leans on, in order: at most two before it."""
    row = [one]
    while len(row) <= 2 and (last := before(row[0])) is not None:
        row.insert(0, last)
    return row
