"""Measures of overviews with values worked out by hand, and what a hurried hand might make of them.

As `metric_cases`: a case takes the module under test, so that a broken copy can be tried.
"""

from __future__ import annotations

from dataclasses import replace

from metric_cases import LATER, NAMES, STEUN, STRUCTURE, TEGEN, Case, paper, question, said, unit

from eval.actor_labels import Label, digest
from eval.gold import GoldQuote, ItemNames
from eval.gold_summaries import Change, Entry, Place, PositionOverTime, SummaryNugget
from eval.gold_summaries import Step as GoldStep
from eval.handed_in import GivenCitation, GivenStatement, GivenVoice
from eval.intervals import Figure
from eval.overviews_positions import PositionScore
from eval.overviews_register import RegisterScore
from eval.summary_score import Papers, SummaryGoal, SummaryScore
from rag.nouns import Citation, Statement
from rag.outcomes.nouns import Record
from rag.overviews import Making, Part, Shift, Side, Step, Summary

ANDERS = "Iets anders hier."
LEES = "De Raad neemt op 3 mei 2024 een besluit over 25 plaatsen in Praag."


def cite(document: str, item: str, quote: str, start: int = 0) -> Citation:
    return Citation(
        document, item, None, ("2023-06-08",), None, None, start, start + len(quote), quote
    )


def tell(document: str, item: str, quote: str, actor: str = "unknown", text: str = "") -> Statement:
    return Statement(text or quote, actor, (cite(document, item, quote),))


def summary(*said_: Statement, parts: tuple[Part, ...] = ()) -> Summary:
    made = (Part("", said_), *parts)
    return Summary("document", "", "nl", (), ("a.txt",), made, "", Making("none"))


def nugget(key: str, item: str = "J/1", vital: bool = True, *others: Place) -> SummaryNugget:
    return SummaryNugget(key, key, vital, (key,), item, None, others)


def label(*actors: str, stances: tuple[str, ...] = ("support",)) -> Label:
    return Label((frozenset(actors),), stances)


LABELS = {("a.txt", digest(STEUN)): label("NL"), ("a.txt", digest(TEGEN)): label("HU")}
PAPERS = Papers(STRUCTURE, NAMES, LABELS)
S1, S2 = tell("a.txt", "J/1", STEUN, "NL"), tell("a.txt", "J/1", TEGEN, "HU")
GOAL = SummaryGoal(
    "s",
    "2023-06-08",
    ("a.txt",),
    (nugget("steunde"), nugget("2,5 miljard"), nugget("anders", "J/2", vital=False)),
    ("Nederland", "Hongarije", "de bakker"),
)
AGENDA = paper(
    "2023-06-08",
    replace(unit("Brief/Aanhef", "Hierbij."), section="Brief"),
    replace(unit("J/Belangrijkste resultaten", "De Raad sprak."), section="J"),
    replace(unit("J/1", "Een."), section="J", number="1"),
    replace(unit("J/1/Inzet", "Twee."), section="J"),
    replace(unit("J/2", ""), section="J", number="2"),
    replace(unit("J/2/a", "Drie."), section="J", number="a"),
    replace(unit("J/Conclusies", "Vier."), section="J"),
)
AGENDAS = Papers({"a.txt": AGENDA}, ItemNames({"a.txt": AGENDA}), {})

POSITION = PositionOverTime(
    "p",
    "Nederland",
    {"nl": "slachtoffers", "en": "victims"},
    (
        GoldStep("a.txt", "J/1", STEUN, "support"),
        GoldStep("b.txt", "J/1", LATER, "opposition", "call"),
    ),
    (Change("a.txt", "b.txt", "trok in"),),
    ("c.txt", "d.txt"),
    (GoldQuote("a.txt", "J/2", ANDERS),),
)

BOTH_WAYS = replace(POSITION, tolerated=(GoldQuote("a.txt", "J/1", STEUN),))


def step(document: str, quote: str, kind: str = "support", day: str = "2023-06-08") -> Step:
    return Step(tell(document, "J/1", quote), day, "", document, "J/1", kind, "first")  # type: ignore[arg-type]


def side(*steps: Step, shifts: tuple[tuple[str, str], ...] = ()) -> Side:
    made = tuple(Shift(a, b, "support", "opposition", "") for a, b in shifts)
    return Side("NL", steps, made, ())


