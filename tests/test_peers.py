"""The comparison with peers: placing pieces, scoring a fake peer by hand, peers that are absent."""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from eval_case import STEUN, TERMIJN, write_release
from hypothesis import given
from hypothesis import strategies as st
from shelf import reading

from eval.gold import ItemNames, Release
from eval.peers.apart import run_apart
from eval.peers.child import run
from eval.peers.exchange import Job, Outcome, Piece, read_job, read_outcome, write
from eval.peers.measuring import NOWHERE, lines, passage, ran_apart
from eval.peers.placing import place, touched
from eval.peers.run import compare
from eval.peers.systems import PEERS, Peer
from eval.release import load_release
from index.build import build
from index.errors import RaadpleegError
from index.nouns import AgendaItem, Note, Span
from index.reading import Reading
from index.settings import Settings

REQUIREMENTS = Path(__file__).parents[1] / "eval" / "peers" / "requirements.txt"


def test_white_space_does_not_matter() -> None:
    text = "Titel\n\nDe  Raad\nstemde in.  Einde"
    assert place(text, ["De Raad stemde in.", "Einde", "Titel"]) == [
        Span(7, 26),
        Span(28, 33),
        Span(0, 5),
    ]


def test_a_repeated_piece_stands_where_its_turn_is() -> None:
    text = "Justitie\nEen.\nJustitie\nTwee.\nJustitie"
    spans = place(text, ["Justitie", "Een.", "Justitie", "Twee.", "Justitie"])
    assert spans == [Span(0, 8), Span(9, 13), Span(14, 22), Span(23, 28), Span(29, 37)]


def test_overlapping_pieces() -> None:
    assert place("a b a b a", ["a b a", "b a b", "a b a"]) == [Span(0, 5), Span(2, 7), Span(4, 9)]


def test_words_that_are_not_there_are_nowhere_and_cost_no_other_its_place() -> None:
    assert place("De Raad stemde in.", ["", "de raad", "stemde in."]) == [None, None, Span(8, 18)]


@given(st.lists(st.sampled_from(["a", "b", "ab", "aa"]), min_size=1, max_size=30), st.data())
def test_pieces_that_follow_each_other_are_found_where_they_were_cut(
    words: list[str], data: st.DataObject
) -> None:
    gaps = data.draw(st.lists(st.sampled_from([" ", "\n", " \n\n "]), min_size=len(words)))
    text = "".join(word + gap for word, gap in zip(words, gaps, strict=False)).strip()
    starts = [found.start() for found in re.finditer(r"\S+", text)]
    cuts = sorted(data.draw(st.sets(st.sampled_from(starts))) | {0})
    truth = [
        Span(a, a + len(text[a:b].rstrip()))
        for a, b in zip(cuts, [*cuts[1:], len(text)], strict=True)
    ]
    assert place(text, [" ".join(span.of(text).split()) for span in truth]) == truth


ITEMS = (
    AgendaItem("J", "J", None, None, None, Span(0, 0)),
    AgendaItem("J/1", "J", "1", None, None, Span(10, 30), (Note(1, Span(80, 90), 20),)),
    AgendaItem("J/2", "J", "2", None, None, Span(40, 70)),
)


@pytest.mark.parametrize(
    ("span", "paths"),
    [
        (Span(10, 12), ("J/1",)),
        (Span(25, 60), ("J/2", "J/1")),  # 5 characters of the first, 20 of the second
        (Span(0, 9), ("J/1",)),  # a heading
        (Span(31, 39), ("J/2",)),
        (Span(82, 84), ("J/1",)),  # its note
        (Span(95, 99), ()),
    ],
)
def test_items_that_a_span_touches(span: Span, paths: tuple[str, ...]) -> None:
    assert touched(span, ITEMS) == paths


@pytest.fixture(scope="module")
def release(tmp_path_factory: pytest.TempPathFactory) -> Release:
    return load_release(write_release(tmp_path_factory.mktemp("klein")))


@pytest.fixture(scope="module")
def readings(release: Release) -> dict[str, Reading]:
    return {file: build(release.documents / file, Settings()) for file in release.structure}


HEADING, FIRST, SECOND, BOTH, OTHER, CHANGED = range(6)
PIECES = (
    Piece("verslag.txt", "I. Justitie 1. Slachtofferrechten"),
    Piece("verslag.txt", f"{STEUN}1"),
    Piece("verslag.txt", TERMIJN),
    Piece(
        "verslag.txt",
        "drie maanden voor de omzetting.\n2. Overige onderwerpen a. Elektronisch bewijs\n"
        "Het Voorzitterschap meldde dat de verordening op 18 augustus 2026 ingaat.",
    ),
    Piece("agenda.txt", "Het kabinet blijft tegen toetreding zolang de controles aan de"),
    Piece("verslag.txt", "nederland steunde het voorstel"),
)


def outcome(**hits: tuple[int, ...]) -> Outcome:
    """Of the answerable questions in their order; one that is not named found nothing."""
    asked = ("q1", "q2", "q3", "q1_t", "q2_t", "q3_t")
    found = tuple(hits.get(id_, ()) for id_ in asked)
    return Outcome(PIECES, found, 2.0, (0.001, 0.002, 0.009, 0.002, 0.003, 0.001), {"fake": "1"})


