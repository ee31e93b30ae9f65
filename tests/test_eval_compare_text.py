"""Strings say the same whatever white space, hyphens and footnote marks do to them."""

from __future__ import annotations

import pytest
from eval_case import AGENDA, TEGEN, VERSLAG
from hypothesis import given
from hypothesis import strategies as st

from eval.compare_text import (
    drop_marks,
    ends,
    holds,
    holds_key,
    name_form,
    same,
    squash,
    starts,
    words,
)
from eval.source_text import SourceText, read_source


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("kindermis-\nbruik", "kindermisbruik"),
        ("EU-\nbreed", "EU-breed"),
        ("e -evidence", "e-evidence"),
        ("zacht\u00adkoppel", "zachtkoppel"),
        ("JBZ\u2011Raad", "JBZ-Raad"),
        ("coo\u0308rdinatie", "coördinatie"),
    ],
)
def test_squash_unites(one: str, other: str) -> None:
    assert squash(one) == squash(other)


def test_squash_keeps_case_digits_and_points() -> None:
    assert squash("2,5 miljard. A") == "2,5miljard.A"
    assert squash("2,5 miljard") != squash("25 miljard")


@pytest.mark.parametrize(
    ("text", "dropped"),
    [
        ("in Lissabon30 en", "in Lissabon en"),
        ("terugkeerhubs.1 Het", "terugkeerhubs. Het"),
        ("(EHRM).12", "(EHRM)."),
        ("Richtlijn (EU)2022/585", "Richtlijn (EU)2022/585"),
        ("G7-landen", "G7-landen"),
        ("in 2024", "in 2024"),
        ("nr. 771", "nr. 771"),
        ("2e keer, 3 2317", "2e keer, 3 2317"),
        ("32,317", "32,317"),
    ],
)
def test_footnote_marks(text: str, dropped: str) -> None:
    assert drop_marks(text) == dropped


def test_same_starts_ends_holds() -> None:
    assert same("a b", "ab") and not same("a", "b") and not same("", None) and same(None, None)
    assert starts("Lissabon30 is mooi", "Lissabon is") and not starts("is mooi", "mooi")
    assert ends("het einde.4", "einde.") and not ends("het einde", "het")
    assert holds("een twee drie", "een-twee") and not holds("een", "een twee")
    assert not holds("een", "") and not holds("een", " - ")


def test_keys_are_found_without_case_and_keep_their_digits() -> None:
    assert holds_key("Op 18 augustus\n2026 gaat", "18 Augustus 2026")
    assert holds_key("reeds bekend CSAM12 en", "bekend csam")
    assert holds_key("bekend CSAM12en", "bekend CSAM")
    assert holds_key("de G7 kwam", "G7")
    assert not holds_key("de G20 kwam", "G7")
    assert not holds_key("de tekst", "  ")


def test_names() -> None:
    assert name_form("Binnenlandse Zaken/8/a") == name_form("binnenlandse zaken/8/A")
    assert name_form("Brief/in\u2215uit") == name_form("Brief/in/uit")
    assert name_form("Justitie/1") != name_form("Justitie/11")


def test_words() -> None:
    assert words("De  JBZ-Raad, - in Lissabon30.") == ("de", "jbzraad,", "in", "lissabon.")


@given(st.text())
def test_squash_is_stable_and_free_of_space(text: str) -> None:
    assert squash(squash(text)) == squash(text)
    assert not any(letter.isspace() or letter == "-" for letter in squash(text))


def test_source_has_a_quote_that_stands_in_it() -> None:
    source = SourceText.of(VERSLAG)
    assert source.has("over de rechten van slachtoffers. De Commissie noemde een")
    assert source.has("noemde een termijn van drie maanden")
    assert not source.has("noemde een termijn van vier maanden")
    assert not source.has("")


def test_source_has_a_quote_that_a_page_number_interrupts() -> None:
    source = SourceText.of(AGENDA)
    assert source.has(TEGEN)


@pytest.mark.parametrize(
    "false",
    [
        TEGEN.replace("niet ", ""),
        TEGEN.replace("blijft tegen", "is voor"),
        TEGEN.replace("orde zijn", "orde zullen zijn"),
        TEGEN.replace("aan de grens", "aan grens"),
        TEGEN + " Nederland ook.",
        "grens niet op orde zijn. Het kabinet blijft tegen toetreding zolang",
    ],
)
def test_source_has_no_quote_that_was_changed(false: str) -> None:
    assert not SourceText.of(AGENDA).has(false)


@pytest.mark.parametrize("at", [("Zoals ", "Zoals"), (" is.", "is.")])
def test_source_has_a_quote_of_which_one_word_is_on_another_page(at: tuple[str, str]) -> None:
    quote = "Zoals eerder gezegd steunt het kabinet wat nodig is."
    word, alone = at
    cut = f"\n{alone}\n12\nVoetnoot van de bladzijde\n" if word[0] == "Z" else f"\n12\n{alone}\n"
    source = SourceText.of("Ervoor. " + quote.replace(word, cut) + "Erna.")
    assert source.has(quote)
    assert not source.has(quote.replace("steunt", "steunde"))
    assert not source.has(quote.replace("nodig ", ""))


def test_source_cuts_at_the_line_end_where_furniture_agrees_by_chance() -> None:
    furniture = "grote voettekst 4"  # begins as the sentence goes on
    assert SourceText.of(AGENDA.replace("\n4\n", f"\n{furniture}\n")).has(TEGEN)


def test_source_does_not_gather_scattered_words() -> None:
    quote = "Een zin die lang genoeg is en die hier verder gaat tot het einde."
    lines = "Een zin die lang genoeg is\n12\nen\n13\ndie hier verder gaat tot het einde."
    assert SourceText.of(lines.replace("\n13\n", "\n")).has(quote)
    assert not SourceText.of(lines).has(quote)


def test_source_lets_an_interruption_be_only_so_long() -> None:
    near = "Een zin die lang genoeg is voor\n" + "voetnoot " * 50 + "\nhet bewijs van de regel."
    far = near.replace("voetnoot " * 50, "voetnoot " * 300)
    quote = "Een zin die lang genoeg is voor het bewijs van de regel."
    assert SourceText.of(near).has(quote)
    assert not SourceText.of(far).has(quote)


def test_read_source_reads_text_only(tmp_path) -> None:
    (tmp_path / "a.txt").write_bytes("coördinatie".encode("cp1252"))
    (tmp_path / "a.pdf").write_bytes(b"%PDF")
    assert read_source(tmp_path / "a.txt").has("coördinatie")
    assert read_source(tmp_path / "a.pdf") is None
