"""A partner's text written to do harm: an independent judge reads what a browser would see."""

import json
import re

import html5lib
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pavgen.model.prose import Markup, ProseLimits
from pavgen.render.markdown import render_partner
from tests.fuzz.marks import BEGINNINGS
from tests.work import at_most

SPACE = "{http://www.w3.org/1999/xhtml}"
TAGS = {"p", "br", "em", "strong", "ul", "ol", "li", "blockquote", "code", "pre", "h3", "h4"}
TAGS |= {"hr", "a"}
HREF = re.compile(r"https://[^\s\"'<>\\]+|mailto:[^\s\"'<>\\?]+@[^\s\"'<>\\?]+|tel:\+[0-9]+")
REL = "nofollow ugc noopener"
WRAPPERS = (
    "{}",
    "> {}",
    "- {}",
    "# {}",
    "**{}**",
    "[{}](https://a.example)",
    "[x]({})",
    "[x](<{}>)",
    "`{}",
    "```{}\n",
)


def deviations(html):
    """Return everything in the document that the subset does not know, as a browser reads it."""
    tree = html5lib.parseFragment(html, treebuilder="etree")
    found = [f"text outside: {tree.text}"] if (tree.text or "").strip() else []
    for element in list(tree.iter())[1:]:
        tag = str(element.tag).removeprefix(SPACE)
        attributes = dict(element.attrib)
        if tag not in TAGS:
            found.append(f"<{tag}>")
        if tag == "a":
            good = attributes.pop("rel", "") == REL
            good &= HREF.fullmatch(attributes.pop("href", "")) is not None
            found.extend([] if good else [f"link {element.attrib}"])
        if tag == "ol" and re.fullmatch("[0-9]{1,9}", attributes.get("start", "")):
            del attributes["start"]
        found.extend(f"<{tag} {name}>" for name in attributes)
    return found


def rendered(text):
    limits = ProseLimits(words=10_000)
    checked = render_partner("about.md", text, slug="acme", limits=limits)
    return "".join(part.html for part in checked.value.parts if isinstance(part, Markup))


def documents(corpora):
    purify = json.loads((corpora / "dompurify/payloads.json").read_text(encoding="utf-8"))
    html5sec = json.loads((corpora / "html5sec/vectors.json").read_text(encoding="utf-8"))
    naughty = json.loads((corpora / "blns/blns.json").read_text(encoding="utf-8"))
    spec = (corpora / "commonmark/spec.txt").read_text(encoding="utf-8")
    examples = re.findall(r"^`{32} example\n(.*?)^\.$", spec, re.DOTALL | re.MULTILINE)
    return [
        *(str(row["payload"]) for row in purify),
        *(str(row["data"]) for row in html5sec),
        *naughty,
        *(example.replace("→", "\t") for example in examples),
    ]


def test_the_judge_sees_what_is_wrong():
    bad = '<p id="x">a<img src="y" onerror="z"><a href="javascript:z">b</a></p><ol start="a"></ol>'

    assert deviations(bad) == [
        "<p id>",
        "<img>",
        "<img src>",
        "<img onerror>",
        "link {'href': 'javascript:z'}",
        "<ol start>",
    ]


@pytest.mark.parametrize("shift", range(3))
def test_no_hostile_document_leaves_the_subset(shared_data, shift):
    wrapped = [
        WRAPPERS[(index + 3 * shift) % len(WRAPPERS)].replace("{}", document)
        for index, document in enumerate(documents(shared_data / "corpora"))
    ]

    assert len(wrapped) > 1_000
    assert {text: bad for text in wrapped if (bad := deviations(rendered(text)))} == {}


PATTERNS = [
    *BEGINNINGS,
    "&",
    "&#",
    "&lt;",
    "\\",
    "~~~\n",
    "```\n",
    "# ",
    "a\n=\n",
    "\t",
    "[x](javascript:)",
    "![x](y) ",
    "[a](https://a.example) ",
    "<https://a.example> ",
    "[^1]: ",
    "::: note\n",
    "|a|\n",
]


@pytest.mark.parametrize("pattern", PATTERNS)
@pytest.mark.parametrize("size", [16_384, 16_385])
def test_a_pattern_repeated_to_the_limit_takes_work_in_proportion_or_is_refused(pattern, size):
    text = (pattern * size)[:size]
    with at_most(calls=120 * size):
        html = rendered(text)

    assert len(html.encode()) <= 256 * 1024


NESTED = ["> " * 12, "- " * 6, "1. " * 6, "> - " * 4, "*" * 26, "**a *b " * 200]


@pytest.mark.parametrize("opening", NESTED)
def test_nesting_beyond_the_limit_is_refused_and_not_cut_in_silence(opening):
    text = f"{opening}deep" + "*" * (opening.count("*") if "**" in opening else 0)
    checked = render_partner("a.md", text, slug="a", limits=ProseLimits(words=10_000))

    kept = "".join(part.html for part in checked.value.parts if isinstance(part, Markup))
    assert "deep" in kept or "prose-nesting" in [d.code for d in checked.diagnostics]
    assert deviations(kept) == []


MARKDOWN = st.text(
    alphabet=st.one_of(
        st.sampled_from("[]()<>*_`#->!&;:/\\\"'=.+~|{} \n\tab1"),
        st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"]),
    ),
    max_size=200,
)


@given(MARKDOWN)
@settings(max_examples=400, deadline=None)
def test_any_text_is_rendered_within_the_subset(text):
    assert deviations(rendered(text)) == []


@given(st.lists(st.sampled_from(PATTERNS), max_size=40).map("".join))
@settings(max_examples=300, deadline=None)
def test_any_mixture_of_marks_is_rendered_within_the_subset(text):
    assert deviations(rendered(text)) == []
