"""Codes for sites, pages and themes."""

from pavgen.kernel.codes.code import Code

SITE_CODES: tuple[Code, ...] = (
    Code("address-taken", "two pages want one address", "give one of them another slug or path"),
    Code("link-nowhere", "no site has a page for this record", "publish it, or link elsewhere"),
    Code("list-facet-unknown", "list of a facet that does not exist", "write `facet/value`"),
    Code("locale-unknown", "theme has no strings in this language", "add a file to its locales/"),
    Code("search-index", "search index could not be made", "install pavgen again"),
    Code("section-twice", "two sections of a kind at one path", "give each its own path"),
    Code("site-unknown", "no such site", "name a file of content/sites/"),
    Code("template-failed", "template could not be rendered", "use what the view and theme give"),
    Code("template-syntax", "template could not be read", "mend the line the message names"),
    Code("template-unknown", "no such template", "use a template of the theme"),
    Code("theme-asset", "style sheet refers to what the theme lacks", "use a file in `assets/`"),
    Code("theme-circle", "theme extends itself", "remove one `extends`"),
    Code(
        "theme-contrast",
        "colour that can hardly be seen on its ground",
        "choose a darker shade, or on dark pages a lighter one",
    ),
    Code("theme-encoding", "template is not UTF-8", "save it as UTF-8"),
    Code("theme-option", "option the theme does not declare", "remove it, or see theme.yaml"),
    Code("theme-option-value", "bad value of a theme's option", "give what the message asks for"),
    Code("theme-string", "string of a theme cannot be used", "write a text with known places"),
    Code("theme-string-missing", "theme lacks a string", "let it extend `standard`"),
    Code("theme-style", "no such style sheet", "name a file below `assets/`"),
    Code("theme-unknown", "no such theme", "name a folder below `themes/`"),
)
