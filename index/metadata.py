"""What a paper says of itself: kind, meeting, place, number, date, chamber, presidency.

Knows: the fixed phrases of parliamentary papers in Dutch. A field that the paper does not state
is None; numbers of *other* papers, which footnotes are full of, are not looked at.
Does not know: agenda items.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from index.canon import Manuscript
from index.dates import MONTHS, MeetingDates, first_date, meeting_dates
from index.lines import TITLE, KnownLine, LineKind
from index.nouns import Kind

HEAD = 6000  # characters of the head of a paper in which it names itself

DOSSIER = r"(?<!\d)(?P<dossier>\d{2}\s?\d{3}(?!\d)(?:-[IVXL]+|-\d{2})?)"
OWN_NUMBER = re.compile(
    rf"{DOSSIER}\b(?P<between>[^\n]{{0,120}}\n(?:[^\n]*\n){{0,8}}?)\s*Nr\.\s*(?P<number>[A-Z]{{0,3}}\s?\d{{0,4}})\b",
    re.M,
)
INLINE_NUMBER = re.compile(rf"^\s*(?:Kamerstuk(?:ken)?\s+)?{DOSSIER}\s*(?:,\s*nr\.?\s*|,\s+|-)(?P<number>\d{{1,4}}|[A-Z]{{1,3}})\b", re.M)
CHAMBERS = {
    "Tweede Kamer": re.compile(r"\btweede kamer der staten-generaal\b|^\s*tweede kamer,? vergaderjaar", re.I | re.M),
    "Eerste Kamer": re.compile(r"\beerste kamer der staten-generaal\b|^\s*eerste kamer,? vergaderjaar", re.I | re.M),
}
LETTER_DATE = re.compile(
    rf"(?:^\s*Den Haag,?\s+|^\s*Datum:?\s+|^\s*'s-Gravenhage,?\s+)(\d{{1,2}}\s+(?:{'|'.join(MONTHS)})\s+\d{{4}})", re.I | re.M
)
PRESIDENCIES = {
    "België": "belgi", "Bulgarije": "bulgaars", "Cyprus": "cypriotisch", "Denemarken": "deens",
    "Duitsland": "duits", "Estland": "ests", "Finland": "fins", "Frankrijk": "frans",
    "Griekenland": "grieks", "Hongarije": "hongaars", "Ierland": "iers", "Italië": "italiaans",
    "Kroatië": "kroatisch", "Letland": "lets", "Litouwen": "litouws", "Luxemburg": "luxemburgs",
    "Malta": "malte", "Nederland": "nederlands", "Oostenrijk": "oostenrijks", "Polen": "pools",
    "Portugal": "portuge", "Roemenië": "roemeens", "Slovenië": "sloveens", "Slowakije": "slowaaks",
    "Spanje": "spaans", "Tsjechië": "tsjechisch", "Zweden": "zweeds",
}
PRESIDENCY = re.compile(
    rf"\b(?P<when>inkomende?|aantredende?|aankomende?|aanstaande|volgende?|vorige?|vertrekkende?|uitgaande?)?\s*"
    rf"(?P<who>{'|'.join(PRESIDENCIES.values())})[a-z]{{0,4}}\s+(?:EU-|raads)?voorzitterschap",
    re.I,
)
ROTATION_FROM = 2019
ROTATION = (
    "Roemenië", "Finland", "Kroatië", "Duitsland", "Portugal", "Slovenië", "Frankrijk", "Tsjechië",
    "Zweden", "Spanje", "België", "Hongarije", "Polen", "Denemarken", "Cyprus", "Ierland",
    "Litouwen", "Griekenland", "Italië", "Letland", "Luxemburg", "Nederland", "Slowakije", "Malta",
)
PLACE = re.compile(r"\b(?:te|in)\s+(?P<place>[A-Z][\w’'-]+(?:\s[A-Z][\w’'-]+)?)")
COUNCIL = re.compile(r"\b(?:raad|jbz-raad|bijeenkomst|raden|ministeriële)\b", re.I)


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
    running = manuscript.text[: manuscript.lines[-1].span.end] if manuscript.lines else ""
    title = next((line.words for line in lines if line.kind is LineKind.TITLE), None)
    first = next((i for i, line in enumerate(lines) if line.kind in (LineKind.TITLE, LineKind.SECTION)), 0)
    end = lines[first].line.span.start if first else min(HEAD, len(running))
    head = running[: min(max(end, 0), HEAD)] if first else running[:HEAD]
    masthead = running[: _masthead_end(lines)]
    opening = _opening(lines)
    announced = _announcement(lines)
    meeting = _meeting(title, announced, head)
    kind = _kind(title, announced, head, masthead)
    if kind in ("brief", "overig"):
        meeting = MeetingDates((), -1) if title is None and not announced else meeting
    says = _formality(title or "")
    return Metadata(
        kind,
        title or _first_heading(lines),
        meeting.dates,
        _place(title, announced, meeting),
        _formal(title, announced, running, kind),
        says,
        _kamerstuk(masthead),
        next((name for name, sign in CHAMBERS.items() if sign.search(masthead)), None),
        _letter_date(masthead + "\n" + opening),
        _presidency(running, kind, meeting.dates),
    )


def _masthead_end(lines: list[KnownLine]) -> int:
    """The masthead ends where the first running sentence begins."""
    for line in lines:
        if line.kind is LineKind.TEXT and len(line.words.split()) >= 8 and line.ended:
            return line.line.span.start
        if line.kind in (LineKind.SECTION, LineKind.NUMBERED):
            return line.line.span.start
    return lines[-1].line.span.end if lines else 0


def _opening(lines: list[KnownLine]) -> str:
    texts = [line.words for line in lines if line.kind is LineKind.TEXT and line.ended]
    return texts[0] if texts else ""


def _announcement(lines: list[KnownLine]) -> str:
    """The sentence of a covering letter that says what is sent: "Hierbij … aan … van de Raad …"."""
    for line in lines[:40]:
        for sentence in re.split(r"(?<=[a-z)0-9]{2}[.])\s+(?=[A-Z])", line.words):
            if re.search(r"\b(?:hierbij|doe ik|bied(?:en)?|zend(?:en)?|ontvangt|treft)\b", sentence, re.I) and re.search(
                r"\b(?:verslag|geannoteerde agenda)\b", sentence, re.I
            ):
                return sentence
    return ""


def _kind(title: str | None, announced: str, head: str, masthead: str) -> Kind:
    """By the title of the annexed paper first, by what the letter says it sends second."""
    named = re.search(r"\b(verslag|geannoteerde agenda)\b", title or "", re.I)
    if title is not None and TITLE.match(title) and named:
        return "verslag" if named[1].lower() == "verslag" else "geannoteerde agenda"
    sent = re.search(r"\b(geannoteerde agenda|verslag)\b", announced, re.I)
    if sent:
        return "verslag" if sent[1].lower() == "verslag" else "geannoteerde agenda"
    letter = re.search(r"\bbrief van\b|\baan de voorzitter\b|\bhierbij\b.{0,60}\buw kamer\b|\buw kamer\b", head, re.I)
    return "brief" if letter else "overig"


def _meeting(title: str | None, announced: str, head: str) -> MeetingDates:
    for text in (title or "", announced):
        found = meeting_dates(text)
        if found.dates:
            return found
    for line in head.splitlines()[:12]:
        if COUNCIL.search(line) and (found := meeting_dates(line)).dates:
            return found
    return MeetingDates((), -1)


def _place(title: str | None, announced: str, meeting: MeetingDates) -> str | None:
    """The place stands next to the dates, in the title or in the announcement."""
    if not meeting.dates:
        return None
    for text in (announced, title or ""):
        dates = meeting_dates(text)
        if not dates.dates:
            continue
        after = text[dates.end : dates.end + 60]
        before = text[max(0, dates.start - 60) : dates.start]
        for part in (re.split(r"[.;]", after)[0], before):
            places = [m["place"] for m in PLACE.finditer(part) if m["place"].lower() not in MONTHS]
            places = [p for p in places if not p.startswith(("Raad", "Justitie", "Binnenlandse"))]
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
    decides = re.search(
        r"\bA-punt|\balgemene oriëntatie (?:werd )?(?:aangenomen|bereikt)|= ?(?:algemene oriëntatie|aanneming|goedkeuring)|"
        r"\b(?:raad(?:sconclusies)?|raadspositie)\b[^.]{0,60}\b(?:aangenomen|vastgesteld)",
        running,
        re.I,
    )
    if "extra" in said:
        return "extra"
    if "informeel" in said:
        return "formeel" if decides and _formality(announced) is None and announced else "informeel"
    return "formeel"


def _kamerstuk(masthead: str) -> str | None:
    """The paper's own number, from its masthead only: "32 317, nr. 771"."""
    found = OWN_NUMBER.search(masthead)
    if found is None or not found["number"].strip():
        found = INLINE_NUMBER.search(masthead)
    if found is None:
        return None
    digits = re.sub(r"\s", "", found["dossier"])
    number = found["number"].strip()
    dossier = f"{digits[:2]} {digits[2:]}"
    return f"{dossier}, nr. {number}" if number[0].isdigit() else f"{dossier}, {number}"


