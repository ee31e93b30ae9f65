"""A small specimen paper, the shipped ones, and what their words look like without layout."""

from __future__ import annotations

import re

import pypdfium2
from generated import random_paper

from index.specimen import papers
from index.specimen.blocks import Block, SpecimenPaper
from index.specimen.paper import parse, parse_text
from index.specimen.render import Format, render

SMALL = """---
kind: geannoteerde agenda
title: Geannoteerde agenda van de JBZ-Raad, 1 en 2 juni 2023
meeting_dates: 2023-06-01, 2023-06-02
place: Luxemburg
formality: formeel
kamerstuk: 32 317, nr. 9999
chamber: Tweede Kamer
letter_date: 2023-05-20
presidency:
---
SPECIMEN: dit stuk is geschreven voor Raadpleeg en is geen echt Kamerstuk.

!masthead
Tweede Kamer der Staten-Generaal
Vergaderjaar 2022–2023

32 317 JBZ-Raad

Nr. 9999 BRIEF VAN DE MINISTER VAN JUSTITIE EN VEILIGHEID

Den Haag, 20 mei 2023

Hierbij bied ik uw Kamer de agenda aan.[^1]

# Toezegging over dit/dat

Eén, twee, drie, vier, vijf, zes, zeven, acht, negen.

##### Vervolg

Later meer.

De minister van Justitie en Veiligheid,
A. Voorbeeld

!title
Geannoteerde agenda van de JBZ-Raad, 1 en 2 juni 2023

## I. Binnenlandse zaken

### 1. Schengen

#### a) Staat van het gebied

#### b.) Prioriteiten
= Gedachtewisseling

De EU-agentschappen lichten hun rapport[^2] toe & meer.[^3] Nederland stemt in.

+ 1. Hoe verder?
+ 2. Wie doet mee?

##### Inzet

Het kabinet is <voor>.

### Raadsconclusies
= Goedkeuring (A-punt)

- Eerste punt.
- Tweede punt.

### 2. Overige onderwerpen

#### a. Werkprogramma
= Presentatie

Spanje spreekt.

## II. Justitie

### 1. Schengen

Nederland luistert.

[^1]: Kamerstukken II 2022/23, nr. 9998.
[^2]: COM(2023) 274.
[^3]: Zie hoofdstuk 2.
"""


def squashed(text: str) -> str:
    """Without white space, hyphens (also those that a PDF library marks) and bullets."""
    return re.sub("[\\s\u00ad\u2010\u2011\ufffe\x02•–↩-]+", "", text)


def glued(block: Block) -> str:
    """The block with its footnote numbers against their words, taken from the notation anew."""
    text = block.text
    for offset, number in reversed(block.calls):
        text = f"{text[:offset]}{number}{text[offset:]}"
    sign = "=" if block.kind == "tag" else block.mark
    return f"{sign} {text}".strip()


def expected(paper: SpecimenPaper) -> str:
    return squashed(paper.notice + "".join(map(glued, paper.blocks)))


SHIPPED = {path.stem: parse(path) for path in papers()}
SOME = [*sorted(SHIPPED)[:4], "small", "generated"]


def some(name: str) -> SpecimenPaper:
    if name == "small":
        return parse_text("small", SMALL)
    return SHIPPED[name] if name in SHIPPED else random_paper(11)


def pages_of(paper: SpecimenPaper, made: Format) -> list[str]:
    """The text of each page of the TXT or PDF file, as a plain reader sees it."""
    content = render(paper, made)
    if made == "txt":
        return content.decode().split("\f")
    file = pypdfium2.PdfDocument(content)
    texts = [page.get_textpage().get_text_range() for page in file]
    file.close()
    return texts
