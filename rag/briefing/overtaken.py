"""Plans that later papers have left behind: an agreement expected then, its implementation now.

Knows: that an undated step is of its own months, that a promise to parliament outlasts them. Does
not know: how plans are found (`rag.briefing.due`).
"""

from __future__ import annotations

import re
from datetime import date

from index.nouns import Document
from rag.briefing.material import Material
from rag.evidence import day_of

FRESH = 120  # days in which what nobody dated may still be to come
# an agreement or a decision that is waited for
AWAITED = re.compile(
    r"\b\w*(?:akkoord|onderhandel\w*|triloog|trilogen|oriëntatie|mandaat|aanneming|aanname|"
    r"aannemen|aangenomen|vaststell\w*|afronden|afronding|afgerond|besluitvorming|"
    r"overeenstemming|stemming)\b",
    re.I,
)
# what there is only after the agreement
AFTER = re.compile(
    r"\b(?:implementatie\w*|implementeren|inwerkingtreding|in werking (?:getreden|treedt)|"
    r"uitvoeringsplan\w*|omzetting\w*|omgezet)\b|"
    r"\b(?:is|zijn|werd|werden|heeft|hebben)\b[^.;,]*\b(?:aangenomen|vastgesteld|bekrachtigd|"
    r"ondertekend|akkoord (?:bereikt|gegaan)|afgerond|gepubliceerd in het Publicatieblad)\b",
    re.I,
)


def stale(document: Document, material: Material) -> bool:
    """True for a paper that lies more than FRESH days before the newest on the topic."""
    said, newest = day_of(document), day_of(material.newest)
    if not said or not newest:
        return False
    return (date.fromisoformat(newest) - date.fromisoformat(said)).days > FRESH


def done_since(text: str, document: Document, material: Material) -> bool:
    """True for an agreement awaited in a paper where a newer one tells what comes after it.

    text: the sentence that awaits it. The newer paper must tell so in an item on the topic itself.
    """
    if not AWAITED.search(text):
        return False
    said = day_of(document)
    return any(
        day_of(told.document) > said
        and material.is_core(told.document.id, told.item.path)
        and AFTER.search(told.text) is not None
        for told in material.sentences
    )
