"""DOCX files for tests, put together part by part so that a test sees the markup it checks."""

from __future__ import annotations

import io
import zipfile

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
KINDS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"


def relations(*targets: tuple[str, str]) -> str:
    """A relations part: (kind, target) each."""
    found = "".join(
        f'<Relationship Id="r{i}" Type="{KINDS}/{kind}" Target="{target}"/>'
        for i, (kind, target) in enumerate(targets)
    )
    return f'<Relationships xmlns="{RELATIONS}">{found}</Relationships>'


def part(tag: str, inside: str) -> str:
    """A Word part with namespace prefix w."""
    return f'<w:{tag} xmlns:w="{W}">{inside}</w:{tag}>'


def docx(body: str, head: str = "", **others: str) -> bytes:
    """A DOCX with this body; `others`: inside of styles, numbering, footnotes, endnotes.

    `head` stands before the root of the main part.
    """
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made:
        made.writestr("[Content_Types].xml", "<Types/>")
        made.writestr("_rels/.rels", relations(("officeDocument", "word/document.xml")))
        made.writestr("word/document.xml", head + part("document", f"<w:body>{body}</w:body>"))
        named = [(kind, f"{kind}.xml") for kind in others]
        made.writestr("word/_rels/document.xml.rels", relations(*named))
        for kind, inside in others.items():
            made.writestr(f"word/{kind}.xml", part(kind, inside))
    return out.getvalue()


def p(inside: str, properties: str = "") -> str:
    """A paragraph; text without markup becomes a run."""
    inside = inside if inside.startswith("<") or not inside else r(inside)
    return f"<w:p><w:pPr>{properties}</w:pPr>{inside}</w:p>"


def r(text: str, properties: str = "") -> str:
    """A run of text."""
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def num(number: int, depth: int = 0) -> str:
    """Paragraph properties that number it."""
    return f'<w:numPr><w:ilvl w:val="{depth}"/><w:numId w:val="{number}"/></w:numPr>'


def level(depth: int, way: str, pattern: str, more: str = "") -> str:
    """A level of a list definition."""
    return (
        f'<w:lvl w:ilvl="{depth}"><w:start w:val="1"/><w:numFmt w:val="{way}"/>{more}'
        f'<w:lvlText w:val="{pattern}"/></w:lvl>'
    )
