"""A tab on which an overview is asked for, made step by step, and its sources opened beside it.

Knows: Gradio's components, imported only when a page is made, and what all such tabs have in
common. Does not know: what is asked on a tab, nor what is made (`meeting.py`, `positions.py`,
`briefing.py`), nor what happens when something is used (`tab_wiring.py`).
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar, Generic, TypeVar

from rag.page.sheets import Sheet
from rag.page.texts import word
from rag.writer import Stop

if TYPE_CHECKING:
    from rag.nouns import Language
    from rag.page.room import Room
    from rag.page.sheets import Shelf
    from rag.page.working import Tell

# runs in the browser: a click, or Enter, on a citation, on what was understood or on a topic tells
# the server which
CHOOSE = """
element.addEventListener("click", (event) => {
  const cite = event.target.closest("button.cite");
  if (cite) trigger("click", { number: Number(cite.dataset.cite) });
  const topic = event.target.closest("button.topic");
  if (topic) trigger("select", { topic: topic.innerText });
  const slot = event.target.closest("button.slot");
  if (!slot || slot.disabled) return;
  slot.disabled = true;
  const { undo, redo } = slot.dataset;
  trigger("undo", undo === undefined ? { redo: Number(redo) } : { undo: Number(undo) });
});
"""
Made = TypeVar("Made", bound=Sheet)
Make = Callable[[Stop, "Tell"], Made]


class Tab(ABC, Generic[Made]):
    """One tab: what is asked, a button to make it, a button to stop, what was made, the source.

    `asked`: the components that say what is asked; `topic`: that of them which names a topic, where
    one does. `starts`: the events at which it is made.
    `extras`: what stands around what was made (a picture, files to take along), and what each is as
    long as nothing is made; never invisible, since Gradio's page loses what is hidden and shown at
    once. `texts`: which text stands where.
    """

    name: str
    button: str
    nothing: ClassVar[dict[str, Any]] = {"value": None, "interactive": False}  # no file yet

    def __init__(self) -> None:
        """Inside the Tabs of a page."""
        import gradio as gr

        self.texts: list[tuple[Any, str, str]] = []
        self.asked: list[Any] = []
        self.starts: list[Any] = []
        self.topic: Any = None
        self.extras: dict[Any, dict[str, Any]] = {}
        with gr.Tab("…", id=self.name) as tab, gr.Row(equal_height=False, elem_classes="columns"):
            # Gradio counts whatever lies between tabs as a tab: hence the states inside
            self.state, self.opened = gr.State(None), gr.State(0)
            with gr.Column(scale=6, min_width=300):
                self.ask()
                with gr.Row(elem_classes="go-row"):
                    self.go = gr.Button(variant="primary", elem_id=f"{self.name}-go")
                    self.stop = gr.Button(elem_id=f"{self.name}-stop", interactive=False)
                    self.take()
                self.picture()
                self.told = self.pane(f"{self.name}-told", "told-pane", CHOOSE)
            with gr.Column(scale=5, min_width=300):
                self.source = self.pane(f"{self.name}-source", "source", None)
        self.starts.append(self.go.click)
        self.texts += [
            (tab, "label", f"{self.name}_tab"),
            (self.go, "value", self.button),
            (self.stop, "value", "stop"),
        ]

    @staticmethod
    def pane(name: str, kind: str, script: str | None) -> Any:
        """A place for HTML of ours."""
        import gradio as gr

        return gr.HTML(elem_id=name, elem_classes=kind, js_on_load=script, apply_default_css=False)

    # what each tab has of its own

    def ask(self) -> None:
        """Lay out what is asked."""

    def take(self) -> None:
        """Lay out what can be taken along."""

    def picture(self) -> None:
        """Lay out what stands above what was made."""

    def fill(
        self, room: Room, shelf: Shelf, language: Language, values: Mapping[Any, Any]
    ) -> dict[Any, dict[str, Any]]:
        """What can be chosen, in a language; what was chosen stays where it can."""
        return {}

    @abstractmethod
    def make(self, room: Room, shelf: Shelf, language: Language, asked: list[Any]) -> Make[Made]:
        """What makes the overview that is asked for; raises QuestionRefused."""

    def again(self, made: Made, language: Language) -> list[Any] | None:
        """What asks for the same in a language; None where it stays as it was made."""
        return None

    def around(self, made: Made, folder: Path) -> dict[Any, Any]:
        """The `extras` for what was made; files are written into `folder`."""
        return {}

    # the same for all

    def show(
        self, room: Room, shelf: Shelf, language: Language, values: Mapping[Any, Any]
    ) -> dict[Any, Any]:
        """All of it in a language; `values`: of `kept`, what is missing is empty."""
        import gradio as gr

        updates: dict[Any, dict[str, Any]] = {}
        for component, name, text in self.texts:
            updates.setdefault(component, {})[name] = word(text, language)
        for component, given in self.fill(room, shelf, language, values).items():
            updates.setdefault(component, {}).update(given)
        made, opened = values.get(self.state), values.get(self.opened) or 0
        if made is None:
            for extra, bare in self.extras.items():
                updates.setdefault(extra, {}).update(bare)
        shown: dict[Any, Any] = {c: gr.update(**given) for c, given in updates.items()}
        return shown | {
            self.told: room.sheet(made, language) if made else "",
            self.source: room.source(made, opened, language),
        }

    @property
    def kept(self) -> list[Any]:
        """What `show` reads the values of."""
        return [*self.asked, self.state, self.opened]

    @property
    def all(self) -> list[Any]:
        """What `show` gives values for."""
        texts = [component for component, _, _ in self.texts]
        return list(dict.fromkeys([*texts, *self.asked, *self.extras, self.told, self.source]))
