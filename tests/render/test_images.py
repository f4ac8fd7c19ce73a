"""Logos from bytes to files: what is served, what is refused, what is left behind."""

import io
import struct
import sys
import zlib

import pytest
from PIL import Image, PngImagePlugin

from pavgen.kernel.codes.logos import LOGO_REMEDIES
from pavgen.kernel.diagnostics import Checked, Diagnostic, Severity, Span
from pavgen.model.logo import Logo, LogoMetrics, LogoVariant
from pavgen.render.images.frames import HELLO, Status
from pavgen.render.images.logos import PreparedLogo, prepare_logo, prepare_logos
from pavgen.render.images.pool import Answer, Job, ask_workers
from pavgen.render.images.raster import encode_raster
from pavgen.security.sniff import ImageKind
from tests.work import no_hang

PRIVATE = "Rosa Luftschiff 52.5163N"
SVG = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 20"/>'


def image_bytes(format_name="PNG", size=(40, 20), mode="RGB", color="red", **options):
    file = io.BytesIO()
    Image.new(mode, size, color).save(file, format_name, **options)
    return file.getvalue()


def opened(data):
    image = Image.open(io.BytesIO(data))
    image.load()
    return image


def finding(path, code, what, severity=Severity.ERROR):
    return Diagnostic(Span(path), code, what, LOGO_REMEDIES[code], severity=severity)


def shapes(checked):
    assert checked.value, checked.diagnostics
    return [(v.media_type, v.width, v.height) for v in checked.value.logo.variants]


def test_drawing_becomes_one_clean_file_at_its_optical_size():
    clean = (
        b'<svg xmlns="http://www.w3.org/2000/svg" height="64" viewBox="-13.7031 -1.00123 67.4062 '
        b'26.9625" width="160"><svg height="20" '
        b'viewBox="0 0 40 20" width="40"><path d="M10 5h20v20H10z"/></svg></svg>\n'
    )
    data = SVG.replace(b"/>", b'><path d="M10 5h20v20H10z"/></svg>')
    checked = prepare_logo("partners/acme/logo.svg", data)
    assert checked.diagnostics == ()
    assert checked.value
    name = checked.value.logo.variants[0].name
    assert checked.value == PreparedLogo(
        Logo(
            width=160,
            height=64,
            variants=(LogoVariant(name, "image/svg+xml", 160, 64),),
            metrics=LogoMetrics(249, 248, 751, 1000, 990, 0, 0, 1000),
            shown_width=477,
            shown_height=357,
            plate_on_dark=True,
        ),
        {name: clean},
    )


def test_drawing_that_shows_nothing_is_served_as_it_is_with_a_warning():
    clean = (
        b'<svg xmlns="http://www.w3.org/2000/svg" height="20" viewBox="0 0 40 20" width="40">'
        b"</svg>\n"
    )
    name = "4df8b0ee34ee24b2.svg"
    variant = LogoVariant(name, "image/svg+xml", 40, 20)
    what = "the drawing shows nothing"
    assert prepare_logo("partners/acme/logo.svg", SVG) == Checked(
        PreparedLogo(Logo(40, 20, (variant,)), {name: clean}),
        (finding("partners/acme/logo.svg", "logo-blank", what, Severity.WARNING),),
    )


@pytest.mark.parametrize(
    ("inside", "reason"),
    [
        (b"<text>A</text>", "it holds text, which every visitor's own fonts would draw"),
        (
            b'<style>svg{opacity:.5}</style><path d="M0 0h9v9z"/>',
            "its outermost element is styled, moved or turned",
        ),
    ],
)
def test_drawing_that_cannot_be_measured_is_served_as_it_is_with_a_warning(inside, reason):
    checked = prepare_logo("logo.svg", SVG.replace(b"/>", b">" + inside + b"</svg>"))
    what = f"the logo is not shown at its optical size: {reason}"
    assert checked.diagnostics == (finding("logo.svg", "logo-unmeasured", what, Severity.WARNING),)
    assert checked.value
    assert checked.value.logo.metrics is None


def test_white_logo_is_faint_unless_it_is_the_one_for_dark_ground():
    data = SVG.replace(b"/>", b'><path fill="#fff" d="M10 5h20v10H10z"/></svg>')
    faint = finding(
        "logo.svg", "logo-faint", "the logo can hardly be seen on light ground", Severity.WARNING
    )
    assert prepare_logo("logo.svg", data).diagnostics == (faint,)
    assert prepare_logo("logo-dark.svg", data).diagnostics == ()


def test_drawing_that_kills_the_rasteriser_kills_only_its_own_worker():
    shape = b'<path d="M0 0h9v9z"/>'
    deep, flat = (
        SVG.replace(b"/>", b' width="40" height="20">' + body + b"</svg>")
        for body in (b"<g>" * 200_000 + shape + b"</g>" * 200_000, shape)
    )
    answers = ask_workers([Job("svg light", deep), Job("svg light", flat)], jobs_count=1)
    assert [answer and answer.status for answer in answers] == [None, Status.DONE]


