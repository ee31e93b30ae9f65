"""A briefing as Markdown with footnotes.

Knows: what Markdown reads as markup, so that nothing from a paper is. Does not know: what a
briefing holds.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from rag.briefing.lines import Line, Run, line
from rag.briefing.seen import seen, short
from rag.briefing.words import word
from rag.overviews import Brief, Part, Source

# every sign that can begin markup anywhere in a line, links without brackets included
_SIGNS = re.compile(r"([\\`*_{}\[\]<>#|~&!$^@=]|:(?=//)|(?<=www)\.)", re.IGNORECASE)
_START = re.compile(r"^([-+]|\d+(?=[.)]))")


def markdown(brief: Brief) -> str:
    """The briefing; its statements are footnoted [^1], [^2], ... in order, ends in a line break."""
    lines = [line(statement, brief) for statement in brief.statements]
    blocks = [f"# {escaped(short(brief.title))}"]
    if brief.note:
        blocks.append(f"*{escaped(brief.note)}*")
    done = 0
    for part in brief.parts:
        own = lines[done : done + len(part.statements)]
        blocks += _part(part, own, done + 1)
        done += len(part.statements)
    if brief.sources:
        blocks.append(f"## {word('sources', brief.language)}")
        blocks.append("\n".join(f"- {escaped(source_line(one))}" for one in brief.sources))
    notes = [f"[^{at}]: {_runs(one.footnote)}" for at, one in enumerate(lines, start=1)]
    if notes:
        blocks.append("\n".join(notes))
    return "\n\n".join(blocks) + "\n"


def escaped(text: str) -> str:
    """`text` on one line, so that Markdown shows it as it is."""
    signs = _SIGNS.sub(r"\\\1", seen(text))
    return _START.sub(lambda found: _first(found[0]), signs)


def source_line(source: Source) -> str:
    """A paper as the list of sources has it: its name, its number, its file."""
    number = f", Kamerstuk {source.kamerstuk}" if source.kamerstuk else ""
    return f"{source.name}{number} ({source.document})"


def _first(sign: str) -> str:
    """What would begin a list; of a figure the point or bracket after it would, so space it."""
    return f"\\{sign}" if sign in "-+" else f"{sign}\\"


def _part(part: Part, lines: list[Line], first: int) -> Iterator[str]:
    """Heading, line and statements of a part, under the groups they have."""
    yield f"## {escaped(part.heading)}"
    if part.line:
        yield escaped(part.line)
    group = ""
    for number, (statement, said) in enumerate(zip(part.statements, lines, strict=True), first):
        if statement.group and statement.group != group:
            group = statement.group
            yield f"### {escaped(group)}"
        yield _said(said, number)


def _said(said: Line, number: int) -> str:
    """One statement; a model's words carry no quotation marks."""
    lead = f"**{escaped(said.lead)}:** " if said.lead else ""
    text = f"“{escaped(said.said.text)}”" if said.quoted else escaped(said.said.text)
    mark = f" *\\[{escaped(said.mark)}\\]*" if said.mark else ""
    return f"{lead}{text}{mark}[^{number}]"


def _runs(runs: tuple[Run, ...]) -> str:
    return escaped("".join(run.text for run in runs))
