"""Who speaks where no clause of a sentence names a speaker: "wij", "gevraagd werd", "Zoals ...".

Knows: what such a sentence takes from the one before, and from its being a letter. Does not know:
the grammar (`index.clauses`), pronouns (`index.attribution`).
"""

from __future__ import annotations

import re
from collections.abc import Callable

from index.actors import HOME, MEMBER_STATES
from index.tagging import Tagged

Before = Callable[[], tuple[str, ...]]  # who spoke in the sentence before

WE = re.compile(r"\b(?:wij|we|ik|mijn|onze)\b", re.I)
# "Daarbij werd aandacht gevraagd voor ...": by those who spoke before
REPORTED = re.compile(
    r"\b(?:werd|werden)\b[^.;:]*?\b(?:gevraagd|gesteld|benadrukt|gewezen|"
    r"aangegeven|opgeroepen|verzocht|gedeeld|uitgesproken|onderstreept|toegelicht|ingegaan|"
    r"opgemerkt|gepleit|bepleit|verwelkomd|betoogd|gewaarschuwd|aangedrongen|gezegd|genoemd|"
    r"geopperd|gehecht|toegevoegd dat)\b|"
    r"^(?:Toegelicht|Benadrukt|Gesteld|Opgemerkt|Gewezen|Aangegeven|Gevraagd|Betoogd) werd\b"
)
WRITTEN = re.compile(
    r"\b[Ii]n (?:de|het|een|deze|dit) (?:\w+ )?\w*(?:conclusies|paper|voorstel|tekst|verordening|"
    r"richtlijn|verklaring|stuk|rapport|verslag|brief|document|notitie)\b"
)
MATTERS = re.compile(
    r"^(?:Daarvoor|Hiervoor|Daarbij|Hierbij|Daartoe|Hiertoe) (?:is|moet|dient|zou)\b.*"
    r"\b(?:van belang|belangrijk|noodzakelijk|essentieel|nodig|cruciaal|voorop)\b"
)
LEANS = re.compile(
    r"^(?:Bijvoorbeeld|Zoals|Met name|Vooral|Dit met|Dit om|Dit omdat|Dit vanwege|En|Maar)\b"
)
IT = re.compile("H[VX].*[Vtki]")  # in letters of `index.tagging`: "het steunt"
# of whom "het" may speak
NEUTER = frozenset(("NL", "Presidency", "EP", "EPPO", "EUAA"))
CHAMBER_ASKED = re.compile(
    r"^(?:Uw Kamer|De Kamer|De Tweede Kamer) (?:heeft\b.*\b(?:gevraagd|verzocht|opgeroepen)|"
    r"vroeg|vraagt|verzocht|verzoekt|riep|nam)\b"
)
CHAMBER_TOLD = re.compile(
    r"\b(?:[Uu]w|[Dd]e) Kamer\b.*\b(?:geïnformeerd|ontvangen|ontvangt|bericht|toegestuurd|"
    r"toegezonden)\b|"
    r"\b(?:geïnformeerd|toegestuurd|toegezonden|ontvangt)\b.*\b(?:uw|Uw|de) Kamer\b"
)


def implied(
    sentence: str, words: Tagged, before: Before, first_person: str | None
) -> tuple[str, ...]:
    """Who speaks in `sentence`, of which `words` are the words; () is unknown.

    before: asked only where the sentence leans on the one before. first_person: who "wij" is.
    """
    if first_person and WE.search(sentence[:60]):
        return (first_person,)
    if "Kamer" in words.words and CHAMBER_ASKED.match(sentence):
        return ("Tweede Kamer",)
    if "Kamer" in words.words and CHAMBER_TOLD.search(sentence):
        return (HOME,)
    if (
        "werd" in sentence
        and REPORTED.search(sentence)
        and "door" not in words.words
        and not WRITTEN.search(sentence)
    ):
        return before()
    if MATTERS.match(sentence) and len(one := before()) == 1 and one[0] != MEMBER_STATES:
        return one
    if LEANS.match(sentence) and not re.search("[VvXW]", words.shape):
        return before()
    if IT.match(words.shape) and len(one := before()) == 1 and one[0] in NEUTER:
        return one
    return ()
