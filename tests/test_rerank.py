"""Rerankers: the light one reckoned by hand, and a real, tiny cross-encoder built here."""

from __future__ import annotations

import math
import shutil
import threading
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from shelf import Letters

from index.embed import Vectors
from index.errors import ModelRefused
from index.nouns import Hit, Passage, Span
from index.settings import Settings
from rag.cross_encoder import CROSS, CrossEncoderReranker
from rag.question import Understood, understand
from rag.rerank import ACTOR, SENTENCE, LightReranker, Reranker, open_reranker

WORDS = "de raad besprak het voorstel asiel en migratie nederland steunt wat vindt".split()
QUESTION = "wat vindt nederland"
TEXTS = ["de raad besprak het voorstel", "nederland steunt het voorstel", "asiel", "en " * 60]


def asked(text: str = QUESTION, topic: str = "ab", actors: tuple[str, ...] = ()) -> Understood:
    """A question of which only these three count."""
    return replace(understand("Wat?"), text=text, topic=topic, actors=actors)


def hits(*actors: tuple[str, ...]) -> list[Hit]:
    """A hit for each, reporting words of these actors."""
    span = Span(0, 1)
    passages = [Passage(f"d#{n}", "d", "1", span, None, whose) for n, whose in enumerate(actors)]
    return [Hit(passage, 1.0, n) for n, passage in enumerate(passages, start=1)]


def scored(reranker: Reranker, texts: list[str], question: str = QUESTION) -> list[float]:
    return list(reranker.scores(asked(question), hits(*[()] * len(texts)), texts))


# --- the light one


def light(texts: list[str], wanted: tuple[str, ...], *actors: tuple[str, ...]) -> list[float]:
    return list(LightReranker(Letters()).scores(asked(actors=wanted), hits(*actors), texts))


def test_the_nearest_sentence_counts_not_the_whole() -> None:
    """Topic (1, 1, 0)/√2. Its sentence "Xab." is like it to 1, "Xa." to 1/√2, "Xc." not at all."""
    texts = ["Xccc. Xab. Xcc.", "Xa. Xc.", "Xc."]
    assert light(texts, (), (), (), ()) == pytest.approx([SENTENCE, SENTENCE / math.sqrt(2), 0])


def test_words_of_an_actor_asked_for_count_more() -> None:
    reported = [("NL",), ("DE", "EP"), (), ("EP", "NL")]
    assert light(["Xc."] * 4, ("NL", "FR"), *reported) == pytest.approx([ACTOR, 0, 0, ACTOR])
    assert light(["Xab."] * 4, (), *reported) == pytest.approx([SENTENCE] * 4)


def test_a_text_without_a_sentence_is_taken_whole() -> None:
    assert light([" \n ", "ab"], (), (), ()) == pytest.approx([0, SENTENCE])


def test_what_is_contrary_counts_as_nothing() -> None:
    class Opposite(Letters):
        def passages(self, texts: list[str]) -> Vectors:
            return -self.questions(texts)

    reranker = LightReranker(Opposite())
    assert reranker.scores(asked(actors=("NL",)), hits(("NL",)), ["Xab."]) == [ACTOR]


@given(st.lists(st.text("abcX. \n", max_size=30), min_size=1, max_size=6), st.randoms())
def test_a_light_score_depends_on_its_own_passage_only(texts: list[str], chance) -> None:
    """Scores lie in [0, SENTENCE + ACTOR], and move with their hits."""
    whose = [("NL",) if len(text) % 2 else () for text in texts]
    together = light(texts, ("NL",), *whose)
    assert all(0 <= score <= SENTENCE + ACTOR + 1e-6 for score in together)
    order = list(range(len(texts)))
    chance.shuffle(order)
    moved = light([texts[n] for n in order], ("NL",), *[whose[n] for n in order])
    assert moved == pytest.approx([together[n] for n in order], abs=1e-6)


