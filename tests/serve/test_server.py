"""The server itself, spoken to through raw sockets."""

import asyncio
import socket
import threading
from contextlib import contextmanager

import pytest

from pavgen.serve.server import Door, Limits, listen, serve_until
from pavgen.serve.site import ServedSite

SITE = ServedSite({"index.html": b"home", "large.bin": b"x" * 3_000_000})
QUICK = Limits(connections=3, head_seconds=0.3, body_seconds=0.5, head_bytes=2048)


@contextmanager
def served(limits=QUICK, site=SITE):
    door = Door(listen("127.0.0.1", 0), lambda: site)
    loop = asyncio.new_event_loop()
    done = asyncio.Event()
    thread = threading.Thread(
        target=loop.run_until_complete, args=(serve_until(done, [door], limits),)
    )
    thread.start()
    try:
        yield door.port
    finally:
        loop.call_soon_threadsafe(done.set)
        thread.join(10)
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


def test_a_port_that_is_taken_is_refused_or_the_next_one_is_used():
    with listen("127.0.0.1", 0) as first:
        port = first.getsockname()[1]
        with pytest.raises(OSError, match="is taken"):
            listen("127.0.0.1", port)
        with listen("127.0.0.1", port, or_next=True) as second:
            assert second.getsockname()[1] > port