def position(**more: object) -> PositionScore:
    fields = {
        "id": "p",
        "right": (3, 4),
        "found": (1, 2),
        "changes_right": (1, 1),
        "changes_found": (1, 1),
        "silent": (0, 0),
        "unheard": (0, 0),
        "stances": (),
    }
    return PositionScore(**(fields | more))  # type: ignore[arg-type]


def entry(quote: str, sort: str = "decision", **more: object) -> Entry:
    fields = {"what": "adopted", "actor": "Raad", "date": None} | more
    return Entry("a.txt", "J/1", quote, sort, **fields)  # type: ignore[arg-type]


def record(quote: str, sort: str = "decision", actor: str = "Council", **more: object) -> Record:
    fields = {"what": "adopted", "date": None} | more
    what, day = fields["what"], fields["date"]
    shown = Statement(
        quote, actor, (cite("a.txt", "J/1", quote, 100 * (STEUN, TEGEN, LATER).index(quote)),)
    )
    return Record(sort, what, shown, actor, day, "", (), "a.txt", "J/1")  # type: ignore[arg-type]


ENTRIES = (
    entry(STEUN, date="2023-07", also="next_step"),
    entry(TEGEN, "promise", optional=True, actor="Hongarije, Polen"),
    entry(LATER, what="debate", actor="bakker"),
)


def registered(*records: Record) -> RegisterScore:
    from eval.overviews_register import score_register

    return score_register("a.txt", "m", records, ENTRIES)


def voiced(quote: str, *voices: tuple[str, str]) -> GivenStatement:
    heard = tuple(GivenVoice(*each) for each in voices)
    return GivenStatement(quote, (GivenCitation("a.txt", "J/1", 0, len(quote), quote, heard),))


ASKED = (
    question("q1", "NL?", ("a.txt", "J/1", STEUN), actor="Nederland"),
    question("q2", "HU?", ("a.txt", "J/1", TEGEN), actor="Hongarije"),
)
HEARD = {
    "q1": replace(said("q1"), statements=(voiced(STEUN, ("NL", "support")),)),
    "q2": replace(said("q2"), statements=(voiced(TEGEN, ("PL", "opposition")), voiced(ANDERS))),
}
DEAF = {"q1": said("q1", ("a.txt", "J/1", STEUN))}


def figures(found: tuple[Figure, ...]) -> dict[str, float | None]:
    return {figure.name: figure.value for figure in found}


def score(cluster: str, vital: tuple[int, int], words: int, **more: object) -> SummaryScore:
    return SummaryScore("s", cluster, vital, vital, words, **more)  # type: ignore[arg-type]


SCORES = (
    score("m1", (1, 2), 50, wrong=(1, 4), covered=(3, 4)),
    score("m1", (2, 2), 150, values=(9, 10)),
    score("m2", (0, 4), 0, made=False),
)

