"""What kind of statement a sentence reports: support, reservation, call, announcement, ...

Knows: the phrases of `stances.tsv`, negation, conditions; that the main clause decides, that
what follows "dat" counts only after a neutral verb of a state, and that what was overcome or is no
longer asked is no view held now. Does not know: who speaks
(`index.attribution`).
"""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import Literal

from index.actors import actors
from index.alternatives import gathered
from index.tagging import tagged

Stance = Literal[
    "support",
    "conditional",
    "reservation",
    "opposition",
    "abstention",
    "question",
    "call",
    "announcement",
    "fact",
]
STANCES: tuple[Stance, ...] = (
    "support", "conditional", "reservation", "opposition", "abstention",
    "question", "call", "announcement", "fact",
)  # fmt: skip

FILE = Path(__file__).with_name("stances.tsv")
SUBORDINATE = re.compile(
    r"(?:(?<=[,etnp])|(?<=ei)|(?<=nd)|(?<=es)) (?<!achtte )(?<!noemde )"
    r"(?:dat(?! vroeg(?:[,;.]|$))|of)\b|"
    r",? (?:omdat|zodat|terwijl|waarbij|hoewel|zoals|waarvan|waarmee|waarin)\b|, (?:nu|die|al)\b|"
    r" waar (?=[^,;]+ om (?:ha|vr|verzo))|:"
)
ASIDE = re.compile(r", (?:die|dat|wier|waar\w*|wat) [^,]*,(?= \w)")  # a relative clause in between
MARKS: tuple[Stance, ...] = ("opposition", "reservation", "support", "call", "announcement")
WANTED = re.compile(r" ?dat het (?:nodig|noodzakelijk|van belang|belangrijk)\b")
FINITE = re.compile("[VvXW]")
NOT_PRESENT = frozenset(
    "liet zat dacht bracht verzocht onderzocht bezocht heeft moest mocht".split()
)
STATES = re.compile(r"^(?:(?!EP)[A-Z]{2}|member states)$")


@cache
def _phrases(kind: str) -> re.Pattern[str]:
    """All patterns of one kind in `stances.tsv`, as one."""
    rows = [line.split("\t") for line in FILE.read_text(encoding="utf-8").splitlines()[1:]]
    return re.compile(gathered("|".join(pattern for of, pattern in rows if of == kind)))


def stance(clause: str, actor: str, planned: bool = False) -> Stance:
    """The kind of statement that `actor` makes in `clause`.

    planned: the clause stands in an agenda, where the present tense tells what will be done.
    """
    clause = _now(ASIDE.sub("", clause))
    cut = SUBORDINATE.search(clause)
    head = clause[: cut.start()] if cut else clause
    asked = clause[: cut.end()] if cut else clause
    if clause.endswith("?") or _phrases("question").search(asked):
        return "question"
    if _phrases("abstention").search(clause):
        return "abstention"
    found = _first_mark(head)
    state = STATES.match(actor) is not None and actor in actors()
    neutral = _phrases("neutral").search(head) is not None
    rest = clause[cut.start() :] if cut else ""
    if found in (None, "announcement") and ((state and neutral) or not _has_verb(head)):
        inner = _first_mark(rest)
        found = found if inner in (None, "announcement", "fact") else inner
        head = clause
    elif found is None and neutral and WANTED.match(rest):
        found = "call"
    if (state or found == "support") and "voorbehoud" not in head and _on_terms(clause, found):
        return "conditional"
    if _phrases("reserved").search(head) and found != "opposition":
        return "reservation"
    if found == "call" and _only_wants(head):
        return "announcement" if not state else "call"
    if found is None and planned and actor != "NL" and _present(head):
        return "announcement"
    return found or "fact"


def _now(clause: str) -> str:
    """The clause as to today: an objection that was met is support, an earlier one is left out."""
    return _phrases("past").sub("", _phrases("lifted").sub("gesteund", clause))


def _first_mark(text: str) -> Stance | None:
    """The stance whose words come first; opposition and reservation beat what merely precedes."""
    places = [
        (m.start(), order, name)
        for order, name in enumerate(MARKS)
        if (m := _phrases(name).search(text))
    ]
    if not places:
        return None
    strong = [p for p in places if p[2] == "opposition"]
    first = min(places)
    if first[2] in ("call", "announcement") and strong and first[0] < strong[0][0]:
        between = text[first[0] : strong[0][0]]
        return "opposition" if " en " not in between else first[2]
    if first[2] == "announcement" and len(places) > 1:
        return sorted(places)[1][2]
    return first[2]


def _on_terms(clause: str, found: Stance | None) -> bool:
    """True for a view held on terms; "zolang" sets none to what is refused ("niet zolang ...")."""
    if _phrases("conditional").search(clause):
        return True
    refused = found in ("opposition", "reservation")
    return not refused and _phrases("proviso").search(clause) is not None


def _only_wants(head: str) -> bool:
    """True for "wil ... uitbrengen": a plan of one's own rather than a wish of others."""
    without = re.sub(r"\bwil(?:len)?\b", "", head)
    return without != head and _phrases("call").search(without) is None


def _has_verb(head: str) -> bool:
    """True when the words before the first subordinate clause hold a finite verb."""
    return FINITE.search(tagged(head).shape) is not None


def _present(head: str) -> bool:
    """True when the clause's first finite verb stands in the present tense."""
    words = tagged(head)
    verb = FINITE.search(words.shape)
    if verb is None:
        return False
    word = words.words[verb.start()]
    plural = word.endswith("en") and not word.endswith(("den", "ten"))
    return word not in NOT_PRESENT and (word.endswith("t") or plural)
