"""What happens when a tab with an overview is used: making it, stopping, opening its sources.

Knows: Gradio's events, imported only when a page is made. Does not know: what stands on a tab, how
an overview is made. Errors end here.
Gradio gives a handler the request or the event where a parameter is annotated so, and looks that up
outside this file: hence no postponed annotations here.
"""

import logging
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from index.errors import RaadpleegError
from rag.nouns import Language
from rag.page.room import Room
from rag.page.sheets import Shelf
from rag.page.show import notice_html
from rag.page.tab import Tab
from rag.page.texts import word

if TYPE_CHECKING:
    from rag.page.parts import Parts

AT_ONCE = 4  # readers served at the same time without a model; with one they take turns
log = logging.getLogger("raadpleeg")


def asking(room: Room) -> dict[str, Any]:
    """How events that ask the model something, or search, are taken in turn."""
    return {
        "show_progress": "hidden",
        "concurrency_id": "ask",
        "concurrency_limit": 1 if room.assistant(room.shelves[0]).writer else AT_ONCE,
    }


def wire_tab(room: Room, tab: Tab[Any], parts: "Parts", switched: Any) -> None:
    """Making what a tab is for, stopping that, and opening its sources.

    switched: the event after which the page is in another language; what was made is made again.
    """
    import gradio as gr

    def make(
        request: gr.Request, language: Language, shelf: Shelf, *asked: Any
    ) -> Iterator[dict[Any, Any]]:
        reader = str(request.session_hash), language, shelf
        yield from making(room, tab, reader, list(asked))

    def again(request: gr.Request, language: Language, made: Any) -> Iterator[dict[Any, Any]]:
        asked = tab.again(made, language) if made else None
        if asked is not None:
            reader = str(request.session_hash), language, made.shelf
            yield from making(room, tab, reader, asked)

    def near(event: gr.EventData) -> str:
        return str(getattr(event, "topic", ""))

    def stop(request: gr.Request) -> None:
        room.stop(str(request.session_hash), tab.name)

    places = [tab.told, tab.state, tab.opened, tab.source, tab.go, tab.stop, *tab.extras]
    inputs = [parts.language, parts.shelf, *tab.asked]
    gr.on(tab.starts, make, inputs, places, **asking(room))
    switched.then(again, [parts.language, tab.state], places, **asking(room))
    if tab.topic is not None:
        chosen = tab.told.select(near, None, tab.topic, show_progress="hidden")
        chosen.then(make, inputs, places, **asking(room))
    tab.stop.click(stop, None, None, queue=False, show_progress="hidden")
    wire_sources(room, tab.told, (tab.state, parts.language), (tab.source, tab.opened))


def wire_sources(room: Room, told: Any, given: tuple[Any, Any], opened: tuple[Any, Any]) -> None:
    """A click on a citation in `told` opens its source.

    given: what is shown, and the language; opened: where the source goes, and its number.
    """
    import gradio as gr

    def cite(event: gr.EventData, sheet: Any, language: Language) -> tuple[str, int]:
        chosen = getattr(event, "number", 0)
        number = chosen if isinstance(chosen, int) else 0
        try:
            return room.source(sheet, number, language), number
        except Exception as error:
            return failed(error, language), 0

    told.click(cite, list(given), list(opened), show_progress="hidden")


def making(
    room: Room, tab: Tab[Any], reader: tuple[str, Language, Shelf], asked: list[Any]
) -> Iterator[dict[Any, Any]]:
    """What the places of a tab show, step by step; a fault ends here, as `failed` tells it.

    The files that go with what was made lie in a folder of their own until Gradio has taken its
    copies, which it does before the next step.
    """
    import gradio as gr

    session, language, shelf = reader
    on, off = gr.update(interactive=True), gr.update(interactive=False)
    fresh = {
        tab.state: None,
        tab.opened: 0,
        tab.source: room.source(None, 0, language),
        **{extra: gr.update(**bare) for extra, bare in tab.extras.items()},
    }
    try:
        make = tab.make(room, shelf, language, asked)
        with tempfile.TemporaryDirectory(prefix="raadpleeg-") as folder:
            for shown, sheet in room.overview(make, tab.name, language, session):
                around = tab.around(sheet, Path(folder)) if sheet else {}
                state = {tab.told: shown, tab.state: sheet, tab.go: off, tab.stop: on}
                yield fresh | state | around
            yield {tab.go: on, tab.stop: off}
    except Exception as error:
        yield fresh | {tab.told: failed(error, language), tab.go: on, tab.stop: off}


def failed(error: Exception, language: Language) -> str:
    """What a reader is told: the message of a fault that can be mended, else that there was one."""
    if isinstance(error, RaadpleegError):
        return notice_html(str(error))
    log.exception("the page could not do what was asked")
    return notice_html(word("broken", language))
