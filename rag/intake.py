"""Files into the library: read one by one, embedded together, kept one by one.

Knows: what a file is to the library, and how many passages may wait to be embedded. Does not
know: folders, how a file is read, how a paper is kept.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from index.build import build, recipe
from index.change import Outcome
from index.embed import Embedder
from index.errors import FileRefused
from index.formats.regular import open_regular
from index.library import Library
from index.reading import Reading
from index.settings import Settings

if TYPE_CHECKING:
    from rag.open import Added

BATCHES = 16  # of the embedder that may wait: the last ones are seldom full, the first ones always


class Intake:
    """Takes files in, each whole or not at all; what became of them stands in `report`.

    The shipped embedder is quick: with it each paper is kept before the next one is read. Another
    one embeds the texts of several papers together; a crash costs those that wait.
    """

    def __init__(self, library: Library, settings: Settings, report: Added) -> None:
        """report: is added to."""
        self._library, self._settings, self._report = library, settings, report
        shipped = settings.embedder == "builtin"
        self._most = 0 if shipped else BATCHES * settings.embedder_batch
        self._waiting: list[tuple[Path, str, Reading]] = []

    def take(self, path: Path) -> None:
        """Read a file that is new or changed; one that is refused costs no other."""
        with self._alone(path):
            digest = _digest(path)
            known = self._library.known(path, digest, recipe(self._settings, path))
            if not self._held(path, known):
                reading = build(path, self._settings, known.document)
                self._waiting.append((path, digest, reading))
        if sum(len(reading.passages) for _, _, reading in self._waiting) >= self._most:
            self.keep()

    def keep(self) -> None:
        """Put what was read into the library."""
        waiting, self._waiting = self._waiting, []
        embedder = self._ahead([reading for _, _, reading in waiting])
        for path, digest, reading in waiting:
            with self._alone(path):
                self._keep(path, digest, reading, embedder)

    def _ahead(self, readings: list[Reading]) -> Embedder | None:
        """The embedder with their texts embedded; None where each is to be embedded by itself."""
        try:
            return self._library.embedded_ahead(readings) if len(readings) > 1 else None
        except ValueError:  # of one of them; it will come up again, with that one alone
            return None

    def _keep(self, path: Path, digest: str, reading: Reading, embedder: Embedder | None) -> None:
        # papers that waited with it are there by now: it may be a duplicate, or need a longer name
        known = self._library.known(path, digest, recipe(self._settings, path))
        if self._held(path, known):
            return
        if known.document != reading.document.id:
            reading = build(path, self._settings, known.document)
        outcome = self._library.add(reading, path, digest, embedder)
        if self._held(path, outcome):
            return
        replaced = outcome.state == "replaced"
        (self._report.replaced if replaced else self._report.added).append(outcome.document)
        self._report.warnings.extend((outcome.document, warning) for warning in reading.warnings)

    def _held(self, path: Path, outcome: Outcome) -> bool:
        """True, and told, for a file whose content the library holds already."""
        if outcome.state == "unchanged":
            self._report.unchanged.append(outcome.document)
        elif outcome.state == "duplicate":
            self._report.duplicates.append((path.name, outcome.document))
        return outcome.state in ("unchanged", "duplicate")

    @contextmanager
    def _alone(self, path: Path) -> Iterator[None]:
        """What goes wrong inside costs this file and no other."""
        try:
            yield
        except FileRefused as refused:
            self._report.failed.append((str(path), refused.why))
        except ValueError as fault:  # of this program
            why = f"a fault in Raadpleeg itself ({fault}); report it with the file"
            self._report.failed.append((str(path), why))


def _digest(path: Path) -> str:
    """SHA-256 of a file's bytes; raises FileRefused."""
    with open_regular(path, path.name) as file:
        try:
            return hashlib.file_digest(file, "sha256").hexdigest()
        except OSError as error:
            why = f"cannot be read ({error.strerror}); check its disk"
            raise FileRefused(path.name, why) from None
