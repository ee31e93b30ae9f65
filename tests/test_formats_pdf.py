"""PDF: printed lines, emphasis, notes and hyphens; and every way in which a PDF can be bad."""

from __future__ import annotations

import os
import resource
import signal
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from pdf_files import Sheet, bare_pdf, mutated, scanned_pdf

from index.errors import FileRefused
from index.formats import child, pdf, pdf_child
from index.formats.pdf import read_pdf
from index.formats.pdf_layout import lines_of
from index.formats.pdf_print import Run
from index.source import Line

MUTATIONS = int(os.environ.get("RAADPLEEG_TEST_MUTATIONS", "40"))
ROOT = Path(__file__).parents[1]


def report() -> bytes:
    """Two pages: a bold title, body with calls, and a note that runs on to the second page."""
    sheet = Sheet()
    sheet.put(70, 780, "I. Justitie", 14, "Helvetica-Bold")
    end = sheet.put(70, 750, "De Raad sprak over het voorstel.")
    sheet.put(end, 753.5, "1", 6)
    end = sheet.put(70, 738, "Nederland steunde dit")
    end = sheet.put(end, 741.5, "2, 3", 6)
    sheet.put(end, 738, " en vroeg om CO")
    sheet.put(70, 726, "cijfers per m")
    sheet.put(70, 100, "1", 5)
    sheet.put(75, 97, "Kamerstuk 32 317, nr. 1.", 8)
    sheet.put(70, 88, "2", 5)
    sheet.put(75, 85, "Kamerstuk 32 317, nr. 2, waarin wordt", 8)
    sheet.page()
    sheet.put(70, 780, "schuin gezet", 10, "Helvetica-Oblique")
    sheet.put(70, 750, "Tweede bladzijde met genoeg gewone letters erop.")
    sheet.put(70, 100, "verwezen naar het verslag.", 8)
    sheet.put(70, 88, "3", 5)
    sheet.put(75, 85, "Derde noot.", 8)
    return sheet.bytes()


def lines(raw: bytes) -> list[Line]:
    return [line for line in read_pdf(raw, "a.pdf").lines if line.text]


def test_a_report_by_hand() -> None:
    found = [(x.page, x.text, x.bold, x.size, x.note, x.calls) for x in lines(report())]
    assert found == [
        (1, "I. Justitie", True, 14.0, None, ()),
        (1, "De Raad sprak over het voorstel.", False, 10.0, None, ((32, 1),)),
        (1, "Nederland steunde dit en vroeg om CO", False, 10.0, None, ((21, 2), (21, 3))),
        (1, "cijfers per m", False, 10.0, None, ()),
        (1, "Kamerstuk 32 317, nr. 1.", False, 8.0, 1, ()),
        (1, "Kamerstuk 32 317, nr. 2, waarin wordt", False, 8.0, 2, ()),
        (2, "schuin gezet", True, 10.0, None, ()),
        (2, "Tweede bladzijde met genoeg gewone letters erop.", False, 10.0, None, ()),
        (2, "verwezen naar het verslag.", False, 8.0, 2, ()),
        (2, "Derde noot.", False, 8.0, 3, ()),
    ]
    assert not any(line.whole for line in lines(report()))


def test_white_space_between_lines_is_an_empty_line() -> None:
    sheet = Sheet()
    for y in (780, 768, 756, 732, 720):  # 12 points a line, 24 between the paragraphs
        sheet.put(70, y, f"regel op {y}")
    found = [line.text for line in read_pdf(sheet.bytes(), "a.pdf").lines]
    assert found == [
        "regel op 780",
        "regel op 768",
        "regel op 756",
        "",
        "regel op 732",
        "regel op 720",
    ]


def test_a_raised_number_without_a_note_stays_in_the_text() -> None:
    sheet = Sheet()
    end = sheet.put(70, 750, "een oppervlak van 30 m")
    end = sheet.put(end, 753.5, "2", 6)
    sheet.put(end, 750, " of minder")
    assert [(x.text, x.calls) for x in lines(sheet.bytes())] == [
        ("een oppervlak van 30 m2 of minder", ())
    ]


def test_a_power_is_no_call_even_where_that_note_exists() -> None:
    sheet = Sheet()
    end = sheet.put(70, 750, "30 m")
    sheet.put(end, 753.5, "1", 6)
    end = sheet.put(70, 738, "een gewone zin in het stuk")
    sheet.put(end, 741.5, "1", 6)
    sheet.put(70, 100, "1", 5)
    sheet.put(75, 97, "Noot.", 8)
    assert [(x.text, x.calls, x.note) for x in lines(sheet.bytes())] == [
        ("30 m1", (), None),
        ("een gewone zin in het stuk", ((26, 1),), None),
        ("Noot.", (), 1),
    ]


