"""An answer as HTML: what was understood, statements with numbered citations, what lies near.

Knows: what stands where in an answer. Does not know: the server, the style sheet, where papers come
from.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from rag.nouns import Answer, Citation, Language, Slot, Statement
from rag.page.show import (
    Documents,
    Proofs,
    badges_html,
    citations_of,
    paragraph,
    place,
    safe,
    voices_html,
)
from rag.page.texts import word


def numbered(answer: Answer) -> tuple[Citation, ...]:
    """The citations of an answer in order of appearance, each once; number n is entry n - 1."""
    return citations_of(answer.statements) or tuple(dict.fromkeys(answer.near))


def answer_html(answer: Answer, documents: Documents, language: Language) -> str:
    """The whole answer. `documents` holds the cited ones; `language` is that of the page."""
    proofs = Proofs(numbered(answer), documents, language)
    said = "".join(
        _group_html(
            heading if heading != answer.lead else "",
            [_statement_html(s, proofs) for s in group],
            answer.language,
        )
        for heading, group in groupby(answer.statements, lambda statement: statement.group)
    )
    gaps = "".join(f"<li>{safe(gap.text)}</li>" for gap in answer.gaps)
    kind = "generated" if answer.ai_generated else "verbatim"
    parts = [
        f'<h2 class="visually-hidden" tabindex="-1">{safe(word("answer", language))}</h2>',
        badges_html(kind if answer.statements else "not_found", answer.seconds, language),
        slots_html(answer, language),
        paragraph("lead", answer.lead, answer.language),
        said,
        f'<ul class="gaps" lang="{answer.language}">{gaps}</ul>' if gaps else "",
        paragraph("told", answer.note, answer.language),
        _near_html(answer, proofs),
    ]
    return f'<article class="answer {safe(answer.status)}">{"".join(parts)}</article>'


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


def _near_html(answer: Answer, proofs: Proofs) -> str:
    """What comes nearest where there is no answer, by its first sentence, to be opened."""
    if answer.statements or not proofs.citations:
        return ""
    items = "".join(
        f'<li>{proofs.button(citation)} <span class="place">{safe(proofs.place(citation))}</span>'
        f'<span class="quote" lang="nl">“{safe(citation.quote)}”</span></li>'
        for citation in proofs.citations
    )
    heading = safe(word("near", proofs.language))
    return f'<h3 class="group">{heading}</h3><ul class="near">{items}</ul>'


def _statement_html(statement: Statement, proofs: Proofs) -> str:
    """One statement: who, what, the numbers; then each place, with the quote when it differs."""
    documents = {} if statement.group else proofs.documents  # the line above named the meeting
    sources = "".join(
        _source_html(c, proofs, place(c, documents.get(c.document), proofs.language), statement)
        for c in statement.citations
    )
    return f'<li>{proofs.said(statement)}<ul class="sources">{sources}</ul></li>'


def _source_html(citation: Citation, proofs: Proofs, where: str, statement: Statement) -> str:
    """The place of a citation; its quote and whose words it reports where that is not said yet."""
    quote = ""
    if citation.quote != statement.text:
        quote = f'<span class="quote" lang="nl">“{safe(citation.quote)}”</span> '
        quote = voices_html(citation, proofs.language) + quote
    number = f'<span class="number">[{proofs.number(citation)}]</span>'
    return f'<li>{number} {quote}<span class="place">{safe(where)}</span></li>'


def _group_html(heading: str, said: Sequence[str], language: Language) -> str:
    """Statements that belong together, under the line that names their meeting."""
    above = f'<h3 class="group" lang="{language}">{safe(heading)}</h3>' if heading else ""
    return f'{above}<ol class="statements">{"".join(said)}</ol>'
