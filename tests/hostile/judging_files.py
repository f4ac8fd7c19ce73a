"""What programs, hosts and spreadsheets read, each read by a strict reader of our own."""

import csv
import gzip
import io
import json
import re
import xml.etree.ElementTree as ET
import zlib
from collections.abc import Callable, Iterator, Mapping

from tests.security.test_svg_corpora import faults as drawing_faults

Files = Mapping[str, bytes]
_FORMULA = re.compile("[ \"'\u00a0\u3000]*[=+\\-@\t\r\n\0＝＋－＠]")
_CALENDAR_LINE = re.compile(
    r"([A-Z][A-Z0-9-]*)((?:;[A-Z-]+=(?:[^\";:,]+|\"[^\"]*\"))*):(.*)", re.DOTALL
)
_OF_A_CALENDAR = frozenset(
    [
        "BEGIN",
        "END",
        "VERSION",
        "PRODID",
        "CALSCALE",
        "METHOD",
        "NAME",
        "X-WR-CALNAME",
        "REFRESH-INTERVAL",
        "TZID",
        "DTSTART",
        "TZOFFSETFROM",
        "TZOFFSETTO",
        "TZNAME",
        "UID",
        "DTSTAMP",
        "SEQUENCE",
        "DTEND",
        "SUMMARY",
        "STATUS",
        "LOCATION",
        "DESCRIPTION",
        "CATEGORIES",
        "URL",
    ]
)
_ONCE = frozenset({"UID", "SUMMARY", "DTSTART", "DTEND", "URL", "STATUS"})
_OF_WORDS = frozenset({"SUMMARY", "LOCATION", "DESCRIPTION"})
_KINDS = frozenset({"VCALENDAR", "VTIMEZONE", "STANDARD", "DAYLIGHT", "VEVENT"})
_PATH = r"/[A-Za-z0-9._~/-]*"
_CHUNKS = frozenset({b"IHDR", b"PLTE", b"tRNS", b"IDAT", b"IEND"})


def file_faults(files: Files) -> list[str]:
    """Say what is wrong with any file of a site that is no page."""
    found = []
    for path, data in files.items():
        name = path.rpartition("/")[2]
        judge = _NAMED.get(name) or _JUDGES.get(name.rpartition(".")[2])
        if judge is None:
            found.append(f"{path}: nobody judges such a file")
            continue
        try:
            found += [f"{path}: {fault}" for fault in judge(data)]
        except (ValueError, ET.ParseError, csv.Error, KeyError, AttributeError) as error:
            found.append(f"{path}: {type(error).__name__} {error}")
    return found


def rules(files: Files) -> tuple[int, int]:
    """Return how many rules the host is given: of headers, and of redirects."""
    headers = files.get("_headers", b"").decode("ascii")
    return (
        sum(line.startswith("/") for line in headers.split("\n")),
        files.get("_redirects", b"").count(b"\n"),
    )


def unfolded(calendar: bytes) -> list[str]:
    """Return the lines of a calendar; raises ValueError for what RFC 5545 does not allow."""
    if not calendar.endswith(b"\r\n") or re.search(rb"\r(?!\n)|(?<!\r)\n", calendar):
        raise ValueError("a line that does not end in CRLF")
    lines: list[bytes] = []
    for line in calendar[:-2].split(b"\r\n"):
        if len(line) > 75:
            raise ValueError(f"a line of {len(line)} octets")
        if line.startswith(b" "):
            lines[-1] += line[1:]
        else:
            lines.append(line)
    return [line.decode("utf-8") for line in lines]


def calendar_texts(calendar: bytes, name: str) -> list[str]:
    """Return the values of a property, unescaped."""
    found = [_CALENDAR_LINE.fullmatch(line) for line in unfolded(calendar)]
    return [
        re.sub(r"\\([nN,;\\])", lambda m: "\n" if m[1] in "nN" else m[1], line[3])
        for line in found
        if line and line[1] == name
    ]


def searched(data: bytes) -> dict[str, object]:
    """Return what the search's index holds of a page."""
    found: dict[str, object] = json.loads(gzip.decompress(data).removeprefix(b"pagefind_dcd"))
    return found


def _calendar(data: bytes) -> Iterator[str]:
    opened: list[tuple[str, list[str]]] = []
    for line in unfolded(data):
        read = _CALENDAR_LINE.fullmatch(line)
        if read is None or read[1] not in _OF_A_CALENDAR:
            yield f"the line {line!r}"
            continue
        name, _, value = read.groups()
        if name == "BEGIN":
            opened.append((value, []))
        elif name == "END":
            yield from _closed(value, *opened.pop())
        else:
            opened[-1][1].append(name)
            yield from _value_faults(name, value)
    if opened:
        yield f"never closed: {opened}"


