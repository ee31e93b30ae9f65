"""How a date is meant: on that day, by it, from it on, in that month; or as one that is off.

Knows: the words before and after a date. Does not know: which date it is (`rag.outcomes.due`).
"""

from __future__ import annotations

import re

from rag.outcomes.nouns import When

_FILL = r"(?:\s+(?:de|het|begin|medio|half|eind|einde|van|maand|op|in|per|uiterlijk|circa))*\s+$"
FROM = re.compile(
    r"\b(?:vanaf|met ingang van|ingaande|per|na|tussen|niet (?:eerder dan|vóór|voor))" + _FILL,
    re.IGNORECASE,
)
BY = re.compile(
    r"\b(?:uiterlijk|vóór|voor|tegen|binnen|niet later dan|ten laatste)" + _FILL, re.IGNORECASE
)
FOR = re.compile(r"\bvoor" + _FILL, re.IGNORECASE)  # "voor juli een debat gepland" is in July
SET_FOR = re.compile(
    r"\b(?:\w*kondig\w*|a?gend\w+|geagendeerd|gepland|plande|voorzien|nodig\w*|uitgenodigd)\b", re.I
)
END = re.compile(r"\beinde van$|\beinde$", re.IGNORECASE)
# "niet in oktober, maar op 8 december": October is off
OFF_BEFORE = re.compile(
    r"\bniet(?: (?:meer|al|langer|reeds|pas))*(?: (?:in|op|per|vanaf|eind|begin|medio|de|het|loop|"
    r"van))*\s+$",
    re.IGNORECASE,
)
OFF_AFTER = re.compile(
    r"^(?:,[^,;:.]*,|,)?[^,;:.]*\b(?:niet|evenmin)\b[^,;:.]*\b(?:haalbaar|door|gehaald|houdbaar|mogelijk|"
    r"realistisch)\b",
    re.IGNORECASE,
)


def is_off(before: str, after: str) -> bool:
    """True for a date that the sentence denies, between the words before and after it."""
    return OFF_BEFORE.search(before) is not None or OFF_AFTER.match(after) is not None


def meant(before: str, written: str, after: str, iso: str) -> When:
    """How the date `iso`, written so between these words of its sentence, is meant."""
    if written.lower().startswith("binnen") or "kwartaal" in written.lower():
        return "by"  # the last month of it is what `iso` names
    if FROM.search(before):
        return "from"
    clause = re.split(r"[;:]", before)[-1] + re.split(r"[,;:]", after)[0]
    appointed = FOR.search(before) and SET_FOR.search(clause) and not END.search(before.rstrip())
    if BY.search(before) and not appointed:
        return "by"
    return "on" if len(iso) == len("2024-06-13") else "in"
