"""The tab Briefing: a briefing on a topic to read here and take along, as Word or as Markdown.

Knows: which functions make and write it. Does not know: how they do, nor how it is shown.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from index.search import Filters
from rag.briefing.brief import brief
from rag.briefing.saving import write
from rag.nouns import Language
from rag.page.sheets import BriefSheet, Shelf
from rag.page.tab import Make, Tab
from rag.page.texts import NAMES
from rag.page.typed import beginning, readable
from rag.page.upload import named_after
from rag.page.working import Tell
from rag.writer import Stop

if TYPE_CHECKING:
    from rag.page.room import Room


class BriefingTab(Tab[BriefSheet]):
    """Name a topic, from when, in which language; a preview with its footnotes, and two files."""

    name, button = "briefing", "make_briefing"

    def ask(self) -> None:
        """Topic, since, language."""
        import gradio as gr

        self.topic = gr.Textbox(lines=1, elem_id="briefing-topic")
        self.starts.append(self.topic.submit)
        with gr.Row(elem_classes="fields"):
            self.since = gr.Textbox(lines=1, min_width=180, elem_id="briefing-since")
            languages = [(name, language) for language, name in NAMES.items()]
            self.written_in = gr.Radio(languages, value="nl", elem_id="briefing-language")
        self.asked += [self.topic, self.since, self.written_in]
        self.texts += [
            (self.topic, "label", "topic"),
            (self.topic, "placeholder", "topic_example"),
            (self.since, "label", "since"),
            (self.since, "info", "since_help"),
            (self.written_in, "label", "brief_language"),
        ]

    def take(self) -> None:
        """The two files."""
        import gradio as gr

        self.docx, self.markdown = (
            gr.DownloadButton("…", **self.nothing, elem_id=f"take-{kind}")
            for kind in ("docx", "markdown")
        )
        self.extras |= {self.docx: self.nothing, self.markdown: self.nothing}
        self.texts += [(self.docx, "label", "take_docx"), (self.markdown, "label", "take_markdown")]

    def fill(
        self, room: Room, shelf: Shelf, language: Language, values: Mapping[Any, Any]
    ) -> dict[Any, dict[str, Any]]:
        """The language of the page, until something is written in another."""
        return {} if values.get(self.state) else {self.written_in: {"value": language}}

    def make(
        self, room: Room, shelf: Shelf, language: Language, asked: list[Any]
    ) -> Make[BriefSheet]:
        """Raises QuestionRefused without a topic, or for a time that is none."""
        typed, since, own = asked
        topic = readable(typed, language, "empty_topic")
        assistant = room.assistant(shelf)
        filters = Filters(since=beginning(since, language, assistant.today()))

        def made(stop: Stop, tell: Tell) -> BriefSheet:
            return BriefSheet(shelf, brief(assistant, topic, own or language, filters, stop))

        return made

    def around(self, made: BriefSheet, folder: Path) -> dict[Any, Any]:
        """The briefing as two files, named after its topic; none of an empty one."""
        import gradio as gr

        if not made.brief.parts:
            return {extra: gr.update(**bare) for extra, bare in self.extras.items()}
        named = f"briefing {made.brief.topic}"
        docx, text = (folder / named_after(named, suffix) for suffix in (".docx", ".md"))
        for path in (docx, text):
            write(made.brief, path, force=True)
        return {
            self.docx: gr.update(value=str(docx), interactive=True),
            self.markdown: gr.update(value=str(text), interactive=True),
        }
