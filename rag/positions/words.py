"""What is said around positions over time, in Dutch and in English.

Knows: words. Does not know: when they are said.
"""

from __future__ import annotations

from collections.abc import Sequence

from index.nouns import Document
from index.stance import Stance
from rag.nouns import Language
from rag.overviews import Step, Turn
from rag.phrases import KINDS, STANCES, meeting_name

FACT: dict[Language, str] = {"nl": "mededeling", "en": "statement of fact"}
TURNS: dict[Language, dict[Turn, str]] = {
    "nl": {
        "first": "eerste standpunt",
        "same": "ongewijzigd",
        "changed": "gewijzigd",
        "unclear": "",
    },
    "en": {"first": "first stand", "same": "unchanged", "changed": "changed", "unclear": ""},
}
SAID: dict[str, dict[Language, str]] = {
    "shift": {
        "nl": "{actor}: van {one} naar {other}.",
        "en": "{actor}: from {one} to {other}.",
    },
    "moved": {
        "nl": "{actor}: het standpunt verschuift, maar blijft: {one}.",
        "en": "{actor}: the position moves, but remains: {one}.",
    },
    "silent": {
        "nl": "{paper} bespreekt dit onderwerp, maar meldt niets van {actor}.",
        "en": "{paper} discusses this subject, but tells nothing of {actor}.",
    },
    "nothing": {
        "nl": "De stukken in deze bibliotheek zeggen niets over dit onderwerp.",
        "en": "The papers in this library say nothing on this subject.",
    },
    "nobody": {
        "nl": "De stukken bespreken dit onderwerp, maar {actor} komt er niet in aan het woord.",
        "en": "The papers discuss this subject, but tell nothing of {actor}.",
    },
    "near": {
        "nl": "Wel in de bibliotheek: {titles}.",
        "en": "What the library does hold: {titles}.",
    },
    "verbatim": {
        "nl": "Letterlijke citaten op volgorde van vergadering, gekozen zonder taalmodel.",
        "en": "Verbatim quotes (in Dutch) in order of meeting, chosen without a language model.",
    },
    "no_council_paper": {
        "nl": "Geen stuk van een Raad, en daarom niet gelezen op standpunten van een actor: "
        "{papers}.",
        "en": "No paper of a Council, and so not read for positions of an actor: {papers}.",
    },
    "then": {"nl": "destijds: {kind}", "en": "at the time: {kind}"},
    "before": {"nl": "daarvóór staat", "en": "before it stands"},
    "changes": {"nl": "Waar het standpunt verandert", "en": "Where the position changes"},
    "gaps": {"nl": "Stukken zonder dit standpunt", "en": "Papers without this position"},
    "date": {"nl": "Vergadering", "en": "Meeting"},
    "kind": {"nl": "Standpunt", "en": "Position"},
    "changed": {"nl": "verandering", "en": "change"},
}


def said(phrase: str, language: Language, **values: object) -> str:
    """A phrase in a language with its values filled in."""
    return SAID[phrase][language].format(**values)


def kind_name(kind: Stance, language: Language) -> str:
    """ "steun", "conditional support"; every kind has a name here."""
    return STANCES[language][kind] or FACT[language]


def step_kind(step: Step, language: Language) -> str:
    """The kind of a step as it is shown: "voorbehoud", "destijds: voorbehoud"."""
    name = kind_name(step.kind, language)
    return said("then", language, kind=name) if step.earlier else name


def listed(names: Sequence[str], most: int = 5) -> str:
    """Names in a row, of many the first ones with how many more there are: "a; b (+12)"."""
    more = f" (+{len(names) - most})" if len(names) > most else ""
    return "; ".join(names[:most]) + more


def paper_name(document: Document, language: Language) -> str:
    """ "JBZ-Raad 13-14 juni 2024 (verslag)": the two papers of one meeting are told apart."""
    name = meeting_name(document, language)
    if not document.meeting_dates:
        return name
    return f"{name} ({KINDS[language][document.kind]})"
