"""The SVG cleaner on drawings written here: what passes, what is refused, and why."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pavgen.kernel.codes.logos import LOGO_REMEDIES
from pavgen.security.problem import Problem
from pavgen.security.svg import CleanSvg, clean_svg
from tests.work import at_most

NS = 'xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"'


def drawing(content, root=""):
    return f'<svg {NS} viewBox="0 0 40 20" {root}>{content}</svg>'.encode()


def cleaned(content, root=""):
    clean = clean_svg(drawing(content, root))
    assert isinstance(clean, CleanSvg), clean
    text = clean.data.decode()
    head, _, rest = text.partition(">")
    return head if root else rest.removesuffix("</svg>\n")


def refused(data):
    problems = clean_svg(data)
    assert isinstance(problems, tuple), problems
    return [problem.code for problem in problems]


def test_drawing_is_written_in_one_canonical_form():
    source = b"""\xef\xbb\xbf<?xml version="1.0"?>
      <!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/svg11.dtd">
      <!-- drawn by hand --><svg viewBox='0,0 40 20.50' xmlns="http://www.w3.org/2000/svg"
        id="Layer_1" data-name="x"><title>Secret</title>
        <s:path xmlns:s="http://www.w3.org/2000/svg" fill="red" d="M0
        0h4"/><g/></svg>"""
    assert clean_svg(source) == CleanSvg(
        b'<svg xmlns="http://www.w3.org/2000/svg" height="20.5" viewBox="0 0 40 20.5" width="40">'
        b'<path d="M0 0h4" fill="red"/><g/></svg>\n',
        1000,
        513,
    )


def test_cleaning_twice_changes_nothing():
    content = (
        "<style>.st0{fill:url(#SVGID_1_)} #Layer_1 .b, circle{opacity:.5!important}</style>"
        '<linearGradient id="SVGID_1_"><stop offset="0%"/></linearGradient>'
        '<g id="Layer_1"><path class="st0 b x" d="M0 0"/></g><use xlink:href="#Layer_1"/>'
        '<text xml:space="preserve" style="font-family:\'Open Sans\', serif">a  &amp;\n b</text>'
    )
    once = clean_svg(drawing(content))
    assert isinstance(once, CleanSvg)
    assert clean_svg(once.data) == once


def test_ids_and_classes_get_names_without_the_authors_text():
    content = (
        '<style>.javascript-x{fill:blue}</style><g id="unused"/>'
        '<g id="evil:javascript"><path class="javascript-x other" d=""/></g>'
        '<use href="#evil:javascript"/>'
    )
    assert cleaned(content) == (
        '<style>.c0{fill:blue}</style><g/><g id="i0"><path class="c0"/></g><use href="#i0"/>'
    )


def test_dangling_reference_stays_dangling():
    assert cleaned('<path id="none" fill="url(#gone) red"/>') == '<path fill="url(#none) red"/>'


def test_first_of_two_equal_ids_keeps_it():
    content = '<g id="a"/><g id="a"/><use href="#a"/>'
    assert cleaned(content) == '<g id="i0"/><g/><use href="#i0"/>'


def test_plain_href_wins_over_xlink_href():
    content = '<g id="a"/><g id="b"/><use xlink:href="#a" href="#b"/>'
    assert cleaned(content) == '<g/><g id="i0"/><use href="#i0"/>'


def test_other_namespaces_are_dropped_with_their_content():
    content = (
        '<i:x xmlns:i="urn:i" xmlns:h="http://www.w3.org/1999/xhtml"><path d="M0 0"/></i:x>'
        '<h:script xmlns:h="http://www.w3.org/1999/xhtml">x</h:script><metadata><g/></metadata>'
    )
    assert cleaned(content) == ""


def test_unknown_attributes_and_properties_are_dropped():
    content = '<path data-x="1" role="img" style="-inkscape-stroke:none;fill:red; line-height:1"/>'
    assert cleaned(content) == '<path style="fill:red"/>'


