"""The crowds that the tests build: a harmless one, one of our own words, and those of the collections."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from tests.hostile.crowd import Crowd
from tests.hostile.payloads import (
    DRAWINGS,
    LINKS,
    MAILS,
    NAMES,
    PHONES,
    TEXTS,
    corpus_drawings,
    corpus_pictures,
    corpus_texts,
)
from tests.hostile.writing import Words
from tests.incremental.projects import drawing, picture

CITIES = 39


def harmless_crowd() -> Crowd:
    """Return partners who say a plain word wherever others say something hostile.

    Their pages say their policy themselves.
    """
    words = [
        Words(
            f"Plain word {number}",
            name=f"Good {'bcdfghjkmnprstvwx'[number % 17] * 2}{'aeu'[number // 17]} Mills".title(),
            link=f"https://good-{number}.example/x",
            mail="a@good.example",
            phone="+4930901820",
            links=("https://docs.example/",),
        )
        for number in range(26)
    ]
    return Crowd(
        words,
        [f"Plain word {n}" for n in range(4)],
        [drawing(), drawing("#00ff00")],
        [picture()],
        policy=True,
    )


def own_crowd(shared: Path | None = None) -> Crowd:
    """Return a partner for each text of our own; of the collections come cities, logos, pictures."""
    texts = corpus_texts(shared) if shared else []
    lists = [texts[at : at + CITIES] for at in range(0, len(texts), CITIES)]
    words = [
        Words(
            text,
            name=NAMES[number] if number < len(NAMES) else "",
            link=LINKS[number % len(LINKS)],
            mail=MAILS[number % len(MAILS)],
            phone=PHONES[number % len(PHONES)],
            cities=tuple(lists[number]) if number < len(lists) else (),
            links=tuple(LINKS[number % 4 :: 4]),
        )
        for number, text in enumerate(TEXTS)
    ]
    pictures = corpus_pictures(shared)[::7] if shared else [picture()]
    staff = [*TEXTS[:28:7], *TEXTS[28:52:2], "END:VEVENT"]
    return Crowd(words, staff, [text.encode() for text in DRAWINGS], pictures)


def all_crowds(shared: Path, per_project: int, every: int = 1) -> Iterator[Crowd]:
    """Return crowds in which every text stands in every place of a partner's, every third in staff's."""
    texts = [*TEXTS, *corpus_texts(shared)][::every]
    drawings = [*(text.encode() for text in DRAWINGS), *corpus_drawings(shared)]
    pictures = corpus_pictures(shared)
    for at in range(0, len(texts), per_project):
        part = texts[at : at + per_project]
        yield Crowd(
            [_everywhere(number, text) for number, text in enumerate(part, at)],
            part[::3],
            _turned(drawings, 2 * at),
            _turned(pictures, at // 4),
            cards=at == 0,
        )


def _everywhere(number: int, text: str) -> Words:
    return Words(
        text,
        link=text if number % 2 else f"https://a.example/{text}",
        mail=text if number % 2 else f"{text}@b.example",
        phone=text if number % 2 else f"+49 {text}",
        links=(
            f"https://a.example/?q={text}",
            f"https://{text}.example/",
            f"https://a.example/#{text}",
        ),
    )


def _turned(items: Sequence[bytes], by: int) -> list[bytes]:
    by %= len(items) or 1
    return [*items[by:], *items[:by]]
