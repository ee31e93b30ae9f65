"""The training script: slopes agree with differences, words align, equal seeds give equal bytes."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

import numpy as np
import pytest
from typer import Typer
from typer.testing import CliRunner

from index.concepts import Concept
from index.errors import RaadpleegError
from index.training.align import aligned_words
from index.training.bags import Bags, spelling
from index.training.cli import make
from index.training.files import read_pairs, read_rows
from index.training.learn import info_nce, learn, same_text
from index.training.measure import Model, measure_kept
from index.training.publish import Account, card, publish
from index.training.recipe import Recipe
from index.training.texts import FILES, Asked, Texts, in_tenth, names_of
from index.training.vocabulary import build_tokenizer, token_names
from index.training.words import collides, language_of, words_in_lower_case

PAIRS = {
    "words": (
        ("grens", "border"),
        ("procedure", "procedure"),
        ("asiel", "asylum"),
        ("raad", "council"),
        ("grensprocedure", "border procedure"),
        ("de raad", "the council"),
    )
}
SMALL = Recipe(tokens=60, dimension=8, rounds=30, batch=8, shared=2)


def quiet(message: str) -> None:
    """Nobody is told."""


def small_model() -> Model:
    tokenizer = build_tokenizer((text for pair in PAIRS["words"] for text in pair), SMALL.tokens)
    return Model(tokenizer, learn(PAIRS, tokenizer, SMALL, quiet))


def test_slope_of_the_loss_agrees_with_differences() -> None:
    chance = np.random.default_rng(0)
    left, right = chance.normal(size=(2, 5, 4))
    alike = np.zeros((5, 5), bool)
    alike[0, 1] = alike[1, 0] = True
    _, slope, _ = info_nce(left, right, alike, 8.0)
    for row, column in ((0, 0), (1, 3), (4, 2)):
        step = np.zeros_like(left)
        step[row, column] = 1e-4
        ahead = info_nce(left + step, right, alike, 8.0)[0]
        behind = info_nce(left - step, right, alike, 8.0)[0]
        assert slope[row, column] == pytest.approx((ahead - behind) / 2e-4, rel=1e-2, abs=1e-5)


def test_loss_of_two_equal_pairs_is_that_of_a_coin() -> None:
    same = np.ones((2, 3), np.float32)
    loss, _, _ = info_nce(same, same, np.zeros((2, 2), bool), 8.0)
    assert loss == pytest.approx(2 * np.log(2), abs=1e-4)  # both ways, one of two


def test_pairs_that_share_a_side_are_not_told_apart() -> None:
    batch = np.array([[0, 5], [1, 5], [0, 6], [2, 7]])
    shared = same_text(batch)
    assert shared[0, 1] and shared[0, 2] and not shared[0, 3] and not shared.diagonal().any()
    assert (shared == shared.T).all()


def test_words_align_where_only_they_go_together() -> None:
    sentences = [("huis boom", "house tree"), ("huis kat", "house cat"), ("boom kat", "tree cat")]
    found = aligned_words(sentences * 2, 0.5)
    assert found == (("boom", "tree"), ("huis", "house"), ("kat", "cat"))
    assert aligned_words([], 0.5) == ()


def test_bags_take_the_mean_in_the_order_of_the_question() -> None:
    tokenizer = build_tokenizer(["a b", "b b", "a b"], 10)
    means, tokens = Bags(tokenizer, ["a", "b b a", "?"]).of(np.array([1, 0, 2]))
    names = token_names(tokenizer)
    shares = means.toarray()
    by_name = {names[token]: shares[:, column] for column, token in enumerate(tokens)}
    np.testing.assert_allclose(by_name["a"], [1 / 3, 1, 0], rtol=1e-6)
    np.testing.assert_allclose(by_name["[UNK]"], [0, 0, 1])


def test_spelling_keeps_what_tokens_share() -> None:
    spelt = spelling(["grens", "grenzen", "raad"], 2).toarray()
    assert spelt.shape == (3, 3)  # gre, gren, ren
    np.testing.assert_allclose(spelt[0], 1 / np.sqrt(3), rtol=1e-6)
    assert (spelt[2] == 0).all()


def test_a_compound_is_read_by_its_words() -> None:
    tokenizer = build_tokenizer(["opvang centrum opvang centrum plaats plaats"], 100)
    assert tokenizer.encode("Opvangcentrum!").tokens == ["opvang", "centrum"]


def test_translations_come_out_close_and_equal_seeds_give_equal_bytes() -> None:
    one, other = small_model(), small_model()
    assert one.rows.tobytes() == other.rows.tobytes()
    assert one.tokenizer.to_str() == other.tokenizer.to_str()
    dutch = one.vectors(["grens", "asiel", "raad"])
    english = one.vectors(["border", "asylum", "council"])
    assert ((dutch @ english.T).argmax(1) == [0, 1, 2]).all()
    assert (one.rows[0] == 0).all()


def test_figures_of_a_model_that_knows_everything() -> None:
    model = small_model()
    concepts = (
        Concept(("grens",), ("border",), "general", 2),
        Concept(("raad",), ("council",), "body", 3),
    )
    texts = Texts(
        pairs=PAIRS,
        concepts=concepts,
        kept=(0, 1),
        passages=("grens", "raad"),
        asked=(Asked("border", "en", 0), Asked("council", "en", 1)),
        answers=("asiel", "raad"),
        letters=(Asked("raad", "nl", 1),),
    )
    assert {figure.value for figure in measure_kept(model, texts)} == {1.0}


def test_names_of_a_concept_leave_out_acronyms_that_are_words() -> None:
    running = words_in_lower_case(["who who who may may may"])
    assert collides("WHO", running) and collides("May", running) and not collides("EPPO", running)
    concept = Concept(
        ("Wereldgezondheidsorganisatie", "WHO"), ("World Health Organization", "WHO"), "body", 2
    )
    assert set(names_of(concept, running)) == {
        ("Wereldgezondheidsorganisatie", "World Health Organization")
    }


def test_language_and_tenth() -> None:
    assert language_of("Wat vond het kabinet van de verordening?") == "nl"
    assert language_of("Where does Denmark stand on it?") == "en"
    assert 60 < sum(in_tenth(f"key {number}") for number in range(1000)) < 140


def test_broken_lines_are_named(tmp_path: Path) -> None:
    table, lines = tmp_path / "pairs.tsv", tmp_path / "rows.jsonl"
    table.write_text("nl\ten\nhuis\thouse\nboom\n", encoding="utf-8")
    with pytest.raises(RaadpleegError, match="line 3"):
        list(read_pairs(table))
    lines.write_text('{"nl": "huis"}\n{"nl": \n', encoding="utf-8")
    with pytest.raises(RaadpleegError, match="line 2"):
        list(read_rows(lines))
    with pytest.raises(RaadpleegError, match="field 'en'"):
        next(read_rows(lines)).text("en")


def test_folder_is_the_same_twice_and_loads(tmp_path: Path) -> None:
    model = small_model()
    account = Account(SMALL, (), dict.fromkeys(FILES, "0" * 64), (), ())
    for name in ("one", "two"):
        publish(model, tmp_path / name, account)
    assert hashes(tmp_path / "one") == hashes(tmp_path / "two")
    assert json.loads((tmp_path / "one" / "modules.json").read_text())[0]["path"] == ""
    sentence_transformers = pytest.importorskip("sentence_transformers")
    loaded = sentence_transformers.SentenceTransformer(str(tmp_path / "one"), device="cpu")
    texts = ["grens", "de raad", "border procedure"]
    vectors = loaded.encode(texts).astype(np.float32)
    vectors /= np.linalg.norm(vectors, axis=1, keepdims=True)
    np.testing.assert_allclose(vectors, model.vectors(texts), atol=2e-3)


def test_card_follows_the_sources() -> None:
    digests = dict.fromkeys(FILES, "0" * 64)
    assert "license: cc-by-sa-4.0" in card(Account(SMALL, (), digests, (), ()))
    free = card(Account(SMALL, ("wiktionary", "news"), digests, (), ()))
    assert "license: eupl-1.2" in free and "wiktionary_nl_en.tsv" not in free


def test_command_names_what_is_wrong(tmp_path: Path) -> None:
    app = Typer()
    app.command()(make)
    run = CliRunner().invoke
    missing = run(app, ["--data", str(tmp_path)])
    assert missing.exit_code == 2 and "jha_terms.tsv: not there" in missing.stderr
    unknown = run(app, ["--data", str(tmp_path), "--set", "size=3"])
    assert unknown.exit_code == 2 and "--set size=3: needs name=number" in unknown.stderr


def hashes(folder: Path) -> dict[str, str]:
    return {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in folder.iterdir()}
