"""The parts of the report that are grids: slices by figure, faults by run, actors by actors.

Knows: which counts stand beside each other, and their shades. Does not know: how they are counted.
"""

from __future__ import annotations

from html import escape

from eval.headlines import HEADLINES
from eval.report.faults import FAULTS
from eval.report.gathered import Gathered
from eval.report.markup import Words, paragraph, section, table
from eval.report.numbers import SMALL, Cell, actor_table, fault_counts, heat

SHADES = 5


def heat_part(told: Gathered) -> str:
    """Every slice in every headline."""
    rows = [[Words(name), *(_heat_cell(cell) for cell in found)] for name, found in heat(told.run)]
    head = ["slice", *(f"{h.name} ↓" if h.lower_is_better else h.name for h in HEADLINES)]
    return section(
        "slices",
        "By type, language and way of asking",
        table("Every question apart; a stronger shade is better", head, rows, "heat"),
        paragraph(
            f"Value and number of questions; below {SMALL} questions the sum out of how many.",
            "note",
        ),
    )


def fault_part(told: Gathered) -> str:
    """How many questions have which fault, in every run."""
    runs = [run for run in told.runs if run.run.answers is not None]
    if not runs:
        return ""
    counted = [fault_counts(run) for run in runs]
    head = "".join(f'<th scope="col" class="n">{escape(told.name(run))}</th>' for run in runs)
    body = ""
    for fault, meaning in FAULTS.items():
        cells_ = "".join(_bar(counts[fault], asked) for counts, asked in counted)
        body += f'<tr><th scope="row">{fault}</th>{cells_}<td>{escape(meaning)}</td></tr>'
    return section(
        "faults",
        "What goes wrong",
        '<div class="wide" tabindex="0" role="region" aria-label="Faults"><table>'
        "<caption>Questions by the first fault that explains the answer</caption><thead><tr>"
        f'<th scope="col">fault</th>{head}<th scope="col">meaning</th></tr></thead>'
        f"<tbody>{body}</tbody></table></div>",
    )


def actor_part(told: Gathered) -> str:
    """Sentences of the answers: whose position was asked, whose is given."""
    columns, rows = actor_table(told.run)
    if not rows:
        return ""
    made = []
    for asked, counted in rows.items():
        whole = sum(counted.values())
        shaded = [_shaded(counted.get(cited, 0), whole, cited == asked) for cited in columns]
        made.append([Words(asked), Words(str(whole)), *shaded])
    return section(
        "actors",
        "Actor asked, actor cited",
        table("Sentences of the answers", ["asked", "sentences", *columns], made, "heat"),
        paragraph("Rows: whose position is asked. ●: the actor that was asked.", "note"),
    )


def _heat_cell(cell: Cell) -> Words:
    if cell.value is None or cell.good is None:
        return Words("–")
    few = cell.n < SMALL
    words = f"{cell.part:.3g} of {cell.whole:.3g}" if few else f"{cell.value:.2f} ({cell.n})"
    return Words(words, f"h{_shade(cell.good)}")


def _shaded(count: int, whole: int, asked: bool) -> Words:
    words = f"{'● ' if asked else ''}{count}" if count or asked else ""
    return Words(words, f"h{_shade(count / whole)}" if count else "")


def _shade(good: float) -> int:
    return min(SHADES - 1, max(0, int(good * SHADES)))


def _bar(count: int, asked: int) -> str:
    share = count / asked if asked else 0.0
    bar = f'<rect class="bar" width="{100 * share:.1f}" height="10"/>'
    picture = (
        '<svg class="bars" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">'
        f"{bar}</svg>"
    )
    return f'<td class="n">{count} ({share:.0%}){picture}</td>'
