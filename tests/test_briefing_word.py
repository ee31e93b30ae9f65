"""The Word file: real footnotes, languages, styles, and nothing that a paper can break."""

from __future__ import annotations

import io
import unicodedata

import docx as python_docx
import pytest
from briefs import QUOTE, Opened, W, brief_of, quoted, text_of
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from rag.briefing.lines import line
from rag.briefing.seen import seen, short
from rag.briefing.word import docx
from rag.nouns import Statement
from rag.overviews import Brief

HOSTILE = (
    "]]></w:t></w:r><w:p/>",
    "&lt;script&gt; <script>alert(1)</script>",
    '=HYPERLINK("http://kwaad.example")',
    "\x00\x01\x0b\x1f nul en nog wat \ufffe\uffff",
    "{ DDEAUTO c:\\\\windows\\\\cmd.exe } { PAGE }",
    "w" * 5000,
    "rechts \u202e naar links \u2066 om \u2069",
    "regel\r\nregel\x85regel\u2028einde",
    "\U0001f600 \U0001ffff ten slotte",
)
texts = st.one_of(
    st.sampled_from(HOSTILE), st.text(st.characters(codec=None), min_size=1, max_size=80)
).filter(lambda text: text.strip() != "")


def opened(brief: Brief) -> Opened:
    return Opened(docx(brief))


def test_each_statement_has_a_footnote_that_names_document_item_page_and_note() -> None:
    brief = brief_of(quoted(), quoted("Zij zweeg.", item="Brief/Aanhef", page=None, note=12))
    file = opened(brief)
    assert file.called == ["1", "2"]
    assert file.notes == [
        "Verslag JBZ-Raad 13-14 juni 2024 (verslag-2024-06.pdf), Justitie/3, p. 4.",
        "Verslag JBZ-Raad 13-14 juni 2024 (verslag-2024-06.pdf), Brief/Aanhef, "
        "zonder paginanummer, noot 12.",
    ]


def test_the_footnotes_are_where_word_looks_for_them() -> None:
    file = opened(brief_of(quoted()))
    assert b"/word/footnotes.xml" in file.parts["[Content_Types].xml"]
    assert b"relationships/footnotes" in file.parts["word/_rels/document.xml.rels"]
    notes = file.tree("word/footnotes.xml").findall(f"{W}footnote")
    kinds = [(n.get(f"{W}id"), n.get(f"{W}type")) for n in notes]
    assert kinds == [("-1", "separator"), ("0", "continuationSeparator"), ("1", None)]
    assert len(list(notes[2].iter(f"{W}footnoteRef"))) == 1
    settings_of = file.tree("word/settings.xml")
    told = settings_of.find(f"{W}footnotePr")
    assert told is not None
    assert [one.get(f"{W}id") for one in told] == ["-1", "0"]
    order = [one.tag for one in settings_of]
    assert order.index(f"{W}footnotePr") < order.index(f"{W}compat")


def test_the_styles_of_footnotes_are_those_that_word_knows() -> None:
    file = opened(brief_of(quoted()))
    styles = {one.get(f"{W}styleId"): one for one in file.tree("word/styles.xml").iter(f"{W}style")}
    for name, known in (
        ("FootnoteText", "footnote text"),
        ("FootnoteReference", "footnote reference"),
    ):
        assert styles[name].find(f"{W}name").get(f"{W}val") == known
        assert styles[name].get(f"{W}customStyle") is None
    raised = styles["FootnoteReference"].find(f"{W}rPr/{W}vertAlign")
    assert raised.get(f"{W}val") == "superscript"
    called = next(file.tree("word/document.xml").iter(f"{W}footnoteReference")).getparent()
    assert called.find(f"{W}rPr/{W}rStyle").get(f"{W}val") == "FootnoteReference"


def test_headings_are_styles_and_quotes_stand_between_quotation_marks() -> None:
    paragraphs = opened(brief_of(quoted(group="JBZ-Raad in juni"), quoted("Zij zweeg."))).paragraphs
    assert paragraphs == [
        ("Title", "Briefing: richtlijn"),
        ("Subtitle", "Zo gemaakt."),
        ("Heading1", "Stand van zaken"),
        ("", "Laatste stuk."),
        ("Heading2", "JBZ-Raad in juni"),
        ("", f"Juni 2024, Nederland (tegen): “{QUOTE}”"),
        ("Heading1", "Positie van Nederland"),
        ("", "Juni 2024, Nederland (tegen): “Zij zweeg.”"),
        ("Heading1", "Bronnen"),
        (
            "ListBullet",
            "Verslag JBZ-Raad 13-14 juni 2024, Kamerstuk 32 317, nr. 9 (verslag-2024-06.pdf)",
        ),
    ]


