"""The Markdown file: footnotes that belong together, and nothing from a paper that is markup."""

from __future__ import annotations

import re

import pytest
from briefs import QUOTE, brief_of, quoted
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from rag.briefing.markdown import escaped, markdown
from rag.briefing.seen import seen
from rag.nouns import Statement

WHOLE = """# Briefing: richtlijn

*Zo gemaakt.*

## Stand van zaken

Laatste stuk.

### JBZ-Raad in juni

**Juni 2024, Nederland (tegen):** “Nederland stemde tegen de richtlijn.”[^1]

## Positie van Nederland

**Juni 2024, Nederland (tegen):** “Zij zweeg.”[^2]

## Bronnen

- Verslag JBZ-Raad 13-14 juni 2024, Kamerstuk 32 317, nr. 9 (verslag-2024-06.pdf)

[^1]: Verslag JBZ-Raad 13-14 juni 2024 (verslag-2024-06.pdf), Justitie/3, p. 4.
[^2]: Verslag JBZ-Raad 13-14 juni 2024 (verslag-2024-06.pdf), Brief/Aanhef, p. 4, noot 7.
"""


def test_a_briefing_as_a_whole() -> None:
    other = quoted("Zij zweeg.", item="Brief/Aanhef", note=7)
    assert markdown(brief_of(quoted(group="JBZ-Raad in juni"), other)) == WHOLE


def test_in_english_the_words_around_the_dutch_quote_are_english() -> None:
    text = markdown(brief_of(quoted(page=None), language="en"))
    assert f"**June 2024, the Netherlands (opposed):** “{QUOTE}”[^1]" in text
    assert text.endswith("Justitie/3, no page number.\n")


def test_a_bullet_before_a_quote_is_left_out() -> None:
    assert "“Nederland zweeg.”" in markdown(brief_of(quoted("• Nederland zweeg.")))


def test_what_a_model_wrote_has_no_quotation_marks() -> None:
    written = Statement("Nederland was tegen.", "NL", quoted().citations)
    text = markdown(brief_of(written, language="en", ai=True))
    said = "Nederland was tegen. *\\[translation by a language model\\]*[^1]"
    assert f"**June 2024, the Netherlands:** {said}" in text
    assert "“" not in text


@pytest.mark.parametrize(
    "text",
    [
        "# geen kop",
        "- geen lijst",
        "+ ook niet",
        "1. geen nummer",
        "2024) ook geen",
        "*niet* _schuin_ en ~~niet~~ door",
        "<script>alert(1)</script> &lt;b&gt; &amp;",
        "[link](javascript:alert(1)) ![beeld](x) [^1]: noot",
        "`code` en | tabel | en \\ streep",
        "> geen citaat",
        "https://kwaad.example en www.kwaad.example",
        "a_b_c 2*3*4 5 < 6 & 7 > 6",
        "===",
        "---",
        "regel\n\n# nog een\n\n    code",
    ],
)
def test_text_of_a_paper_is_shown_as_it_is(text: str) -> None:
    assert _shown(escaped(text)) == (["paragraph_open", "inline", "paragraph_close"], seen(text))


@given(st.text(max_size=60))
def test_any_text_is_shown_as_it_is(text: str) -> None:
    if seen(text):
        kinds, shown = _shown(escaped(text))
        assert (kinds, shown) == (["paragraph_open", "inline", "paragraph_close"], seen(text))


def _shown(text: str) -> tuple[list[str], str]:
    """The blocks of a Markdown text and its words; markup within a line is an error."""
    tokens = MarkdownIt("commonmark").enable(["table", "strikethrough"]).parse(text)
    inside = tokens[1].children or []
    assert {one.type for one in inside} <= {"text", "text_special"}
    return [one.type for one in tokens], "".join(one.content for one in inside)


HOSTILE = st.sampled_from(
    ("[^1]: nee", "[^9]", "**nee**", "\n\n[^1]: nee", "| a |", "= 1+1", "`", "<!--")
)


@given(st.lists(HOSTILE, min_size=1, max_size=5))
def test_footnotes_are_called_in_order_and_each_stands_there_once(quotes: list[str]) -> None:
    text = markdown(brief_of(*(quoted(f"{at} {q}", group=q) for at, q in enumerate(quotes))))
    wanted = [str(number) for number in range(1, len(quotes) + 1)]
    assert re.findall(r"(?<!\\)\[\^(\d+)\](?!:)", text) == wanted
    assert re.findall(r"^\[\^(\d+)\]: .*, p\. 4\.$", text, re.M) == wanted
