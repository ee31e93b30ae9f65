"""The pieces that all of the page is shown with: text made safe, notices, statements, citations.

Knows: that whatever comes from papers, names, readers and models is text, never markup.
Does not know: the server, the style sheet, where papers come from.
"""

from __future__ import annotations

import html
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from index.nouns import Document
from rag.nouns import Citation, Language, Statement
from rag.page.texts import word
from rag.phrases import actor_name, meeting_name, voice_name

Documents = Mapping[str, Document]


def safe(text: object) -> str:
    """`text` as HTML text: escaped, with control and direction characters made visible."""
    seen = "".join(
        c if c.isprintable() or c.isspace() or c == "\u00ad" else "\ufffd" for c in str(text)
    )
    return html.escape(seen)


def notice_html(text: str, *, language: Language | None = None) -> str:
    """Something the reader must know before going on."""
    lang = f' lang="{language}"' if language else ""
    return f'<p class="notice" role="alert"{lang}>{safe(text)}</p>'


def status_html(text: str) -> str:
    """What is going on."""
    return f'<p class="status">{safe(text)}</p>'


def draft_html(draft: str, language: Language) -> str:
    """What a model has written so far, and that nothing of it has been checked."""
    return f'{status_html(word("draft", language))}<p class="draft">{safe(draft)}</p>'


def paragraph(name: str, text: str, language: Language) -> str:
    """A paragraph of class `name` in a language; nothing for no text."""
    return f'<p class="{name}" lang="{language}">{safe(text)}</p>' if text else ""


def badges_html(kind: str, seconds: float, language: Language) -> str:
    """Who wrote (`kind`: generated, verbatim, not_found), and how long it took."""
    shown = f"{seconds:.2f}".replace(".", "," if language == "nl" else ".")
    took = safe(word("seconds", language, seconds=shown))
    badge = f'<span class="badge {kind}">{safe(word(kind, language))}</span>'
    return f'<p class="badges">{badge}<span class="took">{took}</span></p>'


def place(citation: Citation, document: Document | None, language: Language) -> str:
    """Document, meeting, item and page of a citation, as one line of plain text."""
    parts = [citation.document]
    if document is not None:
        parts.append(meeting_name(document, language))
    parts.append(item_name(citation.item, citation.title))
    if citation.page is not None:
        parts.append(word("page", language, number=citation.page))
    if citation.note is not None:
        parts.append(word("note", language, number=citation.note))
    return " · ".join(parts)


def item_name(path: str, title: str | None) -> str:
    """The path of an item as people read it, with its title unless the path ends in it."""
    steps = path.split("/")
    name = " › ".join(steps)
    return f"{name}: {title}" if title and title.replace("/", "∕") != steps[-1] else name


def chip(name: str) -> str:
    """A short label before a statement; nothing for no name."""
    return f'<span class="actor">{safe(name[:1].upper() + name[1:])}</span> ' if name else ""


def voices_html(citation: Citation, language: Language) -> str:
    """A chip for each actor whose words a citation reports: "Nederland: voorbehoud"."""
    return "".join(chip(voice_name(voice, language)) for voice in citation.voices)


def citations_of(statements: Iterable[Statement]) -> tuple[Citation, ...]:
    """The citations in order of appearance, each once."""
    return tuple(dict.fromkeys(c for s in statements for c in s.citations))


@dataclass(frozen=True, slots=True)
class Proofs:
    """The citations of what is shown, number n being entry n - 1, and the papers they are from.

    `language` is that of the page. A paper that was removed since is not among `documents`.
    """

    citations: tuple[Citation, ...]
    documents: Documents
    language: Language

    def number(self, citation: Citation) -> int:
        """The number that a citation is shown with, from 1."""
        return self.citations.index(citation) + 1

    def place(self, citation: Citation) -> str:
        """Where a citation stands, as plain text."""
        return place(citation, self.documents.get(citation.document), self.language)

    def button(self, citation: Citation) -> str:
        """What a click or Enter on opens the citation."""
        number = self.number(citation)
        label = safe(word("open_source", self.language, number=number, place=self.place(citation)))
        return (
            f'<button type="button" class="cite" data-cite="{number}" aria-label="{label}" '
            f'title="{label}">[{number}]</button>'
        )

    def buttons(self, statement: Statement) -> str:
        """The buttons of a statement's citations."""
        return "".join(self.button(citation) for citation in statement.citations)

    def quoted(self, statement: Statement) -> str:
        """A statement with its buttons: between quotation marks when it is a paper's own words."""
        buttons = self.buttons(statement)
        if verbatim(statement):
            return f'<span class="quote" lang="nl">“{marked(statement)}”</span> {buttons}'
        return f"<span>{marked(statement)}</span> {buttons}"

    def said(self, statement: Statement) -> str:
        """A statement with its buttons, after whose words it reports.

        Of a quote the chip also says what kind of statement that is.
        """
        chips = voices_html(statement.citations[0], self.language) if verbatim(statement) else ""
        actor = chips or chip(actor_name(statement.actor, self.language))
        return f'<p class="said">{actor}{self.quoted(statement)}</p>'


def verbatim(statement: Statement) -> bool:
    """True when a statement quotes a paper word for word."""
    return any(citation.quote == statement.text for citation in statement.citations)


def marked(statement: Statement) -> str:
    """The text with what was asked for marked."""
    shown, at = "", 0
    for start, end in statement.marks:
        between, inside = statement.text[at:start], statement.text[start:end]
        shown, at = f"{shown}{safe(between)}<mark>{safe(inside)}</mark>", end
    return shown + safe(statement.text[at:])
