"""Answers, papers and lists as HTML: what is where, and that text stays text."""

from __future__ import annotations

from dataclasses import replace

from browser import HOSTILE, HOSTILE_NAME, Read
from hypothesis import given
from hypothesis import strategies as st

from index.nouns import AgendaItem, Document, Note, Span
from rag.nouns import Answer, Citation, Slot, Statement, Voice
from rag.open import Added
from rag.page.show import draft_html, item_name, place, safe
from rag.page.show_answer import answer_html, numbered, slots_html
from rag.page.show_list import added_html
from rag.page.show_paper import paper_html
from rag.page.texts import EXAMPLES, WORDS, word

TEXT = "Aanhef.\n\nEerste zin. Tweede zin.\nDerde zin.\n\nSlot.\nEen noot."
DATES = ("2024-06-13", "2024-06-14")
ITEM = AgendaItem(
    "Justitie/3", "Justitie", "3", "Olifanten", None, Span(9, 43), (Note(7, Span(51, 60), 20),)
)


def document(text: str = TEXT, name: str = "verslag.txt", title: str | None = None) -> Document:
    return Document(
        id=name,
        file=name,
        kind="verslag",
        title=title,
        meeting_dates=DATES,
        place=None,
        formality=None,
        title_says=None,
        kamerstuk=None,
        chamber=None,
        letter_date=None,
        presidency=None,
        text=text,
        page_starts=(0, 33),
    )


def cited(quote: str, *, note: int | None = None, page: int | None = 1) -> Citation:
    start = TEXT.index(quote)
    return Citation(
        "verslag.txt",
        "Justitie/3",
        "Olifanten",
        DATES,
        page,
        note,
        start,
        start + len(quote),
        quote,
    )


def answered(*statements: Statement, **changed: object) -> Answer:
    made = Answer(
        question="?",
        language="nl",
        status="answered" if statements else "not_found",
        lead="Nederland:",
        statements=statements,
        gaps=(),
        understood="Nederland",
        note="Letterlijk.",
        hits=(),
        writer="extractive",
        dropped=0,
        seconds=0.05,
        ai_generated=False,
    )
    return replace(made, **changed)


def test_citations_are_numbered_once_and_in_order() -> None:
    first, second = cited("Eerste zin."), cited("Derde zin.")
    answer = answered(
        Statement("Eerste zin.", "NL", (first,)),
        Statement("Samen.", "unknown", (second, first)),
    )
    assert numbered(answer) == (first, second)
    shown = answer_html(answer, {"verslag.txt": document()}, "nl")
    numbers = [value for name, value in Read(shown).attributes if name == "data-cite"]
    assert numbers == ["1", "2", "1"]


def test_a_statement_shows_actor_quote_and_place() -> None:
    answer = answered(Statement("Eerste zin.", "NL", (cited("Eerste zin."),)))
    seen = Read(answer_html(answer, {"verslag.txt": document()}, "nl")).text
    where = "verslag.txt · JBZ-Raad 13-14 juni 2024 · Justitie › 3: Olifanten · blz. 1"
    assert "Nederland “Eerste zin.” [1]" in seen and f"[1] {where}" in seen
    assert "Letterlijke citaten" in seen and "0,05 s" in seen


def test_meetings_stand_once_above_their_quotes_and_what_was_asked_is_marked() -> None:
    first = replace(cited("Eerste zin."), voices=(Voice("NL", "reservation"), Voice("DE", "fact")))
    new, old = "JBZ-Raad juni:", "JBZ-Raad <mei>:"
    answer = answered(
        Statement("Eerste zin.", "NL; DE", (first,), ((0, 6),), new),
        Statement("Tweede zin.", "unknown", (cited("Tweede zin."),), (), new),
        Statement("Derde zin.", "unknown", (cited("Derde zin."),), (), old),
        lead=new,
    )
    shown = answer_html(answer, {"verslag.txt": document()}, "nl")
    assert "<mark>Eerste</mark> zin." in shown
    seen = Read(shown)
    assert seen.tags.count("ol") == 2 and seen.tags.count("h3") == 1
    assert "Nederland: voorbehoud Duitsland “Eerste zin.” [1]" in seen.text
    assert seen.text.count(new) == seen.text.count(old) == 1
    assert "[1] verslag.txt · Justitie › 3: Olifanten · blz. 1" in seen.text
    assert "The Netherlands: reservation Germany “" in Read(answer_html(answer, {}, "en")).text


def test_sources_of_words_of_a_model_say_whose_words_they_report() -> None:
    source = replace(cited("Eerste zin."), voices=(Voice("NL", "opposition"),))
    answer = answered(Statement("NL was tegen.", "NL", (source,)), ai_generated=True)
    assert "[1] Nederland: tegen “Eerste zin.”" in Read(answer_html(answer, {}, "nl")).text


def test_what_was_taken_over_is_said_in_words() -> None:
    answer = answered(slots=(Slot("topic", "EES", "EES", inherited=True),))
    assert Read(slots_html(answer, "en")).text == "Understood as:from last question EES×"
    told = "Niet bedoeld, vraag opnieuw zonder: onderwerp EES (uit vorige vraag)"
    assert f'aria-label="{told}"' in slots_html(answer, "nl")


