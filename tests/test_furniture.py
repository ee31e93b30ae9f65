"""Page furniture goes, and nothing that only looks like it."""

from __future__ import annotations

from index.furniture import without_furniture
from index.rows import rows_of
from index.source import Line, Source

TEXT = [f"Een regel met gewone woorden, en wel nummer {word}" for word in "abcdefghij"]


def text(page: int) -> list[str]:
    """Lines that no other page has."""
    return [f"{line} van blad {'abcde'[page]}" for line in TEXT]


def left(*pages: list[str]) -> list[str]:
    lines = [Line(text, page=at) for at, page in enumerate(pages, start=1) for text in page]
    return [row.text for row in without_furniture(rows_of(Source("pdf", tuple(lines))))]


def dump(*lines: str) -> list[str]:
    source = Source("txt", tuple(Line(line) for line in lines))
    return [row.text for row in without_furniture(rows_of(source))]


def test_page_numbers_at_the_edge_of_pages() -> None:
    numbers = ("1", "2", "- 3 -", "Pagina 4 van 5", "blz. 5")
    pages = [[*text(at), number] for at, number in enumerate(numbers)]
    assert left(*pages) == [line for at in range(5) for line in text(at)]


def test_a_number_in_the_middle_of_a_page_is_text() -> None:
    assert "7" in left([*TEXT[:5], "7", *TEXT[5:]])


def test_a_year_on_its_own_line_is_text() -> None:
    assert left(["Verslag van 6 en 7 maart", "2031", *TEXT], [*TEXT, "2"])[1] == "2031"


def test_running_heads_whose_page_number_counts_with_the_page() -> None:
    pages = [[f"Jaarstuk – blad {at + 11}", *text(at)] for at in range(3)]
    assert left(*pages) == [line for at in range(3) for line in text(at)]


def test_footnotes_of_one_form_are_no_running_foot() -> None:
    notes = ["1 COM(2031) 424.", "2 COM(2031) 17.", "3 COM(2031) 348."]
    assert left(*([*text(at), note] for at, note in enumerate(notes)))[10::11] == notes


def test_a_line_that_returns_on_two_pages_only_is_text() -> None:
    assert "Onderwijs" in left(["Onderwijs", *text(0)], ["Onderwijs", *text(1)], text(2))


def test_the_running_foot_and_the_colophon_of_official_papers() -> None:
    foot = "Tweede Kamer, vergaderjaar 2030–2031, 32 317, nr. 9912 4"
    colophon = ["kst-32317-9912", "ISSN 0921 - 7371", "’s-Gravenhage 2031"]
    assert dump("Een zin die op de", *colophon, foot, "volgende bladzijde doorloopt.") == [
        "Een zin die op de",
        "volgende bladzijde doorloopt.",
    ]


def test_page_numbers_in_dumps_count_up() -> None:
    lines = [part for at in (1, 2, 3) for part in (*text(at)[:3], "", str(at), "")]
    assert dump(*lines) == [line for at in (1, 2, 3) for line in text(at)[:3]]


def test_running_heads_in_dumps() -> None:
    head = ["Directie Vreemde Zaken", "Datum 3 juni 2031", "Pagina {} van 9"]
    lines = [
        part
        for at in range(5)
        for part in (*(h.format(at) for h in head), "", *text(at), "", "", "", "")
    ]
    assert dump(*lines) == [line for at in range(5) for line in text(at)]


def test_tags_and_sentences_that_return_are_text() -> None:
    page = ["1. Titel {}", "= Stand van zaken", "Het kabinet zal dit aanhoren.", "", "", "", "", ""]
    lines = [line.format(at) for at in range(5) for line in page]
    assert dump(*lines).count("= Stand van zaken") == 5
    assert dump(*lines).count("Het kabinet zal dit aanhoren.") == 5


def test_a_lone_number_in_a_dump_that_does_not_count_up_is_text() -> None:
    assert "40" in dump(TEXT[0], "", "40", "", TEXT[1])


def test_text_after_furniture_knows_that_a_page_turned() -> None:
    source = Source("pdf", (Line("a b", page=1), Line("1", page=1), Line("c d", page=2)))
    rows = without_furniture(rows_of(source))
    assert [(row.text, row.gap, row.turned) for row in rows] == [
        ("a b", 0, False),
        ("c d", 1, True),
    ]


def test_whole_paragraphs_are_never_furniture() -> None:
    lines = tuple(Line("7", whole=True) for _ in range(3))
    assert len(without_furniture(rows_of(Source("docx", lines)))) == 3
