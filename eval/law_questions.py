"""Dutch questions about the law with the passages that answer them, as their makers publish them.

Knows: the two CSV files (articles of law in pieces, questions with the ids of their pieces) and
their faults. Does not know: search, measures.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from eval.collection import Collection, Query, Text, collection
from index.errors import FileRefused, RaadpleegError

_TEXTS, _QUESTIONS = "knowledge_corpus*.csv", "QA_set*.csv"
_HEADINGS = ("law_name", "titel_titel", "hoofdstuk_titel", "afdeling_titel", "paragraaf_titel")
_TEXT_COLUMNS = ("DOC_ID", "text", *_HEADINGS, "article_name")
_QUESTION_COLUMNS = ("question_id", "question", "human_attribution")
_DOUBLY_ENCODED = ("Ã", "Â", "â€")  # how UTF-8 looks that was read as Windows' own letters

Cells = Mapping[str, str]


def is_law_questions(folder: Path) -> bool:
    """True when the folder holds one file of each kind."""
    return all(len(list(folder.glob(kind))) == 1 for kind in (_TEXTS, _QUESTIONS))


def load_law_questions(folder: Path) -> Collection:
    """The release in `folder`; a text's title is the law and the headings it stands under.

    Raises FileRefused or RaadpleegError naming file and line when it is broken.
    """
    return collection(
        folder,
        ((place, _text(cells)) for place, cells in _rows(folder, _TEXTS, _TEXT_COLUMNS)),
        (
            (place, Query(cells["question_id"], mended(cells["question"]), "nl"))
            for place, cells in _rows(folder, _QUESTIONS, _QUESTION_COLUMNS)
        ),
        (
            (place, (cells["question_id"], text.strip(), 1))
            for place, cells in _rows(folder, _QUESTIONS, _QUESTION_COLUMNS)
            for text in cells["human_attribution"].split(",")
        ),
    )


def mended(text: str) -> str:
    """`text` with letters that were encoded twice set right; "beÃ«indigd" is "beëindigd"."""
    if not any(sign in text for sign in _DOUBLY_ENCODED):
        return text
    try:
        return text.encode("cp1252").decode("utf-8")
    except UnicodeError:
        return text


def _text(cells: Cells) -> Text:
    headings = [cells[column].strip() for column in (*_HEADINGS, "article_name")]
    title = " | ".join(dict.fromkeys(heading for heading in headings if heading))
    return Text(cells["DOC_ID"], mended(title), mended(cells["text"]))


def _rows(folder: Path, kind: str, columns: Sequence[str]) -> Iterator[tuple[str, Cells]]:
    """Each row with its place; refuses a file without these columns, a row without these cells."""
    file = next(folder.glob(kind))
    try:
        with file.open(encoding="utf-8-sig", newline="") as opened:
            rows = csv.DictReader(opened)
            lacking = [column for column in columns if column not in (rows.fieldnames or ())]
            if lacking:
                raise FileRefused(str(file), f"has no column {lacking[0]}; add it")
            for cells in rows:
                place = f"{file}:{rows.line_num}"
                if any(cells[column] is None for column in columns):
                    raise RaadpleegError(f"{place}: has too few cells; mend the line")
                yield place, {column: cells[column] for column in columns}
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise FileRefused(str(file), f"cannot be read ({error})") from None
