"""The tab Meeting: what a meeting comes to, its agenda against its report, what it decided.

Knows: which functions make the three. Does not know: how they do, nor how they are shown.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from index.errors import QuestionRefused
from rag.meeting_papers import meetings
from rag.nouns import Language
from rag.outcomes.compare import compare_papers
from rag.outcomes.csv_export import write_csv
from rag.outcomes.register import register
from rag.page.sheets import MeetingSheet, Shelf
from rag.page.tab import Make, Tab
from rag.page.texts import word
from rag.page.upload import named_after
from rag.page.working import Tell
from rag.summaries.summarise import summarise_meeting
from rag.writer import Stop

if TYPE_CHECKING:
    from rag.page.room import Room


class MeetingTab(Tab[MeetingSheet]):
    """Choose a meeting; its summary, comparison and register, the last also as CSV."""

    name, button = "meeting", "make_meeting"

    def ask(self) -> None:
        """The meeting."""
        import gradio as gr

        self.meeting = gr.Dropdown([""], value="", elem_id="which-meeting")
        self.asked.append(self.meeting)
        self.texts.append((self.meeting, "label", "which_meeting"))

    def take(self) -> None:
        """The register as CSV."""
        import gradio as gr

        self.csv = gr.DownloadButton("…", **self.nothing, elem_id="take-csv")
        self.extras[self.csv] = self.nothing
        self.texts.append((self.csv, "label", "take_csv"))

    def fill(
        self, room: Room, shelf: Shelf, language: Language, values: Mapping[Any, Any]
    ) -> dict[Any, dict[str, Any]]:
        """The meetings of the library, newest first."""
        choices = room.meetings(shelf, language)
        held = [value for _, value in choices]
        value = values.get(self.meeting)
        kept = value if value in held else (held or [""])[0]
        return {self.meeting: {"choices": choices or [("–", "")], "value": kept}}

    def make(
        self, room: Room, shelf: Shelf, language: Language, asked: list[Any]
    ) -> Make[MeetingSheet]:
        """Raises QuestionRefused where the library holds no such meeting."""
        (named,) = asked
        assistant = room.assistant(shelf)
        held = meetings(assistant.library)
        chosen = [each for each in held if any(entry.id == named for entry in each.entries)]
        if not chosen:
            raise QuestionRefused(word("no_meetings", language))

        def made(stop: Stop, tell: Tell) -> MeetingSheet:
            meeting = chosen[0]
            with assistant.library.searching():
                return MeetingSheet(
                    shelf,
                    meeting.name(language),
                    summarise_meeting(assistant, meeting, language, stop, tell),
                    compare_papers(assistant, meeting, language),
                    register(assistant, meeting, language),
                )

        return made

    def again(self, made: MeetingSheet, language: Language) -> list[Any] | None:
        """The meeting, by one of its papers; None where it is in that language."""
        return None if made.summary.language == language else [made.summary.documents[0]]

    def around(self, made: MeetingSheet, folder: Path) -> dict[Any, Any]:
        """The register as a file."""
        import gradio as gr

        path = folder / named_after(f"register {made.name}", ".csv")
        write_csv(made.outcomes, path, force=True)
        return {self.csv: gr.update(value=str(path), interactive=True)}
