"""What a paper says of itself, and None where it says nothing."""

from __future__ import annotations

from pathlib import Path

import pytest
from outlines import printed

from index.build import describe
from index.masthead import chamber, letter_date, own_number
from index.nouns import Document
from index.presidency import ROTATION, ROTATION_FROM, named_presidency, presidency_of

BODY = "De ministers bespraken het voorstel en de voorzitter vatte de bespreking kort samen."
ITEM = f"\n\nI. Justitie\n\n1. Bewijs\n\n{BODY}\n"


def told(text: str) -> Document:
    return describe(printed(text), Path("stuk.txt"), "stuk.txt")


def letter(dossier: str, opening: str, title: str) -> str:
    head = f"Tweede Kamer der Staten-Generaal\nVergaderjaar 2030–2031\n\n{dossier}\n\n"
    head += (
        "Aan de Voorzitter van de Tweede Kamer der Staten-Generaal\n\nDen Haag, 12 maart 2031\n\n"
    )
    signed = "De minister van Justitie en Veiligheid,\n\nA. Voorbeeld"
    return f"{head}{opening}\n\n{signed}\n\n{title}{ITEM}"


OPENING = (
    "Hierbij bied ik uw Kamer het verslag aan van de informele Raad op 6 en 7 maart 2031 in Praag."
)
TITLE = "Verslag van de informele bijeenkomst van de Raad Justitie en Binnenlandse Zaken"


def test_a_report_with_its_letter() -> None:
    document = told(letter("32 317 JBZ-Raad\n\nNr. 9912 BRIEF VAN DE MINISTER", OPENING, TITLE))
    assert document.kind == "verslag"
    assert document.title == TITLE
    assert document.meeting_dates == ("2031-03-06", "2031-03-07")
    assert (document.place, document.formality) == ("Praag", "informeel")
    assert (document.kamerstuk, document.chamber) == ("32 317, nr. 9912", "Tweede Kamer")
    assert document.letter_date == "2031-03-12"


def test_a_paper_that_says_nothing_says_none() -> None:
    document = told(f"Verslag van de Raad Justitie en Binnenlandse Zaken{ITEM}")
    assert document.kind == "verslag"
    assert (document.meeting_dates, document.place) == ((), None)
    assert (document.kamerstuk, document.chamber, document.letter_date) == (None, None, None)
    assert document.presidency is None


def test_numbers_of_other_papers_are_not_its_own() -> None:
    text = (
        f"Verslag van de Raad, 6 maart 2031{ITEM}\nZie eerder.1\n\n1 Kamerstuk 32 317, nr. 9000.\n"
    )
    assert told(text).kamerstuk is None


@pytest.mark.parametrize(
    ("masthead", "number"),
    [
        ("32 317 JBZ-Raad\n\nNr. 771  BRIEF VAN DE MINISTERS", "32 317, nr. 771"),
        ("32317 JBZ-Raad\nNr. 771\nBRIEF", "32 317, nr. 771"),
        ("32 317, OG\nBRIEF", "32 317, OG"),
        ("Kamerstuk 32317-987\n", "32 317, nr. 987"),
        ("Kamerstuk 32 317, nr. 12\n", "32 317, nr. 12"),
        ("32 317 JBZ-Raad\nBRIEF VAN DE MINISTER", None),
        ("Den Haag, 12 maart 2031", None),
        ("telefoon 070 123 45 67", None),
    ],
)
def test_the_papers_own_number(masthead: str, number: str | None) -> None:
    assert own_number(masthead) == number


@pytest.mark.parametrize(
    ("masthead", "name"),
    [
        ("Aan de Voorzitter van de Tweede Kamer der Staten-Generaal", "Tweede Kamer"),
        ("Eerste Kamer der Staten-Generaal", "Eerste Kamer"),
        ("Eerste Kamer, vergaderjaar 2030-2031", "Eerste Kamer"),
        ("zoals besproken met de Tweede Kamer", None),
    ],
)
def test_the_chamber(masthead: str, name: str | None) -> None:
    assert chamber(masthead) == name


