"""Codes for links between rendered pages."""

from pavgen.kernel.codes.code import Code

LINK_CODES: tuple[Code, ...] = (
    Code("anchor-broken", "link to no place of its page", "use the anchor of a heading there"),
    Code("feed-missing", "page names a feed that is not there", "mend the theme or the address"),
    Code("file-missing", "page shows a file that is not there", "add the file or mend its address"),
    Code("link-broken", "link leads to nothing", "mend the address, or publish what it leads to"),
    Code("page-unreached", "no page leads to this one", "link to it, from a menu or another page"),
    Code("redirect-chain", "redirect leads to a redirect", "lead straight to the last page"),
    Code("redirect-loop", "redirects go round in a circle", "remove one of the aliases"),
)
