"""What axe-core, the common checker of accessibility, finds on every kind of page of every site."""

import functools
import re
import threading
from http.server import ThreadingHTTPServer
from pathlib import Path

from playwright.sync_api import Browser

from tests.browser.axe import LAPTOP_AND_PHONE, violations
from tests.browser.conftest import _Quiet
from tests.browser.samples import kinds

ELSEWHERE = ("agenda", "floor")
"""The largest pages; `test_agenda` and `test_floor` look at theirs in the same windows."""


def test_axe_finds_nothing_on_any_kind_of_page(browser: Browser, built_demo: Path, site: Path):
    found: dict[str, list[str]] = {}
    seen: set[tuple[str, str]] = set()
    others = {page.parent for page in built_demo.glob("*/index.html")} - {site}
    for folder in [site, *sorted(others)]:
        # A kind of page is looked at once in each design, in both lights in the largest site.
        design = "".join(re.findall(r'href="\S*style\.\w+\.css"', _home(folder)))
        new = {
            (design, kind): path for kind, path in kinds(folder).items() if kind not in ELSEWHERE
        }
        paths = sorted({path for key, path in new.items() if key not in seen})
        seen.update(new)
        looks = LAPTOP_AND_PHONE if folder == site else LAPTOP_AND_PHONE[:1]
        server = ThreadingHTTPServer(
            ("127.0.0.1", 0), functools.partial(_Quiet, directory=str(folder))
        )
        threading.Thread(target=server.serve_forever, daemon=True).start()
        # `test_pages` measures the contrast of every text of that site; here it would take longest.
        # The site's own policy forbids foreign scripts, and a checker is one.
        context = browser.new_context(bypass_csp=True, reduced_motion="reduce")
        page = context.new_page()
        for path in paths:
            page.goto(f"http://127.0.0.1:{server.server_port}/{path}")
            for look, rules in violations(page, looks, contrast=folder != site).items():
                found[f"{folder.name}/{path} {look}"] = rules
        context.close()
        server.shutdown()
        server.server_close()

    assert found
    assert {path: rules for path, rules in found.items() if rules} == {}


def _home(folder: Path) -> str:
    return (folder / "index.html").read_text(encoding="utf-8")
