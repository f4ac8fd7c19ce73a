"""A site's theme made ready: templates, strings in its language, and published assets."""

from collections.abc import Mapping
from functools import partial

from pavgen.app.load import Project
from pavgen.files.builtin import builtin_themes
from pavgen.files.text import decode_text
from pavgen.files.yamldoc import parse_yaml
from pavgen.kernel.diagnostics import Checked, DefectError, Diagnostic, Span
from pavgen.kernel.suggest import did_you_mean
from pavgen.kernel.values import dataclass
from pavgen.model.document import Node
from pavgen.plan.strings import PLAN_KEYS, places_of
from pavgen.plan.words import Words
from pavgen.render.cldr import country_name, format_date, format_number, plural_category
from pavgen.render.highlight import highlight_css
from pavgen.render.templates import Renderer
from pavgen.render.theme.fitting import SiteTheme, fit_theme
from pavgen.render.theme.loading import Theme, load_theme, strings_for

_STANDARD = "standard"


@dataclass(frozen=True, slots=True)
class SiteKit:
    """What one site is rendered with."""

    theme: SiteTheme
    words: Words

    @property
    def assets(self) -> Mapping[str, bytes]:
        """Return the theme's published files by their path in the site."""
        return self.theme.files

    def renderer(self, base: str) -> Renderer:
        """Prepare the templates for a site served below `base`."""
        return Renderer(self.theme, base, self.words)


def site_kit(project: Project, site: str) -> Checked[SiteKit | None]:
    """Load and fit the theme that a site asks for."""
    record = project.programme.sites[site]
    source = record.source
    theme = load_theme(record.theme, project.themes, _parse, source.at("theme"))
    if theme.value is None:
        return Checked(None, theme.diagnostics)
    findings = list(theme.diagnostics)
    language = record.locale.partition("-")[0]
    known = theme.value.strings
    if record.locale not in known and language not in known:
        what = f"the theme `{record.theme}` has no strings in `{record.locale}`"
        remedy = did_you_mean(record.locale, known) or "add them to its locales/ folder"
        span = source.at("locale")
        findings.append(Diagnostic(span, "locale-unknown", what, remedy, "locale"))
    fitted = fit_theme(theme.value, record.theme_options, source, highlight_css())
    findings += fitted.diagnostics
    words = _words(theme.value, record.locale)
    wrong = _strings_wrong(words, record.theme, source.at("theme"))
    if wrong:
        return Checked(None, (*findings, *wrong))
    return Checked(SiteKit(fitted.value, words), tuple(findings))


def standard_words(locale: str = "en") -> Words:
    """Return the built-in theme's words, for what is told outside of any site."""
    theme = load_theme(_STANDARD, builtin_themes(), _parse, Span("")).value
    if theme is None:
        raise DefectError(f"the built-in theme `{_STANDARD}` cannot be read")
    return _words(theme, locale)


def _words(theme: Theme, locale: str) -> Words:
    return Words(
        locale,
        strings_for(theme, locale),
        partial(plural_category, locale=locale),
        partial(format_number, locale=locale),
        partial(country_name, locale=locale),
        partial(format_date, locale=locale),
    )


def _strings_wrong(words: Words, theme: str, span: Span) -> list[Diagnostic]:
    """Find the plan's strings that are missing or that ask for what it does not give."""
    found = []
    missing = [key for key in PLAN_KEYS if not words.knows(key)]
    if missing:
        what = f"the theme `{theme}` lacks the string `{missing[0]}`"
        what += f" and {len(missing) - 1} more" if len(missing) > 1 else ""
        remedy = "let it extend `standard`, or add them to its locales/ folder"
        found.append(Diagnostic(span, "theme-string-missing", what, remedy))
    asked = words.asks()
    for key in PLAN_KEYS:
        for name in sorted(asked.get(key, frozenset()) - frozenset(places_of(key))):
            what = f"the string `{key}` asks for `{name}`, which nothing fills"
            given = ", ".join(f"`{{{place}}}`" for place in places_of(key))
            remedy = f"use {given}" if given else "write it without braces"
            found.append(Diagnostic(span, "theme-string", what, remedy))
    return found


def _parse(path: str, data: bytes) -> Checked[Node | None]:
    text = decode_text(path, data)
    if text.value is None:
        return Checked(None, text.diagnostics)
    node = parse_yaml(path, text.value)
    return Checked(node.value, (*text.diagnostics, *node.diagnostics))
