"""The days of an agenda as grids: what stands in which rows and columns."""

from itertools import pairwise, product

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from pavgen.plan.sections.pavilion.agenda.days import MOST_ROOMS, MOST_ROWS
from tests.events import AGENDA
from tests.plan.sections.pavilion.agendas import fair


def agenda(slots, breaks="", *, rooms="abc", more=()):
    """Write an agenda of slots `(room, start, end)`, each with a session named by its number."""
    text = f"rooms: [{', '.join(f'{{id: at-{room}, label: Room {room}}}' for room in rooms)}]\nslots:\n"
    for n, (room, start, end) in enumerate(slots):
        text += (
            f"  - {{id: s{n}, room: at-{room}, start: 2026-10-24T{start}, end: 2026-10-24T{end}}}\n"
        )
    text += f"breaks: [{breaks}]\nsessions:\n"
    for n, _ in enumerate(slots):
        text += f"  - {{id: t{n}, title: T{n}, slot: s{n}}}\n"
    return text + "".join(f"  - {{{line}}}\n" for line in more)


def days(tmp_path, text):
    return fair(tmp_path, agenda=text).content("fair/agenda/").days


def places(day):
    """Return what stands where: names, then rows and columns, the ends not among them."""
    return [
        (
            cell.pause.label if cell.pause else " ".join(card.id for card in cell.sessions),
            (cell.row, cell.row_end),
            (cell.column, cell.column_end),
        )
        for cell in day.cells
    ]


def test_sessions_stand_by_time_and_room_and_a_break_across_all_rooms(tmp_path):
    first, second = days(tmp_path, AGENDA)

    assert [room.label for room in first.rooms] == ["Stage", "Loft"]
    assert places(first) == [
        ("opening", (2, 3), (2, 3)),
        ("wheels", (2, 3), (3, 4)),
        ("Coffee", (3, 4), (2, 4)),
        ("mills", (4, 5), (2, 3)),
    ]
    assert [(mark.row, mark.iso[11:16]) for mark in first.marks] == [
        (2, "10:00"),
        (3, "10:45"),
        (4, "11:00"),
    ]
    assert ([room.label for room in second.rooms], places(second)) == (
        ["Stage"],
        [("farewell", (2, 3), (2, 3))],
    )


def test_day_whose_breaks_and_sessions_follow_each_other_is_a_grid(tmp_path):
    assert [(day.is_grid, day.is_wide) for day in days(tmp_path, AGENDA)] == [(True, False)] * 2


def test_session_that_begins_first_stands_first_however_long_it_is(tmp_path):
    text = agenda([("b", "10:30", "11:00"), ("a", "10:00", "12:00")], rooms="ab")

    assert [name for name, *_ in places(days(tmp_path, text)[0])] == ["t1", "t0"]
    assert [card.id for card in fair(tmp_path / "home", agenda=text).content("fair/").strip] == [
        "t1",
        "t0",
    ]


def test_long_session_stands_beside_two_short_ones(tmp_path):
    text = agenda(
        [("a", "10:00", "11:00"), ("b", "10:00", "10:30"), ("b", "10:30", "11:00")], rooms="ab"
    )

    assert places(days(tmp_path, text)[0]) == [
        ("t0", (2, 4), (2, 3)),
        ("t1", (2, 3), (3, 4)),
        ("t2", (3, 4), (3, 4)),
    ]


def test_session_that_replaces_a_cancelled_one_shares_its_place(tmp_path):
    more = ["id: instead, title: Instead, slot: s0"]
    text = agenda([("a", "10:00", "11:00")], rooms="a", more=more)
    text = text.replace("title: T0, slot: s0", "title: T0, slot: s0, state: cancelled")

    assert places(days(tmp_path, text)[0]) == [("instead t0", (2, 3), (2, 3))]


def test_break_of_rooms_apart_has_a_cell_for_each_and_the_second_says_nothing_new(tmp_path):
    pause = "{id: lunch, label: Lunch, start: 2026-10-24T12:00, end: 2026-10-24T13:00, rooms: [at-a, at-c]}"
    slots = [("a", "10:00", "12:00"), ("b", "11:30", "12:30"), ("c", "10:00", "12:00")]
    cells = days(tmp_path, agenda(slots, pause))[0].cells
    found = [(cell.column, cell.column_end, cell.again) for cell in cells if cell.pause]

    assert found == [(2, 3, False), (4, 5, True)]


