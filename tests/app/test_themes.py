import pytest

from pavgen.app.load import load_project
from pavgen.app.themes import site_kit
from tests.plan.projects import SITE, files_of, partner, write


def kit_of(tmp_path, head="", theme=None):
    root = write(tmp_path, files_of(partner("alder"), theme or {}, main=head + SITE))
    loaded = load_project(root)
    assert loaded.ok, loaded.diagnostics
    return site_kit(loaded.value, "main")


def told(kit):
    return [(d.span.path, d.span.line, d.code, d.message) for d in kit.diagnostics]


def test_standard_theme_gives_words_styles_and_assets(tmp_path):
    kit = kit_of(tmp_path)

    assert kit.diagnostics == ()
    assert kit.value.words.locale == "en"
    assert all(path.startswith("assets/") for path in kit.value.assets)


def test_theme_nobody_has_is_an_error_at_its_name(tmp_path):
    kit = kit_of(tmp_path, "theme: standart\n")

    assert kit.value is None
    assert told(kit) == [
        (
            "content/sites/main.yaml",
            1,
            "theme-unknown",
            "there is no theme `standart`; did you mean `standard`?",
        )
    ]


@pytest.mark.parametrize(
    ("options", "code", "what"),
    [
        ("{akzent: '#ff0000'}", "theme-option", "the theme `standard` has no option `akzent`"),
        ("{accent: red-ish}", "theme-option-value", "`red-ish` is not a colour"),
        ("{scheme: sepia}", "theme-option-value", "unknown value `sepia`"),
    ],
)
def test_option_that_the_theme_does_not_take_is_an_error(tmp_path, options, code, what):
    (found,) = kit_of(tmp_path, f"theme_options: {options}\n").diagnostics

    assert (found.span.path, found.code, found.what) == ("content/sites/main.yaml", code, what)


def test_language_without_strings_is_an_error_at_the_locale(tmp_path):
    (found,) = kit_of(tmp_path, "locale: fi\n").diagnostics

    assert (found.span.line, found.code, found.what) == (
        1,
        "locale-unknown",
        "the theme `standard` has no strings in `fi`",
    )


def test_theme_that_extends_standard_replaces_its_words(tmp_path):
    theme = {
        "themes/mine/theme.yaml": "name: Mine\nextends: standard\n",
        "themes/mine/locales/en.yaml": "plan-all-partners: Everyone\n",
    }
    kit = kit_of(tmp_path, "theme: mine\n", theme)

    assert kit.diagnostics == ()
    assert kit.value.words.say("plan-all-partners") == "Everyone"
    assert kit.value.words.say("plan-not-found") != ""


def test_theme_of_its_own_without_words_is_told_and_gives_no_kit(tmp_path):
    theme = {
        "themes/mine/theme.yaml": "name: Mine\n",
        "themes/mine/locales/en.yaml": "plan-all-partners: Everyone\n",
    }
    kit = kit_of(tmp_path, "theme: mine\n", theme)

    assert kit.value is None
    assert [d.code for d in kit.diagnostics] == ["theme-string-missing"]


def test_string_with_a_place_that_nothing_fills_is_told_and_gives_no_kit(tmp_path):
    theme = {
        "themes/mine/theme.yaml": "name: Mine\nextends: standard\n",
        "themes/mine/locales/en.yaml": 'plan-title-type: "{label} of {planet}"\n',
    }
    kit = kit_of(tmp_path, "theme: mine\n", theme)

    assert kit.value is None
    assert [(d.code, d.what) for d in kit.diagnostics] == [
        ("theme-string", "the string `plan-title-type` asks for `planet`, which nothing fills")
    ]