CASES: dict[str, list[Case]] = {
    "overviews_quotes": [
        lambda m: (m.overlaps(STEUN, STEUN.replace(" ", "\n")), True),
        lambda m: (m.overlaps(STEUN, "Nederland steunde het"), True),  # a clause of it
        # a run of 4 of 6 words; of 3 of 6; of 3 of 4, which are too few
        lambda m: (m.overlaps("een twee drie vier vijf zes", "nul een twee drie vier nul"), True),
        lambda m: (m.overlaps("een twee drie vier vijf zes", "nul een twee drie nul nul"), False),
        lambda m: (
            m.overlaps("nul een twee drie vier nul", "een twee drie vier " + "x " * 9),
            True,
        ),
        lambda m: (m.overlaps("een twee drie vier", "nul een twee drie nul"), False),
        lambda m: (m.overlaps(STEUN, TEGEN), False),
        lambda m: (m.shows(S1, "a.txt", STEUN), True),
        lambda m: (m.shows(S1, "b.txt", STEUN), False),
        lambda m: (
            m.clustered("x", [("m", 1.0, 2.0), ("m", 2.0, 2.0), ("n", 0.0, 4.0)]).value,
            3 / 8,
        ),
        lambda m: (m.clustered("x", [("m", 1.0, 2.0), ("m", 2.0, 2.0), ("n", 0.0, 4.0)]).n, 3),
        # all rows of one meeting: nothing to draw from
        lambda m: (m.clustered("x", [("m", 1.0, 2.0), ("m", 2.0, 2.0)]).low, None),
    ],
    "summary_score": [
        lambda m: (m.score_summary(GOAL, summary(S1), PAPERS).vital, (1, 2)),
        lambda m: (m.score_summary(GOAL, summary(S1), PAPERS).every, (1, 3)),
        lambda m: (m.score_summary(GOAL, summary(S1), PAPERS).recall, 1 / 2),
        # the right words from another item prove nothing
        lambda m: (
            m.score_summary(GOAL, summary(tell("a.txt", "J/2", STEUN)), PAPERS).vital,
            (0, 2),
        ),
        lambda m: (
            m.score_summary(GOAL, summary(tell("b.txt", "J/1", STEUN)), PAPERS).vital,
            (0, 2),
        ),
        lambda m: (
            m.told(
                nugget("steunde"),
                "a.txt",
                [cite("b.txt", "J/1", STEUN)],
                m.Papers(STRUCTURE, NAMES, {}),
            ),
            False,
        ),
        # what only the statement says is not proved
        lambda m: (
            m.score_summary(GOAL, summary(tell("a.txt", "J/1", TEGEN, text=STEUN)), PAPERS).vital,
            (1, 2),
        ),
        lambda m: (m.score_summary(GOAL, None, PAPERS).vital, (0, 2)),
        lambda m: (m.score_summary(GOAL, None, PAPERS).made, False),
        lambda m: (m.told(ELSEWHERE, "a.txt", [cite("a.txt", "J/2", ANDERS)], PAPERS), True),
        lambda m: (m.told(ELSEWHERE, "a.txt", [cite("a.txt", "J/2", STEUN)], PAPERS), False),
        # two of the three actors are in the list, one of them is heard
        lambda m: (m.score_summary(GOAL, summary(S1), PAPERS).actors, (1, 2)),
        lambda m: (m.score_summary(GOAL, summary(S1, S2), PAPERS).words, len(STEUN.split()) + 10),
        # agenda: 1 (with its Inzet), 2/a, Conclusies
        lambda m: (m.agenda(AGENDA), ("j/1", "j/2/a", "j/conclusies")),
        lambda m: (
            m.covered(summary(tell("a.txt", "J/1/Inzet", "Twee.")), ["a.txt"], AGENDAS),
            (1, 3),
        ),
        lambda m: (
            m.covered(summary(parts=(Part("", (), "a.txt", "J/2", "-"),)), ["a.txt"], AGENDAS),
            (1, 3),
        ),
        lambda m: (
            m.covered(summary(parts=(Part("", (), "b.txt", "J/2", "-"),)), ["a.txt"], AGENDAS),
            (0, 3),
        ),
        lambda m: (m.score_summary(GOAL, summary(S1), PAPERS).covered, (0, 0)),
    ],
    "summary_values": [
        lambda m: (m.values_found([tell("a.txt", "J/1", LEES)]), (3, 3)),  # a day, 25, Praag
        # 24 is not 25, Brno not Praag; the day stands there
        lambda m: (
            m.values_found(
                [tell("a.txt", "J/1", LEES, text="Op 3 mei 2024 gaat het om 24 plaatsen in Brno.")]
            ),
            (1, 3),
        ),
        # the meeting's days bear a date that the quote does not say
        lambda m: (
            m.values_found([tell("a.txt", "J/1", STEUN, text="Op 8 juni 2023 was er steun.")]),
            (1, 1),
        ),
        lambda m: (
            m.values_found([tell("a.txt", "J/1", STEUN, text="Polen steunde het voorstel.")]),
            (0, 1),
        ),
        # whose words it is said to be proves nothing
        lambda m: (
            m.values_found([tell("a.txt", "J/1", STEUN, "PL", text="Polen steunde het voorstel.")]),
            (0, 1),
        ),
        lambda m: (m.values_found([]), (0, 0)),
    ],
    "summary_figures": [
        lambda m: (
            figures(m.summary_figures(SCORES))["vital nugget recall"],
            (1 / 2 + 2 / 2 + 0) / 3,
        ),
        lambda m: (figures(m.summary_figures(SCORES))["words"], (50 + 150) / 2),
        lambda m: (figures(m.summary_figures(SCORES))["nuggets per 100 words"], 100 * 3 / 200),
        lambda m: (figures(m.summary_figures(SCORES))["values found in the source"], 9 / 10),
        lambda m: (figures(m.summary_figures(SCORES))["wrong actor (labelled sentences)"], 1 / 4),
        lambda m: (
            figures(m.quote_figures({"x": [S1]}, {"a.txt": STEUN}, {"a.txt": None})),
            {
                "quotes that are slices": 1.0,
                "quotes found in the paper": None,
            },
        ),
        lambda m: (
            figures(m.quote_figures({"x": [S1]}, {"a.txt": TEGEN}, {"a.txt": None}))[
                "quotes that are slices"
            ],
            0.0,
        ),
    ],
    "actor_labels": [
        lambda m: (m.wrongly_said([S1, S2], LABELS), (0, 2)),
        lambda m: (m.wrongly_said([tell("a.txt", "J/1", STEUN, "NL; HU")], LABELS), (1, 1)),
        lambda m: (m.wrongly_said([tell("a.txt", "J/1", STEUN)], LABELS), (0, 0)),  # unknown
        lambda m: (m.wrongly_said([tell("a.txt", "J/2", ANDERS, "NL")], LABELS), (0, 0)),
        lambda m: (m.digest("Een  zin.\n"), m.digest("Een zin.")),
        lambda m: (m.digest("Een zin.") == m.digest("Een zinn."), False),
    ],
    "actor_figures": [
        lambda m: (m.accuracy("x", [("a", ("a",)), ("b", ("a", "b")), ("b", ("a",))]).value, 2 / 3),
        # a: right 1, told 1, due 2; b: right 1, told 2, due 1
        lambda m: (
            m.macro_f1("x", [("a", ("a",)), ("b", ("a", "b")), ("b", ("a",))]).value,
            (2 * 1 / (1 + 2) + 2 * 1 / (2 + 1)) / 2,
        ),
        lambda m: (m.macro_f1("x", [("c", ("a",))]).value, 0.0),
        lambda m: (m.macro_f1("x", []).value, None),
        lambda m: (figures(m.voice_figures(ASKED, HEARD, LABELS))["asked actor heard"], 1 / 2),
        lambda m: (
            figures(m.voice_figures(ASKED, HEARD, LABELS))["actors right (labelled sentences)"],
            1 / 2,
        ),
        lambda m: (
            figures(m.voice_figures(ASKED, HEARD, LABELS))["stance right (labelled sentences)"],
            1 / 1,
        ),
        lambda m: (m.voice_figures(ASKED, DEAF, LABELS), ()),
    ],
    "overviews_positions": [
        lambda m: (m.score_position(POSITION, side(step("a.txt", STEUN))).found, (1, 2)),
        # a tolerated sentence is neither right nor wrong
        lambda m: (
            m.score_position(
                POSITION, side(step("a.txt", STEUN), step("a.txt", ANDERS), step("a.txt", TEGEN))
            ).right,
            (1, 2),
        ),
        lambda m: (m.score_position(POSITION, side(step("b.txt", STEUN))).right, (0, 1)),
        # what is gold and tolerated as well is right
        lambda m: (m.score_position(BOTH_WAYS, side(step("a.txt", STEUN))).right, (1, 1)),
        # a pair without a step shown is no case of precision
        lambda m: (m.position_figures([position(), position(right=(0, 0))])[0].n, 1),
        lambda m: (
            m.score_position(POSITION, side(shifts=(("a.txt", "b.txt"),))).same_changes,
            True,
        ),
        lambda m: (
            m.score_position(POSITION, side(shifts=(("b.txt", "a.txt"),))).changes_found,
            (0, 1),
        ),
        lambda m: (
            m.score_position(
                POSITION, side(shifts=(("a.txt", "b.txt"), ("b.txt", "c.txt")))
            ).same_changes,
            False,
        ),
        lambda m: (m.score_position(POSITION, side(), ["c.txt", "a.txt"]).silent, (1, 2)),
        lambda m: (m.score_position(POSITION, side(), ["c.txt", "a.txt"]).unheard, (1, 2)),
        lambda m: (m.score_position(POSITION, None).found, (0, 2)),
        lambda m: (
            m.score_position(POSITION, side(step("b.txt", LATER, "call", "2024-01-25"))).stances,
            (("call", ("opposition", "call")),),
        ),
        lambda m: (
            figures(m.position_figures([position(), position(right=(0, 0), found=(2, 2))])),
            {
                "steps: precision": 3 / 4,
                "steps: recall": (1 + 2) / (2 + 2),
                "steps: recall (mean of pairs)": (1 / 2 + 2 / 2) / 2,
                "changes: precision": 2 / 2,
                "changes: recall": 2 / 2,
                "pairs with exactly the changes": 2 / 2,
                "silent papers: recall": None,
                "said silent, but speaks": None,
                "stance of steps found": None,
                "stance of steps found: macro F1": None,
            },
        ),
        lambda m: (len(m.within(POSITION, frozenset({"b.txt"})).steps), 1),
        lambda m: (len(m.within(POSITION, frozenset({"b.txt"})).changes), 1),
        lambda m: (len(m.within(POSITION, frozenset({"a.txt"})).changes), 0),
    ],
    "overviews_register": [
        # of the wrong sort: right by sentence alone
        lambda m: (counts(m, record(STEUN), record(LATER, "promise")), (2, 1, 2, 1, 2)),
        # the second sort fits as well; an optional one is no fault, and none to be found
        lambda m: (
            counts(m, record(STEUN, "next_step"), record(TEGEN, "promise")),
            (2, 2, 2, 1, 2),
        ),
        lambda m: (counts(m, record(STEUN), record(STEUN)), (1, 1, 1, 1, 2)),  # twice is once
        lambda m: (counts(m), (0, 0, 0, 0, 2)),
        lambda m: (
            figures(
                m.register_figures(
                    [
                        registered(
                            record(STEUN, date="2023-07"),
                            record(TEGEN, "promise", "HU", date="2023"),
                            record(LATER, what="conclusions"),
                        )
                    ]
                )
            ),
            {
                "precision": 3 / 3,
                "recall": 2 / 2,
                "precision (without optional ones)": 2 / 2,
                "precision (sentence alone)": 3 / 3,
                "date right": 1 / 1,
                "date made up": 1 / 2,
                "actor right": 1 / 2,  # of two actors one is told; the baker is in no list
                "outcome right": 1 / 2,
            },
        ),
        lambda m: (
            figures(m.register_figures([registered(record(STEUN, date="2023"))]))["date right"],
            0 / 1,
        ),
        # a wrong one and an optional one: nothing is right of the one that counts
        lambda m: (
            figures(
                m.register_figures([registered(record(TEGEN, "promise"), record(STEUN, "promise"))])
            )["precision (without optional ones)"],
            0 / 1,
        ),
        lambda m: (m.actors_of(ENTRIES[1]), frozenset({"HU", "PL"})),
        lambda m: (m.actors_of(entry(STEUN, actor="Polen, bakker")), frozenset()),
        lambda m: (m.actors_of(ENTRIES[2]), frozenset()),
        lambda m: (m.actors_of(entry(STEUN, actor=None)), frozenset()),
    ],
    "overlap": [
        # two words, one of which stands in the gold
        lambda m: (
            m.overlap(question("o", "Grenzen en migratie?", ("a", "u", "De grenzen dicht."))),
            1 / 2,
        ),
        lambda m: (m.overlap(question("o", "Grenzen?")), None),
        lambda m: (
            list(m.overlap_parts(PARTED).values()),
            ["none", "1 of 3 (least)", "2 of 3", "3 of 3 (most)"],
        ),
        lambda m: (m.overlap_parts(PARTED[:3]), {}),
    ],
}
ELSEWHERE = nugget("nergens", "J/1", True, Place("J/2", ("anders", "steunde het niet")))
PARTED = tuple(
    question(f"o{at}", "Grenzen migratie asiel visum?", ("a", "u", told))
    for at, told in enumerate(
        ("Water.", "Grenzen.", "Grenzen migratie.", "Grenzen migratie asiel visum.")
    )
)


