"""A theme's files, gathered from the theme itself and from those it extends."""

from collections.abc import Callable, Mapping
from dataclasses import field

from pavgen.kernel.diagnostics import Checked, Diagnostic, Span
from pavgen.kernel.suggest import did_you_mean
from pavgen.kernel.values import dataclass
from pavgen.model.document import Entries, Node, Scalar
from pavgen.model.records.theme import ThemeManifest, ThemeOption
from pavgen.model.schema.decoding import Decoding, Rules
from pavgen.model.schema.records import decode_record

Parse = Callable[[str, bytes], Checked[Node | None]]

STYLE = "style.css"
"""The name templates give to the one style sheet that every page loads."""


@dataclass(frozen=True, slots=True)
class Theme:
    """A theme with all it inherits.

    `templates` and `assets` are keyed by their path below `templates/` and `assets/`, `paths`
    gives the source file of each by `templates/<name>` or `assets/<name>`. A template stands
    under `<theme>:<name>` as well, so that one that replaces another can extend it. `strings`
    are by locale; `styles` name the assets that are joined into the site's style sheet, those
    of the theme that is built on first. `sheets` does the same for each further sheet, which
    only the pages load whose template asks for it.
    """

    name: str
    templates: Mapping[str, str]
    assets: Mapping[str, bytes]
    paths: Mapping[str, str]
    strings: Mapping[str, Mapping[str, str]]
    styles: tuple[str, ...]
    options: Mapping[str, ThemeOption]
    sheets: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


def load_theme(
    name: str, sources: Mapping[str, bytes], parse: Parse, asked_at: Span
) -> Checked[Theme | None]:
    """Gather the theme `name` from `sources`, project paths (`themes/<theme>/…`) to bytes.

    `parse` reads YAML; `asked_at` is where the site names its theme. The value is None where
    a theme of the chain is missing or its manifest could not be read.
    """
    loading = _Loading(sources, parse, [])
    chain = loading.chain(name, asked_at)
    if chain is None:
        return Checked(None, tuple(loading.notes))
    theme = loading.joined(name, chain)
    return Checked(theme, tuple(loading.notes))


def strings_for(theme: Theme, locale: str) -> dict[str, str]:
    """Return the strings of a language tag; `pt-BR` takes what it lacks from `pt`, then `en`."""
    found: dict[str, str] = {}
    for tag in ("en", locale.partition("-")[0], locale):
        found |= theme.strings.get(tag, {})
    return found


def _present(styles: tuple[str, ...], assets: Mapping[str, bytes]) -> tuple[str, ...]:
    return tuple(style for style in styles if style in assets)


