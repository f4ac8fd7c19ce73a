"""Templates into pages: the one module that knows the jinja2 library.

A template sees one view, `page`, and a few names: `t`, `asset`, `option`, `direction`,
`json_block`, `iframe_code`, `strings` (texts for a script), `qr` (an address to scan), `once`
(a part that many pages share). No template is ever made of data, everything printed is escaped
unless its type vouches for it, and a name that does not exist is an error and never an empty
space.
"""

import re
from collections.abc import Mapping
from datetime import date, datetime
from types import CodeType
from typing import ClassVar, Protocol

import jinja2
from jinja2 import BaseLoader, BytecodeCache, StrictUndefined, TemplateError, TemplateNotFound
from jinja2.bccache import Bucket
from jinja2.compiler import CodeGenerator, Frame
from jinja2.environment import Environment, Template
from jinja2.meta import find_referenced_templates
from jinja2.nodes import Expr
from jinja2.runtime import Context
from markupsafe import Markup, escape

from pavgen.kernel.canonical import canonical_json
from pavgen.kernel.diagnostics import Checked, DefectError, Diagnostic, Span
from pavgen.kernel.suggest import did_you_mean
from pavgen.plan.views import PageView
from pavgen.plan.words import Words
from pavgen.render import cldr
from pavgen.render.parts import Parts
from pavgen.render.qr import qr_code
from pavgen.render.theme.fitting import SiteTheme
from pavgen.render.theme.loading import Theme
from pavgen.security.markup import iframe_code, json_block

_BARRED_FILTERS = ("random", "safe", "xmlattr")
"""Chance has no place in output; the others print what nobody vouched for."""

_BARRED_GLOBALS = ("lipsum",)

_SPECIAL = re.compile("[&<>'\"]")

_FAILURES = (TemplateError, ArithmeticError, AttributeError, LookupError, TypeError, ValueError)
"""What a mistake in a template raises; anything else is a defect of ours."""


