"""How many, how much, of what unit, and when: small words that turn a true sentence into a lie.

Knows: words for all and some, more and less, only, money and time, past and future, in Dutch and
English. Does not know: evidence. Each is a set of signs that a sentence claims and a text proves.
"""

from __future__ import annotations

import re
from functools import lru_cache

from rag.number_words import NUMBERS, PROOF_ONLY, SCALES

_ANY = re.IGNORECASE
_GROUPS: dict[str, str] = {
    "nearly all": r"(?:vrijwel|bijna|nagenoeg|nearly|almost|virtually) (?:alle|all)",
    "most": r"(?:(?:een |grote |ruime |a |large |the )*(?:meerderheid|merendeel|majority)|"
    r"de meeste|most)",
    "all": r"(?:alle|elke|iedere|ieder|all|every|each)",
    "many": r"(?:veel|vele|tal van|many|numerous)",
    "none": r"(?:geen(?: enkele)?|geen van|no|none of)",
    "some": r"(?:enkele|sommige|een aantal|meerdere|verschillende|verscheidene|diverse|een paar|"
    r"een groep|some|several|a number|a few|various|certain|different|a group)",
    "one": r"(?:één|eén|een|one|a)",
}
_OF = r"(?:\s+(?:van|of|de|het|the|other|andere|overige|eu|eu-|\d+|twintig|deelnemende)){0,4}"
_GROUP = re.compile(
    r"(?:\b(?:"
    + "|".join(f"(?P<g{i}>{q})" for i, q in enumerate(_GROUPS.values()))
    + rf"){_OF}\s+)?"
    r"(?:EU-)?(?P<head>lidstaten|lidstaat|delegaties|member\s+states?|delegations)\b",
    _ANY,
)
# what a word for a part of a group proves besides itself
_FOLLOW = {
    "all": {"most", "many", "generic"},
    "nearly all": {"most", "many"},
    "most": {"many"},
    "generic": set(),
}
_SIGNS: dict[str, re.Pattern[str]] = {
    "all": re.compile(
        r"(?<!at )(?<!above )(?<!after )(?<!of )\b(?:alle|allemaal|elke?|ieder|iedere|unaniem|"
        r"eenstemmig|altijd|all|every|each|unanimous\w*|always)\b",
        _ANY,
    ),
    "only": re.compile(
        r"(?<!niet )(?<!not )\b(?:alleen|enkel|uitsluitend|slechts|only|solely|exclusively|"
        r"merely)\b",
        _ANY,
    ),
    "more": re.compile(
        r"\b(?:meer|hoger\w*|sti?[je]{1,2}g\w*|toe(?:name|nam\w*|neemt|genomen)|groei\w*|gegroeid|"
        r"ten minste|minstens|minimaal|ruim|more|higher|increas\w*|r[io]se[sn]?|rising|gr[eo]w\w*|"
        r"above|at least|verhog\w*|verhoogd)\b",
        _ANY,
    ),
    "less": re.compile(
        r"\b(?:minder|lager\w*|da(?:al|len)\w*|gedaald|af(?:name|nam\w*|neemt|genomen)|krimp\w*|"
        r"hoogstens|maximaal|ten hoogste|less|fewer|lower|decreas\w*|f[ae]ll\w*|drop\w*|"
        r"declin\w*|reduc\w*|below|at most|verlaag\w*|beneden|nog geen|onder de(?= \d)|"
        r"neemt\b.*\baf|nam(?:en)?\b.*\baf)\b",
        _ANY,
    ),
}
# what a sentence with "only" may rest on
_LIMIT = re.compile(
    r"\b(?:alleen|enkel|uitsluitend|slechts|beperk\w*|mits|pas|voorwaarde\w*|zolang|tenzij|maximaal|"
    r"only|solely|exclusively|merely|limit\w*|provided|unless)\b",
    _ANY,
)
_UNITS: dict[str, str] = {
    "euro": r"euro'?s?|eur|€",
    "dollar": r"dollars?|usd|\$",
    "pound": r"pond(?:en)?|pounds?|gbp|£",
    "year": r"jaar|jaren|years?",
    "month": r"maand(?:en)?|months?",
    "week": r"weken|week|weeks",
    "day": r"dag(?:en)?|days?",
    "hour": r"uur|uren|hours?",
    "minute": r"minuut|minuten|minutes?",
}
_COUNT = (
    r"(?:\d[\d.,]*|"
    + "|".join(sorted({*NUMBERS["nl"], *NUMBERS["en"], *PROOF_ONLY, "een"}, key=len, reverse=True))
    + r")"
    rf"(?:[\s-]*(?:{'|'.join(sorted(SCALES, key=len, reverse=True))}))?"
)
_MONEY = ("euro", "dollar", "pound")
_UNIT = {
    unit: re.compile(
        rf"(?<!\w)(?:{word})(?!\w)|(?:{word})\s*\d"
        if unit in _MONEY
        else rf"\b{_COUNT}[\s-]*(?:{word})(?!\w)",
        _ANY,
    )
    for unit, word in _UNITS.items()
}


@lru_cache(maxsize=2048)
def groups(text: str) -> frozenset[str]:
    """Which part of the member states a text speaks of: "all", "some", "generic" ..."""
    found = set()
    for match in _GROUP.finditer(text):
        names = list(_GROUPS)
        named = next((name for i, name in enumerate(names) if match[f"g{i}"]), None)
        if named is None:
            before = text[: match.start()].rstrip()
            counted = re.search(rf"(?:{_COUNT})$", before, _ANY)
            named = "counted" if counted else "generic"
        found.add(named)
    return frozenset(found)


def unproved_group(claimed: str, proving: list[str]) -> str | None:
    """A part of the member states that a sentence speaks of and no text does; None when none."""
    said = {group for text in proving for group in groups(text)}
    follow = said.union(*(_FOLLOW.get(group, set()) for group in said))
    if said - {"some", "one", "none"}:
        follow.add("generic")  # "17 member states" are member states; "some" are not all
    missing = groups(claimed) - follow - {"counted"}
    return min(missing, default=None)


def unproved_sign(claimed: str, proving: list[str], with_number: bool) -> str | None:
    """A word such as "all", "only", "more" that a sentence has and no text proves."""
    whole = "\n".join(proving)
    for name in ("all", "only"):
        proof = _LIMIT if name == "only" else _SIGNS[name]
        if _SIGNS[name].search(claimed) and not proof.search(whole):
            return name
    for name, other in (("more", "less"), ("less", "more")):
        if not _SIGNS[name].search(claimed) or _SIGNS[name].search(whole):
            continue
        if with_number or _SIGNS[other].search(whole):
            return name
    return None


def unproved_unit(claimed: str, proving: list[str]) -> str | None:
    """A unit of money or time that a sentence counts in and no text does."""
    whole = "\n".join(proving)
    return next(
        (unit for unit, p in _UNIT.items() if p.search(claimed) and not p.search(whole)), None
    )
