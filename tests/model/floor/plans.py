"""Floor plans as text, read as records; and a small valid one of two halls."""

from pavgen.files.frontmatter import parse_record_file
from pavgen.files.yamldoc import STAFF
from pavgen.kernel.diagnostics import in_order
from pavgen.model.decode import decode
from pavgen.model.floor.findings import floor_findings
from pavgen.model.records.floorplan import Booth, Feature, FloorPlan, Hall

PATH = "content/events/fair/floorplan.yaml"

TWO_HALLS = """\
halls:
  - {id: low, label: Low hall, width: 20, height: 12}
  - {id: high, label: High hall, width: 12, height: 10}
booths:
  - {id: l1, hall: low, x: 1, y: 1, width: 4, height: 3, kind: corner}
  - {id: l2, hall: low, x: 5, y: 1, width: 4, height: 3, kind: in-line}
  - {id: l3, hall: low, polygon: [[9, 1], [12, 1], [14, 4], [9, 4]], kind: corner}
  - {id: l4, hall: low, x: 4, y: 7, width: 4, height: 2, kind: island}
  - {id: h1, hall: high, x: 2, y: 6, width: 3, height: 3, kind: corner}
  - {id: h2, hall: high, x: 5, y: 6, width: 3, height: 3, kind: corner}
features:
  - {id: street, kind: aisle, hall: low, x: 0, y: 4, width: 20, height: 3}
  - {id: yard, kind: aisle, hall: low, polygon: [[8, 7], [20, 7], [20, 12], [0, 12], [0, 9], [8, 9]]}
  - {id: gallery, kind: aisle, hall: high, x: 0, y: 4, width: 12, height: 2}
  - {id: gate, kind: entrance, hall: low, x: 0, y: 4.5, width: 0.5, height: 2}
  - {id: back, kind: exit, hall: low, x: 10, y: 11.5, width: 2, height: 0.5}
  - {id: up, kind: stairs, hall: low, x: 16, y: 2, width: 2, height: 2, leads_to: down}
  - {id: down, kind: stairs, hall: high, x: 2, y: 2, width: 2, height: 2, leads_to: up}
  - {id: desk, kind: info, hall: low, x: 15, y: 8, width: 2, height: 1}
  - {id: screen, kind: wall, hall: low, x: 15, y: 1, width: 0.2, height: 3}
  - {id: bar, kind: food, hall: high, x: 8, y: 1, width: 4, height: 3}
"""
"""An aisle with a dent, a booth with a slanted side, stairs, and a desk in the midst of a yard."""


def plan_of(text):
    """Read a floor plan that can be decoded."""
    read = parse_record_file(PATH, text, STAFF)
    decoded = decode([read.value])
    assert (read.diagnostics, decoded.diagnostics) == ((), ())
    return decoded.value.floorplans["fair"]


def found(text):
    """Return the findings of a plan in the order of a report, each as `line code: message`."""
    return [
        f"{d.span.line} {'warning ' if d.severity == 'warning' else ''}{d.code}: {d.message}"
        for d in in_order(floor_findings(plan_of(text)))
    ]


def changed(text, old, new):
    """Replace what stands in a text once."""
    assert text.count(old) == 1, f"`{old}` stands there {text.count(old)} times"
    return text.replace(old, new)


def rectangles(booths=(), features=(), **settings):
    """Return a plan of one large hall with rectangles `(id, x, y, width, height[, kind])`."""
    return FloorPlan(
        halls=(Hall(id="one", width=9_000, height=9_000),),
        booths=tuple(_booth(*booth) for booth in booths),
        features=tuple(_feature(*feature) for feature in features),
        **settings,
    )


def _booth(name, x, y, width, height, kind="in-line"):
    return Booth(id=name, hall="one", x=x, y=y, width=width, height=height, kind=kind)


def _feature(name, x, y, width, height, kind="aisle"):
    return Feature(id=name, hall="one", x=x, y=y, width=width, height=height, kind=kind)
