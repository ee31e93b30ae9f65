"""The register over a library, its CSV file and its command."""

from __future__ import annotations

import csv
import io
import json
import os
from collections.abc import Iterator
from pathlib import Path

import pytest
import typer
from hypothesis import given
from hypothesis import strategies as st
from outcome_papers import AGENDA, REPORT, shelf_of
from typer.testing import CliRunner

from index.errors import FileRefused, QuestionRefused
from rag.assistant import Assistant
from rag.meeting_papers import meetings
from rag.nouns import Citation, Statement
from rag.outcomes import command
from rag.outcomes.as_json import register_json, register_lines
from rag.outcomes.csv_export import BOM, COLUMNS, csv_text, safe, write_csv
from rag.outcomes.nouns import Outcomes, Record
from rag.outcomes.register import register

ODD = "=1+1 \t cmd|' /C calc'!A0\r\nregel"


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    folder = tmp_path_factory.mktemp("register")
    made = shelf_of(folder, {"agenda.txt": AGENDA, "verslag.txt": REPORT})
    yield made
    made.library.close()


def told(outcomes: Outcomes) -> list[tuple[str, str, str, str | None, str]]:
    return [(r.sort, r.what, r.actor, r.date, r.item) for r in outcomes.records]


ALL = [
    ("decision", "general_approach", "Council", None, "Binnenlandse Zaken/1"),
    ("promise", "promise", "Commission", "2031-10-01", "Binnenlandse Zaken/1"),
    ("next_step", "step", "Presidency", "2031-12", "Binnenlandse Zaken/2"),
]


def test_the_register_of_a_meeting_in_the_order_of_its_papers(assistant: Assistant) -> None:
    (meeting,) = meetings(assistant.library)
    outcomes = register(assistant, meeting, "nl")
    assert told(outcomes) == ALL
    for record in outcomes.records:
        (cited,) = record.statement.citations
        document = assistant.library.document(record.document)
        assert document.text[cited.start : cited.end] == cited.quote == record.statement.text
        assert record.meeting_dates == ("2031-06-12", "2031-06-13")


def test_without_a_meeting_it_is_of_all_papers(assistant: Assistant) -> None:
    assert told(register(assistant, None, "en")) == ALL


def test_an_actor_narrows_it_by_any_of_its_names(assistant: Assistant) -> None:
    assert told(register(assistant, None, "nl", actor="Europese Commissie")) == ALL[1:2]


def test_a_time_narrows_it(assistant: Assistant) -> None:
    assert told(register(assistant, None, "nl", since="2031-06", until="2031")) == ALL
    later = register(assistant, None, "nl", since="2031-07")
    assert not later.records
    assert "geen besluit" in later.note


def test_a_topic_narrows_it(assistant: Assistant) -> None:
    found = told(register(assistant, None, "nl", topic="grensbewaking met drones"))
    assert ALL[0] in found
    assert ALL[2] not in found


@pytest.mark.parametrize(
    ("filters", "said"),
    [
        ({"actor": "Marsmannetjes"}, "Marsmannetjes"),
        ({"since": "gisteren"}, "gisteren"),
        ({"since": "2032", "until": "2031"}, "2032"),
        ({"topic": " "}, "empty"),
    ],
)
def test_what_is_no_filter_is_refused(
    assistant: Assistant, filters: dict[str, str], said: str
) -> None:
    with pytest.raises(QuestionRefused, match=said):
        register(assistant, None, "nl", **filters)


def test_lines_name_sort_actor_date_and_place(assistant: Assistant) -> None:
    lines = register_lines(register_json(register(assistant, None, "en")))
    text = "\n".join(lines)
    assert "Promises" in text
    assert "the Commission · promise · by 1 October 2031" in text
    assert "verslag.txt, Binnenlandse Zaken/1" in text


def test_a_date_is_told_as_it_is_meant(tmp_path: Path) -> None:
    body = REPORT.replace(
        "De Commissie lichtte haar voorstel toe.",
        "De Commissie meldde dat de proef niet in oktober, maar op 8 december 2031 begint. "
        "Met ingang van 9 januari 2032 voert Finland controles uit.",
    )
    made = shelf_of(tmp_path, {"verslag.txt": body})
    outcomes = register(made, None, "nl")
    made.library.close()
    held = [(r.date, r.when) for r in outcomes.records if r.item == "Justitie/1"]
    assert held == [("2031-12-08", "on"), ("2032-01-09", "from")]
    lines = "\n".join(register_lines(register_json(outcomes)))
    assert "op 8 december 2031" in lines
    assert "vanaf 9 januari 2032" in lines
    assert "uiterlijk 1 oktober 2031" in lines
    rows = rows_of(csv_text(outcomes))
    assert [row[-1] for row in rows] == ["when", "", "by", "in", "on", "from"]
    whens = [entry["when"] for entry in register_json(outcomes)["entries"]]
    assert whens == [None, "by", "in", "on", "from"]


