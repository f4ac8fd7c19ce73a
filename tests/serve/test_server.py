"""The server itself, spoken to through raw sockets."""

import asyncio
import signal
import socket
import threading
from contextlib import contextmanager

import pytest

from pavgen.serve.looking import Look
from pavgen.serve.server import Door, Limits, listen, serve, serve_until
from pavgen.serve.site import ServedSite
from pavgen.serve.watch import Watching

SITE = ServedSite({"index.html": b"home", "large.bin": b"x" * 3_000_000})
QUICK = Limits(connections=3, head_seconds=0.3, body_seconds=0.5, head_bytes=2048)


@contextmanager
def served(limits=QUICK, site=SITE, watching=None, more=()):
    """Serve a site; `more` are doors that open after the first rebuild."""
    doors = [Door(listen("127.0.0.1", 0), lambda: site)]
    waiting = list(more)
    loop = asyncio.new_event_loop()
    done = asyncio.Event()

    def opened():
        found = list(doors)
        doors.extend(waiting)
        waiting.clear()
        return found

    thread = threading.Thread(
        target=loop.run_until_complete, args=(serve_until(done, opened, limits, watching),)
    )
    thread.start()
    try:
        yield doors[0].port
    finally:
        loop.call_soon_threadsafe(done.set)
        thread.join(10)
        assert not thread.is_alive()
        loop.close()


def said(port, sent):
    with socket.create_connection(("127.0.0.1", port), timeout=10) as client:
        client.sendall(sent)
        return received(client)


def received(client):
    parts = []
    while part := client.recv(65536):
        parts.append(part)
    return b"".join(parts)


def test_a_page_is_sent_and_the_connection_closed():
    with served() as port:
        reply = said(port, b"GET / HTTP/1.1\r\nHost: localhost\r\n\r\n")
    head, _, body = reply.partition(b"\r\n\r\n")
    assert head.startswith(b"HTTP/1.1 200 OK\r\n")
    assert b"Connection: close" in head
    assert body == b"home"


def test_a_large_file_is_sent_whole():
    with served() as port:
        reply = said(port, b"GET /large.bin HTTP/1.1\r\nHost: localhost\r\n\r\n")
    assert len(reply.partition(b"\r\n\r\n")[2]) == 3_000_000


def test_a_second_request_on_one_connection_is_not_answered():
    one = b"GET / HTTP/1.1\r\nHost: localhost\r\n\r\n"
    with served() as port:
        assert said(port, one + one).count(b"HTTP/1.1") == 1


def test_a_client_that_does_not_finish_its_request_is_sent_away():
    with served() as port:
        assert said(port, b"GET / HTTP/1.1\r\nHost: loc").startswith(b"HTTP/1.1 408 ")


def test_a_head_that_is_too_large_is_refused():
    with served() as port:
        reply = said(port, b"GET / HTTP/1.1\r\nX: " + b"x" * 4000 + b"\r\n\r\n")
    assert reply.startswith(b"HTTP/1.1 431 ")


def test_one_connection_too_many_is_refused_and_later_ones_are_answered():
    with served() as port:
        waiting = [socket.create_connection(("127.0.0.1", port)) for _ in range(3)]
        try:
            for client in waiting:
                client.sendall(b"G")
            assert said(port, b"").startswith(b"HTTP/1.1 503 ")
        finally:
            for client in waiting:
                client.close()
        assert b"200 OK" in until_answered(port)


def until_answered(port):
    for _ in range(50):
        reply = said(port, b"GET / HTTP/1.1\r\nHost: localhost\r\n\r\n")
        if b" 503 " not in reply:
            return reply
    return b""


def test_a_client_that_goes_away_at_once_does_no_harm():
    with served() as port:
        socket.create_connection(("127.0.0.1", port)).close()
        assert b"200 OK" in said(port, b"GET / HTTP/1.1\r\nHost: localhost\r\n\r\n")


@pytest.mark.parametrize("patience", [0.2, 30])
def test_a_client_that_does_not_read_is_not_waited_for_at_the_end(patience):
    site = ServedSite({"index.html": b"x" * 30_000_000})
    with served(Limits(body_seconds=patience), site) as port:
        client = socket.create_connection(("127.0.0.1", port))
        client.sendall(b"GET / HTTP/1.1\r\nHost: localhost\r\n\r\n")
        assert client.recv(15) == b"HTTP/1.1 200 OK"
    client.close()


def test_a_port_that_is_taken_is_refused_or_the_next_one_is_used():
    with listen("127.0.0.1", 0) as first:
        port = first.getsockname()[1]
        with pytest.raises(OSError, match="is taken"):
            listen("127.0.0.1", port)
        with listen("127.0.0.1", port, or_next=True) as second:
            assert second.getsockname()[1] > port


def test_a_door_that_comes_with_a_rebuild_is_opened(tmp_path):
    (tmp_path / "content").mkdir()
    look = Look(tmp_path, ("content",), lambda _: False)
    watching = Watching(look, lambda _: None, lambda _: None)
    second = Door(listen("127.0.0.1", 0), lambda: ServedSite({"index.html": b"second"}))
    with served(watching=watching, more=[second]):
        (tmp_path / "content/a.md").write_text("x")
        assert said(second.port, b"GET / HTTP/1.1\r\nHost: localhost\r\n\r\n").endswith(b"second")


def test_a_rebuild_that_fails_ends_the_server(tmp_path):
    (tmp_path / "content").mkdir()

    def fail(changed):
        raise ValueError(changed)

    watching = Watching(Look(tmp_path, ("content",), lambda _: False), fail, lambda _: None)
    (tmp_path / "content/a.md").write_text("x")
    with listen("127.0.0.1", 0) as listening, pytest.raises(ValueError, match=r"a\.md"):
        serve(lambda: [Door(listening, lambda: SITE)], watching)


def test_a_signal_ends_the_server_in_the_midst_of_a_conversation_and_is_handled_as_before():
    def rudely():
        signal.raise_signal(signal.SIGTERM)
        return SITE

    told: list[int] = []
    before = signal.signal(signal.SIGTERM, lambda number, _: told.append(number))
    try:
        with listen("127.0.0.1", 0) as listening:
            port = listening.getsockname()[1]
            visitor = threading.Thread(
                target=said, args=(port, b"GET / HTTP/1.1\r\nHost: localhost\r\n\r\n")
            )
            visitor.start()
            serve(lambda: [Door(listening, rudely)])
            visitor.join()
    finally:
        signal.signal(signal.SIGTERM, before)
    assert told == [signal.SIGTERM]
