"""Data blocks and lines to copy: no text within can end what it stands in."""

import json

import html5lib
import pytest

from pavgen.security.markup import SafeHtml, iframe_code, json_block

HOSTILE = [
    "</script><script>alert(1)</script>",
    "<!--<script>",
    "-->",
    "]]>",
    "a\u2028b\u2029c",
    'it\'s "quoted" & <b>bold</b>',
    "\\u003c/script\\u003e",
    "\ud83d\ude00 é 株式",
]


def scripts(html):
    tree = html5lib.parse(
        f"<!doctype html><title>x</title>{html}<p>after", namespaceHTMLElements=False
    )
    return tree, list(tree.iter("script"))


@pytest.mark.parametrize(
    "text", [text.encode("utf-16", "surrogatepass").decode("utf-16") for text in HOSTILE]
)
def test_a_data_block_is_one_element_that_holds_exactly_the_value(text):
    value = {"@context": "https://schema.org", "name": text, text: [text, None, 1, True]}
    tree, found = scripts(json_block(value))

    assert len(found) == 1
    assert found[0].attrib == {"type": "application/ld+json"}
    assert json.loads(found[0].text) == value
    assert [p.text for p in tree.iter("p")] == ["after"]


def test_a_data_block_has_no_character_that_markup_or_a_script_could_take_for_its_own():
    inner = json_block({"name": "".join(HOSTILE[:6])}).partition(">")[2].rpartition("<")[0]

    assert [c for c in "<>&'\u2028\u2029" if c in inner] == []
    assert isinstance(json_block({}), SafeHtml)


def test_texts_of_the_naughty_list_come_back_from_a_data_block_as_they_were(shared_data):
    texts = json.loads((shared_data / "corpora/blns/blns.json").read_text(encoding="utf-8"))
    _, found = scripts(json_block(texts))

    # An HTML parser replaces NUL; the list holds none, for no record can.
    assert [json.loads(script.text) for script in found] == [texts]


def test_a_line_to_copy_is_one_frame_whatever_its_title():
    title = '"><script>alert(1)</script>'
    code = iframe_code("https://p.example/embed/all/", title, 640)
    tree = html5lib.parseFragment(code, namespaceHTMLElements=False)

    assert [element.tag for element in tree] == ["iframe"]
    assert tree[0].attrib == {
        "src": "https://p.example/embed/all/",
        "title": title,
        "width": "100%",
        "height": "640",
        "loading": "lazy",
        "sandbox": "allow-same-origin allow-popups allow-popups-to-escape-sandbox",
    }
    assert not isinstance(code, SafeHtml)
