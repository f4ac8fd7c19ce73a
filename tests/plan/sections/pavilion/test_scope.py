"""Who exhibits on a day, and in which order."""

from datetime import date

from tests.events import EVENT
from tests.plan.projects import slugs
from tests.plan.sections.pavilion.agendas import fair

LEFT = EVENT.replace("reason: By lot.}", "reason: By lot., withdrew: 2026-06-10}", 1)


def exhibitors(tmp_path, main, day):
    return slugs(fair(tmp_path, main=main, day=day).content("fair/exhibitors/").surface)


def test_exhibitors_stand_in_the_order_of_the_sections_list(tmp_path):
    assert exhibitors(tmp_path, EVENT, date(2026, 6, 15)) == ["ada", "bob", "cat"]


def test_who_withdraws_is_an_exhibitor_until_the_day_before(tmp_path):
    assert exhibitors(tmp_path / "a", LEFT, date(2026, 6, 9)) == ["ada", "bob", "cat"]
    assert exhibitors(tmp_path / "b", LEFT, date(2026, 6, 10)) == ["ada", "cat"]
