"""Releases for retrieval alone: read, put in a library, ranked, and measured as TREC would."""

from __future__ import annotations

import json
from math import log2
from pathlib import Path

import pytest
from shelf import SETTINGS, Letters, opened, put, reading
from typer.testing import CliRunner

from eval import cli
from eval.baselines import RANKINGS, by_chance, by_vectors, by_words
from eval.collection import Collection, Query, Text, load_beir
from eval.collection_library import TOGETHER, open_collection, readings
from eval.law_questions import load_law_questions, mended
from eval.ranking import MEASURES, rank_values, write_trec
from eval.search_runs import SYSTEMS, find_collection
from index.errors import LibraryRefused, RaadpleegError
from index.reading import prove

LAW = Path(__file__).parents[1].parent / "shared" / "benchmarks" / "legalqa_nl"
TEXTS = [
    {"_id": "t1", "title": "Visa", "text": "Een visum geldt drie maanden."},
    {
        "_id": "t2",
        "title": "Asiel",
        "text": "Een aanvraag om asiel wordt binnen een half jaar behandeld.",
    },
    {"_id": "t3", "text": "Een visum kost tachtig euro; een aanvraag is niet nodig."},
    {"_id": "t4", "title": "Alleen een opschrift", "text": ""},
]
QUERIES = [
    {"_id": "q1", "text": "hoe lang geldt een visum?", "metadata": {"lang": "nl"}},
    {"_id": "q2", "text": "Within what time is an asylum request handled?"},
    {"_id": "q3", "text": "not judged"},
]
QRELS = ["q1\tt1\t2", "q1\tt3\t1", "q2\tt2\t1", "q2\tt1\t0"]


def lines(objects: list[dict]) -> str:
    return "".join(json.dumps(each) + "\n" for each in objects)


def write_beir(folder: Path, **files: object) -> Path:
    (folder / "qrels").mkdir(parents=True)
    (folder / "corpus.jsonl").write_text(lines(files.get("texts", TEXTS)))
    (folder / "queries.jsonl").write_text(lines(files.get("queries", QUERIES)))
    judged = ["query-id\tcorpus-id\tscore", *files.get("qrels", QRELS)]
    (folder / "qrels" / "test.tsv").write_text("\n".join(judged) + "\n")
    return folder


@pytest.fixture
def beir(tmp_path: Path) -> Collection:
    return load_beir(write_beir(tmp_path / "klein"))


def test_beir_is_read(beir: Collection) -> None:
    assert [text.id for text in beir.texts] == ["t1", "t2", "t3", "t4"]
    assert beir.texts[2] == Text("t3", "", TEXTS[2]["text"])
    assert [(q.id, q.lang) for q in beir.queries] == [("q1", "nl"), ("q2", "en")]  # q3: not judged
    assert beir.relevant == {"q1": {"t1": 2, "t3": 1}, "q2": {"t2": 1}}  # worth 0 is not right


def test_a_part_says_so(beir: Collection) -> None:
    assert beir.part(None, ("nl", "en")).whole
    assert [q.id for q in beir.part(1, ("nl", "en")).queries] == ["q1"]
    part = beir.part(None, ("en",))
    assert [q.id for q in part.queries] == ["q2"] and not part.whole


@pytest.mark.parametrize(
    ("files", "message"),
    [
        ({"texts": [*TEXTS, TEXTS[0]]}, "corpus.jsonl:5: id t1 was given before"),
        ({"texts": [{"_id": "t1"}]}, "corpus.jsonl:1: text: Field required"),
        ({"queries": [*QUERIES, QUERIES[1]]}, "queries.jsonl:4: id q2 was given before"),
        ({"qrels": ["q1\tt9\t1"]}, "test.tsv:2: there is no text t9"),
        ({"qrels": ["q9\tt1\t1"]}, "test.tsv:2: there is no question q9"),
        ({"qrels": ["q1 t1 1"]}, "test.tsv:2: needs question id, text id and a whole number"),
        ({"qrels": ["q1\tt1\tveel"]}, "test.tsv:2: needs question id"),
        ({"qrels": ["q1\tt1\t0"]}, "has no question with a right text"),
    ],
)
def test_a_broken_beir_release_is_told(tmp_path: Path, files: dict, message: str) -> None:
    with pytest.raises(RaadpleegError) as refused:
        load_beir(write_beir(tmp_path / "klein", **files))
    assert message in str(refused.value) and "\n" not in str(refused.value)


def test_which_judgements(tmp_path: Path) -> None:
    folder = write_beir(tmp_path / "klein")
    (folder / "qrels" / "test.tsv").rename(folder / "qrels" / "dev.tsv")
    assert len(load_beir(folder).queries) == 2
    (folder / "qrels" / "train.tsv").write_text("q3\tt1\t1\n")
    with pytest.raises(RaadpleegError, match=r"holds dev\.tsv, train\.tsv; it needs test\.tsv"):
        load_beir(folder)
    (folder / "qrels" / "test.tsv").write_text("q3\tt1\t1\n")
    assert [q.id for q in load_beir(folder).queries] == ["q3"]


