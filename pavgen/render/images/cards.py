"""Social cards: one picture for each page that may be shared, drawn by the image workers."""

import io
from collections.abc import Sequence

from pavgen.kernel.canonical import Json, canonical_json
from pavgen.kernel.values import dataclass
from pavgen.render.images.frames import write_frame
from pavgen.render.images.pool import Job, ask_workers
from pavgen.render.theme.colours import Colour, more_readable
from pavgen.security.sniff import ImageKind, raster_size, sniff_image

SIZE = (1200, 630)
MOST_BYTES = 60_000


@dataclass(frozen=True, slots=True)
class Card:
    """What a card shows; `logo` is a published file of a logo, empty where there is none."""

    title: str
    subtitle: str
    site: str
    logo: bytes = b""
    logo_type: str = ""


@dataclass(frozen=True, slots=True)
class Look:
    """What all cards of a site share: the colour of the ground, and the fonts' bytes."""

    ground: Colour
    title_font: bytes
    text_font: bytes


def draw_cards(cards: Sequence[Card], look: Look, *, jobs_count: int) -> tuple[bytes | None, ...]:
    """Draw cards as PNG files of 1200 by 630; None where a card could not be drawn.

    A text in letters the fonts lack is left out. The same card gives the same bytes. Raises
    OSError only when this machine cannot run the image worker.
    """
    answers = ask_workers([_job(card, look) for card in cards], jobs_count=jobs_count)
    return tuple(
        answer.parts[0] if answer and len(answer.parts) == 1 and _is_card(answer.parts[0]) else None
        for answer in answers
    )


def _job(card: Card, look: Look) -> Job:
    words: Json = {
        "title": card.title,
        "subtitle": card.subtitle,
        "site": card.site,
        "ground": list(look.ground),
        "ink": list(more_readable(look.ground)),
        "logo_type": card.logo_type,
    }
    stream = io.BytesIO()
    for frame in (canonical_json(words).encode(), look.title_font, look.text_font, card.logo):
        write_frame(stream, frame)
    return Job("card", stream.getvalue())


def _is_card(data: bytes) -> bool:
    is_png = sniff_image(data) is ImageKind.PNG
    return is_png and raster_size(data, ImageKind.PNG) == SIZE and len(data) <= MOST_BYTES
