"""A collection in a library of the product, searched as papers are.

Knows: how texts become a document's items and passages, and hits become ranked texts. Does not
know: which texts are right.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from eval.baselines import RANKINGS
from eval.collection import Collection, Text
from index.chunk import header, passages
from index.entries import sha
from index.errors import LibraryRefused
from index.nouns import AgendaItem, Document, Span
from index.reading import Reading
from index.settings import Settings, load_settings
from rag.assistant import Assistant
from rag.open import open_library

TOGETHER = 1000  # texts in one document: a document is one change to the library
PASSAGES = 50  # passages asked for; a long text may hold several of the best


class CollectionSearch:
    """Ranks the texts of a collection, by the product's own search or a baseline."""

    def __init__(self, assistant: Assistant) -> None:
        """The library of `assistant` holds the collection."""
        self._assistant = assistant

    def texts(self, system: str, question: str) -> list[str]:
        """Ids of the texts found, best first, each at its best passage.

        system: a baseline of RANKINGS; any other name is the product itself.
        """
        if system in RANKINGS:
            hits = RANKINGS[system](self._assistant.library, question, PASSAGES)
        else:
            hits = self._assistant.search(question, PASSAGES)
        return list(dict.fromkeys(hit.passage.item for hit in hits))


@contextmanager
def open_collection(collection: Collection, folder: Path) -> Iterator[CollectionSearch]:
    """The collection in the library in `folder`, made first when there is none; closed at the end.

    Raises LibraryRefused for a library that holds other texts.
    """
    settings = load_settings()
    there = folder.exists()
    with open_library(settings, folder, create=not there) as library:
        if not there:
            with library.writing():
                for reading in readings(collection, settings):
                    name = reading.document.id
                    library.add(reading, Path("/") / name, sha(reading.document.text))
        held = {entry.id: entry.items for entry in library.documents()}
        if held != {_name(batch): len(batch) for batch in _batches(collection)}:
            raise LibraryRefused(
                f"{folder}: holds other texts than {collection.name}; name another"
            )
        yield CollectionSearch(Assistant(library, settings))


def readings(collection: Collection, settings: Settings) -> Iterator[Reading]:
    """The texts as documents of many items; an item's path is the id of its text.

    A text is cut into passages as papers are, under its title. One that has a title only is known
    by that; one without a word has no passage and is never found.
    """
    for batch in _batches(collection):
        written, items, at = [], [], 0
        for text in batch:
            head, body = f"{text.id} {text.title}\n", text.body.strip() or text.title
            span = Span(at + len(head), at + len(head) + len(body))
            items.append(AgendaItem(text.id, None, None, text.title or None, None, span))
            written.append(f"{head}{body}\n")
            at = span.end + 1
        yield _reading(_document(_name(batch), "".join(written)), items, settings)


def _reading(document: Document, items: Sequence[AgendaItem], settings: Settings) -> Reading:
    slices = passages(document, items, settings.passage_words, settings.passage_overlap)
    by_path = {item.path: item for item in items}
    embedded = tuple(
        f"{header(document, by_path[passage.item])}\n{passage.span.of(document.text)}"
        for passage in slices
    )
    return Reading(document, tuple(items), slices, embedded)


def _document(name: str, text: str) -> Document:
    """A paper of no known kind, meeting or date."""
    nothing = (None,) * 7
    return Document(name, name, "overig", None, (), *nothing, text, None)


def _batches(collection: Collection) -> Iterator[Sequence[Text]]:
    for start in range(0, len(collection.texts), TOGETHER):
        yield collection.texts[start : start + TOGETHER]


def _name(batch: Sequence[Text]) -> str:
    return f"{batch[0].id} to {batch[-1].id}".replace("/", "∕")