def test_text_is_kept_only_where_it_is_drawn():
    content = "<g>hidden<text>A &lt;b&gt; <tspan>B</tspan> C</text></g>"
    assert cleaned(content) == "<g><text>A &lt;b&gt; <tspan>B</tspan> C</text></g>"


def test_style_elements_become_one_at_the_start():
    content = '<g/><defs><style type="text/css"><![CDATA[.a{fill:red}]]></style></defs><style>g .a{opacity:0}</style><g class="a"/>'
    assert cleaned(content) == (
        '<style>.c0{fill:red}g .c0{opacity:0}</style><g/><defs/><g class="c0"/>'
    )


@pytest.mark.parametrize(
    ("root", "size", "written"),
    [
        ('viewBox="0 0 300 150"', (300, 150), 'height="150" viewBox="0 0 300 150" width="300"'),
        ('width="30" height="10.0px"', (30, 10), 'height="10" width="30"'),
        ('width="1in" height="72pt"', (96, 96), 'height="96" width="96"'),
        ('width="100%" viewBox="0 0 3 1"', (3, 1), 'height="1" viewBox="0 0 3 1" width="3"'),
        ('width="60" viewBox="0 0 3 1"', (60, 20), 'height="20" viewBox="0 0 3 1" width="60"'),
        ('viewBox="-1 -2 1.5 1"', (1000, 667), 'height="1" viewBox="-1 -2 1.5 1" width="1.5"'),
    ],
)
def test_size_comes_from_sides_or_view_box(root, size, written):
    clean = clean_svg(f"<svg {NS} {root}/>".encode())
    assert clean == CleanSvg(
        f'<svg xmlns="http://www.w3.org/2000/svg" {written}></svg>\n'.encode(), *size
    )


@pytest.mark.parametrize(
    "root",
    [
        "",
        'width="10"',
        'viewBox="0 0 0 10"',
        'viewBox="0 0 1.2.3 4"',
        'viewBox="0 0 1e9 4"',
        'width="10001" height="3"',
        'width="999999999e9in" height="1"',
        'height="999999999e9in" viewBox="0 0 999999999e9 1e-9"',
        'height="1e-9" viewBox="0 0 1e-9 999999999e9"',
        'width="NaN" height="3"',
    ],
)
def test_drawing_without_usable_size_is_refused(root):
    assert refused(f"<svg {NS} {root}/>".encode()) == ["svg-size"]


@pytest.mark.parametrize(
    ("content", "code"),
    [
        ("<script>x</script>", "svg-script"),
        ('<g onload="x"/>', "svg-script"),
        ('<g ONclick="x"/>', "svg-script"),
        ("<foreignObject/>", "svg-foreign"),
        ('<image href="data:image/png;base64,AA=="/>', "svg-image"),
        ('<image xlink:href="#a"/>', "svg-image"),
        ("<filter><feImage/></filter>", "svg-image"),
        ('<a href="https://acme.example/"><g/></a>', "svg-link"),
        ("<g><animate/></g>", "svg-animation"),
        ('<g><set attributeName="href" to="javascript:x"/></g>', "svg-animation"),
        ('<use href="other.svg#a"/>', "svg-link"),
        ('<use xlink:href="data:image/svg+xml,x#a"/>', "svg-link"),
        ('<use href="java&#9;script:x"/>', "svg-link"),
        ('<path fill="url(https://acme.example/#a)"/>', "svg-value"),
        ('<path fill="URL( //acme.example/a.svg#b )"/>', "svg-value"),
        ('<path fill="u\\72l(#a)"/>', "svg-value"),
        ('<path clip-path="path(evenodd)"/>', "svg-value"),
        ('<path filter="url(#a) url(//acme.example)"/>', "svg-value"),
        ('<path style="fill:url(//acme.example)"/>', "svg-style"),
        ('<path style="background-image:url(//acme.example)"/>', "svg-style"),
        ("<path style=\"background:image-set('//acme.example' 1x)\"/>", "svg-style"),
        ('<path style="transform:rotate(1deg)"/>', "svg-style"),
        ('<path style="fill:\\72 ed"/>', "svg-style"),
        ('<style>@import "//acme.example";</style>', "svg-style"),
        ("<style>@font-face{src:url(data:font/woff,x)}</style>", "svg-style"),
        ("<style>a:hover{fill:red}</style>", "svg-style"),
        ("<style>*{fill:red}</style>", "svg-style"),
        ("<style>.a{fill:red</style>", "svg-style"),
        ("<style>.a{fill:red}}</style>", "svg-style"),
        ('<style media="print">.a{fill:red}</style>', "svg-style"),
        ("<marker/>", "svg-element"),
        ("<textPath/>", "svg-element"),
        ("<SCRIPT/>", "svg-element"),
        ("<filter><feTurbulence/></filter>", "svg-element"),
    ],
)
def test_what_could_act_or_load_is_refused(content, code):
    assert refused(drawing(content)) == [code]