def test_in_an_english_briefing_quotes_are_marked_as_dutch() -> None:
    file = opened(brief_of(quoted(), language="en"))
    defaults = file.tree("word/styles.xml").find(f"{W}docDefaults")
    assert [one.get(f"{W}val") for one in defaults.iter(f"{W}lang")] == ["en-GB"]
    runs = list(file.tree("word/document.xml").iter(f"{W}r"))
    marked = {text_of(r): r.find(f"{W}rPr/{W}lang") for r in runs if text_of(r)}
    assert marked[f"“{QUOTE}”"].get(f"{W}val") == "nl-NL"
    assert marked["June 2024, the Netherlands (opposed): "] is None
    notes = file.tree("word/footnotes.xml")
    said = {
        text_of(r): r.find(f"{W}rPr/{W}lang") for r in notes.iter(f"{W}r") if text_of(r).strip()
    }
    assert said["Justitie/3"].get(f"{W}val") == "nl-NL"
    assert said[", p. 4"].get(f"{W}val") == "en-GB"


def test_a_dutch_briefing_is_dutch_throughout() -> None:
    file = opened(brief_of(quoted()))
    said = {
        one.get(f"{W}val")
        for name in ("word/styles.xml", "word/document.xml", "word/footnotes.xml")
        for one in file.tree(name).iter(f"{W}lang")
    }
    assert said == {"nl-NL"}


@pytest.mark.parametrize(
    ("language", "mark"),
    [("nl", "weergave door taalmodel"), ("en", "translation by a language model")],
)
def test_what_a_model_wrote_is_marked_and_never_quoted(language: str, mark: str) -> None:
    written = Statement("Nederland was tegen.", "NL", quoted().citations)
    brief = brief_of(written, quoted(), language=language, ai=True)  # type: ignore[arg-type]
    said = [text for _, text in opened(brief).paragraphs]
    own = next(text for text in said if "was tegen" in text)
    assert own.endswith(f"Nederland was tegen. [{mark}]")
    assert not set(own) & set('“”"«»')
    assert any(f"“{QUOTE}”" in text for text in said), "the quotes of other parts stay quotes"


def test_the_file_says_what_it_is_and_names_nobody() -> None:
    made = python_docx.Document(io.BytesIO(docx(brief_of(quoted(), language="en"))))
    properties = made.core_properties
    assert (properties.title, properties.subject) == ("Briefing: richtlijn", "richtlijn")
    assert (properties.author, properties.last_modified_by) == ("Raadpleeg", "Raadpleeg")
    assert properties.language == "en-GB"
    assert properties.created.year >= 2025
    assert not [name for name in Opened(docx(brief_of(quoted()))).parts if "thumbnail" in name]


def test_header_and_footer_hold_title_and_page_number() -> None:
    made = python_docx.Document(io.BytesIO(docx(brief_of(quoted()))))
    section = made.sections[0]
    assert section.header.paragraphs[0].text == "Briefing: richtlijn"
    assert section.different_first_page_header_footer
    assert section.first_page_header.paragraphs[0].text == "", "the title stands there already"
    for footer in (section.footer, section.first_page_footer):
        fields = [one.text.strip() for one in footer._element.iter(f"{W}instrText")]
        assert fields == ["PAGE", "NUMPAGES"]
        kinds = [one.get(f"{W}fldCharType") for one in footer._element.iter(f"{W}fldChar")]
        assert kinds == ["begin", "separate", "end"] * 2
        assert footer.paragraphs[0].text == "Pagina 1 van 1"


def test_a_statement_with_several_citations_has_one_footnote_that_names_each_once() -> None:
    first, second = (
        quoted().citations[0],
        quoted("Zij zweeg.", item="Justitie/4", page=5).citations[0],
    )
    both = Statement("Nederland was tegen en zweeg.", "NL", (first, second, first))
    (note,) = opened(brief_of(both, ai=True)).notes
    assert note.count("Justitie/3") == note.count("Justitie/4") == 1


@settings(max_examples=60, deadline=None)
@given(st.lists(texts, min_size=1, max_size=4), texts, texts)
def test_nothing_from_a_paper_breaks_the_file(quotes: list[str], name: str, line_: str) -> None:
    statements = tuple(
        quoted(quote, group=name, item=f"Justitie/{name}", document=name) for quote in quotes
    )
    brief = brief_of(*statements, note=line_)
    file = opened(brief)
    assert len(file.notes) == len(file.called) == len(quotes)
    shown = [text for _, text in file.paragraphs]
    for statement, note in zip(brief.statements, file.notes, strict=True):
        assert any(text.endswith(f"“{line(statement, brief).said.text}”") for text in shown)
        assert seen(name) in note and "p. 4" in note
    instructions = [one.text for one in file.tree("word/document.xml").iter(f"{W}instrText")]
    assert instructions == [], "a paper cannot bring in a field"


@given(st.text(st.characters(codec=None)))
def test_what_is_seen_is_one_line_that_xml_can_carry(text: str) -> None:
    shown = seen(text)
    assert shown == " ".join(shown.split())
    etree.Element("t").text = shown  # raises for what XML cannot carry
    assert not {unicodedata.category(letter) for letter in shown} & {"Cc", "Cs"}
    assert seen(shown) == shown


@given(st.text(max_size=300), st.integers(1, 200))
def test_what_is_short_is_a_beginning(text: str, longest: int) -> None:
    cut = short(text, longest)
    assert len(cut) <= longest
    assert seen(text).startswith(cut.removesuffix("…") if len(seen(text)) > longest else cut)
