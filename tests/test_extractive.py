"""Order and lead of an answer that quotes."""

from __future__ import annotations

from dataclasses import replace

from papers import candidate

from rag.extractive import in_order, lead, statements
from rag.nouns import Voice
from rag.question import understand

OLD = candidate("oud.txt", "2022-03-03", 0, "Commission")
NEW = candidate("nieuw.txt", "2024-06-13", 1)
NEW_FIRST = candidate("nieuw.txt", "2024-06-13", 0)
LETTER = candidate("brief.txt", "2023-11-14", 0, "", "brief")


def test_newest_meeting_first_each_in_reading_order() -> None:
    ordered = in_order([OLD, NEW, LETTER, NEW_FIRST], understand("asiel"))
    assert ordered == [NEW_FIRST, NEW, LETTER, OLD]


def test_a_development_goes_forward() -> None:
    ordered = in_order([NEW, OLD, LETTER, NEW_FIRST], understand("asiel sinds 2020"))
    assert ordered == [OLD, LETTER, NEW_FIRST, NEW]


def test_statements_quote_themselves() -> None:
    made = statements([NEW, OLD], understand("asiel"))
    assert [(s.text, s.actor) for s in made] == [
        ("Tweede zin.", "NL"),
        ("Eerste zin.", "Commission"),
    ]
    for statement, one in zip(made, (NEW, OLD), strict=True):
        (cited,) = statement.citations
        assert cited.quote == statement.text == one.document.text[cited.start : cited.end]
        assert (cited.document, cited.item, cited.page) == (one.document.id, "Justitie/1", 1)


def test_lead_in_dutch_and_english() -> None:
    assert lead([NEW, NEW_FIRST], understand("Wat vond Nederland?")) == (
        "Nederland, JBZ-Raad 13 juni 2024 (verslag, Justitie 1):"
    )
    assert lead([NEW, NEW_FIRST, OLD], understand("Wat vond Nederland?")) == (
        "Nederland, 2 stukken, van 3 maart 2022 tot 13 juni 2024:"
    )
    undated = [
        replace(one, document=replace(one.document, meeting_dates=()))
        for one in (candidate(name, "2024-06-13", 0, "", "overig") for name in ("a.txt", "b.txt"))
    ]
    assert lead(undated, understand("asiel")) == "2 stukken:"
    assert lead([LETTER], understand("What about asylum?")) == (
        "letter of 14 November 2023 (Justitie 1):"
    )
    assert lead([], understand("asiel")) == ""


def test_lead_names_only_actors_whose_words_are_quoted() -> None:
    asked = understand("Wat vonden Nederland en Duitsland?")
    assert lead([NEW], asked).startswith("Nederland, JBZ-Raad")
    assert lead([OLD], asked).startswith("JBZ-Raad")
    german = candidate("nieuw.txt", "2024-06-13", 0, "DE")
    assert lead([NEW, german], asked).startswith("Nederland, Duitsland, JBZ-Raad")


def test_each_meeting_is_named_once_above_its_quotes() -> None:
    made = statements([OLD, NEW, NEW_FIRST], understand("Wat vond Nederland?"))
    new = "Nederland, JBZ-Raad 13 juni 2024 (verslag, Justitie 1):"
    assert [s.group for s in made] == [new, new, "JBZ-Raad 3 maart 2022 (verslag, Justitie 1):"]


def test_a_citation_says_whose_words_it_reports_and_of_what_kind() -> None:
    (new,), (letter,) = (statements([one], understand("asiel")) for one in (NEW, LETTER))
    assert new.citations[0].voices == (Voice("NL", "fact"),)
    assert letter.citations[0].voices == ()


def test_lead_keeps_agenda_and_report_of_a_meeting_apart() -> None:
    agenda = candidate("agenda.txt", "2024-06-13", 0, kind="geannoteerde agenda")
    assert lead([NEW, agenda], understand("asiel")) == (
        "JBZ-Raad 13 juni 2024 (geannoteerde agenda, Justitie 1; verslag, Justitie 1):"
    )
