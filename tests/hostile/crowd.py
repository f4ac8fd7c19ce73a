"""Projects full of hostile partners, from which every refused word has been taken out again."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from pavgen.app.build import Made, make_loaded
from pavgen.app.load import load_tree
from pavgen.app.means import Means
from pavgen.kernel.diagnostics import Checked, Diagnostic, Severity
from pavgen.model.showing import Showing
from pavgen.model.tree import SourceTree
from tests.events import EVENT, FLOORPLAN
from tests.hostile.payloads import ABOUTS
from tests.hostile.writing import Said, Sheet, Spot, Words, front, listing
from tests.plan.projects import DAY, PROGRAM, files_of, page

BOOTHS = ("a1", "a2", "a3", "b1", "b2", "b3")
FORMER = 3
"""So many partners had another slug once."""

_ROUNDS = 12
_POLICY = """\
groups:
  main: {strategy: balanced, period: week, seed: {source: A beacon, value: beef}}
opportunities:
  directory-list: {title: All partners, rationale: Turns., group: main}
  front-row: {title: In front, rationale: Turns., group: main, slots: 3}
"""
_SITE = """\
title: Fernholt Network
summary: Find a partner.
base_url: https://partners.fernholt.example/
locale: en-GB
why: how
search: SEARCH
social_cards: CARDS
csp_meta: POLICY
contact: {form: netlify}
embed: {allow: [https://www.fernholt.example]}
menus: {main: [{label: Partners, to: /}, {label: Notes, to: /notes/}]}
sections:
  - {kind: directory, path: /, spotlight: front-row}
  - {kind: showcase, path: /solutions/}
  - {kind: hub, path: /notes/, hub: notes, rows: [front-row]}
  - {kind: pavilion, path: /fair/, event: fair}
  - {kind: fairness, path: /placement/}
  - {kind: pages, path: /pages/}
"""


@dataclass(frozen=True)
class Crowd:
    """What goes into a project: a partner for each of `words`, staff's records for `staff`.

    `drawings` and `pictures` become logos in turn; `parts` are texts within about pages.
    """

    words: Sequence[Words]
    staff: Sequence[str]
    drawings: Sequence[bytes] = ()
    pictures: Sequence[bytes] = ()
    parts: Sequence[str] = ABOUTS
    search: bool = True
    cards: bool = False
    policy: bool = False


@dataclass
class Hostile:
    """A built project with what was said in it, and what was refused and how."""

    made: Checked[Made]
    said: list[Said]
    refused: list[tuple[Said, Diagnostic]] = field(default_factory=list)
    other: list[Diagnostic] = field(default_factory=list)
    """Refusals of whole files: logos and about pages."""
    files: dict[str, bytes] = field(default_factory=dict)
    sources: dict[str, bytes] = field(default_factory=dict)


def built(crowd: Crowd, means: Means | None = None) -> Hostile:
    """Write the project, take out what is refused until nothing is, and build it in memory."""
    barred: set[Spot] = set()
    hostile = Hostile(Checked(Made(_nothing())), [])
    errors: list[Diagnostic] = []
    for _ in range(_ROUNDS):
        sheets, files = _written(crowd, frozenset(barred))
        sources = dict(sorted((path, _bytes(text)) for path, text in files.items()))
        loaded = load_tree(Checked(SourceTree(sources)), means=means)
        errors = [d for d in loaded.diagnostics if d.severity is Severity.ERROR]
        if not errors:
            hostile.made = make_loaded(loaded, Showing(DAY), means=means)
            assert hostile.made.ok, [(d.span, d.message) for d in hostile.made.diagnostics][:10]
            hostile.said = [said for sheet in sheets for said in sheet.said]
            hostile.sources = sources
            [site] = hostile.made.value.sites
            hostile.files = dict(site.files)
            return hostile
        known = len(barred)
        _bar(hostile, sheets, errors, barred)
        assert len(barred) > known, [(d.span, d.message) for d in errors][:10]
    raise AssertionError([(d.span, d.message) for d in errors][:10])


def slug_of(number: int) -> str:
    """Return the slug of a partner by its number."""
    return f"h-{number:04d}"


def _bar(
    hostile: Hostile, sheets: Sequence[Sheet], errors: Sequence[Diagnostic], barred: set[Spot]
) -> None:
    """Note which words the errors are of; an error of no word is of a logo or an about page."""
    lines = {(said.path, said.line): said for sheet in sheets for said in sheet.said}
    for error in errors:
        said = lines.get((error.span.path, error.span.line))
        if said is not None:
            if (said.path, said.spot) not in barred:
                hostile.refused.append((said, error))
            barred.add((said.path, said.spot))
            if not error.field:  # the file could not be read any further
                barred |= {
                    (said.path, other.spot)
                    for other in lines.values()
                    if other.path == said.path
                    and (said.text in other.text or other.text in said.text)
                }
        else:
            if (error.span.path, "") not in barred:
                hostile.other.append(error)
            barred.add((error.span.path, ""))


def _written(crowd: Crowd, barred: frozenset[Spot]) -> tuple[list[Sheet], dict[str, str | bytes]]:
    sheets = []
    files: dict[str, str | bytes] = {}
    count = len(crowd.words)
    for number, words in enumerate(crowd.words):
        slug = slug_of(number)
        after = tuple(slug_of((number + step) % count) for step in (1, 2))
        before = tuple(slug_of((number - step) % count) for step in (1, 2))
        sheet = listing(slug, words, after, before, barred)
        for name, data in _logos(crowd, number):
            path = f"partners/{slug}/{name}"
            if (path, "") not in barred:
                files[path] = data
                sheet.plain(f"{'logo_dark' if 'dark' in name else 'logo'}: {name}")
        sheets.append(sheet)
        about = f"partners/{slug}/about.md"
        if (about, "") not in barred:
            files[about] = crowd.parts[number % len(crowd.parts)].replace("{}", words.text)
        standing = f"id: p-{number}\nstatus: active\ntier: {'gold' if number % 3 else 'silver'}\njoined: 2024-01-01\n"
        former = f"aliases: [was-{number}]\n" if number < FORMER else ""
        files[f"content/standing/{slug}.yaml"] = standing + former
    sheets += [*_staff(crowd, barred), _agenda(crowd, barred)]
    files |= {sheet.path: sheet.text for sheet in sheets}
    main = _SITE
    switches = {"SEARCH": crowd.search, "CARDS": crowd.cards, "POLICY": crowd.policy}
    for mark, is_on in switches.items():
        main = main.replace(mark, str(is_on).lower())
    files |= files_of(page("how", "By turns."), program=PROGRAM, policy=_POLICY, main=main)
    files |= {
        "content/events/fair/event.yaml": _event(count),
        "content/events/fair/floorplan.yaml": FLOORPLAN,
        "content/events/fair/index.md": "Come and see.\n",
        "content/hubs/notes/index.md": "---\ntitle: Notes\nsummary: What we learned.\n"
        "topics: [{id: law, label: Law}]\n---\n",
    }
    return sheets, files


def _logos(crowd: Crowd, number: int) -> Iterator[tuple[str, bytes]]:
    if crowd.pictures and number % 4 == 3:
        yield "logo.png", crowd.pictures[number // 4 % len(crowd.pictures)]
    elif crowd.drawings:
        yield "logo.svg", crowd.drawings[2 * number % len(crowd.drawings)]
        yield "logo-dark.svg", crowd.drawings[(2 * number + 1) % len(crowd.drawings)]


def _staff(crowd: Crowd, barred: frozenset[Spot]) -> Iterator[Sheet]:
    """What staff paste from partners' mails: the words of solutions and articles."""
    count = len(crowd.words)
    for number, text in enumerate(crowd.staff):
        slug, other = slug_of(number % count), slug_of((number + 3) % count)
        fields = [
            ("title", "title: ", text, f"Solution {number}"),
            ("summary", "summary: ", text, "How it went."),
            ("", "published: 2026-01-01", None, None),
            ("customer", "customer: ", text, None),
            ("", "partners:", None, None),
            ("", f"  - partner: {slug}", None, None),
            ("role.0", "    role: ", text, "Work"),
            ("", f"  - partner: {other}", None, None),
            ("role.1", "    role: ", text, "Work"),
            ("", "outcomes:", None, None),
            ("", "  - value: 3", None, None),
            ("measure", "    measure: ", text, "Something"),
            ("", "products:", None, None),
            ("products", "  - ", text, None),
        ]
        yield front(f"content/solutions/s-{number}.md", iter(fields), barred, "It worked.")
        fields = [
            ("title", "title: ", text, f"Article {number}"),
            ("summary", "summary: ", text, "About it."),
            ("author", "author: ", text, "Ida"),
            ("", "status: published", None, None),
            ("", "published: 2026-02-01", None, None),
            ("", f"contributed_by: {slug}", None, None),
            ("", f"partners: [{other}]", None, None),
            ("", "topics: [law]", None, None),
        ]
        yield front(
            f"content/hubs/notes/n-{number}.md", iter(fields), barred, f"Of [them](partner:{slug})."
        )


def _agenda(crowd: Crowd, barred: frozenset[Spot]) -> Sheet:
    """An agenda of a talk for each text, by a speaker of that name."""
    sheet = Sheet("content/events/fair/agenda.yaml", barred)
    sheet.plain("rooms:")
    rooms = (len(crowd.staff) + 19) // 20
    for room in range(rooms):
        sheet.plain(f"  - {{id: room-{room}, label: Room {room}}}")
    sheet.plain("slots:")
    for number in range(len(crowd.staff)):
        room, (hour, minutes) = number // 20, divmod(number % 20 * 20, 60)
        day = f"2026-10-24T{9 + hour:02d}:{minutes:02d}"
        sheet.plain(
            f"  - {{id: t{number}, room: room-{room}, start: {day}, end: {day[:-2]}{minutes + 19}}}"
        )
    sheet.plain("speakers:")
    for number, text in enumerate(crowd.staff):
        sheet.plain(f"  - id: who-{number}")
        sheet.put(f"speakers.{number}.name", "    name: ", text, f"Ida {number}")
        sheet.put(f"speakers.{number}.role", "    role: ", text)
        sheet.put(f"speakers.{number}.bio", "    bio: ", text)
        sheet.plain(f"    partner: {slug_of(number % len(crowd.words))}")
    sheet.plain("sessions:")
    for number, text in enumerate(crowd.staff):
        sheet.plain(f"  - id: talk-{number}")
        sheet.put(f"sessions.{number}.title", "    title: ", text, f"Talk {number}")
        sheet.put(f"sessions.{number}.abstract", "    abstract: ", text)
        sheet.put(f"sessions.{number}.notice", "    notice: ", text)
        sheet.plain(f"    slot: t{number}")
        sheet.plain(f"    partners: [{slug_of(number % len(crowd.words))}]")
        sheet.plain(f"    speakers: [who-{number}]")
    return sheet


def _event(count: int) -> str:
    head = EVENT.partition("exhibitors:\n")[0]
    rows = "".join(
        f"  - {{partner: {slug_of(number)}, package: booth, booth: {booth}, reason: By lot.}}\n"
        for number, booth in zip(range(count), BOOTHS, strict=False)
    )
    return f"{head}exhibitors:\n{rows}"


def _bytes(text: str | bytes) -> bytes:
    return text if isinstance(text, bytes) else text.encode("utf-8", "surrogatepass")


def _nothing():
    return load_tree(Checked(SourceTree({}))).value
