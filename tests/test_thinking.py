"""Thoughts of a model are taken out of its stream, wherever it is cut."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rag.thinking import without_thinking


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("<think>Hm.</think>Ja.", "Ja."),
        ("Ja <think>of nee</think>dus.", "Ja dus."),
        ("Ja.", "Ja."),
        ("a < b <thin", "a < b <thin"),
        ("<think>zonder einde", ""),
        ("<think></think>", ""),
        ("", ""),
    ],
)
def test_thoughts_go_and_the_rest_stays_letter_by_letter(text: str, left: str) -> None:
    assert "".join(without_thinking([text])) == left
    assert "".join(without_thinking(text)) == left


def test_a_prompt_may_have_opened_the_thought() -> None:
    assert "".join(without_thinking(["Hm.</thi", "nk>Ja."], thinking=True)) == "Ja."


def test_text_without_tags_is_passed_on_at_once() -> None:
    pieces = without_thinking(iter(["Nederland ", "steunt"]))
    assert next(pieces) == "Nederland "


@given(st.lists(st.sampled_from(["<think>", "</think>", "<", "think", ">", "/", "a"])), st.data())
def test_the_cuts_make_no_difference(parts: list[str], draw: st.DataObject) -> None:
    text = "".join(parts)
    cuts = sorted(draw.draw(st.lists(st.integers(0, len(text)), max_size=6)))
    pieces = [text[a:b] for a, b in zip([0, *cuts], [*cuts, len(text)], strict=True)]
    assert "".join(without_thinking(pieces)) == "".join(without_thinking([text]))
