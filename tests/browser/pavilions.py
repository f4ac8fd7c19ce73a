"""A small event built and served on this machine, by a server that can be told to fail."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from datetime import date
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from mimetypes import guess_type
from pathlib import Path

from tests.browser.building import build_in_memory
from tests.events import event
from tests.plan.projects import files_of, partner, site, write

DAY = date(2026, 10, 1)
SECTIONS = ["kind: directory, path: /", "kind: pavilion, path: /fair/, event: fair"]
LOGO = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 120 40">'
    '<path d="M4 4h112v32H4z" fill="#123456"/></svg>'
)


def fair_files(**parts):
    """Return the files of a site with four partners and an event; `parts` replace the event's."""
    return files_of(
        partner("ada", "logo: logo.svg\n", about="We mill.\n") | {"partners/ada/logo.svg": LOGO},
        partner("bob", name="شركة الأفق"),
        partner("cat"),
        partner("dot"),
        event(**parts),
        main=site(SECTIONS, "csp_meta: true\n"),
    )


def fair_site(root: Path, *, day: date = DAY, more=None, **parts) -> dict[str, bytes]:
    """Build the site in memory; there must be no error. `more` are files besides, or instead."""
    write(root, fair_files(**parts) | (more or {}))
    return build_in_memory(root, day)


def until(page, promised):
    """Wait in the page until a promise gives something true, asking again and again."""
    page.evaluate(
        f"""async () => {{
            for (let tries = 0; !(await {promised}); tries += 1) {{
                if (tries > 400) throw new Error("never true");
                await new Promise((resolve) => setTimeout(resolve, 25));
            }}
        }}"""
    )


@dataclass
class Host:
    """What a server answers: `files` by path, `failing` paths by status, and who asked for what."""

    files: dict[str, bytes]
    failing: dict[str, int] = field(default_factory=dict)
    asked: list[str] = field(default_factory=list)
    address: str = ""

    def answer(self, path: str) -> tuple[int, str, bytes]:
        """Return status, media type and bytes for a path."""
        self.asked.append(path)
        file = path.removeprefix("/")
        file += "index.html" if file.endswith("/") or not file else ""
        kind = guess_type(file)[0] or "application/octet-stream"
        kind = "text/javascript" if file.endswith(".js") else kind
        status = self.failing.get(path, 200 if file in self.files else 404)
        return status, kind, self.files.get(file, b"") if status == 200 else b"failed"


@contextmanager
def serving(files: dict[str, bytes]) -> Iterator[Host]:
    """Serve files on a free port; the host may be changed while it runs."""
    host = Host(files)

    class Answering(BaseHTTPRequestHandler):
        def do_GET(self):
            status, kind, data = host.answer(self.path.partition("?")[0])
            self.send_response(status)
            self.send_header("Content-Type", kind)
            self.send_header("Content-Length", str(len(data)))
            self.send_header("Cache-Control", "max-age=3600")
            self.end_headers()
            with suppress(ConnectionError):  # a page that is left does not wait for its files
                self.wfile.write(data)

        def log_message(self, format, *args):  # noqa: A002 - the base's name
            del format, args

    server = ThreadingHTTPServer(("127.0.0.1", 0), Answering)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    host.address = f"http://127.0.0.1:{server.server_port}"
    try:
        yield host
    finally:
        server.shutdown()
        thread.join()
        server.server_close()
