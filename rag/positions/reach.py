"""Whose words a sentence goes on with that has no speaker of its own.

Knows: "Ook benoemde zij ..." after the Commission's words, "Het plande ..." after the Presidency's,
"Ook gaven zij aan ..." after those of several. Does not know: stands, topics. Precision before
recall: only within a paragraph, only pronouns that can mean nobody else.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from index.actors import mentions
from rag.told import Told

LEADS = (
    r"Ook|Tegelijkertijd|Tegelijk|Daarbij|Daarnaast|Daartoe|Daarom|Daarop|Verder|Voorts|Tevens|"
    r"Tot slot|Ten slotte|Vervolgens|Hierbij|Hierop|Hiertoe|Wel|Eveneens|Bovendien|Echter|Zo|"
    r"Voor het overige|In dat kader|In dit kader|Met het oog hierop|Volgens"
)
# the verb stands before the pronoun, or right after it at the beginning
PRONOUN = re.compile(
    rf"^(?:(?:{LEADS})\b[^,.;:]{{0,30}}? ?(?P<verb>\w+) (?P<who>zij|ze|hij|het)\b|"
    r"(?P<first>Zij|Ze|Hij) (?P<second>[a-z]+)\b|"
    # "Het plande daarvoor een triloog", not "Het beoogde akkoord"
    r"(?P<it>Het) (?P<third>[a-z]+(?:t|de|te)) (?=(?:de|het|een|om|op|in|aan|voor|met|dat|zich|ook|"
    r"nog|er|alle|tot|uit|over|naar|vast|daar\w*|hier\w*)\b))"
)
# "het" with these is mostly nobody: "het is van belang", "het gaat om", "het bleek"
NOBODY = re.compile(
    r"^(?:is|was|zijn|waren|gaat|ging|betreft|betrof|blijft|bleef|blijkt|bleek|wordt|werd|worden|"
    r"werden|kan|kon|kunnen|konden|moet|moest|dient|diende|mag|mocht|zou|lijkt|leek|staat|stond|"
    r"komt|kwam|heeft|had|hoort|valt|viel|ligt|lag|gold|geldt|betekent|betekende|vereist|met|uit|"
    r"niet|dat)$"
)
REACH = 2  # sentences over which a pronoun may reach back
NEUTER = frozenset({"Presidency"})
CABINET = re.compile(r"\b(?:[Kk]abinet)\b")
GROUP = re.compile(r"\b(?:lidstaten|landen|delegaties|ministers)\b")
PERSON = re.compile(
    r"\b(?:minister|staatssecretaris|bewindspersoon|Eurocommissaris|commissaris|voorzitter|"
    r"directeur|coördinator|hoofdaanklager)\b",
    re.I,
)


def _near(before: Told, one: Told) -> bool:
    """True when they stand in one paragraph, with at most a sentence between that names nobody."""
    between = one.document.text[before.span.end : one.span.start]
    if not 0 < one.place - before.place <= REACH or "\n" in between:
        return False
    return not (mentions(between) or GROUP.search(between) or PERSON.search(between))


def goes_on(one: Told, before: Told, speaking: Sequence[str]) -> bool:
    """True when the sentence has a pronoun for those speaking in one shortly before it.

    speaking: whose words `before` reports, itself perhaps by a pronoun.
    """
    found = PRONOUN.match(one.text)
    if found is None or one.actors or not speaking or not _near(before, one):
        return False
    who, verb = _pronoun(found)
    if who == "het":
        return _neuter(before, speaking) and not NOBODY.match(verb)
    if verb.endswith("en") and who != "hij":
        return len(speaking) > 1 or GROUP.search(before.text) is not None
    return len(speaking) == 1 and (speaking[0] == "Commission" or _person(before, who))


def _pronoun(found: re.Match[str]) -> tuple[str, str]:
    """The pronoun in small letters and its verb."""
    who = found["who"] or found["first"] or found["it"]
    return who.casefold(), found["verb"] or found["second"] or found["third"]


def _neuter(before: Told, speaking: Sequence[str]) -> bool:
    """True for the Presidency, the cabinet, or a country that is named as such."""
    if len(speaking) != 1:
        return False
    return speaking[0] in NEUTER or (speaking[0] == "NL" and bool(CABINET.search(before.text)))


def _person(before: Told, who: str) -> bool:
    """True when the one speaking is a single person, or itself spoken of as "zij" or "hij"."""
    again = PRONOUN.match(before.text)
    if again is not None:
        return _pronoun(again)[0] in (who, "ze")
    people = PERSON.findall(before.text)
    return len(people) == 1 and len({m.actor for m in mentions(before.text)}) <= 1
