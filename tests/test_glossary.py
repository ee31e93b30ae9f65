"""The glossary: how terms are recognised, what a broken line costs, what the shipped one knows."""

from __future__ import annotations

from pathlib import Path

import pytest

from index.errors import FileRefused
from index.glossary import Glossary, glossary, load_glossary, open_glossary

LINES = """nl\ten\tnl_variants\ten_variants\tkind
terugkeerhub\treturn hub\tterugkeerhubs; hub\treturn centre\tpolicy
Europees Openbaar Ministerie\tEuropean Public Prosecutor's Office\tEOM\tEPPO\tbody
visum informatiesysteem\tVisa Information System\tVIS\tVIS\tsystem
# a remark

one cell alone
\tno Dutch\t\t\tpolicy
opvang\treception\t\t\tpolicy
ontvangst\treception\t\t\tgeneral
"""


@pytest.fixture
def small(tmp_path: Path) -> Glossary:
    path = tmp_path / "words.tsv"
    path.write_text(LINES, encoding="utf-8")
    return load_glossary(path)


def found(held: Glossary, text: str) -> list[tuple[str, str]]:
    return [(f.words, f.concept.nl[0]) for f in held.find(text)]


def test_broken_lines_are_named_and_cost_no_other(small: Glossary) -> None:
    assert len(small.concepts) == 5
    assert small.problems == (
        "words.tsv, line 7: has 1 cells between tabs, 2 to 5 are needed; left out",
        "words.tsv, line 8: needs a Dutch and an English term; left out",
    )


def test_a_readers_own_terms_stand_over_the_shipped_ones(tmp_path: Path) -> None:
    own = tmp_path / "own.tsv"
    own.write_text("terugkeerhub\tdeparture hall\nspoorboekje\troadmap to nowhere\n", "utf-8")
    held = open_glossary(str(own))
    assert found(held, "a departure hall on the roadmap to nowhere") == [
        ("departure hall", "terugkeerhub"),
        ("roadmap to nowhere", "spoorboekje"),
    ]
    assert "terugkeerhub" in {nl for _, nl in found(glossary(), "return hub")}
    assert "terugkeerhub" not in {nl for _, nl in found(held, "return hub")}
    assert open_glossary("") is glossary()


def test_a_glossary_that_cannot_be_read_is_refused(tmp_path: Path) -> None:
    with pytest.raises(FileRefused, match=r"none\.tsv: cannot be read as a glossary: No such file"):
        open_glossary(str(tmp_path / "none.tsv"))
    (tmp_path / "bytes.tsv").write_bytes(b"\xff\xfe\x00a")
    with pytest.raises(FileRefused, match="is not UTF-8 text"):
        open_glossary(str(tmp_path / "bytes.tsv"))


def test_the_longest_term_wins_in_either_language(small: Glossary) -> None:
    assert found(small, "Is Denmark for return hubs?") == [("return hubs", "terugkeerhub")]
    assert found(small, "wat vindt NL van een hub?") == [("hub", "terugkeerhub")]
    assert found(small, "the European Public Prosecutor's Office said") == [
        ("European Public Prosecutor's Office", "Europees Openbaar Ministerie")
    ]


def test_acronyms_are_matched_by_case(small: Glossary) -> None:
    assert found(small, "what is VIS for?") == [("VIS", "visum informatiesysteem")]
    assert found(small, "vis en visserij") == []


def test_a_word_for_two_things_is_half_sure_of_each(small: Glossary) -> None:
    both = small.find("reception")
    assert [(f.concept.nl[0], f.sure) for f in both] == [("opvang", 0.5), ("ontvangst", 0.5)]
    assert small.groups("reception") == [{"opvang": 0.45}, {"ontvangst": 0.45}]


def test_names_of_several_words_share_their_weight(small: Glossary) -> None:
    (group,) = small.groups("the EPPO")
    assert group["eom"] == pytest.approx(0.7 * 0.8)  # a Dutch variant, asked for by a by-name
    assert group["open"] == pytest.approx(0.9 / 3**0.5 * 0.8)


def test_words_that_only_share_a_stem_are_not_taken_for_a_term(small: Glossary) -> None:
    assert found(small, "recept voor appeltaart") == []


@pytest.mark.parametrize(
    ("asked", "dutch"),
    [
        ("EPPO", "Europees Openbaar Ministerie"),
        ("return hub", "terugkeerhub"),
        ("EOM", "Europees Openbaar Ministerie"),
        ("child sexual abuse material", "materiaal van seksueel kindermisbruik"),
        ("Entry/Exit System", "inreis-uitreissysteem"),
    ],
)
def test_the_shipped_glossary_knows_the_field(asked: str, dutch: str) -> None:
    names = {name for f in glossary().find(asked) for name in f.concept.nl}
    assert dutch in names


def test_the_shipped_glossary_is_whole() -> None:
    assert glossary().problems == ()
    assert len(glossary().concepts) > 2000


def test_what_people_say_is_recognised_and_never_searched_for(tmp_path: Path) -> None:
    path = tmp_path / "words.tsv"
    path.write_text("bedrag\tamount\teuro; ~geld\tcash\tgeneral\n", encoding="utf-8")
    held = load_glossary(path)
    (concept,) = held.concepts
    assert (concept.nl, concept.said) == (("bedrag", "euro"), ("geld",))
    for asked in ("hoeveel geld", "how much cash"):
        (group,) = held.groups(asked)
        assert set(group) == {"bedrag", "euro"}


@pytest.mark.parametrize(
    ("asked", "dutch"),
    [
        ("how much cash was put up?", "bedrag"),
        ("hoeveel geld?", "bedrag"),
        ("behind closed doors", "besloten zitting"),
        ("what did they sign off on?", "nam aan"),
        ("is het erdoor gekomen?", "nam aan"),
        ("countries neighbouring Russia", "grenzen aan"),
        ("the outgoing director", "vertrekkend"),
        ("red tape for firms, paperwork", "regeldruk"),
    ],
)
def test_everyday_words_are_known(asked: str, dutch: str) -> None:
    assert dutch in [name for _, name in found(glossary(), asked)]


def test_acronyms_are_spelt_out_for_a_model_of_meaning() -> None:
    shipped = glossary()
    assert shipped.spelt_out("Wat is het EOM?").startswith("Wat is het EOM (Europees Openbaar")
    assert shipped.spelt_out("Wat wil NL?") == "Wat wil NL?"  # who, not what
    assert shipped.spelt_out("Wat is het XYZQ en een hub?") == "Wat is het XYZQ en een hub?"
