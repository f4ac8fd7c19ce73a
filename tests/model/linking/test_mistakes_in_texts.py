"""Mistakes in solutions, hubs, articles, pages and descriptions: each is told once, where it stands, with what would be right."""

import pytest

from tests.model.linking.projects import changed, told


@pytest.mark.parametrize(
    ("path", "old", "new", "expected"),
    [
        (
            "content/solutions/heat.md",
            "partner: acme",
            "partner: acmee",
            "content/solutions/heat.md:5:15: error[partner-unknown] partners[0].partner: unknown partner `acmee`; did you mean `acme`?",
        ),
        (
            "content/solutions/heat.md",
            "partner: acme",
            "partner: acme-metering",
            "content/solutions/heat.md:5:15: error[partner-unknown] partners[0].partner: unknown partner `acme-metering`; it is now called `acme`",
        ),
        (
            "content/solutions/heat.md",
            "partner: birch",
            "partner: acme",
            "content/solutions/heat.md:6:15: error[value-repeated] partners[1].partner: `acme` stands here already; remove it",
        ),
        (
            "content/solutions/heat.md",
            "expires: 2027-02-01",
            "expires: 2025-02-01",
            "content/solutions/heat.md:9:10: error[value-range] expires: `2025-02-01` is before `published`, which is `2026-02-01`; give a later day",
        ),
        (
            "content/solutions/heat.md",
            "partner:birch",
            "partner:brich",
            "content/solutions/heat.md:11: error[partner-unknown] unknown partner `brich`; did you mean `birch`?",
        ),
        (
            "content/solutions/heat.md",
            "published: 2026-02-01\n",
            "",
            "content/solutions/heat.md:2:1: error[key-missing] published: `published` is missing; add `published:` (from this day on it is shown)",
        ),
        (
            "content/solutions/heat.md",
            "title: Heat by the hour",
            "titel: Heat",
            "content/solutions/heat.md:2:1: error[key-unknown] titel: unknown key `titel`; did you mean `title`?",
        ),
        (
            "content/solutions/heat.md",
            ", role: Meters",
            "",
            "content/solutions/heat.md:5:5: error[key-missing] partners[0].role: `role` is missing; add `role:` (what it does in this solution)",
        ),
        (
            "content/hubs/notes/on-rules.md",
            "topics: [rules]",
            "topics: [rule]",
            "content/hubs/notes/on-rules.md:6:10: error[topic-unknown] topics[0]: unknown topic `rule`; did you mean `rules`?",
        ),
        (
            "content/hubs/notes/on-rules.md",
            "series: basics",
            "series: advanced",
            "content/hubs/notes/on-rules.md:7:9: error[series-unknown] series: unknown series `advanced`; use one of `basics`",
        ),
        (
            "content/hubs/notes/on-rules.md",
            "image: rules.svg",
            "image: rule.svg",
            "content/hubs/notes/on-rules.md:8:8: error[media-missing] image: there is no image `rule.svg` below content/media/; add it, or correct the path",
        ),
        (
            "content/hubs/notes/on-rules.md",
            "status: published",
            "status: publish",
            "content/hubs/notes/on-rules.md:9:9: error[value-choice] status: unknown value `publish`; did you mean `published`?",
        ),
        (
            "content/hubs/notes/on-rules.md",
            "contributed_by: acme",
            "contributed_by: acem",
            "content/hubs/notes/on-rules.md:5:17: error[partner-unknown] contributed_by: unknown partner `acem`; did you mean `acme`?",
        ),
        (
            "content/hubs/notes/on-rules.md",
            "type=reseller",
            "type=resellers",
            "content/hubs/notes/on-rules.md:12: error[type-unknown] type: unknown type `resellers`; did you mean `reseller`?",
        ),
        (
            "content/hubs/notes/index.md",
            "topics: [{id: rules, label: Rules}]",
            "topics: [{id: rules, label: Rules}, {id: rules, label: Again}]",
            "content/hubs/notes/index.md:4:42: error[term-twice] topics[1].id: `rules` is declared in topics already; keep one of the two; the first is in line 4",
        ),
        (
            "content/hubs/notes/index.md",
            "title: Notes\n",
            "",
            "content/hubs/notes/index.md:2:1: error[key-missing] title: `title` is missing; add `title:` (the hub's title)",
        ),
        (
            "content/pages/for-resellers.md",
            "media/rules.svg",
            "media/none.svg",
            "content/pages/for-resellers.md:4: error[media-missing] there is no image `none.svg` below content/media/; add it, or correct the path",
        ),
        (
            "content/pages/for-resellers.md",
            "title: For resellers",
            "title: For resellers\nstatus: hidden",
            "content/pages/for-resellers.md:3:9: error[value-choice] status: unknown value `hidden`; use one of `draft`, `review`, `published`",
        ),
        (
            "partners/acme/about.md",
            "meters",
            "the\nleading meters",
            "partners/acme/about.md:1: error[unproven-claim] `the leading` is a claim nobody can check; say what you do instead; no listing may use it",
        ),
    ],
)
def test_a_mistake_is_told_once(path, old, new, expected):
    assert told(changed(path, old, new)) == [expected]