def test_all_problems_are_told_with_their_places():
    content = "<g/>é<script/><image/>"
    start = len(drawing("").decode()) - len("</svg>")
    assert clean_svg(drawing(content)) == (
        Problem(
            "svg-script",
            start + 5,
            "the element `script` is not allowed in a logo",
            LOGO_REMEDIES["svg-script"],
        ),
        Problem(
            "svg-image",
            start + 14,
            "the element `image` is not allowed in a logo",
            LOGO_REMEDIES["svg-image"],
        ),
    )


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "svg-malformed"),
        (b"<svg", "svg-malformed"),
        (b"<svg xmlns='http://www.w3.org/2000/svg'><g></svg>", "svg-malformed"),
        (b"<svg/>", "svg-root"),
        (b"<html xmlns='http://www.w3.org/1999/xhtml'/>", "svg-root"),
        ("<svg/>".encode("utf-16"), "svg-malformed"),
        (b"<svg xmlns='http://www.w3.org/2000/svg'>\xff</svg>", "svg-malformed"),
        (b"<svg xmlns='http://www.w3.org/2000/svg'>\x00</svg>", "svg-malformed"),
        (b'<!DOCTYPE svg [<!ENTITY a "b">]><svg/>', "svg-entities"),
        (b"<!DOCTYPE svg [<!ELEMENT a ANY>]><svg/>", "svg-entities"),
        (b'<!DOCTYPE svg SYSTEM "a.dtd"><svg>&a;</svg>', "svg-entities"),
    ],
)
def test_other_documents_are_refused(data, code):
    assert refused(data) == [code]


def nested(count):
    return drawing("<g>" * count + "</g>" * count)


