"""A host on this machine: answers from a site's files, with exactly the headers it asks for or none."""

import re
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from mimetypes import guess_type

_KINDS = {
    "js": "text/javascript",
    "webmanifest": "application/manifest+json",
    "ics": "text/calendar",
}

Fields = list[tuple[str, str]]


@contextmanager
def hosting(files: Mapping[str, bytes], *, strict: bool) -> Iterator[str]:
    """Serve files by path; yield the address of the root, which ends in `/`.

    A `strict` host sends what the `_headers` file says, any other sends nothing of it.
    """
    rules = parsed_rules(files.get("_headers", b"").decode("ascii")) if strict else []

    class Answering(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self):
            path = self.path.partition("?")[0]
            name = path[1:] + ("index.html" if path.endswith("/") else "")
            is_icon = path == "/favicon.ico"  # browsers ask every host for it
            self.send_response(204 if is_icon else 200 if name in files else 404)
            data = b"" if is_icon else files.get(name, files.get("404.html", b""))
            self.send_header("Content-Type", kind_of(name))
            self.send_header("Content-Length", str(len(data)))
            for field in sent_with(path, rules):
                self.send_header(*field)
            self.end_headers()
            with suppress(ConnectionError):  # a page that is left does not wait for its files
                self.wfile.write(data)

        def log_message(self, format, *args):  # noqa: A002 - the base's name
            del format, args

    class Host(ThreadingHTTPServer):
        daemon_threads = True
        request_queue_size = 128

        def handle_error(self, request, client_address):
            """Say nothing: browsers cut connections when they leave a page."""

    server = Host(("127.0.0.1", 0), Answering)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/"
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


def parsed_rules(text: str) -> list[tuple[str, list[str], Fields]]:
    """Read a `_headers` file: for each rule its path, the fields it takes away, those it gives."""
    rules: list[tuple[str, list[str], Fields]] = []
    for line in filter(None, text.split("\n")):
        if not line.startswith(" "):
            rules.append((line, [], []))
        elif line.startswith("  ! "):
            rules[-1][1].append(line[4:])
        else:
            name, value = line.strip().split(": ", 1)
            rules[-1][2].append((name, value))
    return rules


def sent_with(path: str, rules: list[tuple[str, list[str], Fields]]) -> Fields:
    """Return the fields for a path: those of every rule that fits, less what later ones take away."""
    fields: Fields = []
    for pattern, dropped, given in rules:
        if re.fullmatch(re.escape(pattern).replace(r"\*", ".*"), path):
            fields = [field for field in fields if field[0] not in dropped]
            fields += given
    return fields


def kind_of(name: str) -> str:
    """Return the media type of a file, as hosts do by its ending."""
    kind = _KINDS.get(name.rpartition(".")[2]) or guess_type(name)[0]
    return kind or ("text/html" if "." not in name else "application/octet-stream")
