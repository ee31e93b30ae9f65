"""A briefing line by line, as every format sets it: who, what is quoted, and the footnote.

Knows: which words are the paper's own (between quotation marks, in Dutch) and which a model's
(without). Does not know: Word, Markdown.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from rag.briefing.seen import seen
from rag.briefing.words import word
from rag.nouns import Citation, Language, Statement, Voice
from rag.overviews import Brief
from rag.phrases import STANCES, days, months
from rag.positions.chair import speaker_name

DUTCH: Language = "nl"  # what the papers are written in
_BULLET = re.compile(r"^[-•–—▪*]\s+")


@dataclass(frozen=True, slots=True)
class Run:
    """Words in one language, for the checking of spelling."""

    text: str
    language: Language


@dataclass(frozen=True, slots=True)
class Line:
    """One statement as it is read: `lead` names who, `said` is what stands after it.

    `quoted`: `said` is verbatim, to be set between quotation marks. `mark`: that a model wrote or
    translated it; empty for a quote. `footnote`: where it stands, in runs that joined are a line.
    """

    lead: str
    said: Run
    quoted: bool
    mark: str
    footnote: tuple[Run, ...]


def line(statement: Statement, brief: Brief) -> Line:
    """A statement of a briefing as it is read."""
    names = {source.document: source.name for source in brief.sources}
    language, quoted = brief.language, is_quoted(statement)
    who = [_when(statement, brief), _who(statement, quoted, language)]
    text = seen(statement.text)
    said = Run(_BULLET.sub("", text), DUTCH) if quoted else Run(text, language)
    mark = "" if quoted else word("retold" if language == DUTCH else "translated", language)
    lead = ", ".join(filter(None, who))
    lead = lead[:1].upper() + lead[1:]
    return Line(lead, said, quoted, mark, footnote(statement, names, language))


def is_quoted(statement: Statement) -> bool:
    """True when its text is, word for word, what its citations quote."""
    return " ".join(c.quote for c in statement.citations) == statement.text


def footnote(statement: Statement, names: Mapping[str, str], language: Language) -> tuple[Run, ...]:
    """Where a statement stands; `names`: what the list of sources calls each document."""
    runs: list[Run] = []
    for number, citation in enumerate(dict.fromkeys(statement.citations)):
        if number:
            runs.append(Run("; ", language))
        runs += _place(citation, names, language)
    return (*runs, Run(".", language))


def _place(citation: Citation, names: Mapping[str, str], language: Language) -> Iterator[Run]:
    """The paper's name and file, the item, page and note of one citation.

    Without the item's title: a numbered item is found by its number, and what has none is named by
    its title.
    """
    name = names.get(citation.document) or days(citation.meeting_dates, language)
    document = seen(citation.document)
    yield Run(f"{seen(name)} ({document}), " if name else f"{document}, ", language)
    yield Run(seen(citation.item), DUTCH)
    page = citation.page
    where = [word("no_page", language) if page is None else word("page", language, page=page)]
    if citation.note is not None:
        where.append(word("note", language, note=citation.note))
    yield Run(", " + ", ".join(where), language)


def _who(statement: Statement, quoted: bool, language: Language) -> str:
    """Who speaks and with which stance; empty where nobody knows."""
    voices = statement.citations[0].voices if quoted else ()
    # of two voices each is named, also the one that the line above names
    group = statement.group if len({voice.actor for voice in voices}) == 1 else ""
    cited = statement.citations[0]
    heard = [_voice(voice, cited, group, language) for voice in voices]
    heard = list(dict.fromkeys(filter(None, heard)))
    if voices:
        return "; ".join(heard)
    name = speaker_name(statement.actor, cited, language)
    return "" if name.casefold() == statement.group.casefold() else name


def _voice(voice: Voice, cited: Citation, group: str, language: Language) -> str:
    """ "Nederland (voorbehoud)"; of a plain fact only who, under its own name only what."""
    name, kind = speaker_name(voice.actor, cited, language), STANCES[language][voice.stance]
    if name.casefold() == group.casefold():
        return kind
    if name.endswith(")") and kind:  # "het Voorzitterschap (Spanje; oproep)"
        return f"{name[:-1]}; {kind})"
    return f"{name} ({kind})" if name and kind else name


def _when(statement: Statement, brief: Brief) -> str:
    """The month, and for an agenda that it looks ahead, where the line above does not tell."""
    cited = statement.citations[0]
    paper = next((one for one in brief.sources if one.document == cited.document), None)
    if paper is None or paper.name in statement.group:
        return ""
    if not cited.meeting_dates:
        return seen(paper.name)
    when = months(cited.meeting_dates[0], cited.meeting_dates[-1], brief.language)
    early = paper.kind == "geannoteerde agenda"
    return word("ahead", brief.language, when=when) if early else when
