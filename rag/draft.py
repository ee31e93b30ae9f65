"""Cuts a writer's draft into sentences, each with the keys it cites.

Knows: markers, Markdown habits of language models, sentence borders in Dutch and English. Does
not know: evidence, or whether a sentence is true.
"""

from __future__ import annotations

import re
import unicodedata

from rag.keys import Marker, find_markers
from rag.nouns import Draft, DraftSentence
from rag.thinking import CLOSE

# Markers are taken out first; this character holds the place of each, so that a full stop and the
# marker after it are seen as one sentence end.
_HOLD = "\ue000"

_INVISIBLE = ("Cc", "Cf", "Co", "Cs", "Cn")
_LINE_ENDS = ("", *".!?:;…])】")
_ABBREVIATIONS = """
a.o art artt bijv blz c.q ca d.d d.i d.w.z dhr dr drs e.a e.d e.g e.v etc evt excl fig ft gem i.c
i.e i.h.b i.p.v i.v.m incl ing ir jhr jl jr k.h m.a.w m.b.t m.i.v m.m.v m.n m.u.v max mevr min mln
mld mr mrs ms mw mio n.a.v no nos nr nrs o.a o.b.v o.g.v o.l.v o.m p.m para paras pp prof resp st
stb stcrt t.a.v t.b.v t.g.v t.m t.o.v t.w tel trb vgl viz w.o z.g z.s.m zgn
jan feb febr mrt apr jun jul aug sep sept okt oct nov dec
"""
_ABBREVIATED = frozenset(_ABBREVIATIONS.split())
_LIST_SIGN = re.compile(r"^\s{0,8}(?:>\s*)*(?:#{1,6}\s+|[-*+•–—]\s+|\d{1,2}[.)]\s+)?")
_EMPHASIS = re.compile(r"(\*\*|__|\*|`)(?=\S)([^*`\n]+?)(?<=\S)\1")
_END = re.compile(rf"(?<![.!?…])[.!?…]++[\"'”»’)\]]*+(?:(?:\s?{_HOLD})*+(?=\s|$)|(?:\s?{_HOLD})++)")
_EMPTY_BRACKETS = re.compile(r"\s*\(\s*(?:zie|see|cf|bron|source)?[.:]?\s*\)")
_QUOTED = re.compile(r"“[^“”]*”|„[^„“”]*[“”]|«[^«»]*»|\"[^\"]*\"")


def parse_draft(text: str) -> Draft:
    """The sentences of a draft, in order, blank ones left out.

    A marker belongs to the sentence it stands in or directly after; at the beginning of a line,
    to the sentence that follows; alone on a line, to the sentence before. Lists, headings and
    emphasis in Markdown are taken off. A border inside a quotation is none.
    """
    sentences: list[DraftSentence] = []
    for line in _lines(text):
        markers = find_markers(line)
        held, keys = _hold(line, markers)
        if sentences and markers and not held.replace(_HOLD, "").strip(" \t.,;:"):
            last = sentences.pop()
            sentences.append(DraftSentence(last.text, _each_once(last.keys, *keys)))
            continue
        sentences += _sentences(held, keys)
    return Draft(tuple(sentences))


def _lines(text: str) -> list[str]:
    """The lines of a draft without Markdown; a line that goes on in the next is joined to it."""
    text = unicodedata.normalize("NFC", text.rpartition(CLOSE)[2])
    text = "".join(c for c in text if c in "\n\t" or unicodedata.category(c) not in _INVISIBLE)
    lines = [""]
    for raw in text.split("\n"):
        sign = _LIST_SIGN.match(raw)
        line = " ".join(raw[sign.end() if sign else 0 :].split())
        line = _EMPHASIS.sub(r"\2", line)
        new = sign is not None and sign.group().strip() != ""
        if line[:1].islower() and not new and lines[-1][-1:] not in _LINE_ENDS:
            lines[-1] += " " + line
        else:
            lines.append(line)
    return [line for line in lines if line]


def _hold(line: str, markers: list[Marker]) -> tuple[str, list[tuple[str, ...]]]:
    """The line with each marker replaced by the placeholder, and the keys of each, in order."""
    pieces: list[str] = []
    place = 0
    for found in markers:
        pieces += [line[place : found.start], _HOLD]
        place = found.end
    return "".join([*pieces, line[place:]]), [found.keys for found in markers]


def _sentences(held: str, keys: list[tuple[str, ...]]) -> list[DraftSentence]:
    """The sentences of one line; `keys` are those of its placeholders, in order."""
    sentences: list[DraftSentence] = []
    waiting = list(keys)
    start = 0
    for end in [*_borders(held), len(held)]:
        piece, start = held[start:end], end
        mine, waiting = waiting[: piece.count(_HOLD)], waiting[piece.count(_HOLD) :]
        text = _tidy(piece)
        if text or mine:
            sentences.append(DraftSentence(text, _each_once((), *mine)))
    return sentences


def _borders(held: str) -> list[int]:
    """Where sentences of a line end: after end marks (and markers), not inside a quotation."""
    quoted = [(m.start(), m.end()) for m in _QUOTED.finditer(held)]
    borders = []
    for found in _END.finditer(held):
        end = found.end()
        if any(start < end < stop for start, stop in quoted):
            continue
        if _HOLD not in found.group() and held[end:].lstrip()[:1].islower():
            continue
        if found.group() == "." and _abbreviated(held[: found.start()]):
            continue
        borders.append(end)
    return borders


def _abbreviated(before: str) -> bool:
    """True when the full stop after `before` belongs to an abbreviation or an initial."""
    words = before.rsplit(maxsplit=1)
    word = words[-1].lstrip('("“‘«„[') if words else ""
    return word.casefold() in _ABBREVIATED or (len(word) == 1 and word.isupper())


def _tidy(piece: str) -> str:
    """The words of a piece, without placeholders and what they leave behind."""
    text = re.sub(rf"[ \t]*{_HOLD}(?=\w)", " ", piece)
    text = re.sub(rf"[ \t]*{_HOLD}", "", text)
    text = _EMPTY_BRACKETS.sub("", text)
    text = " ".join(text.split())
    return text if any(c.isalnum() for c in text) else ""


def _each_once(first: tuple[str, ...], *more: tuple[str, ...]) -> tuple[str, ...]:
    """All keys in order, each once."""
    return tuple(dict.fromkeys(key for keys in (first, *more) for key in keys))
