"""Every text of every collection in every place, and the policy on every page of the demo.

`python -m tests.hostile.everything [--partners 400] [--every 1] [--only hostile|policy]` tells what it did and
ends with status 1 where anything was found. It takes some minutes; the test suite does a sample.
"""

import argparse
import os
import re
import shutil
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

from pavgen.app.build import make_loaded
from pavgen.app.load import load_tree
from pavgen.app.means import working
from pavgen.files.reader import read_project
from pavgen.kernel.diagnostics import Checked
from pavgen.model.showing import Showing
from pavgen.model.tree import SourceTree
from tests.browser.conftest import AS_OF
from tests.conftest import _NAMES, _QUIET, ROOT
from tests.hostile.crowd import Hostile, built
from tests.hostile.crowds import all_crowds, harmless_crowd
from tests.hostile.hosting import hosting
from tests.hostile.judging import faults, parsed_pages, refusal_faults
from tests.hostile.judging_pages import PROSE, shapes
from tests.hostile.sites import pages_of
from tests.hostile.trap import trapped

USED = ("browse/", "compare/", "search/", "fair/agenda/", "fair/floor/")
_EVERY = 20
"""Every so many pages of a hostile project are shown in the browser."""

_GAP = ("li", frozenset({"aria-hidden", "class"}))
"""What stands for left-out numbers where a list has more pages than the harmless one."""

_UNSEEN = r"(placement/partners|notes/authors)/.*[1-9]/"
"""Pages like others of their kind, which show of a partner no more than the name."""


def main(arguments: Sequence[str]) -> int:
    """Run what was asked for; return the status to exit with."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--partners", type=int, default=400, help="partners in a project")
    parser.add_argument("--every", type=int, default=1, help="take every so many texts")
    parser.add_argument("--only", choices=("hostile", "policy"))
    asked = parser.parse_args(arguments)
    found: list[str] = []
    chromium = os.environ.get("PAVGEN_CHROMIUM") or next(filter(None, map(shutil.which, _NAMES)))
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=list(_QUIET))
        if asked.only != "policy":
            found += _hostile(browser, asked.partners, asked.every)
        if asked.only != "hostile":
            found += _policy(browser)
        browser.close()
    _tell(*found[:100])
    _tell(f"{len(found)} things found")
    return 1 if found else 0


def _hostile(browser: Browser, partners: int, every: int) -> list[str]:
    shared = ROOT / os.environ.get("PAVGEN_TEST_DATA", "../shared")
    plain = shapes(parsed_pages(built(harmless_crowd()).files).values()) | PROSE | {_GAP}
    found: list[str] = []
    counts: Counter[str] = Counter()
    for number, crowd in enumerate(all_crowds(shared, partners, every), 1):
        begun = time.monotonic()
        with tempfile.TemporaryDirectory() as folder, working(Path(folder), jobs=2) as means:
            hostile = built(crowd, means)
        made = time.monotonic()
        refusals = [*(refusal for _, refusal in hostile.refused), *hostile.other]
        found += faults(hostile, plain, _UNSEEN) + refusal_faults(refusals)
        judged = time.monotonic()
        counts += Counter(
            {
                "words let in": len(hostile.said),
                "words refused": len(hostile.refused),
                "logos and pages refused": len(hostile.other),
                "pages": sum(path.endswith(".html") for path in hostile.files),
                "files": len(hostile.files),
                "pages shown": _shown(browser, hostile, found),
            }
        )
        seconds = f"built in {made - begun:.0f} s, judged in {judged - made:.0f} s, shown in {time.monotonic() - judged:.0f} s"
        _tell(
            f"project {number}: {len(crowd.words)} partners, {seconds}, {len(found)} things found; {dict(counts)}"
        )
    return found


def _shown(browser: Browser, hostile: Hostile, found: list[str]) -> int:
    pages = pages_of(hostile.files)[::_EVERY]
    with hosting(hostile.files, strict=False) as home, trapped(browser, home, strict=False) as trap:
        for path in pages:
            trap.visit(path)
            trap.look()
        for path in (*USED, *pages[::10]):
            trap.visit(path)
            trap.use()
            trap.look()
        found += trap.caught
    return len(pages) + len(USED)


def _policy(browser: Browser) -> list[str]:
    """Open every page of the demo twice: with the host's headers, and with the pages' own policy."""
    tree = read_project(ROOT)
    files = tree.value.files
    found: list[str] = []
    for by_host in (True, False):
        line = b"" if by_host else b"csp_meta: true\n"
        sources = {
            path: re.sub(rb"(?m)^csp_meta:.*\n", b"", data) + line
            if path.startswith("content/sites/")
            else data
            for path, data in files.items()
        }
        for name, site in _demo(sources).items():
            begun = time.monotonic()
            pages = pages_of(site)
            with hosting(site, strict=by_host) as home, trapped(browser, home, strict=True) as trap:
                for path in pages:
                    trap.visit(path)
                found += trap.caught
            how = "the host's headers" if by_host else "the pages' own policy"
            _tell(
                f"{name}: {len(pages)} pages with {how} in {time.monotonic() - begun:.0f} s, {len(found)} things found"
            )
    return found


def _demo(sources: Mapping[str, bytes]) -> dict[str, dict[str, bytes]]:
    with tempfile.TemporaryDirectory() as folder, working(Path(folder), jobs=2) as means:
        loaded = load_tree(Checked(SourceTree(sources)), means=means)
        made = make_loaded(loaded, Showing(date.fromisoformat(AS_OF)), means=means)
    assert made.ok, made.diagnostics[:5]
    return {site.site: dict(site.files) for site in made.value.sites}


def _tell(*lines: str) -> None:
    for line in lines:
        sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
