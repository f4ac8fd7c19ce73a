"""A review as a comment: read by a parser of markdown, it holds what pavgen wrote and no more."""

import re
from html import unescape

import pytest
from markdown_it import MarkdownIt

from pavgen.model.review.contents import FieldChange, TextChange
from pavgen.model.review.rulings import Ruling, Verdict
from pavgen.plan.review import Changes
from pavgen.render.reports.review_markdown import MARK, MOST, review_as_markdown
from tests.render.reports.reviews import OWN, naughty, plain_review, with_everywhere

PARSER = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])
BLOCKS = {
    "heading_open", "heading_close", "paragraph_open", "paragraph_close", "inline",
    "bullet_list_open", "bullet_list_close", "list_item_open", "list_item_close",
    "fence", "html_block",
}  # fmt: skip
INLINE = {"text", "code_inline", "softbreak", "strong_open", "strong_close", "html_inline"}
CUT = {"em_open", "em_close"}
SUMMARY = re.compile(r"<details><summary>([^<>]*)</summary>\n?")
# What hosts look for in the finished text, outside of code.
LIVE = re.compile(
    r"@[a-z0-9]|#\d|gh-\d|\b[0-9a-f]{7,}\b|(https?|ftp):/|(mailto|xmpp):\w|www\.|\w@\w|:\w+:",
    re.IGNORECASE,
)


def wrong_in(comment):
    """Return whatever in a comment is not a form that pavgen itself writes."""
    tokens = PARSER.parse(comment)
    return [
        *(token.type for token in tokens if token.type not in BLOCKS),
        *(token.content for token in tokens if token.type == "html_block" and not _is_own(token)),
        *(token.info for token in tokens if token.type == "fence" and token.info != "diff"),
        *(problem for token in tokens for problem in _wrong_inline(token)),
        *_unbalanced(tokens),
    ]


def _is_own(token):
    summary = SUMMARY.fullmatch(token.content)
    if summary:
        return not LIVE.search(unescape(summary[1]))
    return token.content.strip() in {MARK, "</details>"}


def _wrong_inline(token):
    words = ""
    for child in token.children or ():
        if child.type not in INLINE | CUT:
            yield f"{child.type} {child.content}"
        if child.type == "html_inline" and child.content not in {"<sub>", "</sub>"}:
            yield child.content
        words += child.content if child.type == "text" else "|"
    if LIVE.search(words):
        yield words


def _unbalanced(tokens):
    """An open fence would swallow the end; a block that a partner opened would stay open."""
    html = [token.content for token in tokens if token.type == "html_block"]
    if sum(map(bool, map(SUMMARY.match, html))) != sum(c.strip() == "</details>" for c in html):
        yield "details"
    if tokens[0].content.strip() != MARK or not tokens[-2].content.startswith("<sub>base `"):
        yield "not whole"


@pytest.mark.parametrize("word", OWN)
def test_nothing_a_partner_writes_is_more_than_words(word):
    assert wrong_in(review_as_markdown(with_everywhere(word))) == []


def test_no_naughty_string_is_more_than_words(shared_data):
    words = naughty(shared_data)
    assert [w for w in words if wrong_in(review_as_markdown(with_everywhere(w)))] == []


@pytest.mark.parametrize("word", OWN)
def test_no_line_is_a_command_and_nothing_hidden_is_shown(word):
    comment = review_as_markdown(with_everywhere(word))
    assert comment.encode("utf-8", "strict")
    assert not [line for line in comment.splitlines() if line.lstrip().startswith("::")]
    assert "##[" not in comment
    assert comment.replace("\n", "").isprintable()


@pytest.mark.parametrize("word", ["x" * 500, "`" * 300, "@" * 500, "<" * 500])
def test_a_comment_is_cut_between_blocks_and_says_so(word):
    fields = tuple(FieldChange(word, f"{word}{n}", word, word) for n in range(100))
    rulings = tuple(Ruling("path-code", Verdict.REFUSED, word, word) for _ in range(500))
    review = with_everywhere(word)
    crowded = plain_review(
        Verdict.REFUSED,
        rulings=rulings,
        changes=Changes(fields=fields, texts=review.changes.texts * 200),
    )
    comment = review_as_markdown(crowded)
    assert len(comment) <= MOST
    assert "the check&#39;s JSON" in comment or "More does not fit here" in comment
    assert wrong_in(comment) == []


def test_a_block_that_is_too_long_hides_none_behind_it():
    fields = tuple(FieldChange("p" * 250, "k" * 250, "b" * 250, "a" * 250) for _ in range(60))
    crowded = with_everywhere("x")
    long = TextChange("about.md", (("+", "x" * 500),) * 60)
    changes = Changes(fields=fields, texts=(long,), pages=crowded.changes.pages)
    comment = review_as_markdown(plain_review(changes=changes))
    assert len(comment) <= MOST
    assert ("Text of" in comment, "<summary>Pages</summary>" in comment) == (False, True)


def test_the_head_says_in_plain_words_what_happens_next():
    assert review_as_markdown(plain_review()).partition("\n**")[0] == (
        "<!-- pavgen review -->\n"
        "### Pass\n\n"
        "Nothing in it needs the vendor's leave.\n\n"
        "- Who: account `101`\n"
        "- What: 1 path in `acme`\n"
        "- Why: every rule is kept\n"
        "- Next: A partner manager merges it; the site shows it with its next build.\n"
    )


@pytest.mark.parametrize(
    ("verdict", "title"),
    [
        (Verdict.PASS, "### Pass"),
        (Verdict.VENDOR, "### Needs the vendor's approval"),
        (Verdict.REFUSED, "### Refused as it stands"),
        (Verdict.UNDECIDED, "### Could not be judged"),
    ],
)
def test_the_title_is_the_verdict(verdict, title):
    assert review_as_markdown(plain_review(verdict)).splitlines()[1] == title


def test_a_whole_comment_of_an_edit():
    assert review_as_markdown(plain_review()).partition("\n**")[2] == (
        "Who stands where**\n\n"
        "- Your listing would appear in 1 list.\n"
        "- `All partners`: position 1 of 4, as before\n"
        "- Nobody else's position changes.\n\n"
        "<details><summary>Text of partners&#47;acme&#47;about.md</summary>\n\n"
        "```diff\n- We sail.\n+ We row.\n```\n\n"
        "</details>\n\n"
        "<details><summary>Paths</summary>\n\n"
        "- M `partners/acme/about.md`, 5 bytes\n\n"
        "</details>\n\n"
        "<sub>base `111111111111`, head `222222222222`</sub>\n"
    )
