"""The same questions answered by several systems, or asked in several ways: figures side by side.

Knows: which differences are shown, always over pairs of the same question. Does not know: how a
value was measured.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from eval.gold import LANGS, Lang
from eval.intervals import Figure, difference, mean, share
from eval.ranking import Values
from eval.scorecard import Group, Section

_BESIDE = 2  # measures whose values stand beside each other for each way of asking


@dataclass(frozen=True, slots=True)
class Asked:
    """The questions behind the values: language and words by id; `yes_no` measures are shares."""

    langs: Mapping[str, Lang]
    measures: tuple[str, ...]
    yes_no: frozenset[str] = frozenset()

    def in_lang(self, lang: Lang, values: Values) -> list[str]:
        """The ids in `lang` for which there are values, in order of asking."""
        return [id_ for id_, spoken in self.langs.items() if spoken == lang and id_ in values]

    def figure(self, name: str, measure: str, values: Values, ids: Sequence[str]) -> Figure:
        """The share or the mean of `measure` over `ids`."""
        numbers = [values[id_][measure] for id_ in ids]
        if measure in self.yes_no:
            return share(name, [number == 1 for number in numbers])
        return mean(name, numbers)


@dataclass(frozen=True, slots=True)
class Changed:
    """A system's values for questions asked in the way `variant`, and their words, by id."""

    system: str
    variant: str
    values: Values
    words: Mapping[str, str]


def systems_section(asked: Asked, by_system: Mapping[str, Values]) -> Section:
    """Every system on the same questions, and the first one minus each of the others."""
    first, *others = by_system
    figures: list[Figure] = []
    for lang, measure in _rows(asked, by_system[first]):
        ids = asked.in_lang(lang, by_system[first])
        figures += [
            asked.figure(f"{measure}, {lang}: {system}", measure, values, ids)
            for system, values in by_system.items()
        ]
        figures += [
            _difference(
                f"{measure}, {lang}: {first} − {other}",
                measure,
                (by_system[first], by_system[other]),
                ids,
            )
            for other in others
        ]
    return Section("systems", tuple(figures), (), ())


def variants_section(
    asked: Asked, clean: Mapping[str, Values], changed: Sequence[Changed]
) -> Section:
    """What each way of asking costs each system, on the questions that it changes alone."""
    figures: list[Figure] = []
    groups: list[Group] = []
    remarks: list[str] = []
    for each in changed:
        before = clean[each.system]
        for lang in LANGS:
            ids = asked.in_lang(lang, each.values)
            if not ids:
                continue
            figures += [
                _difference(
                    f"{each.system}, {lang}: {each.variant} − clean, {measure}",
                    measure,
                    (each.values, before),
                    ids,
                )
                for measure in asked.measures
            ]
            beside = _beside(asked, (before, each.values), ids)
            groups.append(Group(f"{each.system}, {lang}: {each.variant}", beside))
        remarks += _worse(asked.measures, before, each)
    return Section("variants", tuple(figures), tuple(groups), tuple(remarks))


def _rows(asked: Asked, values: Values) -> Iterator[tuple[Lang, str]]:
    for lang in LANGS:
        if asked.in_lang(lang, values):
            yield from ((lang, measure) for measure in asked.measures)


def _difference(name: str, measure: str, pair: tuple[Values, Values], ids: Sequence[str]) -> Figure:
    one, other = pair
    return difference(name, [one[id_][measure] - other[id_][measure] for id_ in ids])


def _beside(asked: Asked, pair: tuple[Values, Values], ids: Sequence[str]) -> tuple[Figure, ...]:
    return tuple(
        asked.figure(f"{measure} {how}", measure, values, ids)
        for measure in asked.measures[:_BESIDE]
        for how, values in zip(("clean", "changed"), pair, strict=True)
    )


def _worse(measures: Sequence[str], before: Values, each: Changed) -> Iterator[str]:
    """A line for each question that lost in any measure, in the words that lost it."""
    for id_, values in each.values.items():
        lost = [m for m in measures if values[m] < before[id_][m]]
        if lost:
            told = ", ".join(f"{m} {before[id_][m]:.2f} to {values[m]:.2f}" for m in lost)
            yield f"{id_} ({each.variant}, {each.system}): {told}: {each.words[id_]}"
