"""Papers that are no papers of this Council: plain outlines, and no invented agenda items."""

from __future__ import annotations

from pathlib import Path

import pytest
from outlines import outlined, paths, printed

from index.agenda import agenda_items
from index.build import describe
from index.nouns import Document
from index.read import clean, read
from index.source import Line, Source

SHARED = Path(__file__).parents[1].parent / "shared"
BODY = "De ministers bespraken het voorstel en de voorzitter vatte de bespreking kort samen."
HEAD = """Aan de Voorzitter van de Tweede Kamer

Den Haag, 12 maart 2031

"""
SIGNED = "De minister van Justitie en Veiligheid,\n\nA.B. Voorbeeld\n\n"


def described(text: str) -> Document:
    return describe(printed(text), Path("stuk.txt"), "stuk.txt")


QUESTIONS = f"""Vragen van het lid Voorbeeld aan de minister over wachttijden (van 3 mei 2031).

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
