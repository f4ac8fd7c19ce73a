"""A folder of real logos by hand: `python -m tests.logos.run FOLDER`.

Each is taken through everything that a partner's logo is. Then the originals and what became of
them are drawn by Chromium, side by side, and compared. Prints how many were accepted, why others
were not, and by name those that look different. `--only NAME` takes one, `--keep DIR` keeps the
two pictures of every one that differs.
"""

import argparse
import os
import shutil
import sys
from collections import Counter, defaultdict
from pathlib import Path

from playwright.sync_api import sync_playwright

from pavgen.kernel.diagnostics import Severity
from pavgen.render.images.logos import prepare_logos
from pavgen.security.svg import CleanSvg, clean_svg
from tests.logos.pixels import FEW, Wall, is_empty, unlike
from tests.telling import say

_AT_ONCE = 200


def prepared(paths, jobs):
    """Yield each path with what the loader would say of it as a partner's logo."""
    for at in range(0, len(paths), _AT_ONCE):
        some = paths[at : at + _AT_ONCE]
        files = [(f"partners/acme/logo{p.suffix.lower()}", p.read_bytes()) for p in some]
        yield from zip(some, prepare_logos(files, jobs_count=jobs), strict=True)


def differing(browser, paths):
    """Yield each drawing with how many of its pixels differ once cleaned, and the two pictures."""
    wall = Wall(browser)
    for at in range(0, len(paths), wall.room):
        some = paths[at : at + wall.room]
        originals = [path.read_bytes() for path in some]
        cleaned = [
            clean.data for data in originals if isinstance(clean := clean_svg(data), CleanSvg)
        ]
        pairs = zip(wall.shown(originals), wall.shown(cleaned), strict=True)
        for path, (before, after) in zip(some, pairs, strict=True):
            yield path, unlike(before, after), before, after


def main(arguments):
    """Run, tell, and return 1 where fewer than 95 % were accepted."""
    given = _parser().parse_args(arguments)
    paths = sorted(
        p for p in Path(given.folder).iterdir() if p.name in given.only or not given.only
    )
    paths = paths[:: given.every]
    accepted, refused = [], defaultdict(list)
    for path, checked in prepared(paths, given.jobs):
        errors = [d for d in checked.diagnostics if d.severity is Severity.ERROR]
        if checked.value is not None and not errors:
            accepted.append(path)
        for code in sorted({d.code for d in errors}):
            remedy = next(d.remedy for d in errors if d.code == code)
            refused[code, remedy].append(path.name)
    part = 100 * len(accepted) / max(1, len(paths))
    say(f"{len(accepted)} of {len(paths)} accepted: {part:.1f} %")
    for (code, remedy), names in sorted(refused.items(), key=lambda row: -len(row[1])):
        say(f"  {code}: {len(names)}, such as {', '.join(names[:3])}\n    {remedy}")
    _compare([path for path in accepted if path.suffix.lower() == ".svg"], given.keep)
    return 0 if part >= 95 else 1


def _compare(drawings, keep):
    names = ("chromium", "google-chrome")
    found = os.environ.get("PAVGEN_CHROMIUM") or next(filter(None, map(shutil.which, names)), "")
    if not found:
        say("no Chromium; set PAVGEN_CHROMIUM")
        return
    counts: Counter[str] = Counter()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=found, args=["--headless", "--no-sandbox", "--disable-gpu"]
        )
        for path, pixels, before, after in differing(browser, drawings):
            counts["same" if pixels <= FEW else "unlike"] += 1
            counts["to the pixel"] += pixels == 0
            counts["empty"] += is_empty(before)
            if pixels > FEW:
                say(f"  unlike in {pixels} pixels: {path.name}")
            if pixels > FEW and keep:
                Path(keep).mkdir(parents=True, exist_ok=True)
                before.save(Path(keep, f"{path.stem}-before.png"))
                after.save(Path(keep, f"{path.stem}-after.png"))
        browser.close()
    say(", ".join(f"{name} {count}" for name, count in counts.items()) + f" of {len(drawings)}")


def _parser():
    parser = argparse.ArgumentParser(prog="python -m tests.logos.run", description=__doc__)
    parser.add_argument("folder", help="the logos")
    parser.add_argument("--only", nargs="*", default=[], metavar="NAME", help="just these")
    parser.add_argument("--every", type=int, default=1, help="take each n-th alone")
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 1, help="how many processes")
    parser.add_argument("--keep", default="", metavar="DIR", help="where to keep those that differ")
    return parser


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
