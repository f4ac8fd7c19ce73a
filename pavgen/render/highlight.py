"""Highlighted code: classes in the markup, colours in one style sheet the theme may override."""

from functools import lru_cache
from html import escape

from pygments.lexer import Lexer
from pygments.lexers import find_lexer_class, get_all_lexers
from pygments.token import Token, _TokenType


def highlight(code: str, language: str) -> str | None:
    """Return HTML of `code` with a class for each kind of word, or None: no such language."""
    lexer = _lexer(language.casefold())
    if lexer is None:
        return None
    out: list[str] = []
    kind, run = "", ""
    for token, text in lexer.get_tokens(code):
        found = _kind(token)
        if found != kind and run:
            out.append(_span(kind, run))
            run = ""
        kind, run = found, run + text
    out.append(_span(kind, run))
    return "".join(out)


@lru_cache(maxsize=1)
def languages() -> frozenset[str]:
    """Return every name a fence may give; only those built in, so all machines agree."""
    return frozenset(_names())


def highlight_css() -> str:
    """Return the style sheet: a variable for each kind of word, light and dark, and its class.

    A page is dark by the visitor's preference, or by `data-theme` on its root, which wins.
    """
    light, dark = (
        "".join(f"--code-{kind}:{pair[side]};" for kind, pair in CODE_COLOURS.items())
        for side in (0, 1)
    )
    classes = "".join(f".hl-{kind}{{color:var(--code-{kind})}}\n" for kind in CODE_COLOURS)
    return (
        f":root{{{light}}}\n"
        f"@media (prefers-color-scheme:dark){{:root:not([data-theme=light]){{{dark}}}}}\n"
        f":root[data-theme=dark]{{{dark}}}\n"
        f"{classes}.hl-comment{{font-style:italic}}\n.hl-strong{{font-weight:600}}\n"
    )


CODE_BACKGROUNDS = ("#f6f8fa", "#15181d")
"""The backgrounds, light and dark, on which every colour reaches a contrast of 4.5 to 1."""

CODE_COLOURS = {
    "comment": ("#57606a", "#9aa4b2"),
    "keyword": ("#a3204a", "#ff8fa8"),
    "type": ("#6d3fb5", "#c8a6ff"),
    "function": ("#1d55b0", "#8ab8ff"),
    "name": ("#0b5e6b", "#6fd3e0"),
    "string": ("#1b6332", "#86d99a"),
    "number": ("#8a4600", "#ffb870"),
    "operator": ("#4a5160", "#b6c0cf"),
    "strong": ("#1f2430", "#eef2f8"),
    "inserted": ("#1b6332", "#86d99a"),
    "deleted": ("#a1260d", "#ff9b8a"),
}
"""The colours (light, dark) by kind of word; a theme overrides the variable `--code-<kind>`."""

_KINDS = {
    Token.Comment: "comment",
    Token.Keyword: "keyword",
    Token.Keyword.Type: "type",
    Token.Keyword.Constant: "number",
    Token.Literal.Number: "number",
    Token.Literal.String: "string",
    Token.Literal.Date: "number",
    Token.Name.Class: "type",
    Token.Name.Namespace: "type",
    Token.Name.Exception: "type",
    Token.Name.Function: "function",
    Token.Name.Decorator: "function",
    Token.Name.Builtin: "name",
    Token.Name.Tag: "keyword",
    Token.Name.Attribute: "name",
    Token.Name.Variable: "name",
    Token.Name.Constant: "number",
    Token.Operator: "operator",
    Token.Operator.Word: "keyword",
    Token.Punctuation: "operator",
    Token.Generic.Heading: "strong",
    Token.Generic.Subheading: "strong",
    Token.Generic.Strong: "strong",
    Token.Generic.Prompt: "comment",
    Token.Generic.Output: "",
    Token.Generic.Inserted: "inserted",
    Token.Generic.Deleted: "deleted",
}


@lru_cache(maxsize=512)
def _kind(token: _TokenType) -> str:
    """Return the kind of the nearest ancestor that has one, or nothing."""
    while token not in _KINDS:
        if token.parent is None:
            return ""
        token = token.parent
    return _KINDS[token]


def _span(kind: str, text: str) -> str:
    shown = escape(text, quote=False)
    return f'<span class="hl-{kind}">{shown}</span>' if kind and text.strip() else shown


@lru_cache(maxsize=64)
def _lexer(language: str) -> Lexer | None:
    name = _names().get(language)
    found = find_lexer_class(name) if name else None
    return found(stripnl=False, ensurenl=False) if found else None


@lru_cache(maxsize=1)
def _names() -> dict[str, str]:
    built_in = sorted(get_all_lexers(plugins=False))
    return {alias.casefold(): name for name, aliases, _, _ in built_in for alias in aliases}
