"""The product as a system that can be run: the same Assistant that page and command line use.

Knows: how the product is opened and how it prints. Does not know: gold and scores.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import cached_property
from pathlib import Path

from eval.gold import Release
from index.build import build
from index.errors import LibraryRefused, RaadpleegError
from index.settings import Settings, load_settings
from rag.assistant import Assistant
from rag.open import add_paths, open_assistant
from rag.render import answer_json, hit_json, outline_json


class Product:
    """Raadpleeg itself. Its library is opened, and made if need be, at the first question."""

    def __init__(self, release: Release, library: Path, settings: Settings) -> None:
        """`library` is a folder that holds the papers of `release`, or is not there yet."""
        self._release = release
        self._folder = library
        self._settings = settings

    @cached_property
    def _assistant(self) -> Assistant:
        return assistant_over(self._release, self._folder, self._settings)

    def outline(self, file: Path) -> tuple[Mapping[str, object], str]:
        """See System."""
        reading = build(file, self._settings)
        return outline_json(reading), reading.document.text

    def search(self, question: str, top: int) -> Sequence[Mapping[str, object]]:
        """See System."""
        hits = self._assistant.search(question, top)
        return [hit_json(hit, self._assistant.library) for hit in hits]

    def ask(self, question: str) -> Mapping[str, object]:
        """See System."""
        return answer_json(self._assistant.ask(question), self._assistant.library)

    def close(self) -> None:
        """Let go of the library, if it was opened."""
        if "_assistant" in self.__dict__:
            self._assistant.library.close()


@contextmanager
def open_product(release: Release, library: Path) -> Iterator[Product]:
    """The product over `library`, with the settings in force; closed at the end."""
    product = Product(release, library, load_settings())
    try:
        yield product
    finally:
        product.close()


def assistant_over(release: Release, folder: Path, settings: Settings) -> Assistant:
    """The assistant over the papers of the release.

    A library that is there is used as it is and never added to: it may be a reader's own. Raises
    LibraryRefused when it lacks a paper, RaadpleegError when a paper cannot be read.
    """
    there = folder.exists()
    assistant = open_assistant(settings, folder, create=not there)
    if not there:
        papers = [release.documents / file for file in release.structure]
        failed = add_paths(assistant.library, papers, settings).failed
        if failed:
            raise RaadpleegError(f"{failed[0][0]}: {failed[0][1]}")
    held = {entry.id for entry in assistant.library.documents()}
    if lacking := sorted(set(release.structure) - held):
        raise LibraryRefused(f"{folder}: lacks {lacking[0]}; add the papers of the release to it")
    return assistant
