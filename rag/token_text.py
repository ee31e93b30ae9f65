"""What each token of a tokenizer writes, as bytes.

Knows: how tokenizers spell bytes and blanks (byte-level, or ▁ with <0xE2>). Does not know: models,
what may be written.
"""

from __future__ import annotations

import json
import re
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from transformers import PreTrainedTokenizerBase

_BLANK = "▁"
_BYTE = re.compile(r"<0x([0-9A-F]{2})>")
_PRINTED = (range(0x21, 0x7F), range(0xA1, 0xAD), range(0xAE, 0x100))


def token_texts(tokenizer: PreTrainedTokenizerBase, size: int) -> list[bytes]:
    """For each of `size` token ids the bytes it adds to a draft; b"" for those that add none.

    Control tokens add none, nor do ids that the tokenizer does not have.
    """
    texts = [b""] * size
    added = tokenizer.added_tokens_decoder
    read = _byte_level if _spells_bytes(tokenizer) else _with_blanks
    for spelled, number in tokenizer.get_vocab().items():
        if number < size and number not in added:
            texts[number] = read(spelled)
    for number, token in added.items():
        if number < size and not token.special:
            texts[number] = token.content.encode()
    return texts


def _spells_bytes(tokenizer: PreTrainedTokenizerBase) -> bool:
    """True when each character of a token stands for one byte, as in GPT-2 and its like."""
    backend = getattr(tokenizer, "backend_tokenizer", None)
    if backend is None:
        return False
    return '"ByteLevel"' in json.dumps(json.loads(backend.to_str())["decoder"])


def _byte_level(token: str) -> bytes:
    return token.translate(_alphabet()).encode("latin-1", errors="ignore")


def _with_blanks(token: str) -> bytes:
    byte = _BYTE.fullmatch(token)
    return bytes([int(byte[1], 16)]) if byte else token.replace(_BLANK, " ").encode()


@cache
def _alphabet() -> dict[int, int]:
    """Byte-level tokens spell printed bytes as they are, and the others from U+0100 on."""
    printed = [byte for part in _PRINTED for byte in part]
    others = [byte for byte in range(256) if byte not in printed]
    return {0x100 + place: byte for place, byte in enumerate(others)}
