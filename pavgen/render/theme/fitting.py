"""A theme fitted to one site: its options decided, its assets ready to be written."""

from collections.abc import Iterable, Iterator, Mapping

from pavgen.kernel.diagnostics import Checked, Diagnostic, Severity, Span
from pavgen.kernel.suggest import did_you_mean
from pavgen.kernel.values import dataclass
from pavgen.model.records.theme import ThemeOption
from pavgen.model.schema.fields import Source
from pavgen.render.theme.assets import Assets
from pavgen.render.theme.colours import colour_properties, read_colour
from pavgen.render.theme.contrast import GRAPHIC, Contrast, contrasts, lost_on_paper, spoken
from pavgen.render.theme.loading import STYLE, Theme

FONTS = "fonts/"
"""Fonts are published where a style sheet asks for them; others are for drawing pictures."""


@dataclass(frozen=True, slots=True)
class SiteTheme:
    """A theme as one site uses it.

    `options` holds a value for each option of the theme; `assets` maps a name that templates
    use to its path in the site, `files` that path to its bytes; `contrasts` are those of the
    theme's colours in this site.
    """

    theme: Theme
    options: Mapping[str, str]
    assets: Mapping[str, str]
    files: Mapping[str, bytes]
    contrasts: tuple[Contrast, ...] = ()


def fit_theme(
    theme: Theme, values: Iterable[tuple[str, str]], site: Source, code_css: str = ""
) -> Checked[SiteTheme]:
    """Decide the options from a site's `theme_options` and publish the theme's assets.

    Colour options become custom properties at the head of the style sheet that every page
    loads, before `code_css` (the colours of highlighted code) and the theme's own sheets.
    Each further sheet is published under its own name.
    """
    given, notes = dict(values), []
    for name in given:
        if name not in theme.options:
            what = f"the theme `{theme.name}` has no option `{name}`"
            remedy = did_you_mean(name, theme.options) or "remove it"
            span = site.at(f"theme_options.{name}")
            notes.append(Diagnostic(span, "theme-option", what, remedy, f"theme_options.{name}"))
    chosen = {}
    for name, option in theme.options.items():
        problem = _problem(option, given.get(name, option.default))
        if problem:
            at = f"theme_options.{name}"
            notes.append(Diagnostic(site.at(at), "theme-option-value", *problem, at))
        chosen[name] = option.default if problem else given.get(name, option.default)
    properties = _properties(theme, chosen)
    assets = _published(theme, _rule(properties) + code_css)
    sheets = "\n".join(theme.assets[style].decode("utf-8", "replace") for style in theme.styles)
    found = contrasts(sheets, properties)
    notes += [*_pale_options(theme, given, site), *_pale_colours(theme, found)]
    fitted = SiteTheme(theme, chosen, assets.names, assets.files, found)
    return Checked(fitted, tuple(notes + assets.notes))


def _pale_options(theme: Theme, given: Mapping[str, str], site: Source) -> Iterator[Diagnostic]:
    """Warn of a colour a site chose whose bands and buttons do not stand out on light pages."""
    for name, value in given.items():
        option = theme.options.get(name)
        colour = read_colour(value) if option and option.kind == "colour" else None
        if colour is not None and (tenths := lost_on_paper(colour)):
            what = f"`{value}` has a contrast of {spoken(tenths)} to 1 with light pages"
            remedy = f"buttons and bands need {spoken(GRAPHIC)}: choose a darker shade"
            at = f"theme_options.{name}"
            yield Diagnostic(site.at(at), "theme-contrast", what, remedy, at, Severity.WARNING)


def _pale_colours(theme: Theme, found: Iterable[Contrast]) -> Iterator[Diagnostic]:
    """Warn of a colour of the theme itself that cannot be read on one of its grounds."""
    for colour in found:
        if not colour.is_enough:
            pair = f"{spoken(colour.light_ratio)} on light and {spoken(colour.dark_ratio)} on dark"
            what = f"`--{colour.name}` has a contrast of {pair} pages"
            remedy = f"WCAG AA asks for {spoken(colour.needed)} to 1"
            span = Span(f"themes/{theme.name}/theme.yaml")
            yield Diagnostic(span, "theme-contrast", what, remedy, "", Severity.WARNING)


def _problem(option: ThemeOption, value: str) -> tuple[str, str] | None:
    match option.kind:
        case "colour" if read_colour(value) is None:
            return f"`{value}` is not a colour", "write it as `#rrggbb`"
        case "choice" if value not in option.choices:
            return f"unknown value `{value}`", did_you_mean(value, option.choices)
        case _:
            return None


def _properties(theme: Theme, chosen: Mapping[str, str]) -> dict[str, str]:
    found: dict[str, str] = {}
    for name, option in theme.options.items():
        colour = read_colour(chosen[name]) if option.kind == "colour" else None
        if colour is not None:
            found |= colour_properties(name, colour)
    return found


def _rule(properties: Mapping[str, str]) -> str:
    return ":root{" + "".join(f"{name}:{value};" for name, value in properties.items()) + "}\n"


def _published(theme: Theme, head: str) -> Assets:
    assets = Assets(theme.assets, theme.paths)
    sheets = b"\n".join(assets.rewritten(style) for style in theme.styles)
    assets.publish(STYLE, head.encode() + sheets)
    joined = {*theme.styles}
    for sheet, parts in theme.sheets.items():
        assets.publish(f"{sheet}.css", b"\n".join(assets.rewritten(part) for part in parts))
        joined.update(parts)
    for name in theme.assets:
        if name not in joined and not name.startswith(FONTS):
            assets.add(name)
    return assets