def test_refused_drawing_is_told_with_line_and_column():
    data = SVG.replace(b"/>", ">\n é<script/></svg>".encode())
    assert prepare_logo("logo.svg", data) == Checked(
        None,
        (
            Diagnostic(
                Span("logo.svg", 2, 3),
                "svg-script",
                "the element `script` is not allowed in a logo",
                LOGO_REMEDIES["svg-script"],
            ),
        ),
    )


def test_heavy_drawing_is_accepted_with_a_warning():
    data = SVG.replace(b"/>", b'><path d="M0 0h9v9z' + b"M0 0" * 30_000 + b'"/></svg>')
    checked = prepare_logo("logo.svg", data)
    assert checked.value
    assert [(d.code, d.severity) for d in checked.diagnostics] == [("logo-heavy", Severity.WARNING)]


@pytest.mark.parametrize("name", ["logo.png", "LOGO.PNG"])
def test_wide_picture_is_served_at_two_widths(name):
    assert shapes(prepare_logo(name, image_bytes(size=(1000, 333)))) == [
        ("image/webp", 320, 128),
        ("image/webp", 640, 256),
        ("image/png", 320, 128),
        ("image/png", 640, 256),
    ]


def test_picture_is_never_enlarged():
    checked = prepare_logo("logo.webp", image_bytes("WEBP", size=(200, 40)))
    assert checked.value
    (_, width, height) = shapes(checked)[-1]
    assert shapes(checked) == [("image/webp", width, height), ("image/png", width, height)]
    assert width * checked.value.logo.shown_width <= 200 * 1600


def test_same_bytes_give_the_same_files():
    data = image_bytes("JPEG", size=(700, 300))
    first, second = prepare_logos([("a.jpg", data), ("b.jpeg", data)], jobs_count=2)
    assert first == second


@pytest.mark.parametrize(
    ("path", "data", "code", "what"),
    [
        ("logo.gif", b"GIF89a", "logo-type", "the content is in no format a logo may have"),
        (
            "logo.png",
            image_bytes("JPEG"),
            "logo-extension",
            "the name ends in `png`, the content is JPEG",
        ),
        ("logo.png", SVG, "logo-extension", "the name ends in `png`, the content is SVG"),
        (
            "logo.png",
            image_bytes() + b"0" * 2_097_152,
            "logo-bytes",
            f"the file has {len(image_bytes()) + 2_097_152} bytes, at most 2097152 are allowed",
        ),
        (
            "logo.png",
            image_bytes(size=(15, 900)),
            "logo-sides",
            "the image is 15 by 900 pixels",
        ),
        (
            "logo.png",
            image_bytes(size=(4097, 16)),
            "logo-sides",
            "the image is 4097 by 16 pixels",
        ),
        (
            "logo.png",
            image_bytes(size=(4096, 4096), mode="1", color=0),
            "logo-sides",
            "the image is 4096 by 4096 pixels",
        ),
        ("logo.png", image_bytes()[:20], "logo-unreadable", "the image has no whole header"),
        ("logo.png", image_bytes()[:60], "logo-unreadable", "the image is damaged or cut off"),
        (
            "logo.jpg",
            image_bytes("JPEG", size=(400, 400))[:-200],
            "logo-unreadable",
            "the image is damaged or cut off",
        ),
        (
            "logo.webp",
            image_bytes("WEBP", size=(400, 400), lossless=True)[:-10],
            "logo-unreadable",
            "the image is damaged or cut off",
        ),
        (
            "logo.png",
            image_bytes(save_all=True, append_images=[Image.new("RGB", (40, 20))]),
            "logo-animated",
            "the image is an animation",
        ),
    ],
)
def test_unfit_picture_is_refused(path, data, code, what):
    assert prepare_logo(path, data) == Checked(None, (finding(path, code, what),))


def test_printing_colours_are_converted_with_a_warning():
    data = image_bytes("JPEG", mode="CMYK", color=(0, 255, 255, 0))
    checked = prepare_logo("logo.jpg", data)
    what = "the image is in CMYK and was converted without its profile"
    assert checked.diagnostics == (finding("logo.jpg", "logo-cmyk", what, Severity.WARNING),)
    assert checked.value
    assert {opened(data).mode for data in checked.value.files.values()} == {"RGBA"}


