"""The figures as Markdown: medians, with ratios to Hugo in the same benchmark."""

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from benchmarks.peers.outputs import KINDS, differences
from benchmarks.peers.processes import Spent
from benchmarks.peers.results import CASES, READY, Results

BEGIN, END = "<!-- figures: begin -->", "<!-- figures: end -->"
ENGINES = ("pavgen", "hugo", "eleventy", "pelican")
LABELS = {
    "pavgen": "pavgen",
    "hugo": "Hugo",
    "eleventy": "Eleventy",
    "pelican": "Pelican",
    "pavgen:logos": "pavgen, with logos",
    "pavgen:full": "pavgen, with everything",
}
SAID = {
    "cold": "cold",
    "nothing": "nothing changed",
    "record": "one record changed",
    "template": "one template changed",
    READY: "server: first page",
    "save": "server: save to browser",
}


def put_in(page: Path, results: Results) -> None:
    """Put the figures between the markers of a page."""
    before, _, rest = page.read_text(encoding="utf-8").partition(BEGIN)
    _, _, after = rest.partition(END)
    text = f"{before}{BEGIN}\n\n{markdown(results)}\n{END}{after}"
    page.write_text(text, encoding="utf-8")


def markdown(results: Results) -> str:
    """Return everything that was measured, as Markdown."""
    return "\n".join([*_where(results), *_compared(results), *_alone(results)])


def _where(results: Results) -> Iterator[str]:
    m = results.machine
    if m:
        versions = [f"{LABELS[name]} {m[name]}" for name in ENGINES if name in m]
        yield (
            f"Measured on {m['date']}: {m['processor']}, {m['cores']} cores, {m['memory']}, "
            f"{m['system']}, Python {m['python']}; {', '.join(versions)}."
        )
        yield ""


def _compared(results: Results) -> Iterator[str]:
    for partners in _sizes(results, ENGINES):
        names = [name for name in ENGINES if _measured(results, name, partners)]
        if len(names) > 1:
            yield f"### {partners:,} partners"
            yield ""
            yield from _figures(results, partners, names)
            yield from _outputs(results, partners, names)


def _alone(results: Results) -> Iterator[str]:
    rows = []
    for name in ("pavgen", "pavgen:logos", "pavgen:full"):
        for partners in _sizes(results, (name,)):
            if name == "pavgen" and _measured(results, "hugo", partners):
                continue
            cells = [_cell(results.median(name, partners, case)) for case in SAID]
            output = results.outputs.get(f"{name}/{partners}")
            made = f"{output.count:,}, {output.bytes / 1e6:,.0f} MB" if output else ""
            rows.append([LABELS[name], f"{partners:,}", *cells, made])
    if rows:
        yield "### pavgen alone"
        yield ""
        yield from _table(["", "partners", *SAID.values(), "pages, bytes"], rows)
        yield ""


def _figures(results: Results, partners: int, names: Sequence[str]) -> Iterator[str]:
    rows = []
    for case, label in SAID.items():
        medians = {name: results.median(name, partners, case) for name in names}
        if not any(medians.values()):
            continue
        base = medians.get("hugo")
        rows.append([f"**{label}**", "time", *(_time(medians[name], base) for name in names)])
        if case != READY:
            work = [_seconds(m.cpu) if (m := medians[n]) else "" for n in names]
            rows.append(["", "work", *work])
            memory = [f"{m.memory:,.0f} MiB" if (m := medians[n]) else "" for n in names]
            rows.append(["", "memory", *memory])
    yield from _table(["", "", *(LABELS[name] for name in names)], rows)
    yield ""


def _outputs(results: Results, partners: int, names: Sequence[str]) -> Iterator[str]:
    made = {n: results.outputs[k] for n in names if (k := f"{n}/{partners}") in results.outputs}
    if not made:
        return
    rows = []
    for kind in (*KINDS, "other"):
        numbers = [f"{output.pages.get(kind, 0):,}" for output in made.values()]
        sizes = [_each(o.bytes_by_kind.get(kind, 0), o.pages.get(kind, 0)) for o in made.values()]
        rows.append([kind, *(f"{n}{s}" for n, s in zip(numbers, sizes, strict=True))])
    rows.append(["**pages**", *(f"{output.count:,}" for output in made.values())])
    rows.append(["**files**", *(f"{output.files:,}" for output in made.values())])
    rows.append(["**bytes**", *(f"{output.bytes / 1e6:,.1f} MB" for output in made.values())])
    yield "Pages by kind, and the mean size of one:"
    yield ""
    yield from _table(["kind", *(LABELS[name] for name in made)], rows)
    yield ""
    for sentence in differences(made):
        yield f"Not alike: {sentence}."
        yield ""


def _each(size: int, count: int) -> str:
    return f" · {size / count / 1000:.1f} kB" if count else ""


def _time(spent: Spent | None, base: Spent | None) -> str:
    if spent is None:
        return ""
    ratio = f" · {spent.wall / base.wall:.2f}×" if base else ""
    return f"{_seconds(spent.wall)}{ratio}"


def _cell(spent: Spent | None) -> str:
    if spent is None:
        return ""
    return f"{_seconds(spent.wall)}, {spent.memory:,.0f} MiB"


def _seconds(value: float) -> str:
    if value < 1:
        return f"{1000 * value:.0f} ms"
    return f"{value:.1f} s" if value >= 10 else f"{value:.2f} s"  # noqa: PLR2004 - three digits


def _sizes(results: Results, names: Iterable[str]) -> list[int]:
    known = set(names)
    keys = (key.split("/") for key in results.runs)
    return sorted({int(partners) for name, partners, _ in keys if name in known})


def _measured(results: Results, name: str, partners: int) -> bool:
    return any(results.count(name, partners, case) for case in CASES)


def _table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> Iterator[str]:
    yield f"| {' | '.join(head)} |"
    yield f"|{'---|' * len(head)}"
    for row in rows:
        yield f"| {' | '.join(row)} |"