@dataclass(frozen=True, slots=True)
class _Loading:
    sources: Mapping[str, bytes]
    parse: Parse
    notes: list[Diagnostic]

    def chain(self, name: str, asked_at: Span) -> list[tuple[str, ThemeManifest]] | None:
        """Return folder and manifest of each theme, the one all others build on first."""
        found: list[tuple[str, ThemeManifest]] = []
        wanted: str | None = name
        while wanted is not None:
            if wanted in [folder for folder, _ in found]:
                what = f"the theme `{wanted}` extends itself by way of others"
                self._error(asked_at, "theme-circle", what, "remove one `extends`")
                return None
            manifest = self._manifest(wanted, asked_at)
            if manifest is None:
                return None
            found.insert(0, (wanted, manifest))
            asked_at, wanted = manifest.source.at("extends"), manifest.extends
        return found

    def _manifest(self, name: str, asked_at: Span) -> ThemeManifest | None:
        path = f"themes/{name}/theme.yaml"
        if path not in self.sources:
            what = f"there is no theme `{name}`"
            remedy = did_you_mean(name, self._themes()) or f"add `{path}`"
            self._error(asked_at, "theme-unknown", what, remedy)
            return None
        parsed = self.parse(path, self.sources[path])
        self.notes.extend(parsed.diagnostics)
        if not parsed.ok:
            return None
        into = Decoding(path, Rules())
        manifest = decode_record(ThemeManifest, parsed.value, into)
        self.notes.extend(into.diagnostics)
        return None if into.diagnostics else manifest

    def _themes(self) -> set[str]:
        paths = (path.split("/") for path in self.sources)
        return {parts[1] for parts in paths if parts[0] == "themes" and parts[2:] == ["theme.yaml"]}

    def joined(self, name: str, chain: list[tuple[str, ThemeManifest]]) -> Theme:
        """Lay the themes of the chain over each other."""
        templates: dict[str, str] = {}
        assets: dict[str, bytes] = {}
        paths: dict[str, str] = {}
        strings: dict[str, dict[str, str]] = {}
        options: dict[str, ThemeOption] = {}
        styles: tuple[str, ...] = ()
        sheets: dict[str, tuple[str, ...]] = {}
        for folder, manifest in chain:
            self._add_templates(folder, templates, paths)
            self._add_assets(folder, assets, paths)
            self._add_strings(folder, strings)
            options |= dict(manifest.options)
            styles = tuple(dict.fromkeys((*styles, *manifest.styles)))
            for sheet, parts in manifest.sheets:
                sheets[sheet] = tuple(dict.fromkeys((*sheets.get(sheet, ()), *parts)))
            self._note_missing_styles(manifest, assets)
            self._note_taken_names(manifest, sheets, assets)
        present = _present(styles, assets)
        made = {sheet: _present(parts, assets) for sheet, parts in sheets.items()}
        return Theme(name, templates, assets, paths, strings, present, options, made)

    def _add_templates(self, folder: str, templates: dict[str, str], paths: dict[str, str]) -> None:
        for name, path in self._files(folder, "templates"):
            text = self._text(path)
            for key in (name, f"{folder}:{name}"):
                templates[key], paths[f"templates/{key}"] = text, path

    def _add_assets(self, folder: str, assets: dict[str, bytes], paths: dict[str, str]) -> None:
        for name, path in self._files(folder, "assets"):
            assets[name], paths[f"assets/{name}"] = self.sources[path], path

    def _add_strings(self, folder: str, strings: dict[str, dict[str, str]]) -> None:
        for name, path in self._files(folder, "locales"):
            locale, dot, kind = name.rpartition(".")
            if dot and kind == "yaml":
                strings.setdefault(locale, {}).update(self._strings(path))

    def _strings(self, path: str) -> dict[str, str]:
        parsed = self.parse(path, self.sources[path])
        self.notes.extend(parsed.diagnostics)
        if parsed.value is None or not isinstance(parsed.value, Entries):
            return {}
        found: dict[str, str] = {}
        for key, value in parsed.value:
            if isinstance(value, Scalar):
                found[key.text] = value.text
            else:
                what = f"the string `{key.text}` is not a text"
                self._error(value.span, "theme-string", what, "write `key: text`, one on a line")
        return found

    def _files(self, folder: str, kind: str) -> list[tuple[str, str]]:
        start = f"themes/{folder}/{kind}/"
        return [(p.removeprefix(start), p) for p in sorted(self.sources) if p.startswith(start)]

    def _text(self, path: str) -> str:
        try:
            return self.sources[path].decode("utf-8").removeprefix("\ufeff")
        except UnicodeDecodeError:
            what, remedy = "the template is not UTF-8", "save it as UTF-8 in your editor"
            self._error(Span(path), "theme-encoding", what, remedy)
            return ""

    def _note_missing_styles(self, manifest: ThemeManifest, assets: Mapping[str, bytes]) -> None:
        named = [("styles", manifest.styles)]
        named += [(f"sheets.{sheet}", parts) for sheet, parts in manifest.sheets]
        for key, styles in named:
            for index, style in enumerate(styles):
                if style not in assets:
                    known = [name for name in assets if name.endswith(".css")]
                    remedy = did_you_mean(style, known) or f"add it as `assets/{style}`"
                    span = manifest.source.at(f"{key}[{index}]")
                    self._error(span, "theme-style", f"there is no style sheet `{style}`", remedy)

    def _note_taken_names(
        self,
        manifest: ThemeManifest,
        sheets: Mapping[str, tuple[str, ...]],
        assets: Mapping[str, bytes],
    ) -> None:
        """Tell of a further sheet whose name another sheet has that is no part of it."""
        for sheet, _ in manifest.sheets:
            made = f"{sheet}.css"
            if made == STYLE or (made in assets and made not in sheets[sheet]):
                span = manifest.source.at(f"sheets.{sheet}")
                what = f"another style sheet is named `{made}`"
                self._error(span, "theme-style", what, "choose another name")

    def _error(self, span: Span, code: str, what: str, remedy: str) -> None:
        self.notes.append(Diagnostic(span, code, what, remedy))
