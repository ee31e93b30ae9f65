"""Random specimen papers, for tests that must hold for any paper of this kind.

Knows: the notation of a paper, and the freedom that its parts have. Does not know: what is tested.
The same seed gives the same paper.
"""

from __future__ import annotations

import random
from dataclasses import dataclass, field

from index.specimen.blocks import SpecimenPaper
from index.specimen.paper import parse_text


def _listed(words: str) -> list[str]:
    return words.split()


NOUNS = _listed("""voorstel richtlijn verordening samenwerking lidstaten grensbewaking opvang
handhaving besluitvorming kindermisbruik terugkeer opsporing rechtshandhaving gegevens slachtoffers
uitvoering JBZ-Raad EU-agentschap asielprocedure visumbeleid onderhandelingen voortgang Oekraïne
Roemenië coördinatie criminaliteit voorzitterschap evaluatie reisdocumenten e-evidence besluit""")
VERBS = _listed("""steunt bespreekt beoordeelt verwelkomt vraagt onderschrijft vreest verwacht noemt
benadrukt bekijkt ontvangt versterkt vertraagt""")
LINKS = _listed("""de het een over met voor van en of bij tegen zonder nieuwe gezamenlijke Europese
beperkte verplichte tijdelijke vrijwillige nationale financiële EU-brede rechterlijke""")
MONTHS = _listed("""januari februari maart april mei juni juli augustus september oktober november
december""")
FACTS = ("20.000 euro", "12 juni 2023", "COM(2022) 209", "zes van de tien", "2,5 miljoen", "80%")
ACTORS = ("Nederland", "De Commissie", "Het Voorzitterschap", "Duitsland", "Een meerderheid")
PRESIDENCIES = {"Frankrijk": "Franse", "Tsjechië": "Tsjechische", "Polen": "Poolse"}
PLACES = ("Brussel", "Luxemburg", "Praag", "Warschau")
TAGS = ("Gedachtewisseling", "Stand van zaken", "Beleidsdebat", "Algemene oriëntatie")
SIGNERS = "De minister van Justitie en Veiligheid,\nA. Voorbeeld"


@dataclass
class _Author:
    """Writes lines and counts the footnotes and titles that it has used."""

    chance: random.Random
    agenda: bool
    letters: str
    notes: int = 0
    titles: set[str] = field(default_factory=set)

    def maybe(self, odds: float) -> bool:
        return self.chance.random() < odds

    def sentence(self) -> str:
        words = [self.chance.choice(ACTORS), self.chance.choice(VERBS)]
        for _ in range(self.chance.randint(1, 5)):
            words += [*self.chance.sample(LINKS, self.chance.randint(1, 2))]
            words.append(self.chance.choice(NOUNS))
        if self.maybe(0.2):
            words += ["met", self.chance.choice(FACTS)]
        return " ".join(words) + "."

    def paragraph(self) -> str:
        sentences = []
        for _ in range(self.chance.randint(1, 6)):
            sentences.append(self.sentence())
            if self.maybe(0.08):
                self.notes += 1
                sentences[-1] += f"[^{self.notes}]"
        return " ".join(sentences)

    def title(self) -> str:
        """A title that no other heading of this paper has."""
        while True:
            words = [self.chance.choice(NOUNS)]
            for _ in range(self.chance.choice((1, 1, 2, 4))):
                words += [self.chance.choice(LINKS), self.chance.choice(NOUNS)]
            title = " ".join(words)
            title = title[0].upper() + title[1:]
            if title not in self.titles:
                self.titles.add(title)
                return title

    def body(self) -> list[str]:
        lines = [self.paragraph() for _ in range(self.chance.randint(1, 3))]
        if self.agenda and self.maybe(0.2):
            lines += [f"+ {at}. Hoe {self.sentence()[:-1]}?" for at in (1, 2)]
        elif self.maybe(0.1):
            lines += [f"- {self.sentence()}" for _ in range(3)]
        if self.maybe(0.15):
            lines += [f"##### {self.title()}", self.paragraph()]
        return lines

    def tag(self, odds: float = 0.8) -> list[str]:
        return [f"= {self.chance.choice(TAGS)}"] if self.agenda and self.maybe(odds) else []

    def sub(self, at: int) -> str:
        return f"#### {self.letters.format('abcdef'[at])} {self.title()}"

    def section(self, name: str, numeral: str, shared: bool) -> list[str]:
        lines = [f"## {numeral}. {name}"]
        if not self.agenda and self.maybe(0.5):
            lines += ["### Belangrijkste resultaten", *(f"- {self.sentence()}" for _ in range(3))]
        last = self.chance.randint(3, 6)
        for number in range(1, last):
            lines.append(f"### {number}. {self.title()}")
            if shared and number == 1:
                lines += [self.sub(0), self.sub(1)]
            lines += self.tag() + self.body()
            if self.maybe(0.15):
                lines += [f"### Raadsconclusies over {self.title().lower()}"]
                lines += (["= Goedkeuring (A-punt)"] if self.agenda else []) + [self.paragraph()]
        lines.append(f"### {last}. Overige onderwerpen")
        for at in range(self.chance.randint(2, 4)):
            lines += [self.sub(at), *self.tag(), self.paragraph()]
        return lines


