"""Bad files, bad libraries, bad moments: one clear line each, and nothing else is lost."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from commands import PAPER, paper, run
from docx_files import docx, p
from pdf_files import Sheet, bare_pdf, scanned_pdf

from index import generation, store
from index.formats import limits
from index.lock import WriterLock

ROOT = Path(__file__).parents[1]
TEXT = PAPER.format(day=8, year=2023, more="")


@pytest.fixture(autouse=True)
def elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Every test has a folder and a library of its own."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("RAADPLEEG_LOCK_TIMEOUT", "0.3")


def encrypted() -> bytes:
    sheet = Sheet(password="geheim", owner="eigenaar")
    sheet.put(50, 700, "Geheim")
    return sheet.bytes()


def printed() -> bytes:
    sheet = Sheet()
    sheet.put(50, 700, "Nederland steunt het voorstel over detectie.")
    return sheet.bytes()


def bomb(folder: Path) -> bytes:
    with zipfile.ZipFile(folder / "bomb", "w", zipfile.ZIP_DEFLATED) as made:
        for name in ("[Content_Types].xml", "word/document.xml"):
            made.writestr(name, "<a>" + " " * 30_000_000 + "</a>")
    return (folder / "bomb").read_bytes()


ENTITY = b'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY e SYSTEM "file:///etc/passwd">]><a>&e;</a>'
REFUSED: dict[str, tuple[str, Callable[[Path], bytes], str]] = {
    "empty": ("leeg.txt", lambda _: b"", "the file is empty; give one with text in it"),
    "blank": ("wit.txt", lambda _: b"\xef\xbb\xbf \r\n\n", "the file is empty; give one with text"),
    "no kind of ours": ("a.odt", lambda _: b"x", "not a kind of file Raadpleeg reads (PDF, DOCX"),
    "text that is a PDF": (
        *("a.txt", lambda _: printed()),
        "says TXT but is a PDF; give it the suffix of what it is",
    ),
    "PDF that is text": ("a.pdf", lambda _: b"x" + TEXT.encode(), "says PDF but is something else"),
    "DOCX that is HTML": (
        *("a.docx", lambda _: b"<!doctype html><p>x"),
        "says DOCX but is HTML; open it in a word processor and save it as .docx",
    ),
    "HTML that is text": ("a.html", lambda _: b"x", "says HTML but is text without any HTML in it"),
    "a program": ("a.txt", lambda _: b"MZ\x90" + bytes(999), "says TXT but is a Windows program"),
    "encrypted PDF": ("a.pdf", lambda _: encrypted(), "the PDF is encrypted; remove its password"),
    "truncated PDF": (
        "a.pdf",
        lambda _: printed()[:400],
        "the PDF is damaged or truncated; download it again",
    ),
    "scanned PDF": (
        *("a.pdf", lambda _: scanned_pdf()),
        "the PDF is a scan without text; run text recognition (OCR) on it first",
    ),
    "3,001 pages": (
        *("a.pdf", lambda _: bare_pdf(3001, b"BT /F1 9 Tf (x) Tj ET")),
        "the PDF has more than 3,000 pages; split it into smaller files",
    ),
    "zip bomb": ("a.docx", bomb, "the DOCX inflates to far more than its size"),
    "DOCX with broken XML": (
        "a.docx",
        lambda _: docx("<w:p><w:r>"),
        "its part word/document.xml is broken at line 1",
    ),
    "external entity": (
        "a.xml",
        lambda _: ENTITY,
        "its XML defines a document type or entities, which are not read",
    ),
    "empty paragraphs": ("a.docx", lambda _: docx(p(" ")), "holds no text; give a file with text"),
}


@pytest.mark.parametrize("case", REFUSED)
def test_one_line_names_the_file_and_the_rest_is_kept(tmp_path: Path, case: str) -> None:
    name, made, why = REFUSED[case]
    bad = tmp_path / "in" / name
    bad.parent.mkdir()
    bad.write_bytes(made(tmp_path))
    before, after = paper(tmp_path, "voor.txt"), paper(tmp_path, "na.txt", day=9)
    ran = run("add", before, bad, after, "--json")
    assert (ran.status, ran.json["added"]) == (2, ["voor.txt", "na.txt"])
    (said,) = ran.said
    assert said.startswith(f"{bad}: {why}"), said
    assert ran.json["failed"] == [{"file": str(bad), "error": said.removeprefix(f"{bad}: ")}]
    assert run("ask", "grensbewaking Hongarije", "--json").status == 0
    assert len(run("documents").out.splitlines()) == 2
    # the same in a folder that is handed in as a whole, and for `outline`
    folder = run("add", tmp_path / "in")
    readable = name != "a.odt"
    assert folder.status == 2
    assert folder.said[0].startswith(f"{bad}: {why}" if readable else f"{bad.parent}: no PDF, DOCX")
    outline = run("outline", bad)
    assert (outline.status, outline.out) == (2, "")
    assert why[:20] in outline.said[0]


def test_text_over_ten_megabytes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "MAX_CHARACTERS", 1_000)
    (tmp_path / "lang.txt").write_text("woord " * 500)
    ran = run("add", "lang.txt", paper(tmp_path))
    assert (ran.status, ran.out) == (2, "added      verslag.txt\n")
    assert ran.said == [
        "lang.txt: holds more than 1,000 characters of text; split it into smaller files"
    ]


def test_a_folder_with_nothing_readable(tmp_path: Path) -> None:
    (tmp_path / "leeg").mkdir()
    ran = run("add", "leeg")
    assert ran.status == 2
    assert ran.said == ["leeg: no PDF, DOCX, HTML, XML or TXT file in this folder; name another"]


# libraries


def test_a_library_that_cannot_be_written(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    ran = run("add", paper(tmp_path), "--library", tmp_path / "file" / "library")
    assert (ran.status, ran.out) == (2, "")
    assert ran.said == [
        f"{tmp_path / 'file' / 'library'}: Not a directory; choose a folder that can be written to"
    ]


def test_a_library_of_a_newer_format(tmp_path: Path) -> None:
    run("add", paper(tmp_path), "--library", "lib")
    with sqlite3.connect("lib/library.sqlite") as record:
        record.execute("PRAGMA user_version = 99")
    for words in (("ask", "asiel"), ("add", "verslag.txt"), ("documents",), ("reindex",)):
        ran = run(*words, "--library", "lib")
        assert ran.status == 2
        assert ran.said[0].startswith("lib: has format 99, this program knows 1; use the program")


def test_a_file_that_is_no_library(tmp_path: Path) -> None:
    (tmp_path / "lib").mkdir()
    (tmp_path / "lib" / "library.sqlite").write_text("geen database, maar wel lang genoeg " * 50)
    ran = run("documents", "--library", "lib")
    assert ran.status == 2
    assert "damaged or no library" in ran.said[0]


def test_another_model(tmp_path: Path) -> None:
    run("add", paper(tmp_path), "--library", "lib")
    with sqlite3.connect("lib/library.sqlite") as record:
        record.execute("UPDATE settings SET value = 'e5' WHERE key = 'model'")
    for words in (("ask", "asiel"), ("add", paper(tmp_path, "b.txt", day=9)), ("search", "asiel")):
        ran = run(*words, "--library", "lib")
        assert ran.status == 2
        assert ran.said[0].startswith("lib: made with embedder e5, the settings say ")
        assert "run `raadpleeg reindex`" in ran.said[0]


def test_a_full_disk_in_the_record(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    run("add", paper(tmp_path, "a.txt"), "--library", "lib")
    real = store.connect

    def full(folder: Path, *, create: bool) -> sqlite3.Connection:
        made = real(folder, create=create)
        pages = made.execute("PRAGMA page_count").fetchone()[0]
        made.execute(f"PRAGMA max_page_count = {pages}")
        return made

    monkeypatch.setattr(store, "connect", full)
    big = paper(tmp_path, "big.txt", "Nederland steunt het voorstel over detectie. " * 2000)
    ran = run("add", big, "--library", "lib")
    assert (ran.status, ran.out) == (2, "")
    assert ran.said == ["lib: the disk is full; nothing was changed: free some space and try again"]
    monkeypatch.undo()
    monkeypatch.chdir(tmp_path)
    assert run("documents", "--library", "lib").out.startswith("a.txt  ")
    assert run("add", big, "--library", "lib").out == "added      big.txt\n"


def test_a_full_disk_in_a_generation(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    run("add", paper(tmp_path, "a.txt"), "--library", "lib")
    before = Path("lib/CURRENT").read_text()

    def full(path: Path, content: bytes) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(generation, "_write_file", full)
    ran = run("add", paper(tmp_path, "b.txt", day=9), "--library", "lib")
    assert ran.status == 2
    assert ran.said == ["lib: the disk is full; nothing was changed: free some space and try again"]
    assert Path("lib/CURRENT").read_text() == before
    # the record holds the paper; searching needs no new generation
    assert run("ask", "grensbewaking Hongarije", "--library", "lib").status == 0
    assert len(run("documents", "--library", "lib").out.splitlines()) == 2


@pytest.mark.parametrize("file", ["dense.faiss", "lexical.npz", "manifest.json", None])
def test_a_damaged_generation_is_made_again(tmp_path: Path, file: str | None) -> None:
    run("add", paper(tmp_path), "--library", "lib")
    expected = run("search", "grensbewaking", "--library", "lib", "--json").json
    (tmp_path / "verslag.txt").unlink()  # it is made from the record alone
    (place,) = Path("lib/generations").iterdir()
    broken = place / file if file else Path("lib/CURRENT")
    content = bytearray(broken.read_bytes())
    content[len(content) // 2] ^= 0xFF
    broken.write_bytes(bytes(content))
    ran = run("search", "grensbewaking", "--library", "lib", "--json")
    assert (ran.status, ran.json) == (0, expected)
    (said,) = ran.said
    assert "made again from the record" in said
    again = run("search", "grensbewaking", "--library", "lib", "--json")
    assert (again.json, again.err) == (expected, "")


def test_a_missing_generation_is_made_again(tmp_path: Path) -> None:
    run("add", paper(tmp_path), "--library", "lib")
    expected = run("search", "grensbewaking", "--library", "lib", "--json").json
    for path in [*Path("lib/generations").rglob("*.*"), Path("lib/CURRENT")]:
        if path.is_file():
            path.unlink()
    assert run("search", "grensbewaking", "--library", "lib", "--json").json == expected


def test_two_writers_at_once(tmp_path: Path) -> None:
    run("add", paper(tmp_path, "a.txt"), "--library", "lib")
    with WriterLock(Path("lib")).held(0):
        ran = run("add", paper(tmp_path, "b.txt", day=9), "--library", "lib")
        assert (ran.status, ran.out) == (2, "")
        assert f"process {os.getpid()} on " in ran.said[0]
        assert ran.said[0].endswith("; wait for it or stop it")
        assert (
            run("ask", "grensbewaking Hongarije", "--library", "lib").status == 0
        )  # reading goes on
    assert run("add", "b.txt", "--library", "lib").status == 0


def test_the_second_writer_waits_for_the_first(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("RAADPLEEG_LOCK_TIMEOUT", "20")
    run("add", paper(tmp_path, "a.txt"), "--library", "lib")
    code = "from rag.cli import app; app()"
    words = ["add", str(paper(tmp_path, "b.txt", day=9)), "--library", "lib"]
    with WriterLock(Path("lib")).held(0):
        second = subprocess.Popen(
            [sys.executable, "-c", code, *words], env={**os.environ, "PYTHONPATH": str(ROOT)}
        )
        with pytest.raises(subprocess.TimeoutExpired):
            second.wait(1.5)
    assert second.wait(30) == 0
    assert len(run("documents", "--library", "lib").out.splitlines()) == 2


# handled


def test_encodings_and_stray_characters(tmp_path: Path) -> None:
    text = TEXT.replace("nadruk", "nadruk, coördinatie en financiële steun à € 5")
    for number, (encoding, bom) in enumerate(
        [("cp1252", b""), ("utf-16", b""), ("utf-16-le", b"")]
    ):
        file = tmp_path / f"{number}.txt"
        file.write_bytes(bom + text.replace("8 juni", f"{number + 8} juni").encode(encoding))
    stray = text.replace("8 juni", "20 juni").replace("geld", "ge\x00ld\x07\x1b")
    (tmp_path / "nul.txt").write_text(stray)
    ran = run("add", *(f"{name}.txt" for name in (0, 1, 2, "nul")), "--json")
    assert (ran.status, len(ran.json["added"])) == (0, 4)
    for name in ran.json["added"]:
        found = run("search", "coördinatie nadruk", "--document", name, "--top", "1", "--json")
        said = " ".join(found.json["hits"][0]["text"].split())
        assert "nadruk, coördinatie en financiële steun à € 5" in said
    every = run("search", "geld", "--top", "50", "--json").out
    assert not any(f"\\u00{code}" in every for code in ("00", "07", "1b"))


def test_html_with_scripts_is_its_text(tmp_path: Path) -> None:
    html = (
        "<!doctype html><title>Verslag</title><script>alert('stiekem')</script><style>p{}</style>"
        "<h1>Verslag</h1><p onclick='boos()'>Nederland steunt de grensbewaking van harte.</p>"
    )
    (tmp_path / "a.html").write_text(html)
    assert run("add", "a.html").status == 0
    found = run("search", "grensbewaking stiekem boos", "--json").json["hits"]
    assert [hit["text"] for hit in found] == ["Nederland steunt de grensbewaking van harte."]


def test_one_paper_under_two_names_is_kept_once(tmp_path: Path) -> None:
    paper(tmp_path, "a.txt")
    paper(tmp_path, "b.txt")
    ran = run("add", "a.txt", "b.txt")
    assert (ran.status, ran.err) == (0, "")
    assert ran.out == "added      a.txt\nduplicate  b.txt holds the same as a.txt\n"


def test_two_papers_of_one_name(tmp_path: Path) -> None:
    paper(tmp_path, "2022/verslag.txt", year=2022)
    paper(tmp_path, "2023/verslag.txt", year=2023)
    ran = run("add", ".", "--json")
    assert ran.json["added"] == ["verslag.txt", "2023/verslag.txt"]
    found = run("ask", "grensbewaking Hongarije", "--document", "2023/verslag.txt", "--json").json
    assert {c["document"] for s in found["statements"] for c in s["citations"]} == {
        "2023/verslag.txt"
    }
    assert found["statements"][0]["citations"][0]["meeting_dates"] == ["2023-06-08"]


@pytest.mark.parametrize("question", ["de het een of en", "what is the of and"])
def test_only_stop_words(tmp_path: Path, question: str) -> None:
    run("add", paper(tmp_path))
    ran = run("ask", question, "--json")
    assert (ran.status, ran.json["status"]) == (1, "not_found")
    assert "verslag" in run("search", question).out or run("search", question).status == 1


def test_french(tmp_path: Path) -> None:
    run("add", paper(tmp_path))
    ran = run("ask", "Quelle est la position des Pays-Bas sur la detectie ?", "--json")
    assert ran.json["language"] == "en"
    assert "The question is in another language" in ran.json["note"]
