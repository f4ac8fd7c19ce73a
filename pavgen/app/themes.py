"""A site's theme made ready: templates, strings in its language, and published assets."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial

from pavgen.app.load import Project
from pavgen.files.text import decode_text
from pavgen.files.yamldoc import parse_yaml
from pavgen.kernel.diagnostics import Checked, Diagnostic
from pavgen.kernel.suggest import did_you_mean
from pavgen.model.document import Node
from pavgen.plan.strings import PLAN_KEYS
from pavgen.plan.words import Words
from pavgen.render.cldr import plural_category
from pavgen.render.highlight import highlight_css
from pavgen.render.templates import Renderer
from pavgen.render.theme.fitting import SiteTheme, fit_theme
from pavgen.render.theme.loading import load_theme, strings_for


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
    words = Words(
        record.locale,
        strings_for(theme.value, record.locale),
        partial(plural_category, locale=record.locale),
    )
    missing = [key for key in PLAN_KEYS if not words.knows(key)]
    if missing:
        what = f"the theme `{record.theme}` lacks the string `{missing[0]}`"
        what += f" and {len(missing) - 1} more" if len(missing) > 1 else ""
        remedy = "let it extend `standard`, or add them to its locales/ folder"
        findings.append(Diagnostic(source.at("theme"), "theme-string-missing", what, remedy))
    return Checked(SiteKit(fitted.value, words), tuple(findings))


def _parse(path: str, data: bytes) -> Checked[Node | None]:
    text = decode_text(path, data)
    if text.value is None:
        return Checked(None, text.diagnostics)
    node = parse_yaml(path, text.value)
    return Checked(node.value, (*text.diagnostics, *node.diagnostics))
