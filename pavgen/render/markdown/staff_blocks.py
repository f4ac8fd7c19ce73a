"""Blocks of a staff text that need more than their tag: code, tables, containers."""

from html import escape

from markdown_it.token import Token

from pavgen.kernel.suggest import did_you_mean
from pavgen.render.highlight import highlight, languages
from pavgen.render.markdown.blocks import CONTAINERS, EMBEDS
from pavgen.render.markdown.notes import Notes
from pavgen.security.problem import quoted


def judge_container(token: Token, notes: Notes) -> None:
    """Note a container of no known kind, without an end, or without the title it needs."""
    line = token.map[0] if token.map else 0
    if token.info not in CONTAINERS:
        what = f"no block is called {quoted(token.info)}"
        remedy = did_you_mean(token.info, (*CONTAINERS, *EMBEDS))
        notes.error(line, "prose-block-unknown", what, remedy)
    if not token.meta["closed"]:
        what = f"the block `{quoted(token.info)[1:-1]}` is never closed"
        notes.error(line, "prose-block-unclosed", what, "end it with a line `:::`")
    if token.info == "details" and not token.content:
        what = "`details` has no title, so nothing would be seen of it"
        notes.error(line, "prose-block-argument", what, "write `::: details Title`")


def judge_fence(token: Token, notes: Notes) -> None:
    """Note a language the highlighter does not know; the code is shown without colours."""
    language = _language(token)
    if language.casefold() not in languages() | _PLAIN:
        line = token.map[0] if token.map else 0
        what = f"no language is called {quoted(language)}"
        remedy = did_you_mean(language, languages()) or "use `text` for code without colours"
        notes.warn(line, "prose-code-language", what, remedy)


def write_block(token: Token) -> list[Token]:
    """Return the tokens to render in place of one; most stay as they are."""
    match token.type:
        case "fence":
            return [_html(_code(token))]
        case "table_open":
            return [_html('<div class="table" tabindex="0">\n'), token]
        case "table_close":
            return [token, _html("</div>\n")]
        case "container_open" | "container_close":
            return [_html(_container(token))]
        case "title_open" | "title_close":
            return [_html(_TITLES.get(token.info, _CALLOUT_TITLE)[token.nesting < 0])]
        case _:
            _align(token)
            return [token]


def _container(token: Token) -> str:
    tags = _CONTAINERS.get(token.info, ("", ""))
    credited = token.info == "quote" and token.content and token.nesting < 0
    return "</figure>\n" if credited else tags[token.nesting < 0]


def _code(token: Token) -> str:
    language = _language(token)
    plain = language.casefold() in _PLAIN
    shown = None if plain else highlight(token.content, language)
    name = f' class="language-{escape(language.casefold())}"' if shown is not None else ""
    code = escape(token.content, quote=False) if shown is None else shown
    return f'<pre class="code" tabindex="0"><code{name}>{code}</code></pre>\n'


def _language(token: Token) -> str:
    return (token.info.split() or [""])[0]


def _align(token: Token) -> None:
    """Say by a class what the parser says by a `style`, which the security policy forbids."""
    style = str(token.attrs.pop("style", "")) if token.tag in {"td", "th"} else ""
    if style:
        token.attrs["class"] = "align-" + style.removeprefix("text-align:")


def _html(content: str) -> Token:
    return Token("html_block", "", 0, content=content)


_PLAIN = {"", "text", "plain", "txt"}
_CALLOUT_TITLE = ('<p class="callout-title">', "</p>\n")
_TITLES = {
    "details": ("<summary>", "</summary>\n"),
    "quote": ("</blockquote>\n<figcaption>", "</figcaption>\n"),
}
_CONTAINERS = {
    name: (f'<aside class="callout callout-{name}">\n', "</aside>\n")
    for name in ("important", "note", "tip", "warning")
} | {
    "details": ("<details>\n", "</details>\n"),
    "quote": ('<figure class="quote">\n<blockquote>\n', "</blockquote>\n</figure>\n"),
}