def test_notes_with_plain_numbers_count_on() -> None:
    sheet = Sheet()
    for number, y in ((1, 750), (2, 738)):
        end = sheet.put(70, y, "Een gewone zin van het stuk over de Raad.")
        sheet.put(end, y + 3.5, str(number), 6)
    sheet.put(70, 100, "1 Eerste noot, die doorloopt", 8)
    sheet.put(70, 91, "op een tweede regel.", 8)
    sheet.put(70, 82, "2 Tweede noot.", 8)
    sheet.put(70, 40, "3 van 7", 8)  # a footer in small print
    assert [(x.text, x.note) for x in lines(sheet.bytes())[2:]] == [
        ("Eerste noot, die doorloopt", 1),
        ("op een tweede regel.", 1),
        ("Tweede noot.", 2),
        ("3 van 7", None),
    ]


def test_a_hyphen_at_the_end_of_a_line_stays_there() -> None:
    sheet = Sheet()
    sheet.put(70, 750, "om zich regen-")
    sheet.put(70, 738, "boogprovincie te noemen bij de JBZ-")
    sheet.put(70, 726, "Raad in Latijns-Amerika")
    assert [line.text for line in lines(sheet.bytes())] == [
        "om zich regen-",
        "boogprovincie te noemen bij de JBZ-",
        "Raad in Latijns-Amerika",
    ]


def test_text_after_a_raised_number_stays_on_its_line() -> None:
    sheet = Sheet()
    end = sheet.put(70, 750, "tot stand gekomen")
    end = sheet.put(end, 753.5, "7", 6)
    sheet.put(end, 750, ". Daarna meer.")
    assert [line.text for line in lines(sheet.bytes())] == ["tot stand gekomen7. Daarna meer."]


def test_columns_of_other_type_are_lines_of_their_own() -> None:
    sheet = Sheet()
    sheet.put(55, 70, "Den Haag 2024", 6)
    sheet.put(221, 70, "Tweede Kamer, vergaderjaar 2023-2024", 9)
    assert [line.text for line in lines(sheet.bytes())] == [
        "Den Haag 2024",
        "Tweede Kamer, vergaderjaar 2023-2024",
    ]


def test_an_accent_printed_over_a_letter_joins_it() -> None:
    runs = [
        Run("Kostic", 10, False, 700, 100, 130, 0),
        Run("´ ", 10, False, 700, 126, 129, 0),
        Run("vroeg", 10, False, 700, 133, 160, 0),
    ]
    assert [line.text for line in lines_of([runs])] == ["Kostić vroeg"]


def test_text_set_sideways_reads_as_a_line() -> None:
    sheet = Sheet()
    sheet.canvas.rotate(90)
    sheet.put(100, -50, "kantlijn van het stuk")
    assert [line.text for line in lines(sheet.bytes())] == ["kantlijn van het stuk"]


def test_letters_too_small_to_see_are_left_out() -> None:
    sheet = Sheet()
    sheet.put(70, 750, "zichtbaar")
    sheet.put(70, 700, "verborgen", 0.4)
    source = read_pdf(sheet.bytes(), "a.pdf")
    assert source.text == "zichtbaar\n"
    assert source.warnings == ("9 letters too small to be seen left out",)


def test_pages_keep_their_numbers_when_one_is_a_scan() -> None:
    sheet = Sheet()
    sheet.put(70, 750, "eerste")
    sheet.page()
    sheet.canvas.beginForm("leeg")
    sheet.canvas.endForm()
    sheet.canvas.doForm("leeg")
    sheet.page()
    sheet.put(70, 750, "derde")
    source = read_pdf(sheet.bytes(), "a.pdf")
    assert [(line.page, line.text) for line in source.lines] == [
        (1, "eerste"),
        (2, ""),
        (3, "derde"),
    ]
    assert source.warnings == ("pages without text, perhaps scans: 2",)


def refused(raw: bytes) -> str:
    with pytest.raises(FileRefused) as caught:
        read_pdf(raw, "a.pdf")
    assert str(caught.value).startswith("a.pdf: the PDF ")
    return caught.value.why


def test_encrypted() -> None:
    sheet = Sheet(password="geheim", owner="eigenaar")
    sheet.put(70, 750, "tekst")
    assert "encrypted; remove its password" in refused(sheet.bytes())


def test_rights_alone_do_not_close_a_pdf() -> None:
    sheet = Sheet(owner="eigenaar")
    sheet.put(70, 750, "iedereen mag dit lezen")
    assert [line.text for line in lines(sheet.bytes())] == ["iedereen mag dit lezen"]


@pytest.mark.parametrize("share", [0.02, 0.3, 0.6, 0.9, 0.99])
def test_truncated(share: float) -> None:
    raw = report()
    assert "damaged or truncated" in refused(raw[: int(len(raw) * share)])


