"""Who speaks in an item, worked out as far as it is asked: the same in whatever order it is."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.attribution import Hearing, speakers, spoken
from index.nouns import AgendaItem, Document, Span
from index.offices import office_holders
from index.sentences import sentences

# sentences that stand alone, and some that lean on the one before
LINES = (
    "Nederland pleitte voor uitstel.",
    "Hij wees ook op de kosten.",
    "Beide landen vroegen om spoed.",
    "Frankrijk en Spanje waren tegen.",
    "Zij noemden de volgende punten:",
    "meer geld voor opvang;",
    "minder regels, en snel;",
    "Daarbij werd aandacht gevraagd voor de grenzen.",
    "Zoals de opvang in de regio.",
    "Hoe zien de ministers dit?",
    "De kosten lopen op.",
    "12. Het steunt dit voorstel.",
    "Minister Wielewaal van Letland sprak.",
)


def paper(lines: list[str], kind: str = "verslag") -> tuple[Document, AgendaItem]:
    """A paper that is one item behind a heading, its lines joined by spaces and line ends."""
    head = "Punt 1\n"
    body = "".join(f"{line}{' ' if at % 3 else chr(10)}" for at, line in enumerate(lines))
    document = Document(
        *("a.txt", "a.txt", kind, None, ("2024-06-13",), None, None, None),
        *(None, None, None, None, head + body, None),
    )
    span = Span(len(head), len(head) + len(body))
    return document, AgendaItem("Justitie/1", "Justitie", "1", "Punt", None, span)


def one_after_another(document: Document, item: AgendaItem) -> list[tuple[str, tuple[str, ...]]]:
    """The plain way: every sentence in order, each told who spoke before it."""
    letter, people = document.kind == "brief", office_holders(document.text)
    heard: list[tuple[str, tuple[str, ...]]] = []
    before: tuple[str, ...] = ()
    opened = False
    for span in sentences(document.text, item.span):
        text = span.of(document.text)
        who = speakers(text, before, "NL" if letter else None, people)
        if not who and text.endswith("?") and document.kind == "verslag":
            who = ("Presidency",)
        before = who or (before if opened else ())
        opened = text.endswith(":") or (opened and text.endswith((";", ",")))
        heard.append((text, before))
    return heard


@given(
    st.lists(st.sampled_from(LINES), min_size=1, max_size=12),
    st.sampled_from(["verslag", "brief", "overig"]),
    st.randoms(use_true_random=False),
)
def test_who_speaks_does_not_hang_on_the_order_asked(lines: list[str], kind: str, chance) -> None:
    document, item = paper(lines, kind)
    told = one_after_another(document, item)
    assert [(span.of(document.text), who) for span, who in spoken(document, item)] == told
    hearing = Hearing(document, item)
    order = list(range(len(told)))
    chance.shuffle(order)
    assert [hearing.who(at) for at in order] == [told[at][1] for at in order]


def test_a_pronoun_takes_the_speaker_of_the_sentence_before() -> None:
    lines = ["Frankrijk vroeg om geld.", "Hij wees op de kosten.", "De kosten lopen op."]
    hearing = Hearing(*paper(lines))
    assert [hearing.who(at) for at in (1, 2, 0)] == [("FR",), (), ("FR",)]
    assert speakers(lines[1], ("FR",)) == ("FR",)


def test_the_lines_of_a_list_are_of_who_opened_it() -> None:
    lines = ["Frankrijk noemde dit:\n", "meer geld;\n", "minder regels,\n", "spoed.\n", "Tot zo.\n"]
    hearing = Hearing(*paper(lines))
    assert hearing.who(4) == ()
    assert [hearing.who(at) for at in range(4)] == [("FR",)] * 4


def test_a_list_of_a_thousand_lines_is_heard_from_its_end() -> None:
    lines = ["Frankrijk noemde veel punten:\n", *["meer geld;\n"] * 1000]
    hearing = Hearing(*paper(lines))
    assert hearing.who(1000) == ("FR",)


@given(st.lists(st.sampled_from(LINES), min_size=1, max_size=10), st.data())
def test_a_slice_is_cut_as_if_it_stood_alone(lines: list[str], data) -> None:
    document, item = paper(lines)
    hearing = Hearing(document, item)
    first = data.draw(st.integers(0, len(hearing.cuts) - 1))
    last = data.draw(st.integers(first, len(hearing.cuts) - 1))
    end = hearing.cuts[last].end - data.draw(st.integers(0, 1))  # or in the midst of a sentence
    span = Span(hearing.cuts[first].start, end)
    assert hearing.cut(span) == sentences(document.text, span)


@pytest.mark.parametrize("kind", ["verslag", "brief"])
def test_who_speaks_until_a_place(kind: str) -> None:
    document, item = paper(["Frankrijk vroeg om geld.", "Wij zijn daar niet voor."], kind)
    hearing = Hearing(document, item)
    assert hearing.until(hearing.cuts[0].end) == ("FR",)
    assert hearing.until(hearing.cuts[1].end) == (("NL",) if kind == "brief" else ())
    assert hearing.until(hearing.cuts[0].end - 1) == ()
