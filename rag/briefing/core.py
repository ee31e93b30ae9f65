"""Which items are on the topic and which only mention it, and which paper tells where it stands.

Knows: that an item of which half or more is on the topic is on it when it names the topic as well,
that a report tells what came of the agenda of its meeting. Does not know: what is quoted of them.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from rag.dossier import DossierItem
from rag.dossier_sentences import ANCHOR
from rag.dossier_subject import Subject
from rag.meeting_papers import MeetingPapers
from rag.told import told

MUCH = 0.5  # share of an item's sentences from which it does not merely mention the topic

Place = tuple[str, str]  # a document and the path of an item in it


def place(item: DossierItem) -> Place:
    """Where an item stands."""
    return item.document.id, item.item.path


def much(item: DossierItem) -> bool:
    """True when half or more of an item is on the topic."""
    return len(item.sentences) >= MUCH * len(told(item.document, item.item))


def core_of(subject: Subject, items: Iterable[DossierItem]) -> frozenset[Place]:
    """The items on the topic itself.

    A heading under such an item that names nothing of the topic may be of another subject.
    """
    return frozenset(place(item) for item in items if much(item) and _named(subject, item))


def _named(subject: Subject, item: DossierItem) -> bool:
    said = " ".join(one.text for one in item.sentences)
    return subject.share(f"{item.item.title or ''} {said}") >= ANCHOR


def naming(subject: Subject, items: Iterable[DossierItem]) -> frozenset[tuple[str, int]]:
    """The sentences that name the topic themselves, by document and start."""
    return frozenset(
        (item.document.id, one.span.start)
        for item in items
        for one in item.sentences
        if subject.share(one.text) >= ANCHOR
    )


def papers_with(items: Iterable[DossierItem], core: frozenset[Place]) -> list[str]:
    """The papers that hold a core item, in order of date; every paper where none does."""
    every = list(items)
    own = [item for item in every if place(item) in core] or every
    return list(dict.fromkeys(item.document.id for item in own))


def newest_report(
    items: Sequence[DossierItem], core: frozenset[Place], meetings: Sequence[MeetingPapers]
) -> tuple[DossierItem, ...]:
    """The items from which the outcome is told; none without a report.

    Of the newest report with a core item, or that of the meeting for which the newest paper with
    one was written: its core items, else all that it holds on the topic.
    """
    with_core = papers_with(items, core)
    together = same_meeting(with_core[-1], meetings)
    reports = [one for one in items if one.document.kind == "verslag"]
    able = [r for r in reports if r.document.id in with_core or r.document.id in together]
    if not (able or reports):
        return ()
    newest = (able or reports)[-1].document.id
    own = [one for one in items if one.document.id == newest]
    wholly = [one for one in own if place(one) in core]
    return tuple(_without_parts(wholly) or own)


def _without_parts(items: Sequence[DossierItem]) -> list[DossierItem]:
    """Without the headings under one of them: of a report they hold background and appreciation."""
    paths = [one.item.path for one in items]
    return [one for one in items if not any(one.item.path.startswith(f"{p}/") for p in paths)]


def same_meeting(document: str, meetings: Sequence[MeetingPapers]) -> frozenset[str]:
    """All papers of the meeting that a paper is of, itself among them; itself alone without one."""
    for meeting in meetings:
        ids = frozenset(entry.id for entry in meeting.entries)
        if document in ids:
            return ids
    return frozenset((document,))
