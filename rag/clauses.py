"""Clauses of a sentence in Dutch or English, coarsely.

Knows: marks and joining words between clauses. Does not know: who speaks, what is said.
"""

from __future__ import annotations

import re
from functools import lru_cache

from index.actors import mentions

_JOINS = (
    r"maar|doch|terwijl|hoewel|omdat|aangezien|want|zodat|mits|tenzij|indien|"
    r"but|while|whereas|although|though|because|provided|unless"
)
_BORDER = re.compile(
    rf"(?<=[.!?])\s+(?=[A-Z])|\s*;\s+|\s+[–—-]\s+|:\s+|,\s+(?=(?:{_JOINS}|en|and|waarbij|which)\b)|\s+(?=(?:{_JOINS})\b)",
    re.IGNORECASE,
)
_JOINED = re.compile(r"\s(?P<join>en|and)\s+(?:(?:de|het|the)\s+)?(?:[a-zë]+e\s+)?$")
_VERB = re.compile(
    r"\b(?:heeft|hebben|had|hadden|is|zijn|was|waren|zal|zullen|zou|wil|willen|kan|kunnen|moet|"
    r"werd|wordt|vindt|steunt|steunde|steunen|pleit|pleitte|stelt|stelde|vraagt|vroeg|geeft|gaf|"
    r"has|have|will|would|can|wants|are|were|supports?|supported|oppose[sd]?|says|said|calls|"
    r"asked|asks|makes|made|gives|gave|holds|held|agrees|agreed)\b",
    re.IGNORECASE,
)


@lru_cache(maxsize=2048)  # each piece of evidence is cut up for each sentence that cites it
def clauses(sentence: str) -> tuple[str, ...]:
    """The clauses of a sentence, in order; "en" parts two when another actor follows a verb."""
    cuts = {(found.start(), found.end()) for found in _BORDER.finditer(sentence)}
    for mention in mentions(sentence):
        joined = _JOINED.search(sentence, max(0, mention.start - 30), mention.start)
        begin = max((end for _, end in cuts if end <= mention.start), default=0)
        if joined and _VERB.search(sentence, begin, joined.start()):
            cuts.add((joined.start(), joined.start("join")))
    pieces, start = [], 0
    for begin, end in sorted(cuts):
        pieces.append(sentence[start : max(begin, start)])
        start = max(start, end)
    pieces.append(sentence[start:])
    return tuple(piece.strip() for piece in pieces if any(c.isalnum() for c in piece))
