"""What a briefing says around the quotes, in Dutch and in English.

Knows: words. Does not know: when they are said (`rag.briefing.brief`), or how they are set.
"""

from __future__ import annotations

from typing import Literal

from rag.nouns import Language

Said = Literal[
    "title", "state", "state_line", "stance", "others", "open", "open_line", "sources",
    "no_state", "no_stance", "no_others", "no_open", "expected", "silent", "shown",
    "shifted", "shift", "undated", "passed", "ahead", "named_states", "group_of_states",
    "page", "pages", "no_page", "note", "translated", "retold",
    "written", "checked", "extracts", "failed", "not_written", "stopped_early", "specimen",
    "made_on", "near", "nothing",
]  # fmt: skip

WORDS: dict[Language, dict[Said, str]] = {
    "nl": {
        "title": "Briefing: {topic}",
        "state": "Stand van zaken",
        "state_line": "Laatste stuk over dit onderwerp: {name}.",
        "stance": "Positie van Nederland in de tijd",
        "others": "Andere actoren",
        "open": "Openstaande punten en data",
        "open_line": "Openstaand volgens de stukken tot en met {name}.",
        "sources": "Bronnen",
        "no_state": "De stukken vermelden op dit onderwerp geen uitkomst.",
        "no_stance": "De stukken vermelden op dit onderwerp geen standpunt van Nederland.",
        "no_others": "Over andere actoren vermelden de stukken op dit onderwerp niets.",
        "no_open": "De stukken noemen geen openstaande punten of data.",
        "expected": "Vooraf, verwachting: {name}",
        "silent": "Geen Nederlandse inbreng vermeld in: {names}.",
        "shown": "{shown} van {count} vindplaatsen.",
        "shifted": "Veranderd: {shifts}.",
        "shift": "{when} van {before} naar {after}",
        "undated": "Zonder datum",
        "passed": "{when} (datum is verstreken)",
        "ahead": "{when}, vooraf",
        "named_states": "Genoemde lidstaten",
        "group_of_states": "Lidstaten als groep",
        "page": "p. {page}",
        "pages": "Pagina {page} van {count}",
        "no_page": "zonder paginanummer",
        "note": "noot {note}",
        "translated": "vertaling door taalmodel",
        "retold": "weergave door taalmodel",
        "written": "Deze tekst is deels gemaakt met AI: wat zonder aanhalingstekens staat schreef "
        "een taalmodel ({writer}); elke bronvermelding is nagegaan.",
        "extracts": "Automatisch samengesteld uit letterlijke citaten, zonder taalmodel. "
        "Lees de bron voordat u eruit aanhaalt.",
        "failed": "Het taalmodel is niet bereikt ({why}); daarom letterlijke citaten.",
        "not_written": "Waar het taalmodel niets bewijsbaars gaf ({count} keer), staan letterlijke "
        "citaten.",
        "stopped_early": "Het maken is gestopt; de laatste delen ontbreken.",
        "checked": "{count} zin(nen) van het model zijn geschrapt of door de bronzin vervangen.",
        "specimen": "SPECIMEN: de stukken zijn geschreven voor Raadpleeg en zijn geen echte "
        "Kamerstukken.",
        "made_on": "Samengesteld op {day}.",
        "near": "Wel in de bibliotheek: {near}.",
        "nothing": "De bibliotheek bevat niets over dit onderwerp.",
    },
    "en": {
        "title": "Briefing: {topic}",
        "state": "State of play",
        "state_line": "Latest paper on this subject: {name}.",
        "stance": "Position of the Netherlands over time",
        "others": "Other actors",
        "open": "Open points and dates",
        "open_line": "Open according to the papers up to {name}.",
        "sources": "Sources",
        "no_state": "The papers report no outcome on this subject.",
        "no_stance": "The papers report no position of the Netherlands on this subject.",
        "no_others": "The papers report nothing of other actors on this subject.",
        "no_open": "The papers name no open points or dates.",
        "expected": "Beforehand, as expected: {name}",
        "silent": "No Dutch contribution reported in: {names}.",
        "shown": "{shown} of {count} places.",
        "shifted": "Changed: {shifts}.",
        "shift": "{when} from {before} to {after}",
        "undated": "Without a date",
        "passed": "{when} (date has passed)",
        "ahead": "{when}, beforehand",
        "named_states": "Named member states",
        "group_of_states": "Member states as a group",
        "page": "p. {page}",
        "pages": "Page {page} of {count}",
        "no_page": "no page number",
        "note": "note {note}",
        "translated": "translation by a language model",
        "retold": "rendering by a language model",
        "written": "This text was made in part with AI: what stands without quotation marks was "
        "written by a language model ({writer}); every citation has been checked.",
        "extracts": "Put together automatically from verbatim quotes (in Dutch), without a "
        "language model. Read the source before you quote from it.",
        "failed": "The language model could not be used ({why}); verbatim quotes instead.",
        "not_written": "Where the language model gave nothing that could be proved ({count} "
        "times), verbatim quotes stand.",
        "stopped_early": "The making was stopped; the last parts are missing.",
        "checked": "{count} sentence(s) of the model were dropped or gave way to their source.",
        "specimen": "SPECIMEN: the papers were written for Raadpleeg and are no real "
        "parliamentary papers.",
        "made_on": "Made on {day}.",
        "near": "What the library does hold: {near}.",
        "nothing": "The library holds nothing on this subject.",
    },
}


def word(said: Said, language: Language, **values: object) -> str:
    """A phrase in a language with its values filled in."""
    return WORDS[language][said].format(**values)
