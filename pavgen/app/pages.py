"""A site's pages out of their views: remembered by view and template, or made by the cores."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import field, replace

from pavgen.app.means import Means, Room
from pavgen.app.themes import SiteKit
from pavgen.kernel.codec import Codec
from pavgen.kernel.diagnostics import Checked, Diagnostic
from pavgen.kernel.fingerprint import Fingerprints
from pavgen.kernel.memory import key_of
from pavgen.kernel.values import dataclass
from pavgen.plan.pages import Page, SitePlan
from pavgen.plan.structured import structured_data
from pavgen.plan.views import PageView
from pavgen.render.templates import Renderer

_NAMES = Codec(())
_WORTH_A_PROCESS = 100
"""Pages; a process takes about as long to begin as so many take to render."""


def render_pages(plan: SitePlan, kit: SiteKit, means: Means) -> Checked[dict[str, bytes]]:
    """Render every page of a site, by path; no page is returned where a template is at fault.

    A page follows from its view and its theme alone, so one that was made of the same view, by
    the same templates for the same site, is not made again. What it tells programs follows from
    the view too, and is worked out for the pages that are made.
    """
    renderer = kit.renderer(plan.base)
    templates = _Templates(kit, renderer, means)
    faults = templates.faults()
    if faults:
        return Checked({}, faults)
    keys = _keys(plan, templates)
    findings: list[Diagnostic] = []

    def make(pages: Sequence[Page]) -> list[bytes | None]:
        made: list[bytes | None] = []
        for page in pages:
            told = replace(page.view, structured=structured_data(page.view))
            answer = renderer.render(page.template, told)
            findings.extend(answer.diagnostics)
            made.append(None if answer.diagnostics else answer.value)
        return made

    room: Room[Page, bytes] = Room("page", make, bytes, bytes, _WORTH_A_PROCESS)
    found = means.answers(room, dict(zip(keys, plan.pages, strict=True)))
    files: dict[str, bytes] = {}
    for key, page in zip(keys, plan.pages, strict=True):
        data = found[key]
        if data is None and not findings:
            make([page])  # another process met the fault, and only the page came back
        files[page.path] = data or b""
    return Checked(files, tuple(dict.fromkeys(findings)))


def _keys(plan: SitePlan, templates: "_Templates") -> list[bytes]:
    """Return what each page depends on: its view, its templates, and what the site gives them."""
    recent = templates.means.recent
    views = _prints(plan, {} if recent is None else recent.views.get(plan.site, {}))
    if recent is not None:
        recent.views[plan.site] = views
    return [
        key_of(templates.shared, templates.closure(page.template), views[page.path][1])
        for page in plan.pages
    ]


def _prints(
    plan: SitePlan, before: Mapping[str, tuple[PageView, bytes]]
) -> dict[str, tuple[PageView, bytes]]:
    """Return each view with its fingerprint; one that equals the last build's has that one's.

    To compare two views takes a fraction of the time. A field of a view holds values of one type
    and no mappings, so equal ones cannot be told apart.
    """
    prints = Fingerprints()
    found = {}
    for page in plan.pages:
        known = before.get(page.path)
        if known is None or known[0] != page.view:
            known = page.view, prints.of(page.view)
        found[page.path] = known
    return found


@dataclass(slots=True)
class _Templates:
    """The templates of one site: their faults, and what each is made of."""

    kit: SiteKit
    renderer: Renderer
    means: Means
    shared: bytes = field(init=False)
    _named: Mapping[bytes, tuple[str, ...] | None] = field(init=False, default_factory=dict)
    _closures: dict[str, bytes] = field(init=False, default_factory=dict)

    def __post_init__(self) -> None:
        theme, words = self.kit.theme, self.kit.words
        seen = (theme.options, theme.assets, words.strings)
        self.shared = key_of(
            words.locale.encode(),
            self.renderer.base.encode(),
            *(json.dumps(dict(part), sort_keys=True).encode() for part in seen),
        )

    def faults(self) -> tuple[Diagnostic, ...]:
        """Compile each template that was never found sound; return what is wrong with any."""
        faults: list[Diagnostic] = []

        def make(names: Sequence[str]) -> list[tuple[str, ...] | None]:
            made: list[tuple[str, ...] | None] = []
            for name in names:
                studied = self.renderer.study(name)
                faults.extend(studied.diagnostics)
                named = _ALL if studied.value is None else studied.value
                made.append(None if studied.diagnostics else named)
            return made

        room = Room("template", make, _NAMES.write, _read_names)
        found = self.means.answers(room, {self._key(name): name for name in self._own()})
        self._named = found
        return tuple(dict.fromkeys(faults))

    def closure(self, template: str) -> bytes:
        """Return a digest of a template and of all that it extends, includes and imports."""
        if template not in self._closures:
            reached: set[str] = set()
            waiting = [template]
            while waiting:
                name = waiting.pop()
                if name not in reached:
                    reached.add(name)
                    waiting += self._asked_by(name)
            parts = (name.encode() + b"\0" + self._key(name) for name in sorted(reached))
            self._closures[template] = key_of(template.encode(), *parts)
        return self._closures[template]

    def _asked_by(self, name: str) -> Sequence[str]:
        texts = self.kit.theme.theme.templates
        if name not in texts:
            return ()
        plain = name.rpartition(":")[2]
        named = self._named.get(self._key(plain if texts.get(plain) == texts[name] else name))
        return sorted(texts) if named is None or named == _ALL else named

    def _own(self) -> list[str]:
        """Return the templates' names, without the second names that say whose they are.

        One that was replaced has only its second name.
        """
        texts = self.kit.theme.theme.templates
        plain = ((name, name.rpartition(":")[2]) for name in sorted(texts))
        return [name for name, own in plain if name == own or texts.get(own) != texts[name]]

    def _key(self, name: str) -> bytes:
        text = self.kit.theme.theme.templates.get(name, "")
        said = f"{self.kit.words.locale}\n{name}\n{text}"
        return key_of(said.encode("utf-8", "surrogatepass"))


_ALL = ("*",)
"""What is told of a template that computes the name of another: it may ask for any."""


def _read_names(data: bytes) -> tuple[str, ...]:
    return tuple(map(str, _NAMES.read_a(tuple, data)))
