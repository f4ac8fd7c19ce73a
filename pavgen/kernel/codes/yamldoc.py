"""Codes for reading YAML."""

from pavgen.kernel.codes.code import Code

YAML_CODES: tuple[Code, ...] = (
    Code("yaml-size", "too many bytes of YAML", "shorten the file"),
    Code("yaml-nodes", "too many keys and values", "shorten the file, or split it"),
    Code("yaml-depth", "lists and mappings nested too deeply", "write it with fewer levels"),
    Code("yaml-list-length", "a list with too many items", "remove items"),
    Code("yaml-text-length", "a text with too many characters", "shorten the text"),
    Code("yaml-key-length", "a key with too many characters", "use one of the documented keys"),
    Code("yaml-key-empty", "an entry without a key", "write a word before the colon"),
    Code("yaml-key-kind", "a list or mapping used as a key", "use one word as the key"),
    Code("yaml-key-repeated", "a key that stands twice", "keep one of the two"),
    Code("yaml-anchor", "an anchor (`&name`)", "delete it, or put the text in quotes"),
    Code("yaml-alias", "an alias (`*name`)", "write the value out, or put the text in quotes"),
    Code("yaml-merge", "a merge key (`<<`)", "write the entries out"),
    Code("yaml-tag", "a tag (`!name`)", "delete it, or put the text in quotes"),
    Code("yaml-directive", "a directive (`%YAML`, `%TAG`)", "delete the line"),
    Code("yaml-second-document", "a second document in one file", "keep one in each file"),
    Code("yaml-character", "an escape for an unprintable character", "delete the escape"),
    Code("yaml-tab", "a tab where indentation is", "indent with spaces"),
    Code("yaml-colon", "a colon too many, or none, or no space after it", "quote the value"),
    Code("yaml-quote", "quotes missing or not matched", "put the whole value in quotes"),
    Code("yaml-escape", "an unknown escape within double quotes", "use single quotes"),
    Code("yaml-bracket", "a bracket without its pair", "close it, or put the text in quotes"),
    Code("yaml-indent", "lines that do not line up", "indent like lines by the same spaces"),
    Code("yaml-syntax", "text that is not YAML", "compare the line with one that works"),
    Code("yaml-unreadable", "a file the parser gives up on", "compare it with one that works"),
    Code("front-matter-missing", "no front matter", "begin the file with `---` and its fields"),
    Code("front-matter-open", "front matter that is not closed", "close it with a line `---`"),
)
