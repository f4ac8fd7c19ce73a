"""References: every id that a record or text names is looked up, and a near one suggested."""

from dataclasses import replace

import pytest

from pavgen.kernel.codes import CODES
from pavgen.kernel.diagnostics import Span
from pavgen.model.linking.known import Known
from pavgen.model.schema.decoding import Reference
from tests.events import event
from tests.model.linking.projects import (
    ACME,
    ACME_STANDING,
    BIRCH,
    FILES,
    LISTING,
    POLICY,
    PROGRAM,
    STANDING,
    changed,
    told,
    without,
)
from tests.plan.projects import partner

PAGE = "content/pages/for-resellers.md"
PENDING = "is pending; add content/standing/birch.yaml, or name another"


def test_the_project_of_these_tests_is_without_fault():
    assert told(FILES) == []


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("types: [integrater]", "1:9: type-unknown types[0]: unknown type `integrater`; did you mean `integrator`?"),
        ("regions: [DE]", "1:11: region-unknown regions[0]: unknown region `DE`; did you mean `de`?"),
        ("segments: [smal]", "1:12: segment-unknown segments[0]: unknown segment `smal`; did you mean `small`?"),
        ("industries: [x]", "1:14: industry-unknown industries[0]: unknown industry `x`; use one of `energy`"),
        ("solution_areas: [metring]", "1:18: solution-area-unknown solution_areas[0]: unknown solution area `metring`; did you mean `metering`?"),
        ("languages: [en]", "1:13: language-unknown languages[0]: unknown language `en`; use one of `english`"),
        ("competes_with: [acm]", "1:17: partner-unknown competes_with[0]: unknown partner `acm`; did you mean `acme`?"),
        ("opt_out: [spot]", "1:11: opportunity-unknown opt_out[0]: unknown opportunity `spot`; did you mean `spotlight`?"),
    ],
)  # fmt: skip
def test_an_unknown_word_of_a_listing_is_told_with_the_nearest(line, expected):
    text = BIRCH.replace("types: [integrator]\n", "") if line.startswith("types") else BIRCH
    files = FILES | {"partners/birch/listing.yaml": f"{line}\n{text}"}
    place, code, rest = expected.split(" ", 2)
    assert told(files) == [f"partners/birch/listing.yaml:{place} error[{code}] {rest}"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("[x](partner:brich)", "partner-unknown] unknown partner `brich`; did you mean `birch`?"),
        ("[x](solution:heet)", "solution-unknown] unknown solution `heet`; did you mean `heat`?"),
        ("[x](article:notes/on-rule)", "article-unknown] unknown article `notes/on-rule`; did you mean `notes/on-rules`?"),
        ("[x](page:nowhere)", "page-unknown] unknown page `nowhere`; use one of `for-resellers`"),
        ("[x](opportunity:spot)", "opportunity-unknown] unknown opportunity `spot`; did you mean `spotlight`?"),
        ("[x](event:fair)", "event-unknown] unknown event `fair`; no event has this id"),
        ("::: partner brich", "partner-unknown] unknown partner `brich`; did you mean `birch`?"),
        ("::: partners tier=golden", "tier-unknown] tier: unknown tier `golden`; did you mean `gold`?"),
        ("::: partners region=dee", "region-unknown] region: unknown region `dee`; did you mean `de`?"),
        ("::: partners segment=smal", "segment-unknown] segment: unknown segment `smal`; did you mean `small`?"),
        ("::: partners solution_area=m", "solution-area-unknown] solution_area: unknown solution area `m`; use one of `metering`"),
        ("::: solutions industry=enegy", "industry-unknown] industry: unknown industry `enegy`; did you mean `energy`?"),
        ("::: articles hub=note", "hub-unknown] hub: unknown hub `note`; did you mean `notes`?"),
        ("::: articles topic=rule", "topic-unknown] topic: unknown topic `rule`; did you mean `rules`?"),
        ("::: articles series=basic", "series-unknown] series: unknown series `basic`; did you mean `basics`?"),
    ],
)  # fmt: skip
def test_an_unknown_word_of_a_text_is_told_with_its_line(text, expected):
    files = FILES | {PAGE: f"---\ntitle: A\n---\n{text}\n"}
    assert told(files) == [f"{PAGE}:4: error[{expected}"]


