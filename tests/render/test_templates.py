"""Templates into pages, and what is said of a template that is at fault."""

from dataclasses import replace

import pytest

from pavgen.kernel.diagnostics import Checked, Diagnostic, Span
from pavgen.model.schema.fields import Source
from pavgen.plan.views import FreePage, HtmlPart, PageView, ProseView
from pavgen.plan.words import Words
from pavgen.render.templates import Renderer
from pavgen.render.theme import fit_theme, strings_for
from pavgen.security.markup import staff_html
from tests.render.themes import PLAIN, page, theme

PATH = "themes/x/templates/p.html"


def _renderer(template: str, locale: str = "en", **further: str) -> Renderer:
    files = {
        "x/theme.yaml": "name: X\noptions: {mood: {kind: text, default: calm, doc: d}}\n",
        "x/templates/p.html": template,
        "x/assets/icon.svg": "<svg/>",
        "x/locales/en.yaml": "hello: Hello {name}\npartners.one: one\npartners.other: '{n}'\n",
    }
    files |= {f"x/templates/{name}.html": text for name, text in further.items()}
    loaded = theme("x", files)
    fitted = fit_theme(loaded, (), Source("s.yaml")).value
    words = Words(locale, strings_for(loaded, locale), lambda n: "one" if n == 1 else "other")
    return Renderer(fitted, "/site/", words)


def _text(template: str, locale: str = "en", **further: str) -> str:
    answer = _renderer(template, locale, **further).render("p.html", PLAIN)
    assert answer.diagnostics == ()
    return answer.value.decode()


def test_everything_is_escaped_but_what_its_type_vouches_for():
    prose = ProseView((HtmlPart(staff_html("<b>&amp;</b>")),))
    view = page(FreePage("<script>{{ 7*7 }}", "", prose, contents=False))
    renderer = _renderer("{{ page.content.title }}|{{ page.content.text.parts[0].html }}")

    assert renderer.render("p.html", view) == Checked(
        b"&lt;script&gt;{{ 7*7 }}|<b>&amp;</b>",
    )


def test_words_are_filled_in_and_escaped():
    template = "{{ t('hello', name='<i>') }} {{ t('partners', n=1) }} {{ t('partners', n=7) }}"

    assert _text(template) == "Hello &lt;i&gt; one 7"


def test_an_asset_is_addressed_below_the_site():
    assert _text("{{ asset('icon.svg') }}") == "/site/assets/icon.d4dc5666.svg"


def test_an_option_has_its_value():
    assert _text("{{ option('mood') }}") == "calm"


def test_filters_speak_the_site_language():
    template = "{{ 'DE'|country }} {{ 12000|number }} {{ direction }}"

    assert _text(template, "ar") == "ألمانيا 12,000 rtl"


@pytest.mark.parametrize(
    ("template", "line", "what"),
    [
        ("ok\n{{ page.titel }}", 2, "no attribute 'titel'"),
        ("{{ nothing }}", 1, "'nothing' is undefined"),
        ("\n\n{{ t('gone') }}", 3, "the theme has no string `gone` in `en`"),
        ("{{ t('hello') }}", 1, "the string `hello` needs a value for `name`"),
        ("{{ asset('gone.svg') }}", 1, "the theme has no asset `gone.svg`"),
        ("{{ option('gone') }}", 1, "the theme has no option `gone`"),
        ("{{ page.title|date }}", 1, "`A page` is not a date"),
        ("{{ 1 // 0 }}", 1, "by zero"),
    ],
)
def test_a_template_that_fails_is_an_error_in_its_line(template: str, line: int, what: str):
    answer = _renderer(template).render("p.html", PLAIN)

    assert answer.value == b""
    assert [(d.code, d.span) for d in answer.diagnostics] == [("template-failed", Span(PATH, line))]
    assert what in answer.diagnostics[0].what


@pytest.mark.parametrize("template", ["{% if %}", "{{ 1 |safe }}", "{{ [1]|random }}", "{% x %}"])
def test_a_template_that_cannot_be_read_is_an_error_in_its_line(template: str):
    found = _renderer(f"\n{template}").study("p.html").diagnostics

    assert [(d.code, d.span) for d in found] == [("template-syntax", Span(PATH, 2))]


def test_an_unknown_template_is_an_error_with_a_suggestion():
    answer = _renderer("{% include 'prat.html' %}", part="x").render("p.html", PLAIN)

    assert answer.diagnostics == (
        Diagnostic(
            Span(PATH, 1),
            "template-unknown",
            "there is no template `prat.html`",
            "did you mean `part.html`?",
        ),
    )


def test_an_error_within_a_macro_is_placed_in_the_file_of_the_macro():
    renderer = _renderer(
        "{% from 'm.html' import m %}\n{{ m(page) }}", m="{% macro m(p) %}\n{{ p.x }}{% endmacro %}"
    )

    found = renderer.render("p.html", PLAIN).diagnostics

    assert [d.span for d in found] == [Span("themes/x/templates/m.html", 2)]


def test_a_template_that_is_right_names_those_it_asks_for():
    asking = "{% extends 'b.html' %}{% import 'm.html' as m %}{% include ['p.html', 'x:p.html'] %}"

    assert _renderer(asking).study("p.html") == Checked(("b.html", "m.html", "p.html", "x:p.html"))
    assert _renderer("{{ page.title }}").study("p.html") == Checked(())


def test_a_template_that_computes_a_name_may_ask_for_any():
    assert _renderer("{% include page.title %}").study("p.html") == Checked(None)


CARD = "{% macro card(view) %}({{ view.title }}){% endmacro %}"


def _shown_twice(template: str, *views: PageView) -> list[str]:
    renderer = _renderer(template, m=CARD)
    return [renderer.render("p.html", view).value.decode() for view in views]


def test_a_part_of_many_pages_says_of_each_value_what_the_value_says():
    template = "{% from 'm.html' import card %}{{ once(card, page) }}{{ once(card, page) }}"
    other = replace(PLAIN, title="<Other>")

    assert _shown_twice(template, PLAIN, other, PLAIN) == [
        "(A page)(A page)",
        "(&lt;Other&gt;)(&lt;Other&gt;)",
        "(A page)(A page)",
    ]


def test_a_part_tells_a_number_from_a_truth_and_from_a_text():
    template = (
        "{% from 's.html' import shown %}{% for v in [1, true, '1', -1, 0, false, '', none] %}"
        "{{ once(shown, v) }}{% endfor %}"
    )

    found = _text(template, s="{% macro shown(v) %}[{{ v }}]{% endmacro %}")

    assert found == "[1][True][1][-1][0][False][][None]"


def test_a_macro_of_the_page_itself_sees_each_page_anew():
    template = "{% macro own(word) %}{{ word }} {{ page.title }}{% endmacro %}{{ once(own, 'of') }}"
    other = replace(PLAIN, title="Another")

    assert _shown_twice(template, PLAIN, other) == ["of A page", "of Another"]


def test_a_part_is_printed_as_it_is_and_a_text_it_is_given_escaped():
    template = "{% from 'm.html' import card %}{{ once(card, {'title': '<i> & \"'}) }}"

    assert _text(template, m=CARD) == "(&lt;i&gt; &amp; &#34;)"


def test_a_part_that_fails_is_an_error_on_every_page():
    renderer = _renderer("{% from 'm.html' import card %}{{ once(card, page.crumbs) }}", m=CARD)

    found = [renderer.render("p.html", PLAIN).diagnostics for _ in range(2)]

    assert [[d.span for d in one] for one in found] == [[Span("themes/x/templates/m.html", 1)]] * 2