def doublings(element, reference, count):
    """Elements that each refer twice to the one before: 2 to the power of count in all."""
    parts = ['<g id="x0"><path d="M0 0"/></g>'.replace("g", element)]
    parts += [
        f'<{element} id="x{n}">{reference.format(n - 1) * 2}</{element}>' for n in range(1, count)
    ]
    return drawing(f"<defs>{''.join(parts)}</defs>" + reference.format(count - 1))


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b'<!DOCTYPE s [<!ENTITY a "aa"><!ENTITY b "&a;&a;">]><s>&b;</s>', "svg-entities"),
        (nested(32), "svg-limit"),
        (drawing("<g>" * 100_000), "svg-limit"),
        (drawing("<g/>" * 5_000), "svg-limit"),
        (drawing("<path d='" + "0" * 262_145 + "'/>"), "svg-limit"),
        (drawing("<g {}/>".format(" ".join(f"a{n}='1'" for n in range(65)))), "svg-limit"),
        (drawing(" " * 600_000), "svg-limit"),
        (drawing(f"<style>{' ' * 65_537}</style>"), "svg-limit"),
        (drawing(f"<style>{' ' * 40_000}</style>" * 2), "svg-limit"),
        (drawing("<style>" + ".a,.b,.c,.d{fill:red}" * 3_100 + "</style>"), "svg-limit"),
        (drawing("<text>" + ">" * 200_000 + "</text>"), "svg-limit"),
        (drawing("<use/>" * 65), "svg-limit"),
        (doublings("g", '<use href="#x{}"/>', 20), "svg-cost"),
        (doublings("pattern", '<path fill="url(#x{})"/>', 20), "svg-cost"),
        (doublings("clipPath", '<path clip-path="url(#x{})"/>', 20), "svg-cost"),
        (doublings("mask", '<path style="mask:url(#x{})"/>', 20), "svg-cost"),
        (
            drawing(
                "<style>.a{fill:url(#p)}</style>"
                '<pattern id="p">' + "<g/>" * 200 + "</pattern>"
                '<g class="a">' + "<path/>" * 200 + "</g>"
            ),
            "svg-cost",
        ),
        (
            drawing(
                '<filter id="f">' + "<feFlood/>" * 20 + "</filter>" + '<g filter="url(#f)"/>' * 100
            ),
            "svg-cost",
        ),
        (drawing('<filter><feGaussianBlur stdDeviation="0 1001"/></filter>'), "svg-cost"),
        (drawing('<filter width="1e9"/>'), "svg-cost"),
        (drawing('<g id="a"><use href="#a"/></g>'), "svg-loop"),
        (drawing('<g id="a"><use href="#b"/></g><g id="b"><use href="#a"/></g>'), "svg-loop"),
        (drawing('<linearGradient id="a" href="#a"/>'), "svg-loop"),
        (drawing('<mask id="a"><path mask="url(#a)"/></mask>'), "svg-loop"),
        (drawing('<style>path{fill:url(#a)}</style><pattern id="a"><path/></pattern>'), "svg-loop"),
    ],
)
def test_bomb_is_refused_with_work_in_proportion_to_its_bytes(data, code):
    with at_most(calls=20 * len(data)):
        assert refused(data) == [code]


def test_chain_of_references_deeper_than_any_stack_is_judged():
    chain = "".join(f'<linearGradient id="a{n}" href="#a{n + 1}"/>' for n in range(4_900))
    assert refused(drawing(chain)) == ["svg-cost"]


def test_many_rules_for_many_elements_are_not_multiplied():
    rules = "".join(f".a{{fill:url(#b{n})}}" for n in range(3_000))
    gradients = "".join(f'<linearGradient id="b{n}"/>' for n in range(2_000))
    content = f"<style>{rules}</style>{gradients}" + "<g class='a'/>" * 2_000
    with at_most(calls=1_000_000):
        assert refused(drawing(content)) == ["svg-cost"]


@pytest.mark.parametrize(
    "value",
    [
        "1" * 200_000 + "x",
        "1 " * 100_000 + "x",
        " " * 250_000 + "x",
        "," * 250_000,
        "rotate(" * 30_000,
        "a-" * 100_000,
        "'" * 200_000,
        "url(" * 60_000,
    ],
)
@pytest.mark.parametrize("name", ["fill", "font-family", "stroke-dasharray", "transform", "style"])
def test_long_nonsense_is_judged_in_one_go(name, value):
    with at_most(calls=1_000):
        clean_svg(drawing(f'<path {name}="{value}"/>'))


NAMES = st.sampled_from(["g", "path", "use", "style", "text", "script", "mask", "svg", "a"])
ATTRIBUTES = st.sampled_from(["id", "class", "style", "fill", "mask", "href", "d", "x", "onload"])
VALUES = st.sampled_from(
    ["a", "#a", "url(#a)", "fill:url(#a)", ".a{mask:url(#a)}", "1px", "-", "@import 'x'", "é&lt;"]
)
PAIRS = st.dictionaries(ATTRIBUTES, VALUES, max_size=3)


def element_text(name, pairs, children):
    attributes = "".join(f' {key}="{value}"' for key, value in pairs.items())
    return f"<{name}{attributes}>{''.join(children)}</{name}>"


TREES = st.recursive(
    VALUES,
    lambda inner: st.builds(
        element_text,
        NAMES,
        PAIRS,
        st.lists(inner, max_size=3),
    ),
    max_leaves=12,
)


@given(TREES)
def test_cleaning_any_tree_is_refused_or_settles(content):
    once = clean_svg(drawing(content))
    if isinstance(once, CleanSvg):
        assert clean_svg(once.data) == once
