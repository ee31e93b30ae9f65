"""What the reader is told around the statements, in Dutch and in English.

Knows: words. Does not know: when they are said.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from index.actors import actors
from index.counted import filled
from index.dates import MONTHS
from index.nouns import Document, Kind
from rag.nouns import Language, Voice

if TYPE_CHECKING:
    from index.stance import Stance

KINDS: dict[Language, dict[Kind, str]] = {
    "nl": {
        "verslag": "verslag",
        "geannoteerde agenda": "geannoteerde agenda",
        "brief": "brief",
        "overig": "stuk",
    },
    "en": {
        "verslag": "report",
        "geannoteerde agenda": "annotated agenda",
        "brief": "letter",
        "overig": "paper",
    },
}
FORMALITIES: dict[Language, dict[str, str]] = {
    "nl": {"informeel": "informele", "extra": "extra"},
    "en": {"informeel": "informal", "extra": "extraordinary"},
}
STANCES: dict[Language, dict[Stance, str]] = {
    "nl": {
        "support": "steun",
        "conditional": "steun onder voorwaarde",
        "reservation": "voorbehoud",
        "opposition": "tegen",
        "abstention": "onthouding",
        "question": "vraag",
        "call": "oproep",
        "announcement": "aankondiging",
        "fact": "",
    },
    "en": {
        "support": "support",
        "conditional": "conditional support",
        "reservation": "reservation",
        "opposition": "opposed",
        "abstention": "abstained",
        "question": "question",
        "call": "call",
        "announcement": "announcement",
        "fact": "",
    },
}
SAID: dict[str, dict[Language, str]] = {
    "empty": {
        "nl": "De bibliotheek is leeg; voeg eerst stukken toe.",
        "en": "The library is empty; add papers first.",
    },
    "places": {
        "nl": "{count} [stuk|stukken], van {first} tot {last}",
        "en": "{count} [paper|papers], from {first} to {last}",
    },
    "papers": {"nl": "{count} [stuk|stukken]", "en": "{count} [paper|papers]"},
    "nothing": {
        "nl": "De stukken in deze bibliotheek geven hierop geen antwoord.",
        "en": "The papers in this library do not answer this.",
    },
    "nearest": {"nl": "Het dichtst in de buurt: {items}.", "en": "Nearest to it: {items}."},
    "holds": {
        "nl": "De bibliotheek bevat {count} [stuk|stukken], van {first} tot {last}.",
        "en": "The library holds {count} [paper|papers], from {first} to {last}.",
    },
    "filtered": {"nl": "Er is gezocht binnen: {filters}.", "en": "Searched within: {filters}."},
    "third": {
        "nl": "De vraag is in een andere taal gesteld; het antwoord is in het Engels.",
        "en": "The question is in another language; it is answered in English. "
        "The quotes are in Dutch.",
    },
    "extracts": {
        "nl": "Letterlijke citaten, gekozen zonder taalmodel.",
        "en": "Verbatim quotes (in Dutch), chosen without a language model.",
    },
    "written": {
        "nl": "Geschreven door een taalmodel ({writer}); elke bronvermelding is nagegaan.",
        "en": "Written by a language model ({writer}); every citation has been checked.",
    },
    "repaired": {
        "nl": "{count} [zin|zinnen] van het model [klopte|klopten] niet met de bron; in plaats "
        "daarvan staat er de bronzin zelf.",
        "en": "{count} [sentence|sentences] of the model did not agree with [its|their] source; "
        "the sentence of the source itself stands there instead.",
    },
    "dropped": {
        "nl": "{count} [zin|zinnen] van het model [is|zijn] geschrapt omdat het bewijs ontbrak.",
        "en": "{count} [sentence|sentences] of the model [was|were] dropped because [it|they] "
        "could not be proved.",
    },
    "fallback": {
        "nl": "Het taalmodel leverde niets op dat te bewijzen was; daarom letterlijke citaten.",
        "en": "The language model gave nothing that could be proved; verbatim quotes instead.",
    },
    "failed": {
        "nl": "Het taalmodel is niet bereikt ({why}); daarom letterlijke citaten.",
        "en": "The language model could not be used ({why}); verbatim quotes instead.",
    },
    "foreign": {
        "nl": "Het taalmodel antwoordde in een andere taal; daarom letterlijke citaten.",
        "en": "The language model answered in another language; verbatim quotes instead.",
    },
    "stopped": {
        "nl": "Het taalmodel is gestopt voordat iets te bewijzen was; daarom letterlijke citaten.",
        "en": "The language model was stopped before anything was proved; verbatim quotes instead.",
    },
    "refused": {
        "nl": "Het taalmodel ({writer}) vond in de gevonden stukken geen antwoord.",
        "en": "The language model ({writer}) found no answer in the papers that were found.",
    },
    "later_than": {"nl": "na {month}", "en": "after {month}"},
    "from_then": {"nl": "vanaf {month}", "en": "from {month}"},
    "inherited": {"nl": "uit de vorige vraag:", "en": "from the question before:"},
    "meetings": {"nl": "{count} [vergadering|vergaderingen]", "en": "{count} [meeting|meetings]"},
    "missing_meeting": {
        "nl": "{meeting} (niet in deze bibliotheek)",
        "en": "{meeting} (not in this library)",
    },
    "development": {"nl": "ontwikkeling in de tijd", "en": "development over time"},
    "comparison": {"nl": "vergelijking", "en": "comparison"},
    "not_said": {
        "nl": "Over dit onderwerp ({item}) komt {who} niet aan het woord; wel: {others}.",
        "en": "On this subject ({item}) the paper is silent on {who}; it reports: {others}.",
    },
    "unknown_word": {
        "nl": "De stukken kennen geen woord dat op “{word}” lijkt",
        "en": "The papers have no word like “{word}”",
    },
    "expected": {
        "nl": "Een geannoteerde agenda geeft de inzet vooraf, niet de uitkomst.",
        "en": "An annotated agenda gives the intention beforehand, not the outcome.",
    },
}


def say(phrase: str, language: Language, **values: object) -> str:
    """A phrase in a language with its values filled in."""
    return filled(SAID[phrase][language], **values)


def month_name(month: int, language: Language) -> str:
    """ "juni" or "June"."""
    names = [name for name, number in MONTHS.items() if number == month]
    return names[0] if language == "nl" else names[-1].capitalize()


def days(dates: Sequence[str], language: Language) -> str:
    """ISO dates of a meeting as people write them: "13-14 juni 2024"."""
    if not dates:
        return ""
    first, last = date.fromisoformat(dates[0]), date.fromisoformat(dates[-1])
    end = f"{last.day} {month_name(last.month, language)} {last.year}"
    if first == last:
        return end
    if first.month == last.month:
        return f"{first.day}-{end}"
    return f"{first.day} {month_name(first.month, language)} - {end}"


def months(first: str, last: str, language: Language) -> str:
    """ISO months as people write them: "2024", "juni 2024", "januari-juni 2024"."""
    (year, one), (until, other) = (first[:7].split("-"), last[:7].split("-"))
    if year == until and (one, other) == ("01", "12"):
        return year
    names = [month_name(int(month), language) for month in (one, other)]
    if year != until:
        return f"{names[0]} {year} - {names[1]} {until}"
    return f"{names[0]} {year}" if one == other else f"{names[0]}-{names[1]} {year}"


def council_name(formality: str | None, language: Language) -> str:
    """ "JBZ-Raad", "informal JHA Council"."""
    council = "JBZ-Raad" if language == "nl" else "JHA Council"
    said = FORMALITIES[language].get(formality or "", "")
    return f"{said} {council}" if said else council


def meeting_name(document: Document, language: Language) -> str:
    """ "JBZ-Raad 13-14 juni 2024" or, for a letter, "brief van 14 november 2023"."""
    if document.meeting_dates:
        council = council_name(None, language)
        return f"{council} {days(document.meeting_dates, language)}"
    kind = KINDS[language][document.kind]
    if document.letter_date:
        of = "van" if language == "nl" else "of"
        return f"{kind} {of} {days((document.letter_date,), language)}"
    return f"{kind} {document.id}"


def actor_name(value: str, language: Language) -> str:
    """The readable name of an actor value, several joined by commas; empty for unknown."""
    names = [
        actors()[one].name(language)
        for one in value.split("; ")
        if one in actors() and one != "unknown"
    ]
    return ", ".join(names)


def voice_name(voice: Voice, language: Language) -> str:
    """ "Nederland: voorbehoud"; a plain fact is only the actor's; empty for unknown."""
    name, kind = actor_name(voice.actor, language), STANCES[language][voice.stance]
    return f"{name}: {kind}" if name and kind else name
