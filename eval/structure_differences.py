"""The differences between gold units and an outline, one line each, for a person to read.

Knows: paired papers. Does not know: figures; these lines explain them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from eval.compare_text import starts
from eval.structure import PairedUnit, ReadPaper, fields_right

_SHOWN = 60


def differences(papers: Iterable[ReadPaper]) -> tuple[str, ...]:
    """`<file>: <unit>: <what is wrong>`, in the order of the papers and their units."""
    return tuple(line for paper in papers for line in _of_paper(paper))


def _of_paper(paper: ReadPaper) -> Iterator[str]:
    if paper.head is None:
        yield f"{paper.file}: no outline"
        return
    for field, right in fields_right(paper).items():
        if not right:
            gold, got = getattr(paper.gold, field), getattr(paper.head, field)
            yield f"{paper.file}: {field}: {got!r}, should be {gold!r}"
    for pair in paper.pairs:
        for what in _of_unit(pair):
            yield f"{paper.file}: {pair.unit.id}: {what}"
    for item in paper.extra:
        yield f"{paper.file}: {item.path}: extra item ({_cut(item.text or item.title or '')})"


def _of_unit(pair: PairedUnit) -> Iterator[str]:
    unit, item = pair.unit, pair.item
    if item is None:
        yield f"missing ({_cut(unit.title or unit.first_words)})"
        return
    if (unit.section, unit.number) != (item.section, item.number):
        yield f"read as {item.path} (section {item.section!r}, number {item.number!r})"
    if unit.has_body and not starts(item.text, unit.first_words):
        yield f"wrong start ({_cut(item.text)}), should be ({unit.first_words})"
    if not pair.ends_right:
        yield f"wrong end (… {item.text[-_SHOWN:].strip()}), should be ({unit.last_words})"
    if not pair.title_right:
        yield f"title {item.title!r}, should be {unit.title!r}"
    if not pair.tag_right:
        yield f"tag {item.tag!r}, should be {unit.tag!r}"
    if pair.notes != frozenset(unit.footnotes):
        yield f"notes {sorted(pair.notes)}, should be {list(unit.footnotes)}"


def _cut(text: str) -> str:
    """The first characters of `text`, on one line."""
    line = " ".join(text.split())
    return line if len(line) <= _SHOWN else line[:_SHOWN] + " …"