@pytest.mark.parametrize(
    "text",
    [
        "Den Haag, 12 maart 2031",
        "Datum 12 maart 2031",
        "Datum: 12 maart 2031",
        "Datum | 12 maart 2031",
        "’s-Gravenhage, 12 maart 2031",
    ],
)
def test_the_date_of_a_letter(text: str) -> None:
    assert letter_date(f"Aan de Voorzitter\n{text}\nHierbij") == "2031-03-12"


@pytest.mark.parametrize(
    ("words", "formality", "says"),
    [
        ("Raad", "formeel", None),
        ("informele Raad", "informeel", "informeel"),
        ("extra Raad", "extra", "extra"),
        ("formele Raad", "formeel", "formeel"),
    ],
)
def test_the_formality_of_a_meeting(words: str, formality: str, says: str | None) -> None:
    document = told(f"Verslag van de {words} Justitie en Binnenlandse Zaken, 6 maart 2031{ITEM}")
    assert (document.formality, document.title_says) == (formality, says)


def test_a_title_that_contradicts_its_text_is_kept_beside_the_truth() -> None:
    opening = OPENING.replace("informele Raad", "Raad")
    text = (
        letter("32 317 JBZ-Raad", opening, TITLE)
        + "\nDe Raadsconclusies werden aangenomen (A-punt).\n"
    )
    assert (told(text).formality, told(text).title_says) == ("formeel", "informeel")


@pytest.mark.parametrize(
    ("opening", "place"),
    [
        (
            "Op 6 en 7 maart 2031 vergaderde de Raad in Brussel onder Pools voorzitterschap.",
            "Brussel",
        ),
        ("Te Luxemburg vergaderden op 6 en 7 maart 2031 de ministers van Justitie.", "Luxemburg"),
        ("Op 6 en 7 maart 2031 spraken de ministers elkaar over vele onderwerpen.", None),
        ("Op 3 mei 2031 was de minister op bezoek bij zijn ambtgenoot in Athene.", None),
    ],
)
def test_the_place_stands_beside_the_dates(opening: str, place: str | None) -> None:
    text = (
        f"Verslag van de Raad Justitie en Binnenlandse Zaken, 6 en 7 maart 2031\n\n{opening}{ITEM}"
    )
    assert told(text).place == place


def test_a_title_over_two_lines_with_its_dates_below() -> None:
    text = (
        f"Geannoteerde agenda van de Raad Justitie en Binnenlandse Zaken\n\n6 en 7 maart 2031{ITEM}"
    )
    document = told(text)
    assert document.title is not None
    assert document.title.endswith("Zaken 6 en 7 maart 2031")
    assert (document.kind, document.meeting_dates[0]) == ("geannoteerde agenda", "2031-03-06")


def test_whose_turn_it_is() -> None:
    assert presidency_of("2022-07-11") == "Tsjechië"
    assert presidency_of("2024-06-30") == "België"
    assert presidency_of("2024-06-30", later=1) == "Hongarije"
    assert presidency_of("2018-01-01") is None
    assert presidency_of("2031-01-01") is None
    assert ROTATION[0] == "Roemenië"
    assert ROTATION_FROM == 2019


@pytest.mark.parametrize(
    ("text", "dates", "country"),
    [
        ("Het Belgische voorzitterschap sprak.", ("2024-06-13",), "België"),
        ("Het aantredende Hongaarse voorzitterschap; België zat voor.", ("2024-06-13",), "België"),
        ("Onder Hongaars voorzitterschap volgt meer.", ("2024-06-13",), None),
        ("Het Zweeds Voorzitterschap.", (), "Zweden"),
        ("Het inkomende Deense voorzitterschap.", (), None),
        ("Het voorzitterschap sprak.", ("2024-06-13",), None),
    ],
)
def test_the_presidency_a_text_names(
    text: str, dates: tuple[str, ...], country: str | None
) -> None:
    assert named_presidency(text, dates) == country
