"""Markdown in one-line fields of staff records: emphasis and code, nothing more."""

from functools import lru_cache

from markdown_it import MarkdownIt

from pavgen.security.markup import SafeHtml, staff_html


def render_inline(text: str) -> SafeHtml:
    """Render emphasis, code and strikethrough; all else, HTML and links too, is shown as text."""
    return staff_html(str(_parser().renderInline(text)))


@lru_cache(maxsize=1)
def _parser() -> MarkdownIt:
    return MarkdownIt("zero").enable(["backticks", "emphasis", "entity", "escape", "strikethrough"])
