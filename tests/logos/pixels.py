"""Many pictures on one page as a browser draws them, and how far two of them differ."""

import base64
import io

from PIL import Image, ImageChops

SIDE = 200
TOLERANCE = 8  # of 255, of any colour of a pixel
FEW = SIDE * SIDE // 2000
_GROUND = "#86a89c"  # neither white nor black, so that logos of both are seen


class Wall:
    """A page that shows pictures beside one another and is photographed."""

    def __init__(self, browser, columns=5, rows=5):
        self._columns, self.room = columns, columns * rows
        self._page = browser.new_page(viewport={"width": SIDE * columns, "height": SIDE * rows})
        self._page.set_content(
            f"<style>body{{margin:0;background:{_GROUND};display:grid;"
            f"grid-template-columns:repeat({columns},{SIDE}px);grid-auto-rows:{SIDE}px}}"
            f"img{{width:{SIDE}px;height:{SIDE}px;object-fit:contain;display:block}}</style>"
        )

    def shown(self, pictures):
        """Return what the browser shows of SVG files, at most `room`, each as an image.

        Raises ValueError where the browser does not take one for a picture: two of these would
        look alike.
        """
        sources = [f"data:image/svg+xml;base64,{base64.b64encode(p).decode()}" for p in pictures]
        if not all(self._page.evaluate(_SHOW, sources)):
            raise ValueError("the browser does not take a picture for one")
        with Image.open(io.BytesIO(self._page.screenshot())) as taken:
            whole = taken.convert("RGB")
        return [whole.crop(self._place(number)) for number in range(len(pictures))]

    def _place(self, number):
        left, top = number % self._columns * SIDE, number // self._columns * SIDE
        return left, top, left + SIDE, top + SIDE


_SHOW = """async sources => {
  document.body.replaceChildren(...sources.map(() => document.createElement("img")));
  const images = [...document.images];
  return Promise.all(images.map(async (image, n) => {
    image.src = sources[n];
    await image.decode().catch(() => null);
    return image.complete && image.naturalWidth > 0;
  }));
}"""


def unlike(one, other):
    """Count the pixels of which some colour differs by more than the tolerance."""
    bands = ImageChops.difference(one, other).split()
    worst = ImageChops.lighter(ImageChops.lighter(bands[0], bands[1]), bands[2])
    return sum(worst.histogram()[TOLERANCE + 1 :])


def is_empty(picture):
    """Say whether nothing but the ground is to be seen."""
    return all(low == high for low, high in picture.getextrema())
