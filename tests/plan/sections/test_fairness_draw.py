"""The page of a draw, planned from files; `fairness.draw` and `fairness.draw_rules`."""

from dataclasses import replace
from datetime import date

from pavgen.app.themes import standard_words
from pavgen.model.showing import Showing
from pavgen.plan.site import plan_site
from pavgen.plan.views.draw import DrawName
from tests.plan.projects import planned
from tests.plan.sections.draw_projects import DAY, POLICY, later, project, with_ledger


def page(tmp_path, files, day=DAY, path="fair/fair-booths/"):
    """Return what a page of the section shows, in the words of the built-in theme."""
    found = planned(tmp_path, files, day=day)
    plan = plan_site(found.programme, found.placement, "main", Showing(day), standard_words("en"))
    return replace(found, plan=plan.value).content(path)


def since(tmp_path):
    """Return the page after a booth fell vacant and was offered."""
    before = with_ledger(tmp_path / "before", project())
    return page(tmp_path / "after", with_ledger(tmp_path / "now", later(before), DAY))


def test_turns_are_told_with_what_each_brought(tmp_path):
    view = page(tmp_path, project())
    assert [(t.turn, t.name, t.got, t.wish, t.since) for t in view.turns] == [
        (1, "Alder", "booth a1", "its first wish", ""),
        (2, "Birch", "booth a2", "its wish 2 of 2", ""),
        (3, "Cedar", "booth a3", "its wish 3 of 3", ""),
    ]
    assert view.turns[1].refused == ("Wish 1, booth a1: Alder had taken it in turn 1.",)
    assert [(row.count, row.label) for row in view.sums] == [
        (1, "got the first wish"),
        (2, "got a later wish"),
    ]
    assert (view.items, view.partners, view.is_held) == (5, 3, True)


def test_what_was_given_by_hand_has_its_reason(tmp_path):
    (given,) = page(tmp_path, project()).by_hand
    assert (given.item, given.note, given.names) == (
        "booth b1",
        "It organises the fair.",
        (DrawName("Dogwood", "/fair/partners/dogwood/", ""),),
    )


def test_rule_is_told_in_words(tmp_path):
    view = page(tmp_path, project())
    assert view.ladder == (
        "Packages choose one after the other, in the order in which the event lists them.",
        "Who has more points in the programme chooses before others.",
    )
    assert view.eligible[0] == (
        "It had applied for a booth at Fair when turns were drawn, and was given none by hand"
    )
    assert len(view.constraints) == 1
    assert "what it pays" not in view.indifferent
    assert "its points" not in view.indifferent
    assert view.payment[0].startswith("The package that an exhibitor has booked")


def test_without_a_ladder_the_lot_decides_alone(tmp_path):
    policy = POLICY.replace("    ladder: [package, points]\n", "")
    view = page(tmp_path, project(policy=policy))
    assert view.ladder == ()
    assert "its points" in view.indifferent


def test_offers_and_what_they_left_vacant_are_told(tmp_path):
    view = since(tmp_path)
    (offer,) = view.offers
    assert (offer.item, offer.day) == ("booth a1", date(2026, 9, 8))
    assert [(name.name, name.note) for name in offer.names] == [
        ("Birch", "declined"),
        ("Cedar", "took it"),
    ]
    assert {(item.item, item.names) for item in view.vacant} == {
        ("booth a3", ()),
        ("booth b2", ()),
        ("booth b3", ()),
    }
    assert [turn.since for turn in view.turns] == ["given up since", "", "given up since"]
    assert view.period.recorded


def test_no_list_is_compared_in_the_browser(tmp_path):
    """Regression: a draw has no list, so the recorded line is not the one on the page."""
    view = since(tmp_path)
    assert (view.box.order, bool(view.box.head)) == ((), True)


def test_a_partner_s_page_tells_what_it_has_and_draws_no_account(tmp_path):
    files = with_ledger(tmp_path / "before", project())
    view = page(tmp_path / "after", files, path="fair/partners/cedar/")
    (place,) = (place for place in view.places if place.title == "Booths")
    assert place.has == "booth a3"
    assert place.steps[0] == "Cedar has booth a3 in “Booths”."
    assert view.accounts == ()


def test_before_its_day_a_draw_has_no_turns(tmp_path):
    view = page(tmp_path, project(), date(2026, 8, 1))
    assert (view.is_held, view.turns, view.vacant, view.waiting) == (False, (), (), ())


def test_home_tells_that_packages_matter(tmp_path):
    view = page(tmp_path, project(), path="fair/")
    assert view.payment[-1].endswith("What that decides is told with each draw: Booths.")
