"""An answer as HTML: statements with numbered citations, each with its place.

Knows: that whatever comes from papers, names, readers and models is text, never markup.
Does not know: the server, the style sheet, where papers come from.
"""

from __future__ import annotations

import html
from collections.abc import Mapping, Sequence
from itertools import groupby

from index.nouns import Document
from rag.nouns import Answer, Citation, Language, Slot, Statement
from rag.page_texts import word
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


def numbered(answer: Answer) -> tuple[Citation, ...]:
    """The citations of an answer in order of appearance, each once; number n is entry n - 1."""
    return tuple(dict.fromkeys(c for s in answer.statements for c in s.citations))


def answer_html(answer: Answer, documents: Documents, language: Language) -> str:
    """The whole answer. `documents` holds the cited ones; `language` is that of the page."""
    numbers = {citation: n for n, citation in enumerate(numbered(answer), start=1)}
    said = "".join(
        _group_html(
            heading if heading != answer.lead else "",
            [_statement_html(s, numbers, documents, language) for s in group],
            answer.language,
        )
        for heading, group in groupby(answer.statements, lambda statement: statement.group)
    )
    gaps = "".join(f"<li>{safe(gap.text)}</li>" for gap in answer.gaps)
    parts = [
        f'<h2 class="visually-hidden" tabindex="-1">{safe(word("answer", language))}</h2>',
        _badges(answer, language),
        slots_html(answer, language),
        _paragraph("lead", answer.lead, answer.language),
        said,
        f'<ul class="gaps" lang="{answer.language}">{gaps}</ul>' if gaps else "",
        _paragraph("told", answer.note, answer.language),
    ]
    return f'<article class="answer {safe(answer.status)}">{"".join(parts)}</article>'


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


def _badges(answer: Answer, language: Language) -> str:
    """Who wrote, and how long it took."""
    kind = "generated" if answer.ai_generated else "verbatim"
    if answer.status == "not_found":
        kind = "not_found"
    seconds = f"{answer.seconds:.2f}".replace(".", "," if language == "nl" else ".")
    took = safe(word("seconds", language, seconds=seconds))
    badge = f'<span class="badge {kind}">{safe(word(kind, language))}</span>'
    return f'<p class="badges">{badge}<span class="took">{took}</span></p>'


def slots_html(answer: Answer, language: Language) -> str:
    """What was understood of the question, each with a button that asks without it.

    What a reader undid stays, struck out, with a button that takes it back. The number of a
    button is that of its slot in `answer.slots` or `answer.ignored`.
    """
    lists = (("undo", "×", answer.slots), ("redo", "↺", answer.ignored))
    items = "".join(
        _slot_html((way, sign), number, slot, answer.language, language)
        for way, sign, slots in lists
        for number, slot in enumerate(slots)
    )
    if not items:
        return ""
    told = safe(word("understood", language))
    return f'<div class="slots"><span id="slots-told">{told}</span><ul>{items}</ul></div>'


def _slot_html(
    way: tuple[str, str], number: int, slot: Slot, said_in: Language, language: Language
) -> str:
    """One slot: its label is in the language of the question, its button in that of the page."""
    name, sign = way
    told = f"{word(f'slot_{slot.name}', language)} {slot.label}"
    origin = safe(word("inherited", language)) if slot.inherited else ""
    label = safe(word(name, language, slot=told)) + (f" ({origin})" if origin else "")
    tag = "s" if name == "redo" else "span"
    shown = f'<span class="from">{origin}</span> ' if origin else ""
    kind = f"{name} inherited" if origin else name
    return (
        f'<li class="{kind}">{shown}<{tag} lang="{said_in}">{safe(slot.label)}</{tag}>'
        f'<button type="button" class="slot" data-{name}="{number}" aria-label="{label}" '
        f'title="{label}">{sign}</button></li>'
    )


def _paragraph(name: str, text: str, language: Language) -> str:
    return f'<p class="{name}" lang="{language}">{safe(text)}</p>' if text else ""


def _statement_html(
    statement: Statement, numbers: Mapping[Citation, int], documents: Documents, language: Language
) -> str:
    """One statement: who, what, the numbers; then each place, with the quote when it differs.

    Of a quote the chip says whose words it reports and what kind of statement that is; of words
    of a model each source has that chip.
    """
    marks = "".join(
        _button(numbers[c], place(c, documents.get(c.document), language), language)
        for c in statement.citations
    )
    verbatim = any(c.quote == statement.text for c in statement.citations)
    text = f"“{_marked(statement)}”" if verbatim else _marked(statement)
    said = f'<span class="quote" lang="nl">{text}</span>' if verbatim else f"<span>{text}</span>"
    chips = _voices_html(statement.citations[0], language) if verbatim else ""
    actor = chips or _chip(actor_name(statement.actor, language))
    sources = "".join(
        # the line above a group has named the meeting
        _source_html(
            c,
            numbers[c],
            None if statement.group else documents.get(c.document),
            statement.text,
            language,
        )
        for c in statement.citations
    )
    return f'<li><p class="said">{actor}{said} {marks}</p><ul class="sources">{sources}</ul></li>'


def _group_html(heading: str, said: Sequence[str], language: Language) -> str:
    """Statements that belong together, under the line that names their meeting."""
    above = f'<h3 class="group" lang="{language}">{safe(heading)}</h3>' if heading else ""
    return f'{above}<ol class="statements">{"".join(said)}</ol>'


def _marked(statement: Statement) -> str:
    """The text with what was asked for marked."""
    shown, at = "", 0
    for start, end in statement.marks:
        between, marked = statement.text[at:start], statement.text[start:end]
        shown, at = f"{shown}{safe(between)}<mark>{safe(marked)}</mark>", end
    return shown + safe(statement.text[at:])


def _voices_html(citation: Citation, language: Language) -> str:
    """A chip for each actor whose words a citation reports: "Nederland: voorbehoud"."""
    return "".join(_chip(voice_name(voice, language)) for voice in citation.voices)


def _chip(name: str) -> str:
    return f'<span class="actor">{safe(name[:1].upper() + name[1:])}</span> ' if name else ""


def _button(number: int, where: str, language: Language) -> str:
    """What a click or Enter on opens citation `number`."""
    label = safe(word("open_source", language, number=number, place=where))
    return (
        f'<button type="button" class="cite" data-cite="{number}" aria-label="{label}" '
        f'title="{label}">[{number}]</button>'
    )


def _source_html(
    citation: Citation, number: int, document: Document | None, said: str, language: Language
) -> str:
    """The place of a citation; its quote and whose words it reports where it is not `said`."""
    quote = ""
    if citation.quote != said:
        quote = f'<span class="quote" lang="nl">“{safe(citation.quote)}”</span> '
        quote = _voices_html(citation, language) + quote
    where = safe(place(citation, document, language))
    return (
        f'<li><span class="number">[{number}]</span> {quote}<span class="place">{where}</span></li>'
    )
