"""What a reader of a summary is told around the quotes, in Dutch and in English.

Knows: words, and what is said to a language model. Does not know: when they are said.
"""

from __future__ import annotations

from index.counted import filled
from index.nouns import AgendaItem, Document
from rag.nouns import Language
from rag.phrases import KINDS, meeting_name

PROMPT_VERSION = "1"  # goes up when INSTRUCTION changes: what was written before is made anew
SAID: dict[str, dict[Language, str]] = {
    "decided": {"nl": "Wat is besloten", "en": "What was decided"},
    "expected": {
        "nl": "Verwachting vooraf (geannoteerde agenda)",
        "en": "Expected beforehand (annotated agenda)",
    },
    "positions": {"nl": "Standpunten van Nederland", "en": "Positions of the Netherlands"},
    "intended": {
        "nl": "Inzet van Nederland vooraf (geannoteerde agenda)",
        "en": "What the Netherlands intended (annotated agenda)",
    },
    "items": {"nl": "Per agendapunt", "en": "Item by item"},
    "letters": {"nl": "In de aanbiedingsbrieven", "en": "In the covering letters"},
    "agenda only": {
        "nl": "Alleen in de geannoteerde agenda: verwachting, geen uitkomst",
        "en": "Only in the annotated agenda: expectation, not outcome",
    },
    "in both": {
        "nl": "Agendapunten waarover het verslag gaat",
        "en": "Agenda items that the report covers",
    },
    "told in": {"nl": "Uitkomst: zie verslag, {place}.", "en": "Outcome: see the report, {place}."},
    "above": {"nl": "Zie boven: {headings}.", "en": "See above: {headings}."},
    "under": {"nl": "Verteld bij {item}.", "en": "Told under {item}."},
    "nothing": {
        "nl": "Geen zin die op zichzelf te citeren is.",
        "en": "No sentence that can be quoted by itself.",
    },
    "shown": {
        "nl": "Ter informatie: de agenda meldt alleen wie hierover bericht.",
        "en": "For information: the agenda only tells who is to report on it.",
    },
    "no room": {
        "nl": "Geen ruimte binnen {budget} woorden; vat dit punt apart samen.",
        "en": "No room within {budget} words; summarise this item by itself.",
    },
    "squeezed": {
        "nl": "De stukken hebben meer punten dan {budget} woorden toelaten: van {count} "
        "[punt|punten] staat alleen de titel er.",
        "en": "The papers have more items than {budget} words allow: of {count} [item|items] only "
        "the title is shown.",
    },
    "one paper": {
        "nl": "Van deze vergadering is alleen dit stuk in de bibliotheek: {kind}.",
        "en": "The library holds only this paper of the meeting: {kind}.",
    },
    "contradiction": {
        "nl": "De stukken van deze vergadering noemen verschillende dagen: {days}.",
        "en": "The papers of this meeting give different days: {days}.",
    },
    "no paper": {
        "nl": "Dit is geen agenda, verslag of brief over de JBZ-Raad.",
        "en": "This is no agenda, report or letter on the JHA Council.",
    },
    "interrupted": {
        "nl": "Gestopt na {done} van {total} [punt|punten]: de rest staat er in "
        "letterlijke citaten.",
        "en": "Stopped after {done} of {total} [item|items]: the rest stands in verbatim quotes.",
    },
    "not written": {
        "nl": "Waar het taalmodel niets bewijsbaars gaf ({count} keer), staan letterlijke citaten.",
        "en": "Where the language model gave nothing that could be proved ({count} [time|times]), "
        "verbatim quotes stand.",
    },
    "no topic": {
        "nl": "De stukken in deze bibliotheek gaan niet over “{topic}”.",
        "en": "The papers in this library hold nothing on “{topic}”.",
    },
    "near": {"nl": "Wel in de bibliotheek: {items}.", "en": "What the library does hold: {items}."},
    "dossier": {"nl": "{topic}: {first} tot {last}", "en": "{topic}: {first} to {last}"},
    "expectation": {"nl": "verwachting vooraf", "en": "expected beforehand"},
}
INSTRUCTION: dict[Language, str] = {
    "nl": "Vat samen wat het bewijs zegt over {title}, in hoogstens {words} woorden en in de "
    "volgorde van het bewijs. Noem eerst de uitkomst, als die er is. Zeg bij elk standpunt van wie "
    "het is. Laat getallen, datums, stemmingen en namen van landen staan.",
    "en": "Summarise what the evidence says on {title}, in at most {words} words and in the order "
    "of the evidence. Give the outcome first, if there is one. Say whose each position is. Keep "
    "numbers, dates, votes and names of countries.",
}


def say(phrase: str, language: Language, **values: object) -> str:
    """A phrase in a language with its values filled in."""
    return filled(SAID[phrase][language], **values)


def item_label(item: AgendaItem) -> str:
    """ "Justitie 5. e-Codex", "Brief: Talentpoolverordening", as a heading names an item."""
    *above, last = item.path.split("/")
    where = " ".join(above)
    if not item.title or item.title == last:
        return f"{where}: {last}" if where else last
    return f"{where} {last}. {item.title}".strip()


def paper_label(document: Document, language: Language) -> str:
    """ "verslag, JBZ-Raad 13-14 juni 2024"; a paper without a meeting by its date or name."""
    meeting = meeting_name(document, language)
    if not document.meeting_dates:
        return meeting
    return f"{KINDS[language][document.kind]}, {meeting}"
