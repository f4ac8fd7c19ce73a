from hypothesis import given
from hypothesis import strategies as st

from pavgen.plan.charts import (
    MILLION,
    MOST_COLUMNS,
    Bands,
    Cell,
    Measured,
    band_chart,
    bar_chart,
    farthest,
    grid_chart,
)
from pavgen.plan.views.charts import Bar, Level, Mark

AMOUNTS = st.integers(0, 10**12)


def drawn(make, *args, **more):
    chart = make(*args, **more)
    assert chart is not None
    return chart


def numbers(points):
    return [tuple(int(part) for part in point.split(",")) for point in points.split()]


def test_bar_ends_at_the_line_of_one_who_received_its_due():
    chart = drawn(bar_chart, [Measured("Alder", 4, 4), Measured("Birch", 2, 1)])

    assert chart.bars == (
        Bar("Alder", 0, 400, 596, 1_000_000),
        Bar("Birch", 24, 100, 396, 500_000),
    )
    assert (chart.width, chart.height, chart.start, chart.left_out) == (660, 48, 196, 0)


def test_partner_entitled_to_nothing_has_no_share():
    chart = drawn(bar_chart, [Measured("Alder", 5, 5), Measured("Birch", 0, 0)])

    assert chart.bars[1] == Bar("Birch", 24, 0, 196, None)


def test_where_nobody_was_entitled_there_are_no_bars():
    assert bar_chart([Measured("Alder", 0, 0)]) is None
    assert bar_chart([]) is None


def test_of_many_those_farthest_from_their_due_are_drawn_in_the_given_order():
    rows = [Measured(str(n), 100, 100 + gap) for n, gap in enumerate([0, 9, -3, 1, -9])]
    chart = drawn(bar_chart, rows, most=3)

    assert [bar.label for bar in chart.bars] == ["1", "2", "4"]
    assert chart.left_out == 2


@given(st.lists(st.tuples(AMOUNTS, AMOUNTS), min_size=1, max_size=30))
def test_bars_and_lines_stay_within_the_drawing(rows):
    chart = bar_chart([Measured("x", *row) for row in rows])

    for bar in chart.bars if chart else ():
        assert chart is not None
        assert 0 <= bar.length <= 400
        assert chart.start <= bar.target <= chart.start + 400
        assert 0 <= bar.at < chart.height


@given(st.lists(st.integers(-9, 9), max_size=12), st.integers(1, 12))
def test_farthest_are_what_a_slow_search_finds(differences, most):
    left = dict(enumerate(differences))
    found: list[int] = []
    while left and len(found) < most:
        best = next(i for i in left if abs(left[i]) == max(abs(d) for d in left.values()))
        found.append(best)
        del left[best]

    assert list(farthest(differences, most)) == sorted(found)


def test_band_reaches_from_the_least_to_the_greatest():
    chart = drawn(band_chart, ["a", "b"], [[0, -MILLION, MILLION], [0, 0, 0]])
    outer = numbers(chart.outer)

    assert [x for x, _ in outer] == [44, 708, 708, 44]
    assert outer[0][1] > outer[1][1] == outer[2][1] > outer[3][1]
    assert outer[0][1] + outer[3][1] == 240
    assert numbers(chart.middle) == [(44, 120), (708, 120)]


def test_levels_of_a_band_are_whole_and_name_zero():
    chart = drawn(band_chart, ["a", "b"], [[0], [MILLION]])

    assert chart.levels == (
        Level(229, -MILLION, strong=False),
        Level(120, 0, strong=True),
        Level(11, MILLION, strong=False),
    )


def test_line_of_a_partner_breaks_where_it_took_no_part():
    chart = drawn(band_chart, ["a", "b", "c", "d", "e"], [[0]] * 5, [0, 0, None, 0, 0])

    assert [numbers(points) for points in chart.own] == [
        [(44, 120), (210, 120)],
        [(542, 120), (708, 120)],
    ]
    assert len(chart.dots) == 4


@given(
    st.lists(st.lists(st.integers(-(10**7), 10**7), min_size=1), min_size=2, max_size=5),
    st.lists(st.lists(st.none() | st.integers(-(10**8), 10**8), max_size=5), max_size=3),
)
def test_bands_drawn_for_one_after_the_other_are_those_of_each_alone(everyone, partners):
    columns = [f"2026-W{n:02}" for n in range(len(everyone))]
    bands = Bands.of(columns, everyone)

    assert bands is not None
    assert [bands.chart(own) for own in partners] == [
        band_chart(columns, everyone, own) for own in partners
    ]


def test_axis_of_a_band_reaches_to_a_value_that_is_nobody_elses():
    bands = Bands.of(["a", "b"], [[0], [0]])

    assert bands is not None
    far, near = bands.chart([0, 4 * MILLION]), bands.chart([0, 0])
    assert (far.levels[-1].value, near.levels[-1].value) == (4 * MILLION, MILLION)
    assert numbers(far.own[0]) == [(44, 120), (708, 11)]


def test_one_period_is_no_line():
    assert band_chart(["a"], [[1, 2]]) is None
    assert grid_chart([("Alder", [Cell(1)])], ["a"]) is None


@given(st.lists(st.lists(st.integers(-(10**10), 10**10), min_size=1), min_size=2, max_size=9))
def test_band_stays_within_the_drawing_and_around_its_median(values):
    chart = drawn(band_chart, [str(n) for n in range(len(values))], values)
    high, low = chart.outer, chart.inner
    count = len(values)

    for points in (high, low, chart.middle):
        assert all(44 <= x <= 708 and 0 <= y <= 240 for x, y in numbers(points))
    for index, (_, middle) in enumerate(numbers(chart.middle)):
        least, greatest = numbers(high)[index][1], numbers(high)[2 * count - 1 - index][1]
        assert greatest <= middle <= least
    assert len(chart.levels) <= 9


def test_square_is_larger_the_further_ahead_a_partner_stood():
    row = [Cell(1), Cell(3), Cell(10), Cell(11), Cell(0), None, Cell(2, pinned=True)]
    chart = drawn(grid_chart, [("Alder", row)], [str(n) for n in range(7)])

    assert chart.first == "M198 2h15v15h-15z"
    assert chart.three == "M219 4h11v11h-11z"
    assert chart.ten == "M240 6h7v7h-7z"
    assert chart.further == "M261 8h3v3h-3z"
    assert chart.pinned == "M314 4h11v11h-11z"


def test_grid_shows_the_latest_periods_and_the_chosen_rows():
    columns = [f"2026-W{n}" for n in range(10, 10 + MOST_COLUMNS + 3)]
    cells = [Cell(n % 3 + 1) for n in range(len(columns))]
    chart = drawn(grid_chart, [("Alder", cells), ("Birch", cells)], columns, [1])

    assert chart.rows == (Mark(0, "Birch"),)
    assert chart.columns[0] == Mark(196, "2026-W13")
    assert chart.left_out == 1
    assert sum(path.count("M") for path in (chart.first, chart.three)) == MOST_COLUMNS


def test_no_label_of_a_grid_runs_out_of_the_drawing():
    columns = [f"2026-W{n}" for n in range(10, 10 + MOST_COLUMNS)]
    chart = drawn(grid_chart, [("Alder", [Cell(1)] * MOST_COLUMNS)], columns)

    assert all(mark.at + 72 <= chart.width for mark in chart.columns)
