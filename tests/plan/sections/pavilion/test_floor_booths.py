"""What is said of each booth: who is there, when, on what terms."""

from dataclasses import replace

from pavgen.model.records.floorplan import Feature
from pavgen.model.showing import Showing
from pavgen.place.picks import EventPlacement, Holding
from pavgen.plan.sections.pavilion.floor.booths import caption_of
from pavgen.plan.site import plan_site
from pavgen.plan.views import LinkView
from pavgen.plan.views.pavilion import BoothEntry, HolderView, NearView
from tests.events import EVENT, FLOORPLAN
from tests.plan.projects import DAY, WORDS
from tests.plan.sections.pavilion.fairs import fair


def entry(found, booth):
    halls = found.content("fair/floor/").entries
    return next(entry for hall in halls for entry in hall.booths if entry.id == booth)


def shape(found, booth):
    halls = found.content("fair/floor/").halls
    return next(shape for hall in halls for shape in hall.booths if shape.id == booth)


def test_a_taken_booth_names_its_exhibitor_and_who_shares_it(tmp_path):
    assert entry(fair(tmp_path), "a1") == BoothEntry(
        id="a1",
        label="A1",
        kind="floor-kind-corner",
        state="taken",
        said="floor-state-taken",
        area=9,
        facilities=(),
        holders=(
            HolderView(
                slug="ada",
                name="Ada",
                href="/ada/",
                tagline="Ada does one thing.",
                package="A booth",
                shifts=(),
                does=("Data", "Energy", "Reseller"),
                values=("area:data", "industry:energy", "type:reseller"),
                with_it=(LinkView("Dot", "/dot/"),),
                how="floor-how-hand",
                why="why-sentence",
                why_href="",
            ),
        ),
        near=(
            NearView(LinkView("A2", "#a2"), "floor-near-edge", ""),
            NearView(LinkView("B1", "#b1"), "floor-near-aisle", ""),
        ),
    )


def test_values_hold_those_above_them_so_that_a_filter_finds_both(tmp_path):
    (holder,) = entry(fair(tmp_path), "a2").holders

    assert holder.does == ("Lakes", "Reseller")
    assert holder.values == ("area:data", "area:lake", "type:reseller")


def test_a_free_booth_is_listed_as_free(tmp_path):
    found = fair(tmp_path)

    assert (entry(found, "a3").state, entry(found, "a3").holders) == ("free", ())
    assert shape(found, "a3").state == "free"


def test_a_shared_pod_names_shifts_taken_and_free(tmp_path):
    pod = entry(fair(tmp_path), "p1")

    assert [(holder.name, holder.shifts) for holder in pod.holders] == [("Cat", ("The first day",))]
    assert pod.free_shifts == ("The second day",)


def test_two_in_turn_stand_in_the_order_of_their_shifts(tmp_path):
    main = EVENT.replace(", co_exhibitors: [dot]", "")
    main += "  - {partner: dot, package: pod, booth: p1@day-2, reason: By lot.}\n"
    pod = entry(fair(tmp_path, main=main), "p1")

    assert [(holder.name, holder.shifts) for holder in pod.holders] == [
        ("Cat", ("The first day",)),
        ("Dot", ("The second day",)),
    ]
    assert pod.free_shifts == ()


def test_somebody_in_both_shifts_is_named_once_and_how_it_came_there(tmp_path):
    found = fair(tmp_path)
    held = tuple(Holding("p-cat", "cat", "p1", shift, "draw", 3) for shift in ("day-1", "day-2"))
    placed = replace(found.placement, events={"fair": EventPlacement("fair", {"p1": held})})
    plan = plan_site(found.programme, placed, "main", Showing(DAY), WORDS).value
    drawn = replace(found, plan=plan)

    (holder,) = entry(drawn, "p1").holders
    assert (holder.shifts, holder.how) == (
        ("The first day", "The second day"),
        "floor-how-draw",
    )
    assert entry(drawn, "a1").state == "free"


def test_the_drawing_has_the_name_for_print(tmp_path):
    found = fair(tmp_path)

    assert [line.text for line in shape(found, "a2").names] == ["Bob &", "Sons"]
    assert entry(found, "a2").holders[0].name == "Bob"


def test_a_blocked_booth_is_given_to_nobody(tmp_path):
    blocked = FLOORPLAN.replace(
        "height: 3, kind: in-line}", "height: 3, kind: in-line, state: blocked}"
    )
    found = fair(tmp_path, plan=blocked)

    assert (entry(found, "b2").state, shape(found, "b2").names) == ("blocked", ())


def test_a_booth_of_a_partner_who_is_not_shown_is_taken_by_nobody_named(tmp_path):
    found = fair(tmp_path, standing={"bob": "suspended: {from: 2026-06-01, reason: A review.}\n"})

    assert (entry(found, "a2").state, entry(found, "a2").holders) == ("taken", ())
    assert shape(found, "a2").names == ()


def test_facilities_are_said_in_words(tmp_path):
    plan = FLOORPLAN.replace("kind: corner, weight: 3}", "kind: corner, facilities: [step-free]}")

    assert entry(fair(tmp_path, plan=plan), "a1").facilities == ("step free",)


def test_a_label_that_says_what_a_thing_is_says_it_alone():
    def said(kind, label):
        return caption_of(WORDS, Feature(id="x", kind=kind, label=label, hall="one"))

    assert said("food", "") == "floor-feature-food"
    assert said("food", "Floor-Feature-Food") == "Floor-Feature-Food"
    assert said("food", "Canteen") == "floor-feature"
