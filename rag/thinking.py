"""Takes the `<think>…</think>` of a reasoning model out of its stream of text.

Knows: the two tags. Does not know: models, servers.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

OPEN, CLOSE = "<think>", "</think>"


def without_thinking(pieces: Iterable[str], thinking: bool = False) -> Iterator[str]:
    """`pieces` without what stands between the tags, wherever the pieces are cut.

    `thinking`: True when the prompt already opened the tag. What may be the beginning of a tag is
    held back until it is decided. A thought that never ends yields nothing.
    """
    held = ""
    for piece in pieces:
        held += piece
        while True:
            tag = CLOSE if thinking else OPEN
            place = held.find(tag)
            if place < 0:
                break
            if not thinking and place:
                yield held[:place]
            held = held[place + len(tag) :]
            thinking = not thinking
        keep = _overlap(held, CLOSE if thinking else OPEN)
        ready, held = held[: len(held) - keep], held[len(held) - keep :]
        if ready and not thinking:
            yield ready
    if held and not thinking:
        yield held


def _overlap(text: str, tag: str) -> int:
    """How many characters at the end of `text` may be the beginning of `tag`."""
    return next((n for n in range(len(tag) - 1, 0, -1) if text.endswith(tag[:n])), 0)
