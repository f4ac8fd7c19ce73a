"""Show every kind of page of every site as a phone, a tablet and a laptop do, light and dark.

Build the demo programme, photograph it, and write the pictures with an `index.html` of all of
them into a folder: `python3 dev.py screenshots [--output DIR]`.
"""
# ruff: noqa: INP001 - a script of this folder, not a package

import functools
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from html import escape
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from shutil import which
from tempfile import TemporaryDirectory
from typing import Literal

from playwright.sync_api import Browser, sync_playwright

from tests.browser.samples import kinds

ROOT = Path(__file__).resolve().parent.parent
WIDTHS = (390, 768, 1440)
SCHEMES: tuple[Literal["light", "dark"], ...] = ("light", "dark")
TALLEST = 5000
FLAGS = ("--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking")


def main() -> int:
    """Build, photograph, and write the sheet; `--as-of` and the like go to the build."""
    output = Path(sys.argv[1])
    with TemporaryDirectory() as built:
        command = [sys.executable, "-m", "pavgen", "--project", str(ROOT), "build"]
        done = subprocess.run([*command, "--output", built, *sys.argv[2:]], check=False)  # noqa: S603 - ours
        if done.returncode:
            return done.returncode
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=_chromium(), args=list(FLAGS))
            sites = sorted(page.parent for page in Path(built).glob("*/index.html"))
            shots = [shot for site in sites for shot in _site(browser, site, output)]
            browser.close()
    (output / "index.html").write_text(sheet(shots), encoding="utf-8")
    sys.stdout.write(f"{len(shots) * len(WIDTHS) * len(SCHEMES)} pictures in {output}\n")
    return 0


def sheet(shots: list[tuple[str, str, str]]) -> str:
    """Write the page of all pictures; a shot is a site, a kind of page and an address."""
    rows = []
    for site, kind, path in shots:
        rows.append(f"<h2>{escape(site)}: {escape(kind)} <code>/{escape(path)}</code></h2><p>")
        for scheme in SCHEMES:
            for width in WIDTHS:
                name = escape(_name(site, kind, width, scheme))
                alt = escape(f"{site}, {kind}, {width} pixels, {scheme}")
                rows.append(
                    f'<a href="{name}"><img src="{name}" alt="{alt}" width="{width // 6 + 60}"'
                    ' loading="lazy"></a>'
                )
        rows.append("</p>")
    title = '<!doctype html><html lang="en"><meta charset="utf-8"><title>Pages</title>'
    head = f"{title}<style>{_STYLE}</style>"
    return f"{head}<h1>Every kind of page</h1>{''.join(rows)}</html>\n"


def _site(browser: Browser, site: Path, output: Path) -> list[tuple[str, str, str]]:
    """Photograph the first page of each kind of a site."""
    output.mkdir(parents=True, exist_ok=True)
    found = kinds(site)
    with _served(site) as address:
        for scheme in SCHEMES:
            for width in WIDTHS:
                size = {"width": width, "height": 900}
                page = browser.new_page(viewport=size, color_scheme=scheme)  # type: ignore[arg-type] # a size
                for kind, path in found.items():
                    page.goto(address + path)
                    page.evaluate(_LOAD_EVERY_IMAGE)
                    tall = min(page.evaluate("document.documentElement.scrollHeight"), TALLEST)
                    page.screenshot(
                        path=output / _name(site.name, kind, width, scheme),
                        clip={"x": 0, "y": 0, "width": width, "height": tall},
                        full_page=True,
                        type="jpeg",
                        quality=80,
                    )
                page.close()
    return [(site.name, kind, path) for kind, path in found.items()]


def _name(site: str, kind: str, width: int, scheme: str) -> str:
    return f"{site}-{kind.replace(' ', '-')}-{width}-{scheme}.jpg"


def _chromium() -> str | None:
    """Return the system's Chromium, or None for the one that playwright brings."""
    names = ("chromium", "chromium-browser", "google-chrome")
    return next(filter(None, map(which, names)), None)


@contextmanager
def _served(site: Path) -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(_Quiet, directory=str(site)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()
    server.server_close()


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the base's name
        del format, args


_STYLE = """body { font: 15px sans-serif; margin: 2rem }
p { display: flex; gap: 1rem; align-items: start; overflow: auto }
img { border: 1px solid #aaa; max-height: 40rem; object-fit: cover; object-position: top }"""

_LOAD_EVERY_IMAGE = """() => {
  for (const image of document.images) image.loading = "eager";
  return Promise.allSettled([...document.images].map((image) => image.decode()));
}"""


if __name__ == "__main__":
    sys.exit(main())
