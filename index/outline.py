"""The outline while it is being built: entries in order, each with its heading and its body.

Knows: paths, parents, shared bodies. Does not know: how lines are told apart.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from index.canon import Manuscript
from index.nouns import AgendaItem, Note, Span
from index.marks import SECTION_NAMES

LETTER_SECTION = "Brief"
OPENING = "Aanhef"


@dataclass(slots=True)
class Entry:
    """One heading and what stands under it, up to the next heading."""

    section: str | None
    names: tuple[str, ...]
    number: str | None
    title: str | None
    start: int
    tag: str | None = None
    body: Span | None = None
    parent: Entry | None = None

    def take(self, span: Span) -> None:
        """Let a line belong to the body; bodies are contiguous."""
        self.body = span if self.body is None else Span(self.body.start, span.end)


@dataclass(slots=True)
class Outline:
    """Entries in reading order."""

    entries: list[Entry] = field(default_factory=list)

    def open(self, entry: Entry) -> Entry:
        """Add an entry at the end."""
        self.entries.append(entry)
        return entry

    def share_bodies(self) -> None:
        """Sub-items that stand bare in a row share the last one's body: it is their parent's.

        One tag after such a list is the parent's as well.
        """
        for parent in self.entries:
            subs = [e for e in self.entries if e.parent is parent and e.number and e.number.isalpha()]
            if len(subs) < 2 or parent.body is not None:
                continue
            bare = [sub.body is None for sub in subs]
            if not all(bare[:-1]) or bare[-1]:
                continue
            parent.body, subs[-1].body = subs[-1].body, None
            if subs[-1].tag and not any(sub.tag for sub in subs[:-1]) and parent.tag is None:
                parent.tag, subs[-1].tag = subs[-1].tag, None

    def items(self, manuscript: Manuscript) -> tuple[AgendaItem, ...]:
        """The entries as agenda items with unique paths, each with the notes its body calls."""
        seen: dict[str, int] = {}
        items = []
        for entry in self.entries:
            path = "/".join(name.replace("/", "\u2215") for name in entry.names)
            seen[path] = seen.get(path, 0) + 1
            if seen[path] > 1:
                path = f"{path} ({seen[path]})"
            span = entry.body or Span(entry.start, entry.start)
            end = span.end if len(span) else entry.start + len(entry.title or "") + 8
            notes = _called_within(manuscript.notes, entry.start, end)
            items.append(
                AgendaItem(path, entry.section, entry.number, entry.title, entry.tag, span, notes)
            )
        return tuple(items)


def _called_within(notes: tuple[Note, ...], start: int, end: int) -> tuple[Note, ...]:
    """The notes called in `start`..`end`; one whose call was lost stands where its neighbours do."""
    inside = [note.call is not None and start <= note.call < end for note in notes]
    last = len(notes) - 1
    return tuple(
        note
        for i, note in enumerate(notes)
        if inside[i] or (note.call is None and 0 < i < last and inside[i - 1] and inside[i + 1])
    )


def section_name(words: str) -> str:
    """The name of a section as it is written in paths: `Justitie`, `Binnenlandse Zaken`."""
    found = SECTION_NAMES.fullmatch(words.strip(" :"))
    name = (found["name"] if found else words).strip(" :")
    known = {"justitie": "Justitie", "binnenlandse zaken": "Binnenlandse Zaken"}
    return known.get(name.lower(), name[:1].upper() + name[1:])
