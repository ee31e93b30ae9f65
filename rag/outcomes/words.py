"""What readers are told around the register and the comparison, in Dutch and in English.

Knows: words. Does not know: when they are said.
"""

from __future__ import annotations

from rag.nouns import Language
from rag.outcomes.nouns import Move, Outcome, Sort, When
from rag.phrases import days, month_name

WORDS: dict[str, dict[Language, str]] = {
    "by_rule": {
        "nl": "Letterlijke zinnen, met vaste regels herkend; zonder taalmodel.",
        "en": "Verbatim sentences (in Dutch), recognised by fixed rules; without a language model.",
    },
    "no_records": {
        "nl": "Er is geen besluit, vervolgstap of toezegging gevonden.",
        "en": "No decision, next step or promise was found.",
    },
    "near": {"nl": "Wel in de bibliotheek: {near}.", "en": "What the library does hold: {near}."},
    "no_report": {
        "nl": "Het verslag van deze vergadering staat niet in de bibliotheek.",
        "en": "The report of this meeting is not in the library.",
    },
    "no_agenda": {
        "nl": "De geannoteerde agenda van deze vergadering staat niet in de bibliotheek.",
        "en": "The annotated agenda of this meeting is not in the library.",
    },
    "neither": {
        "nl": "Van deze vergadering staat geen agenda en geen verslag in de bibliotheek.",
        "en": "Neither an agenda nor a report of this meeting is in the library.",
    },
    "contradiction": {
        "nl": "De stukken noemen niet dezelfde dagen: {days}.",
        "en": "The papers do not name the same days: {days}.",
    },
    "agenda_side": {
        "nl": "Alleen de geannoteerde agenda is er; wat ervan kwam is niet bekend.",
        "en": "Only the annotated agenda is there; what came of it is not known.",
    },
    "report_side": {
        "nl": "Alleen het verslag is er; de inzet vooraf is niet bekend.",
        "en": "Only the report is there; what was intended beforehand is not known.",
    },
    "added": {
        "nl": "Stond niet in de geannoteerde agenda.",
        "en": "Was not in the annotated agenda.",
    },
    "added_elsewhere": {
        "nl": "Geen eigen punt in de geannoteerde agenda; die noemt het onderwerp wel.",
        "en": "Not an item of the annotated agenda, which does mention the subject.",
    },
    "dropped": {
        "nl": "Dit punt staat niet in het verslag.",
        "en": "This item is not in the report.",
    },
    "postponed": {
        "nl": "Niet behandeld, zegt het verslag.",
        "en": "Not dealt with, the report says.",
    },
    "elsewhere": {
        "nl": "Geen eigen punt in het verslag; dat noemt het onderwerp wel.",
        "en": "Not an item of the report, which does mention the subject.",
    },
    "moved": {
        "nl": "Verplaatst van {here} naar {there}.",
        "en": "Moved from {here} to {there}.",
    },
    "results": {
        "nl": "Overzicht van resultaten in het verslag; geen agendapunt.",
        "en": "The report's own list of results; not an agenda item.",
    },
    "no_intent": {
        "nl": "In de agenda is geen Nederlandse inzet gevonden.",
        "en": "No Dutch position was found in the agenda.",
    },
    "no_voice": {
        "nl": "Het verslag noemt Nederland bij dit punt niet.",
        "en": "The report does not name the Netherlands under this item.",
    },
    "no_outcome": {
        "nl": "In het verslag is geen uitkomst gevonden.",
        "en": "No outcome was found in the report.",
    },
    "agendas": {"nl": "Geannoteerde agenda", "en": "Annotated agenda"},
    "reports": {"nl": "Verslag", "en": "Report"},
    "intended": {"nl": "inzet", "en": "intended"},
    "said": {"nl": "gezegd", "en": "said"},
    "outcome": {"nl": "uitkomst", "en": "outcome"},
    "next_steps": {"nl": "vervolg", "en": "next"},
    "before": {"nl": "daarvóór", "en": "before it"},
}
WHEN: dict[When, dict[Language, str]] = {
    "on": {"nl": "op {date}", "en": "on {date}"},
    "by": {"nl": "uiterlijk {date}", "en": "by {date}"},
    "from": {"nl": "vanaf {date}", "en": "from {date}"},
    "in": {"nl": "in {date}", "en": "in {date}"},
}
SORTS: dict[Sort, dict[Language, str]] = {
    "decision": {"nl": "Besluiten", "en": "Decisions"},
    "next_step": {"nl": "Vervolgstappen", "en": "Next steps"},
    "promise": {"nl": "Toezeggingen", "en": "Promises"},
}
OUTCOMES: dict[Outcome, dict[Language, str]] = {
    "adopted": {"nl": "aangenomen", "en": "adopted"},
    "general_approach": {"nl": "algemene oriëntatie", "en": "general approach"},
    "political_agreement": {"nl": "politiek akkoord", "en": "political agreement"},
    "conclusions": {"nl": "conclusies", "en": "conclusions"},
    "no_agreement": {"nl": "geen akkoord", "en": "no agreement"},
    "debate": {"nl": "bespreking", "en": "debate"},
    "postponed": {"nl": "uitgesteld of vervallen", "en": "postponed or dropped"},
    "added": {"nl": "toegevoegd aan de agenda", "en": "added to the agenda"},
    "moved": {"nl": "verplaatst op de agenda", "en": "moved on the agenda"},
    "step": {"nl": "vervolgstap", "en": "next step"},
    "promise": {"nl": "toezegging", "en": "promise"},
    "motion": {"nl": "motie of toezegging afgedaan", "en": "motion or promise answered"},
}
MOVES: dict[Move, dict[Language, str]] = {
    "kept": {"nl": "", "en": ""},
    "moved": {"nl": "verplaatst", "en": "moved"},
    "added": {"nl": "toegevoegd", "en": "added"},
    "dropped": {"nl": "vervallen", "en": "dropped"},
}


def word(name: str, language: Language, **values: object) -> str:
    """A phrase in a language with its values filled in."""
    return WORDS[name][language].format(**values)


def day_name(iso: str, language: Language) -> str:
    """An ISO day, month or year as people write it: "9 december 2024", "december 2024"."""
    year, *rest = iso.split("-")
    if len(rest) == 2:
        return days((iso,), language)
    return f"{month_name(int(rest[0]), language)} {year}" if rest else year


def when_name(iso: str, when: When, language: Language) -> str:
    """A date as it is meant: "vanaf 9 december 2024", "uiterlijk juni 2025"."""
    return WHEN[when][language].format(date=day_name(iso, language))
