"""How a briefing looks in Word: styles, page, language, what the file says of itself.

Knows: the names that Word gives its styles, and what python-docx's empty document brings along.
Does not know: what stands in a briefing.
"""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from rag.briefing.footnotes import REFERENCE_STYLE, TAGS, TEXT_STYLE
from rag.briefing.seen import short
from rag.overviews import Brief

if TYPE_CHECKING:
    from docx.document import Document
    from docx.styles.style import ParagraphStyle

MAKER = "Raadpleeg"
LONGEST_PROPERTY = 255  # characters that the format allows a property of the file
_BLUE, _GREY = (0x15, 0x42, 0x73), (0x55, 0x55, 0x55)
_LOOKS = {  # points: size of the letters, room before and after a paragraph
    "Normal": (10, 0, 3),
    "Title": (18, 0, 4),
    "Subtitle": (9, 0, 6),
    "Heading 1": (13, 11, 4),
    "Heading 2": (10.5, 6, 2),
    "List Bullet": (8.5, 0, 0),
}


def empty_document(brief: Brief) -> Document:
    """A document with the styles, page and properties of a briefing, and nothing in it."""
    import docx

    document = docx.Document()
    _page(document)
    for name in _LOOKS:
        _style(document, name)
    _note_styles(document)
    _language(document, TAGS[brief.language])
    _properties(document, brief)
    return document


def _page(document: Document) -> None:
    """A4 with margins of about 2 cm, and no preview picture of another document."""
    from docx.shared import Cm

    section = document.sections[0]
    section.page_width, section.page_height = Cm(21.0), Cm(29.7)
    section.left_margin = section.right_margin = Cm(2.0)
    section.top_margin = section.bottom_margin = Cm(2.0)
    relations = document.part.package.rels
    for key in [key for key, one in relations.items() if one.reltype.endswith("/thumbnail")]:
        del relations[key]


def _style(document: Document, name: str) -> None:
    """Size, room and colour of a style, headings kept with what follows."""
    from docx.oxml.ns import qn
    from docx.shared import Pt, RGBColor

    style: ParagraphStyle = document.styles[name]
    size, before, after = _LOOKS[name]
    style.font.size = Pt(size)
    style.font.name = "Calibri"
    fonts = style.element.rPr.rFonts  # a font of the theme would win over one that is named
    for given in [key for key in fonts.attrib if key.endswith("Theme")]:
        del fonts.attrib[given]
    fonts.set(qn("w:cs"), "Calibri")
    for wide in style.element.rPr.findall(qn("w:spacing")):  # letters set apart read worse
        style.element.rPr.remove(wide)
    style.paragraph_format.space_before = Pt(before)
    style.paragraph_format.space_after = Pt(after)
    style.paragraph_format.line_spacing = 1.05
    if name == "Subtitle":
        style.font.italic, style.font.bold = False, False
        style.font.color.rgb = RGBColor(*_GREY)
    elif name not in ("Normal", "List Bullet"):
        style.font.italic, style.font.bold = False, True
        style.font.color.rgb = RGBColor(*_BLUE)
        style.paragraph_format.keep_with_next = True


def _note_styles(document: Document) -> None:
    """The two styles of footnotes, under the names by which Word knows them as its own."""
    from docx.enum.style import WD_STYLE_TYPE
    from docx.shared import Pt

    text = document.styles.add_style("footnote text", WD_STYLE_TYPE.PARAGRAPH, builtin=True)
    text.element.styleId = TEXT_STYLE
    text.base_style = document.styles["Normal"]
    text.font.size = Pt(8)
    text.paragraph_format.space_after = Pt(0)
    text.paragraph_format.line_spacing = 1.0
    called = document.styles.add_style("footnote reference", WD_STYLE_TYPE.CHARACTER, builtin=True)
    called.element.styleId = REFERENCE_STYLE
    called.font.superscript = True


def _language(document: Document, tag: str) -> None:
    """The language of all that names no other, and the newest behaviour of Word."""
    from docx.oxml.ns import qn

    for said in document.styles.element.iter(qn("w:lang")):
        said.set(qn("w:val"), tag)
    settings = document.settings.element
    for said in settings.iter(qn("w:themeFontLang")):
        said.set(qn("w:val"), tag)
    for setting in settings.iter(qn("w:compatSetting")):
        if setting.get(qn("w:name")) == "compatibilityMode":
            setting.set(qn("w:val"), "15")
    for checked in settings.findall(qn("w:proofState")):  # nobody has checked the spelling
        settings.remove(checked)


def _properties(document: Document, brief: Brief) -> None:
    """What the file says of itself: title and language; a program made it, no person is named."""
    properties = document.core_properties
    properties.title = short(brief.title, LONGEST_PROPERTY)
    properties.subject = short(brief.topic, LONGEST_PROPERTY)
    properties.author = properties.last_modified_by = MAKER
    properties.comments = short(brief.note, LONGEST_PROPERTY)
    properties.keywords = ""
    properties.language = TAGS[brief.language]
    properties.created = properties.modified = datetime.now(UTC).replace(tzinfo=None)
    properties.revision = 1
