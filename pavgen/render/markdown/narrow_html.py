"""HTML of a partner's tokens: only what stands in these tables can come out."""

from html import escape

from markdown_it.token import Token

from pavgen.kernel.diagnostics import DefectError
from pavgen.security.markup import PARTNER_REL, PARTNER_TAGS


def html_of(tokens: list[Token]) -> str:
    """Write HTML as an HTML parser would write it back; an unknown token is a defect."""
    out: list[str] = []
    for index, token in enumerate(tokens):
        if token.type == "inline":
            out.extend(_inline(child) for child in token.children or ())
        elif token.type in {"fence", "code_block"}:
            out.append(f"<pre><code>{_text(token.content)}</code></pre>\n")
        elif not token.hidden:
            out.append(_block(token))
        elif token.nesting > 0 and index and tokens[index - 1].type == "paragraph_close":
            out.append("\n")
    return "".join(out)


def _block(token: Token) -> str:
    if token.tag not in _BLOCKS:
        raise DefectError(f"no HTML for a token of type {token.type}")
    if token.nesting < 0:
        return f"</{token.tag}>\n"
    if token.tag == "ol" and token.attrs:
        return f'<ol start="{int(token.attrs["start"])}">\n'
    end = "\n" if token.tag in _SPACED else ""
    return f"<{token.tag}>{end}"


def _inline(token: Token) -> str:
    match token.type:
        case "text" | "html_shown":
            return _text(token.content)
        case "code_inline":
            return f"<code>{_text(token.content)}</code>"
        case "softbreak":
            return "\n"
        case "hardbreak":
            return "<br>\n"
        case "em_open" | "em_close" | "strong_open" | "strong_close" | "link_close":
            return f"</{token.tag}>" if token.nesting < 0 else f"<{token.tag}>"
        case "link_open":
            return f'<a href="{_attribute(str(token.attrs["href"]))}" rel="{PARTNER_REL}">'
        case _:
            raise DefectError(f"no HTML for a token of type {token.type}")


_BLOCKS = PARTNER_TAGS & {"p", "h3", "h4", "ul", "ol", "li", "blockquote", "hr"}
_SPACED = {"ul", "ol", "blockquote", "hr"}


def _text(text: str) -> str:
    """Escape as the HTML standard's serialiser does, so that a second pass changes nothing."""
    return escape(text.replace("\r", "\n"), quote=False).replace("\u00a0", "&nbsp;")


def _attribute(text: str) -> str:
    return escape(text, quote=False).replace('"', "&quot;").replace("\u00a0", "&nbsp;")
