"""A briefing as HTML: as it will be taken along, its footnotes as buttons that open the source.

Knows: what stands where. Does not know: how a briefing is made or written to a file.
"""

from __future__ import annotations

from dataclasses import replace
from itertools import groupby

from rag.briefing.lines import line
from rag.nouns import Statement
from rag.overviews import Brief, Part, Source
from rag.page.show import Proofs, paragraph, safe
from rag.page.show_summary import made_html
from rag.page.texts import word
from rag.phrases import days


def brief_html(brief: Brief, proofs: Proofs) -> str:
    """The whole briefing in its own language, as its files will be, on a page in any language."""
    own = brief.language
    proofs = replace(proofs, language=own)
    parts = "".join(_part_html(part, brief, proofs) for part in brief.parts)
    sources = "".join(f"<li>{_source(source, proofs)}</li>" for source in brief.sources)
    heading = f"<h3>{safe(word('sources', own))}</h3>"
    below = f'<section>{heading}<ul class="sources">{sources}</ul></section>' if sources else ""
    return (
        f'<article class="overview brief" lang="{own}"><h2 tabindex="-1">{safe(brief.title)}</h2>'
        f"{made_html(brief.made, own)}{parts}{below}{paragraph('told', brief.note, own)}</article>"
    )


def _part_html(part: Part, brief: Brief, proofs: Proofs) -> str:
    """A part with its statements, those of one group under what it is called."""
    own = brief.language
    made = [f'<h3 lang="{own}">{safe(part.heading)}</h3>', paragraph("line", part.line, own)]
    for group, together in groupby(part.statements, lambda statement: statement.group):
        said = "".join(f"<li>{_statement_html(each, brief, proofs)}</li>" for each in together)
        above = f'<h4 lang="{own}">{safe(group)}</h4>' if group else ""
        made.append(f'{above}<ul class="statements">{said}</ul>')
    return f"<section>{''.join(made)}</section>"


def _statement_html(statement: Statement, brief: Brief, proofs: Proofs) -> str:
    """A statement as the files have it: who and when, what, the footnote as a button."""
    said = line(statement, brief)
    lead = f'<strong lang="{brief.language}">{safe(said.lead)}:</strong> ' if said.lead else ""
    text = f"“{safe(said.said.text)}”" if said.quoted else safe(said.said.text)
    mark = f' <em lang="{brief.language}">[{safe(said.mark)}]</em>' if said.mark else ""
    quote = f'<span class="quote" lang="{said.said.language}">{text}</span>'
    return f'<p class="said">{lead}{quote}{mark} {proofs.buttons(statement)}</p>'


def _source(source: Source, proofs: Proofs) -> str:
    """A paper, its meeting and its number among the parliamentary papers."""
    told = [source.name, days(source.meeting_dates, proofs.language), source.kamerstuk or ""]
    return safe(" · ".join(part for part in told if part))
