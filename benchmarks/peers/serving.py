"""How long it takes from saving a file until the browser would get the new text."""

import http.client
import socket
import time
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import count
from pathlib import Path

from benchmarks.peers.engines import Engine, edit_about
from benchmarks.peers.processes import Server

LONGEST = 600.0
_LOOK = 0.002


@dataclass(frozen=True, slots=True)
class Session:
    """Seconds until the first page was there; for each save seconds and work; mebibytes."""

    ready: float
    saves: tuple[tuple[float, float], ...]
    memory: float


def session(engine: Engine, folder: Path, slug: str, saves: int) -> Session:
    """Serve a project, save a partner's text some times, and ask for its page until it shows it.

    Between saves the server is left alone until it has done nothing for a while, so that what
    it does after the page is out counts as its work and does not fall into the next save.
    """
    port = _free_port()
    began = time.perf_counter()
    with Server(engine.serve(port), folder, engine.extra) as server:
        path = f"/{slug}/"
        _until_shown(server, port, path, "About")
        ready = time.perf_counter() - began
        found = []
        for words in _sentences(saves):
            _rest(server)
            worked, saved = server.cpu(), time.perf_counter()
            edit_about(engine, folder, slug, words)
            _until_shown(server, port, path, words)
            waited = time.perf_counter() - saved
            _rest(server)
            found.append((waited, server.cpu() - worked))
        return Session(ready, tuple(found), server.memory())


def _sentences(saves: int) -> Iterator[str]:
    moment = time.monotonic_ns()
    for number in range(saves):
        yield f"Saved as number {number + 1} of session {moment}."


def _until_shown(server: Server, port: int, path: str, words: str) -> None:
    begun = time.perf_counter()
    for tries in count():
        if words in _page(port, path):
            return
        if not server.alive() or time.perf_counter() - begun > LONGEST:
            raise SystemExit(f"{path} did not show `{words}` after {tries} tries")
        time.sleep(_LOOK)


def _page(port: int, path: str) -> str:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=120)
    try:
        connection.request("GET", path)
        return connection.getresponse().read().decode("utf-8", "replace")
    except (OSError, http.client.HTTPException):
        return ""
    finally:
        connection.close()


def _rest(server: Server, quiet: float = 0.7) -> None:
    """Wait until the server has worked less than a tenth of the time for a while."""
    worked = server.cpu()
    while True:
        time.sleep(quiet)
        now = server.cpu()
        if now - worked < quiet / 10:
            return
        worked = now


def _free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        port: int = found.getsockname()[1]
        return port
