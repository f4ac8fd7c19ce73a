"""A text by staff: the whole of markdown, its extensions, and the HTML the policy forbids."""

import re

import pytest

from pavgen.kernel.diagnostics import Checked, Diagnostic, Severity, Span
from pavgen.model.prose import Heading, Image, Markup, SitePath, plain_text
from pavgen.render.markdown import render_inline, render_staff

PATH = "content/hubs/cloud/guide.md"


def html(text):
    checked = render_staff(PATH, text)
    assert checked.diagnostics == ()
    return markup(checked)


def markup(checked):
    """Return the HTML of a text, with each path of the site after the root `/`."""
    return "".join(map(printed, checked.value.parts))


def printed(part):
    match part:
        case Markup(html):
            return html
        case SitePath(path):
            return f"/{path}"
        case _:
            return ""


def said(text):
    return [(d.span.line, d.code) for d in render_staff(PATH, text).diagnostics]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a *b* ~~c~~", "<p>a <em>b</em> <s>c</s></p>\n"),
        ("a  \nb\n\n***", "<p>a<br>\nb</p>\n<hr>\n"),
        ("Term\n: Meaning", "<dl>\n<dt>Term</dt>\n<dd>Meaning</dd>\n</dl>\n"),
        ("[a]\n\n[a]: /b/", '<p><a href="/b/">a</a></p>\n'),
        ("<https://a.example/>", '<p><a href="https://a.example/">https://a.example/</a></p>\n'),
        ("\"a\" -- 'b'...", "<p>&quot;a&quot; -- 'b'...</p>\n"),
        ('<b class="x">a</b>', '<p><b class="x">a</b></p>\n'),
        ("a\0b", "<p>a\ufffdb</p>\n"),
        ("", ""),
    ],
)
def test_markdown_becomes_html(text, expected):
    assert html(text) == expected


def test_a_table_aligns_by_classes_and_may_scroll():
    assert html("| a | b |\n|---|--:|\n| c | d |") == (
        '<div class="table" tabindex="0">\n<table>\n<thead>\n<tr>\n<th>a</th>\n'
        '<th class="align-right">b</th>\n</tr>\n</thead>\n<tbody>\n<tr>\n<td>c</td>\n'
        '<td class="align-right">d</td>\n</tr>\n</tbody>\n</table>\n</div>\n'
    )


def test_empty_corner_of_a_table_is_no_heading():
    shown = html("| | b |\n|---|---|\n| c | d |")

    assert re.findall(r"<t[hd]>[^\n]*", shown) == [
        "<td></td>",
        "<th>b</th>",
        "<td>c</td>",
        "<td>d</td>",
    ]


def test_a_task_list_has_labelled_checkboxes_that_stay_as_they_are():
    shown = html("- [ ] a\n- [x] b")

    assert shown.count("<label><input") == shown.count("</label>") == 2

    assert re.findall("<input[^>]*>", shown) == [
        '<input class="task-list-item-checkbox" disabled="disabled" type="checkbox">',
        '<input class="task-list-item-checkbox" checked="checked" disabled="disabled" type="checkbox">',
    ]


def test_a_footnote_and_its_references_link_each_other():
    shown = html("a[^x] b[^x]\n\n[^x]: *c*")

    assert shown == (
        '<p>a<sup class="footnote-ref"><a href="#fn1" id="fnref1" role="doc-noteref">1</a></sup>'
        ' b<sup class="footnote-ref"><a href="#fn1" id="fnref1-2" role="doc-noteref">1</a></sup>'
        '</p>\n<section class="footnotes" role="doc-endnotes">\n<ol>\n<li id="fn1"><p><em>c</em>'
        ' <a class="footnote-back" href="#fnref1" role="doc-backlink">\u21a9\ufe0e</a>'
        ' <a class="footnote-back" href="#fnref1-2" role="doc-backlink">\u21a9\ufe0e</a></p>\n'
        "</li>\n</ol>\n</section>\n"
    )


def test_loose_ends_of_footnotes_are_warned_of():
    assert said("a\nb[^x]\n\n[^y]: c\n\n```\n[^z]: code\n```") == [
        (2, "prose-footnote-undefined"),
        (4, "prose-footnote-unused"),
    ]


def test_headings_have_stable_unique_anchors_and_link_to_themselves():
    checked = render_staff(PATH, "## Set *up*!\n### Set up\n## Größe & 日本\n## !")

    assert checked.value.headings == (
        Heading(2, "Set up!", "s-set-up"),
        Heading(3, "Set up", "s-set-up-2"),
        Heading(2, "Größe & 日本", "s-grösse-日本"),
        Heading(2, "!", "s-section"),
    )
    assert markup(checked).startswith(
        '<h2 id="s-set-up"><a class="anchor" href="#s-set-up">Set <em>up</em>!</a></h2>\n'
    )


