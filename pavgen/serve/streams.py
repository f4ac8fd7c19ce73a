"""Pages that listen: each is told, over a connection that stays open, what becomes of its site."""

import asyncio
from asyncio import StreamReader, StreamWriter
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import replace
from http import HTTPStatus

from pavgen.kernel.canonical import canonical_json
from pavgen.serve.answering import head_of
from pavgen.serve.site import ServedSite
from pavgen.serve.state import Seen, state_for

_PULSE_SECONDS = 20
"""How often a silent connection is written to, so that one that died is noticed."""


class Listeners:
    """The pages that listen now, and a bell for each, all of them in one loop."""

    def __init__(self) -> None:
        self._bells: list[asyncio.Event] = []

    def __len__(self) -> int:
        return len(self._bells)

    def ring(self) -> None:
        """Wake every listener: there may be something to tell."""
        for bell in self._bells:
            bell.set()

    @contextmanager
    def bell(self) -> Iterator[asyncio.Event]:
        """Count one more listener, for as long as its bell is used."""
        bell = asyncio.Event()
        self._bells.append(bell)
        try:
            yield bell
        finally:
            self._bells.remove(bell)


async def tell(
    seen: Seen,
    site: Callable[[], ServedSite],
    listeners: Listeners,
    reader: StreamReader,
    writer: StreamWriter,
    *,
    patience: float,
) -> None:
    """Tell a page of its site, at once and at every change, until it goes away.

    `patience` is how many seconds it may take to receive what it is told. Raises
    ConnectionError or TimeoutError where it does not.
    """
    writer.write(head_of(HTTPStatus.OK, ("Content-Type", "text/event-stream")))
    # A page that listens has nothing more to say: whatever comes, even the end, ends it.
    gone = asyncio.ensure_future(_end_of(reader))
    said = ""
    try:
        with listeners.bell() as bell:
            while not gone.done():
                bell.clear()
                now = site()
                if now.live is None:
                    return
                text = canonical_json(state_for(seen, now, now.live))
                news = f"event: state\ndata: {text}\n\n" if text != said else ":\n\n"
                writer.write(news.encode())
                async with asyncio.timeout(patience):
                    await writer.drain()
                said = text
                if now.live.run != seen.run:
                    return
                seen = replace(seen, version=max(seen.version, now.live.version))
                await _either(bell, gone)
    finally:
        gone.cancel()


async def _end_of(reader: StreamReader) -> None:
    with suppress(ConnectionError):
        await reader.read(1)


async def _either(bell: asyncio.Event, gone: "asyncio.Future[None]") -> None:
    ringing = asyncio.ensure_future(_rung(bell))
    try:
        await asyncio.wait(
            {ringing, gone}, timeout=_PULSE_SECONDS, return_when=asyncio.FIRST_COMPLETED
        )
    finally:
        ringing.cancel()


async def _rung(bell: asyncio.Event) -> None:
    await bell.wait()
