"""How much a file may hold before it is refused.

Knows: the figures and why they are what they are. Does not know: the formats that keep to them.
"""

from __future__ import annotations

from index.errors import FileRefused

MAX_FILE_BYTES = 50_000_000
MAX_CHARACTERS = 10_000_000
MAX_TEXT_BYTES = 4 * MAX_CHARACTERS  # no encoding needs more than four bytes a character
MAX_PAGES = 3_000
MAX_TAGS = 1_000_000  # a tree costs up to 400 bytes an element: this keeps it under 400 MB
MAX_DEPTH = 200
MAX_CALL = 999  # a longer number is no footnote call


def check_length(characters: int, name: str) -> None:
    """Raise FileRefused when a text of so many characters is too long to be one paper."""
    if characters > MAX_CHARACTERS:
        raise FileRefused(
            name,
            f"holds more than {MAX_CHARACTERS:,} characters of text; split it into smaller files",
        )


def check_tags(count: int, name: str) -> None:
    """Raise FileRefused when markup holds more tags than a paper has."""
    if count > MAX_TAGS:
        raise FileRefused(
            name, f"holds more than {MAX_TAGS:,} tags of markup; save only the paper itself"
        )


def names(listed: str) -> frozenset[str]:
    """The names in a list parted by blanks."""
    return frozenset(listed.split())
