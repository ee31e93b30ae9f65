"""The systems that can be run: the product, and baselines that go through the same door.

Knows: which system each name is. Does not know: gold, but for the oracle, whose answers are gold:
the most that any system could be given for its citations. Each baseline is the product with one
part of it replaced.
"""

from __future__ import annotations

import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path

from eval.baselines import RANKINGS, Ranking
from eval.gold import Release
from eval.oracle import Oracle
from eval.product import Product
from eval.run import System
from index.nouns import Hit
from index.settings import Settings, load_settings
from rag import extractive
from rag.evidence import LOOKED_AT
from rag.nouns import Answer, Citation, Statement
from rag.question import Understood
from rag.render import answer_json, hit_json

Object = Mapping[str, object]


class Ranked(Product):
    """The product with another ranking in the place of its search; it writes as the product does,
    without a language model, and abstains by the same rules.
    """

    def __init__(
        self, ranking: Ranking, release: Release, library: Path, settings: Settings
    ) -> None:
        """As for the product; `library` may be the folder that the product has filled."""
        super().__init__(release, library, settings)
        self._ranking = ranking

    def search(self, question: str, top: int) -> Sequence[Object]:
        """See System."""
        library = self._assistant.library
        return [hit_json(hit, library) for hit in self._ranking(library, question, top)]

    def ask(self, question: str) -> Object:
        """See System."""
        started = time.perf_counter()
        library, settings = self._assistant.library, self._assistant.settings
        with library.searching():
            asked = self._assistant.understand(question)
            hits = self._ranking(library, question, max(LOOKED_AT, settings.evidence))
            _, _, chosen = self._assistant.weigh(asked, hits)
        made = extractive.statements(chosen, asked)
        return answer_json(_answer(asked, made, hits[: settings.evidence], started), library)


class Copy(Product):
    """Answers with the passage that the product finds first, whole, and never abstains."""

    def ask(self, question: str) -> Object:
        """See System."""
        started, assistant = time.perf_counter(), self._assistant
        hits = assistant.search(question, 1)
        library = assistant.library
        made = tuple(_copied(library.document(hit.passage.document).text, hit) for hit in hits)
        told = _answer(assistant.understand(question), made, hits, started)
        return answer_json(told, library)


class Silent(Product):
    """Searches as the product does and never answers."""

    def ask(self, question: str) -> Object:
        """See System."""
        asked = self._assistant.understand(question)
        return answer_json(_answer(asked, (), [], time.perf_counter()), self._assistant.library)


PLAIN: Mapping[str, type[Product]] = {"copy": Copy, "silent": Silent, "oracle": Oracle}


@contextmanager
def open_system(name: str, release: Release, library: Path) -> Iterator[System]:
    """The baseline `name` of ANSWERERS over `library`, as `open_product` opens the product."""
    system = _made(name, release, library, load_settings())
    try:
        yield system
    finally:
        system.close()


def _made(name: str, release: Release, library: Path, settings: Settings) -> Product:
    if name in RANKINGS:
        return Ranked(RANKINGS[name], release, library, settings)
    return PLAIN[name](release, library, settings)


def _copied(text: str, hit: Hit) -> Statement:
    """A passage as a statement that quotes itself."""
    passage = hit.passage
    quote = passage.span.of(text)
    place = (passage.span.start, passage.span.end)
    cited = Citation(passage.document, passage.item, None, (), None, passage.note, *place, quote)
    return Statement(quote, "unknown", (cited,))


def _answer(
    asked: Understood, made: tuple[Statement, ...], hits: Sequence[Hit], started: float
) -> Answer:
    return Answer(
        question=asked.text,
        language=asked.language,
        status="answered" if made else "not_found",
        lead="",
        statements=made,
        gaps=(),
        understood="",
        note="",
        hits=tuple(hits),
        writer=extractive.NAME,
        dropped=0,
        seconds=time.perf_counter() - started,
        ai_generated=False,
    )
