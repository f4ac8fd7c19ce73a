"""The local server: one small answer for each connection, bounded in time and number."""

import asyncio
import errno
import socket
from asyncio import IncompleteReadError, LimitOverrunError, StreamReader, StreamWriter
from collections.abc import Callable, Sequence
from contextlib import AsyncExitStack, suppress
from dataclasses import dataclass, field
from functools import partial
from http import HTTPStatus

from pavgen.serve.answering import LOCAL_NAMES, Answer, answer, plain
from pavgen.serve.site import ServedSite
from pavgen.serve.watch import Watching, rebuild_on_change

_HEAD_END = b"\r\n\r\n"
_TRIES = 20


@dataclass(frozen=True, slots=True)
class Limits:
    """How much a visitor may take: connections at once, seconds, bytes of a request's head."""

    connections: int = 100
    head_seconds: float = 10
    body_seconds: float = 30
    head_bytes: int = 16_384


@dataclass(frozen=True, slots=True)
class Door:
    """A listening socket and the site behind it, asked for anew at each request."""

    listening: socket.socket
    site: Callable[[], ServedSite]
    hosts: frozenset[str] = LOCAL_NAMES

    @property
    def port(self) -> int:
        """Return the port it listens on."""
        port: int = self.listening.getsockname()[1]
        return port


@dataclass(slots=True)
class _Counter:
    open: int = field(default=0)


def listen(host: str, port: int, *, or_next: bool = False) -> socket.socket:
    """Listen on a port (0: any free one); with `or_next`, on the next free one after it.

    Raises OSError where the port is taken or may not be used.
    """
    for step in range(_TRIES if or_next and port else 1):
        try:
            return socket.create_server(
                (host, port + step),
                family=socket.AF_INET6 if ":" in host else socket.AF_INET,
            )
        except OSError as error:
            if error.errno != errno.EADDRINUSE:
                raise
    raise OSError(errno.EADDRINUSE, f"port {port} is taken", f"{host}:{port}")


def serve(
    doors: Sequence[Door], watching: Watching | None = None, limits: Limits | None = None
) -> None:
    """Serve until the process is told to stop; what its signals raise passes through."""
    asyncio.run(serve_until(asyncio.Event(), doors, limits or Limits(), watching))


async def serve_until(
    done: asyncio.Event, doors: Sequence[Door], limits: Limits, watching: Watching | None = None
) -> None:
    """Serve in the running loop until the event is set; rebuild meanwhile when files change."""
    counter = _Counter()
    async with AsyncExitStack() as open_doors:
        for door in doors:
            talk = partial(_converse, door, limits, counter)
            server = await asyncio.start_server(talk, sock=door.listening, limit=limits.head_bytes)
            await open_doors.enter_async_context(server)
        watcher = asyncio.create_task(rebuild_on_change(watching)) if watching else None
        await done.wait()
        if watcher is not None:
            watcher.cancel()
            await asyncio.gather(watcher, return_exceptions=True)


async def _converse(
    door: Door, limits: Limits, counter: _Counter, reader: StreamReader, writer: StreamWriter
) -> None:
    counter.open += 1
    try:
        if counter.open > limits.connections:
            reply = plain(HTTPStatus.SERVICE_UNAVAILABLE)
        else:
            reply = await _reply(door, limits, reader)
        writer.write(reply.to_bytes())
        await asyncio.wait_for(writer.drain(), limits.body_seconds)
    except (ConnectionError, TimeoutError):
        pass
    finally:
        counter.open -= 1
        writer.close()
        with suppress(ConnectionError):
            await writer.wait_closed()


async def _reply(door: Door, limits: Limits, reader: StreamReader) -> Answer:
    try:
        head = await asyncio.wait_for(reader.readuntil(_HEAD_END), limits.head_seconds)
    except TimeoutError:
        return plain(HTTPStatus.REQUEST_TIMEOUT)
    except LimitOverrunError:
        return plain(HTTPStatus.REQUEST_HEADER_FIELDS_TOO_LARGE)
    except IncompleteReadError:
        return plain(HTTPStatus.BAD_REQUEST)
    return answer(head.removesuffix(_HEAD_END), door.site(), door.hosts)
