"""What readers are told around the register and the comparison, in Dutch and in English.

Knows: words. Does not know: when they are said.
"""

from __future__ import annotations

from rag.nouns import Language
from rag.outcomes.nouns import Move, Outcome, Sort

WORDS: dict[str, dict[Language, str]] = {
    "by_rule": {
        "nl": "Letterlijke zinnen, met vaste regels herkend; zonder taalmodel.",
        "en": "Verbatim sentences (in Dutch), recognised by fixed rules; without a language model.",
    },
    "no_records": {
        "nl": "Er is geen besluit, vervolgstap of toezegging gevonden.",
        "en": "No decision, next step or promise was found.",
    },
    "near": {"nl": "Het dichtst in de buurt: {near}.", "en": "Nearest to it: {near}."},
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
    "dropped": {
        "nl": "Het verslag noemt dit punt niet.",
        "en": "The report does not mention this item.",
    },
    "postponed": {
        "nl": "Niet behandeld; het verslag meldt waarom of waarheen.",
        "en": "Not dealt with; the report says why or where it went.",
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
        "nl": "De agenda noemt geen Nederlandse inzet.",
        "en": "The agenda states no Dutch position.",
    },
    "no_voice": {
        "nl": "Het verslag vermeldt de Nederlandse inbreng niet.",
        "en": "The report does not mention what the Netherlands said.",
    },
    "no_outcome": {
        "nl": "Het verslag vermeldt geen uitkomst.",
        "en": "The report does not mention an outcome.",
    },
    "agendas": {"nl": "Geannoteerde agenda", "en": "Annotated agenda"},
    "reports": {"nl": "Verslag", "en": "Report"},
    "intended": {"nl": "inzet", "en": "intended"},
    "said": {"nl": "gezegd", "en": "said"},
    "outcome": {"nl": "uitkomst", "en": "outcome"},
    "by": {"nl": "vóór of in {date}", "en": "by {date}"},
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
    "postponed": {"nl": "uitgesteld of gewijzigd", "en": "postponed or changed"},
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
