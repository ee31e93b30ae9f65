"""Reads the notation of a specimen paper into its blocks, in the order in which they are printed.

Knows: the marks of the notation. Does not know: formats, or which block belongs to which item.

A file opens with its metadata between two lines `---`, then the notice `SPECIMEN: …`. After
that each line is one block: `!masthead` and `!title` announce those parts, `#` a topic of the
covering letter, `##` a section, `###` an item, `####` a sub-item, `#####` a heading inside an
item, `=` an agenda tag, `+` a line of an enumeration, `-` a bullet. `[^1]` calls footnote 1 and
`[^1]: …` gives its text.
"""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

from index.errors import FileRefused
from index.specimen.blocks import Block, BlockKind, SpecimenPaper

HEADINGS: dict[str, BlockKind] = {
    "#": "topic",
    "##": "section",
    "###": "item",
    "####": "sub-item",
    "#####": "sub-heading",
}
LINES: dict[str, BlockKind] = {"=": "tag", "+": "enumeration", "-": "bullet"}
MARKS: dict[BlockKind, re.Pattern[str]] = {
    "section": re.compile(r"(?P<mark>(?P<number>[IVX]+)\.)\s+"),
    "item": re.compile(r"(?P<mark>(?P<number>\d{1,2})\.)\s+"),
    "sub-item": re.compile(r"(?P<mark>(?P<number>[a-z])[.)]{1,2})\s+"),
    "enumeration": re.compile(r"(?P<mark>\(?(?P<number>\d{1,2}|[a-z])[.)]{1,2})\s+"),
}
FIELDS = (
    "kind",
    "title",
    "meeting_dates",
    "place",
    "formality",
    "kamerstuk",
    "chamber",
    "letter_date",
    "presidency",
)
KINDS = ("verslag", "geannoteerde agenda", "brief")

CALL = re.compile(r"\[\^(\d+)\]")
DEFINITION = re.compile(r"\[\^(\d+)\]:\s+(.+)")
DATELINE = re.compile(r"[A-Z][\w ’'-]+, \d{1,2} [a-z]+ \d{4}")
SIGNER = re.compile(r"(De|Mede namens de) (minister|staatssecretaris)\b.{0,100},", re.IGNORECASE)


def parse(path: Path) -> SpecimenPaper:
    """The paper in the file `path`; raises FileRefused naming the line that breaks the notation."""
    return parse_text(path.stem, path.read_text(encoding="utf-8"))


def parse_text(name: str, source: str) -> SpecimenPaper:
    """The paper written in `source`; raises FileRefused as `parse` does."""
    lines = [(at, line.strip()) for at, line in enumerate(source.splitlines(), start=1)]
    metadata, body = _front(name, lines)
    if not body or not body[0][1].startswith("SPECIMEN: "):
        raise FileRefused(name, "the line after the metadata must begin with 'SPECIMEN: '")
    blocks, notes = _blocks(name, body[1:])
    return SpecimenPaper(
        name=name,
        kind=metadata["kind"],
        title=metadata["title"],
        meeting_dates=tuple(re.findall(r"\d{4}-\d\d-\d\d", metadata["meeting_dates"])),
        place=metadata["place"] or None,
        formality=metadata["formality"] or None,
        kamerstuk=metadata["kamerstuk"] or None,
        chamber=metadata["chamber"] or None,
        letter_date=metadata["letter_date"] or None,
        presidency=metadata["presidency"] or None,
        notice=body[0][1],
        blocks=blocks,
        notes=notes,
    )


Numbered = list[tuple[int, str]]


