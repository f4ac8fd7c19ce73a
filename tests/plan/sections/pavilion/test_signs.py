import pytest
from hypothesis import given
from hypothesis import strategies as st

from pavgen.plan.sections.pavilion.hall.signs import DOORS, parted
from pavgen.plan.views.pavilion import SheetBooth
from tests.events import AGENDA, EVENT
from tests.plan.projects import partner
from tests.plan.sections.pavilion.agendas import BEFORE, fair

HERE = "https://partners.fernholt.example/fair/floor/?here={0}#{0}"


def test_each_booth_that_somebody_has_gets_a_sign_with_a_code_of_its_place(tmp_path):
    signs = fair(tmp_path).content("fair/signs/").signs

    assert [(s.label, s.hall, [h.name for h in s.holders], s.address) for s in signs] == [
        ("A1", "Hall 1", ["Ada"], HERE.format("a1")),
        ("A2", "Hall 1", ["Bob"], HERE.format("a2")),
        ("P1", "Hall 1", ["Cat"], HERE.format("p1")),
    ]


def test_a_sign_names_co_exhibitors_and_shifts(tmp_path):
    ada, _, cat = fair(tmp_path).content("fair/signs/").signs

    assert ada.holders[0].with_it == ("Dot",)
    assert (cat.holders[0].shift, [t.start_iso for t in cat.holders[0].times]) == (
        "The first day",
        ["2026-10-24T09:00:00+02:00"],
    )


def test_a_partner_may_have_a_shorter_name_on_its_sign(tmp_path):
    short = partner("bob", "print_name: B & Co\n", name="Bob and Company of the Northern Valleys")
    _, bob, _ = fair(tmp_path, more=(short,)).content("fair/signs/").signs

    assert [(h.name, h.fit) for h in bob.holders] == [("B & Co", 1)]


def test_who_has_withdrawn_has_no_sign(tmp_path):
    main = EVENT.replace(
        "booth: a2, reason: By lot.", "booth: a2, reason: By lot., withdrew: 2026-06-01"
    )

    assert [s.id for s in fair(tmp_path, main=main).content("fair/signs/").signs] == ["a1", "p1"]


def test_each_room_has_a_sign_for_each_day_with_its_sessions_in_order(tmp_path):
    signs = fair(tmp_path).content(f"fair/{DOORS}").signs

    assert [
        (s.room, s.day.isoformat(), [r.card.title for r in s.rows], s.parts) for s in signs
    ] == [
        ("Stage", "2026-10-24", ["Opening", "On mills"], 1),
        ("Stage", "2026-10-25", ["Farewell"], 1),
        ("Loft", "2026-10-24", ["On wheels"], 1),
    ]
    assert (
        signs[0].rows[1].address == "https://partners.fernholt.example/fair/agenda/sessions/mills/"
    )


def test_a_long_day_is_parted_evenly_over_sheets(tmp_path):
    slots = "".join(
        f"  - {{id: x{n}, room: loft, start: 2026-10-25T{8 + n // 2:02}:{n % 2 * 3}0, "
        f"end: 2026-10-25T{8 + n // 2:02}:{n % 2 * 3 + 2}0}}\n"
        for n in range(9)
    )
    more = "".join(f"  - {{id: talk-{n}, title: Talk {n}, slot: x{n}}}\n" for n in range(9))
    agenda = AGENDA.replace("breaks:\n", f"{slots}breaks:\n") + more
    signs = fair(tmp_path, agenda=agenda).content(f"fair/{DOORS}").signs

    assert [
        (s.part, s.parts, len(s.rows)) for s in signs if s.day.day == 25 and s.room == "Loft"
    ] == [
        (1, 2, 5),
        (2, 2, 4),
    ]


def test_a_hall_stands_on_one_sheet_with_who_is_where(tmp_path):
    [sheet] = fair(tmp_path).content("fair/plan/").sheets

    assert sheet.hall.label == "Hall 1"
    assert (sheet.drawn, sheet.dense) == (True, 1)
    assert [(b.label, b.names) for b in sheet.booths] == [
        ("A1", ("Ada",)),
        ("A2", ("Bob",)),
        ("P1", ("Cat (The first day)",)),
    ]


def listed(count, name="Nordwind Systems"):
    return tuple(SheetBooth(f"X{n}", (name,)) for n in range(count))


@pytest.mark.parametrize(("count", "dense"), [(0, 1), (41, 1), (42, 2), (70, 2), (71, 3), (110, 3)])
def test_a_list_is_written_as_densely_as_it_must_be(count, dense):
    assert list(parted(listed(count, "Nordwind"))) == [(True, listed(count, "Nordwind"), dense)]


def test_long_names_count_as_the_lines_they_need():
    [(_, _, dense)] = parted(listed(20, "n" * 50))

    assert dense == 2


@given(st.integers(111, 1000))
def test_a_list_too_long_for_a_drawing_follows_it_on_sheets_of_its_own(count):
    (first, *others) = parted(listed(count, "Nordwind"))

    assert first == (True, (), 0)
    assert [(is_drawn, dense) for is_drawn, _, dense in others] == [(False, 0)] * len(others)
    assert tuple(booth for _, booths, _ in others for booth in booths) == listed(count, "Nordwind")
    assert max(len(booths) for _, booths, _ in others) <= 156


def test_what_is_printed_is_not_for_search_engines_and_leads_to_the_rest(tmp_path):
    found = fair(tmp_path)
    paths = ("fair/signs/", f"fair/{DOORS}", "fair/plan/")

    assert [found.view(path).index for path in paths] == [False, False, False]
    assert [[link.href for link in found.content(path).others] for path in paths] == [
        ["/fair/signs/rooms/", "/fair/plan/"],
        ["/fair/signs/", "/fair/plan/"],
        ["/fair/signs/", "/fair/signs/rooms/"],
    ]


def test_without_an_agenda_no_door_has_a_sign(tmp_path):
    found = fair(tmp_path, day=BEFORE)

    assert f"fair/{DOORS}index.html" not in found.paths
    assert "fair/signs/index.html" in found.paths
