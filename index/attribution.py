"""Whose words a sentence reports: the speakers of its main clauses, or unknown.

Knows: what a sentence takes from the one before (pronouns, "beide landen", passives, fragments)
and from its paper ("wij" in a letter, discussion questions). Does not guess: what does not fit
is unknown. Does not know: the grammar (`index.clauses`), what kind of statement it is
(`index.statements`).
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from index.actors import MEMBER_STATES, UNKNOWN
from index.clauses import Said, said
from index.nouns import AgendaItem, Document, Span
from index.offices import office_holders
from index.outline import LETTER_SECTION
from index.sentences import sentences, without_call
from index.tagging import Tagged, tagged

WE = re.compile(r"\b(?:wij|we|ik|mijn|onze)\b", re.I)
LONGEST_SENTENCE = 3000  # characters; what is longer is a list or a table, and says nothing
THOSE = re.compile(
    r"^\W*(?:(?:ook|daarnaast \w+|verder \w+|daarop \w+)\s+)?"
    r"(?P<many>beide|deze|die|diezelfde) (?:landen|lidstaten|staten|delegaties|ministers)\b|"
    r"^\W*(?P<one>dit land|het land|deze lidstaat|die lidstaat)\b",
    re.I,
)
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
# of whom "het" may speak
NEUTER = frozenset(("NL", "Presidency", "EP", "EPPO", "EUAA"))
PLURAL = re.compile(r"\b(?:\w+en|zijn|doen|gaan|staan|zien)$")
CHAMBER_ASKED = re.compile(
    r"^(?:Uw Kamer|De Kamer|De Tweede Kamer) (?:heeft\b.*\b(?:gevraagd|verzocht|opgeroepen)|"
    r"vroeg|vraagt|verzocht|verzoekt|riep|nam)\b"
)
CHAMBER_TOLD = re.compile(
    r"\b(?:[Uu]w|[Dd]e) Kamer\b.*\b(?:geïnformeerd|ontvangen|ontvangt|bericht|toegestuurd|"
    r"toegezonden)\b|"
    r"\b(?:geïnformeerd|toegestuurd|toegezonden|ontvangt)\b.*\b(?:uw|Uw|de) Kamer\b"
)


def spoken(document: Document, item: AgendaItem) -> list[tuple[Span, tuple[str, ...]]]:
    """Each sentence of an item with the actors whose words it reports; pronouns follow on.

    In a letter "wij" is the Dutch government; a question in a report or an agenda is one that
    the Presidency put to the ministers.
    """
    letter = document.kind == "brief" or item.section == LETTER_SECTION
    heard: list[tuple[Span, tuple[str, ...]]] = []
    before: tuple[str, ...] = ()
    opened = False  # the sentence before ends in a colon, or is itself a line of such a list
    body, start = item.span.of(document.text), item.span.start
    people = office_holders(document.text)
    for inside in sentences(body):
        span = _without_calls(document.text, item, Span(start + inside.start, start + inside.end))
        text = span.of(document.text)
        who = speakers(text, before, "NL" if letter else None, people)
        if not who and text.endswith("?") and not letter and document.kind != "overig":
            who = ("Presidency",)
        if not who and opened and before:
            who = before
        opened = text.endswith(":") or (opened and text.endswith((";", ",")))
        before = who
        heard.append((span, who))
    return heard


def _without_calls(text: str, item: AgendaItem, span: Span) -> Span:
    """The sentence without the call that it begins with, of a note whose call was not found."""
    for note in item.notes if text[span.start].isdigit() else ():
        before = [n.call for n in item.notes if n.number < note.number and n.call is not None]
        after = [n.call for n in item.notes if n.number > note.number and n.call is not None]
        between = max(before, default=0) <= span.start <= min(after, default=span.start)
        if note.call is None and between:
            span = without_call(text, span, note.number)
    return span


def speakers(
    sentence: str,
    before: tuple[str, ...] = (),
    first_person: str | None = None,
    people: Mapping[str, str] | None = None,
) -> tuple[str, ...]:
    """The actors whose statement or act `sentence` reports, most specific first; () is unknown.

    before: the speakers of the sentence before, for pronouns. first_person: who "wij" is, in a
    letter. people: names of ministers and the states that the paper says they are of.
    """
    if len(sentence) > LONGEST_SENTENCE:
        return ()
    words = tagged(sentence, people)
    those = THOSE.match(sentence)
    if those:
        many = len(before) > 1 or MEMBER_STATES in before
        return before if before and bool(those["many"]) == many else ()
    who: list[str] = []
    for part in said(words):
        who += _meant(words, part, before) if part.pronoun else part.actors
    if not who:
        who += _implied(sentence, words, before, first_person)
    named = sorted(dict.fromkeys(who), key=lambda actor: actor == MEMBER_STATES)
    return tuple(named)


def actor_value(who: tuple[str, ...]) -> str:
    """The actors of a statement as one JSON value: several are separated by "; "."""
    return "; ".join(who) or UNKNOWN


def _meant(words: Tagged, part: Said, before: tuple[str, ...]) -> tuple[str, ...]:
    """Whom "hij" or "zij" means: the verb's number must fit those who spoke before."""
    verb = next(
        (
            words.words[at]
            for at in range(part.start, len(words.shape))
            if words.shape[at] in "VvXW"
        ),
        None,
    )
    several = len(before) > 1 or MEMBER_STATES in before
    if verb is None or not before:
        return before if verb is not None or words.shape[:1] == "R" else ()
    if PLURAL.search(verb):
        return before if several and re.search("[VtkN]", words.shape) else ()
    return before if not several else before[:1] if before[0] != MEMBER_STATES else ()


def _implied(
    sentence: str, words: Tagged, before: tuple[str, ...], first_person: str | None
) -> tuple[str, ...]:
    """Who speaks where no clause names a speaker."""
    if first_person and WE.search(sentence[:60]):
        return (first_person,)
    if "Kamer" in words.words and CHAMBER_ASKED.match(sentence):
        return ("Tweede Kamer",)
    if "Kamer" in words.words and CHAMBER_TOLD.search(sentence):
        return ("NL",)
    if not before:
        return ()
    if (
        "werd" in sentence
        and REPORTED.search(sentence)
        and "door" not in words.words
        and not WRITTEN.search(sentence)
    ):
        return before
    if len(before) == 1 and before[0] != MEMBER_STATES and MATTERS.match(sentence):
        return before
    if LEANS.match(sentence) and not re.search("[VvXW]", words.shape):
        return before
    if len(before) == 1 and re.match(r"^H[VX].*[Vtki]", words.shape) and before[0] in NEUTER:
        return before
    return ()
