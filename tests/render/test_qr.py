import pytest
import zxingcpp
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image, ImageDraw

from pavgen.render.qr import QUIET, qr_code
from tests.render.reading_paths import rectangles


def drawn(code, scale=6):
    """Paint a code as its path says."""
    picture = Image.new("L", (code.size * scale, code.size * scale), 255)
    draw = ImageDraw.Draw(picture)
    for x, y, width, height in rectangles(code.path):
        box = (x * scale, y * scale, (x + width) * scale - 1, (y + height) * scale - 1)
        draw.rectangle(box, fill=0)
    return picture


def read(picture):
    return [(found.text, str(found.format)) for found in zxingcpp.read_barcodes(picture)]


ADDRESS = "https://partners.example/fair/floor/?here=a1#a1"


def test_a_decoder_reads_the_address():
    [found] = zxingcpp.read_barcodes(drawn(qr_code(ADDRESS)))

    assert found.text == ADDRESS
    assert found.ec_level == "Q"


def test_four_modules_around_it_are_white():
    code = qr_code(ADDRESS)
    boxes = rectangles(code.path)

    assert min(min(x, y) for x, y, _, _ in boxes) == QUIET == 4
    assert max(max(x + width, y + 1) for x, y, width, _ in boxes) == code.size - QUIET


def test_it_is_read_with_a_tenth_of_it_covered():
    picture = drawn(qr_code(ADDRESS))
    middle = picture.width // 2
    side = picture.width * 3 // 20
    ImageDraw.Draw(picture).rectangle(
        (middle - side, middle - side, middle + side, middle + side), fill=255
    )

    assert [text for text, _ in read(picture)] == [ADDRESS]


def test_a_long_address_gets_a_code_too():
    long = f"https://partners.example/{'a' * 1700}/"

    assert [text for text, _ in read(drawn(qr_code(long), scale=4))] == [long]


def test_what_no_code_can_hold_is_refused():
    with pytest.raises(ValueError, match="Data too large"):
        qr_code("a" * 3000)


@settings(max_examples=25, deadline=None)
@given(
    st.from_regex(
        r"https://[a-z]{1,20}\.example/[a-z0-9-]{0,60}/\?here=[a-z0-9-]{1,12}", fullmatch=True
    )
)
def test_every_address_is_read_back(address):
    assert [text for text, _ in read(drawn(qr_code(address)))] == [address]
