"""A project with one file that was mutated, through the loader; and what may be wrong after it."""

import re
import time
from dataclasses import dataclass

import html5lib

from pavgen.app.load import load_tree
from pavgen.app.means import Means, Recent
from pavgen.kernel.codes import CODES
from pavgen.kernel.diagnostics import Checked, Severity
from pavgen.model.prose import Markup
from pavgen.model.tree import SourceTree
from pavgen.render.reports.github import as_github
from pavgen.render.reports.machine import findings_json
from pavgen.render.reports.text import as_text
from tests.fuzz.cases import ABOUT
from tests.model.linking.projects import FILES

_SPACE = "{http://www.w3.org/1999/xhtml}"
_TAGS = {"p", "br", "em", "strong", "ul", "ol", "li", "blockquote", "code", "pre", "h3", "h4"}
_TAGS |= {"hr", "a"}
_HREF = re.compile(r"https://[^\s\"'<>\\]+|mailto:[^\s\"'<>\\?]+@[^\s\"'<>\\?]+|tel:\+[0-9]+")
_LOGO = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 6"><path d="M1 1h7v4H1z"/></svg>'


@dataclass(frozen=True)
class Verdict:
    """What became of a file: whether it was accepted, what is wrong with that, and the time."""

    accepted: bool
    faults: tuple[str, ...]
    seconds: float
    codes: tuple[str, ...]


class Court:
    """Loads the project again and again; what did not change is remembered, as by a server."""

    def __init__(self):
        self._recent = Recent()
        self._files = {path: text.encode() for path, text in FILES.items()}
        self._files["partners/acme/logo.svg"] = _LOGO.encode()
        self.judge(ABOUT, b"A text.\n")

    def judge(self, path, data):
        """Load the project with these bytes at a path; nothing of it may be raised."""
        self._recent.begin()
        tree = SourceTree(self._files | {path: data})
        start = time.process_time()
        try:
            loaded = load_tree(Checked(tree), means=Means(recent=self._recent))
        except Exception as error:  # noqa: BLE001 - that nothing is raised is what is judged
            spent = time.process_time() - start
            fault = f"raised {type(error).__name__}: {error}"
            return Verdict(accepted=False, faults=(fault,), seconds=spent, codes=())
        spent = time.process_time() - start
        faults = [fault for d in loaded.diagnostics for fault in _faults(d, path)]
        faults += _faults_of_reports(loaded)
        partner = loaded.value.programme.partners.get("acme")
        parts = partner.about.parts if partner else ()
        faults += deviations("".join(part.html for part in parts if isinstance(part, Markup)))
        codes = tuple(d.code for d in loaded.diagnostics if d.severity is Severity.ERROR)
        return Verdict(not codes, tuple(faults), spent, codes)


def _faults(d, path):
    """Say what is wrong with a finding itself."""
    words = f"{d.span} {d.code}: {d.message}"
    if d.code not in CODES:
        yield f"unknown code: {words}"
    if not d.what or "\n" in d.message or not d.message.isprintable():
        yield f"odd words: {words!r}"
    if not d.span.path:
        yield f"no path: {words}"
    if d.severity is Severity.ERROR and d.span.path == path and d.span.line < 1:
        yield f"no line: {words}"


def _faults_of_reports(loaded):
    """Write the findings in every form; a line of a log may begin one command and no other."""
    found, texts = loaded.diagnostics, loaded.value.texts
    written = as_text(found, texts).encode()
    if re.search(rb"[\x00-\x08\x0b-\x1f\x7f]", written) or b"\n::" in written:
        yield "the report steers what shows it"
    lines = as_github(found).rstrip("\n").split("\n")
    if any(not re.match(r"::(error|warning|notice)( |::)", line) for line in lines if line):
        yield "a line of the log is no command of ours"
    if len(findings_json(found)) == 0:
        yield "no findings as JSON"


def deviations(html):
    """Return everything in a text's HTML that partners may not have, as a browser reads it."""
    tree = html5lib.parseFragment(html, treebuilder="etree")
    for element in list(tree.iter())[1:]:
        tag = str(element.tag).removeprefix(_SPACE)
        left = dict(element.attrib)
        if tag not in _TAGS:
            yield f"<{tag}>"
        if tag == "a":
            if left.pop("rel", "") != "nofollow ugc noopener":
                yield "a link without its `rel`"
            if not _HREF.fullmatch(left.pop("href", "")):
                yield f"a link to {element.attrib}"
        if tag == "ol" and re.fullmatch("[0-9]{1,9}", left.get("start", "")):
            del left["start"]
        yield from (f"<{tag} {name}>" for name in left)
