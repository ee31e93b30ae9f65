"""Covering letters, letters alone, and papers that are no Council papers at all."""

from __future__ import annotations

from pathlib import Path

from outlines import outlined, paths, printed

from index.build import describe
from index.lines import known_lines
from index.nouns import Document
from index.parts import announcement, parts_of

SHARED = Path(__file__).parents[1].parent / "shared"
BODY = "De ministers bespraken het voorstel en de voorzitter vatte de bespreking kort samen."
HEAD = """Tweede Kamer der Staten-Generaal
Vergaderjaar 2030–2031

32 317 JBZ-Raad

Nr. 9912 BRIEF VAN DE MINISTER VAN JUSTITIE EN VEILIGHEID

Aan de Voorzitter van de Tweede Kamer

Den Haag, 12 maart 2031

"""
OPENING = """Hierbij bied ik uw Kamer het verslag aan van de Raad Justitie en Binnenlandse
Zaken van 6 en 7 maart 2031 in Brussel.

"""
SIGNED = "De minister van Justitie en Veiligheid,\n\nA.B. Voorbeeld\n\n"
REPORT = f"""Verslag van de Raad Justitie en Binnenlandse Zaken, 6 en 7 maart 2031

I. Justitie

1. Bewijs

{BODY}
"""


def described(text: str) -> Document:
    return describe(printed(text), Path("stuk.txt"), "stuk.txt")


def test_a_letter_before_a_report() -> None:
    text = HEAD + OPENING + f"Toezegging over visa\n\n{BODY}\n\n" + SIGNED + REPORT
    assert paths(text) == ["Brief/Aanhef", "Brief/Toezegging over visa", "Justitie/1"]
    assert outlined(text)[0][1].startswith("Hierbij bied ik")
    assert outlined(text)[1][1] == BODY


def test_a_letter_without_its_head() -> None:
    text = OPENING + SIGNED + REPORT
    assert paths(text) == ["Brief/Aanhef", "Justitie/1"]


def test_a_notice_above_the_head_is_no_opening() -> None:
    notice = "Let op: dit is een voorbeeld dat voor niemand enige betekenis heeft.\n\n"
    assert paths(notice + HEAD + OPENING + SIGNED + REPORT) == ["Brief/Aanhef", "Justitie/1"]
    assert paths(notice + REPORT) == ["Justitie/1"]


def test_topics_without_blank_lines_around_them() -> None:
    text = OPENING.strip() + f"\nToezegging over visa\n{BODY}\n{BODY}\n\n" + SIGNED + REPORT
    assert paths(text) == ["Brief/Aanhef", "Brief/Toezegging over visa", "Justitie/1"]


def test_a_part_of_an_argument_belongs_to_its_topic() -> None:
    text = OPENING + f"Richtlijn over smokkel\n\n{BODY}\n\nKrachtenveld\n\n{BODY}\n\n" + SIGNED
    assert paths(HEAD + text) == [
        *("Brief/Aanhef", "Brief/Richtlijn over smokkel"),
        "Brief/Richtlijn over smokkel/Krachtenveld",
    ]


def test_signatures_are_no_item() -> None:
    both = "De minister van Justitie en Veiligheid,\n\nA.B. Voorbeeld\n\n"
    both += "De staatssecretaris van Justitie en Veiligheid,\n\nC. de Voorbeeld-Tweede\n\n"
    items = outlined(HEAD + OPENING + f"Visa\n\n{BODY}\n\n" + both + REPORT)
    assert items[1] == ("Brief/Visa", BODY)


def test_a_letter_alone() -> None:
    paper = (
        HEAD + f"In deze brief ga ik in op twee toezeggingen aan uw Kamer.\n\nVisa\n\n{BODY}\n\n"
    )
    document = described(paper + SIGNED)
    assert (document.kind, document.letter_date) == ("brief", "2031-03-12")
    assert (document.meeting_dates, document.place) == ((), None)
    assert paths(paper + SIGNED) == ["Brief/Aanhef", "Brief/Visa"]


def test_a_ministry_letter_with_its_margin() -> None:
    margin = "Datum 12 maart 2031\nOnderwerp Toezeggingen over visa\n\nOns kenmerk\n1234567\n\n"
    margin += "Bij beantwoording de datum en ons kenmerk vermelden.\n\n"
    margin += f"Geachte voorzitter,\n\n{BODY}\n\n" + SIGNED
    document = described(margin)
    assert (document.kind, document.title) == ("brief", "Toezeggingen over visa")
    assert document.letter_date == "2031-03-12"
    assert outlined(margin) == [("Brief/Aanhef", BODY)]


def test_a_subject_can_announce_the_report() -> None:
    lines = known_lines(printed(f"Onderwerp: Verslag JBZ-Raad 6 maart 2031\n\n{BODY}\n"))
    assert announcement(lines) == "Verslag JBZ-Raad 6 maart 2031"


def test_parts_are_indexes_of_lines() -> None:
    lines = known_lines(printed(HEAD + OPENING + SIGNED + REPORT))
    parts = parts_of(lines)
    assert lines[parts.opening].words.startswith("Hierbij")
    assert lines[parts.annex].words.startswith("Verslag van de Raad")
    assert (parts.letter, parts.agenda) == (True, True)
