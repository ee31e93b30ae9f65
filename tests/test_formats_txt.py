"""Text files: encodings, lines, pages, and what cannot be seen."""

from __future__ import annotations

import codecs
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.errors import FileRefused
from index.formats import extract, limits
from index.formats.characters import decode, tidy
from index.formats.txt import read_txt

SENTENCE = "Coördinatie van één Europese aanpak – “asiel” kost € 5 miljoen."


@pytest.mark.parametrize(
    "raw",
    [
        SENTENCE.encode("utf-8"),
        codecs.BOM_UTF8 + SENTENCE.encode("utf-8"),
        SENTENCE.encode("cp1252"),
        codecs.BOM_UTF16_LE + SENTENCE.encode("utf-16-le"),
        codecs.BOM_UTF16_BE + SENTENCE.encode("utf-16-be"),
        SENTENCE.encode("utf-16-le"),
        SENTENCE.encode("utf-16-be"),
    ],
    ids=["utf-8", "utf-8 mark", "cp1252", "utf-16-le", "utf-16-be", "le no mark", "be no mark"],
)
def test_every_encoding_gives_the_same_text(tmp_path: Path, raw: bytes) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(raw)
    source = extract(path)
    assert source.text == SENTENCE + "\n"
    assert source.warnings == ()


def test_text_encoded_twice_is_set_right() -> None:
    twice = "cliënten, Özütok – één".encode().decode("latin-1").encode()
    text, warnings = decode(twice)
    assert text == "cliënten, Özütok – één"
    assert warnings == ("6 letters were encoded twice (Ã« for ë) and set right",)
    assert decode("«café»… en Â".encode()) == ("«café»… en Â", ())


@pytest.mark.parametrize("stated", ["unicode_escape", "idna", "utf-16", "rot13", "onzin", "", "\0"])
def test_a_stated_encoding_that_cannot_be_is_not_believed(stated: str) -> None:
    assert decode(b"\\ud800 xn--a", stated) == ("\\ud800 xn--a", ())


def test_one_damaged_letter_does_not_make_utf8_cp1252() -> None:
    raw = "één, twee, drieën, coördinatie, reünie".encode() + b" \xff"
    text, warnings = decode(raw)
    assert text == "één, twee, drieën, coördinatie, reünie \ufffd"
    assert warnings == ("1 damaged character, shown as \ufffd",)


def test_what_cannot_be_seen_goes_and_what_can_stays() -> None:
    assert tidy("a\x00b\x07c\x1b\x7f\x9f") == "abc"
    assert tidy("a\r\nb\rc\vd\u2028e") == "a\nb\nc\nd\ne"
    assert tidy("a\tb\fc\u00add\u00a0e") == "a\tb\fc\u00add\u00a0e"
    assert tidy("e\u0301e\u0308") == "éë"
    assert tidy("a\u202eb\u200bc\U000e0041d") == "abcd"
    assert tidy("\uf0b7 punt, ofﬁcieel \ud800") == "• punt, officieel "


def test_hidden_text_is_reported() -> None:
    source = read_txt("zicht\U000e0068\U000e0069baar\n".encode(), "a.txt")
    assert source.text == "zichtbaar\n"
    assert source.warnings == ("2 invisible characters left out",)


def test_lines_keep_leading_blanks_and_lose_trailing_ones() -> None:
    source = read_txt(b"  1. Titel \t \r\n\r\ntekst  \n", "a.txt")
    assert [line.text for line in source.lines] == ["  1. Titel", "", "tekst"]
    assert all(not line.whole and line.page is None for line in source.lines)


def test_form_feeds_number_pages() -> None:
    source = read_txt(b"een\ntwee\n\fdrie\n\n\f", "a.txt")
    assert [(line.page, line.text) for line in source.lines] == [
        (1, "een"),
        (1, "twee"),
        (2, "drie"),
        (2, ""),
    ]
    blank = read_txt(b"een\f\fdrie", "a.txt")
    assert [(line.page, line.text) for line in blank.lines] == [(1, "een"), (2, ""), (3, "drie")]


def test_one_enormous_line_passes_as_it_is() -> None:
    raw = b"woord " * 100_000
    (line,) = read_txt(raw, "a.txt").lines
    assert len(line.text) == len(raw) - 1


def test_ten_million_characters_is_the_most(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "MAX_CHARACTERS", 1000)
    assert read_txt("é".encode() * 1000, "a.txt").text == "é" * 1000 + "\n"
    with pytest.raises(FileRefused, match="more than 1,000 characters"):
        read_txt(b"e" * 1001, "a.txt")
    with pytest.raises(FileRefused, match="too much text"):
        read_txt(b"e" * 40_000_001, "a.txt")


@given(st.text())
def test_tidy_is_settled_after_once(text: str) -> None:
    once = tidy(text)
    assert tidy(once) == once
    assert not set(once) & {chr(i) for i in range(32) if chr(i) not in "\t\n\f"}


@given(st.binary(max_size=400))
def test_any_bytes_are_read_or_refused(raw: bytes) -> None:
    source = read_txt(raw, "a.txt")
    assert source.text.encode("utf-8")
    assert "\x00" not in source.text


@given(st.text(alphabet=st.characters(codec="cp1252", min_codepoint=32), min_size=1))
def test_utf8_text_is_kept_to_the_letter(text: str) -> None:
    decoded, warnings = decode(("x" + text).encode("utf-8"))
    assert decoded == "x" + text or warnings
