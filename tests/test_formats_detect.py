"""What a file is, its suffix and its content say together; what is not ours is refused."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from index.errors import FileRefused
from index.formats import SUFFIXES, extract, limits, readable

PDF = b"%PDF-1.7\n1 0 obj\n<<>>\nendobj\n%%EOF\n"
EXE = b"MZ\x90\x00" + bytes(range(256)) * 8
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)


def refusal(folder: Path, file: str, content: bytes) -> str:
    path = folder / file
    path.write_bytes(content)
    with pytest.raises(FileRefused) as caught:
        extract(path)
    message = str(caught.value)
    assert message.startswith(f"{file}: ")
    assert "\n" not in message
    assert ";" in message, "a refusal names its remedy"
    return message


@pytest.mark.parametrize(
    ("file", "content", "what"),
    [
        ("leeg.txt", b"", "empty"),
        ("wit.txt", b" \r\n\t\n", "empty"),
        ("merk.txt", b"\xef\xbb\xbf", "empty"),
        ("leeg.pdf", b"", "empty"),
        ("leeg.docx", b"", "empty"),
        ("programma.pdf", EXE, "says PDF but is a Windows program"),
        ("brief.pdf", b"Geachte voorzitter, dit is geen PDF.", "says PDF but is something else"),
        ("bladzij.pdf", b"<!doctype html><p>x", "says PDF but is HTML"),
        ("stuk.docx", PDF, "says DOCX but is a PDF"),
        ("oud.docx", OLE, "an old Word file (.doc) or one with a password"),
        ("rtf.docx", b"{\\rtf1 x}", "an RTF file"),
        ("bladzij.txt", b"\n <!DOCTYPE html>\n<html><p>x</html>", "says TXT but is HTML"),
        ("bladzij2.txt", b"<!-- x --><HTML lang=nl><p>x", "says TXT but is HTML"),
        ("stuk.txt", b"<?xml version='1.0'?><a>b</a>", "says TXT but is XML"),
        ("stuk2.txt", PDF, "says TXT but is a PDF"),
        ("zip.txt", b"PK\x03\x04" + bytes(100), "a ZIP file"),
        ("ruis.txt", bytes(range(256)) * 40, "a binary file"),
        ("nullen.txt", b"a\x00\x00\x00\x00\x00" * 400, "a binary file"),
        ("tekst.html", b"Gewone tekst, 3 < 4.", "text without any HTML"),
        ("stuk.html", PDF, "says HTML but is a PDF"),
        ("bladzij.xml", b"<!doctype html><html></html>", "says XML but is HTML"),
        ("tekst.xml", b"Gewone tekst", "says XML but is no XML"),
        ("tabel.xlsx", b"PK\x03\x04", "not a kind of file Raadpleeg reads (PDF, DOCX"),
        ("zonder", b"tekst", "not a kind of file Raadpleeg reads"),
    ],
)
def test_refused_with_what_it_is(tmp_path: Path, file: str, content: bytes, what: str) -> None:
    assert what in refusal(tmp_path, file, content)


def test_the_name_in_messages_can_be_given(tmp_path: Path) -> None:
    path = tmp_path / "3f2a.txt"
    path.write_bytes(b"")
    with pytest.raises(FileRefused, match=r"^verslag\.txt: the file is empty"):
        extract(path, "verslag.txt")


def test_suffixes_and_their_case(tmp_path: Path) -> None:
    assert set(SUFFIXES) == {".txt", ".text", ".md", ".pdf", ".docx", ".html", ".htm", ".xml"}
    assert readable(Path("A/B.PDF"))
    assert not readable(Path("a.doc"))
    assert not readable(Path("pdf"))
    path = tmp_path / "A.TXT"
    path.write_text("tekst", encoding="utf-8")
    assert extract(path).text == "tekst\n"


def test_what_cannot_be_opened(tmp_path: Path) -> None:
    with pytest.raises(FileRefused, match="cannot be opened"):
        extract(tmp_path / "weg.txt")
    (tmp_path / "map.txt").mkdir()
    with pytest.raises(FileRefused, match="not a file but a folder; give a file"):
        extract(tmp_path / "map.txt")
    os.mkfifo(tmp_path / "pijp.txt")  # reading it would wait for ever
    with pytest.raises(FileRefused, match="not a file but a named pipe; give a file"):
        extract(tmp_path / "pijp.txt")
    (tmp_path / "apparaat.txt").symlink_to("/dev/zero")
    with pytest.raises(FileRefused, match="not a file but a device; give a file"):
        extract(tmp_path / "apparaat.txt")
    with pytest.raises(FileRefused, match="cannot be opened"):
        extract(Path("a\x00b.txt"))


def test_a_file_too_large_is_not_read(tmp_path: Path) -> None:
    path = tmp_path / "groot.txt"
    with path.open("wb") as file:
        file.truncate(limits.MAX_FILE_BYTES + 1)  # a sparse file: no disk is used
    with pytest.raises(FileRefused, match="larger than 50 MB"):
        extract(path)


def test_importing_the_formats_loads_no_reader() -> None:
    heavy = "['lxml', 'pypdfium2', 'selectolax', 'docx', 'defusedxml', 'torch', 'numpy']"
    code = f"import sys, index.formats; print([m for m in {heavy} if m in sys.modules])"
    root = Path(__file__).parents[1]
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=root, capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "[]"
