"""Unpacks the artifact of a preview, if it is a plain static site and nothing else.

Usage: unpack.py ARTIFACT.ZIP FOLDER. The folder must not exist yet. Nothing is written unless
every entry is a file or a folder with a harmless name, within limits; rules for the host are not
taken from the artifact but written anew.
"""

import re
import stat
import sys
import zipfile
from collections.abc import Iterable, Iterator
from pathlib import Path

MOST_FILES = 20_000
MOST_BYTES = 200 * 1024 * 1024
_NAME = re.compile(r"[A-Za-z0-9_][A-Za-z0-9._@~+=,() -]*")
_DEEPEST = 20
_LONGEST = 1000
_OURS = frozenset({"_headers", "_redirects"})
_PROGRAMS = frozenset(
    {
        "_worker.js",
        "_routes.json",
        "functions",
        "netlify",
        "netlify.toml",
        "vercel.json",
        "web.config",
        "wrangler.toml",
        "wrangler.json",
        "wrangler.jsonc",
        "now.json",
        "cname",
    }
)
"""Names that some host takes for a program or for rules of its own."""

HEADERS = """\
/*
  X-Robots-Tag: noindex
  X-Content-Type-Options: nosniff
  Referrer-Policy: no-referrer
  X-Frame-Options: DENY
  Content-Security-Policy: default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; \
style-src 'self'; img-src 'self'; font-src 'self'; connect-src 'self'; manifest-src 'self'; \
form-action 'self'; base-uri 'none'; object-src 'none'; frame-ancestors 'none'; \
require-trusted-types-for 'script'; trusted-types 'none'; upgrade-insecure-requests
"""


def main(arguments: list[str]) -> int:
    """Unpack, or say what is wrong."""
    archive, out = Path(arguments[0]), Path(arguments[1])
    with zipfile.ZipFile(archive) as opened:
        entries = opened.infolist()
        faults = list(faults_of(entries))
        for fault in faults[:20]:
            sys.stderr.write(f"{fault}\n")
        if faults:
            return 1
        out.mkdir()
        _unpack(opened, entries, out)
    return 0


def faults_of(entries: Iterable[zipfile.ZipInfo]) -> Iterator[str]:
    """Yield what is wrong with the entries of an archive, as sentences."""
    files = size = 0
    seen: set[str] = set()
    for entry in entries:
        files += 1
        size += entry.file_size
        yield from _entry_faults(entry)
        folded = entry.filename.rstrip("/").casefold()
        if folded in seen:
            yield f"{entry.filename!a} is there twice"
        seen.add(folded)
    if files > MOST_FILES:
        yield f"{files} files are too many"
    if size > MOST_BYTES:
        yield f"{size} bytes are too many"


def _entry_faults(entry: zipfile.ZipInfo) -> Iterator[str]:
    path = entry.filename.removesuffix("/")
    names = path.split("/")
    kind = stat.S_IFMT(entry.external_attr >> 16)
    if kind not in {0, stat.S_IFREG, stat.S_IFDIR} or entry.flag_bits & 1:
        yield f"{path!a} is no plain file"
    if len(names) > _DEEPEST or len(path) > _LONGEST:
        yield f"{path[:80]!a} is too deep or too long"
    elif not all(_NAME.fullmatch(name) for name in names):
        yield f"{path!a} is no harmless name"
    elif any(name.casefold() in _PROGRAMS for name in names):
        yield f"{path!a} would be taken for a program or for rules of the host"
    elif any(name.casefold() in _OURS for name in names[:-1]) or (
        names[-1].casefold() in _OURS and len(names) > len(("site", "_headers"))
    ):
        yield f"{path!a} stands where no rules for the host belong"


def _unpack(opened: zipfile.ZipFile, entries: list[zipfile.ZipInfo], out: Path) -> None:
    """Write the files of proven entries, each up to the size that was counted."""
    for entry in entries:
        target = out / entry.filename
        if entry.is_dir():
            target.mkdir(parents=True, exist_ok=True)
            continue
        if target.name.casefold() in _OURS:
            continue
        target.parent.mkdir(parents=True, exist_ok=True)
        with opened.open(entry) as source:
            # Reading stops at the size in the list, whatever the data would grow to.
            target.write_bytes(source.read(entry.file_size))
    sites = [folder for folder in sorted(out.iterdir()) if folder.is_dir()]
    for folder in [out, *sites]:
        (folder / "_headers").write_text(HEADERS, encoding="utf-8")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
