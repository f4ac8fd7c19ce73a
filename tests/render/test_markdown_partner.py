"""A partner's text: what it may become, and what is said of the rest."""

import pytest

from pavgen.kernel.diagnostics import Diagnostic, Severity, Span
from pavgen.model.prose import Heading, Markup, ProseLimits, plain_text
from pavgen.render.markdown import render_partner
from pavgen.security.markup import staff_html

PATH = "partners/acme/about.md"
REL = 'rel="nofollow ugc noopener"'


def run(html):
    return Markup(staff_html(html))


def render(text, line=1, words=10_000, **limits):
    return render_partner(
        PATH, text, line=line, slug="acme", limits=ProseLimits(words=words, **limits)
    )


def html(text):
    checked = render(text)
    assert checked.diagnostics == ()
    return "".join(part.html for part in checked.value.parts if isinstance(part, Markup))


def said(checked):
    return [(d.span.line, d.code) for d in checked.diagnostics]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a *b* **c** `d<e`", "<p>a <em>b</em> <strong>c</strong> <code>d&lt;e</code></p>\n"),
        ("a\nb  \nc\\\nd", "<p>a\nb<br>\nc<br>\nd</p>\n"),
        ("- a\n- b", "<ul>\n<li>a</li>\n<li>b</li>\n</ul>\n"),
        ("3. a", '<ol start="3">\n<li>a</li>\n</ol>\n'),
        ("> a\n\n***", "<blockquote>\n<p>a</p>\n</blockquote>\n<hr>\n"),
        ("```python x=1\na = 1\n```", "<pre><code>a = 1\n</code></pre>\n"),
        ("    a < 1", "<pre><code>a &lt; 1\n</code></pre>\n"),
        ("&copy; \\*a\\*", "<p>© *a*</p>\n"),
        ("a\n===\n\nb\n---", "<h3>a</h3>\n<h4>b</h4>\n"),
        ("### a\n#### b\n##### c", "<h3>a</h3>\n<h4>b</h4>\n<h4>c</h4>\n"),
        ("| a |\n|---|\n| b |", "<p>| a |\n|---|\n| b |</p>\n"),
        ("~~a~~ https://a.example", "<p>~~a~~ https://a.example</p>\n"),
        ("[a]\n\n[a]: https://a.example", "<p>[a]</p>\n<p>[a]: https://a.example</p>\n"),
        ("{{ 7*7 }} {% x %}", "<p>{{ 7*7 }} {% x %}</p>\n"),
        ("", ""),
    ],
)
def test_markdown_becomes_the_subset(text, expected):
    assert html(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("[Acme](https://acme.example/a?b=1&c=2)", ">Acme</a> (acme.example)"),
        ("[see acme.example](https://www.acme.example)", ">see acme.example</a>"),
        ("[notacme.example](https://acme.example)", ">notacme.example</a> (acme.example)"),
        ("[acme.example.org](https://acme.example)", ">acme.example.org</a> (acme.example)"),
        ("[](https://acme.example)", ">acme.example</a>"),
        ("[write](mailto:a@acme.example)", ">write</a> (a@acme.example)"),
        ("[call](tel:+4930123456)", ">call</a>"),
    ],
)
def test_a_link_shows_where_it_leads(text, expected):
    assert html(text).endswith(f"{expected}</p>\n")


def test_a_link_bears_a_judged_address_and_the_exact_rel():
    checked = render('[a](https://ACME.example?x=1&y=2 "title")')

    assert checked.value.parts == (
        run(f'<p><a href="https://acme.example/?x=1&amp;y=2" {REL}>a</a> (acme.example)</p>\n'),
    )
    assert checked.value.links == ("https://acme.example/?x=1&y=2",)


@pytest.mark.parametrize(
    "address",
    ["javascript:x", "http://a.example", "//a.example", "/a", "a", "data:text/html,x", "partner:b"],
)
def test_a_refused_link_leaves_its_text_and_is_reported_on_its_line(address):
    checked = render(f"a\n\nb\n[text *x*]({address})", line=10)

    assert not checked.ok
    assert {d.span for d in checked.diagnostics} == {Span(PATH, 13)}
    assert checked.value.parts == (run("<p>a</p>\n<p>b\ntext <em>x</em></p>\n"),)


def test_a_link_without_an_address_is_refused():
    assert said(render("[a]()")) == [(1, "link-form")]


