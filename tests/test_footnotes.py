"""Footnotes are lifted with their calls, and numbers that call nothing stay."""

from __future__ import annotations

import pytest
from outlines import printed

from index.agenda import agenda_items
from index.canon import Manuscript
from index.read import clean
from index.source import Line, Source


def notes(manuscript: Manuscript) -> list[tuple[int, str]]:
    return [(note.number, note.span.of(manuscript.text)) for note in manuscript.notes]


def running(manuscript: Manuscript) -> str:
    return manuscript.text[: manuscript.lines[-1].span.end] if manuscript.lines else ""


def called(manuscript: Manuscript) -> list[str]:
    """The word before each call."""
    return [
        manuscript.text[: note.call + 1].split()[-1]
        for note in manuscript.notes
        if note.call is not None
    ]


def test_a_note_at_the_foot_in_mid_sentence() -> None:
    got = printed(
        "De Raad sprak over het pact1 en over de\n\n1 Kamerstuk 9912.\n\n\n\n\nkosten van opvang."
    )
    assert running(got) == "De Raad sprak over het pact en over de kosten van opvang."
    assert notes(got) == [(1, "Kamerstuk 9912.")]
    assert called(got) == ["pact"]


def test_notes_that_take_several_lines_and_follow_each_other() -> None:
    got = printed(
        "Over visa1 en grenzen.2 Meer.\n\n1 Een noot die over twee\nregels gaat.\n2 Nog een noot.\n"
    )
    assert notes(got) == [(1, "Een noot die over twee regels gaat."), (2, "Nog een noot.")]
    assert called(got) == ["visa", "grenzen."]


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("in juli 2031.1 Daarna", "2031."),
        ("het voorstel COM(2031) 209.1 Daarna", "209."),
        ("een „groot” plan”1 en", "plan”"),
        ("het pact (nieuw)1, en", "(nieuw)"),
        ("dit jaar 20311 en meer", "2031"),
        ("aan NIS1 en meer", "NIS"),
    ],
)
def test_where_a_call_can_stand(text: str, word: str) -> None:
    got = printed(f"Zij spraken {text} verder.\n\n1 Een noot.\n")
    assert (called(got), notes(got)) == ([word], [(1, "Een noot.")])


@pytest.mark.parametrize(
    "text",
    [
        "de G1 sprak",
        "een EU1 plan",
        "artikel 3.1 zegt",
        "ruim 2,1 procent",
        "de 1 noot",
        "1.1 zegt",
    ],
)
def test_numbers_that_call_nothing(text: str) -> None:
    source = f"Zij zeiden dat {text} verder.\n\n1 Een regel die met een cijfer begint.\n"
    got = printed(source)
    assert got.notes == ()
    assert text in got.text


def test_a_call_is_taken_before_an_acronym_with_the_same_number() -> None:
    got = printed("Een pact.1 De NIS2 en de richtlijn2 dus.\n\n1 Eerste.\n2 Tweede.\n")
    assert called(got) == ["pact.", "richtlijn"]
    assert "NIS2" in got.text


def test_a_line_that_begins_with_the_right_number_but_is_not_called_is_text() -> None:
    got = printed("Eerste zin van het stuk.\n\n1 januari is een vrije dag.\n")
    assert got.notes == ()


def test_a_date_at_a_line_start_is_no_note_though_its_number_comes_next() -> None:
    got = printed("Dat bleek eerder.1 Op\n\n1 augustus 2031 volgde meer.\n\n1 De ware noot.\n")
    assert notes(got) == [(1, "De ware noot.")]
    assert running(got) == "Dat bleek eerder. Op 1 augustus 2031 volgde meer."


def test_counting_goes_on_after_a_note_whose_text_was_lost() -> None:
    got = printed("Een1 en twee2 en drie3 dus.\n\n1 Eerste.\n3 Derde.\n")
    assert notes(got) == [(1, "Eerste."), (3, "Derde.")]


def test_a_url_belongs_to_its_note() -> None:
    got = printed("Over visa.1\n\n1 Zie het bericht op de site\n\nhttps://example.org/bericht\n")
    assert notes(got) == [(1, "Zie het bericht op de site https://example.org/bericht")]


def test_notes_that_the_format_states() -> None:
    lines = (
        Line("Over visa en grenzen.", calls=((9, 1), (21, 2)), whole=True),
        Line("1 Eerste noot.", note=1, whole=True),
        Line("Tweede noot.", note=2, whole=True),
        Line("Vervolg.", note=2, whole=True),
    )
    got = clean(Source("docx", lines))
    assert notes(got) == [(1, "Eerste noot."), (2, "Tweede noot. Vervolg.")]
    assert called(got) == ["visa", "grenzen."]
    assert running(got) == "Over visa en grenzen."


def test_a_note_belongs_to_the_item_that_calls_it() -> None:
    text = (
        "Verslag van de Raad, 6 maart 2031\n\nI. Justitie\n\n1. Bewijs\n\nEen zin over bewijs.1\n\n"
    )
    text += "2. Diversen\n\na) Schade2\nb) Visa\n\nEen zin over visa die wat langer is.3\n\n"
    text += "1 Eerste.\n2 Tweede.\n3 Derde.\n"
    manuscript = printed(text)
    got = {item.path: [note.number for note in item.notes] for item in agenda_items(manuscript)}
    assert got == {
        **{"Justitie/1": [1], "Justitie/2": [3]},
        **{"Justitie/2/a": [2], "Justitie/2/b": []},
    }


def test_a_note_whose_call_was_lost_stands_where_its_neighbours_do() -> None:
    text = "Verslag van de Raad, 6 maart 2031\n\nI. Justitie\n\n1. Bewijs\n\n"
    text += "Zin1 over iets met drie3.\n\n"
    text += "1 Eerste.\n2 Tweede.\n3 Derde.\n"
    manuscript = printed(text)
    (item,) = agenda_items(manuscript)
    assert [note.number for note in item.notes] == [1, 2, 3]
    assert item.notes[1].call is None
