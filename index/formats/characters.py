"""From bytes to characters, and from characters to those that print.

Knows: encodings, byte-order marks, what can be seen and what cannot. Does not know: formats.
"""

from __future__ import annotations

import codecs
import re
import unicodedata

from index.counted import filled

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
TWICE = "{count} [letter was|letters were] encoded twice (Ã« for ë) and set right"
DAMAGED = "{count} damaged [character|characters], shown as \ufffd"
INVISIBLE = "{count} invisible [character|characters] left out"
_SAMPLE = 65_536
_BREAKS = re.compile("\r\n?|[\v\x85\u2028\u2029]")
# What no reader sees. Tags (U+E0000), embeddings and isolates are also how text is hidden from
# people and shown to machines; the noncharacters and lone surrogates cannot be stored at all.
_UNSEEN = re.compile(
    "[\x00-\x08\x0b\x0e-\x1f\x7f-\x9f\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff"
    "\ufdd0-\ufdef\ufff0-\ufffb\ufffe\uffff\ud800-\udfff\U000e0000-\U000e0fff]"
)
_HIDING = re.compile("[\u202a-\u202e\u2060-\u206f\u200b-\u200f\U000e0000-\U000e0fff]")
# Symbol fonts put their bullets in the private use area; the rest of that area has no meaning.
_BULLETS = str.maketrans(dict.fromkeys("\uf0b7\uf0a7\uf0a8\uf0d8\uf0e0\uf076\uf0fc\uf06e", "•"))
_PRIVATE = re.compile("[\ue000-\uf8ff\U000f0000-\U0010ffff]")
_LIGATURES = str.maketrans(
    {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"}
)
# UTF-8 that was taken for Latin-1 (or cp1252) and encoded again: "Ã«" for "ë", "â\x80\x93" for "–".
# Only leads that begin no word's last letter: "«café»…" must stay what it is.
_HIGH = re.escape(bytes(range(0x80, 0xA0)).decode("cp1252", errors="ignore"))
_TWICE = re.compile(f"[\u00c2-\u00c5\u00e2\u00f0][\u0080-\u00bf{_HIGH}]{{1,3}}")
_LEADS = bytes(range(0xC2, 0xF5))


def decode(raw: bytes, stated: str | None = None) -> tuple[str, tuple[str, ...]]:
    """The text of `raw` and warnings: by its mark, by what it states, else UTF-8, else cp1252.

    Text that was encoded twice is set right, with a warning.
    """
    text, warnings = _decode(raw, stated)
    repaired, count = _once(text)
    if count:
        warnings = (*warnings, filled(TWICE, count=count))
    return repaired, warnings


def _decode(raw: bytes, stated: str | None) -> tuple[str, tuple[str, ...]]:
    for mark, encoding in _MARKS:
        if raw.startswith(mark):
            return raw.decode(encoding, errors="replace"), ()
    wide = _utf16_by_zeros(raw)
    if wide:
        return raw.decode(wide, errors="replace"), ()
    for encoding in filter(None, (_known(stated), "utf-8")):
        try:
            return raw.decode(encoding), ()
        except UnicodeDecodeError:
            continue
    patched = raw.decode("utf-8", errors="replace")
    broken = patched.count("\ufffd")
    proper = len(raw) - len(raw.translate(None, delete=_LEADS)) - broken
    if proper > 2 * broken:
        return patched, (filled(DAMAGED, count=broken),)
    return raw.decode("cp1252", errors="replace"), ()


def _known(encoding: str | None) -> str | None:
    """A stated encoding that Python knows and that can be what the file is in."""
    if encoding is None:
        return None
    try:
        known = codecs.lookup(encoding.strip().lower()).name
    except (LookupError, ValueError):
        return None
    # no UTF-16: a file that can state its encoding in ASCII is not in it, whatever it states;
    # and what calls itself Latin-1 is cp1252 to every browser
    if known in ("iso8859-1", "ascii"):
        return "cp1252"
    return known if known.startswith(("utf-8", "cp", "iso8859", "koi8", "mac")) else None


def _utf16_by_zeros(raw: bytes) -> str | None:
    """UTF-16 without a mark: Latin letters leave a zero in every second byte."""
    sample = raw[: _SAMPLE - _SAMPLE % 2]
    half = len(sample) // 2
    if half < 2:
        return None
    even, odd = sample[::2].count(0) / half, sample[1::2].count(0) / half
    if odd > 0.4 and even < 0.05:
        return "utf-16-le"
    return "utf-16-be" if even > 0.4 and odd < 0.05 else None


def _once(text: str) -> tuple[str, int]:
    """`text` with letters that were encoded twice set right, and how many there were."""
    count = 0

    def right(found: re.Match[str]) -> str:
        nonlocal count
        for encoding in ("latin-1", "cp1252"):
            try:
                letter = found[0].encode(encoding).decode("utf-8")
            except UnicodeError:
                continue
            count += len(letter)
            return letter
        return found[0]

    return _TWICE.sub(right, text), count


def tidy(text: str) -> str:
    """`text` in composed form (NFC), with line feeds alone, and without what cannot be seen.

    Tabs, line feeds, form feeds, soft hyphens and no-break spaces stay.
    """
    if text.isascii() and text.isprintable():
        return text
    text = _UNSEEN.sub("", _BREAKS.sub("\n", text))
    text = _PRIVATE.sub("", text.translate(_BULLETS).translate(_LIGATURES))
    return unicodedata.normalize("NFC", text)


def hidden_warnings(text: str) -> tuple[str, ...]:
    """A warning when `text` (before `tidy`) holds characters that hide or reverse text."""
    count = sum(1 for _ in _HIDING.finditer(text))
    return (filled(INVISIBLE, count=count),) if count else ()
