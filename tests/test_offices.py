"""Whose an office is: by its own words, by the name of who holds it, by the paper."""

from __future__ import annotations

import pytest

from index.attribution import speakers, spoken
from index.nouns import AgendaItem, Document, Note, Span
from index.offices import office_holders


@pytest.mark.parametrize(
    ("sentence", "who"),
    [
        ("De voorzitter van het JURE-comité in het EP vroeg om haast.", ["EP"]),
        ("De voorzitter van de commissie voor verzoekschriften van het EP zweeg.", ["EP"]),
        ("De voorzitter van LIBE vroeg om haast.", ["EP"]),
        ("De voorzitter van Europol vroeg om haast.", ["Europol"]),
        ("De voorzitter van de Europese Raad vroeg om haast.", ["European Council"]),
        ("De voorzitter van de Raad vroeg om haast.", ["Presidency"]),
        ("De Letse voorzitter sloot de vergadering.", ["Presidency"]),
        ("De voorzitter van de vergadering vroeg om haast.", ["Presidency"]),
        ("De voorzitter van een vakbond vroeg om haast.", []),
        ("De voorzitter van het Letse parlement vroeg om haast.", []),
        ("De uitvoerend directeur van Frontex vroeg om haast.", ["Frontex"]),
        ("Namens het EP vroeg de voorzitter van de commissie om haast.", ["EP"]),
    ],
)
def test_a_chair_is_of_the_body_it_chairs(sentence: str, who: list[str]) -> None:
    assert list(speakers(sentence)) == who


@pytest.mark.parametrize(
    ("sentence", "who"),
    [
        ("De minister steunde dit.", ["NL"]),
        ("De Staatssecretaris steunde dit.", ["NL"]),
        ("De minister van Justitie en Veiligheid steunde dit.", ["NL"]),
        ("Minister Yeşilgöz-Zegerius steunde dit.", ["NL"]),
        ("Staatssecretaris Van der Burg steunde dit.", ["NL"]),
        ("In dit verband noemde de minister Afghanistan.", ["NL"]),
        ("Minister Roodborst steunde dit.", []),
        ("Volgens minister Roodborst is haast nodig.", []),
        ("De minister van Justitie Roodborst steunde dit.", []),
        ("De Letse minister Roodborst steunde dit.", ["LV"]),
        ("De minister van Binnenlandse Zaken van Letland, Roodborst, steunde dit.", ["LV"]),
        ("De Syrische minister van Justitie steunde dit.", []),
        ("Mijn ambtsgenoot steunde dit.", []),
        ("Mijn Letse ambtgenoot steunde dit.", ["LV"]),
        ("Mijn ambtgenoot van Binnenlandse Zaken steunde dit.", ["NL"]),
        ("De bewindspersonen steunden dit.", ["member states"]),
        ("De Nederlandse bewindspersonen steunden dit.", ["NL"]),
        ("De bewindspersonen van Justitie en Veiligheid steunden dit.", ["NL"]),
        ("Ondergetekenden steunden dit.", ["NL"]),
        ("De Letse en Maltese ministers steunden dit.", ["LV", "MT"]),
        ("De ministers van Letland en Malta steunden dit.", ["LV", "MT"]),
    ],
)
def test_an_office_is_dutch_unless_its_words_say_otherwise(sentence: str, who: list[str]) -> None:
    assert list(speakers(sentence)) == who


@pytest.mark.parametrize(
    ("sentence", "who"),
    [
        ("De regering steunt dit.", ["NL"]),
        ("De regering in Kyiv steunt dit.", ["UA"]),
        ("De regering van Letland steunt dit.", ["LV"]),
        ("De Letse regering steunt dit.", ["LV"]),
        ("De regering in Tbilisi steunt dit.", []),
        ("De Syrische regering steunt dit.", []),
        ("Het Belgische kabinet steunt dit.", ["BE"]),
        ("Zo steunt het kabinet in Oekraïne de opbouw van een register.", ["NL"]),
        ("De Oostenrijkse commissaris Brunner steunt dit.", ["Commission"]),
        ("De Eurocommissaris voor Justitie steunt dit.", ["Commission"]),
        ("De Europese Commissaris voor Justitie, Reynders, steunt dit.", ["Commission"]),
        ("De EU-antiterrorismecoördinator steunt dit.", ["CTC"]),
        (
            "De commissaris voor de mensenrechten van de Raad van Europa zweeg.",
            ["Council of Europe"],
        ),
    ],
)
def test_governments_and_commissioners(sentence: str, who: list[str]) -> None:
    assert list(speakers(sentence)) == who


PAPER = """De Letse minister van Justitie Roodborst dankte de Raad.
Minister Roodborst vroeg om geld.
Minister Wielewaal steunde dat. Minister Karekiet zweeg. 3 Landen zwegen.

De minister van Justitie en Veiligheid,
E. van der Wielewaal
"""


def paper(notes: tuple[Note, ...]) -> tuple[Document, AgendaItem]:
    """A report without more than `PAPER`, and its one item."""
    document = Document(
        "p", "p.txt", "verslag", None, (), None, None, None, None, None, None, None, PAPER, None
    )
    body = Span(0, PAPER.index("\n\n"))
    return document, AgendaItem("1", None, "1", "Opvang", None, body, notes)


def test_a_paper_says_who_its_ministers_are() -> None:
    assert dict(office_holders(PAPER)) == {"Roodborst": "LV", "Wielewaal": "NL"}
    document, item = paper(())
    assert [list(who) for _, who in spoken(document, item)] == [["LV"], ["LV"], ["NL"], [], []]


def test_a_quote_does_not_begin_with_the_call_of_a_note() -> None:
    elsewhere = Span(len(PAPER) - 5, len(PAPER) - 1)
    for call, begins in ((None, "Landen"), (10, "3 Landen")):
        document, item = paper((Note(3, elsewhere, call),))
        last, _ = spoken(document, item)[-1]
        assert last.of(PAPER).startswith(begins)
