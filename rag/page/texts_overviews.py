"""The words of the tabs Meeting, Positions and Briefing, in Dutch and in English.

Knows: words. Does not know: when they are shown, or how. What an overview itself says is made with
it.
"""

from __future__ import annotations

from rag.nouns import Language

OVERVIEWS: dict[str, dict[Language, str]] = {
    "meeting_tab": {"nl": "Vergadering", "en": "Meeting"},
    "positions_tab": {"nl": "Standpunten", "en": "Positions"},
    "briefing_tab": {"nl": "Briefing", "en": "Briefing"},
    "near": {"nl": "Agendapunten die erop lijken", "en": "Agenda items that come near"},
    "working": {"nl": "De stukken worden gelezen …", "en": "Reading the papers …"},
    "working_on": {
        "nl": "Bezig met agendapunt {number} van {total}: {title}",
        "en": "Working on agenda item {number} of {total}: {title}",
    },
    # meeting
    "which_meeting": {"nl": "Welke vergadering", "en": "Which meeting"},
    "no_meetings": {
        "nl": "Deze bibliotheek bevat nog geen vergadering. Voeg stukken toe op het tabblad "
        "Stukken.",
        "en": "This library holds no meeting yet. Add papers on the Papers tab.",
    },
    "make_meeting": {"nl": "Toon vergadering", "en": "Show meeting"},
    "take_csv": {"nl": "Register als CSV", "en": "Register as CSV"},
    "summary": {"nl": "Samenvatting", "en": "Summary"},
    "comparison": {"nl": "Agenda tegenover verslag", "en": "Agenda against report"},
    "register": {"nl": "Besluiten en toezeggingen", "en": "Decisions and promises"},
    "jump_to": {"nl": "Ga naar", "en": "Go to"},
    "count_words": {"nl": "{count} [woord|woorden]", "en": "{count} [word|words]"},
    "count_items": {
        "nl": "{count} [agendapunt|agendapunten]",
        "en": "{count} agenda [item|items]",
    },
    "count_records": {"nl": "{count} [regel|regels]", "en": "{count} [entry|entries]"},
    "nothing_here": {"nl": "Hier is niets gevonden.", "en": "Nothing was found here."},
    "agenda": {"nl": "agenda", "en": "agenda"},
    "report": {"nl": "verslag", "en": "report"},
    "intended": {"nl": "Inzet vooraf (agenda)", "en": "Intended (agenda)"},
    "told": {"nl": "Gezegd (verslag)", "en": "Said (report)"},
    "outcome": {"nl": "Uitkomst", "en": "Outcome"},
    "count_compared": {
        "nl": "inzet {intended} · gezegd {said} · uitkomst {outcome}",
        "en": "intended {intended} · said {said} · outcome {outcome}",
    },
    "silent": {"nl": "niets vermeld", "en": "nothing reported"},
    "move_kept": {"nl": "in beide", "en": "in both"},
    "move_moved": {"nl": "verplaatst", "en": "moved"},
    "move_added": {"nl": "toegevoegd", "en": "added"},
    "move_dropped": {"nl": "vervallen", "en": "dropped"},
    "sort_decision": {"nl": "Besluiten", "en": "Decisions"},
    "sort_next_step": {"nl": "Vervolgstappen", "en": "Next steps"},
    "sort_promise": {"nl": "Toezeggingen", "en": "Promises"},
    "outcome_adopted": {"nl": "aangenomen", "en": "adopted"},
    "outcome_general_approach": {"nl": "algemene oriëntatie", "en": "general approach"},
    "outcome_political_agreement": {"nl": "politiek akkoord", "en": "political agreement"},
    "outcome_conclusions": {"nl": "conclusies", "en": "conclusions"},
    "outcome_no_agreement": {"nl": "geen akkoord", "en": "no agreement"},
    "outcome_debate": {"nl": "alleen besproken", "en": "debate only"},
    "outcome_postponed": {"nl": "uitgesteld of vervallen", "en": "postponed or dropped"},
    "outcome_added": {"nl": "toegevoegd", "en": "added"},
    "outcome_moved": {"nl": "verplaatst", "en": "moved"},
    "outcome_step": {"nl": "vervolgstap", "en": "next step"},
    "outcome_promise": {"nl": "toezegging", "en": "promise"},
    "outcome_motion": {"nl": "motie", "en": "motion"},
    "what": {"nl": "Wat", "en": "What"},
    "who": {"nl": "Wie", "en": "Who"},
    "by_when": {"nl": "Wanneer", "en": "When"},
    "quote": {"nl": "Citaat", "en": "Quote"},
    # positions
    "actor": {"nl": "Wie", "en": "Who"},
    "other_actor": {"nl": "Vergelijk met", "en": "Compare with"},
    "no_other": {"nl": "niemand", "en": "nobody"},
    "topic": {"nl": "Onderwerp", "en": "Topic"},
    "topic_example": {
        "nl": "Bijvoorbeeld: detectie van CSAM",
        "en": "For example: CSAM detection",
    },
    "make_positions": {"nl": "Toon standpunten", "en": "Show positions"},
    "empty_topic": {"nl": "Vul eerst een onderwerp in.", "en": "Fill in a topic first."},
    "empty_actor": {"nl": "Kies eerst een actor.", "en": "Choose an actor first."},
    "no_actor": {
        "nl": "“{typed}” is geen bekende actor. Kies een naam uit de lijst.",
        "en": "“{typed}” is no actor that is known. Choose a name from the list.",
    },
    "near_actors": {"nl": "Bedoelt u: {names}?", "en": "Did you mean: {names}?"},
    "timeline_told": {
        "nl": "Tijdlijn van de standpunten; de tabel eronder bevat hetzelfde.",
        "en": "Timeline of the positions; the table below holds the same.",
    },
    "positions_of": {
        "nl": "{actors} over “{topic}”",
        "en": "{actors} on “{topic}”",
    },
    "and": {"nl": "en", "en": "and"},
    "steps": {"nl": "Standpunten, van oud naar nieuw", "en": "Positions, oldest first"},
    "changes": {"nl": "Waar het standpunt veranderde", "en": "Where the position changed"},
    "gaps": {"nl": "Vergaderingen zonder hun inbreng", "en": "Meetings without their words"},
    "no_positions": {
        "nl": "De stukken bevatten hierover geen standpunt.",
        "en": "The papers hold no position on this.",
    },
    "near_topics": {"nl": "Wel in de stukken:", "en": "The papers do hold:"},
    # briefing
    "since": {"nl": "Vanaf", "en": "Since"},
    "since_help": {
        "nl": "Jaar, maand of dag, zoals 2022, juni 2024 of 13-6-2024; leeg: alles",
        "en": "Year, month or day, such as 2022, June 2024 or 2024-06-13; empty: everything",
    },
    "no_time": {
        "nl": "Vanaf “{typed}”: dat is geen jaar, maand of dag. Schrijf bijvoorbeeld 2024, "
        "juni 2024 of 2024-06-13.",
        "en": "Since “{typed}”: that is no year, month or day. Write for example 2024, June 2024 "
        "or 2024-06-13.",
    },
    "brief_language": {"nl": "Taal van de briefing", "en": "Language of the briefing"},
    "make_briefing": {"nl": "Maak briefing", "en": "Make briefing"},
    "take_docx": {"nl": "Als Word (DOCX)", "en": "As Word (DOCX)"},
    "take_markdown": {"nl": "Als Markdown", "en": "As Markdown"},
    "sources": {"nl": "Bronnen", "en": "Sources"},
}