def _closed(ended: str, kind: str, seen: list[str]) -> Iterator[str]:
    if kind != ended or kind not in _KINDS or (kind == "VEVENT" and not set(seen) >= _ONCE):
        yield f"a component {kind} that ends as {ended} with {seen}"
    if len(seen) != len(set(seen)):
        yield f"a property twice in {seen}"


def _value_faults(name: str, value: str) -> Iterator[str]:
    if re.search("[\x00-\x08\x0a-\x1f\x7f]", value):
        yield f"a control character in {value!r}"
    if name in _OF_WORDS and re.search(r"(?<!\\)(?:\\\\)*[;,]", value):
        yield f"a bare mark in {value!r}"


def _cells(data: bytes) -> Iterator[str]:
    text = data.decode("utf-8")
    rows = list(csv.reader(io.StringIO(text, newline=""), strict=True))
    if len({len(row) for row in rows}) != 1:
        yield "rows of different lengths"
    for row in rows:
        for cell in row:
            if _FORMULA.match(cell) and not cell.startswith("'"):
                yield f"a spreadsheet would run {cell!r}"
    again = io.StringIO(newline="")
    csv.writer(again, quoting=csv.QUOTE_ALL, lineterminator="\r\n").writerows(rows)
    if again.getvalue() != text:
        yield "a cell without quotation marks, or a row that does not end in CRLF"


def _redirects(data: bytes) -> Iterator[str]:
    for line in data.decode("ascii").splitlines():
        if not re.fullmatch(rf"{_PATH} {_PATH} 301!?", line) or "//" in line:
            yield f"the rule {line!r}"


def _headers(data: bytes) -> Iterator[str]:
    for line in data.decode("ascii").split("\n"):
        if line and not re.fullmatch(
            rf"{_PATH}\*?|  ! [A-Za-z-]+|  [A-Za-z-]+: [\x20-\x7e]+", line
        ):
            yield f"the line {line!r}"


def _xml(data: bytes) -> Iterator[str]:
    ET.fromstring(data)  # noqa: S314 - written by the code under test
    if re.search(rb"<!|<\?(?!xml version)", data):
        yield "a declaration"
    if re.search(r"[^\t\n\r -\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]", data.decode("utf-8")):
        yield "a character that no XML may hold"


def _json(data: bytes) -> Iterator[str]:
    json.loads(data, parse_constant=_no_number)
    return iter(())


def _lines_of_json(data: bytes) -> Iterator[str]:
    for line in data.decode("utf-8").split("\n"):
        if line:
            json.loads(line, parse_constant=_no_number)
    return iter(())


def _no_number(name: str) -> object:
    raise ValueError(f"{name} is no number")


def _drawing(data: bytes) -> Iterator[str]:
    yield from drawing_faults(data)


def _picture(data: bytes) -> Iterator[str]:
    """Walk through the chunks: nothing but pixels, nothing behind them."""
    at = 8
    while at < len(data):
        size = int.from_bytes(data[at : at + 4])
        kind = data[at + 4 : at + 8]
        if kind not in _CHUNKS:
            yield f"a chunk {kind!r}"
        if zlib.crc32(data[at + 4 : at + 8 + size]) != int.from_bytes(
            data[at + 8 + size : at + 12 + size]
        ):
            yield "a broken chunk"
        at += 12 + size
        if kind == b"IEND" and at != len(data):
            yield "something behind the picture"
            break


def _webp(data: bytes) -> Iterator[str]:
    if int.from_bytes(data[4:8], "little") + 8 != len(data):
        yield "something behind the picture"
    if re.search(rb"EXIF|XMP |ICCP|ANIM", data[:64]):
        yield "more than a picture"


def _search(data: bytes) -> Iterator[str]:
    found = searched(data)
    if not re.fullmatch(r"[a-z0-9/-]*(#[a-z0-9-]+)?", str(found["url"])):
        yield f"a result that leads to {found['url']}"


def _worker(data: bytes) -> Iterator[str]:
    head = data.decode("utf-8").partition("\n")[0].removeprefix("const BUILD = ").removesuffix(";")
    told = json.loads(head)
    for path, _ in told["files"]:
        if not re.fullmatch(_PATH, path):
            yield f"a path {path}"


def _fine(_: bytes) -> Iterator[str]:
    return iter(())


_NAMED: dict[str, Callable[[bytes], Iterator[str]]] = {
    "_headers": _headers,
    "_redirects": _redirects,
    "sw.js": _worker,
    "icon-192.png": _fine,
    "icon-512.png": _fine,
}
_JUDGES: dict[str, Callable[[bytes], Iterator[str]]] = {
    "ics": _calendar,
    "csv": _cells,
    "xml": _xml,
    "json": _json,
    "webmanifest": _json,
    "jsonl": _lines_of_json,
    "svg": _drawing,
    "png": _picture,
    "webp": _webp,
    "pf_fragment": _search,
    **dict.fromkeys(
        ("html", "js", "css", "txt", "pagefind", "pf_meta", "pf_index", "pf_filter", "woff2"), _fine
    ),
}