def _letter_date(text: str) -> str | None:
    found = LETTER_DATE.search(text)
    return first_date(found[1]) if found else None


def _presidency(running: str, kind: Kind, dates: tuple[str, ...]) -> str | None:
    """The presidency of the meeting's half-year where the paper names it, else the one named most."""
    if kind == "overig":
        return None
    counts: dict[str, int] = {}
    named: set[str] = set()
    for found in PRESIDENCY.finditer(running):
        country = next(c for c, stem in PRESIDENCIES.items() if found["who"].lower() == stem)
        named.add(country)
        if not found["when"]:
            counts[country] = counts.get(country, 0) + 1
    turn = presidency_of(dates[0]) if dates else None
    if turn in named:
        return turn
    return max(counts, key=lambda country: counts[country]) if counts else None


def presidency_of(day: str) -> str | None:
    """Whose turn it is on an ISO date: Council Decision (EU) 2016/1316, 2019 to 2030."""
    year, month = int(day[:4]), int(day[5:7])
    turn = (year - ROTATION_FROM) * 2 + (month > 6)
    return ROTATION[turn] if 0 <= turn < len(ROTATION) else None


def _first_heading(lines: list[KnownLine]) -> str | None:
    return next((line.words for line in lines if line.kind is LineKind.HEADING), None)
