"""Every page of the demo has one heading of the first rank; markup is judged in test_links."""

import re
from pathlib import Path

HEADING = re.compile(r"<h1[\s>]")


def test_every_page_has_one_h1(built_demo: Path):
    counts = {
        file.relative_to(built_demo).as_posix(): len(HEADING.findall(file.read_text("utf-8")))
        for file in sorted(built_demo.glob("*/**/*.html"))
    }

    assert counts
    assert {path: count for path, count in counts.items() if count != 1} == {}
