"""A paper as HTML: the agenda item a citation comes from, the quote marked where it stands.

Knows: spans, pages, footnotes, and that a paper is text, never markup. Does not know: the
server, the style sheet, where papers come from.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from index.nouns import AgendaItem, Document, Span
from rag.nouns import Citation, Language
from rag.page.show import item_name, notice_html, safe
from rag.page.texts import word
from rag.phrases import KINDS, meeting_name

AROUND = 1500  # characters shown either side of a quote that stands in no item


def empty_html(language: Language) -> str:
    """What stands there before a citation is opened."""
    head = f"<h2>{safe(word('source', language))}</h2>"
    return f'{head}<p class="hint">{safe(word("no_source", language))}</p>'


def paper_html(
    document: Document, item: AgendaItem, citation: Citation, number: int, language: Language
) -> str:
    """The item with the quote marked, under its place; a notice when the text is no longer that.

    `number` is the citation's in its answer.
    """
    cited = Span(citation.start, citation.end)
    if document.text[cited.start : cited.end] != citation.quote:
        return notice_html(word("changed", language))
    home = _home(document, item, cited)
    body = _paragraphs(document, home, cited)
    notes = "".join(
        f'<li value="{note.number}">{_paragraphs(document, note.span, cited, paged=False)}</li>'
        for note in item.notes
    )
    below = f"<h3>{safe(word('notes', language))}</h3><ol>{notes}</ol>" if notes else ""
    return (
        f"{_head(document, item, citation, number, language)}"
        f'<div class="paper" lang="nl" tabindex="0" role="region" '
        f'aria-label="{safe(word("source", language))} {number}">'
        f"{body}{f'<footer>{below}</footer>' if below else ''}</div>"
    )


def _head(
    document: Document, item: AgendaItem, citation: Citation, number: int, language: Language
) -> str:
    """Document, kind, meeting, item and page, above the text."""
    page = str(citation.page) if citation.page is not None else word("no_pages", language)
    if citation.note is not None:
        page += ", " + word("note", language, number=citation.note)
    kind = KINDS[language][document.kind]
    when = meeting_name(document, language)
    tag = f" ({item.tag})" if item.tag else ""
    rows = [
        ("document", f"{document.id} ({kind})"),
        ("meeting", when),
        ("item", item_name(item.path, item.title) + tag),
        ("at_page", page),
    ]
    listed = "".join(f"<dt>{safe(word(n, language))}</dt><dd>{safe(v)}</dd>" for n, v in rows)
    title = f'<p class="title" lang="nl">{safe(document.title)}</p>' if document.title else ""
    return (
        f'<h2 tabindex="-1">{safe(word("source", language))} [{number}]</h2>{title}'
        f'<dl class="where">{listed}</dl>'
        f'<button type="button" class="back" data-back="{number}">'
        f"{safe(word('back', language))}</button>"
    )


def _home(document: Document, item: AgendaItem, cited: Span) -> Span:
    """What is shown: the item, or what lies around a quote outside its item and notes."""
    if item.span.holds(cited) or any(note.span.holds(cited) for note in item.notes):
        return item.span
    return Span(max(0, cited.start - AROUND), min(len(document.text), cited.end + AROUND))


def _paragraphs(document: Document, home: Span, cited: Span, *, paged: bool = True) -> str:
    """The text of `home`, a paragraph a line, with the cited characters marked and pages told."""
    made = []
    for line in _lines(document.text, home):
        pieces = [_piece(document, piece, cited, paged) for piece in _cut(document, line, cited)]
        made.append(f"<p>{''.join(pieces)}</p>")
    return "".join(made)


def _lines(text: str, home: Span) -> Iterator[Span]:
    """The spans of the lines of `home` that hold anything."""
    start = home.start
    for line in home.of(text).split("\n"):
        if line.strip():
            yield Span(start, start + len(line))
        start += len(line) + 1


def _cut(document: Document, line: Span, cited: Span) -> Iterator[Span]:
    """A line in pieces that are wholly marked or not, and wholly on one page."""
    borders = {line.start, line.end, cited.start, cited.end, *(document.page_starts or ())}
    inside = sorted(at for at in borders if line.start <= at <= line.end)
    for start, end in pairwise(inside):
        yield Span(start, end)


def _piece(document: Document, piece: Span, cited: Span, paged: bool) -> str:
    text = safe(piece.of(document.text))
    if cited.holds(piece):
        text = f"<mark>{text}</mark>"
    starts = document.page_starts or ()
    if paged and piece.start in starts[1:]:
        return f'<span class="page">{document.page(piece.start)}</span>{text}'
    return text
