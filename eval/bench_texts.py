"""Papers and questions by the thousand, made up to measure speed on; never a real text.

Knows: agenda items, passages of some 110 words, subjects that come back. Does not know: which
words there are (`eval.bench_words`), what is measured. Word order means nothing: what costs time
is how many words there are, how many different ones, and how unevenly they are spread.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

import numpy as np
import numpy.typing as npt

from eval.bench_words import chances, vocabulary
from index.nouns import KINDS, AgendaItem, Document, Passage, Span, passage_id
from index.reading import Reading

PER_PAPER = 118  # passages: a paper of some thirty pages
STEP, OVERLAP = 5, 1  # sentences: a passage begins every STEP and shares OVERLAP with the next
TOPICS = 2000  # subjects that come back; neighbours in meaning are passages of one subject
ON_TOPIC = 0.15  # share of an item's words that are its subject's own
ACTORS = ("NL", "Commission", "Presidency", "DE", "FR", "Europol")
SECTIONS = ("Justitie", "Binnenlandse Zaken")
_COMMON, _RARE = 60, 5000  # ranks between which the words of a subject lie
_TITLE = 3  # words

Numbers = npt.NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Press:
    """Prints papers: number 7 is the same paper whenever, and however many are printed.

    words[rank] is drawn with chance rising[rank] - rising[rank - 1]; topics: (TOPICS, n) of ranks.
    """

    seed: int
    words: npt.NDArray[np.object_]
    rising: npt.NDArray[np.float64]
    topics: Numbers

    def readings(self, passages: int) -> Iterator[Reading]:
        """Papers, as if read from files, of so many passages together."""
        for number, start in enumerate(range(0, passages, PER_PAPER)):
            yield self.reading(number, min(PER_PAPER, passages - start))

    def reading(self, number: int, passages: int) -> Reading:
        """Paper `number`, of exactly `passages` passages."""
        from index.chunk import header

        chance = np.random.default_rng((self.seed, 2, number))
        name = f"stuk-{number:05}.txt"
        made = _Pages(name)
        while (left := passages - len(made.passages)) > 0:
            topic = self.topics[int(chance.integers(TOPICS))]
            title = " ".join(self.words[topic[:_TITLE]])
            wanted = min(left, int(chance.integers(1, 10)))
            made.item(title, self._sentences(chance, topic, wanted * STEP + OVERLAP), chance)
        document = _document(name, number, made.text())
        items = {item.path: item for item in made.items}
        embedded = tuple(
            f"{header(document, items[p.item])}\n{p.span.of(document.text)}" for p in made.passages
        )
        return Reading(document, tuple(made.items), tuple(made.passages), embedded)

    def questions(self, count: int) -> list[str]:
        """Different questions, by turns in Dutch on a subject and in English on a glossary term."""
        from index.glossary import glossary

        chance = np.random.default_rng((self.seed, 3))
        english = [concept.en[0] for concept in glossary().concepts]
        asked: dict[str, None] = {}
        while len(asked) < count:
            if len(asked) % 2:
                term = english[int(chance.integers(len(english)))]
                asked[f"What was the position of the Netherlands on {term}?"] = None
            else:
                topic = self.topics[int(chance.integers(TOPICS))]
                subject = " ".join(self.words[chance.choice(topic, 3, replace=False)])
                asked[f"Wat vond Nederland van {subject}?"] = None
        return list(asked)

    def _sentences(self, chance: np.random.Generator, topic: Numbers, count: int) -> list[str]:
        sizes = chance.integers(8, 29, count)
        total = int(sizes.sum())
        ranks = np.searchsorted(self.rising, chance.random(total))
        ours = chance.random(total) < ON_TOPIC
        ranks[ours] = chance.choice(topic, int(ours.sum()))
        words = iter(self.words[ranks].tolist())
        lines = (" ".join(islice(words, size)) for size in sizes.tolist())
        return [f"{line[0].upper()}{line[1:]}." for line in lines]


class _Pages:
    """A paper in the making: its text so far, its items and passages."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.items: list[AgendaItem] = []
        self.passages: list[Passage] = []
        self._parts: list[str] = []
        self._length = 0

    def text(self) -> str:
        return "".join(self._parts)

    def item(self, title: str, sentences: list[str], chance: np.random.Generator) -> None:
        """Put an item behind the last: its heading, and its passages from its sentences."""
        number, section = str(len(self.items) + 1), str(chance.choice(SECTIONS))
        path = f"{section}/{number}"
        self._write(f"{number}. {title}\n")
        starts = []
        for sentence in sentences:
            starts.append(self._length)
            self._write(f"{sentence} ")
        for first in range(0, len(sentences) - OVERLAP, STEP):
            last = first + STEP + OVERLAP - 1
            span = Span(starts[first], starts[last] + len(sentences[last]))
            actor = str(chance.choice(ACTORS))
            self.passages.append(
                Passage(passage_id(self.name, span), self.name, path, span, None, (actor,))
            )
        body = Span(starts[0], self._length - 1)
        self.items.append(AgendaItem(path, section, number, title, None, body))
        self._write("\n")

    def _write(self, part: str) -> None:
        self._parts.append(part)
        self._length += len(part)


def press(seed: int = 0) -> Press:
    """The press that prints from `seed`."""
    words = np.array(vocabulary(seed), dtype=np.object_)
    chance = np.random.default_rng((seed, 1))
    ranks = np.geomspace(_COMMON, _RARE, 100_000).astype(np.int64)
    return Press(seed, words, chances(len(words)), chance.choice(ranks, (TOPICS, 15)))


def _document(name: str, number: int, text: str) -> Document:
    year, month = 2000 + number // 12 % 25, number % 12 + 1
    return Document(
        id=name,
        file=name,
        kind=KINDS[number % 3],
        title=None,
        meeting_dates=(f"{year}-{month:02}-13",),
        place="Brussel",
        formality="formeel",
        title_says=None,
        kamerstuk=None,
        chamber="Tweede Kamer",
        letter_date=None,
        presidency=None,
        text=text,
        page_starts=None,
    )
