"""What happens when a component of the page is used. This is the page's edge: errors end here.

Knows: Gradio's events, imported only when a page is made. Does not know: what stands where
(`rag/page_parts.py`), how anything is found, written or shown (`rag/page_room.py`).
Gradio gives a handler the request or the event where a parameter is annotated so, and looks that up
outside this file: hence no postponed annotations here.
"""

import logging
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from index.errors import RaadpleegError
from index.search import Filters
from rag.nouns import Language
from rag.page_parts import Parts
from rag.page_room import Room, Turn
from rag.page_texts import NAME, word
from rag.show import notice_html

if TYPE_CHECKING:
    from gradio import Blocks

WAITING = 8  # questions that wait; more are told to come back
AT_ONCE = 4  # questions answered at the same time without a model; with one they take turns
SESSIONS = 500  # readers whose last answer is kept in memory
log = logging.getLogger("raadpleeg")


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
        chosen = (language, shelf, "", "", "")
        return parts.show(room, chosen, None, 0) | {
            parts.language: gr.update(value=language, label=word("language", language))
        }

    def anew(*given: Any) -> dict[Any, Any]:
        *chosen, answer, opened = given
        return parts.show(room, tuple(chosen), answer, opened)

    def other(*chosen: Any) -> dict[Any, Any]:
        nothing = {parts.answer_state: None, parts.opened: 0, parts.uploaded: ""}
        return parts.show(room, chosen, None, 0) | nothing

    def cite(event: gr.EventData, answer: Any, language: Language) -> tuple[str, int]:
        told = getattr(event, "number", 0)
        number = told if isinstance(told, int) else 0
        try:
            return room.source(answer, number, language), number
        except Exception as error:
            return failed(error, language), 0

    states = [parts.answer_state, parts.opened]
    blocks.load(begin, parts.shelf, [*parts.all, parts.language], show_progress="hidden")
    parts.language.input(anew, [*parts.choosing, *states], parts.all, show_progress="hidden")
    outcome = [*parts.all, *states, parts.uploaded]
    parts.shelf.input(other, parts.choosing, outcome, show_progress="hidden")
    opened = [parts.source, parts.opened]
    given = [parts.answer_state, parts.language]
    parts.answer.click(cite, given, opened, show_progress="hidden")
    wire_questions(room, parts, blocks)
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
        room.stop(str(request.session_hash))

    def clear(request: gr.Request, language: Language) -> tuple[Any, ...]:
        stop(request)
        return "", None, 0, room.source(None, 0, language), idle, idle, ""

    idle = gr.update(interactive=False)
    places = [parts.answer, parts.answer_state, parts.opened, parts.source, parts.stop, parts.clear]
    told: dict[str, Any] = {
        "outputs": places,
        "show_progress": "hidden",
        "concurrency_id": "ask",
        "concurrency_limit": 1 if room.assistant(room.shelves[0]).writer else AT_ONCE,
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
    blocks.unload(stop)


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
    states = [parts.answer_state, parts.opened]
    done.then(anew, [*parts.choosing, *states], parts.all, show_progress="hidden")


def failed(error: Exception, language: Language) -> str:
    """What a reader is told: the message of a fault that can be mended, else that there was one."""
    if isinstance(error, RaadpleegError):
        return notice_html(str(error))
    log.exception("the page could not do what was asked")
    return notice_html(word("broken", language))