def write_law(folder: Path, texts: str, questions: str) -> Path:
    folder.mkdir()
    head = "DOC_ID,law_name,titel_titel,hoofdstuk_titel,afdeling_titel,paragraaf_titel,article_name"
    (folder / "knowledge_corpus_x.csv").write_text(f"{head},text\n{texts}", encoding="utf-8")
    head = "question_id,question,human_answer,human_attribution"
    (folder / "QA_set_x.csv").write_text(f"{head}\n{questions}", encoding="utf-8")
    return folder


def test_law_questions_are_read(tmp_path: Path) -> None:
    texts = 'D1,Wet,Begin,,Begin,,Doel,eerste tekst\nD2,Wet,,,,,,"tweede, tekst"\n'
    asked = '1,Wat is beÃ«indigd?,weg,"D1, D2"\n'
    found = find_collection(write_law(tmp_path / "recht", texts, asked))
    assert found is not None and found.name == "recht"
    assert found.texts == (
        Text("D1", "Wet | Begin | Doel", "eerste tekst"),
        Text("D2", "Wet", "tweede, tekst"),
    )
    assert found.queries == (Query("1", "Wat is beëindigd?", "nl"),)
    assert found.relevant == {"1": {"D1": 1, "D2": 1}}


@pytest.mark.parametrize(
    ("texts", "asked", "message"),
    [
        ("D1,Wet,,,,,,tekst\n", "1,Wat?,x,D7\n", ":2: there is no text D7"),
        ("D1,Wet\n", "1,Wat?,x,D1\n", ":2: has too few cells"),
        ("D1,Wet,,,,,,a\nD1,Wet,,,,,,b\n", "1,Wat?,x,D1\n", ":3: id D1 was given before"),
    ],
)
def test_broken_law_questions_are_told(
    tmp_path: Path, texts: str, asked: str, message: str
) -> None:
    with pytest.raises(RaadpleegError) as refused:
        load_law_questions(write_law(tmp_path / "recht", texts, asked))
    assert message in str(refused.value)


def test_a_column_that_lacks_is_told(tmp_path: Path) -> None:
    folder = write_law(tmp_path / "recht", "", "")
    (folder / "QA_set_x.csv").write_text("question_id,question\n")
    (folder / "knowledge_corpus_x.csv").write_text("DOC_ID,text\n")
    with pytest.raises(RaadpleegError, match=r"knowledge_corpus_x\.csv: has no column law_name"):
        load_law_questions(folder)


@pytest.mark.parametrize(
    ("broken", "right"),
    [
        ("Ã©Ã©n", "één"),
        ("continuÃ¯teit", "continuïteit"),
        ("één", "één"),
        ("één en Ã©Ã©n", "één en Ã©Ã©n"),  # partly right: better left alone
        ("plain", "plain"),
    ],
)
def test_letters_encoded_twice(broken: str, right: str) -> None:
    assert mended(broken) == right


def test_texts_become_items(beir: Collection) -> None:
    (made,) = readings(beir, SETTINGS)
    prove(made)
    bodies = {item.path: item.span.of(made.document.text) for item in made.items}
    assert bodies["t1"] == TEXTS[0]["text"] and bodies["t4"] == "Alleen een opschrift"
    assert [p.item for p in made.passages] == ["t1", "t2", "t3", "t4"]
    assert made.embedded[0] == f"overig | Visa\n{TEXTS[0]['text']}"


def test_many_texts_become_several_documents() -> None:
    texts = tuple(Text(f"t{n}", "", "zelfde") for n in range(TOGETHER + 1))
    made = list(readings(Collection("x", texts, (), {}), SETTINGS))
    assert [len(each.items) for each in made] == [TOGETHER, 1]
    assert len({each.document.text for each in made}) == 2  # equal documents are kept only once


def test_a_text_of_no_words_is_never_found(tmp_path: Path) -> None:
    some = Collection("x", (Text("t1", "", "een visum"), Text("t2", "", " ")), (), {})
    with open_collection(some, tmp_path / "library") as search:
        assert search.texts("random", "visum") == ["t1"]


def test_another_library_is_refused(beir: Collection, tmp_path: Path) -> None:
    with open_collection(beir, tmp_path / "library"):
        pass
    other = Collection("ander", beir.texts[:2], beir.queries, beir.relevant)
    with (
        pytest.raises(LibraryRefused, match="holds other texts than ander"),
        open_collection(other, tmp_path / "library"),
    ):
        pass


