"""Lists as HTML: the papers of a library, and what became of files handed in.

Knows: that names and titles are text, never markup. Does not know: the server, the style sheet.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from index.entries import Entry
from rag.nouns import Language
from rag.open import Added
from rag.page.show import safe, status_html
from rag.page.texts import NAME, word
from rag.phrases import KINDS, days

MOST = 300  # papers listed; a longer table takes a browser seconds


def header_html(language: Language, writer: str | None, *, specimen: bool) -> str:
    """Name, purpose, who makes the answers, and whether the papers are specimens.

    `data-language` tells the page's script what language the page is in, `data-timeline` what to
    call the picture of positions, `data-ready` how to say that something is there.
    """
    who = word("model", language, writer=writer) if writer else word("extractive", language)
    banner = ""
    if specimen:
        text = safe(word("specimen", language))
        banner = f'<p class="specimen" role="note"><strong>SPECIMEN</strong> {text}</p>'
    return (
        f'<div class="head" data-language="{language}" '
        f'data-timeline="{safe(word("timeline_told", language))}" '
        f'data-ready="{safe(word("ready", language))}"><h1>{NAME}</h1>'
        f'<p class="about">{safe(word("about", language))}</p>'
        f'<p class="disclosure"><strong>AI</strong> {safe(who)}</p>{banner}</div>'
    )


def when(entry: Entry, language: Language) -> str:
    """The date of a paper as people write it, with the ISO date; empty when it has none."""
    return f"{days(entry.dates, language)} ({entry.dates[0]})" if entry.dates else ""


def papers_html(entries: Sequence[Entry], language: Language) -> str:
    """A table of papers, newest first."""
    if not entries:
        return f'<p class="hint">{safe(word("no_papers", language))}</p>'
    names = ("document", "kind", "date", "items", "passages")
    heads = "".join(f'<th scope="col">{safe(word(name, language))}</th>' for name in names)
    newest = sorted(entries, key=lambda entry: entry.dates[:1], reverse=True)
    rows = "".join(_row(entry, language) for entry in newest[:MOST])
    more = len(entries) - MOST
    below = status_html(word("more", language, count=more)) if more > 0 else ""
    caption = safe(word("papers", language, count=len(entries)))
    return (
        f'<table class="grid papers"><caption>{caption}</caption>'
        f"<thead><tr>{heads}</tr></thead><tbody>{rows}</tbody></table>{below}"
    )


def _row(entry: Entry, language: Language) -> str:
    title = f'<span class="title" lang="nl">{safe(entry.title)}</span>' if entry.title else ""
    iso = f'<span class="iso">{safe(entry.dates[0])}</span>' if entry.dates else ""
    cells = (
        ("kind", safe(KINDS[language][entry.kind])),
        ("date", safe(days(entry.dates, language)) + iso),
        ("items", str(entry.items)),
        ("passages", str(entry.passages)),
    )
    rest = "".join(
        f'<td data-label="{safe(word(name, language))}">{shown}</td>' for name, shown in cells
    )
    return f'<tr><th scope="row">{safe(entry.id)}{title}</th>{rest}</tr>'


def added_html(report: Added, language: Language) -> str:
    """A line for each file handed in: what it became, or why it was refused."""
    lines = [
        _line(state, name, word(state, language))
        for state, names in (
            ("added", report.added),
            ("replaced", report.replaced),
            ("unchanged", report.unchanged),
        )
        for name in names
    ]
    lines += [
        _line("duplicate", file, word("duplicate", language, document=document))
        for file, document in report.duplicates
    ]
    lines += [
        _line("refused", Path(file).name, f"{word('refused', language)}: ", why)
        for file, why in report.failed
    ]
    lines += [
        _line("warning", document, f"{word('warning', language)}: ", text)
        for document, text in report.warnings
    ]
    return f'<ul class="results">{"".join(lines)}</ul>'


def _line(state: str, name: str, text: str, english: str = "") -> str:
    """One file; reasons come from the readers, which speak English."""
    reason = f'<span lang="en">{safe(english)}</span>' if english else ""
    return f'<li class="{state}"><strong>{safe(name)}</strong> {safe(text)}{reason}</li>'
