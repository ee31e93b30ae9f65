"""All words of the page, in Dutch and in English.

Knows: words; those of the tabs with overviews are in `texts_overviews`. Does not know: when they
are shown, or how. What an answer itself says is in `rag/phrases.py`.
"""

from __future__ import annotations

from index.counted import filled
from rag.nouns import Language
from rag.page.texts_overviews import OVERVIEWS

NAME = "Raadpleeg"
NAMES: dict[Language, str] = {"nl": "Nederlands", "en": "English"}
EXAMPLES: tuple[str, ...] = (
    "Wat was het standpunt van Nederland over de detectie van CSAM?",
    "what was NL's position on CSAM detection?",
    "Hoe ontwikkelde het standpunt over EES zich sinds 2022?",
    "what did the Commission promise on e-evidence?",
)
WORDS: dict[str, dict[Language, str]] = {
    "about": {
        "nl": "Antwoorden uit de stukken van de Raad Justitie en Binnenlandse Zaken, met bij elke "
        "zin de vindplaats.",
        "en": "Answers from the papers of the EU Justice and Home Affairs Council, each sentence "
        "with its source.",
    },
    "extractive": {
        "nl": "Een computerprogramma (AI-zoektechniek) kiest letterlijke citaten uit de stukken; "
        "er schrijft geen taalmodel mee. De keuze kan onvolledig zijn.",
        "en": "A computer program (AI search) selects verbatim quotes from the papers, which are "
        "in Dutch; no language model writes. The selection may be incomplete.",
    },
    "model": {
        "nl": "Een taalmodel (AI, {writer}) schrijft de antwoorden. Alleen zinnen met een nagegane "
        "bron blijven staan; lees de bron voordat u erop bouwt.",
        "en": "A language model (AI, {writer}) writes the answers. Only sentences with a checked "
        "source are kept; read the source before relying on them.",
    },
    "specimen": {
        "nl": "Dit zijn voorbeeldstukken, voor Raadpleeg geschreven. Het zijn geen echte "
        "Kamerstukken.",
        "en": "These are sample papers, written for Raadpleeg. They are not real parliamentary "
        "papers.",
    },
    "language": {"nl": "Taal", "en": "Language"},
    "shelf": {"nl": "Bibliotheek", "en": "Library"},
    "demo": {"nl": "Voorbeeldstukken (specimen)", "en": "Sample papers (specimen)"},
    "own": {"nl": "Eigen stukken", "en": "Own papers"},
    "ask_tab": {"nl": "Vragen", "en": "Ask"},
    "papers_tab": {"nl": "Stukken", "en": "Papers"},
    "question": {"nl": "Uw vraag", "en": "Your question"},
    "placeholder": {
        "nl": "Bijvoorbeeld: welke toezeggingen deed de Commissie over …?",
        "en": "For example: what did the Commission promise on …?",
    },
    "ask": {"nl": "Vraag", "en": "Ask"},
    "stop": {"nl": "Stop", "en": "Stop"},
    "clear": {"nl": "Nieuw gesprek", "en": "New conversation"},
    "follow_up": {
        "nl": "Een korte vraag zoals “en de Commissie?” of “en in 2022?” bouwt voort op de vorige; "
        "een nieuw onderwerp begint opnieuw.",
        "en": "A short question such as “and the Commission?” or “and in 2022?” builds on the one "
        "before; a new topic starts afresh.",
    },
    "examples": {"nl": "Voorbeeldvragen", "en": "Example questions"},
    "filters": {"nl": "Zoek in een deel van de stukken", "en": "Search part of the papers"},
    "kind": {"nl": "Soort stuk", "en": "Kind of paper"},
    "meeting": {"nl": "Vergadering", "en": "Meeting"},
    "document": {"nl": "Stuk", "en": "Paper"},
    "all_kinds": {"nl": "alle soorten", "en": "all kinds"},
    "all_meetings": {"nl": "alle vergaderingen", "en": "all meetings"},
    "all_documents": {"nl": "alle stukken", "en": "all papers"},
    "searching": {"nl": "De stukken worden doorzocht …", "en": "Searching the papers …"},
    "draft": {
        "nl": "Concept van het taalmodel; de bronnen worden nog nagegaan.",
        "en": "Draft by the language model; its sources are yet to be checked.",
    },
    "answer": {"nl": "Antwoord", "en": "Answer"},
    "ready": {"nl": "Klaar:", "en": "Ready:"},
    "verbatim": {"nl": "Letterlijke citaten", "en": "Verbatim quotes"},
    "generated": {"nl": "Door AI geschreven", "en": "Written by AI"},
    "not_found": {"nl": "Niet gevonden", "en": "Not found"},
    "understood": {"nl": "Begrepen als:", "en": "Understood as:"},
    "undo": {
        "nl": "Niet bedoeld, vraag opnieuw zonder: {slot}",
        "en": "Not meant, ask again without: {slot}",
    },
    "redo": {
        "nl": "Toch bedoeld, vraag opnieuw met: {slot}",
        "en": "Meant after all, ask again with: {slot}",
    },
    "slot_actor": {"nl": "wie", "en": "who"},
    "slot_meeting": {"nl": "vergadering", "en": "meeting"},
    "slot_time": {"nl": "tijd", "en": "time"},
    "slot_section": {"nl": "deel", "en": "part"},
    "slot_kind": {"nl": "soort stuk", "en": "kind of paper"},
    "slot_development": {"nl": "vraagsoort", "en": "kind of question"},
    "slot_comparison": {"nl": "vraagsoort", "en": "kind of question"},
    "slot_topic": {"nl": "onderwerp", "en": "topic"},
    "inherited": {"nl": "uit vorige vraag", "en": "from last question"},
    "open_source": {"nl": "Open bron {number}: {place}", "en": "Open source {number}: {place}"},
    "page": {"nl": "blz. {number}", "en": "p. {number}"},
    "note": {"nl": "noot {number}", "en": "note {number}"},
    "seconds": {"nl": "{seconds} s", "en": "{seconds} s"},
    "source": {"nl": "Bron", "en": "Source"},
    "no_source": {
        "nl": "Kies een nummer zoals [1]; hier verschijnt dan het agendapunt met het citaat "
        "gemarkeerd.",
        "en": "Choose a number such as [1]; the agenda item appears here with the quote marked.",
    },
    "back": {"nl": "Terug naar waar u las", "en": "Back to where you were"},
    "item": {"nl": "Agendapunt", "en": "Agenda item"},
    "at_page": {"nl": "Bladzijde", "en": "Page"},
    "no_pages": {"nl": "dit bestand heeft geen bladzijden", "en": "this file has no pages"},
    "notes": {"nl": "Voetnoten", "en": "Footnotes"},
    "changed": {
        "nl": "Dit stuk is intussen gewijzigd of verwijderd. Stel de vraag opnieuw.",
        "en": "This paper has been changed or removed since. Ask the question again.",
    },
    "upload": {"nl": "Stukken toevoegen", "en": "Add papers"},
    "upload_help": {
        "nl": "PDF, DOCX, HTML, XML of TXT, hooguit 50 MB per bestand. De bestanden blijven op "
        "deze computer en komen in de bibliotheek met eigen stukken.",
        "en": "PDF, DOCX, HTML, XML or TXT, at most 50 MB a file. The files stay on this computer "
        "and go into the library of own papers.",
    },
    "reading": {
        "nl": "Bezig met lezen: {number} van {total}, {file}",
        "en": "Reading: {number} of {total}, {file}",
    },
    "added": {"nl": "toegevoegd", "en": "added"},
    "replaced": {"nl": "vervangen door deze versie", "en": "replaced by this version"},
    "unchanged": {"nl": "stond er al, ongewijzigd", "en": "there already, unchanged"},
    "duplicate": {
        "nl": "heeft dezelfde inhoud als {document}",
        "en": "holds the same as {document}",
    },
    "refused": {"nl": "geweigerd", "en": "refused"},
    "warning": {"nl": "let op", "en": "note"},
    "not_added": {"nl": "De bestanden zijn niet toegevoegd.", "en": "The files were not added."},
    "date": {"nl": "Datum", "en": "Date"},
    "items": {"nl": "Agendapunten", "en": "Agenda items"},
    "passages": {"nl": "Passages", "en": "Passages"},
    "papers": {
        "nl": "Stukken in deze bibliotheek: {count}",
        "en": "Papers in this library: {count}",
    },
    "more": {"nl": "en nog {count}", "en": "and {count} more"},
    "no_papers": {
        "nl": "Deze bibliotheek is nog leeg. Voeg stukken toe op het tabblad Stukken.",
        "en": "This library is still empty. Add papers on the Papers tab.",
    },
    "empty_question": {"nl": "Stel eerst een vraag.", "en": "Ask a question first."},
    "long_question": {
        "nl": "De vraag heeft {count} tekens; er worden er hooguit {most} gelezen. Maak "
        "haar korter.",
        "en": "The question has {count} characters; at most {most} are read. Shorten it.",
    },
    "broken": {
        "nl": "Er ging iets mis. De melding staat in het venster waarin Raadpleeg draait.",
        "en": "Something went wrong. The message is in the window in which Raadpleeg runs.",
    },
    **OVERVIEWS,
}


def word(name: str, language: Language, **values: object) -> str:
    """A text of the page in a language, with its values filled in."""
    return filled(WORDS[name][language], **values)