def _front(name: str, lines: Numbered) -> tuple[dict[str, str], Numbered]:
    """Metadata by field, and the lines after it that are not blank."""
    rules = [place for place, (_, line) in enumerate(lines) if line == "---"]
    if rules[:1] != [0] or len(rules) == 1:
        raise FileRefused(name, "the file must open with metadata between two lines '---'")
    metadata = {}
    for at, line in lines[1 : rules[1]]:
        field, colon, told = line.partition(":")
        if field not in FIELDS or not colon:
            raise FileRefused(name, f"line {at}: {field!r} is no metadata field; use {FIELDS}")
        metadata[field] = told.strip()
    if missing := [field for field in FIELDS if field not in metadata]:
        raise FileRefused(name, f"metadata lacks {', '.join(missing)}; add it, empty if unknown")
    if metadata["kind"] not in KINDS:
        raise FileRefused(name, f"kind {metadata['kind']!r} must be one of {KINDS}")
    return metadata, [(at, line) for at, line in lines[rules[1] + 1 :] if line]


def _blocks(name: str, lines: Numbered) -> tuple[tuple[Block, ...], tuple[str, ...]]:
    """Blocks and footnote texts; what a plain line is depends on the part that it stands in."""
    blocks: list[Block] = []
    notes: dict[int, str] = {}
    plain: BlockKind = "paragraph"
    for at, line in lines:
        if definition := DEFINITION.fullmatch(line):
            notes[int(definition[1])] = definition[2]
        elif line in ("!masthead", "!title"):
            plain = "masthead" if line == "!masthead" else "title"
        else:
            if plain == "paragraph" and SIGNER.fullmatch(line) and not _sectioned(blocks):
                plain = "signature"
            block = _block(f"{name}: line {at}", line, plain)
            blocks.append(block)
            dated = plain == "masthead" and DATELINE.fullmatch(line)
            if dated or plain == "title" or block.kind in HEADINGS.values():
                plain = "paragraph"
    if not blocks:
        raise FileRefused(name, "nothing follows the notice; write the paper there")
    head = [block for block in blocks if block.kind == "masthead"]
    if head and not DATELINE.fullmatch(head[-1].text):
        raise FileRefused(name, "the letter head must end with its date: 'Den Haag, 1 mei 2022'")
    _check_notes(name, blocks, notes)
    return tuple(blocks), tuple(notes[number] for number in sorted(notes))


def _sectioned(blocks: list[Block]) -> bool:
    """True once the annexed paper has begun: ministers sign the letter, never the annex."""
    return any(block.kind in ("title", "section") for block in blocks)


def _block(where: str, line: str, plain: BlockKind) -> Block:
    sign, _, rest = line.partition(" ")
    kind = HEADINGS.get(sign) or LINES.get(sign)
    if kind is None:
        if sign.startswith(("#", "!", "[^")):
            raise FileRefused(where, f"{sign!r} is no mark of this notation")
        return _lifted(Block(plain, line))
    rest = rest.strip()
    if not rest:
        raise FileRefused(where, f"nothing follows {sign!r}")
    found = MARKS[kind].match(rest) if kind in MARKS else None
    if found is None:
        if kind in ("section", "sub-item", "enumeration"):
            raise FileRefused(where, f"a {kind} needs a number or letter, such as 'I.', 'a)', '1.'")
        return _lifted(Block(kind, rest))
    return _lifted(Block(kind, rest[found.end() :], found["mark"], found["number"]))


def _lifted(block: Block) -> Block:
    """The block with its footnote calls taken out of the text."""
    text, calls = "", []
    last = 0
    for call in CALL.finditer(block.text):
        text += block.text[last : call.start()]
        calls.append((len(text), int(call[1])))
        last = call.end()
    return replace(block, text=text + block.text[last:], calls=tuple(calls))


def _check_notes(name: str, blocks: list[Block], notes: dict[int, str]) -> None:
    called = [number for block in blocks for _, number in block.calls]
    if called != list(range(1, len(called) + 1)):
        raise FileRefused(name, f"footnotes must be called 1, 2, 3 …, not {called}")
    if sorted(notes) != called:
        raise FileRefused(name, f"footnotes called: {called}, defined: {sorted(notes)}")
