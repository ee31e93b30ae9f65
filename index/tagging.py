"""The words of a Dutch sentence with what each can do in a clause, one letter a word.

Knows: `letters.tsv` (prepositions, subordinators, ...), `verbs.tsv`, `offices.tsv`, the actors'
names. Does not know: how words make clauses (`index.clauses`). A letter a word makes the
sentence a short string on which the grammar is a handful of regular expressions.

A an actor's name, G an unnamed group, O an office, J an adjective of a country, N a word for
someone's position, D determiner or number, j adjective, n capitalised word, P preposition,
F "van" or "voor", S subordinator, T "terwijl" or "zoals", Q "volgens", b "betreft", s "zijde",
q "aantal", R "hij" or "zij", H "het", I "ik" or "wij", V finite verb
of a speaker, v other finite verb, X auxiliary, W passive auxiliary, t participle or infinitive of
a speaker's verb, k word of attitude, C "en", m "maar", e light adverb, w the rest.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from index.actors import MEMBER_STATES, NOBODY, actors

Name = tuple[list[str], str]  # its words, its letter
UNCLEAR = re.compile("[dyz]")
NAMING = "AGJON"
OFFICE_LETTERS = {"office": "O", "group": "G", "position": "N"}
MOST_WORDS = 200_000  # whose letters are kept
FOLDER = Path(__file__).parent
TOKEN = re.compile(r"\w+(?:['’.-]\w+)*|[,;:()?–]|-(?= )")
COUNTRY_ADJECTIVE = re.compile(r"(?:se|sche|ish|ian|Dutch)$")
# a people is not its state: "Oekraïners" are mostly those who fled
PEOPLE = re.compile(
    r"(?:[a-zë]ers|anen|eren|ezen|ians|mans|Danes|Poles|Swedes|Finns|Greeks|Czechs|Croats|Slovaks|"
    r"Slovenes|Spaniards|Letten|Esten|Finnen|Denen|Grieken|Bulgaren|Kroaten|Tsjechen|Slowaken|"
    r"Roemenen|Belgen|Fransen|Britten|Russen|Turken|Amerikanen)$"
)

# "de vragen", "verdere eisen" are nouns, unless the clause ends there: "de oriëntatie steunen"
NOUN_LIKE = re.compile(r"[DJPF][Vv]|(?:^|[PF])H[Vv]|j[Vv](?![,;S]|$)")
# verbs in the singular that are nouns too, by what stands before: "groot verzet", "van start"
NOUNS = dict.fromkeys("PFH", frozenset("besluit bericht verzet start".split()))
# a plural past ("steunden", "vonden") is no noun; "berichten", "kosten" may be
PLURAL_NOUN = re.compile(r"(?<![dt])en$|^(?:be(?:richt|sluit|twist)|kost|uit|start)en$")
NOUNS["j"] = NOUNS["H"] | frozenset("staat wil kost verwacht verplicht vroeg".split())
NUMBER_LIKE = re.compile(r"D(?=[HAO]|D[AOG])|(?<=[AGOn])D")  # "acht het kabinet", not "acht landen"


@dataclass(frozen=True, slots=True)
class Tagged:
    """The words of a sentence (or of a part of it), and a letter for each.

    people: names of ministers and the states that the paper says they are of.
    """

    words: list[str]
    shape: str
    people: Mapping[str, str] | None = None

    @property
    def text(self) -> str:
        """The words with a space between them."""
        return " ".join(self.words)

    def part(self, start: int, end: int) -> Tagged:
        """The words `start`..`end` alone."""
        if start == 0 and end == len(self.words):
            return self
        return Tagged(self.words[start:end], self.shape[start:end], self.people)

    def named(self, at: int) -> tuple[str, ...]:
        """The actors that word `at` names, () when none."""
        return _lexicon()[1].get(self.words[at], ()) if self.shape[at] in NAMING else ()


class _Letters(dict[str, str]):
    """The letter of a word by the lists, else by its looks; what was looked up is kept."""

    def __missing__(self, word: str) -> str:
        letter = _by_looks(word)
        if len(self) < MOST_WORDS:
            self[word] = letter
        return letter


@cache
def _lexicon() -> tuple[_Letters, dict[str, tuple[str, ...]], dict[str, list[Name]]]:
    """Letters of words, actors that words name, names of several words by their first."""
    letters = _Letters()
    for letter, _, listed in _rows("letters.tsv"):
        for word in listed.split():
            letters.setdefault(word, letter)
    for kind, finite, other in _rows("verbs.tsv"):
        for word in finite.split():
            letters.setdefault(word, "V" if kind == "says" else "v")
        for word in other.split() if kind == "says" else ():
            letters.setdefault(word, "t")
    for word, letter in list(letters.items()):
        letters.setdefault(word[0].upper() + word[1:], letter)
    for letter, word in (("d", "dat"), ("y", "die"), ("z", "zijn"), ("H", "het")):
        letters[word] = letters[word.capitalize()] = letter
    named: dict[str, tuple[str, ...]] = {}
    for form, letter, actor in _offices():
        letters[form], named[form] = letter, tuple(actor.split("; ")) if actor else ()
    return letters, named, _names(letters, named)


def _offices() -> Iterator[tuple[str, str, str]]:
    """Each office, group and position (offices and groups with a capital as well)."""
    for kind, actor, names in _rows("offices.tsv"):
        for name in names.split() if kind in OFFICE_LETTERS else ():
            yield name, OFFICE_LETTERS[kind], actor
            if kind != "position" and name[0].islower():
                yield name[0].upper() + name[1:], OFFICE_LETTERS[kind], actor


def _names(letters: _Letters, named: dict[str, tuple[str, ...]]) -> dict[str, list[Name]]:
    """The actors' names, those of one word put into the lists; other bodies' names name nobody."""
    longer: dict[str, list[Name]] = {}
    for actor in actors().values():
        for name in (name for name in actor.names if not PEOPLE.search(name)):
            words = TOKEN.findall(name)
            letter = "G" if actor.value == MEMBER_STATES else "A"
            letter = "J" if COUNTRY_ADJECTIVE.search(name) else letter
            if letters.get(name) == "O":
                continue  # an office, whose country its own words may name: "de Deense regering"
            if len(words) == 1:
                letters[name], named[name] = letter, (actor.value,)
            else:
                named[" ".join(words)] = (actor.value,)
                longer.setdefault(words[0], []).append((words, letter))
    for name in NOBODY:
        words = name.split()
        longer.setdefault(words[0], []).append((words, "w"))
    for first, names in longer.items():
        names.sort(key=lambda found: -len(found[0]))
        names.append(([first], letters[first]))
        letters[first] = "*"
    return longer


def _rows(name: str) -> list[list[str]]:
    """The rows of a table beside this file, without its head."""
    lines = (FOLDER / name).read_text(encoding="utf-8").splitlines()[1:]
    return [line.split("\t") for line in lines]


@cache
def office_words() -> tuple[frozenset[str], frozenset[str], frozenset[str]]:
    """The fields of ministers, those that only Dutch ministers have, names of Dutch ministers."""
    found: dict[tuple[str, str], frozenset[str]] = {}
    for kind, actor, names in _rows("offices.tsv"):
        found[kind, actor] = frozenset(names.split())
    home = found["field", "NL"]
    return found["field", ""] | home, home, found["person", "NL"]


def tagged(sentence: str, people: Mapping[str, str] | None = None) -> Tagged:
    """The words of `sentence`, each with its letter; a name of several words is one word.

    people: names of ministers and the states that the paper says they are of.
    """
    letters, _, longer = _lexicon()
    words: list[str] = TOKEN.findall(sentence)
    line = [letters[word] for word in words]
    if "*" in line:
        for at in [i for i, letter in enumerate(line) if letter == "*"][::-1]:
            for name, letter in longer[words[at]]:
                if words[at : at + len(name)] == name:
                    words[at : at + len(name)] = [" ".join(name)]
                    line[at : at + len(name)] = [letter]
                    break
    for unclear in UNCLEAR.finditer("".join(line)):
        at = unclear.start()
        line[at] = _in_context(line[at], line[at - 1] if at else "^", words[at - 1])
    return Tagged(words, _nouns_apart("".join(line), words), people)


def _nouns_apart(shape: str, words: list[str]) -> str:
    """The shape with nouns that look like verbs, and "acht" that looks like a number, set right."""
    for found in NOUN_LIKE.finditer(shape):
        at = found.end() - 1
        before, text = shape[at - 1], words[at]
        number = before == "D" and words[at - 1].isdigit()  # "in 2031 steunden", not "27 eisen"
        if number and (len(words[at - 1]) == 4 or not text.endswith("en")):
            continue
        after_te = before == "P" and words[at - 1] == "te"
        noun_like = text in NOUNS.get(before, ()) or PLURAL_NOUN.search(text)
        if before in "PFHj" and not (after_te or noun_like):
            continue
        letter = "i" if after_te else "w"
        shape = f"{shape[:at]}{letter}{shape[at + 1 :]}"
    for numeral in NUMBER_LIKE.finditer(shape):
        at = numeral.start()
        if words[at] == "acht":
            shape = f"{shape[:at]}V{shape[at + 1 :]}"
    return shape


def _by_looks(text: str) -> str:
    """The letter of a word that stands in no list."""
    if not text[0].isalnum():
        return text[0]
    if text[0].isdigit():
        return "D"
    adjective = text.endswith("e") and not text.endswith("ie")
    if text[0].isupper():
        return "j" if text.endswith("elijke") else "n"
    return "j" if adjective else "w"


def _in_context(letter: str, before: str, word: str) -> str:
    """The letter of "dat" (d), "die" (y) and "zijn" (z), by the word before and its letter."""
    if letter == "y":
        return "D" if before in "PFVvXWeCm^" else "S"
    if letter == "d":
        joined = before in "PF" and word not in ("aan", "uit")
        return "D" if before in "XW^" or joined else "S"
    return "D" if before in "PFVvXWCmtkS^" else "X"
