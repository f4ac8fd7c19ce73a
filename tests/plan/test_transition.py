from datetime import date, timedelta

import pytest

from pavgen.plan.transition import next_transition
from tests.events import AGENDA, EVENT, event
from tests.plan.projects import (
    DAY,
    PROGRAM,
    article,
    files_of,
    hub,
    page,
    partner,
    planned,
    site,
    solution,
)

QUARTER_ENDS = date(2026, 7, 1)


def following(tmp_path, *parts, day=DAY, program=PROGRAM):
    return next_transition(planned(tmp_path, files_of(*parts, program=program)).programme, day)


def test_nothing_dated_changes_with_the_period(tmp_path):
    assert following(tmp_path, partner("alder")) == QUARTER_ENDS


@pytest.mark.parametrize(
    ("parts", "expected"),
    [
        ([page("a1", more="published: 2026-06-20\n")], date(2026, 6, 20)),
        ([page("a1", more="expires: 2026-06-20\n")], date(2026, 6, 21)),
        ([hub(), article("a1", "published: 2026-06-16\n")], date(2026, 6, 16)),
        ([hub(), article("a1", "expires: 2026-06-15\n")], date(2026, 6, 16)),
        ([solution("a1", ["alder"], published="2026-06-17")], date(2026, 6, 17)),
        ([solution("a1", ["alder"], "expires: 2026-06-17\n")], date(2026, 6, 18)),
        ([partner("birch", "reviewed: 2026-03-10\n")], date(2026, 6, 19)),
        (
            [partner("birch", standing="certifications: [{id: basic, until: 2026-06-18}]\n")],
            date(2026, 6, 19),
        ),
        (
            [partner("birch", standing="suspended: {from: 2026-06-22, until: 2026-06-25}\n")],
            date(2026, 6, 22),
        ),
        (
            [partner("birch", standing="suspended: {from: 2026-06-01, until: 2026-06-25}\n")],
            date(2026, 6, 26),
        ),
        ([page("a1", more="expires: 9999-12-31\n")], QUARTER_ENDS),
        ([partner("birch", "reviewed: 9999-12-31\n")], QUARTER_ENDS),
        ([page("a1", more="published: 2020-01-01\nexpires: 2020-02-01\n")], QUARTER_ENDS),
    ],
)
def test_next_transition_is_the_first_day_on_which_something_changes(tmp_path, parts, expected):
    assert following(tmp_path, partner("alder"), *parts) == expected


def test_day_of_joining_is_a_transition(tmp_path):
    files = partner("birch")
    files["content/standing/birch.yaml"] = files["content/standing/birch.yaml"].replace(
        "2024-01-01", "2026-06-24"
    )

    assert following(tmp_path, files) == date(2026, 6, 24)


def test_stale_day_is_the_day_on_which_the_profile_says_so(tmp_path):
    files = files_of(partner("alder", "reviewed: 2026-03-10\n"))
    day = following(tmp_path, files)
    before = planned(tmp_path, files, day=day - timedelta(days=1))

    assert before.content("alder/").stale is False
    assert planned(tmp_path, files, day=day).content("alder/").stale is True


def test_last_day_of_the_calendar_is_followed_by_none(tmp_path):
    assert following(tmp_path, partner("alder"), day=date.max) is None


EXHIBITORS = [partner(slug) for slug in ("ada", "bob", "cat", "dot")]
FAIR = site(["kind: directory, path: /", "kind: pavilion, path: /fair/, event: fair"])


@pytest.mark.parametrize(
    ("main", "agenda", "day", "expected"),
    [
        (EVENT, AGENDA, date(2026, 5, 1), date(2026, 6, 1)),
        (EVENT, AGENDA, date(2026, 10, 10), date(2026, 10, 24)),
        (EVENT, AGENDA, date(2026, 10, 24), date(2026, 10, 25)),
        (EVENT, AGENDA, date(2026, 10, 25), date(2026, 10, 26)),
        (EVENT + "announced: 2026-06-20\n", AGENDA, DAY, date(2026, 6, 20)),
        (EVENT.replace("agenda_from: 2026-06-01\n", ""), AGENDA, date(2026, 10, 10), date(2026, 10, 24)),
        (EVENT.replace("booth: a2, reason: By lot.", "withdrew: 2026-06-21"), AGENDA, DAY, date(2026, 6, 21)),
        (EVENT, AGENDA.replace("kind: workshop", 'applied: "2026-06-22T23:30:00-02:00"'), DAY, date(2026, 6, 23)),
        (EVENT, "", DAY, QUARTER_ENDS),
    ],
    ids=["agenda", "first day", "second day", "over", "announced", "no day", "left", "applied", "none"],
)  # fmt: skip
def test_an_event_changes_on_its_days(tmp_path, main, agenda, day, expected):
    files = files_of(*EXHIBITORS, event(main=main, agenda=agenda), main=FAIR)

    assert next_transition(planned(tmp_path, files).programme, day) == expected


def test_an_event_changes_with_each_release_to_come(tmp_path):
    line = '{"note":"Out","on":"2026-06-%d","sessions":[],"v":1,"version":%d}\n'
    main = EVENT.replace("agenda_from: 2026-06-01\n", "")
    files = files_of(*EXHIBITORS, event(main=main), main=FAIR)
    files["content/events/fair/releases.jsonl"] = line % (20, 1) + line % (25, 2)
    programme = planned(tmp_path, files).programme

    assert next_transition(programme, DAY) == date(2026, 6, 20)
    assert next_transition(programme, date(2026, 6, 20)) == date(2026, 6, 25)


def test_a_draw_changes_on_its_day_and_after_its_last(tmp_path):
    drawn = AGENDA.replace("{id: s2,", "{id: s2, drawn: true,").replace("slot: s2, ", "")
    files = files_of(*EXHIBITORS, event(agenda=drawn), main=FAIR)
    path = "content/placement/policy.yaml"
    group = (
        "  talks: {strategy: pick, gives: talks, period: event, seed: {value: 1 2 3},"
        " event: {id: fair, from: 2026-06-18, until: 2026-06-27}}\n"
    )
    policy = files[path].replace("opportunities:\n", f"{group}opportunities:\n")
    files[path] = policy + "  talks: {title: Talks, rationale: By lot., group: talks}\n"
    programme = planned(tmp_path, files).programme

    assert next_transition(programme, DAY) == date(2026, 6, 18)
    assert next_transition(programme, date(2026, 6, 18)) == date(2026, 6, 28)
