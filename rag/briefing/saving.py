"""A briefing to the file that a reader names, in the format that its ending asks for.

Knows: which endings there are. Does not know: formats, file systems (`rag.output_file`).
"""

from __future__ import annotations

from pathlib import Path

from index.errors import FileRefused
from rag import output_file
from rag.overviews import Brief

SUFFIXES = (".docx", ".md")


def check_output(path: Path, *, force: bool = False) -> None:
    """Raises FileRefused for an ending that is neither .docx nor .md, and as `output_file` does."""
    if path.suffix.lower() not in SUFFIXES:
        raise FileRefused(str(path), "ends on neither .docx nor .md; name a file that does")
    output_file.check_output(path, force=force)


def write(brief: Brief, path: Path, *, force: bool = False) -> None:
    """Write the briefing in the format that the ending of `path` asks for; raises FileRefused."""
    check_output(path, force=force)
    if path.suffix.lower() == ".md":
        from rag.briefing.markdown import markdown

        output_file.save(path, markdown(brief).encode(), force=force)
    else:
        from rag.briefing.word import docx

        output_file.save(path, docx(brief), force=force)
