"""`themes/<theme>/theme.yaml`: what a theme is built on and what a site may set of it."""

from pavgen.kernel.values import dataclass
from pavgen.model.schema.fields import Record, Source, defaulted, many, optional, required, sourced
from pavgen.model.schema.kinds import Choice, Pattern
from pavgen.model.schema.lists import ListOf, MapOf
from pavgen.model.schema.records import Table
from pavgen.model.schema.texts import Text

_THEME = Pattern(r"[a-z0-9]+(-[a-z0-9]+)*", "the name of a folder below themes/")
_STYLE = Pattern(r"[a-z0-9]+([./_-][a-z0-9]+)*\.css", "a style sheet below assets/")
_BUNDLE = r"[a-z0-9]+(-[a-z0-9]+)*"


@dataclass(frozen=True, slots=True, kw_only=True)
class ThemeOption(Record):
    """Something a site may set under `theme_options`."""

    kind: str = required(Choice(("colour", "text", "choice")), "what its value is")
    default: str = required(Text(most=200), "the value where a site sets none")
    choices: tuple[str, ...] = many(Text(most=40), "the values to choose from", 20)
    doc: str = required(Text(most=280), "what it changes")


@dataclass(frozen=True, slots=True, kw_only=True)
class ThemeManifest(Record):
    """A theme: templates, assets and strings, perhaps on top of another theme's."""

    name: str = required(Text(most=80), "the theme's name for people")
    extends: str | None = optional(_THEME, "the theme whose files this one adds to or replaces")
    styles: tuple[str, ...] = many(
        _STYLE, "style sheets that are joined into one, in this order, after those it extends"
    )
    sheets: tuple[tuple[str, tuple[str, ...]], ...] = defaulted(
        MapOf(ListOf(_STYLE), key=_BUNDLE, most=20),
        "further style sheets for pages that ask for them: `name: [a.css, b.css]` makes `name.css`",
        (),
    )
    options: tuple[tuple[str, ThemeOption], ...] = defaulted(
        MapOf(Table(lambda: ThemeOption), most=40), "what a site may set", ()
    )
    source: Source = sourced()
