"""HTML that may be shown: what the second sanitiser lets pass, and what it calls a defect."""

import pytest

from pavgen.kernel.diagnostics import DefectError
from pavgen.security.markup import PARTNER_REL, SafeHtml, partner_html, staff_html

LINK = f'<p><a href="https://acme.example/?a=1&amp;b=2" rel="{PARTNER_REL}">x</a></p>\n'


@pytest.mark.parametrize(
    "html",
    [
        LINK,
        '<ol start="3">\n<li>x<ul>\n<li>y</li>\n</ul>\n</li>\n</ol>\n',
        "<pre><code>\n a &lt;b&gt;\n</code></pre>\n<hr>\n<p>a<br>\nb &nbsp; \"q\" 'r'</p>\n",
        "<blockquote>\n<h3>a</h3>\n<h4><em>b</em> <strong>c</strong></h4>\n</blockquote>\n",
        "",
    ],
)
def test_the_subset_passes_unchanged(html):
    assert partner_html(html) == html


def test_a_difference_of_escaping_only_passes_in_the_sanitisers_form():
    assert partner_html("<p>&quot;a&quot;</p>") == '<p>"a"</p>'


@pytest.mark.parametrize(
    "html",
    [
        "<p onclick=x>a</p>",
        '<p id="a">a</p>',
        '<p class="a">a</p>',
        '<p style="color:red">a</p>',
        "<script>a</script>",
        "<style>a</style>",
        "<svg><a>x</a></svg>",
        "<h1>a</h1>",
        "<table><tr><td>a</td></tr></table>",
        '<img src="a.png">',
        "<p>a<!-- b --></p>",
        f'<p><a href="javascript:a" rel="{PARTNER_REL}">x</a></p>',
        f'<p><a href="http://a.example" rel="{PARTNER_REL}">x</a></p>',
        f'<p><a href="data:text/html,a" rel="{PARTNER_REL}">x</a></p>',
        f'<p><a name="x" href="https://a.example" rel="{PARTNER_REL}">x</a></p>',
        "<p>never closed",
    ],
)
def test_anything_else_is_a_defect_of_the_renderer(html):
    with pytest.raises(DefectError):
        partner_html(html)


def test_safe_html_says_so_to_a_template():
    safe = staff_html("<b>x</b>")

    assert (type(safe), safe.__html__(), type(safe.__html__())) == (SafeHtml, "<b>x</b>", str)
