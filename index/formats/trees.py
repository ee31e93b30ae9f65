"""XML as a tree, with nothing in it followed, expanded or fetched.

Knows: what makes XML dangerous (document types, entities, depth, sheer size). Does not know:
what the elements mean. Names come without their namespaces: the vocabularies read here do not
clash.
"""

from __future__ import annotations

import re
from xml.etree.ElementTree import Element, ParseError, TreeBuilder

from defusedxml.common import DefusedXmlException
from defusedxml.ElementTree import (
    DefusedXMLParser,
)

from index.errors import FileRefused
from index.formats.characters import decode
from index.formats.limits import MAX_DEPTH, check_tags

_DECLARATION = re.compile(r"\s*<\?xml\b[^>]*\?>")
_STATED = re.compile(rb"<\?xml\b[^>]*?\bencoding\s*=\s*[\"']([\w.:-]{1,40})[\"']")


class _TooDeepError(ValueError):
    """Elements inside elements beyond any paper's need."""


class _Builder(TreeBuilder):
    """A tree builder that drops namespaces, comments and instructions, and counts depth."""

    def __init__(self) -> None:
        super().__init__()
        self.depth = 0

    def start(self, tag: str, attrs: dict[str, str], /) -> Element:
        self.depth += 1
        if self.depth > MAX_DEPTH:
            raise _TooDeepError
        local = {name.rpartition("}")[2]: value for name, value in attrs.items()}
        return super().start(tag.rpartition("}")[2], local)

    def end(self, tag: str, /) -> Element:
        self.depth -= 1
        return super().end(tag.rpartition("}")[2])


def parse_xml(raw: bytes, name: str, what: str = "XML") -> tuple[Element, tuple[str, ...]]:
    """The root element of `raw`, and warnings about its characters. `what` names it in messages.

    Raises FileRefused for XML that is broken, too deep, too large, or that has a document type.
    """
    check_tags(raw.count(b"<"), name)
    stated = _STATED.search(raw[:400])
    text, warnings = decode(raw, stated[1].decode("ascii") if stated else None)
    parser = DefusedXMLParser(target=_Builder(), forbid_dtd=True)
    try:
        parser.feed(_DECLARATION.sub("", text.lstrip("\ufeff"), count=1))
        root: Element = parser.close()
    except DefusedXmlException:
        raise FileRefused(
            name,
            f"its {what} defines a document type or entities, which are not read;"
            " save it without a DOCTYPE",
        ) from None
    except _TooDeepError:
        raise FileRefused(
            name, f"its {what} is nested more than {MAX_DEPTH} deep; save the file anew"
        ) from None
    except UnicodeError:
        raise FileRefused(name, f"its {what} is broken; save or download the file again") from None
    except ParseError as error:
        line = error.position[0]
        raise FileRefused(
            name, f"its {what} is broken at line {line}; save or download the file again"
        ) from None
    return root, warnings
