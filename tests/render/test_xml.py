"""XML as an independent parser reads it back: the same texts, or a refusal."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pavgen.kernel.diagnostics import DefectError
from pavgen.render.xml import Element, write_xml
from pavgen.security.text import text_problems
from tests.render.reading_xml import read_xml

BARRED = [*map(chr, range(32)), "\ufffe", "\uffff"]
XML_TEXT = st.text(
    st.characters(codec="utf-8", exclude_characters=BARRED) | st.sampled_from("\t\n\r<>&'\"")
)


def test_a_document_has_its_elements_in_lines():
    tree = Element("a", (Element("b", ("1 < 2",)), Element("c")), (("x", 'say "x"'),))

    assert write_xml(tree).decode() == (
        '<?xml version="1.0" encoding="utf-8"?>\n'
        '<a x="say &#34;x&#34;">\n  <b>1 &lt; 2</b>\n  <c/>\n</a>\n'
    )


@given(XML_TEXT, XML_TEXT)
def test_texts_and_attributes_come_back_as_they_were(text, value):
    read = read_xml(write_xml(Element("a", (text,), (("b", value),))))

    assert (read.text or "", read.attrib) == (text, {"b": value})


@pytest.mark.parametrize("character", ["\0", "\x08", "\x0b", "\x1f", "\ud800", "\ufffe", "\uffff"])
def test_a_character_that_xml_cannot_hold_is_a_defect(character):
    with pytest.raises(DefectError):
        write_xml(Element("a", (f"x{character}",)))
    with pytest.raises(DefectError):
        write_xml(Element("a", (), (("b", character),)))


@pytest.mark.parametrize("name", ["", "a b", "1a", "a>", "a\n", "é"])
def test_a_name_that_is_none_is_a_defect(name):
    with pytest.raises(DefectError):
        write_xml(Element(name))
    with pytest.raises(DefectError):
        write_xml(Element("a", (), ((name, "x"),)))


def test_every_naughty_text_that_a_record_may_hold_comes_back(shared_data):
    texts = json.loads((shared_data / "corpora/blns/blns.json").read_text(encoding="utf-8"))
    allowed = [text for text in texts if not text_problems(text, emoji=True)]
    read = read_xml(write_xml(Element("a", tuple(Element("b", (t,)) for t in allowed))))

    assert [element.text or "" for element in read] == allowed
    assert len(allowed) > len(texts) / 2