def test_day_with_two_breaks_at_a_time_is_a_list(tmp_path):
    times = "start: 2026-10-24T12:00, end: 2026-10-24T13:00"
    breaks = f"{{id: one, label: One, {times}}}, {{id: two, label: Two, {times}}}"
    day = days(tmp_path, agenda([("a", "10:00", "11:00")], breaks))[0]

    assert (day.is_grid, [cell.pause.label for cell in day.cells if cell.pause]) == (
        False,
        ["One", "Two"],
    )


def test_break_of_some_rooms_names_them_and_one_of_all_does_not(tmp_path):
    times = "start: 2026-10-24T12:00, end: 2026-10-24T13:00"
    breaks = f"{{id: one, label: One, {times}, rooms: [at-b, at-c]}}"
    slots = [(room, "10:00", "11:00") for room in "abc"]
    day = days(tmp_path, agenda(slots, breaks))[0]

    assert [
        (cell.pause.rooms, cell.column, cell.column_end) for cell in day.cells if cell.pause
    ] == [(("Room b", "Room c"), 3, 5)]


def test_rooms_that_are_not_used_on_a_day_have_no_column(tmp_path):
    day = days(tmp_path, agenda([("c", "10:00", "11:00")]))[0]

    assert ([room.label for room in day.rooms], places(day)) == (
        ["Room c"],
        [("t0", (2, 3), (2, 3))],
    )


def test_twelve_rooms_side_by_side_are_moved_sideways(tmp_path):
    rooms = "abcdefghijkl"
    day = days(tmp_path, agenda([(room, "10:00", "11:00") for room in rooms], rooms=rooms))[0]

    assert (day.is_grid, day.is_wide, day.cells[-1].column) == (True, True, 13)


def test_day_with_more_rooms_than_places_is_a_list(tmp_path):
    rooms = [f"r{n}" for n in range(MOST_ROOMS + 1)]
    day = days(tmp_path, agenda([(room, "10:00", "11:00") for room in rooms], rooms=rooms))[0]

    assert day.is_grid is False


def test_day_with_more_times_than_rows_is_a_list(tmp_path):
    times = [f"{hour:02d}:{minute:02d}" for hour, minute in product(range(8, 20), range(0, 60, 7))]
    slots = [("a", start, end) for start, end in pairwise(times)]
    day = days(tmp_path, agenda(slots[:MOST_ROWS], rooms="a"))[0]

    assert (len(times) > MOST_ROWS, day.is_grid) == (True, False)


@settings(max_examples=25, deadline=None)
@given(
    st.lists(
        st.tuples(st.sampled_from("abc"), st.integers(0, 20), st.integers(1, 6)),
        min_size=1,
        max_size=9,
    )
)
def test_no_two_cells_cover_the_same_place_and_each_covers_its_times(tmp_path_factory, found):
    def clock(quarter):
        return f"{9 + quarter // 4:02d}:{quarter % 4 * 15:02d}"

    taken, slots = {(room, quarter) for room in "abc" for quarter in (8, 9, 10, 11)}, []
    for room, start, length in found:
        quarters = {(room, quarter) for quarter in range(start, start + length)}
        if not taken & quarters:
            taken |= quarters
            slots.append((room, clock(start), clock(start + length)))
    assume(slots)
    pause = "{id: lunch, label: Lunch, start: 2026-10-24T11:00, end: 2026-10-24T12:00}"
    day = days(tmp_path_factory.mktemp("fair"), agenda(slots, pause))[0]
    places = [
        (row, column)
        for cell in day.cells
        for row in range(cell.row, cell.row_end)
        for column in range(cell.column, cell.column_end)
    ]
    rows = {mark.at.strftime("%H:%M"): mark.row for mark in day.marks}

    assert len(places) == len(set(places))
    assert sorted(card.id for cell in day.cells for card in cell.sessions) == sorted(
        f"t{n}" for n, _ in enumerate(slots)
    )
    assert all(
        cell.row == rows[card.when.start.strftime("%H:%M")]
        for cell in day.cells
        for card in cell.sessions
    )
