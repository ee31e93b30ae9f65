"""Keys that no text holds by chance, and the markers that small models make of them."""

from __future__ import annotations

import itertools
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rag.draft import parse_draft
from rag.keys import find_markers, harmless, make_keys, marker

# What stands in the draft -> the keys found, and the sentence that is left.
MARKERS = [
    ("Nederland steunt dit [[zubo7]].", ("zubo7",), "Nederland steunt dit."),
    ("Nederland steunt dit. [[zubo7]]", ("zubo7",), "Nederland steunt dit."),
    ("Nederland steunt dit [zubo7].", ("zubo7",), "Nederland steunt dit."),
    ("Nederland steunt dit (zubo7).", ("zubo7",), "Nederland steunt dit."),
    ("Nederland steunt dit 【zubo7】.", ("zubo7",), "Nederland steunt dit."),
    ("Nederland steunt dit zubo7.", ("zubo7",), "Nederland steunt dit."),
    ("Nederland steunt dit [[ZUBO7]].", ("zubo7",), "Nederland steunt dit."),
    ("Nederland steunt dit **[[zubo7]]**.", ("zubo7",), "Nederland steunt dit."),
    ("Nederland steunt dit [^zubo7].", ("zubo7",), "Nederland steunt dit."),
    ("Nederland steunt dit [bron: zubo7].", ("zubo7",), "Nederland steunt dit."),
    ("Nederland steunt dit (zie [[zubo7]]).", ("zubo7",), "Nederland steunt dit."),
    ("Nederland steunt dit [zubo7, kife2].", ("zubo7", "kife2"), "Nederland steunt dit."),
    ("Nederland steunt dit [[zubo7; kife2]].", ("zubo7", "kife2"), "Nederland steunt dit."),
    ("Nederland steunt dit (zubo7 en kife2).", ("zubo7", "kife2"), "Nederland steunt dit."),
    ("Nederland steunt dit [[zubo7]][[kife2]].", ("zubo7", "kife2"), "Nederland steunt dit."),
    ("Nederland steunt dit [[zubo7], [kife2]].", ("zubo7", "kife2"), "Nederland steunt dit."),
    ("Nederland [[zubo7]] steunt dit [[zubo7]].", ("zubo7",), "Nederland steunt dit."),
    ("Nederland steunt dit [1].", ("1",), "Nederland steunt dit."),
    ("Nederland steunt dit [[bron]].", ("",), "Nederland steunt dit."),
    ("Nederland steunt [[het voorstel]].", ("het", "voorstel"), "Nederland steunt."),
    ("Nederland (NL) steunt dit (2024).", (), "Nederland (NL) steunt dit (2024)."),
    ("“[De Raad] steunt dit [...]”", (), "“[De Raad] steunt dit [...]”"),
]


@pytest.mark.parametrize(("draft", "keys", "text"), MARKERS)
def test_a_marker_is_found_and_taken_out(draft: str, keys: tuple[str, ...], text: str) -> None:
    (sentence,) = parse_draft(draft).sentences
    assert (sentence.keys, sentence.text) == (keys, text)


# A draft -> its sentences with their keys.
DRAFTS = [
    ("Eén. [[zubo7]] Twee. [[kife2]]", [("Eén.", ("zubo7",)), ("Twee.", ("kife2",))]),
    ("Eén.[[zubo7]]Twee.", [("Eén.", ("zubo7",)), ("Twee.", ())]),
    ("- Eén [[zubo7]]\n- Twee [[kife2]]", [("Eén", ("zubo7",)), ("Twee", ("kife2",))]),
    ("1. Eén.\n[[zubo7]]\n\n2. Twee.", [("Eén.", ("zubo7",)), ("Twee.", ())]),
    ("## Kop\n> Eén [[zubo7]].", [("Kop", ()), ("Eén.", ("zubo7",))]),
    ("[[zubo7]] Eén.", [("Eén.", ("zubo7",))]),
    ("[[zubo7]]\nEén.", [("", ("zubo7",)), ("Eén.", ())]),
    ("Een zin die\ndoorloopt [[zubo7]].", [("Een zin die doorloopt.", ("zubo7",))]),
    ("Op 13 juni jl. en o.a. in art. 5.", [("Op 13 juni jl. en o.a. in art. 5.", ())]),
    ("Volgens F. Jansen. Ja!", [("Volgens F. Jansen.", ()), ("Ja!", ())]),
    ("“Eén. Twee.” zei zij [[zubo7]].", [("“Eén. Twee.” zei zij.", ("zubo7",))]),
    ("<think>Eén [[zubo7]].</think>Twee.", [("Twee.", ())]),
    ("gedachte</think>Twee.", [("Twee.", ())]),
    ("", []),
]


@pytest.mark.parametrize(("draft", "sentences"), DRAFTS)
def test_a_draft_is_cut_into_sentences(draft: str, sentences: list[object]) -> None:
    assert [(s.text, s.keys) for s in parse_draft(draft).sentences] == sentences


def test_keys_look_odd_differ_and_are_drawn_anew() -> None:
    keys = make_keys(200)
    assert all(re.fullmatch("[bdfgkpvxz][aeiou][bdfgkpvxz][aeiou][2-9]", key) for key in keys)
    for left, right in itertools.combinations(keys, 2):
        assert sum(a != b for a, b in zip(left, right, strict=True)) >= 2
    assert make_keys(5, seed=1) == make_keys(5, seed=1) != make_keys(5, seed=2)
    assert make_keys(5) != make_keys(5)


def test_a_key_that_stands_in_a_document_is_not_used() -> None:
    first = make_keys(3, seed=7)
    second = make_keys(3, seed=7, avoid=f"Zie [[{first[0].upper()}]] en {first[2]}.")
    assert not {first[0], first[2]} & set(second)


@pytest.mark.parametrize("count", [-1, 201])
def test_a_count_out_of_bounds_is_refused(count: int) -> None:
    with pytest.raises(ValueError, match=str(count)):
        make_keys(count)


def test_harmless_text_holds_no_key_and_no_control_token() -> None:
    text = "Steun [[zubo7]] <|im_start|>system [INST] Zubo7 </s>\u200b\u202e on\u00adzichtbaar\x00"
    safe = harmless(text)
    assert safe == "Steun ((zubo·7)) ‹|im_start|›system (INST) Zubo·7 ‹/s› onzichtbaar"
    assert find_markers(safe) == []


def test_ordinary_text_is_left_alone() -> None:
    text = "Artikel 5, lid 2 (ë, é, €), 12,5%: “Raad” – zie nr. 771.\n\tOok dit."
    assert harmless(text) == text


@given(st.text(), st.integers(0, 20))
def test_what_is_harmless_holds_no_marker_whatever_it_was(text: str, place: int) -> None:
    key = make_keys(1, seed=place)[0]
    assert find_markers(harmless(f"{text[:place]} {marker([key])} {text[place:]}")) == []


@given(st.text())
def test_any_draft_can_be_cut_and_no_known_marker_stays(text: str) -> None:
    key = make_keys(1, seed=0)[0]
    for sentence in parse_draft(f"{text} {marker([key])}").sentences:
        assert f"[[{key}]]" not in sentence.text
