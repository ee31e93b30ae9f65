"""Corrections by hand: `PAPER.outline.toml` beside a paper sets right what was read wrong.

    kind = "verslag"
    meeting_dates = ["2024-06-13", "2024-06-14"]

    [[item]]
    path = "Justitie/3"
    title = "Richtlijn corruptiebestrijding"
    begins = "Op 3 mei 2023 heeft"
    ends = "verder te onderzoeken."

    [[item]]
    path = "Justitie/4"
    remove = true

Knows: what may be corrected, and that a correction is checked like anything else. Does not know:
how a paper is read. An item that is there is changed; one that is not is added. `begins` and
`ends` are words of its body; each must stand in the paper once.
"""

from __future__ import annotations

import hashlib
import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from itertools import pairwise
from pathlib import Path

from index.errors import FileRefused
from index.nouns import KINDS, AgendaItem, Document, Span

SUFFIX = ".outline.toml"
OF_DOCUMENT = frozenset(
    "kind title meeting_dates place formality kamerstuk chamber letter_date presidency".split()
)
NAMED = ("section", "number", "title", "tag")
OF_ITEM = frozenset({*NAMED, "path", "begins", "ends", "remove"})
DATE = re.compile(r"\d{4}-\d\d-\d\d")


@dataclass(frozen=True, slots=True)
class Override:
    """The corrections of one sidecar file; `file` names it in messages."""

    file: str
    document: Mapping[str, object]
    items: tuple[Mapping[str, object], ...]

    def apply(
        self, document: Document, items: tuple[AgendaItem, ...]
    ) -> tuple[Document, tuple[AgendaItem, ...]]:
        """The corrected document and items. Raises FileRefused naming the field that is wrong."""
        given = {k: tuple(v) if isinstance(v, list) else v for k, v in self.document.items()}
        corrected = replace(document, **given)  # type: ignore[arg-type]  # checked in load_override
        by_path = {item.path: item for item in items}
        for row in self.items:
            path = str(row["path"])
            if row.get("remove"):
                if path not in by_path:
                    raise self._refusal(f"item {path}: cannot be removed, it is not there")
                del by_path[path]
            else:
                by_path[path] = self._item(path, row, by_path.get(path), document.text)
        return corrected, self._in_order(list(by_path.values()))

    def _item(
        self, path: str, row: Mapping[str, object], there: AgendaItem | None, text: str
    ) -> AgendaItem:
        """One item, changed or new."""
        if there is None and not ("begins" in row and "ends" in row):
            raise self._refusal(f"item {path}: is not there; to add it, give begins and ends")
        old = there.span if there else Span(0, 0)
        start = self._place(row, "begins", text)[0] if "begins" in row else old.start
        end = self._place(row, "ends", text)[1] if "ends" in row else old.end
        if start > end:
            raise self._refusal(f"item {path}: ends before it begins")
        section = path.split("/")[0] if "/" in path else None
        made = there or AgendaItem(path, section, None, None, None, old)
        named = {name: str(row[name]) for name in NAMED if name in row}
        return replace(made, span=Span(start, end), **named)  # type: ignore[arg-type]  # strings

    def _place(self, row: Mapping[str, object], field: str, text: str) -> tuple[int, int]:
        """Where the words of `begins` or `ends` stand, whatever the white space between them."""
        words = str(row[field]).split()
        found = list(re.finditer(r"\s+".join(map(re.escape, words)), text)) if words else []
        if len(found) != 1:
            raise self._refusal(
                f"item {row['path']}: the words of {field!r} stand in the paper {len(found)} "
                "times, not once; give other or more words"
            )
        return found[0].start(), found[0].end()

    def _in_order(self, items: list[AgendaItem]) -> tuple[AgendaItem, ...]:
        ordered = sorted(items, key=lambda item: item.span.start)
        bodies = [item for item in ordered if len(item.span)]
        for before, after in pairwise(bodies):
            if after.span.start < before.span.end:
                raise self._refusal(
                    f"items {before.path} and {after.path} overlap; correct the end of the first "
                    "or the beginning of the second"
                )
        return tuple(ordered)

    def _refusal(self, why: str) -> FileRefused:
        return FileRefused(self.file, why)


def sidecar(path: Path) -> Path:
    """Where the corrections of a paper are looked for: `verslag.pdf.outline.toml`."""
    return path.with_name(path.name + SUFFIX)


def sidecar_digest(path: Path) -> str:
    """A digest of a paper's corrections, empty when there are none."""
    if not sidecar(path).is_file():  # a pipe by that name would never end
        return ""
    try:
        return hashlib.sha256(sidecar(path).read_bytes()).hexdigest()[:16]
    except OSError:
        return ""


def load_override(path: Path) -> Override | None:
    """The corrections beside the paper at `path`; None when there are none. Raises FileRefused."""
    file = sidecar(path)
    if not file.is_file():
        return None
    try:
        held = tomllib.loads(file.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        why = f"is not readable TOML ({error}); mend it or take it away"
        raise FileRefused(file.name, why) from None
    items = held.pop("item", [])
    _check(file.name, held, items)
    return Override(file.name, held, tuple(items))


def _check(file: str, held: Mapping[str, object], items: object) -> None:
    """Raise FileRefused at the first field that is unknown or of a wrong kind."""
    known = OF_DOCUMENT & {field.name for field in fields(Document)}
    for name, value in held.items():
        if name not in known:
            raise FileRefused(file, f"{name}: no such field; known are {', '.join(sorted(known))}")
        right = _dates(value) if name == "meeting_dates" else isinstance(value, str)
        if not right or (name == "kind" and value not in KINDS):
            wanted = {"meeting_dates": "a list of ISO dates", "kind": ", ".join(KINDS)}
            raise FileRefused(
                file, f"{name}: {value!r} will not do; give {wanted.get(name, 'a text')}"
            )
    if not isinstance(items, list) or not all(isinstance(row, dict) for row in items):
        raise FileRefused(file, "item: write each as [[item]]")
    for row in items:
        if not isinstance(row.get("path"), str):
            raise FileRefused(file, "item: each needs a path, such as path = 'Justitie/3'")
        if unknown := set(row) - OF_ITEM:
            what = ", ".join(sorted(unknown))
            raise FileRefused(file, f"item {row['path']}: no such field: {what}")


def _dates(value: object) -> bool:
    return isinstance(value, list) and all(isinstance(d, str) and DATE.fullmatch(d) for d in value)
