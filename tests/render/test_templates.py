"""Templates into pages, and what is said of a template that is at fault."""

import pytest

from pavgen.kernel.diagnostics import Checked, Diagnostic, Span
from pavgen.model.schema.fields import Source
from pavgen.plan.views import FreePage, HtmlPart, ProseView
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


def _text(template: str, locale: str = "en") -> str:
    answer = _renderer(template, locale).render("p.html", PLAIN)
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
    found = _renderer(f"\n{template}").check()

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


def test_a_theme_that_is_right_passes_the_check():
    assert _renderer("{{ page.title }}").check() == ()