def random_source(seed: int) -> str:
    """A random paper in the notation of `index/specimen/papers`."""
    chance = random.Random(seed)
    kind = chance.choice(
        ("verslag", "verslag", "geannoteerde agenda", "geannoteerde agenda", "brief")
    )
    agenda = kind == "geannoteerde agenda"
    author = _Author(chance, agenda, chance.choice(("{})", "{}.", "{}.)")))
    lettered = kind == "brief" or author.maybe(0.6)
    year, month, day = chance.randint(2021, 2026), chance.randint(2, 10), chance.randint(1, 27)
    meeting = f"{day} en {day + 1} {MONTHS[month - 1]} {year}"
    dated = month - 1 if agenda else month + 1
    country, french = chance.choice(sorted(PRESIDENCIES.items()))
    formality = chance.choice(("formeel", "informeel"))
    council = "Raad Justitie en Binnenlandse Zaken"
    if formality == "informeel":
        council = f"informele bijeenkomst van de {council}"
    title = (
        f"{kind.capitalize()} van de {council}, {meeting}" if kind != "brief" else author.title()
    )
    place, number = chance.choice(PLACES), f"99{chance.randint(10, 99)}"
    opening = f"Hierbij bied ik uw Kamer de stukken aan van de {council} op {meeting} in {place}."
    metadata = {
        "kind": kind,
        "title": title,
        "meeting_dates": ""
        if kind == "brief"
        else ", ".join(f"{year}-{month:02}-{at:02}" for at in (day, day + 1)),
        "place": place if lettered and kind != "brief" else "",
        "formality": "" if kind == "brief" else formality,
        "kamerstuk": f"32 317, nr. {number}" if lettered else "",
        "chamber": "Tweede Kamer" if lettered else "",
        "letter_date": f"{year}-{dated:02}-{day:02}" if lettered else "",
        "presidency": "" if kind == "brief" else country,
    }
    lines = ["---", *(f"{name}: {told}" for name, told in metadata.items()), "---"]
    lines.append("SPECIMEN: willekeurige tekst om Raadpleeg mee te beproeven.")
    if lettered:
        date = f"{day} {MONTHS[dated - 1]} {year}"
        lines += _head(number, year, date)
        lines += _letter(
            author, author.paragraph() if kind == "brief" else opening, kind == "brief"
        )
    if kind != "brief":
        lines += ["!title", title, *_annex(author, f"Het {french} voorzitterschap")]
    lines += [f"[^{at}]: {author.title()}, nr. {at * 7}." for at in range(1, author.notes + 1)]
    return "\n".join(lines) + "\n"


def _head(number: str, year: int, date: str) -> list[str]:
    return [
        "!masthead",
        "Tweede Kamer der Staten-Generaal",
        f"Vergaderjaar {year - 1}–{year}",
        "32 317 JBZ-Raad",
        f"Nr. {number} BRIEF VAN DE MINISTER VAN JUSTITIE EN VEILIGHEID",
        "Aan de Voorzitter van de Tweede Kamer",
        f"Den Haag, {date}",
    ]


def _letter(author: _Author, opening: str, alone: bool) -> list[str]:
    lines = [opening]
    for _ in range(author.chance.randint(3, 6) if alone else author.chance.choice((0, 0, 2))):
        lines += [f"# {author.title()}", *author.body()]
    return [*lines, *SIGNERS.splitlines()]


def _annex(author: _Author, presidency: str) -> list[str]:
    """Both sections; the first paragraph of the first item names the presidency."""
    names = author.chance.sample(("Justitie", "Binnenlandse Zaken"), 2)
    shared = author.chance.choice((0, 1, 2))
    lines: list[str] = []
    for at, (name, numeral) in enumerate(zip(names, ("I", "II"), strict=True)):
        lines += author.section(name, numeral, shared == at)
    first = next(at for at, line in enumerate(lines) if line[0].isalpha() or line[0] == "-")
    sign = "- " if lines[first].startswith("- ") else ""
    lines[first] = f"{sign}{presidency} opende de bespreking. {lines[first].removeprefix('- ')}"
    return lines


def random_paper(seed: int) -> SpecimenPaper:
    """A random paper: sections, items, sub-items, tags, footnotes, enumerations, maybe a letter."""
    return parse_text(f"generated-{seed}", random_source(seed))
