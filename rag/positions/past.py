"""Stands that a sentence tells of an earlier time: "destijds", "vorig jaar", "had afgewezen".

Knows: that the clause with the stand must itself be of then, that "zoals eerder gedeeld" is of now,
that a day well before the meeting is then. Does not know: who speaks, of which kind a stand is.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from index.nouns import Document
from rag.told import Told

MONTHS = (
    *("januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september"),
    *("oktober", "november", "december"),
)
LATELY = 2  # months before a meeting that are still its own time
ASIDE = re.compile(
    r"(?:^|, )(?:zoals|conform|gelijk|overeenkomstig|in lijn met|net als|evenals|anders dan|"
    r"in tegenstelling tot) [^,;.]*",
    re.I,
)
CLAUSE = re.compile(r"[,;:]|\b(?:maar|doch|waarna|terwijl)\b")
# from here on a clause tells of what was decided or proposed, and no longer who holds what
RELATIVE = re.compile(
    r"\b(?:(?<!oor )(?<!van )(?<!met )(?<!bij )(?<!aan )(?<!op )(?<!in )die|"
    r"waar\w*|wat|omdat|nadat|dat(?! (?:zij|hij|Nederland)\b|"
    r" het (?:destijds|vorig|toen|eerder|in|op|tijdens|zelf)\b))\b"
)
# of the noun before it, or of the one after it: "de destijds gemaakte afspraken"
OF_ONE_BEFORE = re.compile(r"\b(?:van|sinds|vanaf|uit|dan|tot|dateert|voor)\s+$")
ARTICLE = re.compile(r"\b(?:de|het|een|deze|dit|die|dat|hun|zijn|haar)\s+$")
OF_ONE_AFTER = re.compile(r"\s+(?:(?:reeds|al|nog|door|aan|\w+) ){0,2}(?!te\b)[a-z]+(?:de|te|en)\b")
THEN = re.compile(
    r"(?i:\b(?:(?:vorig|verleden) jaar|destijds|toentertijd|indertijd|voorheen|aanvankelijk|"
    r"in het verleden|(?:tijdens|bij|in|op) de vorige (?:\w+-)?(?:Raad|bijeenkomst|vergadering)|"
    r"toen (?:nog|al|ook|reeds|niet)|"
    r"(?:kon|konden|was|waren|had|hadden|heeft|sprak|steunde|achtte|vond|stemde|onthield|wilde) "
    r"(?:\w+ ){0,3}toen(?! (?:de|het|een|hij|zij)\b))\b)|"
    r"^Toen (?!het\b|een\b|men\b)[a-z]+(?:d|t|de|te|n|s)\b"
)
# "heeft eerder ingestemd", and not "heeft eerder aangegeven dat", which still holds
EARLIER = re.compile(
    r"\b(?:heeft|hebben|had|hadden|was|waren|kon|konden|sprak|steunde|achtte|vond|stemde|gaf)\b"
    r"[^,;:]*?(?P<cue>\beerder\b)(?! dan\b)"
    r"(?![^,;:]*\b(?:aangegeven|gedeeld|gemeld|toegelicht|bericht|geïnformeerd|genoemd|vermeld|"
    r"benadrukt|gezegd|uiteengezet|beschreven)\b)"
)
PARTICIPLE = (
    r"(?:(?:aan|af|in|op|uit|toe|voor|mee|tegen|bij|vast)?ge[a-z]{2,}[dt]|"
    r"(?:aan|uit|op|in|af)?(?:gegeven|gesproken|gedrongen|gewezen|geroepen|gebracht|gevraagd)|"
    r"gekozen|onthouden|verzet|verworpen|besloten|bepleit|onderschreven|gesteund|ondersteund|"
    r"verwelkomd|verzocht|bevraagd|ingestemd|geweest)"
)
# "had zich tegen de tekst uitgesproken", and not the wish of "had graag gezien"
PLUPERFECT = re.compile(
    rf"\bhad(?:den)?\b(?![^,;:]*\b(?:graag|liever|liefst)\b)[^,;:]*?\b{PARTICIPLE}"
    r"(?=\s*$|[.)]|\s+(?:om|dat|tegen|voor|met|op|aan|in|bij|van|over|naar|tot)\b)"
)
DATED = re.compile(
    r"\b(?:in|op|bij|tijdens|per)\s(?P<between>[^,;:.]{0,45}?)"
    rf"(?:\b(?P<month>{'|'.join(MONTHS)})\s+)?\b(?P<year>20\d\d)\b",
    re.I,
)
# a paper of then tells a stand that nothing says was given up
PAPER = re.compile(
    r"brief|fiche|agenda|reactie|appreciatie|beoordeling|verslag|advies|rapport|conclusies|plan|"
    r"programma|regeerakkoord|akkoord|verordening|richtlijn|verklaring|tussen|sinds",
    re.I,
)
STILL = re.compile(
    r"\b(?:nu|thans|inmiddels|nog (?:steeds|altijd)|kan|kunnen|zal|zullen|wil|willen|moet|moeten)\b"
)
NOW = re.compile(
    r"\b(?:nu|thans|inmiddels|nog (?:steeds|altijd|immer)|onverminderd|blijf\w*|bleef|bleven|"
    r"handhaa\w+|opnieuw|niet langer|niet meer|alsnog|wederom|herhaal\w*|ongewijzigd|onveranderd|"
    r"sindsdien|voortaan|introk\w*|ingetrokken|trok|trekt|kan|kunnen|zal|zullen|is|zijn|wordt|"
    r"steunt|wil|willen|acht|vindt|hecht|verwelkomt|onderschrijft|staat)\b"
)


def earlier(one: Told) -> bool:
    """True when all that the sentence tells of a stand is of a time before its meeting."""
    clauses = CLAUSE.split(ASIDE.sub("", one.text))
    then = [place for place, clause in enumerate(clauses) if _of_then(clause, one.document)]
    if not then:
        return False
    # "..., maar kan nu instemmen": the rest is of now
    return not any(NOW.search(_main(clauses[at])) for at in _others(clauses, then))


def _others(clauses: Sequence[str], then: Sequence[int]) -> list[int]:
    """The clauses that tell something themselves, beside those of then."""
    return [at for at in range(len(clauses)) if at not in then and _main(clauses[at]).strip()]


def _main(clause: str) -> str:
    """A clause up to where it begins to tell of something else."""
    return RELATIVE.split(clause, maxsplit=1)[0]


def _of_then(clause: str, document: Document) -> bool:
    """True when the main words of a clause say that they are of then."""
    main = _main(clause)
    if STILL.search(main):
        return False
    for cue in (THEN, EARLIER, PLUPERFECT):
        for found in cue.finditer(main):
            place = found.start("cue") if cue is EARLIER else found.start()
            if not _of_a_noun(main, place, found.end()):
                return True
    return any(_long_ago(found, main, document) for found in DATED.finditer(main))


def _of_a_noun(main: str, start: int, end: int) -> bool:
    """True when words of then date a noun: "het in 2030 gesloten akkoord"."""
    if OF_ONE_BEFORE.search(main[:start]):
        return True
    return bool(ARTICLE.search(main[:start]) and OF_ONE_AFTER.match(main, end))


def _long_ago(found: re.Match[str], main: str, document: Document) -> bool:
    """True for a month, or a year, well before the meeting that dates no paper and no noun."""
    day = next(iter(document.meeting_dates), document.letter_date)
    if not day or PAPER.search(found["between"]) or _of_a_noun(main, found.start(), found.end()):
        return False
    year, month = int(day[:4]), int(day[5:7])
    if not found["month"]:
        return int(found["year"]) < year
    there = int(found["year"]) * 12 + MONTHS.index(found["month"].casefold()) + 1
    return there + LATELY < year * 12 + month
