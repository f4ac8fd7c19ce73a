"""Charts: whole coordinates inside the frame, alike beside each other."""

import re

from hypothesis import given
from hypothesis import strategies as st

from pavgen.place.exposure import UNIT
from pavgen.render.reports.charts import balance_chart, reach_of


def parts_of(chart, name):
    return [e for e in chart.children if not isinstance(e, str) and e.name == name]


def lines_of(chart):
    return [dict(e.attributes)["points"] for e in parts_of(chart, "polyline")]


def test_every_curve_is_a_line_of_one_point_for_each_value():
    chart = balance_chart([[0, UNIT, -UNIT], [0, 0, 0]], ["a", "b"], "told")
    assert [len(points.split(" ")) for points in lines_of(chart)] == [3, 3]
    assert dict(chart.attributes)["aria-label"] == "told"


@given(st.lists(st.integers(-(10**9), 10**9), min_size=1, max_size=30))
def test_points_lie_within_the_frame_and_are_whole(values):
    (points,) = lines_of(balance_chart([values], ["a"], ""))
    assert re.fullmatch(r"\d+,\d+( \d+,\d+)*", points)
    pairs = [tuple(map(int, point.split(","))) for point in points.split(" ")]
    assert all(56 <= x <= 628 and 12 <= y <= 174 for x, y in pairs)


@given(st.integers(0, 10**12))
def test_the_lines_behind_are_never_many(value):
    chart = balance_chart([[0, value]], [], "")
    assert 3 <= len(parts_of(chart, "line")) <= 11


def test_a_common_reach_makes_charts_alike():
    low, high = [[0, UNIT]], [[0, 4 * UNIT]]
    assert (reach_of(low), reach_of(high), reach_of([])) == (UNIT * 3 // 2, 4 * UNIT, UNIT * 3 // 2)
    one = balance_chart(low, ["a"], "", reach_of(high))
    other = balance_chart(high, ["a"], "", reach_of(high))
    assert parts_of(one, "line") == parts_of(other, "line")
