"""Signs that an outline may be wrong, each on an outline made for it."""

from __future__ import annotations

from index.doubts import doubts
from index.nouns import AgendaItem, Document, Span

TEXT = "woord " * 5000
DOCUMENT = Document(
    "d", "d", "verslag", None, (), None, None, None, None, None, None, None, TEXT, None
)


def item(
    path: str, words: int, number: str | None = None, title: str | None = "Titel"
) -> AgendaItem:
    return AgendaItem(path, "Justitie", number, title, None, Span(0, 6 * words))


def why(*items: AgendaItem) -> dict[str, tuple[str, ...]]:
    return {path: doubt.why for path, doubt in doubts(DOCUMENT, items).items()}


def test_a_plain_outline_raises_no_doubt() -> None:
    found = doubts(DOCUMENT, (item("Justitie/1", 50, "1"), item("Justitie/2", 50, "2")))
    assert all(doubt.confidence == 1.0 and doubt.why == () for doubt in found.values())


def test_each_sign_is_named_and_takes_a_quarter_off() -> None:
    assert why(item("Justitie/2", 50, "2")) == {"Justitie/2": ("is the first",)}
    assert why(item("Justitie/1", 50, "1"), item("Justitie/4", 50, "4"))["Justitie/4"] == (
        "follows number 1",
    )
    assert why(item("Justitie/1", 4500, "1"))["Justitie/1"] == (
        "is so long that it may hold another item",
    )
    assert why(item("Justitie/1", 3, "1"))["Justitie/1"] == (
        "is so short that it may be part of a heading",
    )
    assert why(item("Justitie/1", 50, "1", "woord " * 30))["Justitie/1"] == (
        "has a title so long that it may hold text",
    )
    assert why(item("Justitie/Titel (2)", 50))["Justitie/Titel (2)"] == (
        "stands twice under one path",
    )
    assert why(item("Justitie/1/Kop", 50))["Justitie/1/Kop"] == ("is a heading by its looks alone",)
    twice = doubts(DOCUMENT, (item("Justitie/3", 3, "3"),))["Justitie/3"]
    assert (len(twice.why), twice.confidence) == (2, 0.5)


def test_a_heading_without_a_body_is_doubtful_unless_it_is_a_parent_or_shares_one() -> None:
    bare, sub = item("Justitie/1", 0, "1"), item("Justitie/1/a", 0, "a")
    assert why(bare) == {"Justitie/1": ("has no body",)}
    assert why(bare, sub) == {"Justitie/1": (), "Justitie/1/a": ()}
