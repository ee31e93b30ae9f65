"""Covering letters, letters alone, and papers that are no Council papers at all."""

from __future__ import annotations

from pathlib import Path

import pytest
from outlines import outlined, printed

from index.agenda import agenda_items
from index.build import describe
from index.lines import known_lines
from index.nouns import Document
from index.parts import announcement, parts_of
from index.read import clean, read
from index.source import Line, Source

SHARED = Path(__file__).parents[1].parent / "shared"
BODY = "De ministers bespraken het voorstel en de voorzitter vatte de bespreking kort samen."
HEAD = """Tweede Kamer der Staten-Generaal
Vergaderjaar 2030–2031

32 317 JBZ-Raad

Nr. 9912 BRIEF VAN DE MINISTER VAN JUSTITIE EN VEILIGHEID

Aan de Voorzitter van de Tweede Kamer der Staten-Generaal

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


def paths(text: str) -> list[str]:
    return [path for path, _ in outlined(text)]


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
    paper = HEAD + f"In deze brief ga ik in op twee toezeggingen aan uw Kamer.\n\nVisa\n\n{BODY}\n\n"
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


QUESTIONS = f"""Vragen van het lid Voorbeeld aan de minister over wachttijden (ingezonden 3 mei 2031).

Vraag 1
Bent u bekend met het bericht over wachttijden?

Antwoord 1
Ja.

Vraag 2, 3 en 4
Hoe lang wachten mensen nu?

Antwoord op vragen 2, 3 en 4
{BODY}
"""


def test_questions_get_an_outline_of_questions_and_answers() -> None:
    assert described(QUESTIONS).kind == "overig"
    assert outlined(QUESTIONS)[1:] == [
        ("Vraag 1", "Bent u bekend met het bericht over wachttijden?"),
        ("Antwoord 1", "Ja."),
        ("Vraag 2, 3 en 4", "Hoe lang wachten mensen nu?"),
        ("Antwoord op vragen 2, 3 en 4", BODY),
    ]


def test_questions_under_a_letter_keep_the_letter() -> None:
    text = HEAD + f"In antwoord op uw brief zend ik u de antwoorden toe.\n{BODY}\n\n" + SIGNED
    assert described(text + QUESTIONS).kind == "brief"
    assert paths(text + QUESTIONS)[:3] == ["Brief/Aanhef", "Aanhef", "Vraag 1"]


def test_a_debate_is_no_letter_though_it_speaks_to_the_chamber() -> None:
    said = [
        Line("10. Kleine ondernemingen", level=1, bold=True, whole=True),
        Line("De voorzitter:", bold=True, whole=True),
        Line("Hierbij deel ik uw Kamer mee dat wij vandaag over bedrijven spreken.", whole=True),
        Line("Mevrouw Voorbeeld (ABC):", bold=True, whole=True),
        Line("Voorzitter. Ik heb namens mijn fractie twee vragen aan de minister.", whole=True),
    ]
    manuscript = clean(Source("xml", tuple(said)))
    assert describe(manuscript, Path("h.xml"), "h.xml").kind == "overig"
    paths = [item.path for item in agenda_items(manuscript)]
    assert paths == ["De voorzitter:", "Mevrouw Voorbeeld (ABC):"]


def test_a_paper_without_headings_is_cut_into_groups_of_paragraphs() -> None:
    text = "\n\n".join([BODY] * 40)
    groups = outlined(text)
    assert [path for path, _ in groups][:2] == ["Alinea 1", "Alinea 19"]
    assert all(len(body) < 1700 for _, body in groups)


def test_a_paper_on_one_line_is_cut_at_sentences() -> None:
    groups = outlined(" ".join([BODY] * 40))
    assert len(groups) > 1
    assert all(body.startswith("De ministers") and body.endswith("samen.") for _, body in groups)


@pytest.mark.parametrize(
    ("council", "kind"),
    [
        ("Geannoteerde agenda Landbouw- en Visserijraad 24 juni 2031", "geannoteerde agenda"),
        ("Verslag van de Raad Buitenlandse Zaken van 24 juni 2031", "verslag"),
        ("Verslag Eurogroep en Ecofinraad 24 juni 2031", "verslag"),
        ("Verslag van de informele bijeenkomst van de Milieuraad, 24 juni 2031", "verslag"),
    ],
)
def test_papers_of_other_councils(council: str, kind: str) -> None:
    text = f"{council}\n\n1. Situatie in de sector\n\n{BODY}\n\n2. Handel\n\n{BODY}\n"
    document = described(text)
    assert (document.kind, document.meeting_dates) == (kind, ("2031-06-24",))
    assert paths(text) == ["1", "2"]


def test_a_foreign_affairs_paper_with_headings_and_no_numbers() -> None:
    text = "Geannoteerde agenda Raad Buitenlandse Zaken van 24 juni 2031\n\nInleiding\n\n"
    text += "Op 24 juni vindt de Raad plaats in Luxemburg, onder leiding van de voorzitter.\n\n"
    text += f"Russische agressie\n\n{BODY}\n\nMidden-Oosten\n\n{BODY}\n"
    assert paths(text) == ["Inleiding", "Russische agressie", "Midden-Oosten"]


@pytest.mark.skipif(not SHARED.exists(), reason="the shared papers are not beside this checkout")
@pytest.mark.parametrize("folder", ["handelingen_tk", "handelingen_txt", "kamervragen_docx"])
def test_other_papers_are_no_council_papers(folder: str) -> None:
    for file in sorted((SHARED / "reading" / folder).iterdir()):
        manuscript = read(file)
        document = describe(manuscript, file, file.name)
        letters = ("brief", "overig") if folder == "kamervragen_docx" else ("overig",)
        assert document.kind in letters, file.name
        items = agenda_items(manuscript)
        assert all(item.number is None and item.tag is None for item in items), file.name
        if folder == "kamervragen_docx":
            assert any(item.path.startswith("Vraag 2") for item in items), file.name


def test_parts_are_indexes_of_lines() -> None:
    lines = known_lines(printed(HEAD + OPENING + SIGNED + REPORT))
    parts = parts_of(lines)
    assert lines[parts.opening].words.startswith("Hierbij")
    assert lines[parts.annex].words.startswith("Verslag van de Raad")
    assert (parts.letter, parts.agenda) == (True, True)
