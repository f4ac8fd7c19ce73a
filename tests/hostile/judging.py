"""A whole built project before its judges: its pages, its files, and every text where it belongs."""

import csv
import io
import json
import re
from collections.abc import Iterator, Mapping, Sequence
from xml.etree.ElementTree import Element

from pavgen.kernel.diagnostics import Diagnostic
from pavgen.plan.exports import export_csv
from tests.hostile.crowd import Hostile
from tests.hostile.judging_files import calendar_texts, file_faults
from tests.hostile.judging_pages import Shape, page_faults, parsed, strings, told, words_of
from tests.hostile.writing import Said

_OF_PROFILES = frozenset(
    [
        "name",
        "tagline",
        "legal_name",
        "offices.city",
        "contacts.label",
        "seeks.note",
        "offers",
        "reference.quote",
        "reference.project",
    ]
)
_TOLD = frozenset(["name", "tagline", "legal_name", "offices.city"])
_LINES = frozenset({"speakers.bio", "sessions.abstract"})
"""Texts whose lines become paragraphs."""

_ELSEWHERE = {"content/solutions/s-": "solutions/s-{}", "content/hubs/notes/n-": "notes/n-{}"}


def faults(hostile: Hostile, harmless: frozenset[Shape], unseen: str = "") -> list[str]:
    """Say everything that is wrong with a project's outputs; pages `unseen` are passed over."""
    trees = parsed_pages(hostile.files, unseen)
    found = file_faults(hostile.files)
    for path, tree in trees.items():
        found += page_faults(path, tree, harmless, hostile.files)
    found += lost(hostile, trees)
    return [*found, *export_faults(hostile)]


def parsed_pages(files: Mapping[str, bytes], unseen: str = "") -> dict[str, Element]:
    """Return the elements of each page whose path is not like the pattern `unseen`."""
    return {
        path: parsed(data)
        for path, data in files.items()
        if path.endswith(".html") and not (unseen and re.match(unseen, path))
    }


def refusal_faults(refusals: Sequence[Diagnostic]) -> list[str]:
    """Say which refusals leave a partner without the place or the way out."""
    return [
        f"{refusal.span}: {refusal.message!r}"
        for refusal in refusals
        if not refusal.span.path
        or not (refusal.span.line or "/logo" in refusal.span.path)
        or not refusal.remedy
        or not refusal.message.isprintable()
    ]


def lost(hostile: Hostile, trees: dict[str, Element]) -> list[str]:
    """Return the texts that no visitor, or no program, can read as they were written."""
    seen = {path: words_of(tree) for path, tree in trees.items()}
    structured = {path: frozenset(told(tree)) for path, tree in trees.items()}
    found = []
    for said in hostile.said:
        text = " ".join(said.text.split())
        for path in _pages(said, trees):
            whole = " ".join(sorted(seen[path])) if said.field in _LINES else ""
            lines = [
                " ".join(line.split()) for line in said.text.split("\n") if said.field in _LINES
            ]
            if text not in seen[path] and not (lines and all(line in whole for line in lines)):
                found.append(f"{path}: {said.spot} lost {text!r}")
            if said.field in _TOLD and text not in structured[path]:
                found.append(f"{path}: {said.spot} is told otherwise than {text!r}")
        found += [f"{path}: lost {text!r}" for path in _files(said, text, hostile)]
    return found


def export_faults(hostile: Hostile) -> Iterator[str]:
    """Read the exports for spreadsheets back."""
    placement = hostile.made.value.placement
    assert placement is not None
    for what in ("partners", "solutions"):
        text = export_csv(hostile.made.value.project.programme, placement, what, "directory-list")
        yield from file_faults({f"{what}.csv": text.encode()})


def _pages(said: Said, trees: dict[str, Element]) -> Iterator[str]:
    """Return the pages on which a text must be read."""
    parts = said.path.split("/")
    if said.path.startswith("partners/"):
        if said.field in _OF_PROFILES:
            slug = parts[1]
            if said.field.startswith("reference."):
                step = int(said.spot.split(".")[1]) + 1
                count = sum(1 for path in trees if path.startswith("h-") and path.count("/") == 1)
                slug = f"h-{(int(slug[2:]) + step) % count:04d}"
            yield f"{slug}/index.html"
    elif said.path.startswith("content/events/"):
        kind, number, _ = said.spot.split(".")
        folder = {"sessions": "talk", "speakers": "who"}[kind]
        yield f"fair/agenda/{kind}/{folder}-{number}/index.html"
    else:
        start = next(start for start in _ELSEWHERE if said.path.startswith(start))
        number = said.path.removeprefix(start).removesuffix(".md")
        yield f"{_ELSEWHERE[start].format(number)}/index.html"


def _files(said: Said, text: str, hostile: Hostile) -> Iterator[str]:
    """Return the files for programs in which a text is not as it was written."""
    files = hostile.files
    slug = said.path.split("/")[1]
    path = f"api/partners/{slug}.json"
    is_told = said.field in {"tagline", "legal_name", "offices.city"}
    if is_told and text not in set(strings(json.loads(files[path]))):
        yield path
    if said.field == "sessions.title":
        path = f"fair/agenda/sessions/talk-{said.spot.split('.')[1]}/session.ics"
        if calendar_texts(files[path], "SUMMARY") != [text]:
            yield path
    if said.field == "tagline" and slug in {f"h-{n:04d}" for n in range(6)}:
        path = "fair/exhibitors.csv"
        rows = list(csv.DictReader(io.StringIO(files[path].decode(), newline="")))
        [cell] = [row["tagline"] for row in rows if row["slug"] == slug]
        if cell.removeprefix("'") != text.removeprefix("'"):
            yield path
