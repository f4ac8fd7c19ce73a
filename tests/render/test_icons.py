import io

from PIL import Image

from pavgen.render.images.icons import draw_icon

GREEN = (11, 92, 80)


def test_an_icon_has_its_size_and_the_sites_colour_up_to_its_edges():
    picture = Image.open(io.BytesIO(draw_icon(192, GREEN))).convert("RGB")

    assert picture.size == (192, 192)
    assert {picture.getpixel(at) for at in ((0, 0), (191, 0), (0, 191), (191, 191))} == {GREEN}


def test_all_that_is_drawn_lies_where_no_mask_cuts():
    picture = Image.open(io.BytesIO(draw_icon(512, GREEN))).convert("RGB")
    drawn = [
        (x, y)
        for x in range(0, 512, 4)
        for y in range(0, 512, 4)
        if picture.getpixel((x, y)) != GREEN
    ]

    assert len(drawn) > 1000
    assert max(((x - 256) ** 2 + (y - 256) ** 2) ** 0.5 for x, y in drawn) <= 0.4 * 512


def test_the_same_icon_gives_the_same_bytes():
    assert draw_icon(192, GREEN) == draw_icon(192, GREEN)
