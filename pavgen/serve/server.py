"""The local server: one small answer for each connection, bounded in time and number."""

import asyncio
import errno
import signal
import socket
from asyncio import IncompleteReadError, LimitOverrunError, StreamReader, StreamWriter
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import field
from functools import partial
from http import HTTPStatus

from pavgen.kernel.values import dataclass
from pavgen.serve.answering import LOCAL_NAMES, Answer, answer, plain
from pavgen.serve.site import ServedSite
from pavgen.serve.state import Seen
from pavgen.serve.streams import Listeners, tell
from pavgen.serve.watch import Watching, rebuild_on_change

_HEAD_END = b"\r\n\r\n"
_TRIES = 20
_ENDING = tuple(
    signal.Signals[name] for name in ("SIGINT", "SIGTERM", "SIGHUP") if hasattr(signal, name)
)


@dataclass(frozen=True, slots=True)
class Limits:
    """How much a visitor may take: connections at once, seconds, bytes of a request's head.

    `listeners` are those of the connections that pages may hold open.
    """

    connections: int = 100
    listeners: int = 40
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
    doors: Callable[[], Sequence[Door]],
    watching: Watching | None = None,
    limits: Limits | None = None,
) -> None:
    """Serve until the process is told to stop; then its own handling of the signal follows.

    `doors` are asked for at once and after each rebuild: those that are new are opened.
    """
    told = asyncio.run(_serve_until_told(doors, limits or Limits(), watching))
    if told is not None:
        signal.raise_signal(told)


async def _serve_until_told(
    doors: Callable[[], Sequence[Door]], limits: Limits, watching: Watching | None
) -> signal.Signals | None:
    """Serve until a signal comes; return it.

    An exception that a signal raised in the middle of one conversation would end only that.
    """
    done = asyncio.Event()
    told: list[signal.Signals] = []

    def stop(number: signal.Signals) -> None:
        told.append(number)
        done.set()

    with _heeding(stop):
        await serve_until(done, doors, limits, watching)
    return told[0] if told else None


@contextmanager
def _heeding(stop: Callable[[signal.Signals], None]) -> Iterator[None]:
    """Let the loop take the signals that end a process, where the system and thread allow it."""
    loop = asyncio.get_running_loop()
    before = {}
    for number in _ENDING:
        usual = signal.getsignal(number)
        with suppress(NotImplementedError, ValueError, RuntimeError):
            if usual is not signal.SIG_IGN:
                loop.add_signal_handler(number, stop, number)
                before[number] = usual
    try:
        yield
    finally:
        for number, usual in before.items():
            loop.remove_signal_handler(number)
            signal.signal(number, usual)


async def serve_until(
    done: asyncio.Event,
    doors: Callable[[], Sequence[Door]],
    limits: Limits,
    watching: Watching | None = None,
) -> None:
    """Serve in the running loop until the event is set; rebuild meanwhile when files change."""
    house = _House(limits)
    rebuilds = asyncio.Event()
    tasks = {asyncio.ensure_future(_set(done))}
    if watching is not None:
        tasks.add(asyncio.ensure_future(rebuild_on_change(watching, rebuilds.set)))
    with ExitStack() as open_doors:
        tasks.add(asyncio.ensure_future(house.keep_open(doors, rebuilds, open_doors)))
        try:
            finished, _ = await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
            for task in finished:
                task.result()
        finally:
            for task in tasks:
                task.cancel()
            await asyncio.gather(*tasks, return_exceptions=True)
            open_doors.close()
            await house.dismiss()


async def _set(event: asyncio.Event) -> None:
    await event.wait()


@dataclass(slots=True)
class _House:
    """The doors that are open, and who has come in."""

    limits: Limits
    listeners: Listeners = field(default_factory=Listeners)
    visitors: set["asyncio.Task[object] | None"] = field(default_factory=set)

    async def keep_open(
        self,
        doors: Callable[[], Sequence[Door]],
        rebuilds: asyncio.Event,
        open_doors: ExitStack,
    ) -> None:
        """Open each door once; after every rebuild, look for new ones and tell who listens."""
        known: list[Door] = []
        while True:
            for door in doors():
                if door not in known:
                    known.append(door)
                    talk = partial(self.converse, door)
                    server = await asyncio.start_server(
                        talk, sock=door.listening, limit=self.limits.head_bytes
                    )
                    open_doors.callback(server.close)
            self.listeners.ring()
            await rebuilds.wait()
            rebuilds.clear()

    async def converse(self, door: Door, reader: StreamReader, writer: StreamWriter) -> None:
        """Answer one request, and close; a page that listens is talked to until it goes.

        Where the server ends first, the conversation just ends: a library's callback that asks
        how it went takes no cancelling for an answer.
        """
        visitor = asyncio.current_task()
        self.visitors.add(visitor)
        try:
            reply = await self._reply(door, reader)
            if isinstance(reply, Seen):
                patience = self.limits.body_seconds
                await tell(reply, door.site, self.listeners, reader, writer, patience=patience)
            else:
                writer.write(reply.to_bytes())
                async with asyncio.timeout(self.limits.body_seconds):
                    await writer.drain()
            writer.close()
            async with asyncio.timeout(self.limits.body_seconds):
                await writer.wait_closed()
        except (ConnectionError, TimeoutError, asyncio.CancelledError):
            pass
        finally:
            self.visitors.discard(visitor)
            # Whoever does not take the rest by now is not waited for.
            writer.transport.abort()

    async def dismiss(self) -> None:
        """End every conversation, and wait until all have ended."""
        visitors = [visitor for visitor in self.visitors if visitor is not None]
        for visitor in visitors:
            visitor.cancel()
        await asyncio.gather(*visitors, return_exceptions=True)
        await asyncio.sleep(0)

    async def _reply(self, door: Door, reader: StreamReader) -> Answer | Seen:
        if len(self.visitors) > self.limits.connections:
            return plain(HTTPStatus.SERVICE_UNAVAILABLE)
        try:
            async with asyncio.timeout(self.limits.head_seconds):
                head = await reader.readuntil(_HEAD_END)
        except TimeoutError:
            return plain(HTTPStatus.REQUEST_TIMEOUT)
        except LimitOverrunError:
            return plain(HTTPStatus.REQUEST_HEADER_FIELDS_TOO_LARGE)
        except IncompleteReadError:
            return plain(HTTPStatus.BAD_REQUEST)
        found = answer(head.removesuffix(_HEAD_END), door.site(), door.hosts)
        if isinstance(found, Seen) and len(self.listeners) >= self.limits.listeners:
            return plain(HTTPStatus.SERVICE_UNAVAILABLE)
        return found
