"""The demo, built once, served on this machine and shown in a real browser."""

import fcntl
import functools
import json
import os
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from pavgen.cli.exits import Exit
from tests.browser.finding import Register

ROOT = Path(__file__).resolve().parent.parent.parent
AS_OF = "2026-11-21"
_TRIES = 120
"""How often the demo is built again while somebody else, perhaps a developer, builds it."""


@pytest.fixture(scope="session")
def built_demo(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the demo programme of this repository; return the folder that holds its sites.

    The processes of one run share it: the first builds, the others wait for it.
    """
    if not (ROOT / "content" / "program.yaml").is_file():
        pytest.skip("no demo programme in content/")
    own = tmp_path_factory.getbasetemp()
    shared = own.parent if "PYTEST_XDIST_WORKER" in os.environ else own
    output = shared / "demo"
    with (shared / "demo.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not (shared / "demo.built").exists():
            _build(output)
            (shared / "demo.built").touch()
    return output


def _build(output: Path) -> None:
    command = [sys.executable, "-m", "pavgen", "--project", str(ROOT), "build"]
    command += ["--output", str(output), "--as-of", AS_OF]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    for _ in range(_TRIES):
        if done.returncode != Exit.BUSY:
            break
        time.sleep(1)
        done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.fixture(scope="session")
def site(built_demo: Path) -> Path:
    """Return the folder of the site with the most pages: the one that shows most templates."""
    sites = sorted({page.parent for page in built_demo.glob("*/index.html")})
    assert sites, f"no site in {built_demo}"
    return max(sites, key=lambda folder: (len(list(folder.rglob("*.html"))), folder.name))


@pytest.fixture(scope="session")
def address(site: Path) -> Iterator[str]:
    """Serve the site; yield the address of its root, which ends in `/`."""
    answering = functools.partial(_Quiet, directory=str(site))
    server = ThreadingHTTPServer(("127.0.0.1", 0), answering)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()
    thread.join()
    server.server_close()


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """Open a window as wide as a laptop's."""
    opened = browser.new_page(viewport={"width": 1440, "height": 900})
    yield opened
    opened.close()


@pytest.fixture
def quiet(browser: Browser) -> Iterator[Page]:
    """Open a window that may read the clipboard; whatever its console says fails the test."""
    context = browser.new_context(viewport={"width": 1440, "height": 900})
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    page = context.new_page()
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    yield page
    context.close()
    assert said == []


@pytest.fixture(scope="session")
def register(site: Path) -> Register:
    """Return the list that the pages give their scripts."""
    found: Register = json.loads((site / "browse" / "partners.json").read_text("utf-8"))
    return found


class _Quiet(SimpleHTTPRequestHandler):
    """A server that does not talk."""

    protocol_version = "HTTP/1.0"

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the base's name
        del format, args
