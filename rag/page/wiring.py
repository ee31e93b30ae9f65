"""What happens when a component of the page is used. This is the page's edge: errors end here.

Knows: Gradio's events, imported only when a page is made. Does not know: what stands where
(`rag/page/parts.py`), how anything is found, written or shown (`rag/page/room.py`).
Gradio gives a handler the request or the event where a parameter is annotated so, and looks that up
outside this file: hence no postponed annotations here.
"""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from index.search import Filters
from rag.nouns import Language
from rag.page.parts import Parts
from rag.page.room import Room, Turn
from rag.page.tab_wiring import AT_ONCE, asking, failed, wire_sources, wire_tab
from rag.page.texts import NAME, word

if TYPE_CHECKING:
    from gradio import Blocks

WAITING = 8  # questions that wait; more are told to come back
SESSIONS = 500  # readers whose last answer is kept in memory


def page(room: Room) -> "Blocks":
    """The page: its parts, and what happens when one is used."""
    import gradio as gr

    blocks: Blocks = gr.Blocks(
        title=NAME, analytics_enabled=False, delete_cache=(3600, 86400), fill_width=True
    )
    blocks.state_session_capacity = SESSIONS
    with blocks:
        wire(room, Parts(room), blocks)
    blocks.queue(max_size=WAITING, default_concurrency_limit=AT_ONCE, api_open=False)
    return blocks


def wire(room: Room, parts: Parts, blocks: "Blocks") -> None:
    """What happens when a component is used."""
    import gradio as gr

    def begin(request: gr.Request, shelf: str) -> dict[Any, Any]:
        language: Language = "en" if request.query_params.get("lang") == "en" else "nl"
        chosen = gr.update(value=language, label=word("language", language))
        values = {parts.language: language, parts.shelf: shelf}
        return parts.show(room, values) | {parts.language: chosen}

    def anew(values: dict[Any, Any]) -> dict[Any, Any]:
        return parts.show(room, values)

    def other(language: Language, shelf: str) -> dict[Any, Any]:
        nothing = dict.fromkeys(parts.states) | {parts.uploaded: ""}
        return parts.show(room, {parts.language: language, parts.shelf: shelf}) | nothing

    hidden: dict[str, Any] = {"show_progress": "hidden"}
    blocks.load(begin, parts.shelf, [*parts.all, parts.language], **hidden)
    switched = parts.language.input(anew, parts.kept, parts.all, **hidden)
    outcome = [*parts.all, *parts.states, parts.uploaded]
    parts.shelf.input(other, [parts.language, parts.shelf], outcome, **hidden)
    wire_sources(
        room, parts.answer, (parts.answer_state, parts.language), (parts.source, parts.opened)
    )
    wire_questions(room, parts, blocks)
    for tab in parts.tabs:
        wire_tab(room, tab, parts, switched)
    wire_uploads(room, parts, anew)


def wire_questions(room: Room, parts: Parts, blocks: "Blocks") -> None:
    """Asking, stopping, leaving."""
    import gradio as gr

    def ask(
        request: gr.Request, question: str, shown: Any, *chosen: Any
    ) -> Iterator[tuple[Any, ...]]:
        turn = Turn(before=shown.understood if shown else None)
        yield from answering(room, str(request.session_hash), question, chosen, turn)

    def again(
        event: gr.EventData, request: gr.Request, shown: Any, *chosen: Any
    ) -> Iterator[tuple[Any, ...]]:
        undo, redo = (getattr(event, way, None) for way in ("undo", "redo"))
        ignore = shown.ignoring(undo, redo) if shown else None
        if ignore is not None:
            session, question = str(request.session_hash), shown.answer.question
            yield from answering(room, session, question, chosen, Turn(ignore, shown.before))

    def stop(request: gr.Request) -> None:
        room.stop(str(request.session_hash), "ask")

    def leave(request: gr.Request) -> None:
        room.stop(str(request.session_hash))

    def clear(request: gr.Request, language: Language) -> tuple[Any, ...]:
        room.stop(str(request.session_hash), "ask")
        return "", None, 0, room.source(None, 0, language), idle, idle, ""

    idle = gr.update(interactive=False)
    places = [parts.answer, parts.answer_state, parts.opened, parts.source, parts.stop, parts.clear]
    told: dict[str, Any] = {
        "outputs": places,
        **asking(room),
    }
    typed = {"fn": ask, "inputs": [parts.question, parts.answer_state, *parts.choosing], **told}
    gr.on([parts.question.submit, parts.ask.click], **typed)
    parts.answer.undo(again, [parts.answer_state, *parts.choosing], **told)
    for example in parts.examples:
        chosen = example.click(str, example, parts.question, queue=False, show_progress="hidden")
        chosen.then(**typed)
    parts.stop.click(stop, None, None, queue=False, show_progress="hidden")
    forgotten = [*places, parts.question]
    parts.clear.click(clear, parts.language, forgotten, queue=False, show_progress="hidden")
    blocks.unload(leave)


def answering(
    room: Room, session: str, question: str, chosen: tuple[Any, ...], turn: Turn
) -> Iterator[tuple[Any, ...]]:
    """What the places of an answer show, step by step; a fault ends here, as `failed` tells it."""
    import gradio as gr

    language, shelf, *filtered = chosen
    kind, meeting, document = (value or None for value in filtered)
    filters = Filters(kind=kind, meeting=meeting, document=document)
    empty = room.source(None, 0, language)
    running, idle = gr.update(interactive=True), gr.update(interactive=False)
    try:
        for shown, answer in room.ask(question, shelf, filters, language, session, turn):
            yield shown, answer, 0, empty, running, idle
        yield gr.skip(), gr.skip(), gr.skip(), gr.skip(), idle, running
    except Exception as error:
        yield failed(error, language), None, 0, empty, idle, idle


def wire_uploads(room: Room, parts: Parts, anew: Callable[..., Any]) -> None:
    """Adding papers: what is being read, what became of each, then the list with them in it."""

    def upload(files: list[str] | None, language: Language) -> Iterator[tuple[str, Any]]:
        try:
            for shown in room.upload([Path(file) for file in files or []], language):
                yield shown, "own"
        except Exception as error:
            yield failed(error, language), "own"

    done = parts.upload.upload(
        upload,
        [parts.upload, parts.language],
        [parts.uploaded, parts.shelf],
        show_progress="hidden",
    )
    done.then(anew, parts.kept, parts.all, show_progress="hidden")
