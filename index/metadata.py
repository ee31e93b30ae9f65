"""What a paper says of itself: kind, meeting, place, number, date, chamber, presidency.

Knows: the fixed phrases of parliamentary papers in Dutch. A field that the paper does not state
is None; numbers of *other* papers, which footnotes are full of, are not looked at.
Does not know: agenda items.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from index.canon import Manuscript
from index.dates import MONTHS, MeetingDates, meeting_dates
from index.lines import KnownLine, LineKind
from index.masthead import chamber, letter_date, own_number
from index.nouns import Kind
from index.parts import ASKED, SENT, SUBJECT, Parts, announcement, parts_of
from index.presidency import ROTATION, ROTATION_FROM, named_presidency
from index.sentences import sentences

__all__ = ["ROTATION", "ROTATION_FROM", "Metadata", "metadata"]

HEAD = 6000  # characters of the head of a paper in which it names itself
TOP = 40  # lines in which a paper without a title of its kind is named
TITLE_ROWS = 3  # lines that a title can take

PLACE = re.compile(r"\b(?:te|in|Te|In)\s+(?P<place>[A-Z][\w’'-]+(?:\s[A-Z][\w’'-]+)?)")
NO_PLACE = ("Raad", "Justitie", "Binnenlandse")
COUNCIL = re.compile(r"(?:raad|bijeenkomst|raden|ministeriële)\b", re.I)
DECIDES = re.compile(
    r"\bA-punt|\balgemene oriëntatie (?:werd )?(?:aangenomen|bereikt)|"
    r"= ?(?:algemene oriëntatie|aanneming|goedkeuring)|"
    r"\b(?:raad(?:sconclusies)?|raadspositie)\b[^.]{0,60}\b(?:aangenomen|vastgesteld)",
    re.I,
)


@dataclass(frozen=True, slots=True)
class Metadata:
    """What the paper states; None where it does not."""

    kind: Kind
    title: str | None
    meeting_dates: tuple[str, ...]
    place: str | None
    formality: str | None
    title_says: str | None
    kamerstuk: str | None
    chamber: str | None
    letter_date: str | None
    presidency: str | None


def metadata(manuscript: Manuscript, lines: list[KnownLine]) -> Metadata:
    """The metadata of a paper, from its masthead, its opening, its title and its text."""
    parts = parts_of(lines)
    running = manuscript.text[: manuscript.lines[-1].span.end] if manuscript.lines else ""
    masthead = running[: _masthead_end(lines, parts)]
    below = lines[parts.opening].words[:200] if parts.opening < len(lines) else ""
    title = _title(lines, parts)
    announced = announcement(lines) if parts.letter else ""
    kind = _kind(title, announced, lines, parts)
    meeting = MeetingDates((), -1)
    if title or announced or parts.agenda:
        meeting = _meeting(title, announced, lines[: parts.annex + TITLE_ROWS])
    return Metadata(
        kind,
        title or _subject(lines, parts),
        meeting.dates,
        _place(meeting, [announced, title or "", *_opening(lines, parts)]),
        _formal(title, announced, running, kind),
        _formality(title or ""),
        own_number(masthead),
        chamber(masthead),
        letter_date(f"{masthead}\n{below}"),
        named_presidency(running, meeting.dates) if kind != "overig" else None,
    )


def _masthead_end(lines: Sequence[KnownLine], parts: Parts) -> int:
    """The masthead ends where the first running sentence begins."""
    for line in lines[parts.opening :]:
        if line.sentence or line.kind in (LineKind.SECTION, LineKind.NUMBERED):
            return line.line.span.start
    return lines[-1].line.span.end if lines else 0


def _title(lines: Sequence[KnownLine], parts: Parts) -> str | None:
    """The title of the agenda or report, over the lines that it takes."""
    if not parts.agenda:
        return None
    rows = []
    for line in lines[parts.annex : parts.annex + TITLE_ROWS]:
        if line.kind is not LineKind.TITLE:
            break
        rows.append(line.words)
    if rows:
        return " ".join(rows)
    above = lines[: parts.annex]
    return next((line.words for line in above if line.kind is LineKind.TITLE), None)


def _subject(lines: Sequence[KnownLine], parts: Parts) -> str | None:
    """The subject that a letter states, what is asked of whom, else the first heading."""
    for line in lines[: parts.opening]:
        if found := SUBJECT.fullmatch(line.words):
            return found["words"]
    if any(line.kind is LineKind.QUESTION for line in lines):
        asked = (line.words for line in lines[:TOP] if ASKED.match(line.words))
        return next(asked, None)
    for line in lines[parts.opening : parts.opening + TOP]:
        heads = line.kind is LineKind.HEADING or (line.kind is LineKind.NUMBERED and line.apart)
        if heads and not line.words.endswith(":"):
            return line.words
    return None


def _kind(title: str | None, announced: str, lines: Sequence[KnownLine], parts: Parts) -> Kind:
    """By the title of the annexed paper first, by what the letter says it sends second."""
    if not parts.agenda:
        return "brief" if parts.letter else "overig"
    for text in (title or "", announced):
        if named := SENT.search(text):
            return "verslag" if named[0].lower() == "verslag" else "geannoteerde agenda"
    if any(line.kind is LineKind.TAG for line in lines):
        return "geannoteerde agenda"
    sectioned = any(line.kind is LineKind.SECTION for line in lines)
    return "verslag" if sectioned and not parts.letter else "brief" if parts.letter else "overig"


def _meeting(title: str | None, announced: str, head: Sequence[KnownLine]) -> MeetingDates:
    for text in (title or "", announced):
        found = meeting_dates(text)
        if found.dates:
            return found
    for line in head[:12]:
        if COUNCIL.search(line.words[:HEAD]) and (found := meeting_dates(line.words[:HEAD])).dates:
            return found
    return MeetingDates((), -1)


def _opening(lines: Sequence[KnownLine], parts: Parts) -> list[str]:
    """The first sentences of letter and annex, where a paper says what meeting it is about."""
    first = [line.words for at in (parts.opening, parts.annex) for line in lines[at : at + 4]]
    return [span.of(words) for words in first for span in sentences(words[:HEAD])[:4]]


def _place(meeting: MeetingDates, texts: Sequence[str]) -> str | None:
    """The place stands next to the dates of the meeting, in the first text that gives one."""
    for text in texts:
        dates = meeting_dates(text)
        if not dates.dates or dates.dates != meeting.dates:
            continue
        after = re.match(r".{0,70}\S*", text[dates.end :])
        before = re.search(r"\S*.{0,60}$", text[max(0, dates.start - 120) : dates.start])
        parts = (re.split(r"[.;]", after[0])[0] if after else "", before[0] if before else "")
        for part in parts:
            places = [m["place"] for m in PLACE.finditer(part) if m["place"].lower() not in MONTHS]
            places = [place for place in places if not place.startswith(NO_PLACE)]
            if places:
                return places[0].rstrip("’'")
    return None


def _formality(text: str) -> str | None:
    if re.search(r"\binformele?\b", text, re.I):
        return "informeel"
    if re.search(r"\b(?:extra|ingelaste|buitengewone)\b", text, re.I):
        return "extra"
    return "formeel" if re.search(r"\bformele\b", text, re.I) else None


def _formal(title: str | None, announced: str, running: str, kind: Kind) -> str | None:
    """Formal when the Council decides (A-points, general approach); a title may say otherwise."""
    if kind not in ("verslag", "geannoteerde agenda"):
        return None
    said = {_formality(title or ""), _formality(announced)} - {None}
    if "extra" in said:
        return "extra"
    if "informeel" in said:
        contradicted = announced and _formality(announced) is None and DECIDES.search(running)
        return "formeel" if contradicted else "informeel"
    return "formeel"