def record(text: str, item: str = "Justitie/1") -> Record:
    """A promise with these words."""
    cited = Citation("a.txt", item, "Titel", ("2031-06-12",), 3, None, 7, 7 + len(text), text)
    told_so = Statement(text, "NL", (cited,))
    days = ("2031-06-12",)
    return Record("promise", "promise", told_so, "NL", None, "JBZ-Raad", days, "a.txt", item)


def rows_of(text: str) -> list[list[str]]:
    return list(csv.reader(io.StringIO(text, newline="")))


def test_the_file_has_a_line_a_record_and_begins_with_a_byte_order_mark(tmp_path: Path) -> None:
    path = tmp_path / "register – ünïcode 'x' $(y);z.csv"
    write_csv(Outcomes("nl", (record('Eén; "twee"'), record(ODD)), "", 0.0), path)
    text = path.read_bytes().decode("utf-8")
    assert text.startswith(BOM)
    head, first, second = rows_of(text.removeprefix(BOM))
    assert head == list(COLUMNS)
    assert dict(zip(head, first, strict=True)) == {
        "sort": "promise",
        "what": "promise",
        "actor": "NL",
        "date": "",
        "meeting": "JBZ-Raad",
        "meeting_dates": "2031-06-12",
        "document": "a.txt",
        "item": "Justitie/1",
        "title": "Titel",
        "page": "3",
        "note": "",
        "start": "7",
        "end": "18",
        "text": 'Eén; "twee"',
        "when": "",
    }
    assert second[-2] == "'=1+1 cmd|' /C calc'!A0 regel"
    assert [path] == list(tmp_path.iterdir())  # no draft is left


@pytest.mark.parametrize("cell", ["=1", "+1", "-1", "@A1", "\t=1", "\r=1", "\n=1", " =1", "＝1"])
def test_what_a_spreadsheet_would_reckon_out_is_text(cell: str) -> None:
    assert safe(cell).startswith("'")


@given(st.lists(st.text(min_size=1).filter(str.strip), max_size=4))
def test_whatever_papers_hold_a_record_is_one_row_and_no_formula(texts: list[str]) -> None:
    outcomes = Outcomes("nl", tuple(record(text) for text in texts), "", 0.0)
    rows = rows_of(csv_text(outcomes))
    assert len(rows) == 1 + len(texts)
    for row in rows:
        assert len(row) == len(COLUMNS)
        for cell in row:
            assert not cell.lstrip().startswith(("=", "+", "-", "@"))
            assert "\n" not in cell
            assert "\r" not in cell


def test_a_file_that_is_there_gives_way_whole_and_only_when_forced(tmp_path: Path) -> None:
    path = tmp_path / "register.csv"
    path.write_text("oud " * 1000, encoding="utf-8")
    fresh = Outcomes("nl", (record("Nieuw."),), "", 0.0)
    with pytest.raises(FileRefused, match="is there already"):
        write_csv(fresh, path)
    write_csv(fresh, path, force=True)
    assert "oud" not in path.read_text(encoding="utf-8")


def test_paths_that_cannot_be_written_are_refused_in_one_line(tmp_path: Path) -> None:
    empty = Outcomes("nl", (), "", 0.0)
    long = tmp_path / ("x" * 300 + ".csv")
    fifo = tmp_path / "pijp"
    os.mkfifo(fifo)
    for path in (tmp_path, tmp_path / "geen" / "r.csv", long, fifo, tmp_path / "nul\0.csv"):
        with pytest.raises(FileRefused) as refused:
            write_csv(empty, path, force=True)
        assert "\n" not in str(refused.value).replace(str(path), "")
    assert sorted(each.name for each in tmp_path.iterdir()) == ["pijp"]


def test_the_command_prints_json_and_writes_the_file(assistant: Assistant, tmp_path: Path) -> None:
    app = typer.Typer()
    app.command()(command.register)
    library = ["--library", str(assistant.library.folder)]
    path = tmp_path / "register.csv"
    done = CliRunner().invoke(app, ["2031-06", "--json", "-o", str(path), *library])
    assert done.exit_code == 0, done.output
    found = json.loads(done.stdout)
    assert [entry["actor"] for entry in found["entries"]] == [who for _, _, who, _, _ in ALL]
    assert set(found) == {"language", "entries", "note", "seconds"}
    assert len(rows_of(path.read_text(encoding="utf-8-sig"))) == 1 + len(ALL)
    nothing = CliRunner().invoke(app, ["--actor", "Frontex", *library])
    assert nothing.exit_code == 1
    word = str(tmp_path / "register.docx")
    for wrong in (
        *(["2019-01"], ["--language", "fr"], ["-o", str(tmp_path)], ["-o", word]),
        ["--actor", "Wie"],
    ):
        refused = CliRunner().invoke(app, [*wrong, *library])
        assert refused.exit_code == 2
        assert len(refused.stderr.splitlines()) == 1
    assert not Path(word).exists()
