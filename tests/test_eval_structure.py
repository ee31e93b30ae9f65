"""Item figures by hand: what is right, and one test for each thing that can be wrong."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from eval_case import outline, structure, write_release

from eval.handed_in import Outline, load_outlines
from eval.json_lines import read_object
from eval.release import load_release
from eval.structure import ReadPaper, pair_all, structure_figures
from eval.structure_differences import differences
from index.errors import RaadpleegError

REAL = Path(__file__).parents[1].parent / "shared" / "real"
UNITS, BODIES, FIELDS = 5, 3, 7  # of the two papers; metadata fields of a paper


def _papers(tmp_path: Path, change: Callable[[dict], object]) -> tuple[ReadPaper, ...]:
    """The papers beside outlines that were right until `change` had them."""
    release = load_release(write_release(tmp_path))
    outlines = {file: outline(gold) for file, gold in structure().items()}
    change(outlines)
    (tmp_path / "outlines.json").write_text(json.dumps(outlines))
    loaded = load_outlines(tmp_path / "outlines.json", release.structure)
    return pair_all(release.structure, loaded)


def _values(papers: tuple[ReadPaper, ...]) -> dict[str, float | None]:
    return {figure.name: figure.value for figure in structure_figures(papers)}


def test_a_right_outline_is_right_in_everything(tmp_path: Path) -> None:
    papers = _papers(tmp_path, lambda outlines: None)
    assert set(_values(papers).values()) == {1.0}
    assert differences(papers) == ()
    assert {f.name: f.n for f in structure_figures(papers)} == {
        "item precision": UNITS,
        "item recall": UNITS,
        "item F1": UNITS,
        "item ends": UNITS,
        "item ends (with a body)": BODIES,
        "titles": UNITS,
        "tags": UNITS,
        "tags (where there is one)": 1,
        "metadata": 2 * FIELDS,
        "formality": 2,
        "footnotes at their item": 1,
        "footnotes that belong there": 1,
    }


def item(outlines: dict, at: int = 0, file: str = "verslag.txt") -> dict:
    return outlines[file]["items"][at]


def test_a_missing_item(tmp_path: Path) -> None:
    papers = _papers(tmp_path, lambda o: o["verslag.txt"]["items"].pop(2))
    values = _values(papers)
    assert values["item precision"] == 4 / 4
    assert values["item recall"] == 4 / 5
    assert values["item F1"] == pytest.approx(2 * 4 / (4 + 5))
    assert values["item ends"] == values["titles"] == values["tags"] == 4 / 5
    assert differences(papers) == ("verslag.txt: Justitie/2/a: missing (Elektronisch bewijs)",)


def test_an_extra_item(tmp_path: Path) -> None:
    extra = item({"verslag.txt": outline(structure()["verslag.txt"])}) | {
        "path": "Justitie/3",
        "number": "3",
        "text": "Wat is de beste aanpak?",
    }
    papers = _papers(tmp_path, lambda o: o["verslag.txt"]["items"].append(extra))
    values = _values(papers)
    assert values["item precision"] == 5 / 6
    assert values["item recall"] == 5 / 5
    assert values["item F1"] == pytest.approx(2 * 5 / (6 + 5))
    assert values["footnotes that belong there"] == 1 / 2
    assert differences(papers) == ("verslag.txt: Justitie/3: extra item (Wat is de beste aanpak?)",)


def test_a_false_item_of_the_same_name_takes_no_right_ones_place(tmp_path: Path) -> None:
    def put_before(outlines: dict) -> None:
        false = item(outlines) | {"text": "1. Wat is de beste aanpak?"}
        outlines["verslag.txt"]["items"][0]["path"] = "Justitie/1 (2)"
        outlines["verslag.txt"]["items"].insert(0, false)

    values = _values(_papers(tmp_path, put_before))
    assert (values["item recall"], values["item precision"]) == (5 / 5, 5 / 6)


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"section": "Brief"}, "read as Justitie/1 (section 'Brief', number '1')"),
        ({"number": "2"}, "number '2'"),
        ({"text": "Slachtofferrechten Nederland steunde"}, "wrong start"),
    ],
)
def test_wrong_section_number_or_first_words(tmp_path: Path, wrong: dict, said: str) -> None:
    papers = _papers(tmp_path, lambda o: item(o).update(wrong))
    values = _values(papers)
    assert values["item recall"] == values["item precision"] == 4 / 5
    assert said in differences(papers)[0]


def test_a_heading_without_a_body_is_right_by_its_title(tmp_path: Path) -> None:
    papers = _papers(tmp_path, lambda o: item(o, 1).update(title="Diversen"))
    values = _values(papers)
    assert values["item recall"] == values["titles"] == 4 / 5
    assert values["item ends"] == 1.0


def test_a_title_of_an_item_with_a_body_is_counted_apart(tmp_path: Path) -> None:
    papers = _papers(tmp_path, lambda o: item(o).update(title="Slachtoffer-\nrechten en meer"))
    values = _values(papers)
    assert values["item recall"] == 1.0
    assert values["titles"] == 4 / 5
    papers = _papers(tmp_path, lambda o: item(o).update(title="Slachtoffer-\nrechten"))
    assert _values(papers)["titles"] == 1.0


def test_a_wrong_end(tmp_path: Path) -> None:
    papers = _papers(tmp_path, lambda o: item(o).update(text=item(o)["text"] + " 2. Overige"))
    values = _values(papers)
    assert values["item recall"] == 1.0
    assert values["item ends"] == 4 / 5
    assert values["item ends (with a body)"] == 2 / 3
    assert "wrong end" in differences(papers)[0]


def test_a_body_where_there_is_none(tmp_path: Path) -> None:
    values = _values(_papers(tmp_path, lambda o: item(o, 1).update(text="Iets te veel.")))
    assert values["item ends"] == 4 / 5
    assert values["item ends (with a body)"] == 1.0


@pytest.mark.parametrize(("tag", "where_there_is_one"), [(None, 0 / 1), ("Stand van zaken", 0 / 1)])
def test_a_wrong_tag(tmp_path: Path, tag: str | None, where_there_is_one: float) -> None:
    values = _values(_papers(tmp_path, lambda o: item(o, 0, "agenda.txt").update(tag=tag)))
    assert values["tags"] == 4 / 5
    assert values["tags (where there is one)"] == where_there_is_one


def test_a_tag_that_is_not_there(tmp_path: Path) -> None:
    values = _values(_papers(tmp_path, lambda o: item(o).update(tag="Beleidsdebat")))
    assert values["tags"] == 4 / 5
    assert values["tags (where there is one)"] == 1.0


@pytest.mark.parametrize(
    "wrong",
    [
        {"kind": "brief"},
        {"meeting_dates": []},
        {"place": "Brussel"},
        {"kamerstuk": "32 317, nr. 10"},
        {"chamber": "Eerste Kamer"},
        {"letter_date": "2023-12-01"},
        {"presidency": None},
    ],
)
def test_a_wrong_field_and_a_null_that_must_be_null(tmp_path: Path, wrong: dict) -> None:
    papers = _papers(tmp_path, lambda o: o["verslag.txt"]["document"].update(wrong))
    assert _values(papers)["metadata"] == 13 / 14
    assert len(differences(papers)) == 1


def test_formality_is_apart(tmp_path: Path) -> None:
    change = {"formality": "informeel"}
    values = _values(_papers(tmp_path, lambda o: o["verslag.txt"]["document"].update(change)))
    assert (values["metadata"], values["formality"]) == (1.0, 1 / 2)


def test_a_note_at_another_item(tmp_path: Path) -> None:
    def move(outlines: dict) -> None:
        item(outlines)["notes"], item(outlines, 2)["notes"] = [], [{"number": 1}]

    papers = _papers(tmp_path, move)
    values = _values(papers)
    assert values["footnotes at their item"] == 0 / 1
    assert values["footnotes that belong there"] == 0 / 1
    assert len(differences(papers)) == 2


def test_a_paper_without_outline_misses_everything(tmp_path: Path) -> None:
    papers = _papers(tmp_path, lambda o: o.pop("verslag.txt"))
    values = _values(papers)
    assert values["item recall"] == 2 / 5
    assert values["metadata"] == FIELDS / (2 * FIELDS)
    assert differences(papers) == ("verslag.txt: no outline",)


def test_an_outline_of_an_unknown_paper_is_refused(tmp_path: Path) -> None:
    with pytest.raises(RaadpleegError, match=r"document x\.txt is not in the release"):
        _papers(tmp_path, lambda o: o.update({"x.txt": o["verslag.txt"]}))


def test_an_outline_without_items_is_refused(tmp_path: Path) -> None:
    with pytest.raises(RaadpleegError, match=r"verslag\.txt\.items: Field required"):
        _papers(tmp_path, lambda o: o["verslag.txt"].pop("items"))


@pytest.mark.skipif(not REAL.is_dir(), reason="the shared folder is not beside the repository")
def test_gold_against_itself_is_right_on_the_real_papers(tmp_path: Path) -> None:
    gold = json.loads((REAL / "structure.json").read_text(encoding="utf-8"))
    file = tmp_path / "outlines.json"
    file.write_text(json.dumps({name: outline(paper) for name, paper in gold.items()}))
    outlines = read_object(file, dict[str, Outline])
    papers = pair_all(load_release(REAL).structure, outlines)
    assert set(_values(papers).values()) == {1.0}
    assert structure_figures(papers)[1].n == 31 + 50 + 9
