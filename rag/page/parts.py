"""The components of the page: what stands where, and which text belongs to which.

Knows: Gradio's components, imported only when a page is made. Does not know: what happens when one
is used (`rag/page/wiring.py`), what they show (`rag/page/room.py`).
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from rag.page.briefing import BriefingTab
from rag.page.meeting import MeetingTab
from rag.page.positions import PositionsTab
from rag.page.show import status_html
from rag.page.tab import CHOOSE, Tab
from rag.page.texts import EXAMPLES, NAMES, word

if TYPE_CHECKING:
    from rag.page.room import Room


class Parts:
    """The components of the page, laid out; `texts`: which text of `texts` stands where."""

    def __init__(self, room: Room) -> None:
        """Inside a Blocks."""
        import gradio as gr

        self.texts: list[tuple[Any, str, str]] = []
        self.answer_state, self.opened = gr.State(None), gr.State(0)
        languages = [(name, language) for language, name in NAMES.items()]
        with gr.Row(elem_id="controls"):
            self.language = gr.Radio(languages, value="nl", elem_id="language")
            self.shelf = gr.Radio(
                list(room.shelves),
                value=room.shelves[0],
                visible=len(room.shelves) > 1,
                elem_id="shelf",
            )
        self.head = gr.HTML(elem_id="head", js_on_load=None, apply_default_css=False)
        with gr.Tabs(overflow_behavior="wrap"):
            with (
                gr.Tab("…", id="ask") as ask_tab,
                gr.Row(equal_height=False, elem_classes="columns"),
            ):
                with gr.Column(scale=6, min_width=300):
                    self._ask_side()
                with gr.Column(scale=5, min_width=300):
                    self.source = Tab.pane("source", "source", None)
            self.tabs: tuple[Tab[Any], ...] = (MeetingTab(), PositionsTab(), BriefingTab())
            with gr.Tab("…", id="papers") as papers_tab:
                self._papers_side()
        self.texts += [
            (self.language, "label", "language"),
            (ask_tab, "label", "ask_tab"),
            (papers_tab, "label", "papers_tab"),
        ]

    def _ask_side(self) -> None:
        """Question, examples, filters, answer."""
        import gradio as gr

        self.question = gr.Textbox(lines=1, max_lines=6, elem_id="question")
        with gr.Row(elem_id="ask-row"):
            self.ask = gr.Button(variant="primary", elem_id="ask")
            self.stop = gr.Button(variant="secondary", elem_id="stop", interactive=False)
            self.clear = gr.Button(variant="secondary", elem_id="clear", interactive=False)
        with gr.Row(elem_id="examples"):
            self.examples = [gr.Button(e, size="sm", elem_classes="example") for e in EXAMPLES]
        with gr.Accordion("…", open=False, elem_id="filters") as filters, gr.Row():
            self.kind, self.meeting, self.document = (
                gr.Dropdown([""], value="", elem_id=f"filter-{name}", min_width=180)
                for name in ("kind", "meeting", "document")
            )
        self.answer = Tab.pane("answer", "told-pane", CHOOSE)
        self.texts += [
            (self.question, "label", "question"),
            (self.question, "placeholder", "placeholder"),
            (self.ask, "value", "ask"),
            (self.stop, "value", "stop"),
            (self.clear, "value", "clear"),
            (self.question, "info", "follow_up"),
            (filters, "label", "filters"),
            (self.kind, "label", "kind"),
            (self.meeting, "label", "meeting"),
            (self.document, "label", "document"),
        ]

    def _papers_side(self) -> None:
        """Upload and the list."""
        import gradio as gr

        self.upload = gr.UploadButton("…", file_count="multiple", elem_id="upload", scale=0)
        self.upload_help = gr.HTML(elem_id="upload-help", js_on_load=None, apply_default_css=False)
        self.uploaded = gr.HTML(elem_id="uploaded", js_on_load=None, apply_default_css=False)
        self.papers = gr.HTML(elem_id="papers", js_on_load=None, apply_default_css=False)
        self.texts.append((self.upload, "label", "upload"))

    @property
    def choosing(self) -> list[Any]:
        """What says how the page is to be shown."""
        return [self.language, self.shelf, self.kind, self.meeting, self.document]

    @property
    def kept(self) -> set[Any]:
        """What `show` reads the values of."""
        ours = {*self.choosing, self.answer_state, self.opened}
        return ours.union(*(tab.kept for tab in self.tabs))

    @property
    def states(self) -> list[Any]:
        """What is shown on each tab, and which source is open there."""
        ours = [self.answer_state, self.opened]
        return ours + [state for tab in self.tabs for state in (tab.state, tab.opened)]

    def show(self, room: Room, values: Mapping[Any, Any]) -> dict[Any, Any]:
        """Everything as chosen (language, library, filters); filters stay where they can.

        values: of `kept`; language and library at least.
        """
        import gradio as gr

        language, shelf = values[self.language], values[self.shelf]
        updates: dict[Any, dict[str, Any]] = {}
        for component, name, text in self.texts:
            updates.setdefault(component, {})[name] = word(text, language)
        shelves = [(word(name, language), name) for name in room.shelves]
        updates[self.shelf] = {"choices": shelves, "label": word("shelf", language), "value": shelf}
        boxes = (self.kind, self.meeting, self.document)
        for box, choices in zip(boxes, room.choices(shelf, language), strict=True):
            value = values.get(box)
            kept = value if value in [v for _, v in choices] else ""
            updates[box] |= {"choices": choices, "value": kept}
        shown: dict[Any, Any] = {c: gr.update(**given) for c, given in updates.items()}
        for tab in self.tabs:
            shown |= tab.show(room, shelf, language, values)
        answer, opened = values.get(self.answer_state), values.get(self.opened) or 0
        return shown | {
            self.head: room.header(shelf, language),
            self.upload_help: status_html(word("upload_help", language)),
            self.papers: room.papers(shelf, language),
            self.answer: room.sheet(answer, language) if answer else "",
            self.source: room.source(answer, opened, language),
        }

    @property
    def all(self) -> list[Any]:
        """What `show` gives values for."""
        return [
            *dict.fromkeys(component for component, _, _ in self.texts),
            *(self.shelf, self.head, self.upload_help, self.papers, self.answer, self.source),
            *(component for tab in self.tabs for component in tab.all),
        ]
