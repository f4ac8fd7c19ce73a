"""Reviews for tests of reports: one of each thing, and one with a word in every place."""

import json
from pathlib import Path

import pytest

from pavgen.kernel.diagnostics import Diagnostic, Span
from pavgen.model.review.contents import FieldChange, Hidden, Neighbour, TextChange
from pavgen.model.review.paths import PathChange
from pavgen.model.review.rulings import Ruling, Verdict
from pavgen.place.effect import Effect, Move
from pavgen.plan.review import Changes, LogoChange, LogoFile, PageChanges, Review

COMMITS = ("1" * 40, "2" * 40, "3" * 40)
OWN = (
    "::error::x", "  ::error::x", " \t ::stop-commands::x", "\N{NO-BREAK SPACE}::add-mask::x", "a\n::error::b",
    "a\r\n::error::b", "a\u2028::error::b", "a\x0b::error::b", "##[command]rm", "x ##[group]y",
    "\x1b[31mred\x1b[0m", "\x9b31m", "\x1b]0;title\x07", "a\x08b", "\x7f", "\u202egnp.exe",
    "a\u200bb", "\u2800", "\ufeff", "\U000e0041", "\ud800", "@org/team", "x` @org/team `y",
    "`x`@org/team`y`", "a``b", "```", "````\n@org/team", "~~~", "`" * 70, "</details>", "<details>",
    "</summary><img src=x>", "<img src=x onerror=alert(1)>", "<script>1</script>",
    "<!-- pavgen review -->", "-->", "<!--", "<a href=x>", "![x](https://evil.example/x.png)",
    "[x](https://evil.example)", "[x]: https://evil.example", "[^1]", "https://evil.example",
    "<https://evil.example>", "HTTP://EVIL.EXAMPLE", "www.evil.example", "mail@evil.example",
    "mailto:mail@evil.example", "xmpp:a@evil.example", "ftp://evil.example", "#12", "GH-12",
    "org/repo#12", "org/repo@" + "ab12" * 10, "deadbeef" * 5, "deadbee", "&lt;b&gt;", "&#64;team",
    "&commat;team", "&#x3c;b&#x3e;", "| a | b |\n|---|---|", "- [ ] task", "1. x", "# x", "> x",
    "---", "===", "***", "__x__", "~~x~~", "$`x`$", "$$x$$", ":smile:", "\\", "\\`", "`\\", "{{7*7}}",
    "a" * 5000, "\u202e" * 5000, "", " ", "`", " ` ", "> [!NOTE]", "+", "<", "&", "é😀",
)  # fmt: skip


def naughty(shared_data: Path) -> list[str]:
    """Return the big list of naughty strings, or skip where it is not present."""
    found = sorted((shared_data / "corpora").rglob("blns*.json"))
    if not found:
        pytest.skip("the big list of naughty strings is not here")
    return [str(word) for word in json.loads(found[0].read_text())]


def with_everywhere(word: str, verdict: Verdict = Verdict.REFUSED) -> Review:
    """Make a review that has a word wherever somebody else's can come to stand."""
    logo = LogoFile("ab" * 32, 123, 20, 10)
    return Review(
        verdict=verdict,
        account=101,
        commits=COMMITS,
        rulings=(
            Ruling("path-name", verdict, f"`{word}` is wrong, `{word}` too", word),
            Ruling("path-name", Verdict.PASS, word, f"partners/{word}/x"),
        ),
        paths=(PathChange(word, "M", "100644", "100644", 5, "1" * 40, "2" * 40),),
        slugs=(word, "acme"),
        changes=Changes(
            fields=(FieldChange(word, word, word, word), FieldChange("a", word, None, word)),
            texts=(TextChange(word, (("-", word), ("+", word))),),
            hidden=(Hidden(word, 1, "U+202E RIGHT-TO-LEFT OVERRIDE", 2),),
            hosts={word: (word,)},
            neighbours=(Neighbour(word, word, word, word, same=True),),
            logos=(LogoChange(word, None, logo),),
            effect=Effect(
                shown=(Move(word, "all", None, 1, 2),),
                others=(Move(word, "all", 1, 2, 2, "comes", (word,)),),
            ),
            pages=(PageChanges(word, (word,), (word,), ()),),
            admitted=(word,),
            titles={"all": word},
        ),
        findings=(
            Diagnostic(Span(word, 1, 1), "char-bidi", f"`{word}` is odd", "remove it", word),
        ),
    )


def plain_review(verdict: Verdict = Verdict.PASS, **changes: object) -> Review:
    """Make a review of one edited text, or with other values than that."""
    values: dict[str, object] = {
        "account": 101,
        "commits": COMMITS,
        "rulings": (),
        "paths": (PathChange("partners/acme/about.md", "M", "100644", "100644", 5),),
        "slugs": ("acme",),
        "changes": Changes(
            texts=(TextChange("partners/acme/about.md", (("-", "We sail."), ("+", "We row."))),),
            effect=Effect(shown=(Move("acme", "all", 1, 1, 4),)),
            titles={"all": "All partners"},
        ),
    }
    return Review(verdict=verdict, **(values | changes))  # type: ignore[arg-type]  # by name
