"""The tab Positions: one actor's position on a topic over time, or two side by side.

Knows: which functions find and draw them. Does not know: how they do, nor how they are shown.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from index.actors import UNKNOWN, actors
from rag.nouns import Language
from rag.page.sheets import PositionsSheet, Shelf
from rag.page.tab import Make, Tab
from rag.page.texts import word
from rag.page.typed import known_actor, readable
from rag.page.working import Tell
from rag.positions.follow import positions
from rag.positions.timeline import timeline
from rag.writer import Stop

if TYPE_CHECKING:
    from rag.page.room import Choices, Room

FIRST = ("NL", "Commission", "Presidency", "EP", "member states")  # the rest by name


class PositionsTab(Tab[PositionsSheet]):
    """Choose an actor, perhaps another, and a topic; a timeline and the table behind it."""

    name, button = "positions", "make_positions"

    def ask(self) -> None:
        """The actors and the topic; any name may be typed."""
        import gradio as gr

        with gr.Row(elem_classes="fields"):
            self.actor, self.other = (
                gr.Dropdown(
                    [""], value="", allow_custom_value=True, min_width=180, elem_id=f"actor-{each}"
                )
                for each in ("one", "other")
            )
        self.topic = gr.Textbox(lines=1, elem_id="positions-topic")
        self.starts.append(self.topic.submit)
        self.asked += [self.actor, self.other, self.topic]
        self.texts += [
            (self.actor, "label", "actor"),
            (self.other, "label", "other_actor"),
            (self.topic, "label", "topic"),
            (self.topic, "placeholder", "topic_example"),
        ]

    def picture(self) -> None:
        """The timeline."""
        import gradio as gr

        self.plot = gr.Plot(show_label=False, elem_id="timeline")
        self.extras[self.plot] = {"value": None}

    def fill(
        self, room: Room, shelf: Shelf, language: Language, values: Mapping[Any, Any]
    ) -> dict[Any, dict[str, Any]]:
        """The actors by name; the Netherlands to begin with."""
        named = choices(language)
        other = [(word("no_other", language), ""), *named]
        return {
            self.actor: {"choices": named, "value": values.get(self.actor) or FIRST[0]},
            self.other: {"choices": other, "value": values.get(self.other) or ""},
        }

    def make(
        self, room: Room, shelf: Shelf, language: Language, asked: list[Any]
    ) -> Make[PositionsSheet]:
        """Raises QuestionRefused without a topic or an actor that is known."""
        actor, other, typed = asked
        who = [known_actor(actor, language)]
        if other:
            who.append(known_actor(other, language))
        topic = readable(typed, language, "empty_topic")
        assistant = room.assistant(shelf)

        def made(stop: Stop, tell: Tell) -> PositionsSheet:
            return PositionsSheet(shelf, positions(assistant, who, topic, language))

        return made

    def again(self, made: PositionsSheet, language: Language) -> list[Any] | None:
        """The actors and the topic; None where they are in that language."""
        told = made.positions
        actor, other = [*(side.actor for side in told.sides), ""][:2]
        return None if told.language == language else [actor, other, told.topic]

    def around(self, made: PositionsSheet, folder: Path) -> dict[Any, Any]:
        """The timeline, where there is anything to draw."""
        import gradio as gr

        if not any(side.steps for side in made.positions.sides):
            return {self.plot: gr.update(value=None)}
        drawn = timeline(made.positions)
        # the axis names the stances and the page the topic already
        drawn.update_layout(showlegend=False, title=None, margin={"t": 40}, dragmode=False)
        return {self.plot: gr.update(value=drawn)}


def choices(language: Language) -> Choices:
    """Every actor by name, those most asked about first."""
    known = [actor for actor in actors().values() if actor.value != UNKNOWN]

    def place(value: str, name: str) -> tuple[int, str]:
        return (FIRST.index(value) if value in FIRST else len(FIRST)), name.casefold()

    ordered = sorted(known, key=lambda actor: place(actor.value, actor.name(language)))
    return [(name[:1].upper() + name[1:], a.value) for a in ordered if (name := a.name(language))]