def test_a_link_may_use_a_former_slug_but_a_record_may_not():
    text = "---\ntitle: A\n---\n[x](partner:acme-metering)\n"
    assert told(FILES | {PAGE: text}) == []
    assert told(
        changed("content/solutions/heat.md", "partner: acme", "partner: acme-metering")
    ) == [
        (
            "content/solutions/heat.md:5:15: error[partner-unknown] partners[0].partner: "
            "unknown partner `acme-metering`; it is now called `acme`"
        )
    ]


def test_a_pending_partner_may_be_named_by_partners_only():
    assert told(without("content/standing/birch.yaml")) == [
        (
            f"content/solutions/heat.md:6:15: error[partner-pending] partners[1].partner: "
            f"partner `birch` {PENDING}"
        ),
        f"content/solutions/heat.md:11: error[partner-pending] partner `birch` {PENDING}",
        (
            f"content/standing/acme.yaml:8:17: error[partner-pending] competes_with[0]: "
            f"partner `birch` {PENDING}"
        ),
    ]


def test_a_name_is_excepted_before_its_partner_is_admitted():
    files = without("content/standing/birch.yaml", "content/solutions/heat.md")
    files |= {ACME_STANDING: STANDING.replace("competes_with: [birch]\n", "")}
    files |= {"content/name-exceptions.yaml": "birch: seen and accepted\n"}
    assert told(files) == []


@pytest.mark.parametrize("text", ["", "name: [\n", "- a\n"])
def test_a_broken_programme_is_told_without_its_consequences(text):
    places = {
        line.partition(" ")[0].partition(":")[0]
        for line in told(FILES | {"content/program.yaml": text})
    }
    assert places == {"content/program.yaml"}


def test_a_programme_without_tiers_is_told_without_its_consequences():
    assert told(changed("content/program.yaml", "tiers:\n", "tires:\n")) == [
        (
            "content/program.yaml:3:1: error[key-unknown] tires: unknown key `tires`; "
            "did you mean `tiers`?"
        )
    ]


def test_a_missing_policy_is_told_without_its_consequences():
    assert told(without("content/placement/policy.yaml")) == [
        (
            "content/placement/policy.yaml: error[file-missing] this file is needed; "
            "add it; `pavgen new project` shows a complete one"
        )
    ]


def test_a_missing_hub_is_told_without_its_consequences():
    assert told(without("content/hubs/notes/index.md")) == [
        (
            "content/hubs/notes/index.md: error[file-missing] hub `notes` has no front page; "
            "add this file, with a title"
        )
    ]


def test_topics_are_those_of_the_articles_own_hub():
    files = FILES | {
        "content/hubs/other/index.md": "---\ntitle: Other\nsummary: More.\n---\n",
        "content/hubs/other/on-rules.md": FILES["content/hubs/notes/on-rules.md"],
    }
    assert [line.partition("] ")[2] for line in told(files)] == [
        "topics[0]: unknown topic `rules`; no topic has this id",
        "series: unknown series `basics`; no series has this id",
    ]


def test_every_vocabulary_has_a_code():
    empty = Known({}, {})
    for vocabulary in ("tiers", "solution_areas", "pages", "groups", "topics", "series", "events"):
        found = empty.check(Reference(vocabulary, "x", Span(LISTING, 1, 1), ""))
        assert found is not None
        assert found.code in CODES


def test_a_vocabulary_that_was_not_read_is_not_asked():
    known = Known({}, {}, unread=frozenset({"tiers"}))
    reference = Reference("tiers", "gold", Span(ACME_STANDING, 1, 1), "tier")
    assert known.check(reference) is None
    assert known.check(replace(reference, vocabulary="regions")) is not None


def test_a_region_of_any_depth_is_known():
    assert told(FILES | {LISTING: ACME.replace("regions: [no]", "regions: [emea, de, no]")}) == []


