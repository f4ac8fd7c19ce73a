from collections import Counter

from tests.events import EVENT, event
from tests.plan.projects import files_of, partner, planned, site
from tests.plan.sections.pavilion.agendas import BEFORE, fair

POLICY = """\
groups:
  main: {strategy: balanced, period: quarter, weights: tier}
opportunities:
  directory-list: {title: All partners, rationale: By turns., group: main}
"""


def test_exhibitors_have_turns_by_their_weight_in_the_list(tmp_path):
    crowd = (
        partner("ada"),
        partner("bob", tier="silver"),
        partner("cat", tier="silver"),
        partner("dot"),
    )
    main = site(["kind: pavilion, path: /fair/, event: fair, kiosk_seconds: 9"])
    found = planned(tmp_path, files_of(*crowd, event(), main=main, policy=POLICY))
    page = found.content("fair/kiosk/")
    turns = Counter(page.exhibitors[n].card.slug for n in page.turns)

    assert page.seconds == 9
    assert turns == {"ada": 2, "bob": 1, "cat": 1}


def test_exhibitors_stand_in_the_order_of_the_list_with_where_they_are(tmp_path):
    page = fair(tmp_path).content("fair/kiosk/")

    assert [(t.card.slug, t.card.position, t.places) for t in page.exhibitors] == [
        ("ada", 1, ("Hall 1, A1",)),
        ("bob", 2, ("Hall 1, A2",)),
        ("cat", 3, ("Hall 1, P1, The first day",)),
    ]
    assert page.surface.opportunity == "directory-list"


def test_sessions_stand_in_order_of_time_once_the_agenda_is_out(tmp_path):
    assert [c.id for c in fair(tmp_path / "a").content("fair/kiosk/").sessions] == [
        "opening",
        "wheels",
        "mills",
        "farewell",
    ]
    assert fair(tmp_path / "b", day=BEFORE).content("fair/kiosk/").sessions == ()


def test_search_engines_are_asked_to_leave_it_out(tmp_path):
    assert fair(tmp_path).view("fair/kiosk/").index is False


def test_where_nobody_exhibits_there_is_no_screen(tmp_path):
    main = EVENT.partition("exhibitors:\n")[0]

    assert "fair/kiosk/index.html" not in fair(tmp_path, main=main).paths
