"""A text by staff that is too large, too deep, or written by somebody odd."""

import json
import re

import pytest

from pavgen.kernel.diagnostics import Diagnostic, Span
from pavgen.model.prose import Markup, SitePath
from pavgen.render.markdown import render_staff
from tests.work import no_hang

PATH = "content/hubs/cloud/guide.md"


def said(text):
    return [(d.span.line, d.code) for d in render_staff(PATH, text).diagnostics]


@pytest.mark.parametrize("opening", ["<?", "<!--", "<a "])
def test_many_tags_that_do_not_end_are_refused_without_looking_for_each_end(opening):
    with no_hang():
        found = said(opening * 120_000)
    assert {code for _, code in found} <= {"prose-html-broken"}


def test_nesting_beyond_what_the_parser_reads_is_refused():
    assert said("> " * 64 + "a") == [(1, "prose-nesting")]


def test_a_text_longer_than_a_novel_is_refused_before_it_is_parsed():
    most = "a" * 524_288

    checked = render_staff(PATH, f"{most}b")

    assert render_staff(PATH, most).diagnostics == ()
    assert checked.diagnostics == (
        Diagnostic(
            Span(PATH, 1),
            "prose-size",
            "524,289 bytes, 1 over the limit",
            "shorten the text to 524,288 bytes",
        ),
    )
    assert checked.value.parts == ()


def test_no_hostile_document_raises_or_names_a_record(shared_data):
    corpora = shared_data / "corpora"
    rows = json.loads((corpora / "html5sec/vectors.json").read_text(encoding="utf-8"))
    spec = (corpora / "commonmark/spec.txt").read_text(encoding="utf-8")
    examples = re.findall(r"^`{32} example\n(.*?)^\.$", spec, re.DOTALL | re.MULTILINE)

    for text in [*(row["data"] for row in rows), *examples]:
        parts = render_staff(PATH, text.replace("→", "\t")).value.parts
        assert all(isinstance(part, Markup | SitePath) for part in parts)
