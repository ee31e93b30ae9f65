"""The outline while it is being built: entries in order, each with its heading and its body.

Knows: paths, parents, shared bodies, which entry a footnote belongs to. Does not know: how lines
are told apart.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field

from index.canon import Manuscript
from index.marks import SECTION_NAMES, without_bullet
from index.nouns import AgendaItem, Note, Span

LETTER_SECTION = "Brief"
OPENING = "Aanhef"


@dataclass(slots=True, eq=False)
class Entry:
    """One heading and what stands under it, up to the next heading.

    number is the printed number or letter; without one the title is its name in the path.
    """

    section: str | None
    number: str | None
    title: str | None
    parent: Entry | None = None
    heads: list[Span] = field(default_factory=list)
    tag: str | None = None
    body: Span | None = None

    @property
    def name(self) -> str:
        """The last part of its path."""
        return (self.number or self.title or OPENING).replace("/", "\u2215")

    @property
    def start(self) -> int:
        """Where it begins."""
        spans = [*self.heads, *([self.body] if self.body else [])]
        return min(span.start for span in spans) if spans else 0

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

        One tag after such a list is the parent's as well, and so is what stands under the last.
        """
        subs: dict[Entry, list[Entry]] = {}
        for entry in self.entries:
            if entry.parent is not None and entry.number and entry.number.isalpha():
                subs.setdefault(entry.parent, []).append(entry)
        heirs: dict[Entry, Entry] = {}
        for parent, listed in subs.items():
            last = listed[-1]
            bare = all(sub.body is None for sub in listed[:-1])
            if len(listed) < 2 or parent.body is not None or not bare or last.body is None:
                continue
            parent.body, last.body = last.body, None
            heirs[last] = parent
            if last.tag and not any(sub.tag for sub in listed[:-1]) and parent.tag is None:
                parent.tag, last.tag = last.tag, None
        for entry in self.entries:
            if entry.parent in heirs:
                entry.parent = heirs[entry.parent]

    def drop_empty(self) -> None:
        """Headings without a number, tag, body or anything under them are not items."""
        kept: set[Entry] = set()
        for entry in reversed(self.entries):
            if entry.body or entry.number or entry.tag or entry in kept:
                kept.add(entry)
                if entry.parent is not None:
                    kept.add(entry.parent)
        self.entries = [entry for entry in self.entries if entry in kept]

    def items(self, manuscript: Manuscript) -> tuple[AgendaItem, ...]:
        """The entries as agenda items with unique paths, each with the notes that it calls."""
        paths = self._paths()
        notes = self._notes(manuscript.notes)
        items = []
        for entry in self.entries:
            span = entry.body or Span(entry.start, entry.start)
            span = Span(span.start + without_bullet(span.of(manuscript.text)[:9]), span.end)
            items.append(
                AgendaItem(
                    paths[entry],
                    entry.section,
                    entry.number,
                    entry.title,
                    entry.tag,
                    span,
                    tuple(notes.get(entry, ())),
                )
            )
        return tuple(items)

    def _paths(self) -> dict[Entry, str]:
        """Each entry's path; a second equal one gets ` (2)`, and so does what stands under it."""
        paths: dict[Entry, str] = {}
        seen: dict[str, int] = {}
        taken: set[str] = set()
        for entry in self.entries:
            above = paths[entry.parent] if entry.parent else entry.section
            plain = path = f"{above}/{entry.name}" if above else entry.name
            while path in taken:
                seen[plain] = seen.get(plain, 1) + 1
                path = f"{plain} ({seen[plain]})"
            taken.add(path)
            paths[entry] = path
        return paths

    def _notes(self, notes: tuple[Note, ...]) -> dict[Entry, list[Note]]:
        """The notes of each entry; one whose call was lost stands where both neighbours do."""
        places = sorted(
            (span.start, span.end, i)
            for i, entry in enumerate(self.entries)
            for span in (*entry.heads, *([entry.body] if entry.body else []))
        )
        starts = [place[0] for place in places]

        def owner(call: int | None) -> Entry | None:
            at = -1 if call is None else bisect_right(starts, call) - 1
            inside = call is not None and at >= 0 and call < places[at][1]
            return self.entries[places[at][2]] if inside else None

        owners = [owner(note.call) for note in notes]
        for i in range(1, len(notes) - 1):
            if notes[i].call is None and owners[i - 1] is owners[i + 1]:
                owners[i] = owners[i - 1]
        found: dict[Entry, list[Note]] = {}
        for note, entry in zip(notes, owners, strict=True):
            if entry is not None:
                found.setdefault(entry, []).append(note)
        return found


def section_name(words: str) -> str:
    """The name of a section as it is written in paths: `Justitie`, `Binnenlandse Zaken`."""
    found = SECTION_NAMES.fullmatch(words.strip(" :"))
    name = (found["name"] if found else words).strip(" :")
    known = {"justitie": "Justitie", "binnenlandse zaken": "Binnenlandse Zaken"}
    return known.get(name.lower(), name[:1].upper() + name[1:])