def test_a_fake_peer_scored_by_hand(release: Release, readings: dict[str, Reading]) -> None:
    asked = [q for q in release.questions + release.twins if not q.must_abstain]
    assert [q.id for q in asked] == ["q1", "q2", "q3", "q1-t", "q2-t", "q3-t"]
    best = outcome(
        q1=(FIRST, SECOND), q2=(BOTH,), q3=(OTHER,), q1_t=(SECOND, FIRST), q2_t=(BOTH,), q3_t=()
    )
    worse = outcome(q1=(HEADING, FIRST), q2=(), q3=(CHANGED,), q1_t=(BOTH,), q2_t=(BOTH,))
    runs = [ran_apart(name, each, asked, readings) for name, each in (("a", best), ("b", worse))]
    told = lines(runs, asked, readings, ItemNames(release.structure))

    # Dutch: q1, q3, q2-t. The main quote of q3 has 14 words, of which its piece holds 10.
    ours, theirs = told["nl"]
    assert (ours.success.value, ours.evidence.value) == (3 / 3, pytest.approx((1 + 0 + 1) / 3))
    # The heading finds the item of q1 and its sentence half of the evidence; q3 found nothing.
    assert theirs.success.value == theirs.generous.value == pytest.approx((1 + 0 + 1) / 3)
    assert theirs.evidence.value == pytest.approx((1 / 2 + 0 + 1) / 3)
    assert theirs.success_less.value == pytest.approx(-1 / 3)
    assert theirs.evidence_less.value == pytest.approx(-1 / 2 / 3)
    # Words: 4 + 9 for q1, none for the piece that is nowhere, 5 + 6 + 11 for q2-t.
    assert theirs.words.value == pytest.approx((13 + 0 + 22) / 3)

    # English: q2, q1-t, q3-t. Most of the piece found for q1-t lies in another item.
    assert told["en"][1].success.value == 0
    assert told["en"][1].generous.value == pytest.approx(1 / 3)
    assert told["en"][1].success.n == 3

    assert runs[1].unplaced == 1
    assert runs[1].milliseconds == pytest.approx(2.0)


def test_a_piece_that_is_nowhere_is_of_no_item(readings: dict[str, Reading]) -> None:
    hit = passage(readings["verslag.txt"], NOWHERE)
    assert (hit.item, hit.text) == ("", "")


def job(peer: str, **more: object) -> Job:
    fields = {"pieces": None, "questions": ("a?", "b?"), "top": 2, "model": "none", **more}
    return Job(peer, {"x.txt": "een\ntwee", "y.txt": "drie"}, **fields)


def test_a_job_and_its_outcome_survive_the_way_to_the_other_process(tmp_path: Path) -> None:
    for sent in (job("txtai"), job("txtai", pieces=(Piece("x.txt", "één"),))):
        write(tmp_path / "job.json", sent)
        assert read_job(tmp_path / "job.json") == sent
    write(tmp_path / "outcome.json", outcome(q1=(1, 2)))
    assert read_outcome(tmp_path / "outcome.json") == outcome(q1=(1, 2))


def test_a_peer_cuts_unless_it_is_given_pieces() -> None:
    def index(texts: list[str], model: str, top: int) -> Callable[[str], list[int]]:
        return lambda question: list(range(len(texts)))[::-1][:top]

    fake = Peer("fake", "a line", ("raadpleeg",), ("json",), str.splitlines, index)
    made = run(job("fake"), fake)
    assert made.pieces == (Piece("x.txt", "een"), Piece("x.txt", "twee"), Piece("y.txt", "drie"))
    assert made.hits == ((2, 1), (2, 1))
    assert len(made.seconds) == 2
    assert set(made.versions) == {"raadpleeg"}
    assert run(job("fake", pieces=(Piece("y.txt", "drie"),)), fake).hits == ((0,), (0,))


def test_a_peer_that_is_not_installed_is_said_to_be() -> None:
    with pytest.raises(RaadpleegError, match=r"haystack: haystack-ai is not installed"):
        run_apart(job("haystack"), Path(sys.executable))


def test_an_interpreter_that_is_not_there_is_named() -> None:
    with pytest.raises(RaadpleegError, match=r"--python nowhere/python: .*requirements"):
        run_apart(job("txtai"), Path("nowhere/python"))


def test_the_rest_goes_on_without_the_peers(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = write_release(tmp_path / "klein")
    compare(str(folder), Path(sys.executable), "haystack,llama-index", as_object=True)
    told = json.loads(capsys.readouterr().out)
    assert [line["label"] for line in told["lines"]["nl"]] == [
        "Raadpleeg",
        "Raadpleeg, BM25 alone",
        "Raadpleeg, vectors alone",
    ]
    assert [line["success"]["n"] for line in told["lines"]["en"]] == [3, 3, 3]
    assert told["absent"] == [
        "haystack: haystack-ai is not installed",
        "llama-index: llama-index-core is not installed",
    ]
    compare(str(folder), Path(sys.executable), "haystack")
    assert "- haystack: haystack-ai is not installed" in capsys.readouterr().out


def test_an_unknown_peer_is_refused(tmp_path: Path) -> None:
    with pytest.raises(RaadpleegError, match=r"--peers lucene: choose from txtai,haystack,"):
        compare(str(tmp_path), peers="txtai,lucene")


def test_every_package_of_a_peer_is_pinned_exactly() -> None:
    pins = re.findall(r"^([\w.-]+)==([\w.]+)$", REQUIREMENTS.read_text(encoding="utf-8"), re.M)
    names = {name.lower().replace("_", "-") for name, _ in pins}
    assert {package for peer in PEERS.values() for package in peer.packages} <= names


def test_pieces_given_are_the_passages_of_the_reading() -> None:
    made = reading("x.txt", "aab", "bc")
    spans = place(made.document.text, [p.span.of(made.document.text) for p in made.passages])
    assert spans == [p.span for p in made.passages]
