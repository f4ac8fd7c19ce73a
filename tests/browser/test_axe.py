"""What axe-core, the common checker of accessibility, finds on every kind of page of every site."""

import functools
import threading
from http.server import ThreadingHTTPServer
from importlib.resources import files
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.browser.conftest import _Quiet
from tests.browser.samples import kinds

ELSEWHERE = ("agenda", "floor")
"""The largest pages; `test_agenda` and `test_floor` look at theirs in the same windows."""

AXE = files("axe_playwright_python").joinpath("axe.min.js").read_text(encoding="utf-8")

_RUN = """async () => (await axe.run(document, {resultTypes: ["violations"]})).violations
  .map((found) => found.id + ": " + found.nodes[0].html.slice(0, 160))"""


@pytest.mark.parametrize(("width", "scheme"), [(1440, "light"), (390, "dark")])
def test_axe_finds_nothing_on_any_kind_of_page(
    browser: Browser, built_demo: Path, site: Path, width: int, scheme: str
):
    found = {}
    sites = sorted(page.parent for page in built_demo.glob("*/index.html"))
    if scheme == "dark":  # the other sites show the same kinds of page
        sites = [folder for folder in sites if folder == site]
    for folder in sites:
        server = ThreadingHTTPServer(
            ("127.0.0.1", 0), functools.partial(_Quiet, directory=str(folder))
        )
        threading.Thread(target=server.serve_forever, daemon=True).start()
        # The site's own policy forbids foreign scripts, and a checker is one.
        context = browser.new_context(
            viewport={"width": width, "height": 900},
            color_scheme=scheme,  # type: ignore[arg-type] # one of its words
            bypass_csp=True,
        )
        page = context.new_page()
        for path in sorted({p for kind, p in kinds(folder).items() if kind not in ELSEWHERE}):
            page.goto(f"http://127.0.0.1:{server.server_port}/{path}")
            page.evaluate(
                "() => document.querySelectorAll('details').forEach((d) => d.open = true)"
            )
            page.evaluate(AXE)
            found[f"{folder.name}/{path}"] = page.evaluate(_RUN)
        context.close()
        server.shutdown()
        server.server_close()

    assert found
    assert {path: rules for path, rules in found.items() if rules} == {}