def counts(module: object, *records: Record) -> tuple[int, int, int, int, int]:
    scored = module.score_register("a.txt", "m", records, ENTRIES)  # type: ignore[attr-defined]
    return scored.shown, scored.right, scored.placed, scored.found, scored.due


# module, what stands there, what a hurried hand might make of it
MUTATIONS = [
    ("overviews_quotes", "_SHARE, _LEAST = 0.6, 4", "_SHARE, _LEAST = 0.5, 2"),
    ("overviews_quotes", "_SHARE * min(", "_SHARE * max("),
    ("overviews_quotes", "cited.document == document and ", ""),
    ("overviews_quotes", "wholes.get(cluster, 0.0) + whole", "whole"),
    ("overviews_quotes", ", n=len(rows)", ""),
    ("summary_score", "if n.vital]", "]"),
    ("summary_score", "and papers.within(citation, paper, unit)", ""),
    ("summary_score", "if citation.document != document:", "if False:"),
    ("summary_score", ", *((p.unit, p.key) for p in nugget.elsewhere))", ",)"),
    ("summary_score", "for key in keys", "for key in nugget.key"),
    ("summary_score", "if (actor := named_actor(name))}", "if (actor := name)}"),
    ("summary_score", "unit.section != _LETTER", "True"),
    ("summary_score", "and not name_form(unit.id).endswith(_RESULTS)", ""),
    ("summary_score", "and (unit.number or", "and (True or"),
    ("summary_score", "unit.has_body\n", "True\n"),
    ("summary_score", "paper == document and _related", "_related"),
    ("summary_score", " or other.startswith(f\"{one}/\")", ""),
    ("summary_score", "if goal.whole else NOTHING", "if not goal.whole else NOTHING"),
    ("summary_values", "len(said & _proved(statement))", "len(said)"),
    ("summary_values", "len(named) - len(lacking)", "len(named)"),
    ("summary_values", "borne | meeting_proofs(\" ; \".join(days), borne)", "borne"),
    ("summary_values", "UNKNOWN_ACTOR, cited", "statement.actor, cited"),
    ("summary_figures", "s.recall, 1.0", "s.recall, s.vital[1]"),
    ("summary_figures", "_HUNDRED = 100", "_HUNDRED = 1"),
    ("summary_figures", "for s in scores if s.made]", "for s in scores]"),
    ("summary_figures", "s.wrong) for", "s.values) for"),
    ("summary_figures", "c.start, c.end, c.quote", "c.start, c.end, each.text[1:]"),
    ("actor_labels", "wrong += not label", "wrong += label"),
    ("actor_labels", "or statement.actor == UNKNOWN_ACTOR", ""),
    ("actor_labels", "\" \".join(sentence.split())", "sentence"),
    ("actor_figures", "told in right for", "told == right[0] for"),
    ("actor_figures", "2 * right / seen", "right / seen"),
    ("actor_figures", "told if told in right else right[0]", "right[0]"),
    ("actor_figures", "gold.document == citation.document and overlaps", "not overlaps"),
    ("actor_figures", "if not any(citation.voices", "if any(citation.voices"),
    ("actor_figures", "        and label.allows(voice.actor for voice in citation.voices)\n    ]",
     "    ]"),
    ("overviews_positions", "not is_right and shows_any", "shows_any"),
    ("overviews_positions", "len(steps) - sum(spared)", "len(steps)"),
    ("overviews_positions", "len(due & said), len(said)", "len(due & said), len(due)"),
    ("overviews_positions", "len(due & said), len(due)", "len(said), len(due)"),
    ("overviews_positions", "(each.from_document, each.to_document) for each in gold",
     "(each.to_document, each.from_document) for each in gold"),
    ("overviews_positions", "== self.changes_right[1] ==", "=="),
    ("overviews_positions", "set(gold.silent) & set(quiet)", "set(quiet)"),
    ("overviews_positions", "if each[1]]", "]"),
    ("overviews_positions", "if each.to_document in documents),\n        silent",
     "),\n        silent"),
    ("overviews_register", "(entry.sort, entry.also)", "(entry.sort,)"),
    ("overviews_register", "record.sort in (entry.sort, entry.also) and ", ""),
    ("overviews_register", "if not entry.optional),\n        sum(not", "),\n        sum(not"),
    ("overviews_register", "sum(not entry.optional for", "sum(True for"),
    ("overviews_register", "list({_place(record): record for record in records}.values())",
     "list(records)"),
    ("overviews_register", "if entry.date]", "]"),
    ("overviews_register", "if not entry.date]", "]"),
    ("overviews_register", "told.split(\";\")} == right", "told.split(\";\")} & right"),
    ("overviews_register", "if all(names) else frozenset()", ""),
    ("overviews_register", "and entry.what in _OUTCOMES", "and entry.what not in _OUTCOMES"),
    ("overviews_register", "s.right - s.spared, s.shown - s.spared", "s.right, s.shown"),
    ("overlap", "/ len(asked)", "/ len(told)"),
    ("overlap", "asked & told", "told"),
    ("overlap", "if not question.gold or not asked", "if not asked"),
    ("overlap", "1 + bisect_left(borders, share)", "3 - bisect_left(borders, share)"),
    ("overlap", "len(shares) < len(PARTS)", "not shares"),
]  # fmt: skip
