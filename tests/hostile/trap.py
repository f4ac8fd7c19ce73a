"""A browser in which nothing hostile goes unseen."""

import json
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from playwright.sync_api import Browser, ConsoleMessage, Dialog, Page, Request

HERE = Path(__file__).resolve().parent
_USE = (HERE / "use.js").read_text(encoding="utf-8")
_OURS = "/* of the test */"
"""What the trap lets pass where a script is made of a text, which is how tests speak to a page."""

TYPED = ('"><img src=x onerror=alert(1)>', "alert")
"""What the visitor types into every field."""

ASKED = (
    "?q=%3Cimg%20src%3Dx%20onerror%3Dalert(1)%3E&p=%3Cscript%3E,__proto__&type=%22%3E%3Csvg%20onload%3Dalert(1)%3E"
    "&country=__proto__&constructor=1#%22%3E%3Cimg%20src=x%20onerror=alert(1)%3E"
)
"""An address that somebody else made for a visitor."""


@dataclass
class Trap:
    """A page, where its site is, and everything that should not have happened."""

    page: Page
    home: str
    caught: list[str] = field(default_factory=list)

    def visit(self, path: str) -> None:
        """Open a page and wait until all it asked for is there."""
        self.page.goto(self.home + path, wait_until="load")

    def look(self) -> None:
        """Note what stands in the page that could run or load something."""
        found: list[str] = self.page.evaluate(f"{_OURS} lookedThrough()")
        self.caught += [f"{self.page.url}: {what}" for what in found]

    def texts(self, selector: str) -> list[str]:
        """Return what the elements say that a selector finds."""
        found: list[str] = self.page.evaluate(
            f"{_OURS} [...document.querySelectorAll({json.dumps(selector)})].map((e) => e.textContent)"
        )
        return found

    def use(self, words: Sequence[str] = TYPED) -> int:
        """Use all there is; return how many things that were."""
        used: int = self.page.evaluate(f"{_OURS} ({_USE.strip()})({json.dumps(words)})")
        return used


@contextmanager
def trapped(browser: Browser, home: str, *, strict: bool) -> Iterator[Trap]:
    """Open a window on a site; unless `strict`, no policy of any page holds in it."""
    context = browser.new_context(
        bypass_csp=not strict, service_workers="allow" if strict else "block"
    )
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    context.add_init_script(path=HERE / "trap.js")
    trap = Trap(context.new_page(), home)

    def requested(request: Request) -> None:
        if not request.url.startswith((home, f"blob:{home}")):
            trap.caught.append(f"{trap.page.url}: a request for {request.url}")

    def said(message: ConsoleMessage) -> None:
        if message.type == "error":
            trap.caught.append(f"{trap.page.url}: {message.text} {message.location['url']}")

    def asked(dialog: Dialog) -> None:
        trap.caught.append(f"{trap.page.url}: a dialog {dialog.message}")
        dialog.dismiss()

    context.on("request", requested)
    context.on("console", said)
    context.on("dialog", asked)
    context.on("weberror", lambda error: trap.caught.append(f"{trap.page.url}: {error.error}"))
    context.on("page", lambda page: trap.caught.append(f"{trap.page.url}: a window {page.url}"))
    yield trap
    context.close()
