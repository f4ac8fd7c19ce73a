"""Codes for logos and images."""

from pavgen.kernel.codes.code import Code

_REEXPORT = (
    "export it again: in Illustrator, save as SVG with presentation attributes; "
    "in Inkscape, save as plain SVG"
)
_SIMPLIFY = "simplify the drawing: join paths, remove hidden parts, use fewer decimals"
_EXPAND = "expand clones, patterns and effects into plain shapes before exporting"

LOGO_CODES: tuple[Code, ...] = (
    Code("logo-type", "logo in no known format", "send an SVG, or a PNG, JPEG or WebP image"),
    Code("logo-extension", "name and content disagree", "give the file the name of its format"),
    Code("logo-bytes", "image file too large", "send at most 2 MiB, or an SVG"),
    Code(
        "logo-sides",
        "image too small or too large",
        "send 16 to 4096 pixels a side and at most 16 million in all",
    ),
    Code("logo-animated", "animated image", "a logo stands still; export a single frame"),
    Code("logo-unreadable", "image damaged or cut off", "export it again"),
    Code(
        "logo-decoder",
        "image that brings down its decoder",
        "export it again, best as a PNG without extras",
    ),
    Code("logo-cmyk", "image in printing colours", "export it in RGB to choose its colours"),
    Code("logo-missing", "no such logo file", "add it, or remove the key"),
    Code("logo-too-large", "logo over the programme's limit", "export a smaller file"),
    Code("logo-unnamed", "logo that the listing does not name", "name it in the listing"),
    Code("logo-heavy", "drawing slow to load", _SIMPLIFY),
    Code("logo-blank", "logo that shows nothing", "export it again, with its shapes visible"),
    Code(
        "logo-faint",
        "logo that can hardly be seen",
        "send as `logo` the form for light ground, as `logo_dark` the one for dark ground",
    ),
    Code(
        "logo-unmeasured",
        "logo not shown at its optical size",
        "turn text into paths and ungroup the outermost layer before exporting",
    ),
    Code("svg-malformed", "SVG not well formed", "export it again as UTF-8 SVG"),
    Code("svg-limit", "SVG too large or too complex", _SIMPLIFY),
    Code(
        "svg-entities",
        "SVG that declares entities",
        "in Illustrator, save as SVG without `preserve illustrator editing capabilities`; "
        "in Inkscape, save as plain SVG",
    ),
    Code(
        "svg-root",
        "file that is not an SVG drawing",
        'begin it with `<svg xmlns="http://www.w3.org/2000/svg">`',
    ),
    Code(
        "svg-size",
        "SVG without a usable size",
        "give the `svg` element a `viewBox` with sides of at most 10000",
    ),
    Code("svg-script", "script in an SVG", "remove scripts and event attributes"),
    Code("svg-animation", "animation in an SVG", "a logo stands still; remove the animation"),
    Code(
        "svg-foreign",
        "other content embedded in an SVG",
        "in Illustrator, save as SVG without `preserve illustrator editing capabilities`; "
        "elsewhere, turn text boxes into paths",
    ),
    Code(
        "svg-image",
        "picture embedded in an SVG",
        "trace the picture as paths, or send the logo as PNG",
    ),
    Code(
        "svg-link",
        "link in an SVG",
        "remove the link and keep what it holds; refer only to `#id` within the file",
    ),
    Code("svg-element", "element not for logos", _REEXPORT),
    Code("svg-value", "value not understood", _REEXPORT),
    Code(
        "svg-style",
        "style not understood",
        "remove fonts and media rules from the styles, or " + _REEXPORT,
    ),
    Code("svg-loop", "drawing that holds itself", _EXPAND),
    Code("svg-cost", "drawing slow to draw", _EXPAND),
)

LOGO_REMEDIES: dict[str, str] = {code.id: code.remedy for code in LOGO_CODES}
