"""Codes for markdown and HTML."""

from pavgen.kernel.codes.code import Code

PROSE_CODES: tuple[Code, ...] = (
    Code("prose-size", "text too large", "shorten the text; the limit counts bytes of UTF-8"),
    Code("prose-encoding", "text is not Unicode", "save the file as UTF-8"),
    Code("prose-lines", "too many lines", "shorten the text"),
    Code("prose-words", "too many words", "shorten the text to the programme's limit"),
    Code("prose-nesting", "nested too deeply", "flatten the quotes, lists and emphasis"),
    Code("prose-links", "too many links", "keep the links a reader needs"),
    Code("prose-headings", "too many headings", "join sections"),
    Code("prose-html-size", "page text too large", "simplify the text; less nesting, fewer marks"),
    Code("prose-html-shown", "HTML shown as text", "write markdown in place of HTML"),
    Code("prose-autolink-shown", "address shown as text", "write `[text](address)`"),
    Code("prose-image-field", "image in a partner's text", "give images by the listing's fields"),
    Code("prose-image-address", "image is not ours", "use a file in `media/` or `/assets/`"),
    Code("prose-image-alt", "image without a description", "say what it shows: `![text](file)`"),
    Code("prose-html-active", "HTML that the site's policy forbids", "use markdown or a theme"),
    Code("prose-html-broken", "HTML that does not close", "close each tag that is opened"),
    Code("prose-record-kind", "unknown kind of record", "use a kind the message lists"),
    Code("prose-record-target", "malformed name of a record", "write `kind:slug`"),
    Code("prose-link-empty", "link without text", "write the text in the brackets"),
    Code("prose-anchor-unknown", "link to no heading", "use the anchor of a heading in the text"),
    Code("prose-code-language", "unknown language of code", "use a name the message suggests"),
    Code("prose-footnote-undefined", "footnote is not written", "add `[^name]: text`"),
    Code("prose-footnote-unused", "footnote is never referred to", "refer to it with `[^name]`"),
    Code("prose-block-unknown", "unknown block", "use a block the message suggests"),
    Code("prose-block-argument", "bad argument of a block", "follow the form the message shows"),
    Code("prose-block-option", "bad option of a block", "use an option the message lists"),
    Code("prose-block-unclosed", "block is never closed", "end it with a line `:::`"),
    Code("prose-block-stray", "nothing to close", "remove the line `:::`"),
)
