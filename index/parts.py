"""Where the parts of a paper begin: masthead, letter, annexed agenda or report; or none of these.

Knows: the lines of a masthead, what announces an agenda or report, what questions to a minister
look like. Does not know: agenda items, dates.

    paper := [masthead letter] [contents] (agenda | plain text)
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum

from index.dates import MONTH
from index.lines import KnownLine, LineKind

HEAD = 40  # lines in which a masthead, and the title of a paper without a letter, can stand
NOTICE = 12  # lines that may stand above the title of a paper without a letter

MASTHEAD = re.compile(
    r"(?:aan\s+)?(?:de|den)\s+voorzitters?\s+(?:en\s+leden\s+)?van\s+de\s+(?:tweede|eerste)\s+kamer.{0,60}|"
    r"(?:tweede|eerste)\s+kamer\s+der\s+staten-generaal.{0,12}|der\s+staten-generaal|"
    r"geachte\s+(?:heer\s+|mevrouw\s+)?voorzitters?.{0,40}|"
    rf"(?:den\s+haag|[’']s-gravenhage)\s*,.{{0,20}}(?:{MONTH})\s+\d{{4}}|"
    r"(?:vastgesteld|ontvangen|ingezonden)\s.{0,40}\d{4}\)?|"
    r"vergaderjaar\s+\d{4}\s?[-–/]\s?\d{2,4}|"
    r"(?:datum|onderwerp|betreft|ons\s+kenmerk|uw\s+kenmerk|bijlagen?(?:\(n\))?|contactpersoon|"
    r"projectnaam|postbus|www\.\S+)(?:\s*[:|]\s*|\s+|$).{0,300}|"
    r"bij\s+beantwoording\s+de\s+datum\s.{0,120}|"
    r"\d{2}\s?\d{3}(?:-[IVXL\d]+)?\s+[A-Z][^.]{2,120}|"
    r"nr\.\s*[A-Z]{0,3}\s?\d{0,4}\s+brief\s+van\s.{3,300}",
    re.I,
)
SALUTATION = re.compile(
    r"\b(?:hierbij|bij\s+dezen|met\s+deze\s+brief|in\s+deze\s+brief|uw\s+kamer|aan\s+de\s+voorzitter|"
    r"geachte\s+(?:heer\s+|mevrouw\s+)?voorzitter)\b",
    re.I,
)
ADDRESSED = re.compile(
    r"brief\s+van\s+(?:de|het)\b|aan\s+de\s+voorzitters?\s+van\s+de\s+(?:tweede|eerste)\s+kamer|"
    r"geachte\s+(?:heer\s+|mevrouw\s+)?voorzitter",
    re.I,
)
SENDING = re.compile(
    r"\b(?:hierbij|bijgaand|doe\s+ik|doen\s+wij|bied(?:en)?|zend(?:en)?|stuur|sturen|ontvangt|treft|informeer)\b",
    re.I,
)
SENT = re.compile(r"\b(?:verslag|geannoteerde\s+agenda|annotated\s+agenda)\b", re.I)
SUBJECT = re.compile(r"(?:onderwerp|betreft)\s*[:|]?\s+(?P<words>\S.*)", re.I)