def test_a_scan() -> None:
    assert "scan without text; run text recognition" in refused(scanned_pdf())


def test_no_text_and_no_picture() -> None:
    assert "holds no text" in refused(bare_pdf(1, b""))


def test_three_thousand_pages_is_the_most() -> None:
    text = b"BT /F1 12 Tf 70 700 Td (bladzijde) Tj ET"
    assert lines(bare_pdf(3_000, text))[-1].page == 3_000
    assert "more than 3,000 pages" in refused(bare_pdf(3_001, text))


def test_ten_million_characters_is_the_most(monkeypatch: pytest.MonkeyPatch) -> None:
    raw = bare_pdf(3, b"BT /F1 12 Tf 70 700 Td (tien tekens) Tj ET")  # ten and a blank each
    monkeypatch.setattr(pdf_child, "MAX_CHARACTERS", 23)
    reader = pdf_child.Reader(raw)
    reader.page(0)
    reader.page(1)
    with pytest.raises(pdf_child.RefusalError, match="text"):
        reader.page(2)
    monkeypatch.setattr(pdf, "ask_child", lambda *_: {"refused": "text"})
    assert "more than 10,000,000 characters" in refused(raw)


def test_a_child_that_dies_or_hangs_is_one_refusal(monkeypatch: pytest.MonkeyPatch) -> None:
    done = subprocess.CompletedProcess[bytes]
    for code, why in (
        (-signal.SIGSEGV, "damaged"),
        (-signal.SIGXCPU, "60 seconds"),
        (1, "damaged"),
    ):
        monkeypatch.setattr(child.subprocess, "run", lambda *_, c=code, **__: done([], c))
        assert why in refused(b"%PDF-1.7 %%EOF")

    def never(*_: object, **__: object) -> None:
        raise subprocess.TimeoutExpired("x", 1)

    monkeypatch.setattr(child.subprocess, "run", never)
    assert "60 seconds" in refused(b"%PDF-1.7 %%EOF")


@pytest.mark.parametrize(
    "answer",
    [
        None,
        [],
        {},
        {"pages": 3, "tiny": 0},
        {"pages": [[["x", 1, 0, 0, 0, 0]]], "tiny": 0},
        {"pages": [[[[1, 1, 0, 0, 0, 0, 0]], False]], "tiny": 0},
        {"pages": [[[["x", "y", 0, 0, 0, 0, 0]], False]], "tiny": 0},
        {"refused": ["?"]},
    ],
)
def test_a_child_that_lies_is_not_believed(monkeypatch: pytest.MonkeyPatch, answer: object) -> None:
    monkeypatch.setattr(pdf, "ask_child", lambda *_: answer)
    assert "damaged" in refused(b"%PDF-1.7 %%EOF")


def test_the_child_bounds_itself() -> None:
    code = (
        "import resource; from index.formats.bounds import limit_itself; limit_itself(7);"
        "print(resource.getrlimit(resource.RLIMIT_CPU)[0]);"
        "\ntry: x = bytearray(3 << 29); print('too much')"
        "\nexcept MemoryError: print('bounded')"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert done.stdout.split() == ["7", "bounded"]


def test_the_child_starts_anywhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    # also where files are called like modules of the standard library
    (tmp_path / "json.py").write_text("raise SystemExit('shadowed')")
    monkeypatch.chdir(tmp_path)
    assert lines(report())[0].text == "I. Justitie"


def test_mutated_files_end_in_text_or_a_refusal() -> None:
    raw = report()
    before, began = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss, time.monotonic()

    def outcome(seed: int) -> str:
        try:
            return "text" if read_pdf(mutated(raw, seed), "a.pdf").lines else "nothing"
        except FileRefused:
            return "refused"

    with ThreadPoolExecutor(2) as pool:
        outcomes = list(pool.map(outcome, range(MUTATIONS)))
    assert set(outcomes) <= {"text", "refused"}
    assert outcomes.count("text") and outcomes.count("refused")
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 50_000  # kilobytes
    assert time.monotonic() - began < MUTATIONS * 1.5


def test_runs_are_joined_and_code_units_paired() -> None:
    runs: list[pdf_child.Run] = [("een ", 10, 0, 700, 100, 120, 0)]
    pdf_child.join(runs, ("twee", 10, 0, 700, 120, 140, 0))
    pdf_child.join(runs, ("vet", 10, 1, 700, 140, 150, 0))
    pdf_child.join(runs, ("onder", 10, 1, 690, 150, 160, 0))
    assert [run[0] for run in runs] == ["een twee", "vet", "onder"]
    assert pdf_child.characters([0xD83D, 0xDE00, 0x61, 0x02, 0x0D, 0x0A, 0xFFFE]) == "😀a--"
    assert pdf_child.characters([0xD83D, 0x61]) == "\ufffda"
