"""One self-contained HTML page: no request leaves it, it prints well, every text is escaped."""

from collections.abc import Iterator, Sequence
from html import escape

from pavgen.render.xml import Element

_VOID = frozenset({"br", "hr", "meta"})
_POLICY = "default-src 'none'; style-src 'unsafe-inline'"
_STYLE = """
:root{color-scheme:light dark;--paper:#fff;--ink:#1c2430;--soft:#5b6675;--line:#d9dee5;
--tint:#f4f6f9;--mark:#1f5fbf;--warm:#b4540a;--band:#e3edf9}
@media (prefers-color-scheme:dark){:root{--paper:#12161c;--ink:#e8ecf1;--soft:#9aa6b5;
--line:#2d3540;--tint:#1a2029;--mark:#7db0f5;--warm:#f0a45d;--band:#1d2c41}}
*{box-sizing:border-box}
body{margin:0 auto;max-width:62rem;padding:2.5rem 1.5rem 4rem;background:var(--paper);
color:var(--ink);font:1rem/1.55 system-ui,-apple-system,"Segoe UI",sans-serif;
overflow-wrap:anywhere}
header{border-bottom:3px solid var(--mark);padding-bottom:1.25rem;margin-bottom:2rem}
header p{margin:0;color:var(--soft)}
h1{font-size:2rem;line-height:1.15;margin:.25rem 0 .5rem;text-wrap:balance}
h2{font-size:1.3rem;line-height:1.25;margin:2.75rem 0 .75rem;text-wrap:balance}
h3{font-size:1rem;margin:0 0 .35rem}
ul{padding-left:1.2rem;margin:.5rem 0 1.25rem}
.cards{display:grid;grid-template-columns:repeat(auto-fit,minmax(16rem,1fr));gap:1rem}
.card{background:var(--tint);border:1px solid var(--line);border-radius:.5rem;padding:1rem}
.card p{margin:.15rem 0;color:var(--soft)}
.card strong{display:block;font-size:1.75rem;line-height:1.2;color:var(--ink)}
.table{overflow-x:auto}
table{border-collapse:collapse;width:100%;font-size:.875rem;font-variant-numeric:tabular-nums}
caption{text-align:left;color:var(--soft);padding-bottom:.5rem}
th,td{padding:.3rem .6rem;border-bottom:1px solid var(--line);text-align:left;
overflow-wrap:normal}
th{font-weight:600;vertical-align:bottom}
thead th{border-bottom:2px solid var(--line)}
tfoot td,tfoot th{border-top:2px solid var(--line);border-bottom:0;font-weight:600}
.n{text-align:right;white-space:nowrap}
.less{color:var(--warm)}
figure{margin:1rem 0 1.5rem}
figcaption,.note{color:var(--soft);font-size:.875rem}
svg{display:block;width:100%;height:auto}
svg text{fill:var(--soft);font:13px system-ui,sans-serif}
.axis{stroke:var(--soft);stroke-width:1}
.grid{stroke:var(--line);stroke-width:1}
.band{fill:var(--band)}
.curve{fill:none;stroke:var(--mark);stroke-width:2;stroke-linejoin:round}
.thin{fill:none;stroke:var(--mark);stroke-width:1;stroke-linejoin:round;opacity:.45}
.bar{fill:var(--mark)}
.pair{display:grid;grid-template-columns:repeat(auto-fit,minmax(19rem,1fr));gap:1.5rem}
code{font:.8125rem/1.5 ui-monospace,"SF Mono",Menlo,monospace}
footer{margin-top:3rem;border-top:1px solid var(--line);padding-top:1rem;color:var(--soft);
font-size:.875rem}
@page{margin:16mm 14mm}
@media print{:root{color-scheme:light;--paper:#fff;--ink:#000;--soft:#444;--line:#bbb;
--tint:#fff;--mark:#1f5fbf;--warm:#8a3f06;--band:#e8eef6}
body{max-width:none;padding:0;font-size:10pt}h2{break-after:avoid}
.card,figure,tr,.pair>*{break-inside:avoid}thead{display:table-header-group}
.table{overflow:visible}*{print-color-adjust:exact}}
"""


def write_page(title: str, body: Sequence[Element]) -> str:
    """Return a whole HTML document with this title and body."""
    head = tag(
        "head",
        tag("meta", charset="utf-8"),
        tag("meta", name="viewport", content="width=device-width, initial-scale=1"),
        Element("meta", (), (("http-equiv", "Content-Security-Policy"), ("content", _POLICY))),
        tag("meta", name="robots", content="noindex"),
        tag("title", title),
    )
    opening = "".join(_written(head)).removesuffix("</head>")
    inner = "".join(part for element in body for part in _written(element))
    return (
        f'<!doctype html>\n<html lang="en">\n{opening}<style>{_STYLE}</style></head>\n'
        f"<body>\n{inner}\n</body>\n</html>\n"
    )


def tag(name: str, /, *children: Element | str, **attributes: str) -> Element:
    """Make an element; `class_` is the attribute `class`, `view_box` an SVG's `viewBox`."""
    named = tuple((_ATTRIBUTES.get(key, key), value) for key, value in attributes.items())
    return Element(name, children, named)


def rows_table(
    columns: Sequence[str],
    rows: Sequence[Sequence[str]],
    *,
    numeric: frozenset[int],
    total: Sequence[str] = (),
    caption: str = "",
) -> Element:
    """Make a table that scrolls by itself; `numeric` are the columns set to the right."""
    parts = [
        *((tag("caption", caption),) if caption else ()),
        tag("thead", _row("th", columns, numeric, scope="col")),
        tag("tbody", *(_row("td", row, numeric) for row in rows)),
        *((tag("tfoot", _row("td", total, numeric)),) if total else ()),
    ]
    return tag("div", tag("table", *parts), class_="table")


_ATTRIBUTES = {"class_": "class", "view_box": "viewBox", "aria_label": "aria-label"}


def _row(kind: str, cells: Sequence[str], numeric: frozenset[int], **more: str) -> Element:
    made = []
    for place, cell in enumerate(cells):
        classes = ["n"] if place in numeric else []
        classes += ["less"] if kind == "td" and cell.startswith("−") else []
        marked = {"class_": " ".join(classes)} if classes else {}
        made.append(tag(kind, cell, **marked, **more))
    return tag("tr", *made)


def _written(element: Element) -> Iterator[str]:
    attributes = "".join(f' {name}="{escape(value)}"' for name, value in element.attributes)
    yield f"<{element.name}{attributes}>"
    if element.name in _VOID:
        return
    for child in element.children:
        if isinstance(child, str):
            yield escape(child, quote=False)
        else:
            yield from _written(child)
    yield f"</{element.name}>"