def test_an_anchor_numbered_by_its_author_is_not_taken_twice():
    anchors = [h.anchor for h in render_staff(PATH, "## A\n## A 2\n## A\n## A").value.headings]

    assert anchors == ["s-a", "s-a-2", "s-a-3", "s-a-4"]


def test_a_heading_with_a_link_gets_its_anchor_behind():
    assert html("## A [b](/b/)") == (
        '<h2 id="s-a-b">A <a href="/b/">b</a> '
        '<a class="anchor" href="#s-a-b" aria-labelledby="s-a-b">#</a></h2>\n'
    )


def test_headings_stay_below_that_of_the_page():
    levels = [h.level for h in render_staff(PATH, "# A\n## B\n###### C").value.headings]

    assert levels == [2, 3, 6]


@pytest.mark.parametrize(
    ("address", "href"), [("#a-b", "#s-a-b"), ("#s-a-b", "#s-a-b"), ("#top", "#top"), ("#c", "#c")]
)
def test_a_link_to_a_heading_may_leave_the_prefix_out(address, href):
    assert f'<a href="{href}">x</a>' in html(f'## A b\n\n[x]({address}) <i id="c"></i>')


def test_a_link_to_no_heading_is_a_warning_with_a_suggestion():
    (found,) = render_staff(PATH, "## Set up\n\n[x](#setup)").diagnostics

    assert (found.span, found.message, found.severity) == (
        Span(PATH, 3),
        "nothing here is called `setup`; did you mean `set-up`?",
        Severity.WARNING,
    )


def test_code_is_coloured_by_classes():
    assert html("```json\n1\n```") == (
        '<pre class="code" tabindex="0"><code class="language-json">'
        '<span class="hl-number">1</span>\n</code></pre>\n'
    )


@pytest.mark.parametrize("language", ["", "text"])
def test_code_without_a_language_stays_plain(language):
    assert html(f"```{language}\na < b\n```") == (
        '<pre class="code" tabindex="0"><code>a &lt; b\n</code></pre>\n'
    )


def test_an_unknown_language_is_a_warning_with_a_suggestion():
    (found,) = render_staff(PATH, "a\n\n```pyhton\n1\n```", line=5).diagnostics

    assert (found.span, found.message) == (
        Span(PATH, 7),
        "no language is called `pyhton`; did you mean `python`?",
    )


def test_an_image_alone_with_a_title_is_a_figure():
    checked = render_staff(PATH, '![A "b"](media/a.png "C & *d*")')

    assert markup(checked) == (
        '<figure><img src="/media/a.png" alt="A &quot;b&quot;" loading="lazy" decoding="async">'
        "<figcaption>C &amp; *d*</figcaption></figure>\n"
    )
    assert checked.value.images == (Image("media/a.png", Span(PATH, 1)),)


def test_an_image_without_a_title_stays_in_its_paragraph():
    assert html("![a](/assets/b/c.svg)") == (
        '<p><img src="/assets/b/c.svg" alt="a" loading="lazy" decoding="async"></p>\n'
    )


@pytest.mark.parametrize(
    "src",
    [
        "https://a.example/b.png",
        "//a.example/b.png",
        "data:image/png;base64,AA",
        "b.png",
        "media/../b.png",
        "/assets/",
        "/assets",
        "mediab.png",
        "media/a.png?x=1",
    ],
)
def test_an_image_that_is_not_ours_is_refused_in_markdown_and_in_html(src):
    expected = [(3, "prose-image-address")]

    assert said(f"a\n\n![b]({src})") == expected
    assert said(f'a\n\n<img src="{src}" alt="b">') == expected


def test_an_image_without_a_description_is_a_warning():
    assert said("a\nb ![](media/a.png)") == [(2, "prose-image-alt")]


@pytest.mark.parametrize("name", ["note", "tip", "important", "warning"])
def test_a_callout_has_a_title_and_blocks(name):
    assert html(f"::: {name} Mind *this*\n- a\n:::\nb") == (
        f'<aside class="callout callout-{name}">\n<p class="callout-title">Mind <em>this</em></p>\n'
        "<ul>\n<li>a</li>\n</ul>\n</aside>\n<p>b</p>\n"
    )


def test_a_quotation_names_its_speaker_below():
    assert html("::: quote Ada, [Acme](/a/)\nb\n:::") == (
        '<figure class="quote">\n<blockquote>\n<p>b</p>\n</blockquote>\n'
        '<figcaption>Ada, <a href="/a/">Acme</a></figcaption>\n</figure>\n'
    )
    assert html("::: quote\nb\n:::") == (
        '<figure class="quote">\n<blockquote>\n<p>b</p>\n</blockquote>\n</figure>\n'
    )


