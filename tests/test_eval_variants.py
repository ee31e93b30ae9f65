"""Variants of questions: what each changes, what it never touches, and that it does so again."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from random import Random

import pytest
from eval_case import write_release
from hypothesis import given, settings
from hypothesis import strategies as st

from eval import typos, variants
from eval.release import load_release
from eval.variants import SEED, VARIANTS, varied, vary
from index.glossary import load_glossary

TERMS = """nl\ten\tnl_variants\ten_variants\tkind
Europees Openbaar Ministerie\tEuropean Public Prosecutor's Office\tEOM; OM van Europa\tEPPO\tbody
in- en uitreissysteem\tEntry/Exit System\tEES; het nieuwe systeem\tEES\tsystem
terugkeerhub\treturn hub\tterugkeerhubs\treturn hubs\tterm
terugkeer\treturn\t\t\tterm
hub\thub\t\t\tterm
verdrag\ttreaty\t\t\tterm
uitlevering\textradition\t\t\tterm
Europese Unie\tEuropean Union\tEU\tEU\tbody
Bulgarije\tBulgaria\tBG\tBG\tcountry
coördinatie\tcoordination\tplan\tplan\tterm
"""
WORDS = st.text("abcdefghijklmnopqrstuvwxyzéëü", min_size=5, max_size=14)


@pytest.fixture
def terms(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A glossary of ten terms in the place of the shipped one."""
    file = tmp_path / "glossary.tsv"
    file.write_text(TERMS, encoding="utf-8")
    few = load_glossary(file)
    monkeypatch.setattr(variants, "glossary", lambda: few)
    monkeypatch.setattr(typos, "glossary", lambda: few)
    typos._dutch_words.cache_clear()
    yield
    typos._dutch_words.cache_clear()


def test_keys_lie_side_by_side() -> None:
    beside = typos.neighbours()
    assert beside["q"] == "aw" and beside["s"] == "adewxz" and beside["m"] == "jkn"
    assert all(a in beside[b] for a, letters in beside.items() for b in letters)


@pytest.mark.usefixtures("terms")
@pytest.mark.parametrize(
    ("word", "breaks"),
    [
        ("terugkeerhubs", [9]),
        ("uitleveringsverdrag", [12]),  # the linking s goes left
        ("terugkeer", []),
        ("verdrag", []),
    ],
)
def test_compounds_break_between_known_words(word: str, breaks: list[int]) -> None:
    assert typos.compound_breaks(word) == breaks


@settings(deadline=None)  # the first word reads the glossary
@given(WORDS, st.sampled_from(["nl", "en"]), st.integers(0, 99))
def test_a_mistake_is_one_mistake(word: str, lang: str, seed: int) -> None:
    wrong = typos.spoilt(word, lang, Random(seed))
    if wrong is None:
        return
    assert wrong != word and typos.fold(wrong[0]) == typos.fold(word[0])
    changed = [at for at, (a, b) in enumerate(zip(word, wrong, strict=False)) if a != b]
    one_letter = len(wrong) == len(word) and len(changed) == 1
    swap = len(changed) == 2 and changed[1] == changed[0] + 1 and sorted(word) == sorted(wrong)
    assert one_letter or swap or wrong == typos.fold(word) or wrong.replace(" ", "") == word


@pytest.mark.usefixtures("terms")
def test_each_kind_of_mistake_occurs() -> None:
    made = {typos.spoilt("coördinatieplan", "nl", Random(seed)) for seed in range(60)}
    assert "coordinatieplan" in made and "coördinatie plan" in made
    assert any(sorted(m) == sorted("coördinatieplan") and " " not in m for m in made if m)
    assert not any(
        " " in m for s in range(60) if (m := typos.spoilt("coördinatieplan", "en", Random(s)))
    )


QUESTIONS = st.lists(
    st.sampled_from(
        "What did the Commission say on 12 June 2024 about G7-landen ETIAS visa".split()
    ),
    min_size=1,
    max_size=10,
).map(" ".join)


@given(QUESTIONS, st.integers(0, 20))
def test_typos_spare_numbers_acronyms_small_and_short_words(question: str, seed: int) -> None:
    wrong = vary("typo", question, "en", f"{seed} x")
    before, after = question.split(), (wrong or question).split()
    changed = [(a, b) for a, b in zip(before, after, strict=True) if a != b]
    assert {a for a, _ in changed} <= {"Commission"}
    assert len(changed) <= variants.MOST_EDITS
    assert (wrong is None) == ("Commission" not in before)


@given(QUESTIONS, st.sampled_from(sorted(VARIANTS)))
def test_the_same_key_gives_the_same_words(question: str, kind: str) -> None:
    assert vary(kind, question, "en", "1 q") == vary(kind, question, "en", "1 q")


def test_other_seeds_give_other_mistakes() -> None:
    words = {vary("typo", "Welke uitleveringsverdragen?", "nl", f"{seed} q") for seed in range(9)}
    assert len(words) > 3


@pytest.mark.parametrize(
    ("lang", "question", "keywords"),
    [
        ("en", "what was NL's position on CSAM detection?", "NL's position CSAM detection"),
        ("nl", "Wat vond Nederland in juli 2022 van EES?", "Nederland juli 2022 EES"),
        ("nl", "die hubs, is het kabinet daar nou voor of niet?", "hubs kabinet"),
        ("en", "Who leads the WHO?", "leads WHO"),
        ("en", "Kamerstuk 32 317, nr. 689 and 2.5 billion", "Kamerstuk 32 317 nr 689 2.5 billion"),
        ("nl", "EES planning", None),  # keywords already
        ("nl", "Wat zei hij?", None),  # nothing would be left
    ],
)
def test_terse(lang: str, question: str, keywords: str | None) -> None:
    assert vary("terse", question, lang, "k") == keywords


@pytest.mark.usefixtures("terms")
@pytest.mark.parametrize(
    ("lang", "question", "otherwise"),
    [
        ("en", "When did EPPO start?", "When did European Public Prosecutor's Office start?"),
        ("nl", "Wat deed het EPPO?", "Wat deed het Europees Openbaar Ministerie?"),
        ("nl", "Wat deed het EOM?", "Wat deed het Europees Openbaar Ministerie?"),
        ("nl", "Wat deed het Europees Openbaar Ministerie?", "Wat deed het EOM?"),
        ("en", "EES and the entry/exit system", "Entry/Exit System and the EES"),
        ("nl", "Wat deed het OM van Europa?", None),  # a by-name is no full name
        ("en", "Will Bulgaria join the European Union?", None),  # country codes, and the EU itself
        ("nl", "terugkeerhubs", None),  # has no acronym
    ],
)
def test_acronyms_and_names(lang: str, question: str, otherwise: str | None) -> None:
    assert vary("acronym", question, lang, "k") == otherwise


def test_only_changed_answerable_questions_are_asked_again(tmp_path: Path) -> None:
    release = load_release(write_release(tmp_path / "klein"))
    terse = varied(release, "terse", SEED)
    words = {q.id: q.question for q in terse.everything}
    # "vraag q1?" loses its question mark; q4 must be abstained from, and near misses are not asked
    assert words == {
        **{f"q{n}": f"vraag q{n}" for n in (1, 2, 3)},
        **{f"q{n}-t": f"twin q{n}" for n in (1, 2, 3)},
    }
    assert terse.questions[0].gold == release.questions[0].gold
    assert varied(release, "acronym", SEED).everything == ()
    assert all(re.match(r"v\w+ ?\w* q\d", q.question) for q in varied(release, "typo", 1).questions)
