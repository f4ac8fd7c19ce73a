"""Themes: templates, assets, strings and options, read from the project and fitted to a site."""

from pavgen.render.theme.fitting import SiteTheme, fit_theme
from pavgen.render.theme.loading import Theme, load_theme, strings_for

__all__ = ["SiteTheme", "Theme", "fit_theme", "load_theme", "strings_for"]