def test_containers_nest_and_code_in_them_closes_nothing():
    assert html("::: note\n::: details More\na\n:::\n```\n:::\n```\n::::") == (
        '<aside class="callout callout-note">\n<details>\n<summary>More</summary>\n<p>a</p>\n'
        '</details>\n<pre class="code" tabindex="0"><code>:::\n</code></pre>\n</aside>\n'
    )


@pytest.mark.parametrize(
    ("text", "line", "code", "message"),
    [
        (
            "a\n\n::: note\nb",
            3,
            "prose-block-unclosed",
            "the block `note` is never closed; end it with a line `:::`",
        ),
        (
            "a\n\n:::",
            3,
            "prose-block-stray",
            "`:::` closes nothing; remove this line, or open a block above it: `::: note`",
        ),
        (
            "::: warnign\na\n:::",
            1,
            "prose-block-unknown",
            "no block is called `warnign`; did you mean `warning`?",
        ),
        (
            "::: details\na\n:::",
            1,
            "prose-block-argument",
            "`details` has no title, so nothing would be seen of it; write `::: details Title`",
        ),
    ],
)
def test_a_container_that_is_wrong_is_reported_once(text, line, code, message):
    found = [(d.span.line, d.code, d.message) for d in render_staff(PATH, text).diagnostics]

    assert found == [(line, code, message)]


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("a\n\n<script>x</script>", 3),
        ("<div>\n<style>p{}</style></div>", 2),
        ('a\nb <span style="x">c</span>', 2),
        ("<p ONCLICK='x'>a</p>", 1),
        ('<iframe src="/assets/a.html"></iframe>', 1),
        ("<meta http-equiv=refresh>", 1),
        ("<base href=/a/>", 1),
        ("a <object></object>", 1),
    ],
)
def test_html_that_the_policy_forbids_is_refused(text, line):
    assert said(text) == [(line, "prose-html-active")]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ('<a href="javascript:x">a</a>', "link-scheme"),
        ('a <a href="//b.example">a</a>', "link-relative"),
        ('<form action="data:x"></form>', "link-scheme"),
        ('<a href="partner:acme">a</a>', "prose-record-kind"),
        ('<img srcset="media/a.png 1x, https://b.example/c.png 2x" alt="">', "prose-image-address"),
        ('<video poster="/x.png"></video>', "prose-image-address"),
    ],
)
def test_addresses_in_html_are_judged_as_others_are(text, code):
    assert said(text) == [(1, code)]


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("a\n\n<div>\n\nb", 3),
        ("a </div>", 1),
        ("<div>\n<section>\n</div>", 2),
        ("a\n\n<div\n\nb", 3),
        ("<div><span>\n\n</div></span>", 1),
        ("<div><b\n</div>", 1),
    ],
)
def test_html_that_does_not_close_is_refused(text, line):
    found = said(text)

    assert {code for _, code in found} == {"prose-html-broken"}
    assert found[0][0] == line


def test_html_around_markdown_is_fine():
    assert html(
        '<details open>\n<summary>A</summary>\n\n*b*\n\n</details>\n\n<p>c<br>d<img src="/assets/e.png" alt=""></p>'
    )


def test_links_and_words_are_gathered():
    value = render_staff(
        PATH, "a [b](https://c.example) <i>d</i>\n\n<p>e <a href='/f/'>g</a></p>"
    ).value

    assert (value.links, value.words) == (("https://c.example/", "/f/"), 5)
    assert plain_text(value) == "a b d\ne g"


def test_a_refused_link_is_reported_on_its_own_line():
    assert said("a\n\nb *c*\n[d](javascript:x)") == [(4, "link-scheme")]


def test_a_link_without_text_is_refused():
    (found,) = render_staff(PATH, "[](/a/)").diagnostics

    assert (found.code, found.message) == (
        "prose-link-empty",
        "the link to `/a/` has no text; write the text in the brackets",
    )


def test_the_lines_of_a_file_with_front_matter_count_from_its_top():
    assert render_staff(PATH, "a\n\n:::", line=12) == Checked(
        render_staff(PATH, "a").value,
        (
            Diagnostic(
                Span(PATH, 14),
                "prose-block-stray",
                "`:::` closes nothing",
                "remove this line, or open a block above it: `::: note`",
            ),
        ),
    )


def test_one_line_fields_know_emphasis_and_code_only():
    assert render_inline('*a* **b** `c` ~~d~~ <i> [e](f) "') == (
        "<em>a</em> <strong>b</strong> <code>c</code> <s>d</s> &lt;i&gt; [e](f) &quot;"
    )
