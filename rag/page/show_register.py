"""The register of outcomes and promises as HTML: a table for each sort.

Knows: what stands where. Does not know: how records are found, the server, the style sheet.
"""

from __future__ import annotations

from collections.abc import Sequence

from rag.nouns import Language
from rag.outcomes.nouns import Outcomes, Record, Sort
from rag.outcomes.words import day_name as written_day
from rag.outcomes.words import when_name
from rag.page.show import Proofs, item_name, paragraph, safe
from rag.page.show_summary import fold_html
from rag.page.texts import word
from rag.phrases import actor_name

SORTS: tuple[Sort, ...] = ("decision", "next_step", "promise")


def register_html(outcomes: Outcomes, proofs: Proofs) -> str:
    """Decisions, next steps and promises, each in the order they were found in."""
    sorts = [(sort, [r for r in outcomes.records if r.sort == sort]) for sort in SORTS]
    tables = "".join(_table(sort, records, proofs) for sort, records in sorts if records)
    nothing = f'<p class="hint">{safe(word("nothing_here", proofs.language))}</p>'
    inside = (tables or nothing) + paragraph("told", outcomes.note, outcomes.language)
    count = word("count_records", proofs.language, count=len(outcomes.records))
    return fold_html(word("register", proofs.language), count, inside)


def day_name(iso: str | None, language: Language) -> str:
    """An ISO day, month or year as people write it; a dash for none."""
    return written_day(iso, language) if iso else "–"


def _due(record: Record, language: Language) -> str:
    """When it is to happen, as it is meant: "uiterlijk juni 2025"; a dash for no date."""
    return when_name(record.date, record.when, language) if record.date else "–"


def _table(sort: Sort, records: Sequence[Record], proofs: Proofs) -> str:
    """One sort; of decisions it is also said what they are."""
    language = proofs.language
    names = ["what"] * (sort == "decision") + ["who", "by_when", "quote"]
    heads = "".join(f'<th scope="col">{safe(word(name, language))}</th>' for name in names)
    rows = "".join(_row(record, names, proofs) for record in records)
    caption = safe(word(f"sort_{sort}", language))
    return (
        f'<table class="grid register"><caption>{caption}</caption>'
        f"<thead><tr>{heads}</tr></thead><tbody>{rows}</tbody></table>"
    )


def _row(record: Record, names: Sequence[str], proofs: Proofs) -> str:
    language = proofs.language
    title = record.statement.citations[0].title
    item = f'<span class="title" lang="nl">{safe(item_name(record.item, title))}</span>'
    what = safe(word(f"outcome_{record.what}", language))
    chipped = f'<span class="stance">{what}</span> ' if record.what == "motion" else ""
    cells = {
        "what": what,
        "who": safe(actor_name(record.actor, language) or "–"),
        "by_when": safe(_due(record, language)),
        "quote": f"{chipped}{_before(record)}{proofs.quoted(record.statement)}{item}",
    }
    first, *others = names
    rest = "".join(
        f'<td data-label="{safe(word(name, language))}">{cells[name]}</td>' for name in others
    )
    return f'<tr><th scope="row">{cells[first]}</th>{rest}</tr>'


def _before(record: Record) -> str:
    """The sentence that the quote points back at, beside it and softer."""
    if record.before is None:
        return ""
    return f'<span class="before" lang="nl">“{safe(record.before.text)}”</span> '
