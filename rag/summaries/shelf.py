"""Drafts of summaries kept on disk, so that a model writes no summary twice.

Knows: a folder of small JSON files beside the library, one a draft. Does not know: what a draft is
of (its key says that), whether it is true: a draft read back is verified like a new one.
"""

from __future__ import annotations

import hashlib
import json
import os
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from rag.keys import KEY_WORD
from rag.nouns import Evidence

FOLDER = "summaries"
FORMAT = 1
LONGEST = 100_000  # characters of a draft


@dataclass(frozen=True, slots=True)
class Shelf:
    """The drafts in `folder`; it is made when the first is kept."""

    folder: Path

    def find(self, key: str, evidence: Sequence[Evidence]) -> str | None:
        """The draft kept under `key`, under the keys of this evidence; None without a good one."""
        try:
            read = json.loads(self._file(key).read_text(encoding="utf-8"))
        except (OSError, ValueError):  # not there, half a file, no JSON, no UTF-8
            return None
        draft = read.get("draft") if isinstance(read, dict) else None
        fits = isinstance(draft, str) and read.get("format") == FORMAT and read.get("key") == key
        if not fits or not isinstance(draft, str) or len(draft) > LONGEST:
            return None
        for place, piece in enumerate(evidence):
            draft = draft.replace(_mark(place), piece.key)
        return draft

    def keep(self, key: str, draft: str, evidence: Sequence[Evidence]) -> None:
        """Keep a draft, whole or not at all; a folder that cannot be written costs nothing."""
        places = {piece.key: _mark(place) for place, piece in enumerate(evidence)}
        told = KEY_WORD.sub(lambda m: places.get(m[0].casefold(), m[0]), draft)
        text = json.dumps({"format": FORMAT, "key": key, "draft": told}, ensure_ascii=False)
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            handle, name = tempfile.mkstemp(dir=self.folder, suffix=".part")
            try:
                with os.fdopen(handle, "w", encoding="utf-8") as file:
                    file.write(text)
                Path(name).replace(self._file(key))
            except OSError:
                Path(name).unlink(missing_ok=True)
        except OSError:  # a library that may only be read: written anew each time
            return

    def _file(self, key: str) -> Path:
        return self.folder / f"{key}.json"


def key_of(writer: str, version: str, asked: str, evidence: Sequence[Evidence]) -> str:
    """What a draft hangs on: who writes, the prompt, what is asked and the evidence itself."""
    shown = [
        (p.citation.document, p.citation.item, p.citation.start, p.citation.quote, p.actor)
        for p in evidence
    ]
    told = json.dumps([writer, version, asked, shown], ensure_ascii=False)
    return hashlib.sha256(told.encode("utf-8", "surrogatepass")).hexdigest()[:40]


def _mark(place: int) -> str:
    """What stands for the key of the evidence at `place` in a draft on disk."""
    return f"\x02{place}\x03"
