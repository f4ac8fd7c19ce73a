"""A theme fitted to a site: options decided, assets named by their content."""

from pavgen.kernel.diagnostics import Diagnostic, Span
from pavgen.model.schema.fields import Source
from pavgen.render.theme import fit_theme
from tests.render.themes import theme

OPTIONS = """\
name: X
styles: [a.css]
options:
  accent: {kind: colour, default: "#004080", doc: the colour}
  letters: {kind: choice, default: serif, choices: [serif, sans], doc: the letters}
"""
SITE = Source(
    "content/sites/main.yaml",
    {
        "theme_options.accent": Span("content/sites/main.yaml", 5, 11),
        "theme_options.acent": Span("content/sites/main.yaml", 6, 10),
        "theme_options.letters": Span("content/sites/main.yaml", 7, 12),
    },
)


def _style(values: tuple[tuple[str, str], ...] = (), **assets: str) -> str:
    files = {f"x/assets/{name.replace('_', '.')}": text for name, text in assets.items()}
    fitted = fit_theme(theme("x", {"x/theme.yaml": OPTIONS, **files}), values, SITE).value
    return fitted.files[fitted.assets["style.css"]].decode()


def test_options_take_the_value_of_the_site_or_their_default():
    fitted = fit_theme(
        theme("x", {"x/theme.yaml": OPTIONS, "x/assets/a.css": ""}), [("letters", "sans")], SITE
    )

    assert fitted.diagnostics == ()
    assert fitted.value.options == {"accent": "#004080", "letters": "sans"}


def test_a_colour_becomes_custom_properties_before_the_sheets():
    head, _, rest = _style((("accent", "#ff0"),), a_css="b{color:var(--accent)}").partition("\n")

    assert head.startswith(":root{--accent:#ffff00;--accent-text:#000000;")
    assert rest == "b{color:var(--accent)}"


def test_an_unknown_option_is_an_error_with_a_suggestion():
    loaded = theme("x", {"x/theme.yaml": OPTIONS, "x/assets/a.css": ""})

    assert fit_theme(loaded, [("acent", "#000")], SITE).diagnostics == (
        Diagnostic(
            Span("content/sites/main.yaml", 6, 10),
            "theme-option",
            "the theme `x` has no option `acent`",
            "did you mean `accent`?",
            "theme_options.acent",
        ),
    )


def test_a_bad_value_is_an_error_and_the_default_stands_in():
    loaded = theme("x", {"x/theme.yaml": OPTIONS, "x/assets/a.css": ""})

    fitted = fit_theme(loaded, [("accent", "red;}"), ("letters", "sand")], SITE)

    assert [(d.span.line, d.message) for d in fitted.diagnostics] == [
        (5, "`red;}` is not a colour; write it as `#rrggbb`"),
        (7, "unknown value `sand`; did you mean `sans`?"),
    ]
    assert fitted.value.options == {"accent": "#004080", "letters": "serif"}


def test_the_name_of_an_asset_changes_with_its_content():
    files = {"x/theme.yaml": "name: X\n", "x/assets/img/mark.svg": "<svg/>"}
    before = fit_theme(theme("x", files), (), SITE).value.assets
    after = fit_theme(theme("x", files | {"x/assets/img/mark.svg": "<svg />"}), (), SITE).value

    assert before["img/mark.svg"] == "assets/mark.d4dc5666.svg"
    assert after.assets["img/mark.svg"] != before["img/mark.svg"]
    assert after.assets["style.css"] == before["style.css"]


def test_references_of_a_sheet_lead_to_published_names():
    files = {
        "x/theme.yaml": "name: X\nstyles: [css/a.css]\n",
        "x/assets/css/a.css": 'a{mask:url( "../img/mark.svg#x" )}\nb{mask:url(../img/mark.svg)}',
        "x/assets/img/mark.svg": "<svg/>",
    }

    fitted = fit_theme(theme("x", files), (), SITE)

    assert fitted.diagnostics == ()
    assert fitted.value.files[fitted.value.assets["style.css"]].decode() == (
        ':root{}\na{mask:url("mark.d4dc5666.svg#x")}\nb{mask:url("mark.d4dc5666.svg")}'
    )


def test_references_that_lead_nowhere_or_elsewhere_are_errors_with_their_line():
    files = {
        "x/theme.yaml": "name: X\nstyles: [a.css]\n",
        "x/assets/a.css": (
            "/* url(comment.png)\n*/\na{background:url(gone.png)}\n"
            "b{background:url(https://cdn.example/x.png)}\nc{background:url(data:image/png,x)}\n"
            "d{fill:url(#gradient)}\ne{background:url(//cdn.example/x.png)}\n"
        ),
    }

    found = fit_theme(theme("x", files), (), SITE).diagnostics

    assert [(d.code, d.span.path, d.span.line) for d in found] == [
        ("theme-asset", "themes/x/assets/a.css", line) for line in (3, 4, 5, 7)
    ]


def test_an_import_is_an_error_because_sheets_are_joined():
    files = {
        "x/theme.yaml": "name: X\n",
        "x/assets/a.css": "@import 'b.css';",
        "x/assets/b.css": "",
    }

    found = fit_theme(theme("x", files), (), SITE).diagnostics

    assert [d.message for d in found] == [
        "`@import` has no effect here; name the sheet under `styles`"
    ]


def test_a_sheet_that_refers_to_itself_is_an_error():
    files = {"x/theme.yaml": "name: X\n", "x/assets/a.css": "a{mask:url(a.css)}"}

    found = fit_theme(theme("x", files), (), SITE).diagnostics

    assert [d.what for d in found] == ["`a.css` refers to itself"]


def test_a_further_sheet_is_published_whole_and_its_parts_are_not():
    files = {
        "x/theme.yaml": "name: X\nstyles: [a.css]\nsheets: {fair: [fair.css, c.css]}\n",
        "x/assets/a.css": "a{}",
        "x/assets/fair.css": "b{background:url(mark.svg)}",
        "x/assets/c.css": "c{}",
        "x/assets/mark.svg": "<svg/>",
    }
    fitted = fit_theme(theme("x", files), (), SITE).value

    assert sorted(fitted.assets) == ["fair.css", "mark.svg", "style.css"]
    mark = fitted.assets["mark.svg"].rpartition("/")[2]
    assert fitted.files[fitted.assets["fair.css"]].decode() == (
        f'b{{background:url("{mark}")}}\nc{{}}'
    )
    assert fitted.files[fitted.assets["style.css"]].decode().endswith("\na{}")
