"""Kinds of act: a regulation and a directive on one matter are two files.

Knows: what each kind is called in titles and topics, in Dutch and English. Does not know: topics.
"""

from __future__ import annotations

import re

ACTS = {
    "regulation": re.compile(r"verordening|regulation|\w-vo\b", re.I),
    "directive": re.compile(r"richtlijn(?!en)|directive", re.I),
    "recommendation": re.compile(r"aanbeveling(?!en)|\brecommendation\b", re.I),
    "conclusions": re.compile(r"raadsconclusies|council conclusions|^conclusies\b", re.I),
    "treaty": re.compile(r"verdrag|overeenkomst|\bconvention\b|\btreaty\b|\bagreement\b", re.I),
    "decision": re.compile(r"besluit\b|\bdecision\b", re.I),
    "strategy": re.compile(r"strategie|strategy", re.I),
}
Acts = frozenset[str]


def acts_of(text: str) -> Acts:
    """The kinds of act that a text names."""
    return frozenset(kind for kind, called in ACTS.items() if called.search(text))


def others(asked: Acts, named: Acts) -> bool:
    """True when kinds of act are asked for and only other ones are named."""
    return bool(asked) and bool(named) and not asked & named