@pytest.mark.parametrize("format_name", ["PNG", "JPEG", "WEBP"])
def test_nothing_but_pixels_survives(format_name):
    exif = Image.Exif()
    exif[0x010E] = PRIVATE
    exif.get_ifd(0x8825)[0x001D] = PRIVATE
    text = PngImagePlugin.PngInfo()
    text.add_text("Comment", PRIVATE)
    text.add_itxt("XML:com.adobe.xmp", PRIVATE, zip=True)
    extra: dict[str, dict[str, object]] = {
        "PNG": {"pnginfo": text},
        "JPEG": {"comment": PRIVATE.encode()},
    }
    profile = b"\0" * 128 + PRIVATE.encode()
    data = image_bytes(format_name, exif=exif, icc_profile=profile, **extra.get(format_name, {}))
    polyglot = data + f"<script>{PRIVATE}</script>PK\x03\x04".encode()
    checked = prepare_logo(f"logo.{format_name.lower()}", polyglot)
    assert checked.value, checked.diagnostics
    for file in checked.value.files.values():
        image = opened(file)
        assert dict(image.getexif()) == {}
        assert set(image.info) <= {"loop", "background", "timestamp", "duration"}
        assert PRIVATE.encode() not in file
        assert b"script" not in file
        assert (
            file.endswith(b"IEND\xaeB`\x82") or len(file) == int.from_bytes(file[4:8], "little") + 8
        )


def test_turned_photograph_stands_upright():
    exif = Image.Exif()
    exif[0x0112] = 6
    checked = prepare_logo("logo.jpg", image_bytes("JPEG", size=(200, 100), exif=exif))
    assert checked.value
    assert checked.value.logo.shown_width * 2 == pytest.approx(
        checked.value.logo.shown_height, abs=3
    )


@pytest.mark.parametrize(
    ("mode", "color", "pixel"),
    [
        ("1", 0, (0, 0, 0, 255)),
        ("L", 77, (77, 77, 77, 255)),
        ("LA", (100, 255), (100, 100, 100, 255)),
        ("P", 0, (0, 0, 0, 255)),
        ("RGB", (1, 2, 3), (1, 2, 3, 255)),
        ("RGBA", (100, 50, 25, 255), (100, 50, 25, 255)),
        ("I;16", 0x4D99, (0x4D, 0x4D, 0x4D, 255)),
    ],
)
def test_every_kind_of_pixel_keeps_its_colour(mode, color, pixel):
    encoded = encode_raster(image_bytes(mode=mode, color=color), ImageKind.PNG)
    assert encoded.status is Status.DONE
    shown = opened(encoded.variants[-1])
    assert shown.getpixel((shown.width // 2, shown.height // 2)) == pixel
    assert shown.getpixel((0, 0)) == (0, 0, 0, 0)


def test_bomb_is_refused_without_being_unpacked():
    rows = zlib.compress(b"\0" * 50_000_000, 9)
    chunks = [(b"IHDR", struct.pack(">IIBBBBB", 50_000, 50_000, 8, 2, 0, 0, 0)), (b"IDAT", rows)]
    data = b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))
        for kind, body in chunks
    )
    assert encode_raster(data, ImageKind.PNG).status is Status.TOO_LARGE


def test_largest_allowed_picture_fits_the_worker():
    checked = prepare_logo(
        "logo.png", image_bytes(size=(4000, 4000), mode="RGBA", compress_level=1)
    )
    assert shapes(checked)[-1] == ("image/png", 640, 256)


WORKER = f"""
import sys, time
from pavgen.render.images.frames import read_frame, write_frame
out = sys.stdout.buffer
write_frame(out, {HELLO!r})
out.flush()
while read_frame(sys.stdin.buffer) is not None:
    data = read_frame(sys.stdin.buffer)
    if data == b"die":
        sys.exit(1)
    if data == b"lie":
        write_frame(out, b"?" * 9)
    else:
        write_frame(out, bytes([0, 1]))
        write_frame(out, data.upper())
    out.flush()
"""


@pytest.mark.parametrize("jobs_count", [1, 2])
def test_death_of_a_worker_costs_only_its_own_picture(jobs_count):
    words = [b"a", b"die", b"b", b"lie", b"die", b"c", *[b"z"] * 10]
    answers = ask_workers(
        [Job("png light", word) for word in words],
        jobs_count=jobs_count,
        command=(sys.executable, "-c", WORKER),
    )
    assert answers == (
        Answer(Status.DONE, (b"A",)),
        None,
        Answer(Status.DONE, (b"B",)),
        None,
        None,
        Answer(Status.DONE, (b"C",)),
        *[Answer(Status.DONE, (b"Z",))] * 10,
    )


def test_worker_that_does_not_start_is_a_fault_of_the_machine():
    with pytest.raises(OSError, match="does not start"):
        ask_workers([Job("png light", b"")], jobs_count=1, command=(sys.executable, "-c", ""))


def test_no_pictures_need_no_worker():
    assert ask_workers([], jobs_count=4, command=("/no/such/program",)) == ()


def test_pngsuite_is_decoded_or_refused(shared_data):
    paths = sorted((shared_data / "corpora/pngsuite/png").glob("*.png"))
    with no_hang():
        answers = prepare_logos([(path.name, path.read_bytes()) for path in paths], jobs_count=2)
    refused = {
        path.name: [d.code for d in answer.diagnostics]
        for path, answer in zip(paths, answers, strict=True)
        if answer.value is None
    }
    broken = {name for name in refused if refused[name] != ["logo-sides"]}
    assert broken == {p.name for p in paths if p.name[0] == "x" and p.name != "xcsn0g01.png"}
