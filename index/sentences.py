"""Sentences of Dutch official prose, as spans.

Knows: which points end a sentence and which end an abbreviation. Does not know: what is said.
"""

from __future__ import annotations

import re
from functools import lru_cache

from index.nouns import Span

# abbreviations after which a capital or figure does not begin a sentence
ABBREVIATIONS = frozenset(
    """nr nrs art artt bijv bv o.a m.b.t t.a.v i.v.m d.w.z m.n t.b.v n.a.v i.c i.e e.g resp mr mrs
    dr drs prof ir ing dhr mw mevr ca c.q blz p pp vgl cf st incl excl max min zgn z.g evt ev a.d
    m.i.v t.o.v i.h.b no vol ed red jr sr d.m.v i.p.v o.b.v o.l.v m.u.v i.g.v t.g.v v.w.b m.m.v
    i.s.m o.m a.h.w z.s.m m.i stb stcrt trb""".split()
)
MARK = 3  # characters of a line in which its number stands: "12."
# those that end a sentence as well; a small letter after them goes on with it
EITHER = frozenset("jl etc a.s e.d e.a".split())
BORDER = re.compile(
    r"(?P<stop>(?<![.!?…])[.!?…]+[)\]’”»\"']*)\s+(?=[^\w\s]*[A-ZÀ-ÖØ-Þ0-9‘“«•▪\uf0b7])|\n+"
)


def sentences(text: str, span: Span | None = None) -> list[Span]:
    """The sentences of `text` (or of one span of it), in order, without outer white space."""
    whole = Span(0, len(text)) if span is None else span
    return list(_split(text, whole.start, whole.end))


@lru_cache(maxsize=4)  # the one who cuts an item and the one who says who speaks in it both ask
def _split(text: str, first: int, last: int) -> tuple[Span, ...]:
    found: list[Span] = []
    start = first
    for border in BORDER.finditer(text, first, last):
        if border["stop"] and not _ends(text, border.start("stop"), start):
            continue
        if not border["stop"] and _goes_on(text, border.start(), border.end(), start):
            continue
        end = border.end("stop") if border["stop"] else border.start()
        _add(found, text, start, end)
        start = border.end()
    _add(found, text, start, last)
    return tuple(found)


def without_call(text: str, span: Span, number: int) -> Span:
    """The sentence `span` without the call of note `number`, where it begins with just that.

    A call stands behind the sentence before ("jl. 7 Het kabinet"); reading leaves it in the text
    where nothing shows that it is one.
    """
    call = re.match(rf"{number} (?=[A-ZÀ-Þ])", span.of(text))
    follows = re.search(r"[.!?…][)\]’”»\"']*[ \n]*$", text[max(0, span.start - 8) : span.start])
    return Span(span.start + call.end(), span.end) if call and follows else span


def _goes_on(text: str, at: int, end: int, start: int) -> bool:
    """True for a line or a page that breaks off after an abbreviation, its sentence going on."""
    if not text[end : end + 1].islower():
        return False
    word = re.search(r"([\w.]+)\.\s*$", text[max(start, at - 20) : at])
    return word is not None and word[1].lower().strip(".") in ABBREVIATIONS | EITHER


def _add(found: list[Span], text: str, start: int, end: int) -> None:
    """Keep the stretch without its outer white space, if anything is left."""
    piece = text[start:end]
    lead = len(piece) - len(piece.lstrip())
    tail = len(piece) - len(piece.rstrip())
    if lead < len(piece):
        found.append(Span(start + lead, end - tail))


def _ends(text: str, stop: int, start: int) -> bool:
    """True when the point at `stop` ends a sentence that began at or after `start`."""
    if text[stop] != ".":
        return True
    word = re.search(r"[\w.]+$", text[max(start, stop - 20) : stop])
    if word is None:
        return True
    token = word[0].lower().strip(".")
    if token in ABBREVIATIONS:
        return False
    initial = re.fullmatch(r"(?:[A-Z]\.?){1,3}", word[0])
    if initial and len(word[0]) <= 5 and ("." in word[0] or len(word[0]) == 1):
        return False
    # "1." at the start of a line is a mark, not a sentence
    return not (token.isdigit() and len(token) <= 2 and stop - start <= MARK)
