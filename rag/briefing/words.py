"""What a briefing says around the quotes, in Dutch and in English.

Knows: words. Does not know: when they are said (`rag.briefing.brief`), or how they are set.
"""

from __future__ import annotations

from typing import Literal

from index.counted import filled
from rag.nouns import Language

Said = Literal[
    "title", "state", "state_line", "stance", "others", "open", "open_line", "sources",
    "looks_ahead", "no_report", "no_report_yet", "report_silent", "aside", "no_core", "earlier",
    "no_state", "no_stance", "no_others", "others_above", "others_more", "others_in_passing",
    "no_open", "expected", "silent", "shown", "then", "no_council_paper",
    "shifted", "shift", "kept", "undated", "passed", "by", "by_month", "since",
    "open_expected", "open_above", "open_all_above", "ahead",
    "named_states", "group_of_states",
    "page", "pages", "no_page", "note", "translated", "retold",
    "written", "checked", "extracts", "failed", "not_written", "stopped_early", "specimen",
    "made_on", "near", "nothing", "nothing_since", "nothing_there",
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
        "no_state": "Een uitkomst op dit onderwerp is niet gevonden.",
        "no_stance": "Een standpunt van Nederland op dit onderwerp is niet gevonden.",
        "looks_ahead": "Dat is een geannoteerde agenda: die geeft verwachtingen, geen uitkomst.",
        "no_report": "Deze Raad is geweest, maar het verslag staat niet in de bibliotheek.",
        "no_report_yet": "Een verslag van deze Raad staat niet in de bibliotheek.",
        "report_silent": "In het verslag van deze Raad, dat wel in de bibliotheek staat, is dit "
        "onderwerp niet onder deze naam gevonden.",
        "aside": "Daarna is het alleen zijdelings genoemd: {names}.",
        "no_core": "Geen agendapunt gaat in hoofdzaak over dit onderwerp; het volgende is er bij "
        "andere punten over gezegd.",
        "earlier": "Eerder besluit: {name}",
        "no_others": "Over andere actoren is op dit onderwerp niets gevonden.",
        "others_above": "Wat andere actoren inbrachten, staat hierboven.",
        "others_more": "Wat hierboven al is aangehaald, staat hier niet nogmaals.",
        "others_in_passing": "Andere actoren worden in de stukken genoemd, maar een uitspraak van "
        "henzelf die op zichzelf te lezen is, is niet gevonden.",
        "no_open": "Er zijn geen openstaande punten of data gevonden.",
        "expected": "Vooraf, verwachting: {name}",
        "silent": "Geen Nederlandse inbreng vermeld in: {names}.",
        "shown": "Aangehaald: {shown} van de {count} gevonden [zin|zinnen] met het Nederlandse "
        "standpunt; het overzicht van standpunten geeft ze alle.",
        "then": "Destijds: wat deze stukken vertellen van vóór hun vergadering",
        "no_council_paper": "Geen stuk van een Raad, en daarom zonder standpunten van actoren: "
        "{names}.",
        "shifted": "Veranderd: {shifts}.",
        "shift": "{when} van {before} naar {after}",
        "kept": "{when} anders, maar nog steeds {after}",
        "undated": "Zonder datum",
        "by": "vóór of op {when}",
        "by_month": "uiterlijk {when}",
        "since": "vanaf {when}",
        "open_expected": "Wat uit een geannoteerde agenda komt („vooraf”), is verwachting.",
        "open_above": "Hierboven al aangehaald: {dates}.",
        "open_all_above": "Wat openstaat, is hierboven al aangehaald.",
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
        "checked": "{count} [zin|zinnen] van het model [is|zijn] geschrapt of door de bronzin "
        "vervangen.",
        "specimen": "SPECIMEN: de stukken zijn geschreven voor Raadpleeg en zijn geen echte "
        "Kamerstukken.",
        "made_on": "Samengesteld op {day}.",
        "near": "Wel in de bibliotheek: {near}.",
        "nothing": "De bibliotheek bevat niets over dit onderwerp.",
        "nothing_since": "De bibliotheek bevat sinds {since} niets over dit onderwerp; het laatste "
        "stuk erover is: {name}.",
        "nothing_there": "In de gekozen periode of stukken staat niets over dit onderwerp; het "
        "laatste stuk erover is: {name}.",
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
        "no_state": "No outcome on this subject was found.",
        "no_stance": "No position of the Netherlands on this subject was found.",
        "looks_ahead": "That is an annotated agenda: it tells what is expected, not what came of "
        "it.",
        "no_report": "This Council has taken place, but its report is not in the library.",
        "no_report_yet": "A report of this Council is not in the library.",
        "report_silent": "The report of this Council is in the library, but this subject was not "
        "found in it under this name.",
        "aside": "After that it is only mentioned in passing: {names}.",
        "no_core": "No agenda item is mainly on this subject; what follows was said of it under "
        "other items.",
        "earlier": "Earlier decision: {name}",
        "no_others": "Nothing of other actors was found on this subject.",
        "others_above": "What other actors said stands above.",
        "others_more": "What was quoted above is not repeated here.",
        "others_in_passing": "The papers name other actors, but no statement of their own was "
        "found that can be read by itself.",
        "no_open": "No open points or dates were found.",
        "expected": "Beforehand, as expected: {name}",
        "silent": "No Dutch contribution reported in: {names}.",
        "shown": "Quoted: {shown} of the {count} [sentence|sentences] found with the Dutch "
        "position; the overview of positions gives them all.",
        "then": "At the time: what these papers tell of before their meeting",
        "no_council_paper": "No paper of a Council, and so without positions of actors: {names}.",
        "shifted": "Changed: {shifts}.",
        "shift": "{when} from {before} to {after}",
        "kept": "{when} changed, but still {after}",
        "undated": "Without a date",
        "by": "by {when}",
        "by_month": "by {when}",
        "since": "from {when}",
        "open_expected": "What comes from an annotated agenda (“beforehand”) is what is expected.",
        "open_above": "Quoted above: {dates}.",
        "open_all_above": "What is open was quoted above.",
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
        "[time|times]), verbatim quotes stand.",
        "stopped_early": "The making was stopped; the last parts are missing.",
        "checked": "{count} [sentence|sentences] of the model [was|were] dropped or gave way to "
        "[its|their] source.",
        "specimen": "SPECIMEN: the papers were written for Raadpleeg and are no real "
        "parliamentary papers.",
        "made_on": "Made on {day}.",
        "near": "What the library does hold: {near}.",
        "nothing": "The library holds nothing on this subject.",
        "nothing_since": "The library holds nothing on this subject since {since}; the latest "
        "paper on it is: {name}.",
        "nothing_there": "The chosen period or papers hold nothing on this subject; the latest "
        "paper on it is: {name}.",
    },
}


def word(said: Said, language: Language, **values: object) -> str:
    """A phrase in a language with its values filled in."""
    return filled(WORDS[language][said], **values)
