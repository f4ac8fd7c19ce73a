"""Says which partner's folder a pull request changes, if there is something to preview.

Usage: previewed.py REVIEW.JSON. One line is written, `slug=` or `slug=<slug>`: a slug if the
verdict lets it be built, every path is the partner's own, and something is left to be shown.
"""

import json
import re
import sys
from pathlib import Path

_SLUG = re.compile(r"[a-z0-9](?:[a-z0-9-]{0,62}[a-z0-9])")
_MAY_BE_BUILT = frozenset({"pass", "needs-vendor"})


def main(arguments: list[str]) -> int:
    """Write the line for the review in a file."""
    review = json.loads(Path(arguments[0]).read_text(encoding="utf-8"))
    sys.stdout.write(f"slug={previewed(review)}\n")
    return 0


def previewed(review: object) -> str:
    """Return the slug of the one partner whose folder is changed, or nothing."""
    if not isinstance(review, dict) or review.get("verdict") not in _MAY_BE_BUILT:
        return ""
    slugs, paths = review.get("partners"), review.get("paths")
    if not isinstance(slugs, list) or not isinstance(paths, list) or len(slugs) != 1:
        return ""
    slug = slugs[0]
    if not isinstance(slug, str) or not _SLUG.fullmatch(slug):
        return ""
    own = all(isinstance(p, dict) and p.get("class") == "partner" for p in paths)
    left = any(isinstance(p, dict) and p.get("status") != "D" for p in paths)
    return slug if own and left else ""


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
