"""What a person who extends the glossary should look at: lines left out, and names that mislead.

Knows: how names are recognised, and the shipped terms that a file of one's own meets. Does not
know: questions, how it is told. A broken line is a fault; the rest are remarks, and may be meant.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from index.analyse import fold, is_stop
from index.concepts import ACRONYM, LONGEST, TOKEN, Concept, token_keys
from index.errors import FileRefused
from index.glossary import FILE, REQUIRED, Glossary, glossary, load_glossary

NAMED = 3  # other terms that a remark names
SHORTEST_INITIALS = 3  # letters; of two, too many small words are the initials of something
RemarkKind = Literal["replaces", "ambiguous", "lower case", "never recognised"]


@dataclass(frozen=True, slots=True)
class BrokenLine:
    """A line that is left out: what is wrong with it, and what to do."""

    line: int
    why: str
    remedy: str


@dataclass(frozen=True, slots=True)
class Remark:
    """Something about a `name` of a term, told in one line, that may not be what was meant."""

    line: int
    kind: RemarkKind
    name: str
    says: str


@dataclass(frozen=True, slots=True)
class Checked:
    """A glossary that was looked at: the number of its terms, its faults and remarks by line."""

    file: Path
    terms: int
    broken: tuple[BrokenLine, ...]
    remarks: tuple[Remark, ...]


def check_glossary(file: Path) -> Checked:
    """Look at a glossary as it is used: over the shipped one, unless it is that one itself.

    Raises FileRefused when it cannot be read.
    """
    try:
        own = load_glossary(file)
        shipped = file.samefile(FILE)
        whole = own if shipped else load_glossary(FILE, file)
        lines = file.read_text(encoding="utf-8-sig").splitlines()
    except UnicodeDecodeError:
        raise FileRefused(str(file), "is not UTF-8 text; save it as UTF-8") from None
    except OSError as error:
        why = f"cannot be read as a glossary ({error.strerror}); name another file"
        raise FileRefused(str(file), why) from None
    remarks = [] if shipped else list(_replaced(own, whole))
    mine = frozenset(own.concepts)
    remarks += [remark for concept in own.concepts for remark in _remarks(concept, mine, whole)]
    return Checked(
        file,
        len(own.concepts),
        tuple(_broken(file, problem, lines) for problem in own.problems),
        tuple(sorted(remarks, key=lambda remark: remark.line)),
    )


def _broken(file: Path, problem: str, lines: list[str]) -> BrokenLine:
    """A problem of `load_glossary` ("own.tsv, line 3: has 1 cells ...; left out") with a remedy."""
    number, _, why = problem.removeprefix(f"{file.name}, line ").partition(": ")
    cells = lines[int(number) - 1].split("\t")
    if len(cells) < REQUIRED:
        remedy = "put a tab, not blanks, between the Dutch and the English term"
    elif not TOKEN.search(cells[0]) or not TOKEN.search(cells[1]):
        remedy = "write the Dutch term before the first tab and the English one after it"
    else:
        remedy = "put all other names in one cell, with ; between them"
    return BrokenLine(int(number), why.removesuffix("; left out"), remedy)


def _replaced(own: Glossary, whole: Glossary) -> Iterator[Remark]:
    """Shipped terms that a line of one's own takes the place of, with the names that go."""
    ours: dict[str, list[Concept]] = {}
    for concept in glossary().concepts:
        ours.setdefault(concept.nl[0].casefold(), []).append(concept)
    for concept in own.concepts:
        gone = [name for one in ours.get(concept.nl[0].casefold(), ()) for name in _names(one)]
        if gone:
            lost = [name for name in dict.fromkeys(gone) if concept not in _found(whole, name)]
            says = f"takes the place of our '{concept.nl[0]}'"
            says += f"; repeat here what should stay of {'; '.join(lost)}" if lost else ""
            yield Remark(concept.line, "replaces", concept.nl[0], says)


def _found(whole: Glossary, name: str) -> list[Concept]:
    """The terms that a name, as a whole, is recognised as."""
    words = " ".join(TOKEN.findall(fold(name)))
    return [found.concept for found in whole.find(name) if found.words == words]


def _remarks(concept: Concept, own: frozenset[Concept], whole: Glossary) -> Iterator[Remark]:
    """What there is to say of each name of a term."""
    for name in _names(concept):
        found, long = _found(whole, name), len(TOKEN.findall(fold(name)))
        if long > LONGEST:
            says = f"'{name}' is never recognised: it has {long} words, {LONGEST} at most are "
            says += "looked at; add a shorter name"
            yield Remark(concept.line, "never recognised", name, says)
        elif not found:
            says = f"'{name}' is never recognised: its words say too little; add another name"
            yield Remark(concept.line, "never recognised", name, says)
        elif set(found) != {concept}:
            yield Remark(concept.line, "ambiguous", name, _also(name, concept, found, own))
        if acronym := _lower_case(name, concept, whole):
            says = f"'{name}' looks like an acronym in lower case, and is found in any word so "
            says += f"spelt; write {acronym} if that is meant"
            yield Remark(concept.line, "lower case", name, says)


def _also(name: str, concept: Concept, found: list[Concept], own: frozenset[Concept]) -> str:
    """What else a name stands for, or is taken for instead."""
    others = [other for other in found if other != concept]
    named = ", ".join(
        f"'{other.nl[0]}' ({f'line {other.line}' if other in own else 'ours'})"
        for other in others[:NAMED]
    )
    named += f" and {len(others) - NAMED} more" if len(others) > NAMED else ""
    if concept not in found:
        return f"'{name}' is taken for {named}, and not for this term; add another name"
    return f"'{name}' also stands for {named}; each counts 1/{len(found)}"


def _lower_case(name: str, concept: Concept, whole: Glossary) -> str | None:
    """The acronym that a name seems to be, though not written in capitals."""
    acronym = name.upper()
    if not name.isalpha() or not name.islower() or not ACRONYM.fullmatch(acronym):
        return None
    known = (token_keys(acronym)[0],) in whole.by_key
    return acronym if known or name in _initials(concept) else None


def _initials(concept: Concept) -> set[str]:
    """The first letters of the names of several words, with their small words and without."""
    every = [TOKEN.findall(fold(name).casefold()) for name in _names(concept)]
    told = [*every, *([word for word in words if not is_stop(word)] for words in every)]
    initials = {"".join(word[0] for word in words) for words in told}
    return {letters for letters in initials if len(letters) >= SHORTEST_INITIALS}


def _names(concept: Concept) -> tuple[str, ...]:
    """Each name of a term once, Dutch ones first."""
    return tuple(dict.fromkeys((*concept.nl, *concept.said, *concept.en)))