class Renderer:
    """The templates of one site, each compiled once, when it is first asked for."""

    def __init__(self, theme: SiteTheme, site_base_path: str, words: Words) -> None:
        """Prepare for a site whose pages stand below `site_base_path` (`/` or `/path/`)."""
        self._theme = theme
        self.base = site_base_path
        self._words = words
        self._said: dict[str, str] = {}
        self._scripted: dict[str, str] = {}
        self._parts = Parts()
        self._compiled = _Compiled(words.locale)
        self._environment = self._prepared()

    def render(self, template: str, page: PageView) -> Checked[bytes]:
        """Return the page; with findings, and no bytes, where the template is at fault."""
        try:
            html = self._environment.get_template(template).render(page=page)
        except _FAILURES as error:
            return Checked(b"", (self._finding(template, error),))
        return Checked(html.encode())

    def study(self, template: str) -> Checked[tuple[str, ...] | None]:
        """Compile a template; return the names of those it asks for, None if it computes one."""
        theme, environment = self._theme.theme, self._environment
        source, path = theme.templates[template], theme.paths[f"templates/{template}"]
        key = self._compiled.key(template, path, source)
        if key not in self._compiled.asks:
            try:
                syntax = environment.parse(source, template, path)
                code = environment.compile(syntax, template, path)
            except _FAILURES as error:
                return Checked(None, (self._finding(template, error),))
            names = set(find_referenced_templates(syntax))
            asks = None if None in names else tuple(sorted(filter(None, names)))
            self._compiled.take(key, code, asks)
        return Checked(self._compiled.asks[key])

    def _prepared(self) -> Environment:
        environment = _Environment(
            loader=_ThemeLoader(self._theme.theme),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            auto_reload=False,
            cache_size=-1,
            bytecode_cache=self._compiled,
        )
        for name in _BARRED_FILTERS:
            del environment.filters[name]
        for name in _BARRED_GLOBALS:
            del environment.globals[name]
        locale = self._words.locale
        environment.filters["date"] = lambda day: cldr.format_date(_day(day), locale)
        environment.filters["days"] = lambda first, last: cldr.format_days(
            _day(first), _day(last), locale
        )
        environment.filters["weekday"] = lambda day: cldr.format_weekday(_day(day), locale)
        environment.filters["shortday"] = lambda day: cldr.format_short_day(_day(day), locale)
        environment.filters["clock"] = lambda at: cldr.format_clock(_moment(at), locale)
        environment.filters["country"] = lambda code: cldr.country_name(code, locale)
        environment.filters["decimal"] = lambda n, digits=2: cldr.format_millionths(
            n, digits, locale
        )
        environment.filters["signed"] = lambda n, digits=2: cldr.format_millionths(
            n, digits, locale, signed=True
        )
        environment.filters["number"] = lambda n: cldr.format_number(n, locale)
        environment.globals |= {
            "t": self._say,
            "asset": self._asset,
            "option": self._option,
            "direction": cldr.direction(locale),
            "iframe_code": iframe_code,
            "json_block": json_block,
            "once": self._parts.once,
            "qr": qr_code,
            "strings": self._strings,
        }
        return environment

    def _say(self, key: str, **values: str | int) -> str:
        said = None if values else self._said.get(key)
        if said is not None:
            return said
        try:
            said = self._words.say(key, **values)
        except DefectError as error:
            raise jinja2.UndefinedError(str(error)) from error
        if not values:
            self._said[key] = said
        return said

    def _strings(self, start: str) -> str:
        if start not in self._scripted:
            self._scripted[start] = canonical_json(self._words.beginning(start))
        return self._scripted[start]

    def _asset(self, name: str) -> str:
        if name not in self._theme.assets:
            raise jinja2.UndefinedError(f"the theme has no asset `{name}`")
        return self.base + self._theme.assets[name]

    def _option(self, name: str) -> str:
        if name not in self._theme.options:
            raise jinja2.UndefinedError(f"the theme has no option `{name}`")
        return self._theme.options[name]

    def _finding(self, template: str, error: Exception) -> Diagnostic:
        paths = self._theme.theme.paths
        span = _place(error, paths) or Span(paths.get(f"templates/{template}", template))
        if isinstance(error, TemplateNotFound):
            what = f"there is no template `{error.name}`"
            remedy = did_you_mean(str(error.name), self._theme.theme.templates, list_up_to=0)
            return Diagnostic(span, "template-unknown", what, remedy)
        said = " ".join(str(error).split()).rstrip(".")
        if isinstance(error, jinja2.TemplateSyntaxError):
            remedy = "mend the template"
            return Diagnostic(span, "template-syntax", f"not a template: `{said}`", remedy)
        what = f"`{template}` cannot be rendered: `{said}`"
        return Diagnostic(span, "template-failed", what, "use what the view and the theme give")


class _Template(Template):
    """A template whose names are those of its environment, for every page."""

    def new_context(
        self,
        vars: dict[str, object] | None = None,  # noqa: A002 - the library's own names
        shared: bool = False,  # noqa: FBT001, FBT002 - and its order
        locals: Mapping[str, object] | None = None,  # noqa: A002 - the same
    ) -> Context:
        """Return what a page's template sees; the library's own looks for further names."""
        if shared or locals:
            return super().new_context(vars, shared, locals)
        seen = {**self.environment.globals, **(vars or {})}
        return self.environment.context_class(self.environment, seen, self.name, self.blocks)


class _Code(CodeGenerator):
    """The library's own Python, but what is printed goes through `printed`."""

    def _output_child_pre(self, node: Expr, frame: Frame, finalize: object) -> None:
        del node, finalize
        is_plain = frame.eval_ctx.autoescape and not frame.eval_ctx.volatile
        asked = "(escape if context.eval_ctx.autoescape else str)"
        self.write("environment.printed(" if is_plain else f"{asked}(")


