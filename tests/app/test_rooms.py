"""What loading remembers comes back as it was, and is asked for by everything it depends on."""

from dataclasses import replace

import pytest

from pavgen.app.rooms import DOCUMENTS, TEXTS, Source, Writing, logo_key, logos_room
from pavgen.model.layout import RecordFile, file_at
from pavgen.model.prose import ProseLimits

STAFF = """\
# Title

A [link](partner:ada#s-top "t"), [](article:notes/one), ![alt](media/a.png), *emphasis*.

::: partners tag=a limit=3

<details>html</details>
"""
LOGO = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 4"><path d="M1 1h7v2z"/></svg>'
WRITING = Writing("partners/ada/about.md", "We *mill*. <b>\n", 1, "ada", ProseLimits(words=400))


def source(path, text):
    place = file_at(path)
    assert isinstance(place, RecordFile)
    return Source(path, text, place)


def comes_back(room, item):
    [made] = room.make([item])
    return made is not None and room.read(room.write(made)) == made


@pytest.mark.parametrize(
    "item",
    [
        source(
            "partners/ada/listing.yaml", "name: Ada\ntypes: [isv, 'a: b']\nmore: {a: {b: []}}\n"
        ),
        source("partners/ada/listing.yaml", "name: [broken\n"),
        source("partners/ada/listing.yaml", ""),
        source("content/pages/a.md", "---\ntitle: A\n---\nText\n"),
        source("content/pages/a.md", "no front matter"),
        source("partners/ada/about.md", "Text"),
    ],
)
def test_document_comes_back_as_it_was_read(item):
    assert comes_back(DOCUMENTS, item)


@pytest.mark.parametrize(
    "item",
    [
        WRITING,
        replace(WRITING, body="javascript:<script>" * 9000),
        Writing("content/pages/a.md", STAFF, 5, "", ProseLimits(words=9)),
    ],
)
def test_text_comes_back_as_it_was_rendered(item):
    assert comes_back(TEXTS, item)


@pytest.mark.parametrize("data", [LOGO, LOGO.replace(b"path", b"script"), b"GIF89a", b""])
def test_logo_comes_back_as_it_was_prepared(data):
    assert comes_back(logos_room(1), ("partners/ada/logo.svg", data))


def test_answer_of_another_kind_is_no_answer():
    [made] = TEXTS.make([WRITING])
    assert made is not None
    with pytest.raises(ValueError, match="not what was written"):
        TEXTS.read(TEXTS.write(made).replace(b'{"0":', b'[{"0":') + b"]")


def test_document_is_asked_for_by_its_path_and_text():
    first = source("content/pages/a.md", "text")
    keys = {first.key, source("content/pages/b.md", "text").key, replace(first, text="texts").key}
    assert len(keys) == 3


def test_text_is_asked_for_by_all_that_it_depends_on():
    keys = {
        WRITING.key,
        replace(WRITING, path="partners/bob/about.md").key,
        replace(WRITING, body="We *mill*.\n").key,
        replace(WRITING, line=2).key,
        replace(WRITING, slug="bob").key,
        replace(WRITING, slug="").key,
        replace(WRITING, limits=ProseLimits(words=3)).key,
    }
    assert len(keys) == 7


def test_logo_is_asked_for_by_its_path_and_bytes():
    assert len({logo_key("a.svg", b"1"), logo_key("b.svg", b"1"), logo_key("a.svg", b"2")}) == 3