def test_default_orders_of_sections_must_be_in_the_policy():
    policy = POLICY.replace("  directory-list:", "  all-partners:")
    assert told(FILES | {"content/placement/policy.yaml": policy}) == [
        (
            "content/sites/partners.yaml:7:5: error[opportunity-unknown] sections[0].list: "
            "the section has no `list`, and the policy no opportunity `directory-list`; "
            "add `list` with an opportunity's id"
        )
    ]


def test_an_id_that_other_readers_take_for_a_number_or_truth_is_known():
    program = PROGRAM.replace("{id: de, label: Germany}", '{id: 012, label: "012"}')
    listing = ACME.replace("regions: [no]", "regions: [no, 012]")
    assert told(FILES | {"content/program.yaml": program, LISTING: listing}) == []


EXHIBITORS = {p: t for slug in ("ada", "bob", "cat", "dot") for p, t in partner(slug).items()}


def fair(name, *changes):
    """Return the project with the small event and its partners, one of its files changed."""
    files = event()
    path = f"content/events/fair/{name}.yaml"
    for old, new in changes:
        assert old in files[path]
        files[path] = files[path].replace(old, new, 1)
    return FILES | EXHIBITORS | files


def test_the_words_of_an_event_are_known_in_its_files():
    assert told(fair("event")) == []


@pytest.mark.parametrize(
    ("name", "change", "expected"),
    [
        ("event", ("package: booth,", "package: both,"), "package-unknown] exhibitors[0].package: unknown package `both`; did you mean `booth`?"),
        ("event", ("partner: ada", "partner: adda"), "partner-unknown] exhibitors[0].partner: unknown partner `adda`; did you mean `ada`?"),
        ("floorplan", ("{id: b3, hall: one", "{id: b3, hall: two"), "hall-unknown] booths[5].hall: unknown hall `two`; use one of `one`"),
        ("agenda", ("id: l1, room: loft", "id: l1, room: left"), "room-unknown] slots[2].room: unknown room `left`; did you mean `loft`?"),
        ("agenda", ("slot: l1", "slot: l9"), "slot-unknown] sessions[2].slot: unknown slot `l9`; use one of `l1`, `s1`, `s2`, `s3`"),
        ("agenda", ("track: practice", "track: practise"), "track-unknown] sessions[0].track: unknown track `practise`; did you mean `practice`?"),
        ("agenda", ("feature: stage", "feature: stagger"), "feature-unknown] rooms[0].feature: unknown feature `stagger`; did you mean `stage`?"),
        ("agenda", ("partners: [ada]", "partners: [adda]"), "partner-unknown] sessions[0].partners[0]: unknown partner `adda`; did you mean `ada`?"),
    ],
)  # fmt: skip
def test_an_unknown_word_of_an_event_is_told_with_the_nearest(name, change, expected):
    assert [line.partition("error[")[2] for line in told(fair(name, change))] == [expected]


def test_an_unknown_speaker_is_told_once():
    found = told(fair("agenda", ("speakers: [ben-rask]", "speakers: [ben-rusk, ben-rask]")))

    assert [line.partition("error[")[2] for line in found] == [
        (
            "speaker-unknown] sessions[1].speakers[0]: unknown speaker `ben-rusk`; did you mean"
            " `ben-rask`?"
        )
    ]


def test_words_of_one_event_mean_nothing_in_another():
    other = {path.replace("/fair/", "/expo/"): text for path, text in fair("event").items()}
    agenda = other["content/events/expo/agenda.yaml"].replace("loft", "attic")
    files = fair("agenda", ("id: l1, room: loft", "id: l1, room: attic"))
    found = told(files | other | {"content/events/expo/agenda.yaml": agenda})

    assert [line.partition(" ")[0].rpartition("/")[0] for line in found] == ["content/events/fair"]


@pytest.mark.parametrize("name", ["event", "floorplan", "agenda"])
def test_words_of_a_file_that_cannot_be_read_are_not_asked(name):
    path = f"content/events/fair/{name}.yaml"
    found = told(fair("event") | {path: "a: [\n"})

    assert {line.partition(":")[0] for line in found} == {path}


def test_every_vocabulary_of_events_has_a_code():
    for noun in (
        "package",
        "hall",
        "booth",
        "feature",
        "room",
        "track",
        "slot",
        "speaker",
        "shift",
    ):
        assert f"{noun}-unknown" in CODES
