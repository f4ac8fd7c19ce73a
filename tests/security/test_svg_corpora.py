"""The SVG cleaner on real logos and on attacks, judged by an oracle that shares no code with it."""

import json
import re
import xml.etree.ElementTree as ET

import html5lib

from pavgen.security.svg import CleanSvg, clean_svg


def words(text):
    return frozenset(text.split())


SVG = "{http://www.w3.org/2000/svg}"
ELEMENTS = words(
    "svg g defs switch style symbol use path rect circle ellipse line polyline polygon text tspan "
    "linearGradient radialGradient stop pattern clipPath mask filter feBlend feColorMatrix "
    "feComponentTransfer feFuncA feFuncB feFuncG feFuncR feComposite feDropShadow feFlood "
    "feGaussianBlur feMerge feMergeNode feMorphology feOffset"
)
ATTRIBUTES = words(
    "alignment-baseline amplitude baseline-shift class clip-path clip-rule clipPathUnits color "
    "color-interpolation color-interpolation-filters cx cy d direction display dominant-baseline "
    "dx dy edgeMode exponent fill fill-opacity fill-rule filter filterUnits flood-color "
    "flood-opacity font-family font-size font-stretch font-style font-variant font-weight fr fx "
    "fy gradientTransform gradientUnits height href id image-rendering in in2 intercept isolation "
    "k1 k2 k3 k4 lengthAdjust letter-spacing mask mask-type maskContentUnits maskUnits "
    "mix-blend-mode mode offset opacity operator overflow paint-order pathLength "
    "patternContentUnits patternTransform patternUnits points preserveAspectRatio primitiveUnits r "
    "radius refX refY result rotate rx ry shape-rendering slope spreadMethod stdDeviation "
    "stop-color stop-opacity stroke stroke-dasharray stroke-dashoffset stroke-linecap "
    "stroke-linejoin stroke-miterlimit stroke-opacity stroke-width style systemLanguage "
    "tableValues text-anchor text-decoration text-rendering textLength transform type "
    "unicode-bidi values vector-effect viewBox visibility width word-spacing writing-mode x x1 x2 "
    "y y1 y2 {http://www.w3.org/XML/1998/namespace}space"
)
HARMFUL = re.compile(
    r"url\((?!#(?:i\d+|none)\))|[\\@<>]|:\s*/|//|image(?:-set)?\(|src\(|script:|data:|expression|behavior",
    re.IGNORECASE,
)


def faults(data):
    """Say what a cleaned drawing holds that it may not, read as XML and as a browser reads HTML."""
    text = data.decode("utf-8")
    found = [mark for mark in ("<!", "<?", "\0") if mark in text]
    root = ET.fromstring(text)  # noqa: S314 - what is parsed was written by the cleaner under test
    for element in root.iter():
        found += element_faults(element)
        found += attribute_faults(element)
    parsed = html5lib.parseFragment(text, treebuilder="etree")
    tags = [element.tag for element in parsed.iter() if isinstance(element.tag, str)]
    known = {f"{SVG}{name}" for name in ELEMENTS} | {"DOCUMENT_FRAGMENT"}
    return [*found, *(f"in HTML: {tag}" for tag in tags if tag not in known)]


def element_faults(element):
    name = element.tag.removeprefix(SVG)
    if not element.tag.startswith(SVG) or name not in ELEMENTS:
        yield f"element {element.tag}"
    if name == "style" and HARMFUL.search(element.text or ""):
        yield f"style {element.text}"
    if name not in {"text", "tspan", "style"} and (element.text or "").strip():
        yield f"text in {name}"


def attribute_faults(element):
    for key, value in element.attrib.items():
        if key not in ATTRIBUTES or key.lower().startswith("on"):
            yield f"attribute {key}"
        if HARMFUL.search(value):
            yield f"{key}={value}"
        if key == "href" and not re.fullmatch(r"#(i\d+|none)", value):
            yield f"href={value}"


def documents(payload):
    """Stand a payload in the places of an SVG document where it could act."""
    head = (
        '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" '
        'viewBox="0 0 9 9">'
    )
    quoted = payload.replace("&", "&amp;").replace("<", "&lt;").replace('"', "&quot;")
    tree = html5lib.parseFragment(payload, treebuilder="etree", namespaceHTMLElements=False)
    grown = "".join(ET.tostring(child, "unicode") for child in tree)
    yield payload
    yield f"{head}{payload}</svg>"
    yield f"{head}{grown}</svg>"
    yield f"{head}<text>{quoted}</text><style>{quoted}</style></svg>"
    yield f"{head}<text>{quoted}</text></svg>"
    yield f'{head}<path style="{quoted}"/></svg>'
    yield f'{head}<use href="{quoted}"/></svg>'
    yield f'{head}<path fill="{quoted}" d="M0 0"/></svg>'
    yield f'{head}<g id="{quoted}" class="{quoted}" font-family="{quoted}"/></svg>'
    yield f'{head}<filter><feFlood result="{quoted}"/></filter></svg>'


def payloads(folder):
    corpora = folder / "corpora"
    for item in json.loads((corpora / "html5sec/vectors.json").read_text("utf-8")):
        yield item["data"]
    for item in json.loads((corpora / "dompurify/payloads.json").read_text("utf-8")):
        yield item["payload"]
    for place in ("html5sec/attachments", "svg-hush/tests", "svg-hush/fuzz"):
        for path in sorted((corpora / place).rglob("*")):
            if path.is_file():
                yield path.read_bytes().decode("utf-8", "replace")


def test_attacks_are_refused_or_harmless(shared_data):
    passed = {}
    for payload in payloads(shared_data):
        for document in documents(payload):
            clean = clean_svg(document.encode("utf-8", "replace"))
            if isinstance(clean, CleanSvg):
                passed[document] = clean
    assert {
        document: faults(clean.data) for document, clean in passed.items() if faults(clean.data)
    } == {}
    assert all(clean_svg(clean.data) == clean for clean in passed.values())


def test_oracle_sees_what_it_should():
    bad = (
        b'<svg xmlns="http://www.w3.org/2000/svg" onload="x"><script/><a href="#i0"/>'
        b'<use href="x#i0"/><path fill="url(//acme.example)"/><style>@import</style></svg>'
    )
    assert faults(bad) == [
        "attribute onload",
        f"element {SVG}script",
        f"element {SVG}a",
        "href=x#i0",
        "fill=url(//acme.example)",
        "style @import",
        f"in HTML: {SVG}script",
        f"in HTML: {SVG}a",
    ]


def test_real_logos_are_nearly_all_accepted(shared_data):
    logos = sorted((shared_data / "data/cncf/hosted_logos").glob("*.svg"))[::5]
    cleaned = [clean_svg(path.read_bytes()) for path in logos]
    accepted = [clean for clean in cleaned if isinstance(clean, CleanSvg)]
    assert len(accepted) >= 0.95 * len(logos)
    sample = accepted[::8]
    assert [faults(clean.data) for clean in sample if faults(clean.data)] == []
    assert all(clean_svg(clean.data) == clean for clean in sample)
