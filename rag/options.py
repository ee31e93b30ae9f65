"""Options that several commands have, and what their values may be.

Knows: names, help texts, languages. Does not know: commands.
"""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from index.errors import QuestionRefused
from rag.nouns import LANGUAGES, Language

LibraryOption = Annotated[
    Path | None,
    typer.Option("--library", help="Folder of the library.", show_default=".raadpleeg/library"),
]
DemoOption = Annotated[bool, typer.Option("--demo", help="Use the library of specimen papers.")]
JsonOption = Annotated[bool, typer.Option("--json", help="Print one JSON object.")]
KindOption = Annotated[
    str | None, typer.Option(help="verslag, 'geannoteerde agenda', brief or overig.")
]
SinceOption = Annotated[str | None, typer.Option(help="Only from this year, month or day on.")]
UntilOption = Annotated[str | None, typer.Option(help="Only up to this year, month or day.")]
ForceOption = Annotated[bool, typer.Option("--force", help="Write over a file that is there.")]
LanguageOption = Annotated[
    str | None,
    typer.Option(
        "--language",
        help="nl or en: of the words around the quotes and of what a model writes; left out: the "
        "language of the topic, else nl.",
    ),
]


def language_given(given: str | None) -> Language | None:
    """The language asked for, None where none was; raises QuestionRefused for another."""
    if given is None:
        return None
    for language in LANGUAGES:
        if given == language:
            return language
    raise QuestionRefused(f"--language: {given!r} is neither nl nor en; give one of them")