def test_what_was_understood_can_be_undone_and_taken_back() -> None:
    answer = answered(
        slots=(Slot("actor", "NL", "Nederland"), Slot("time", "2024-06", "juni <2024>")),
        ignored=(Slot("kind", "verslag", "verslag"),),
    )
    shown = Read(slots_html(answer, "en"))
    assert shown.text == "Understood as:Nederland×juni <2024>×verslag↺"
    buttons = [(n, v) for n, v in shown.attributes if n in ("data-undo", "data-redo", "aria-label")]
    assert buttons == [
        ("data-undo", "0"),
        ("aria-label", "Not meant, ask again without: who Nederland"),
        ("data-undo", "1"),
        ("aria-label", "Not meant, ask again without: time juni <2024>"),
        ("data-redo", "0"),
        ("aria-label", "Meant after all, ask again with: kind of paper verslag"),
    ]
    assert "Niet bedoeld, vraag opnieuw zonder: wie Nederland" in slots_html(answer, "nl")
    assert slots_html(answered(), "nl") == ""


def test_a_written_statement_shows_its_quotes_below_it() -> None:
    answer = answered(
        Statement("NL was voor.", "NL", (cited("Eerste zin."),)), ai_generated=True, language="en"
    )
    seen = Read(answer_html(answer, {"verslag.txt": document()}, "en")).text
    assert "The Netherlands NL was voor. [1]" in seen and "“Eerste zin.”" in seen
    assert "Written by AI" in seen


def test_not_found_says_what_there_is() -> None:
    answer = answered(lead="", note="Niets over vliegen.")
    seen = Read(answer_html(answer, {}, "nl")).text
    assert seen.startswith("AntwoordNiet gevonden") and "Niets over vliegen." in seen


def test_a_place_without_page_or_document_leaves_them_out() -> None:
    citation = replace(cited("Een noot.", note=7, page=None))
    assert place(citation, None, "en") == "verslag.txt · Justitie › 3: Olifanten · note 7"


def test_a_title_that_is_in_the_path_is_not_said_twice() -> None:
    assert item_name("Brief/Dit∕dat", "Dit/dat") == "Brief › Dit∕dat"
    assert item_name("Justitie/3/a", "Titel") == "Justitie › 3 › a: Titel"


def test_the_quote_is_marked_where_it_stands_even_across_lines_and_pages() -> None:
    shown = paper_html(document(), ITEM, cited("zin.\nDerde"), 2, "nl")
    assert "<p>Eerste zin. Tweede <mark>zin.</mark></p>" in shown
    assert '<p><span class="page">2</span><mark>Derde</mark> zin.</p>' in shown
    seen = Read(shown)
    assert "Aanhef" not in seen.text and "Slot" not in seen.text
    assert "Bron [2]" in seen.text and "JBZ-Raad 13-14 juni 2024" in seen.text


def test_a_footnote_is_marked_below_its_item() -> None:
    shown = paper_html(document(), ITEM, cited("Een noot.", note=7), 1, "en")
    assert '<li value="7"><p><mark>Een noot.</mark></p></li>' in shown
    assert "Tweede zin." in shown and shown.count("<mark>") == 1 and "note 7" in shown


def test_a_quote_outside_its_item_is_shown_with_what_lies_around_it() -> None:
    shown = paper_html(document(), ITEM, cited("Slot."), 1, "nl")
    assert "<mark>Slot.</mark>" in shown and "Aanhef." in shown


def test_a_paper_that_changed_since_is_not_shown_as_the_source() -> None:
    changed = document(TEXT.replace("Eerste", "Andere"))
    shown = paper_html(changed, ITEM, cited("Eerste zin."), 1, "nl")
    assert "mark" not in shown and word("changed", "nl") in Read(shown).text


@given(st.integers(0, len(TEXT) - 1), st.integers(1, len(TEXT)))
def test_what_is_marked_is_the_quote(start: int, length: int) -> None:
    quote = TEXT[start : start + length]
    citation = Citation("d", "i", None, (), None, None, start, start + len(quote), quote)
    item = replace(ITEM, span=Span(0, len(TEXT)), notes=())
    shown = paper_html(document(), item, citation, 1, "nl")
    marked = "".join(part.split("</mark>")[0] for part in shown.split("<mark>")[1:])
    assert marked.split() == quote.split() or "".join(quote.split()) == "".join(marked.split())


@given(st.text())
def test_text_stays_text(text: str) -> None:
    seen = Read(f"<p>{safe(text)}</p>")
    assert seen.tags == ["p"]


def test_hostile_text_makes_no_tag_and_no_attribute_anywhere() -> None:
    quote = HOSTILE
    hostile = document(quote, HOSTILE_NAME, HOSTILE)
    item = AgendaItem(HOSTILE, HOSTILE, None, HOSTILE, HOSTILE, Span(0, len(quote)))
    citation = Citation(HOSTILE_NAME, HOSTILE, HOSTILE, (), 1, None, 0, len(quote), quote)
    answer = answered(Statement(quote, "NL", (citation,)), lead=HOSTILE, note=HOSTILE)
    report = Added([HOSTILE_NAME], duplicates=[(HOSTILE, HOSTILE)], failed=[("x", HOSTILE)])
    for shown in (
        answer_html(answer, {HOSTILE_NAME: hostile}, "nl"),
        paper_html(hostile, item, citation, 1, "nl"),
        draft_html(HOSTILE, "nl"),
        added_html(report, "nl"),
    ):
        seen = Read(shown)
        assert not {"script", "img", "a", "iframe"} & set(seen.tags)
        assert not [name for name, _ in seen.attributes if name.startswith("on") or name == "href"]
        assert "window.hit=1" in seen.text


def test_direction_and_control_characters_are_seen() -> None:
    assert safe("a\u202eb\x00c") == "a\ufffdb\ufffdc"


def test_the_page_says_everything_in_both_languages() -> None:
    for name, texts in WORDS.items():
        fields = [{part.split("}")[0] for part in text.split("{")[1:]} for text in texts.values()]
        assert set(texts) == {"nl", "en"} and fields[0] == fields[1], name
    assert len(EXAMPLES) == len(set(EXAMPLES)) == 4
