"""Releases for retrieval alone: short texts, questions, and which texts are right for a question.

Knows: folders in the form of BEIR, and what makes a line of theirs broken. Does not know: agenda
items, search, measures. `eval.law_questions` reads a folder of another form into the same nouns.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Annotated, TypeVar

from pydantic import Field

from eval.gold import LANGS, Lang
from eval.json_lines import read_lines
from index.errors import FileRefused, RaadpleegError
from rag.question import understand

CORPUS, QUERIES, QRELS = "corpus.jsonl", "queries.jsonl", "qrels"
_HEAD = ["query-id", "corpus-id", "score"]


@dataclass(frozen=True, slots=True)
class Text:
    """One text that can be found, whole; `title` is empty where it has none."""

    id: str
    title: str
    body: str


@dataclass(frozen=True, slots=True)
class Query:
    """One question to a collection."""

    id: str
    question: str
    lang: Lang


@dataclass(frozen=True, slots=True)
class Collection:
    """Texts, questions, and for each question its texts with what they are worth (1 or more).

    `whole` is False for a part, whose figures cannot be compared with those of the whole.
    """

    name: str
    texts: tuple[Text, ...]
    queries: tuple[Query, ...]
    relevant: Mapping[str, Mapping[str, int]]
    whole: bool = True

    def part(self, limit: int | None, langs: Sequence[str]) -> Collection:
        """The same texts with those of the first `limit` questions that are in `langs`."""
        kept = tuple(query for query in self.queries[:limit] if query.lang in langs)
        return replace(self, queries=kept, whole=self.whole and len(kept) == len(self.queries))


Named = TypeVar("Named", Text, Query)


@dataclass(frozen=True, slots=True)
class _Metadata:
    lang: str | None = None


@dataclass(frozen=True, slots=True)
class _TextLine:
    id: Annotated[str, Field(alias="_id")]
    text: str
    title: str | None = None


@dataclass(frozen=True, slots=True)
class _QueryLine:
    id: Annotated[str, Field(alias="_id")]
    text: str
    metadata: _Metadata | None = field(default=None)


def is_beir(folder: Path) -> bool:
    """True when the folder has the three parts of a BEIR release."""
    return (
        (folder / CORPUS).is_file() and (folder / QUERIES).is_file() and (folder / QRELS).is_dir()
    )


def load_beir(folder: Path) -> Collection:
    """The release in `folder`, checked; questions without a right text are left out.

    Raises FileRefused or RaadpleegError naming file and line when it is broken.
    """
    texts = [
        (p, Text(t.id, t.title or "", t.text)) for p, t in read_lines(folder / CORPUS, _TextLine)
    ]
    queries = [(p, _query(q)) for p, q in read_lines(folder / QUERIES, _QueryLine)]
    judged = _judgements(_qrels(folder / QRELS))
    return collection(folder, texts, queries, judged)


def collection(
    folder: Path,
    texts: Iterable[tuple[str, Text]],
    queries: Iterable[tuple[str, Query]],
    judged: Iterable[tuple[str, tuple[str, str, int]]],
) -> Collection:
    """A collection of what was read, each with its place; ids are unique and known where used.

    judged: question id, text id, worth; what is worth nothing is passed over.
    """
    by_id, asked = _unique(texts), _unique(queries)
    relevant: dict[str, dict[str, int]] = {}
    for place, (query, text, worth) in judged:
        if query not in asked or text not in by_id:
            unknown = f"text {text}" if query in asked else f"question {query}"
            raise RaadpleegError(f"{place}: there is no {unknown}; mend the id or drop the line")
        if worth > 0:
            relevant.setdefault(query, {})[text] = worth
    kept = tuple(query for id_, query in asked.items() if id_ in relevant)
    if not kept:
        raise FileRefused(str(folder), "has no question with a right text; add one")
    return Collection(folder.resolve().name, tuple(by_id.values()), kept, relevant)


def language(question: str) -> Lang:
    """The language that the product takes a question to be in."""
    return understand(question).language


def _unique(read: Iterable[tuple[str, Named]]) -> dict[str, Named]:
    """By id; refuses an id given twice."""
    found: dict[str, Named] = {}
    for place, each in read:
        if each.id in found:
            raise RaadpleegError(f"{place}: id {each.id} was given before; ids must be unique")
        found[each.id] = each
    return found


def _query(line: _QueryLine) -> Query:
    said = line.metadata.lang if line.metadata else None
    stated = next((lang for lang in LANGS if lang == said), None)
    return Query(line.id, line.text, stated or language(line.text))


def _qrels(folder: Path) -> Path:
    """test.tsv, or the only file there is."""
    files = sorted(folder.glob("*.tsv"))
    test = folder / "test.tsv"
    if test in files:
        return test
    if len(files) != 1:
        there = ", ".join(file.name for file in files) or "nothing"
        raise FileRefused(str(folder), f"holds {there}; it needs test.tsv, or one file alone")
    return files[0]


def _judgements(file: Path) -> Iterable[tuple[str, tuple[str, str, int]]]:
    try:
        lines = file.read_text(encoding="utf-8-sig").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise FileRefused(str(file), f"cannot be read ({error})") from None
    for number, line in enumerate(lines, start=1):
        cells = line.split("\t")
        if not line.strip() or (number == 1 and cells == _HEAD):
            continue
        place = f"{file}:{number}"
        if len(cells) != len(_HEAD) or not cells[2].strip().lstrip("-").isdigit():
            raise RaadpleegError(f"{place}: needs question id, text id and a whole number, tabbed")
        yield place, (cells[0], cells[1], int(cells[2]))
