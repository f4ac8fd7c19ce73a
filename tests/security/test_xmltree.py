"""Hostile XML as a tree: names as parsed, limits while parsing."""

from pavgen.kernel.codes.logos import LOGO_REMEDIES
from pavgen.security.problem import Problem
from pavgen.security.xmltree import Element, XmlLimits, read_xml

LIMITS = XmlLimits(file_bytes=200, elements=3, depth=2, attributes=1, attribute_length=4)


def limit(offset, what):
    return Problem("svg-limit", offset, what, LOGO_REMEDIES["svg-limit"])


def test_names_are_given_with_their_namespace():
    data = b"<?xml version='1.0'?><a:x xmlns:a='urn:u'><y a:k='1'/>t<!-- c -->u</a:x>"
    assert read_xml(data, LIMITS) == Element(
        "urn:u", "x", {}, 21, [Element("", "y", {"urn:u k": "1"}, 42), "tu"]
    )


def test_elements_are_walked_in_the_order_of_the_document():
    root = read_xml(b"<a><b/><c/></a>", LIMITS)
    assert isinstance(root, Element)
    assert [element.name for element in root.elements()] == ["a", "b", "c"]


def test_file_over_the_limit_is_not_parsed():
    what = "the file has 201 bytes, at most 200 are allowed"
    assert read_xml(b" " * 201, LIMITS) == limit(0, what)


def test_element_over_the_limit_stops_the_parse():
    assert read_xml(b"<a><b/><b/><b/><", LIMITS) == limit(11, "there are more than 3 elements")


def test_depth_over_the_limit_stops_the_parse():
    assert read_xml(b"<a><b><c", LIMITS) == Problem(
        "svg-malformed",
        6,
        "the file is not well-formed XML: unclosed token",
        LOGO_REMEDIES["svg-malformed"],
    )
    assert read_xml(b"<a><b><c>", LIMITS) == limit(6, "elements stand more than 2 deep")


def test_attributes_over_the_limits_stop_the_parse():
    assert read_xml(b"<a b='' c=''/>", LIMITS) == limit(0, "one element has more than 1 attributes")
    assert read_xml(b"<a b='12345'/>", LIMITS) == limit(
        0, "an attribute is longer than 4 characters"
    )


def test_wrong_encoding_in_the_declaration_is_ignored():
    data = "<?xml version='1.0' encoding='utf-16'?><a>é</a>".encode()
    assert read_xml(data, LIMITS) == Element("", "a", {}, 39, ["é"])
