"""From agenda items to passages: slices of whole sentences, never across two items.

Knows: how long a passage is and how much two neighbours share. Does not know: embedding, search.
langchain-text-splitters does the merging; the sentence borders are ours (`index.sentences`).
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from typing import TYPE_CHECKING

from index.attribution import spoken
from index.nouns import AgendaItem, Document, Passage, Span, passage_id
from index.sentences import sentences

if TYPE_CHECKING:
    from langchain_text_splitters import TextSplitter

LONGEST_WORD = 25


def passages(
    document: Document, items: Sequence[AgendaItem], words: int = 120, overlap: int = 30
) -> tuple[Passage, ...]:
    """The passages of a document: each about `words` words, neighbours sharing about `overlap`.

    Every footnote is a passage of its own, cited by its number.
    """
    splitter = _splitter(words, overlap)
    made: list[Passage] = []
    for item in items:
        said = spoken(document, item)
        starts = [sentence.start for sentence, _ in said]
        for span in _slices(splitter, document.text, item.span):
            actors = _speaking(said, starts, span)
            made.append(
                Passage(passage_id(document.id, span), document.id, item.path, span, None, actors)
            )
        for note in (note for note in item.notes if len(note.span)):
            made.append(
                Passage(
                    passage_id(document.id, note.span),
                    document.id,
                    item.path,
                    note.span,
                    note.number,
                )
            )
    return tuple(made)


def _speaking(
    said: Sequence[tuple[Span, tuple[str, ...]]], starts: Sequence[int], span: Span
) -> tuple[str, ...]:
    """The actors of the sentences that lie wholly inside `span`."""
    actors: dict[str, None] = {}
    for at in range(bisect_left(starts, span.start), len(said)):
        sentence, by = said[at]
        if sentence.end > span.end:
            break
        actors.update(dict.fromkeys(by))
    return tuple(actors)


def header(document: Document, item: AgendaItem) -> str:
    """What is embedded before a passage and never quoted: kind, meeting, section, title, tag."""
    dates = " ".join(document.meeting_dates) or document.letter_date or ""
    parts = (document.kind, dates, item.section, item.title, item.tag)
    return " | ".join(part for part in parts if part)


def _splitter(words: int, overlap: int) -> TextSplitter:
    """A splitter of langchain's that is handed sentences and merges them up to `words` words."""
    from langchain_text_splitters import RecursiveCharacterTextSplitter, TextSplitter

    def count(text: str) -> int:
        """Words; where there are no spaces, a word for every LONGEST_WORD characters."""
        return max(len(text.split()), len(text) // LONGEST_WORD)

    long_ones = RecursiveCharacterTextSplitter(
        separators=["; ", ", ", " ", ""],
        keep_separator="end",
        chunk_size=words,
        chunk_overlap=0,
        length_function=count,
        strip_whitespace=False,
    )

    class SentenceSplitter(TextSplitter):
        """Merges whole sentences; one that is too long by itself is cut at its commas."""

        def split_text(self, text: str) -> list[str]:
            """Slices of `text`, in order."""
            starts = [found.start for found in sentences(text)]
            ends = [*starts[1:], len(text)]
            pieces = [text[a:b] for a, b in zip(starts, ends, strict=True)]
            short = [
                part
                for piece in pieces
                for part in ([piece] if count(piece) <= words else long_ones.split_text(piece))
            ]
            return self._merge_splits(short, "")

    return SentenceSplitter(
        chunk_size=words,
        chunk_overlap=min(overlap, words // 2),
        length_function=count,
        strip_whitespace=False,
    )


def _slices(splitter: TextSplitter, text: str, span: Span) -> list[Span]:
    """The splitter's pieces as spans of the document; each is proved to be a slice of the item."""
    body = span.of(text)
    found: list[Span] = []
    at = 0
    for piece in splitter.split_text(body) if body.strip() else []:
        words = piece.strip()
        start = body.index(words, at)
        found.append(Span(span.start + start, span.start + start + len(words)))
        at = start + 1
    return found