def test_rankings_by_hand(tmp_path: Path) -> None:
    with opened(tmp_path / "library", Letters()) as library:
        put(library, reading("p.txt", "aaa", "aab", "bbb ccc"))
        found = {name: ranking(library, "aaa", 9) for name, ranking in RANKINGS.items()}
        texts = {
            name: [h.passage.span.of(library.document("p.txt").text) for h in hits]
            for name, hits in found.items()
        }
        assert texts["bm25"] == ["aaa"]  # the only one that holds the word
        assert texts["dense"] == ["aaa", "aab", "bbb ccc"]  # cosines 1, 2/√5 and 0
        assert [round(h.score, 6) for h in found["dense"]] == [1, round(2 / 5**0.5, 6), 0]
        assert sorted(texts["random"]) == ["aaa", "aab", "bbb ccc"]
        assert [h.rank for h in found["random"]] == [1, 2, 3]
        assert by_chance(library, "aaa", 9) == found["random"]
        assert len(by_words(library, "aaa bbb", 1)) == len(by_vectors(library, "a", 1)) == 1
        assert len({by_chance(library, f"vraag {n}", 1)[0].passage.id for n in range(20)}) == 3


def test_measures_by_hand(beir: Collection) -> None:
    pytest.importorskip("ir_measures")
    values = rank_values(beir, {"q1": ["t2", "t3", "t1"]})
    best = 2 / log2(2) + 1 / log2(3)
    assert values["q1"]["nDCG@10"] == pytest.approx((1 / log2(3) + 2 / log2(4)) / best)
    assert values["q1"]["recall@10"] == 2 / 2
    assert values["q1"]["MRR@10"] == 1 / 2
    assert values["q2"] == dict.fromkeys(MEASURES, 0.0)  # a question without results is not dropped
    assert rank_values(beir, {}) == {q: dict.fromkeys(MEASURES, 0.0) for q in ("q1", "q2")}


def test_only_ten_texts_count_in_the_order_given(beir: Collection) -> None:
    pytest.importorskip("ir_measures")
    others = [f"x{n}" for n in range(20)]  # texts that would come first by id do not
    tenth = rank_values(beir, {"q2": [*others[:9], "t2"]})["q2"]
    assert tenth == pytest.approx({"nDCG@10": 1 / log2(11), "recall@10": 1, "MRR@10": 1 / 10})
    assert rank_values(beir, {"q2": [*others[:10], "t2"]})["q2"] == dict.fromkeys(MEASURES, 0.0)


def test_run_files_are_trecs(tmp_path: Path) -> None:
    write_trec(tmp_path / "run.trec", {"q1": ["t2", "t3"]}, "bm25")
    told = (tmp_path / "run.trec").read_text()
    assert told == "q1 Q0 t2 1 1.000000 bm25\nq1 Q0 t3 2 0.500000 bm25\n"


def invoke(*arguments: str) -> dict:
    told = CliRunner().invoke(cli.app, ["retrieve", *arguments, "--json"], catch_exceptions=False)
    assert told.exit_code == 0
    return json.loads(told.stdout)


def test_the_systems_that_can_be_named_are_there() -> None:
    assert ("product", *RANKINGS) == SYSTEMS


def test_retrieve_on_a_collection(tmp_path: Path) -> None:
    pytest.importorskip("ir_measures")
    folder, out = write_beir(tmp_path / "klein"), tmp_path / "uit"
    card = invoke(
        *("--release", str(folder), "--systems", ",".join(SYSTEMS)),
        *("--variants", "terse", "--output", str(out)),
    )
    assert card["release"] == "klein" and card["comparable"]
    systems, changed = card["sections"]
    figures = {each["name"]: each["value"] for each in systems["figures"]}
    assert figures["recall@10, nl: bm25"] == 1.0  # t1 and t3 hold "visum"
    assert figures["nDCG@10, nl: product − random"] == pytest.approx(
        figures["nDCG@10, nl: product"] - figures["nDCG@10, nl: random"]
    )
    assert [each["name"] for each in changed["groups"]][:2] == [
        "product, nl: terse",
        "product, en: terse",
    ]
    assert (out / "bm25.trec").read_text().startswith("q1 Q0 t")
    assert (out / "product-terse.trec").exists()


def test_no_question_in_the_language_is_told(tmp_path: Path) -> None:
    folder = write_beir(tmp_path / "klein", qrels=QRELS[:1])
    told = CliRunner().invoke(cli.app, ["retrieve", "--release", str(folder), "--langs", "en"])
    assert isinstance(told.exception, RaadpleegError)
    assert "klein: has no question in these languages" in str(told.exception)


@pytest.mark.skipif(not LAW.is_dir(), reason="the shared folder is not beside the repository")
def test_the_law_questions_are_all_there() -> None:
    law = find_collection(LAW)
    assert law is not None and (len(law.texts), len(law.queries)) == (4653, 102)
    assert not [q.question for q in law.queries if "Ã" in q.question]
