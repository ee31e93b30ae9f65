"""Rows: lines without outer blanks and invisible characters, each in its place in the source."""

from __future__ import annotations

from index.nouns import Span
from index.rows import kept, rows_of
from index.source import Line, Source


def source(*texts: str, page: int | None = None) -> Source:
    return Source("txt", tuple(Line(text, page=page) for text in texts))


def test_blank_lines_become_gaps() -> None:
    rows = rows_of(source("Een", "", "  ", "Twee", "Drie"))
    assert [(row.text, row.gap) for row in rows] == [("Een", 0), ("Twee", 2), ("Drie", 0)]


def test_a_row_knows_its_place_in_the_source() -> None:
    made = source("  Een ", "Twee")
    rows = rows_of(made)
    assert [row.span for row in rows] == [Span(2, 5), Span(7, 11)]
    assert [row.span.of(made.text) for row in rows] == ["Een", "Twee"]


def test_invisible_characters_are_left_out() -> None:
    made = source("\u200bsa\u00admen\u200b", "\ufeff", "\u2060")
    (row,) = rows_of(made)
    assert row.text == "samen"
    assert row.span == Span(1, 7)
    assert row.drops == (Span(3, 4),)


def test_a_soft_hyphen_at_the_end_is_a_line_end_hyphen() -> None:
    (row,) = rows_of(source("samen\u00ad \u200b"))
    assert row.text == "samen\u00ad"


def test_pages_turn_where_the_format_says_so() -> None:
    lines = (Line("Een", page=1), Line("Twee", page=1), Line("Drie", page=2))
    rows = rows_of(Source("pdf", lines))
    assert [row.turned for row in rows] == [False, False, True]


def test_pages_turn_in_dumps_after_many_blanks_or_at_a_lone_space() -> None:
    rows = rows_of(source("Een", "", "", "", "", "twee", " drie", "  vier"))
    assert [row.turned for row in rows] == [False, True, True, False]


def test_calls_count_from_the_start_of_the_source() -> None:
    lines = (Line("Een"), Line("Twee woorden", calls=((4, 1),)))
    assert rows_of(Source("docx", lines))[1].calls == ((8, 1),)


def test_kept_is_what_no_drop_covers() -> None:
    assert kept(Span(0, 9), [Span(0, 2), Span(4, 5)]) == [Span(2, 4), Span(5, 9)]
    assert kept(Span(0, 2), [Span(0, 2)]) == []
