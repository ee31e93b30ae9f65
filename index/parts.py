"""Where the parts of a paper begin: masthead, letter, annexed agenda or report; or none of these.

    paper := [masthead letter] [title] (agenda | plain text)

Knows: the lines of a masthead, what announces an agenda or report, what a debate and questions to
a minister look like. Does not know: agenda items, dates.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from index.lines import KnownLine, LineKind
from index.marks import MONTH

HEAD = 40  # lines in which a masthead can stand
NOTICE = 12  # lines that may stand above the title of a paper without a letter
SIGNED = 6  # words of a signatory's name

MASTHEAD = re.compile(
    r"(?:aan\s+)?(?:de|den)\s+voorzitters?\s+(?:en\s+leden\s+)?van\s+de\s+(?:tweede|eerste)\s+kamer.{0,60}|"
    r"(?:tweede|eerste)\s+kamer\s+der\s+staten-generaal.{0,12}|der\s+staten-generaal|"
    r"geachte\s+(?:heer\s+|mevrouw\s+)?voorzitters?.{0,40}|"
    rf"(?:den\s+haag|[’']s-gravenhage)\s*,.{{0,20}}(?:{MONTH})\s+\d{{4}}|"
    r"vergaderjaar\s+\d{4}\s?[-–/]\s?\d{2,4}|"
    r"(?:datum|onderwerp|betreft|ons\s+kenmerk|uw\s+kenmerk|bijlagen?|bijlage\(n\)|contactpersoon|"
    r"projectnaam|postbus|www\.\S+)(?:\s*[:|]\s*|\s+|$).{0,300}|"
    r"bij\s+beantwoording\s+de\s+datum\s.{0,120}|"
    r"\d{2}\s?\d{3}(?:-[IVXL\d]+)?\s+[A-Z][^.]{2,120}|"
    r"nr\.\s*[A-Z]{0,3}\s?\d{0,4}\s+brief\s+van\s.{3,300}",
    re.I,
)
ADDRESSED = re.compile(
    r"brief\s+van\s+(?:de|het)\b|aan\s+de\s+voorzitters?\s+van\s+de\s+(?:tweede|eerste)\s+kamer|"
    r"geachte\s+(?:heer\s+|mevrouw\s+)?voorzitter|^den\s+haag,",
    re.I,
)
SALUTATION = re.compile(
    r"\b(?:hierbij|bij\s+dezen|bijgaand|met\s+deze\s+brief|in\s+deze\s+brief|op\s+uw\s+brief|uw\s+kamer)\b",
    re.I,
)
SENDING = re.compile(
    r"\b(?:hierbij|bijgaand|doe\s+ik|doen\s+wij|bied(?:en)?|zend(?:en)?|stuur|sturen|ontvangt|treft)\b",
    re.I,
)
SENT = re.compile(r"\b(?:verslag|geannoteerde\s+agenda|annotated\s+agenda)\b", re.I)
SUBJECT = re.compile(r"(?:onderwerp|betreft)\s*[:|]?\s+(?P<words>\S.*)", re.I)
ASKED = re.compile(r"(?:antwoord(?:en)?|beantwoording|vragen)\s+(?:van|op)\s.{10,400}", re.I)
DEBATE = re.compile(r"(?:^|\s)De voorzitter:(?:\s|$)")


@dataclass(frozen=True, slots=True)
class Parts:
    """Indexes into a paper's lines: `opening` is the first after the masthead, `annex` the first
    of the agenda, report or questions (the number of lines when there is none). The letter is
    what stands between. agenda: the annex is a Council paper, not plain text.
    """

    opening: int
    annex: int
    letter: bool
    agenda: bool


def parts_of(lines: Sequence[KnownLine]) -> Parts:
    """The parts of a paper."""
    opening = _masthead(lines)
    annex = _agenda(lines, opening)
    if annex is not None:
        return Parts(min(opening, annex), annex, _is_letter(lines, annex), agenda=True)
    questions = [i for i, line in enumerate(lines) if line.kind is LineKind.QUESTION]
    if len(questions) > 1:
        named = [
            i for i in range(max(0, questions[0] - 3), questions[0]) if ASKED.match(lines[i].words)
        ]
        first = named[0] if named else questions[0]
        letter = _is_letter(lines, first)
        return Parts(opening if letter else 0, first if letter else 0, letter, agenda=False)
    letter = _is_letter(lines, len(lines))
    if letter:
        return Parts(opening, len(lines), letter, agenda=False)
    return Parts(0, 0, letter=False, agenda=_counts_up(lines))


def _masthead(lines: Sequence[KnownLine]) -> int:
    """The line after the last of the masthead; 0 where there is no masthead."""
    end = 0
    for i, line in enumerate(lines[:HEAD]):
        if line.kind is LineKind.SECTION and end:
            break
        if len(line.words) <= 320 and MASTHEAD.fullmatch(_whole(line)) and not _goes_on(line):
            end = i + 1
        elif line.sentence and end:
            break
    return end


def _whole(line: KnownLine) -> str:
    return f"{line.mark} {line.words}" if line.mark else line.words


def _goes_on(line: KnownLine) -> bool:
    """A sentence that only begins like a line of a masthead ("Bijlagen zijn ...")."""
    return line.sentence and not re.match(r"bij beantwoording|geachte", line.words, re.I)


def _agenda(lines: Sequence[KnownLine], opening: int) -> int | None:
    """The title of the agenda or report, else its first section, else its first number."""
    for i, line in enumerate(lines):
        if line.kind is LineKind.TITLE and i >= opening and (i < NOTICE or _is_letter(lines, i)):
            return i
    for i, line in enumerate(lines):
        if line.kind is LineKind.SECTION and i >= opening:
            near = lines[i + 1 : i + 4]
            if line.mark or any(after.kind is LineKind.NUMBERED for after in near):
                return i
    signed = [i for i, line in enumerate(lines) if line.kind is LineKind.SIGNATURE]
    if signed and announcement(lines):
        after = range(signed[0], len(lines))
        return next((i for i in after if _first_number(lines[i])), None)
    tags = any(line.kind is LineKind.TAG for line in lines)
    if tags and not _is_letter(lines, len(lines)):
        return next((i for i, line in enumerate(lines) if _first_number(line)), None)
    return None


def _first_number(line: KnownLine) -> bool:
    return line.kind is LineKind.NUMBERED and line.mark == "1"


def _is_letter(lines: Sequence[KnownLine], end: int) -> bool:
    """True when a letter stands before `end`: addressed, dated, to "uw Kamer", or signed."""
    head = lines[: min(end, HEAD)]
    if any(DEBATE.search(line.words[:2000]) for line in head):
        return False
    if any(len(line.words) <= 320 and ADDRESSED.search(line.words) for line in head):
        return any(line.sentence for line in lines[:end])
    sentences = [line for line in head if line.sentence][:4]
    if any(SALUTATION.search(line.words) for line in sentences):
        return True
    last = max((i for i, line in enumerate(lines[:end]) if line.sentence), default=end)
    return any(line.kind is LineKind.SIGNATURE for line in lines[last + 1 : end])


def _counts_up(lines: Sequence[KnownLine]) -> bool:
    """True when numbered titles count 1, 2, … with text under each."""
    numbers = [i for i, line in enumerate(lines) if line.kind is LineKind.NUMBERED]
    if len(numbers) < 2 or lines[numbers[0]].mark != "1" or lines[numbers[1]].mark != "2":
        return False
    return all(any(line.sentence for line in lines[i + 1 : i + 4]) for i in numbers[:2])


def announcement(lines: Sequence[KnownLine]) -> str:
    """The sentence of a letter, or its subject, that says what is sent: "Hierbij … verslag …"."""
    for line in lines[:HEAD]:
        if subject := SUBJECT.fullmatch(line.words[:400]):
            if SENT.search(subject["words"]):
                return subject["words"]
            continue
        for sentence in re.split(r"(?<=[a-z)0-9]{2}[.])\s+(?=[A-Z])", line.words[:4000]):
            if SENDING.search(sentence) and SENT.search(sentence):
                return sentence
    return ""
