"""Pages that listen, spoken to through raw sockets."""

import asyncio
import json
import socket
import threading
from contextlib import contextmanager
from dataclasses import replace

from pavgen.serve.live import body_digest
from pavgen.serve.looking import Look
from pavgen.serve.notice import notice_saying
from pavgen.serve.server import Door, Limits, listen, serve_until
from pavgen.serve.watch import Watching
from tests.serve.samples import LIVE, PAGE, live_site

QUICK = Limits(connections=6, listeners=2, head_seconds=5, body_seconds=5)


class Stage:
    """A served site that changes as a file is saved: `next_` is what is served from then on."""

    def __init__(self, root):
        self.site = self.next_ = live_site()
        self.port = 0
        self._file = root / "content/a.md"
        self._file.parent.mkdir()

    def rebuild(self, _):
        self.site = self.next_

    def change(self, site):
        self.next_ = site
        self._file.write_text(f"{site.live}")


@contextmanager
def staged(root):
    stage = Stage(root)
    door = Door(listen("127.0.0.1", 0), lambda: stage.site)
    stage.port = door.port
    watching = Watching(Look(root, ("content",), lambda _: False), stage.rebuild, lambda _: None)
    loop, done = asyncio.new_event_loop(), asyncio.Event()
    thread = threading.Thread(
        target=loop.run_until_complete, args=(serve_until(done, lambda: [door], QUICK, watching),)
    )
    thread.start()
    try:
        yield stage
    finally:
        loop.call_soon_threadsafe(done.set)
        thread.join(10)
        assert not thread.is_alive()
        loop.close()


def listener(port, run="run-1", version=3):
    """Open a connection that listens; return it and its lines."""
    client = socket.create_connection(("127.0.0.1", port), timeout=10)
    query = f"page=%2F&run={run}&body={body_digest(PAGE)}&version={version}"
    client.sendall(f"GET /_pavgen/events?{query} HTTP/1.1\r\nHost: localhost\r\n\r\n".encode())
    return client, client.makefile("r", encoding="utf-8", newline="\n")


def status_of(lines):
    return int(lines.readline().split()[1])


def next_state(lines):
    for line in lines:
        if line.startswith("data: "):
            return json.loads(line.removeprefix("data: "))
    return None


def test_a_page_is_told_of_its_site_at_once_and_at_every_change(tmp_path):
    with staged(tmp_path) as stage:
        client, lines = listener(stage.port)
        assert status_of(lines) == 200
        first = next_state(lines)
        assert (first["version"], first["page"], first["notice"]) == (3, "sheets", None)
        stage.change(live_site(live=replace(LIVE, notice=notice_saying("wrong"))))
        assert next_state(lines)["notice"]["summary"] == "wrong"
        changed = {"media/a.png": 4}
        stage.change(live_site(live=replace(LIVE, version=4, changed=changed)))
        assert next_state(lines)["files"] == ["/media/a.png"]
        stage.change(live_site(live=replace(LIVE, version=5, changed=changed)))
        assert next_state(lines)["files"] == []
        client.close()
        lines.close()


def test_a_page_of_another_run_is_told_that_it_is_old_and_sent_away(tmp_path):
    with staged(tmp_path) as stage:
        client, lines = listener(stage.port, run="run-0")
        assert (next_state(lines), lines.read()) == ({"page": "changed"}, "\n")
        client.close()
        lines.close()


def test_one_listener_too_many_is_refused_until_another_goes_and_pages_are_served_all_along(
    tmp_path,
):
    with staged(tmp_path) as stage:
        known = [listener(stage.port) for _ in range(2)]
        for _, lines in known:
            next_state(lines)
        client, lines = listener(stage.port)
        assert status_of(lines) == 503
        with socket.create_connection(("127.0.0.1", stage.port), timeout=10) as page:
            page.sendall(b"GET / HTTP/1.1\r\nHost: localhost\r\n\r\n")
            assert page.recv(15) == b"HTTP/1.1 200 OK"
        for opened in (client, lines, *known[0]):
            opened.close()
        assert accepted(stage.port)
        for opened in known[1]:
            opened.close()


def accepted(port):
    for _ in range(100):
        client, lines = listener(port)
        status = status_of(lines)
        client.close()
        lines.close()
        if status == 200:
            return True
    return False


def test_pages_that_still_listen_do_not_keep_the_server_from_ending(tmp_path):
    with staged(tmp_path) as stage:
        client, lines = listener(stage.port)
        next_state(lines)
    assert lines.read() == "\n"
    client.close()
    lines.close()
