"""Withholding an answer: another actor, another meeting, nothing in common; and not too often."""

from __future__ import annotations

import pytest

from index.settings import Settings
from rag.assistant import Assistant
from rag.open import add_paths, open_assistant

REPORT = """Verslag van de Raad Justitie en Binnenlandse Zaken, {date}

I. Justitie

1. {title}

{body}
"""
RETURN = (
    "Zweden pleitte voor terugkeerhubs in derde landen. Nederland steunde de terugkeerhubs onder "
    "voorwaarden. Andere lidstaten wilden eerst meer weten over de terugkeerhubs."
)
VISA = "Denemarken vroeg om strengere visumregels. De Commissie beloofde een voorstel over visa."


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    folder = tmp_path_factory.mktemp("papers")
    for name, date, title, body in (
        ("een.txt", "13 en 14 juni 2024", "Terugkeer", RETURN),
        ("twee.txt", "4 en 5 december 2023", "Visumbeleid", VISA),
    ):
        (folder / name).write_text(
            REPORT.format(date=date, title=title, body=body), encoding="utf-8"
        )
    opened = open_assistant(Settings(), tmp_path_factory.mktemp("library") / "l", create=True)
    add_paths(opened.library, [folder], Settings())
    return opened


@pytest.mark.parametrize(
    ("question", "status"),
    [
        ("Wat vond Zweden van terugkeerhubs?", "answered"),
        ("Was Sweden in favour of return hubs?", "answered"),
        ("Wat vond Nederland van terugkeerhubs in juni 2024?", "answered"),
        ("Wat vond Denemarken van terugkeerhubs?", "not_found"),  # named, but for another subject
        ("Did Hungary oppose return hubs?", "not_found"),
        ("Wat zei de Raad in december 2023 over terugkeerhubs?", "not_found"),  # another meeting
        ("Wat zei de Raad in 2019 over terugkeerhubs?", "not_found"),  # no paper, no text of then
        ("Recept voor appeltaart met kaneel", "not_found"),
    ],
)
def test_an_answer_is_withheld_when_the_papers_have_none(
    assistant: Assistant, question: str, status: str
) -> None:
    answer = assistant.ask(question)
    assert answer.status == status
    assert bool(answer.note)
