"""`raadpleeg summarise`: what goes with what, exit statuses, JSON and lines."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

import pytest
import typer
from commands import Ran, specimen
from summary_papers import REPORT, made, over
from typer.testing import CliRunner

from rag.open import add_paths, open_library
from rag.summaries.as_json import summary_json, summary_lines
from rag.summaries.command import summarise
from rag.summaries.summarise import summarise_document, summarise_dossier

HELD = ["specimen-2023-06-geannoteerde-agenda", "specimen-2023-06-verslag"]
REPORT_FILE = "specimen-2023-06-verslag.txt"
CSAM = "Binnenlandse Zaken/3"


@pytest.fixture(scope="module")
def shelf(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A library of the agenda and the report of one meeting."""
    from index.settings import Settings

    folder = tmp_path_factory.mktemp("held")
    settings = Settings(library=folder / "library")
    with open_library(settings, folder / "library", create=True) as library:
        added = add_paths(library, [specimen(folder, name) for name in HELD], settings)
        assert not added.failed
    return folder / "library"


@pytest.fixture(autouse=True)
def elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """No test sees the settings or the library of the folder it is run from."""
    monkeypatch.chdir(tmp_path)
    for name in [name for name in os.environ if name.startswith("RAADPLEEG_")]:
        monkeypatch.delenv(name)


def run(shelf: Path, *words: str) -> Ran:
    app = typer.Typer()
    app.command()(summarise)
    done = CliRunner().invoke(app, [*words, "--library", str(shelf)])
    if done.exception is not None and not isinstance(done.exception, SystemExit):
        raise done.exception
    return Ran(done.exit_code, done.stdout, done.stderr)


def summary(shelf: Path, *words: str) -> Any:
    done = run(shelf, *words, "--json")
    assert done.status == 0, done.err
    return done.json


def test_an_item_of_a_document(shelf: Path) -> None:
    found = summary(shelf, REPORT_FILE, "--item", CSAM)
    assert (found["of"], found["documents"]) == ("item", [REPORT_FILE])
    assert 30 <= found["words"] <= 120
    starts = [statement["citations"][0]["start"] for statement in found["statements"]]
    assert starts == sorted(starts)
    assert found["parts"][0]["statements"] == found["statements"]


def test_a_document_and_a_meeting(shelf: Path) -> None:
    one, both = summary(shelf, REPORT_FILE), summary(shelf, "juni 2023", "--language", "en")
    assert (one["of"], both["of"]) == ("document", "meeting")
    assert one["words"] <= 600 and both["words"] <= 600
    assert len(both["documents"]) == 2
    assert one["parts"][0]["heading"] == "Wat is besloten"
    assert both["parts"][0]["heading"] == "What was decided"
    decided = {c["document"] for s in both["parts"][0]["statements"] for c in s["citations"]}
    assert decided == {REPORT_FILE}


def test_every_quote_is_a_slice_and_every_item_is_there(shelf: Path) -> None:
    from index.settings import Settings

    found = summary(shelf, "2023-06")
    with open_library(Settings(library=shelf), shelf) as library:
        for statement in found["statements"]:
            for citation in statement["citations"]:
                text = library.document(citation["document"]).text
                assert statement["text"] == text[citation["start"] : citation["end"]]
        bodies = {
            (name, item.path)
            for name in found["documents"]
            for item in library.items(name)
            if item.span.of(library.document(name).text).strip()
        }
    assert {(p["document"], p["item"]) for p in found["parts"] if p["item"]} == bodies


def test_a_topic_over_meetings(shelf: Path) -> None:
    found = summary(shelf, "--topic", "seksueel kindermisbruik")
    assert found["of"] == "dossier" and found["language"] == "nl"
    assert any(part["item"] == CSAM for part in found["parts"])


def test_an_unknown_topic_says_so_with_exit_status_1(shelf: Path) -> None:
    done = run(shelf, "--topic", "schapenteelt in Patagonië")
    assert done.status == 1
    assert "schapenteelt in Patagonië" in done.out


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ((), "name a document or a meeting, or give --topic, and not both"),
        (("2023-06", "--topic", "asiel"), "and not both"),
        (("--topic", "asiel", "--item", "Justitie/1"), "--item goes with a document"),
        (("2023-06", "--since", "2022"), "--since and --until go with --topic"),
        (("--topic", "asiel", "--since", "2024", "--until", "2022-05"), "exchange them"),
        (("--topic", "asiel", "--since", "gisteren"), "is no year, month or day"),
        (("2023-06", "--language", "fr"), "neither nl nor en"),
        (("1999-01",), "is no meeting of this library; name one of: JBZ-Raad 8-9 juni 2023"),
        (("specimen-2023-06-verlag.txt",), f"did you mean {REPORT_FILE}"),
        ((REPORT_FILE, "--item", "Binnenlandse Zaken/33"), f"did you mean '{CSAM}'"),
        (("2023-06", "--item", CSAM), "--item is of one paper, and '2023-06' is none"),
    ],
)
def test_bad_input_is_one_clear_line(shelf: Path, words: tuple[str, ...], told: str) -> None:
    done = run(shelf, *words)
    assert done.status == 2 and done.out == ""
    (line,) = done.said[-1:]
    assert told in line


def test_lines_name_each_part_and_number_the_places(shelf: Path) -> None:
    done = run(shelf, REPORT_FILE, "--item", "Justitie/2")
    assert done.status == 0
    assert "[Nederland: steun] “Nederland stemde voor" in done.out
    assert f"[1] {REPORT_FILE}, Justitie/2, Herziening van de richtlijn mensenhandel" in done.out
    assert done.out.rstrip().endswith("Letterlijke citaten, gekozen zonder taalmodel.")


def test_json_has_every_field_and_lines_need_no_more(tmp_path: Path) -> None:
    found = summary_json(summarise_document(over(tmp_path, made("v.txt", REPORT)), "v.txt", "en"))
    assert set(found) == {
        *("of", "title", "language", "meeting_dates", "documents", "parts", "statements"),
        *("words", "note", "writer", "dropped", "repaired", "seconds", "ai_generated"),
    }
    read = json.loads(json.dumps(found))
    assert read == found
    lines = summary_lines(read)
    assert lines[0] == "report, JHA Council 13-14 June 2024"
    assert sum("See above" in line for line in lines) == 2


def test_a_dossier_is_told_in_order_of_date(tmp_path: Path) -> None:
    said = {
        2024: "Nederland steunde de tekst over corruptiebestrijding.",
        2022: "Nederland vroeg bij corruptiebestrijding om lagere straffen.",
        2023: "Nederland was tegen harde regels voor corruptiebestrijding.",
    }
    papers = [
        made(f"{year}.txt", {"Justitie/1": text}, dates=(f"{year}-06-13",))
        for year, text in said.items()
    ]
    found = summarise_dossier(over(tmp_path, *papers), "corruptiebestrijding", "en")
    (held,) = [part for part in found.parts if part.heading == "Positions of the Netherlands"]
    assert [s.text for s in held.statements] == [said[year] for year in (2022, 2023, 2024)]
    assert held.statements[0].group.startswith("report, JHA Council 13 June 2022: Justitie 1.")
    assert found.title == "corruptiebestrijding: 13 June 2022 to 13 June 2024"
