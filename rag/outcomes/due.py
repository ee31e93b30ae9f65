"""By when something is to happen: the date of a sentence, counted from the meeting it was said at.

Knows: days, months, ends of years and of presidencies, "binnen twee weken", "de volgende Raad".
Does not know: what is to happen. Seasons ("na de zomer") are no date: nobody can hold them to one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from index.dates import MONTHS
from index.presidency import PRESIDENCIES, ROTATION, ROTATION_FROM
from rag.outcomes.meaning import is_off, meant
from rag.outcomes.nouns import When
from rag.outcomes.plans import SAME_MONTH
from rag.outcomes.tense import ahead, behind, named_by
from rag.period import shifted
from rag.relative import COUNTS

_MONTH = "|".join(sorted(MONTHS, key=len, reverse=True))
_COUNT = "|".join(sorted((re.escape(word) for word in COUNTS if word), key=len, reverse=True))
_TURN = "|".join(PRESIDENCIES.values())
WRITTEN = re.compile(
    rf"\b(?P<day>[0-3]?\d)(?:\s*(?:en|-|–|t/m|tot en met)\s*\d{{1,2}})?\s+(?P<of>{_MONTH})\b"
    r"(?:\s+(?P<in>20\d\d))?"
    rf"|\b(?P<month>{_MONTH})\b(?:\s+(?:van\s+)?(?P<year>20\d\d))?"
    r"|\b(?P<end>eind|einde|einde van|eind van)\s+(?P<endyear>20\d\d|(?:van )?(?:dit|het) jaar)\b"
    rf"|\beinde? van (?:het|haar|zijn) (?P<turn>{_TURN})\w{{0,4}} [Vv]oorzitterschap"
    r"|\b(?P<quarter>eerste|tweede|derde|vierde|laatste) kwartaal van (?P<of_year>20\d\d)\b"
    rf"|\bbinnen (?P<count>\d{{1,2}}|{_COUNT}) (?P<unit>weken|week|maanden|maand|dagen)\b"
    r"|\b(?P<next>(?:volgende|eerstvolgende|aankomende|komende) "
    r"(?:JBZ-)?(?:Raad|zitting|Raadszitting))\b"
    r"|\b(?P<coming>volgend jaar|volgende maand|deze maand|dit jaar)\b"
    r"|(?<![\d/(-])\b(?P<alone>20\d\d)\b(?![\d/)-])",
    re.IGNORECASE,
)
QUARTERS = {"eerste": 3, "tweede": 6, "derde": 9, "vierde": 12, "laatste": 12}
RANGE = re.compile(
    rf"\s*(?:en|tot en met|tot|t/m|-|–)\s*(?:\d{{1,2}}\s+)?(?:{_MONTH})\s+(?P<year>20\d\d)",
    re.IGNORECASE,
)
OF = re.compile(r"\bvan (?:\d{1,2} (?:en|tot en met) )?$", re.I)
THIS_ONE = re.compile(r"(?:aankomende|komende)\b", re.I)  # "de komende Raad": that of the paper
FIRM = re.compile(r"\b(?:in de loop van|uiterlijk|uiterlijk in|vóór|vanaf|nog in)\s+$", re.I)
IN_YEAR = re.compile(r"\b(?:in|helft van)\s+$", re.I)
FAR = 11  # months ahead from which a month without its year is rather the one before
ENDS = re.compile(r"\btot(?: en met)?\s+(?:\w+\s+)?$", re.IGNORECASE)
REFERENCE = re.compile(r"(?:COM|SWD|JOIN|EU|Richtlijn|Verordening|nr\.?)\s*\($")


@dataclass(frozen=True, slots=True)
class Said:
    """A date that a sentence names: ISO day, month or year, where, and how it is meant.

    `ahead`: the sentence itself says that it is still to come ("12 juni a.s.").
    """

    iso: str
    start: int
    when: When
    ahead: bool = False


def due(
    sentence: str, meeting: tuple[str, ...], next_meeting: str | None, until: bool
) -> str | None:
    """The first date of `sentence` that is not before the meeting; None where there is none.

    meeting: its ISO days; with none of them only dates with a year count. next_meeting: ISO day of
    the first meeting after it that the library knows. until: a date after "tot" is the one meant.
    """
    found = coming(sentence, meeting, next_meeting, until)
    return found.iso if found else None


def coming(
    sentence: str,
    meeting: tuple[str, ...],
    next_meeting: str | None,
    until: bool,
    held: tuple[str, ...] = (),
) -> Said | None:
    """The date that `due` gives, with how it is meant; not that of a paper ("de brief van 5 juli").

    held: ISO days of the meeting that the paper is about, which are then no date to come.
    """
    found = [one for one in said(sentence, meeting, next_meeting) if _coming(one, meeting)]
    found = [one for one in found if not named_by(sentence[: one.start])]
    found = [one for one in found if not _held(one, held, sentence)]
    if not until:
        found = [one for one in found if not ENDS.search(sentence[: one.start])]
    exact = [one for one in found if len(one.iso) > 4]
    return next(iter(exact or found), None)


def past(sentence: str, meeting: tuple[str, ...]) -> bool:
    """True when `sentence` names a time, and every time that it names is before the meeting.

    The time of a noun ("het voorstel van 2 maart") is not when the sentence happens.
    """
    named = [one for one in said(sentence, meeting, None) if not OF.search(sentence[: one.start])]
    found = [one for one in named if len(one.iso) > 4]
    return bool(found) and not any(_coming(one, meeting) for one in found)


def said(sentence: str, meeting: tuple[str, ...], next_meeting: str | None) -> list[Said]:
    """All dates of `sentence` in order; a month without its year by the tense of its clause."""
    found = []
    for match in WRITTEN.finditer(sentence):
        before, after = sentence[: match.start()], sentence[match.end() :]
        if REFERENCE.search(before) or is_off(before, after):
            continue
        forward = not behind(sentence, match)
        iso = next(_iso(match, meeting, next_meeting, forward), None)
        if iso is not None:
            when = meant(before, match[0], after, iso)
            found.append(Said(iso, match.start(), when, ahead(sentence, match)))
    return found


def _iso(
    m: re.Match[str], meeting: tuple[str, ...], next_meeting: str | None, forward: bool
) -> Iterator[str]:
    """The date of one match; nothing where it needs a meeting to count from and there is none."""
    if m["of"] or m["month"]:
        joined = RANGE.match(m.string, m.end())
        year = m["in"] or m["year"] or (joined["year"] if joined else None)
        day = f"-{int(m['day']):02d}" if m["of"] else ""
        yield from _month(m["of"] or m["month"], year, meeting, forward, day)
    elif m["quarter"]:
        yield f"{m['of_year']}-{QUARTERS[m['quarter'].lower()]:02d}"
    elif m["turn"]:
        yield from _turn(m["turn"], meeting)
    elif m["alone"]:
        before = m.string[: m.start()]
        later = not meeting or m["alone"] > meeting[-1][:4]
        if FIRM.search(before) or (later and IN_YEAR.search(before)):
            yield m["alone"]
    elif m["end"] and m["endyear"].isdigit():
        yield f"{m['endyear']}-12"
    elif meeting:
        yield from _counted(m, meeting, next_meeting)


def _counted(m: re.Match[str], meeting: tuple[str, ...], next_meeting: str | None) -> Iterator[str]:
    """What counts from the meeting: "dit jaar", "binnen twee weken", "de volgende Raad"."""
    last = meeting[-1]
    if m["end"]:
        yield f"{last[:4]}-12"
    elif m["next"]:
        if next_meeting:
            yield next_meeting[:7]
    elif m["coming"]:
        whole = m["coming"].lower()
        if whole.endswith("jaar"):
            yield str(int(last[:4]) + (whole == "volgend jaar"))
        else:
            yield shifted(last[:7], int(whole == "volgende maand"))
    elif m["count"]:
        count = int(m["count"]) if m["count"].isdigit() else COUNTS[m["count"].lower()]
        if m["unit"].startswith("maand"):
            yield shifted(last[:7], count)
        else:
            days = count * (7 if m["unit"].startswith("week") or m["unit"] == "weken" else 1)
            yield (date.fromisoformat(last) + timedelta(days=days)).isoformat()[:7]


def _month(
    name: str, year: str | None, meeting: tuple[str, ...], forward: bool, day: str
) -> Iterator[str]:
    """A month of a year, or of the one that fits the meeting."""
    number = MONTHS[name.lower()]
    if year is None:
        if not meeting:
            return
        own = int(meeting[0][5:7])
        ahead = (number - own) % 12
        shift = (number < own) if forward and ahead < FAR else -(number > own)
        year = str(int(meeting[0][:4]) + shift)
    yield f"{year}-{number:02d}{day}"


def _turn(stem: str, meeting: tuple[str, ...]) -> Iterator[str]:
    """The last month of a country's turn."""
    country = next(name for name, own in PRESIDENCIES.items() if own.lower() == stem.lower())
    if country in ROTATION:
        turn = ROTATION.index(country)
        yield f"{ROTATION_FROM + turn // 2}-{6 if turn % 2 == 0 else 12:02d}"


def _coming(one: Said, meeting: tuple[str, ...]) -> bool:
    """True for a date that is not before the meeting begins, as far as it says.

    One that is still to come by its own words may be up to a month before: agendas go out earlier.
    """
    if not meeting or one.iso >= meeting[0][: len(one.iso)]:
        return True
    return one.ahead and len(one.iso) > 4 and one.iso >= shifted(meeting[0][:7], -1)


def _held(one: Said, held: tuple[str, ...], sentence: str) -> bool:
    """True for a day of the meeting, and for its month unless a later part of it is meant."""
    if not held or len(one.iso) == 4:
        return False
    if THIS_ONE.match(sentence, one.start):
        return True
    of_month = len(one.iso) == 7 and one.iso == held[0][:7] and not SAME_MONTH.search(sentence)
    return of_month or held[0] <= one.iso <= held[-1]