# --- a cross-encoder


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A tokenizer of whole words, and a BERT of two layers that reads at most 32 tokens."""
    folder = tmp_path_factory.mktemp("models") / "tiny"
    bert("BertForSequenceClassification", num_labels=1).save_pretrained(folder)
    tokenizer().save_pretrained(folder)
    return folder


def bert(kind: str, **settings):
    """A model of random weights, large enough that texts differ in their scores."""
    import torch
    import transformers

    torch.manual_seed(1)
    config = transformers.BertConfig(
        vocab_size=len(WORDS) + 4,
        hidden_size=16,
        num_hidden_layers=2,
        num_attention_heads=2,
        intermediate_size=32,
        max_position_embeddings=32,
        initializer_range=0.5,
        **settings,
    )
    return getattr(transformers, kind)(config)


def tokenizer():
    from tokenizers import Tokenizer, models, pre_tokenizers, processors
    from transformers import PreTrainedTokenizerFast

    marks = ["[PAD]", "[UNK]", "[CLS]", "[SEP]"]
    words = Tokenizer(
        models.WordLevel({word: n for n, word in enumerate([*marks, *WORDS])}, "[UNK]")
    )
    words.pre_tokenizer = pre_tokenizers.Whitespace()
    words.post_processor = processors.BertProcessing(("[SEP]", 3), ("[CLS]", 2))
    named = {"pad_token": "[PAD]", "unk_token": "[UNK]", "cls_token": "[CLS]", "sep_token": "[SEP]"}
    return PreTrainedTokenizerFast(tokenizer_object=words, model_max_length=32, **named)


@pytest.fixture
def folder(built: Path, tmp_path: Path) -> Path:
    """A copy to spoil."""
    return Path(shutil.copytree(built, tmp_path / "model"))


def cross(folder: Path | str) -> CrossEncoderReranker:
    return CrossEncoderReranker(Settings(reranker=str(folder)))


def with_head(folder: Path, bias: float, *, zero: bool = True) -> Path:
    """The model with this bias, and weights of 0 before it, so that `bias` is every logit."""
    from safetensors.torch import load_file, save_file

    weights = load_file(folder / "model.safetensors")
    weights["classifier.bias"].fill_(bias)
    if zero:
        weights["classifier.weight"].zero_()
    save_file(weights, folder / "model.safetensors", metadata={"format": "pt"})
    return folder


def test_scores_are_those_of_transformers_pair_by_pair(built: Path) -> None:
    """The last text is longer than the model reads."""
    import torch
    from transformers import AutoModelForSequenceClassification, AutoTokenizer

    words = AutoTokenizer.from_pretrained(built)
    model = AutoModelForSequenceClassification.from_pretrained(built).eval()
    expected = []
    for text in TEXTS:
        pair = words(QUESTION, text, truncation=True, max_length=32, return_tensors="pt")
        with torch.inference_mode():
            expected.append(CROSS * torch.sigmoid(model(**pair).logits)[0, 0].item())
    assert scored(cross(built), TEXTS) == pytest.approx(expected, abs=1e-5)
    assert max(expected) - min(expected) > 0.01


@pytest.mark.parametrize(
    ("bias", "share"),
    [(math.log(3), 0.75), (0.0, 0.5), (-math.log(3), 0.25), (200.0, 1.0), (-800.0, 0.0)],
)
def test_a_logit_becomes_a_share_of_cross(folder: Path, bias: float, share: float) -> None:
    """The sigmoid of ln 3 is 3/4."""
    found = scored(cross(with_head(folder, bias)), TEXTS)
    assert found == pytest.approx([CROSS * share] * 4, abs=1e-6)


def test_equal_texts_score_equally_whatever_stands_beside_them(built: Path) -> None:
    reranker = cross(built)
    alone = [scored(reranker, [text])[0] for text in TEXTS]
    among = scored(reranker, TEXTS * 9)
    assert among[:4] * 9 == among
    assert among[:4] == pytest.approx(alone, abs=1e-5)
    assert scored(reranker, TEXTS[::-1]) == pytest.approx(alone[::-1], abs=1e-5)
    assert scored(reranker, TEXTS[:1], "asiel") != pytest.approx(alone[:1], abs=1e-4)


def test_nothing_is_asked_where_nothing_was_found(built: Path) -> None:
    assert scored(cross(built), []) == []


def test_a_text_is_read_once(built: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    reranker, read = cross(built), []
    real = reranker._model.predict
    monkeypatch.setattr(
        reranker._model, "predict", lambda pairs, **k: read.extend(pairs) or real(pairs, **k)
    )
    scored(reranker, [*TEXTS, *TEXTS])
    assert read == [(QUESTION, text) for text in TEXTS]


def test_threads_share_one_model_and_take_turns(
    built: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import sentence_transformers

    busy, loaded = threading.Lock(), []

    class Single(sentence_transformers.CrossEncoder):
        def __init__(self, *named: str, **settings: object) -> None:
            loaded.append(named)
            super().__init__(*named, **settings)

        def predict(self, *given: object, **settings: object) -> np.ndarray:
            assert busy.acquire(blocking=False), "two threads at a time"
            threading.Event().wait(0.02)
            found = super().predict(*given, **settings)
            busy.release()
            return found

    monkeypatch.setattr("sentence_transformers.CrossEncoder", Single)
    reranker, found = cross(built), []
    ask = [threading.Thread(target=lambda: found.append(scored(reranker, TEXTS))) for _ in range(4)]
    for thread in ask:
        thread.start()
    for thread in ask:
        thread.join()
    assert len(loaded) == 1
    assert found == [scored(cross(built), TEXTS)] * 4


def test_a_model_of_half_precision_reckons_in_single(folder: Path) -> None:
    import torch

    bert("BertForSequenceClassification", num_labels=1).half().save_pretrained(folder)
    assert cross(folder)._model.dtype == torch.float32


def test_a_folder_that_sentence_transformers_saved_scores_alike(
    built: Path, tmp_path: Path
) -> None:
    """Its own activation (none) has no say."""
    import torch
    from sentence_transformers import CrossEncoder

    saved = CrossEncoder(str(built), activation_fn=torch.nn.Identity())
    saved.save_pretrained(str(tmp_path))
    assert (tmp_path / "modules.json").is_file()
    assert scored(cross(tmp_path), TEXTS) == pytest.approx(scored(cross(built), TEXTS), abs=1e-6)


# --- refusals


def test_the_settings_choose(built: Path) -> None:
    assert open_reranker(Settings(reranker="none"), Letters()) is None
    assert isinstance(open_reranker(Settings(), Letters()), LightReranker)
    assert isinstance(open_reranker(Settings(reranker=str(built)), Letters()), CrossEncoderReranker)


@pytest.mark.parametrize(
    ("named", "said"),
    [
        ("", "is empty"),
        ("/no/such/folder", "there is no such folder"),
        ("nobody/no-such-model", "set offline = false"),
        ("lihgt", "neither a folder nor in the local cache"),
    ],
)
def test_missing_models_are_named_with_the_remedy(named: str, said: str) -> None:
    with pytest.raises(ModelRefused, match=rf"^setting reranker.*{said}.*'light' or 'none'$"):
        open_reranker(Settings(reranker=named), Letters())


def pickled(folder: Path) -> None:
    (folder / "model.safetensors").rename(folder / "pytorch_model.bin")


def coded(folder: Path) -> None:
    (folder / "config.json").write_text('{"auto_map": {"AutoModel": "own.Model"}}')


@pytest.mark.parametrize(("spoil", "said"), [(pickled, "pickles"), (coded, "code of its own")])
def test_an_unsafe_folder_is_refused_at_the_door(
    folder: Path, spoil: Callable[[Path], None], said: str
) -> None:
    spoil(folder)
    with pytest.raises(ModelRefused, match=f"^setting reranker.*{said}"):
        cross(folder)


def truncated(folder: Path) -> None:
    (folder / "model.safetensors").write_bytes(b"\xff" * 64)


def without_tokenizer(folder: Path) -> None:
    (folder / "tokenizer.json").write_text("{}")


def of_three_labels(folder: Path) -> None:
    bert("BertForSequenceClassification", num_labels=3).save_pretrained(folder)


def without_head(folder: Path) -> None:
    """An embedder: the library alone would give it a head of random numbers."""
    bert("BertModel").save_pretrained(folder)


def embedder_with_modules(folder: Path) -> None:
    from sentence_transformers import SentenceTransformer

    without_head(folder)
    SentenceTransformer(str(folder)).save_pretrained(str(folder))


def with_modules_of_its_own(folder: Path) -> None:
    (folder / "modules.json").write_text('[{"idx": 0, "name": "0", "path": "", "type": "own.M"}]')
    (folder / "config_sentence_transformers.json").write_text('{"model_type": "CrossEncoder"}')


@pytest.mark.parametrize(
    ("spoil", "said"),
    [
        (truncated, "cannot be loaded"),
        (without_tokenizer, "cannot be loaded"),
        (with_modules_of_its_own, r"cannot be loaded.*own\.M"),
        (of_three_labels, "gives 3 labels where one score is needed"),
        (without_head, r"is no whole cross-encoder, it lacks classifier\.bias"),
        (embedder_with_modules, r"is no whole cross-encoder, it lacks classifier\.bias"),
        (lambda folder: with_head(folder, math.nan), "no finite number"),
        (lambda folder: with_head(folder, math.inf), "no finite number"),
        (lambda folder: with_head(folder, -math.inf, zero=False), "no finite number"),
    ],
)
def test_a_useless_model_is_refused_at_first_use(
    folder: Path, spoil: Callable[[Path], None], said: str
) -> None:
    spoil(folder)
    reranker = cross(folder)
    for _ in range(2):  # and again, when it is asked again
        with pytest.raises(ModelRefused, match=rf"^setting reranker: .*{said}") as refused:
            scored(reranker, TEXTS)
        assert "\n" not in str(refused.value)
        assert str(refused.value).endswith("or set reranker to 'light' or 'none'")


def test_a_model_that_fails_is_refused(built: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object, **__: object) -> Iterator[float]:
        raise RuntimeError("out of\nmemory")

    reranker = cross(built)
    monkeypatch.setattr(reranker._model, "predict", fail)
    with pytest.raises(ModelRefused, match=r"fails on a passage \(out of memory\)"):
        scored(reranker, TEXTS)
