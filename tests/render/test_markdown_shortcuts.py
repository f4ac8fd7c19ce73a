import pytest
from markdown_it import MarkdownIt
from mdit_py_plugins.deflist import deflist_plugin

from pavgen.render.markdown.shortcuts import take_shortcuts

_TEXTS = (
    "Plain words.",
    "Plain words.\n",
    "Words ending in spaces.   \n\nMore words.",
    "First line\nsecond line\n   third line",
    "First line  \nsecond line after a hard break",
    "First line \nsecond line after one space",
    "A heading\n===\n\nwords",
    "A heading\n---\n\nwords",
    "Words\n- an item that ends them\n- another",
    "Words\n1. an item\n2. another",
    "Words\n# A heading that ends them",
    "Words\n> a quotation",
    "- one\n- two\n\n  more of two\n- three",
    "- one\n  - inner\n  - inner too\n- two",
    "- one\n    - far inner\n- two",
    "- one\n - two\n  - three\n   - four\n    - five",
    "- one\n* another list",
    "- one\n---\nwords",
    "- one\n- ---\n- two",
    "- one\n  ===\n- two",
    "- one\n  - \n- two",
    "10. ten\n11. eleven\n- other",
    "> words\nthat go on\n\n> more\n- item",
    "> - item\n> - item\nlazy words\n- last",
    "    code\n\nwords\n\n    code",
    "- item\n\n      code\n\n  words",
    "Term\n: what it means",
    "Term\n\n: what it means",
    "Term\n~ what it means\n\n    more\n\nTerm\n\n~ again",
    "Term\n\n\n: nothing",
    "| a | b |\n|---|---|\n| c | d |",
    "a | b\n---|---\nc | d",
    "a [link](https://x.example/) and `code` and *emphasis*",
    "a\\*b &amp; <b> ~~gone~~ __strong__ ![x](media/a.png)",
    "words! And more: 5 + 5 = 10 @ {x} 100 % ^ $ # ]",
    "Übermut tut selten gut.\n\n中文。",
    "words\n\n[words]: https://x.example/\n",
    "\tcode\n\n\twords",
    "words\n \t \nwords",
    "",
    "\n\n",
)


def _parser():
    parser = MarkdownIt("commonmark").enable(["table", "strikethrough"])
    return parser.use(deflist_plugin)


def _quick():
    parser = _parser()
    take_shortcuts(parser)
    return parser


_OWN, _QUICK = _parser(), _quick()


@pytest.mark.parametrize("text", _TEXTS)
def test_the_tokens_are_those_of_the_parsers_own_rules(text):
    assert _QUICK.parse(text) == _OWN.parse(text)


@pytest.mark.parametrize("above", _TEXTS)
def test_the_tokens_stay_the_same_when_one_text_follows_another(above):
    for below in _TEXTS:
        for between in ("\n", "\n\n"):
            text = f"{above}{between}{below}"
            assert _QUICK.parse(text) == _OWN.parse(text)


@pytest.mark.parametrize("text", _TEXTS)
def test_the_tokens_stay_the_same_inside_of_quotations_and_items(text):
    for first, others in (("> ", "> "), ("- ", "  "), ("1. ", "   "), ("- > ", "  > "), ("> ", "")):
        inner = first + text.replace("\n", f"\n{others}")
        assert _QUICK.parse(inner) == _OWN.parse(inner)


def test_plain_words_ask_no_other_rule():
    parser = _quick()
    for name in ("code", "fence", "list", "lheading", "paragraph"):
        parser.block.ruler.disable(name)
    parser.inline.ruler.disable("text")

    assert (
        parser.render("Plain words.\n\nMore words.") == "<p>Plain words.</p>\n<p>More words.</p>\n"
    )