def test_html_is_shown_as_text_with_a_warning_that_names_the_tag():
    checked = render("a\n<b class='*x*'>c</b>\n\n<!-- d -->", line=3)

    assert checked.ok
    assert checked.diagnostics[0] == Diagnostic(
        Span(PATH, 4),
        "prose-html-shown",
        "HTML is shown as text here: `<b class='*x*'>`",
        "use markdown",
        severity=Severity.WARNING,
    )
    assert said(checked) == [(4, "prose-html-shown")] * 2 + [(6, "prose-html-shown")]
    assert checked.value.parts == (
        run("<p>a\n&lt;b class='*x*'&gt;c&lt;/b&gt;</p>\n<p>&lt;!-- d --&gt;</p>\n"),
    )


@pytest.mark.parametrize("text", ["<https://a.example>", "<a@b.example>"])
def test_an_address_in_angle_brackets_is_text_with_a_warning(text):
    assert said(render(text)) == [(1, "prose-autolink-shown")]


@pytest.mark.parametrize("text", ["`<b>`", "    <b>", "a < b > c", "&lt;b&gt;", "\\<b>"])
def test_angle_brackets_that_are_no_html_are_silent(text):
    assert render(text).diagnostics == ()


@pytest.mark.parametrize("text", ["![a](https://a.example/x.png)", "![](x.png)", "b![c](d)"])
def test_an_image_is_refused(text):
    assert said(render(f"a\n\n{text}")) == [(3, "prose-image-field")]


def test_an_escaped_bang_before_a_link_is_no_image():
    assert render("\\![a](https://a.example)").ok


def test_hidden_characters_written_as_entities_are_refused():
    assert said(render("a\n\nb&#x202e;c")) == [(3, "char-bidi")]


@pytest.mark.parametrize(
    ("character", "code"), [("\u202e", "char-bidi"), ("\u200b", "char-invisible")]
)
def test_hidden_characters_are_refused_on_their_line(character, code):
    assert said(render(f"a\n\nb{character}c")) == [(3, code)]


def test_half_a_character_is_refused():
    assert said(render("a\nb\ud800")) == [(2, "prose-encoding")]


def test_headings_have_anchors_that_begin_with_the_partner():
    assert render("# A *b*\n## C").value.headings == (
        Heading(3, "A b", "p-acme-1"),
        Heading(4, "C", "p-acme-2"),
    )


def test_words_over_the_limit_are_counted():
    assert render("a b c *d* e", words=3).diagnostics == (
        Diagnostic(
            Span(PATH, 1), "prose-words", "5 words, 2 over the limit", "use at most 3 words"
        ),
    )


def test_the_plain_text_is_one_line_for_each_block():
    assert plain_text(render("# A\n\nb *c*\nd [e](https://e.example)\n\n- f\n- g").value) == (
        "A\nb c d e\nf\ng"
    )


LINKS = "[a](https://a.example) "


@pytest.mark.parametrize(
    ("at_limit", "beyond", "code"),
    [
        ("a" * 16_384, "a" * 16_385, "prose-size"),
        ("ä" * 8_192, "ä" * 8_192 + "a", "prose-size"),
        ("a\n" * 500, "a\n" * 500 + "a", "prose-lines"),
        (LINKS * 20, LINKS * 21, "prose-links"),
        ("# a\n" * 40, "# a\n" * 41, "prose-headings"),
        ("> " * 11 + "a", "> " * 12 + "a", "prose-nesting"),
        ("**" * 11 + "a" + "**" * 11, "**" * 12 + "a" + "**" * 12, "prose-nesting"),
    ],
)
def test_a_limit_may_be_reached_and_not_exceeded(at_limit, beyond, code):
    assert render(at_limit).diagnostics == ()
    assert [d.code for d in render(beyond).diagnostics] == [code]


def test_the_html_may_not_grow_beyond_its_limit():
    assert said(render("*a* " * 100, html=1_000)) == [(1, "prose-html-size")]


def test_one_definition_used_often_amplifies_nothing():
    text = f"[a]: https://a.example/{'x' * 8_000}\n\n" + "[a] " * 2_000
    checked = render(text)

    assert sum(
        len(part.html) for part in checked.value.parts if isinstance(part, Markup)
    ) < 1.1 * len(text)
