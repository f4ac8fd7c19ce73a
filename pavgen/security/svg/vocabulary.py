"""The elements, attributes and properties a logo may use, each with the grammar of its value.

Names are compared as parsed and in their exact case; what is not listed cannot pass.
"""

from collections.abc import Mapping

SVG = "http://www.w3.org/2000/svg"
XLINK = "http://www.w3.org/1999/xlink"
XML = "http://www.w3.org/XML/1998/namespace"

ELEMENT_LIMIT = 5_000
USE_LIMIT = 64
EXPANSION_LIMIT = 20_000
STYLE_LIMIT = 65_536
SIDE_LIMIT = 10_000
FILTER_LIMIT = 1_000

_BOX = {"x": "length", "y": "length", "width": "length", "height": "length"}
_FIT = {"viewBox": "numbers", "preserveAspectRatio": "alignment"}
_GRADIENT = {
    "gradientUnits": "keyword",
    "gradientTransform": "transform",
    "spreadMethod": "keyword",
    "href": "link",
}
_GLYPHS = {
    "x": "lengths",
    "y": "lengths",
    "dx": "lengths",
    "dy": "lengths",
    "rotate": "numbers",
    "textLength": "length",
    "lengthAdjust": "keyword",
}
_STEP = {**_BOX, "in": "name", "in2": "name", "result": "name"}
_TRANSFER = {
    "type": "keyword",
    "tableValues": "numbers",
    "slope": "number",
    "intercept": "number",
    "amplitude": "number",
    "exponent": "number",
    "offset": "number",
}

ELEMENTS: Mapping[str, Mapping[str, str]] = {
    "svg": {**_BOX, **_FIT},
    "g": {},
    "defs": {},
    "switch": {},
    "style": {},
    "symbol": {**_BOX, **_FIT, "refX": "length", "refY": "length"},
    "use": {**_BOX, "href": "link"},
    "path": {"d": "path", "pathLength": "number"},
    "rect": {**_BOX, "rx": "length", "ry": "length"},
    "circle": {"cx": "length", "cy": "length", "r": "length"},
    "ellipse": {"cx": "length", "cy": "length", "rx": "length", "ry": "length"},
    "line": {"x1": "length", "y1": "length", "x2": "length", "y2": "length"},
    "polyline": {"points": "points"},
    "polygon": {"points": "points"},
    "text": _GLYPHS,
    "tspan": _GLYPHS,
    "linearGradient": {
        **_GRADIENT,
        "x1": "length",
        "y1": "length",
        "x2": "length",
        "y2": "length",
    },
    "radialGradient": {
        **_GRADIENT,
        "cx": "length",
        "cy": "length",
        "r": "length",
        "fx": "length",
        "fy": "length",
        "fr": "length",
    },
    "stop": {"offset": "number"},
    "pattern": {
        **_BOX,
        **_FIT,
        "patternUnits": "keyword",
        "patternContentUnits": "keyword",
        "patternTransform": "transform",
        "href": "link",
    },
    "clipPath": {"clipPathUnits": "keyword"},
    "mask": {**_BOX, "maskUnits": "keyword", "maskContentUnits": "keyword"},
    "filter": {**_BOX, "filterUnits": "keyword", "primitiveUnits": "keyword"},
    "feBlend": {**_STEP, "mode": "keyword"},
    "feColorMatrix": {**_STEP, "type": "keyword", "values": "numbers"},
    "feComponentTransfer": _STEP,
    "feFuncA": _TRANSFER,
    "feFuncB": _TRANSFER,
    "feFuncG": _TRANSFER,
    "feFuncR": _TRANSFER,
    "feComposite": {
        **_STEP,
        "operator": "keyword",
        "k1": "number",
        "k2": "number",
        "k3": "number",
        "k4": "number",
    },
    "feDropShadow": {**_STEP, "dx": "number", "dy": "number", "stdDeviation": "numbers"},
    "feFlood": _STEP,
    "feGaussianBlur": {**_STEP, "stdDeviation": "numbers", "edgeMode": "keyword"},
    "feMerge": _STEP,
    "feMergeNode": {"in": "name"},
    "feMorphology": {**_STEP, "operator": "keyword", "radius": "numbers"},
    "feOffset": {**_STEP, "dx": "number", "dy": "number"},
}

TEXT_ELEMENTS = frozenset({"text", "tspan"})
GRADIENTS = frozenset({"linearGradient", "radialGradient"})

SILENT_ELEMENTS = frozenset({"title", "desc", "metadata", "color-profile"})
"""SVG elements that draw nothing in an image and are left out with all they hold."""

PROPERTIES: Mapping[str, str] = {
    "alignment-baseline": "keyword",
    "baseline-shift": "length",
    "clip-path": "reference",
    "clip-rule": "keyword",
    "color": "color",
    "color-interpolation": "keyword",
    "color-interpolation-filters": "keyword",
    "direction": "keyword",
    "display": "keyword",
    "dominant-baseline": "keyword",
    "fill": "paint",
    "fill-opacity": "number",
    "fill-rule": "keyword",
    "filter": "reference",
    "flood-color": "color",
    "flood-opacity": "number",
    "font-family": "families",
    "font-size": "length",
    "font-stretch": "number",
    "font-style": "keyword",
    "font-variant": "keywords",
    "font-weight": "weight",
    "image-rendering": "keyword",
    "isolation": "keyword",
    "letter-spacing": "length",
    "mask": "reference",
    "mask-type": "keyword",
    "mix-blend-mode": "keyword",
    "opacity": "number",
    "overflow": "keyword",
    "paint-order": "keywords",
    "shape-rendering": "keyword",
    "stop-color": "color",
    "stop-opacity": "number",
    "stroke": "paint",
    "stroke-dasharray": "dashes",
    "stroke-dashoffset": "length",
    "stroke-linecap": "keyword",
    "stroke-linejoin": "keyword",
    "stroke-miterlimit": "number",
    "stroke-opacity": "number",
    "stroke-width": "length",
    "text-anchor": "keyword",
    "text-decoration": "keywords",
    "text-rendering": "keyword",
    "unicode-bidi": "keyword",
    "vector-effect": "keyword",
    "visibility": "keyword",
    "word-spacing": "length",
    "writing-mode": "keyword",
}
"""Properties that may stand as an attribute or in a style."""

STYLE_PROPERTIES: Mapping[str, str] = {
    **PROPERTIES,
    "background": "color",
    "background-color": "color",
    "font": "font",
    "text-transform": "keyword",
    "white-space": "keyword",
}
"""Properties that may stand in a style."""

PLACING_PROPERTIES = frozenset(
    {"all", "content", "cx", "cy", "d", "height", "inset", "offset", "offset-path", "position"}
    | {"r", "rotate", "rx", "ry", "scale", "transform", "transform-origin", "translate"}
    | {"width", "x", "y", "zoom", "marker", "marker-start", "marker-mid", "marker-end"}
    | {"mask-image", "clip"}
)
"""Style properties that would move or hide shapes: refused, since dropping them shows.

Other unknown properties draw nothing in an image and are left out.
"""
