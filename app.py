"""The entry point: the commands of `rag/cli.py`, the page (`serve`), the benchmark (`eval`).

Knows: how the parts are put together: settings, libraries, page, guard, server. Does not know: what
the page shows (`rag/page/room.py`), what happens on it (`rag/page/wiring.py`). Gradio is imported
inside functions, so that the other commands do not wait for it.
"""

from __future__ import annotations

import os
import tempfile
import threading
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from rag.cli import app
from rag.edge import Desk
from rag.options import DemoOption, LibraryOption

if TYPE_CHECKING:
    from fastapi import FastAPI

    from index.settings import Settings
    from rag.page.room import Room

USER = "raadpleeg"
LARGEST = "50mb"  # of a file handed in
FONTS = ["system-ui", "-apple-system", "Segoe UI", "Roboto", "Liberation Sans", "sans-serif"]
FILES = {"/raadpleeg.css": "text/css", "/raadpleeg.js": "text/javascript"}


@app.command()
def serve(
    host: Annotated[str, typer.Option(help="Address to listen on.")] = "127.0.0.1",
    port: Annotated[int, typer.Option(min=0, max=65535, help="Port; 0 for any.")] = 7860,
    library: LibraryOption = None,
    demo: DemoOption = False,
) -> None:
    """Open the page in which to ask, read the sources and add papers."""
    with Desk(library, demo, False) as desk:
        from rag.page.http import Server, address_of, listen

        settings = desk.settings
        listening = listen(host, port, settings.password)

        def ready() -> None:
            typer.echo(f"Raadpleeg: {address_of(host, listening)}")
            if demo:
                typer.echo("SPECIMEN: these are sample papers, not real parliamentary papers.")

        with listening, tempfile.TemporaryDirectory(prefix="raadpleeg-") as uploads:
            shut_up_gradio(Path(uploads))
            room = open_room(settings, demo)
            try:
                Server(web(room, host), ready).serve_on(listening)
            finally:
                room.close()


@app.command(
    "eval",
    context_settings={"allow_extra_args": True, "ignore_unknown_options": True},
    add_help_option=False,
)
def evaluate(context: typer.Context) -> None:
    """Measure reading, search and answers: `raadpleeg eval --help` lists the benchmarks."""
    from eval.cli import main as benchmark

    benchmark(context.args, "raadpleeg eval")


def main() -> None:
    """Run the command line."""
    app()


def shut_up_gradio(uploads: Path) -> None:
    """Set what Gradio reads when it is imported: it reports to nobody, uploads go to `uploads`."""
    os.environ["GRADIO_ANALYTICS_ENABLED"] = "False"
    os.environ["GRADIO_TEMP_DIR"] = str(uploads)
    os.environ["HF_HUB_OFFLINE"] = "1"
    os.environ["GRADIO_MCP_SERVER"] = "False"


def open_room(settings: Settings, demo: bool) -> Room:
    """The libraries of the page, opened while Gradio is imported beside it, which takes longer."""
    from rag.open import demo_library, open_assistant
    from rag.page.room import Room

    def gradio() -> None:
        import gradio  # noqa: F401 - only so that it is there in time

    importing = threading.Thread(target=gradio, name="import")
    importing.start()
    try:
        if demo:
            return Room(settings, demo=open_assistant(settings, demo_library(settings)))
        return Room(settings, open_assistant(settings, settings.library, create=True))
    finally:
        importing.join()


def web(room: Room, host: str) -> FastAPI:
    """The whole server: the page at /, its style and script, and the guard before all of it."""
    import gradio as gr
    from fastapi import FastAPI, Response

    from rag.page.guard import Guard, names_for
    from rag.page.wiring import page

    server = FastAPI(openapi_url=None, docs_url=None, redoc_url=None)
    for path, kind in FILES.items():
        content = Path(room_file(path)).read_bytes()

        def give(content: bytes = content, kind: str = kind) -> Response:
            return Response(content, media_type=kind)

        server.get(path)(give)
    password = room.settings.password
    gr.mount_gradio_app(
        server,
        page(room),
        "/",
        app_kwargs={"openapi_url": None, "docs_url": None, "redoc_url": None},
        auth=(USER, password) if password else None,
        footer_links=[],
        run_history=False,
        show_error=False,
        max_file_size=LARGEST,
        ssr_mode=False,
        enable_monitoring=False,
        pwa=False,
        mcp_server=False,
        theme=gr.themes.Base(font=FONTS, font_mono=["ui-monospace", "monospace"]),
    )
    server.add_middleware(Guard, names=names_for(host))
    return server


def room_file(path: str) -> Path:
    """Where the file served as `path` lies: beside the page's other parts."""
    import rag.page

    return Path(rag.page.__file__).with_name(path.replace("/raadpleeg", "page"))


if __name__ == "__main__":
    main()
