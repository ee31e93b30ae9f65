"""An agenda and a report of one invented meeting, and an assistant over them; shared by tests."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from index.settings import Settings
from rag.assistant import Assistant
from rag.open import add_paths, open_assistant

AGENDA = """Geannoteerde agenda van de JBZ-Raad van 12 en 13 juni 2031

I. Binnenlandse Zaken

1. Verordening grensbewaking met drones

Het Voorzitterschap legt de verordening voor. Nederland zal pleiten voor een register van alle
drones. Naar verwachting neemt de Raad de algemene oriëntatie aan.

2. Smokkel van zilverreigers

De Commissie geeft een toelichting. Het kabinet steunt de strafverhoging.

II. Justitie

1. Erkenning van digitale testamenten

Nederland zal vragen om een uitzondering voor notarissen.

2. Wolken boven de Noordzee

Nederland zal vragen om meer weerballonnen.
"""
REPORT = """Verslag van de JBZ-Raad van 12 en 13 juni 2031

I. Binnenlandse Zaken

1. Verordening grensbewaking met drones

Nederland pleitte voor een register van alle drones. De Raad nam de algemene oriëntatie over de
verordening aan. De Commissie zegde toe uiterlijk op 1 oktober 2031 een register te maken.

2. Opvang van ontheemden uit Atlantis

Nederland vroeg om spreiding. Het Voorzitterschap concludeerde dat hierover in december verder
wordt gesproken.

II. Justitie

1. Smokkel van zilverreigers

De Commissie lichtte haar voorstel toe.

2. Erkenning van digitale testamenten

Nederland vroeg om een uitzondering voor notarissen. Hongarije was tegen.
"""


def shelf_of(folder: Path, papers: Mapping[str, str]) -> Assistant:
    """An assistant over papers given as text by file name."""
    shelf = folder / "papers"
    shelf.mkdir(exist_ok=True)
    for name, text in papers.items():
        (shelf / name).write_text(text, encoding="utf-8")
    settings = Settings(library=folder / "library")
    made = open_assistant(settings, folder / "library", create=True)
    report = add_paths(made.library, [shelf], settings, lambda *_: None)
    assert not report.failed
    return made
