"""Formats, sizes and animations told from bytes alone."""

import io
import struct

import pytest
from PIL import Image

from pavgen.security.sniff import ImageKind, is_animated, raster_size, sniff_image


def image_bytes(format_name, size=(30, 20), **options):
    file = io.BytesIO()
    Image.new("RGB", size, "red").save(file, format_name, **options)
    return file.getvalue()


RASTERS = [
    ("PNG", {}, ImageKind.PNG),
    ("JPEG", {}, ImageKind.JPEG),
    ("JPEG", {"progressive": True, "comment": b"x" * 60_000}, ImageKind.JPEG),
    ("WEBP", {"lossless": True}, ImageKind.WEBP),
    ("WEBP", {"lossless": False}, ImageKind.WEBP),
    ("WEBP", {"exif": b"Exif\0\0II*\0"}, ImageKind.WEBP),
]


@pytest.mark.parametrize(("format_name", "options", "kind"), RASTERS)
def test_raster_is_told_with_its_size(format_name, options, kind):
    data = image_bytes(format_name, **options)
    assert sniff_image(data) == kind
    assert raster_size(data, kind) == (30, 20)
    assert not is_animated(data, kind)


@pytest.mark.parametrize(
    "data",
    [
        b"<svg/>",
        b"\xef\xbb\xbf \n<?xml?><!-- --><svg:svg/>",
        "<svg/>".encode("utf-16"),
        "<svg/>".encode("utf-16-be").join([b"\xfe\xff", b""]),
    ],
)
def test_svg_is_told_generously(data):
    assert sniff_image(data) is ImageKind.SVG


@pytest.mark.parametrize("data", [b"", b"<html/>", b"GIF89a", b"RIFF\0\0\0\0WAVE", b"svg"])
def test_anything_else_is_unknown(data):
    assert sniff_image(data) is None


@pytest.mark.parametrize(("format_name", "options", "kind"), RASTERS)
def test_cut_header_has_no_size(format_name, options, kind):
    data = image_bytes(format_name, **options)
    sizes = {raster_size(data[:length], kind) for length in range(40)}
    assert sizes <= {None, (30, 20)}
    assert raster_size(data[:10], kind) is None


@pytest.mark.parametrize("format_name", ["PNG", "WEBP"])
def test_animation_is_told(format_name):
    frames = [Image.new("RGB", (30, 20), color) for color in ("red", "blue")]
    data = image_bytes(format_name, save_all=True, append_images=frames)
    kind = sniff_image(data)
    assert kind
    assert is_animated(data, kind)


def test_png_that_declares_one_frame_is_an_animation():
    data = image_bytes("PNG")
    control = struct.pack(">I4sIII", 8, b"acTL", 1, 0, 0)
    assert is_animated(data[:33] + control + data[33:], ImageKind.PNG)
