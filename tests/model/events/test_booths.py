"""Which booth is for whom."""

import pytest

from pavgen.model.events.booths import Fault, Stock, doubled_of, unfit
from pavgen.model.records.event import Event, Exhibitor, Needs, Package, Shift
from pavgen.model.records.floorplan import Booth, FloorPlan

CORNER = Booth(id="a1", kind="corner", width=300, height=300, facilities=("power", "water"))
POD = Booth(id="p1", kind="pod", width=100, height=100, shared=True)
STOCK = Stock.of(Event(shifts=(Shift(id="am"), Shift(id="pm"))), FloorPlan(booths=(CORNER, POD)))


@pytest.mark.parametrize(
    ("item", "code"),
    [
        ("a1", None),
        ("p1@am", None),
        ("", None),
        ("a2", "booth-unknown"),
        ("a2@am", "booth-unknown"),
        ("a1@am", "event-booth-shift"),
        ("p1", "event-booth-shift"),
        ("p1@noon", "shift-unknown"),
    ],
)
def test_an_item_is_a_booth_or_a_pod_in_a_shift(item, code):
    fault = STOCK.unknown(item)

    assert (fault.code if fault else None) == code


def test_without_a_floor_that_can_be_read_nothing_is_unknown():
    stock = Stock.of(Event(), None)

    assert (stock.unknown("a1"), stock.booth("a1")) == (None, None)


def test_a_shared_booth_of_an_event_without_shifts_asks_for_some():
    stock = Stock.of(Event(), FloorPlan(booths=(POD,)))

    assert stock.unknown("p1") == Fault(
        "event-booth-shift",
        "booth `p1` is shared by shifts",
        "name a shift: `shifts` in event.yaml",
    )


@pytest.mark.parametrize(
    ("booth", "package", "needs", "words"),
    [
        (CORNER, Package(id="any"), Needs(), []),
        (CORNER, Package(), Needs(), []),
        (POD, Package(), Needs(), []),
        (CORNER, Package(id="any", kinds=("corner",)), Needs(area=9, kinds=("corner",)), []),
        (CORNER, Package(id="any"), Needs(facilities=("water", "power")), []),
        (
            CORNER,
            Package(id="big", kinds=("island",)),
            Needs(),
            ["it is of kind `corner`, and package `big` is for `island`"],
        ),
        (
            POD,
            Package(id="any"),
            Needs(),
            ["it is shared, and package `any` has no shifts"],
        ),
        (
            CORNER,
            Package(id="any", shifts=2),
            Needs(),
            ["it is not shared, and package `any` has shifts"],
        ),
        (
            CORNER,
            Package(id="any"),
            Needs(area=10, kinds=("island", "pod"), facilities=("gas", "power", "air")),
            [
                "it is of kind `corner`, and `island`, `pod` is needed",
                "it has 9 square metres, and 10 are needed",
                "it is without `gas`, `air`",
            ],
        ),
    ],
)
def test_what_speaks_against_a_booth(booth, package, needs, words):
    assert list(unfit(booth, Exhibitor(needs=needs), package)) == words


def test_an_area_is_doubled_so_that_it_is_whole():
    polygon = ((0, 0), (0, 101), (101, 0))

    assert doubled_of(CORNER) == 180_000
    assert doubled_of(Booth(polygon=polygon)) == 10_201
    assert doubled_of(Booth(polygon=tuple(reversed(polygon)))) == 10_201
    assert doubled_of(Booth(width=100)) is None
