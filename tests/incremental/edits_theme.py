"""Edits of themes: templates, macros, styles, scripts, words, options, and what is overridden."""

from pathlib import Path
from random import Random

from pavgen.files.builtin import builtin_themes
from tests.incremental.tree import Data
from tests.incremental.trial import Trial

_MINE = "themes/mine/"
_OVERRIDES = (
    "templates/partials/crumbs.html",
    "templates/partials/cards.html",
    "templates/partials/prose.html",
    "templates/directory/list.html",
    "templates/directory/home.html",
    "templates/hub/article.html",
    "templates/pavilion/home.html",
    "templates/base.html",
    "templates/errors/404.html",
    "assets/tokens.css",
    "assets/page.js",
    "assets/icon.svg",
    "assets/worker.js",
)
_WRONG = ("{% if %}", "{{ nothing_known }}", '{{ t("no-such-word") }}', "{{ 1 / 0 }}")
_WORDS = ("profile-website", "position", "footer-programme", "card-why", "js-none", "skip")


def template_changed(trial: Trial, random: Random) -> str:
    """Write something else into a template or partial of a theme."""
    path = random.choice(trial.tree.paths("themes/", ".html") or [""])
    if not path:
        return ""
    text, word = trial.tree.text(path), f"{random.randrange(1000)}"
    for mark in ("<p", "<div", "<h1", "<nav", "<li"):
        if mark in text:
            trial.tree.write(path, text.replace(mark, f'{mark} data-e="{word}"', 1))
            return f"{path} {mark} {word}"
    trial.tree.write(path, f"{text}{{# {word} #}}\n")
    return f"{path} comment {word}"


def macro_changed(trial: Trial, random: Random) -> str:
    """Change a macro that only templates of other names print."""
    text = f"<p>{{{{ words }}}} {random.randrange(1000)}.</p>"
    macro = f"{{% macro said(words) %}}{text}{{% endmacro %}}\n"
    trial.tree.write(f"{_MINE}templates/partials/said.html", macro)
    return text


def template_broken(trial: Trial, random: Random) -> str:
    """Make a mistake in a template: of its grammar, or one that shows when it is printed."""
    path = random.choice(trial.tree.paths("themes/", ".html") or [""])
    if not path:
        return ""
    wrong = random.choice(_WRONG)
    trial.tree.write(path, f"{trial.tree.text(path)}{wrong}\n")
    return f"{path} {wrong}"


def override_added(trial: Trial, random: Random) -> str:
    """Copy a file of the standard theme into the project, as it is or changed."""
    name = random.choice(_OVERRIDES)
    theme = random.choice(("mine", "mine", "standard"))
    data = builtin_themes().get(f"themes/standard/{name}")
    if data is None:
        return ""
    marks = {".html": b"{# our own #}\n", ".css": b"/* our own */\n", ".js": b"// our own\n"}
    mark = marks.get(Path(name).suffix, b"\n") if random.random() < 0.7 else b""
    trial.tree.write(f"themes/{theme}/{name}", data + mark)
    return f"themes/{theme}/{name} {'changed' if mark else 'the same'}"


def override_removed(trial: Trial, random: Random) -> str:
    """Remove a file of a theme; the one it stood before shows again, if there is one."""
    paths = [p for p in trial.tree.paths("themes/") if not p.endswith("theme.yaml")]
    if not paths:
        return ""
    path = random.choice(paths)
    trial.tree.remove(path)
    return path


def token_changed(trial: Trial, random: Random) -> str:
    """Change a custom property of a style sheet."""
    value = random.randrange(40)
    name = random.choice(("mine", "mine", "hall-mine"))
    trial.tree.write(f"{_MINE}assets/{name}.css", f":root {{ --corner: {value}px; }}\n")
    return f"{name} {value}"


def script_changed(trial: Trial, random: Random) -> str:
    """Change a script of the theme."""
    value = random.randrange(1000)
    trial.tree.write(f"{_MINE}assets/mine.js", f"export const mine = {value};\n")
    return str(value)


def word_changed(trial: Trial, random: Random) -> str:
    """Change a string of the interface, in English or in German."""
    locale, key = random.choice(("en", "en-GB", "de")), random.choice(_WORDS)
    theme, word = random.choice(("mine", "mine", "standard")), random.randrange(99)
    path = f"themes/{theme}/locales/{locale}.yaml"
    more = " {programme}" if key == "footer-programme" else ""
    known = trial.tree.text(path) if trial.tree.has(path) else ""
    kept = [line for line in known.splitlines() if not line.startswith(f"{key}:")]
    trial.tree.write(path, "\n".join([*kept, f'{key}: "Word {word}{more}"', ""]))
    return f"{path} {key} {word}"


def option_changed(trial: Trial, random: Random) -> str:
    """Set an option of a site's theme, or its theme, or its language."""
    path = random.choice(trial.tree.paths("content/sites/") or [""])
    site = trial.tree.record(path) if path else None
    if site is None:
        return ""
    choices: list[tuple[str, Data]] = [
        ("theme_options", {"accent": random.choice(("#0b5c50", "#123456", "#7a1f4b"))}),
        ("theme_options", {"letters": random.choice(("serif", "sans"))}),
        ("theme_options", {"scheme": random.choice(("auto", "dark", "light"))}),
        ("theme", random.choice(("mine", "standard"))),
        ("locale", random.choice(("en", "en-GB", "de"))),
    ]
    key, value = random.choice(choices)
    trial.tree.put(path, {**site, key: value})
    return f"{path} {key} {value}"


EDITS = {
    "template-changed": (6, template_changed),
    "macro-changed": (4, macro_changed),
    "template-broken": (2, template_broken),
    "override-added": (5, override_added),
    "override-removed": (3, override_removed),
    "token-changed": (4, token_changed),
    "script-changed": (2, script_changed),
    "word-changed": (4, word_changed),
    "theme-option": (5, option_changed),
}