class _Called(Protocol):
    """What a template may call: a macro, a method, one of the names it sees."""

    def __call__(self, *args: object, **named: object) -> object: ...


class _Context(Context):
    """A context that calls what a template names as it is: nothing here asks for the context.

    The library's own looks at everything called for marks that say so, and at every call.
    """

    def call(self, called: "_Called", /, *args: object, **named: object) -> object:
        """Call a macro, a method or one of the names that a template sees."""
        named.pop("_loop_vars", None)
        named.pop("_block_vars", None)
        return called(*args, **named)


class _Environment(Environment):
    """The library's own, without what a site's pages have no need of and pay for."""

    code_generator_class: type[CodeGenerator] = _Code
    context_class: type[Context] = _Context
    template_class = _Template

    @staticmethod
    def printed(value: object) -> str:
        """Return a value as HTML; most texts have nothing to escape, and stay what they are."""
        if type(value) is Markup or (type(value) is str and not _SPECIAL.search(value)):
            return value
        return escape(value)


class _Compiled(BytecodeCache):
    """Templates compiled once in a process, by text and locale, whatever site they are for.

    The locale matters because constants are filtered when a template is compiled. All else
    that a template sees is looked up when it is rendered. `asks` are the names of the templates
    that a studied one asks for, by its key; None where it computes one.
    """

    asks: ClassVar[dict[tuple[str, str, str], tuple[str, ...] | None]] = {}
    _codes: ClassVar[dict[tuple[str, str, str], CodeType]] = {}
    _most = 1000

    def __init__(self, locale: str) -> None:
        self._locale = locale

    def key(self, template: str, path: str, source: str) -> tuple[str, str, str]:
        """Return what a template's code is kept under."""
        return (
            self._locale,
            self.get_cache_key(template, path),
            self.get_source_checksum(source),
        )

    def take(self, key: tuple[str, str, str], code: CodeType, asks: tuple[str, ...] | None) -> None:
        """Keep the code that a template was compiled to, and what it asks for."""
        self._keep(key, code)
        self.asks[key] = asks

    def load_bytecode(self, bucket: Bucket) -> None:
        """Give a template the code that its text was compiled to, if it was."""
        code = self._codes.get((self._locale, bucket.key, bucket.checksum))
        if code is not None:
            bucket.code = code

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep what a template was compiled to."""
        if bucket.code is not None:
            self._keep((self._locale, bucket.key, bucket.checksum), bucket.code)

    def _keep(self, key: tuple[str, str, str], code: CodeType) -> None:
        if len(self._codes) >= self._most:
            self._codes.clear()
            self.asks.clear()
        self._codes[key] = code


class _ThemeLoader(BaseLoader):
    """Templates from memory that know the file they came from."""

    def __init__(self, theme: Theme) -> None:
        self._theme = theme

    def get_source(self, environment: Environment, template: str) -> tuple[str, str, None]:
        """Return text and path of a template."""
        del environment
        if template not in self._theme.templates:
            raise TemplateNotFound(template)
        return self._theme.templates[template], self._theme.paths[f"templates/{template}"], None


def _place(error: Exception, paths: Mapping[str, str]) -> Span | None:
    """Return the innermost line of a template that the error came through."""
    if isinstance(error, jinja2.TemplateSyntaxError) and error.filename:
        return Span(error.filename, error.lineno)
    files = set(paths.values())
    found = None
    trace = error.__traceback__
    while trace is not None:
        if trace.tb_frame.f_code.co_filename in files:
            found = Span(trace.tb_frame.f_code.co_filename, trace.tb_lineno)
        trace = trace.tb_next
    return found


def _day(day: object) -> date:
    if not isinstance(day, date):
        raise TypeError(f"`{day}` is not a date")
    return day


def _moment(moment: object) -> datetime:
    if not isinstance(moment, datetime):
        raise TypeError(f"`{moment}` is not a time")
    return moment
