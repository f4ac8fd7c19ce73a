"""Records, texts and logos become one programme."""

from datetime import date

import pytest

from pavgen.kernel.diagnostics import has_errors
from pavgen.model.decode import decode
from pavgen.model.linking.link import Material, link
from pavgen.model.logo import Logo
from pavgen.model.prose import plain_text
from pavgen.model.records.standing import Standing
from tests.model.linking.projects import FILES, SITE, changed, linked, parsed, told, without


def test_the_programme_holds_every_record():
    programme = linked(FILES).value
    assert list(programme.partners) == ["acme", "birch"]
    assert programme.pending == ()
    assert [(s.slug, plain_text(s.story)) for s in programme.solutions.values()] == [
        ("heat", "See the other.")
    ]
    assert [(a.hub, a.slug) for a in programme.hubs["notes"].articles] == [("notes", "on-rules")]
    assert (list(programme.pages), list(programme.sites)) == (["for-resellers"], ["partners"])
    assert programme.media == {"rules.svg": "content/media/rules.svg"}


def test_a_partner_is_its_own_word_and_the_programmes():
    acme = linked(FILES).value.partners["acme"]
    assert (acme.id, acme.name, acme.standing.tier, plain_text(acme.about)) == (
        "p-001",
        "Acme",
        "gold",
        "We make meters.",
    )


def test_a_logo_is_the_one_the_listing_names():
    documents = [parsed(path, text)[0] for path, text in FILES.items() if path.endswith(".yaml")]
    logo = Logo(40, 20, ())
    logos = {"partners/acme/logo.svg": logo, "partners/birch/logo.svg": logo}
    sizes = {path: len(text) for path, text in FILES.items()}
    programme = link(decode(documents).value, Material({}, logos, sizes, {})).value
    assert (programme.partners["acme"].logo, programme.partners["birch"].logo) == (logo, None)


def test_a_partner_is_found_by_its_slug_or_a_former_one():
    programme = linked(FILES).value
    acme = programme.partners["acme"]
    assert (programme.partner("acme"), programme.partner("acme-metering")) == (acme, acme)
    assert programme.partner("nobody") is None


def test_vocabularies_are_trees():
    words = linked(FILES).value.words
    assert words.regions.with_parents(["no"]) == ("emea", "no")
    assert words.tiers.ids() == ("gold", "silver")
    assert words.partner_types["reseller"].label == "Reseller"
    assert words.certifications.ids() == ("basic",)


PENDING = FILES | {
    "partners/cedar/listing.yaml": FILES["partners/birch/listing.yaml"].replace("Birch", "Cedar")
}


def test_a_pending_partner_is_checked_and_left_out():
    answer = linked(PENDING)
    assert (answer.ok, answer.value.pending) == (True, ("cedar",))
    assert list(answer.value.partners) == ["acme", "birch"]
    broken = PENDING["partners/cedar/listing.yaml"].replace("types: [integrator]", "types: [x]")
    assert has_errors(linked(PENDING | {"partners/cedar/listing.yaml": broken}).diagnostics)


def test_a_preview_admits_the_pending_to_the_lowest_tier_on_its_day():
    answer = linked(PENDING, preview=date(2026, 3, 1))
    assert answer.value.partners["cedar"].standing == Standing(
        id="pending-cedar", status="active", tier="silver", joined=date(2026, 3, 1)
    )
    assert (answer.ok, answer.value.pending) == (True, ("cedar",))


def test_a_preview_changes_nothing_of_those_admitted():
    plain, preview = linked(FILES), linked(FILES, preview=date(2026, 3, 1))
    assert plain.value.partners == preview.value.partners


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("We are the leading maker.", 1),
        ("Hello.\n\nWe are **the leading** maker.", 3),
        ("Hello. We are **the\nleading** maker.", 1),
        ("# THE LEADING\n", 1),
        ("- a\n- the-leading one", 2),
    ],
)
def test_a_claim_in_a_description_is_told(text, line):
    assert told(FILES | {"partners/acme/about.md": text}) == [
        (
            f"partners/acme/about.md:{line}: error[unproven-claim] `the leading` is a claim nobody can check; "
            "say what you do instead; no listing may use it"
        )
    ]


def test_staff_may_say_what_no_listing_may():
    page = "---\ntitle: The leading page\n---\nWe are the leading programme.\n"
    assert told(FILES | {"content/pages/for-resellers.md": page}) == []


@pytest.mark.parametrize(("count", "lines"), [(2, 0), (3, 1), (20, 1), (50, 1)])
def test_links_are_counted_once(count, lines):
    links = ", ".join(f"l{n}: https://acme.example/{n}" for n in range(count))
    listing = FILES["partners/acme/listing.yaml"].replace("docs: https://acme.example/docs", links)
    found = told(FILES | {"partners/acme/listing.yaml": listing})
    assert [line.split(" ")[1] for line in found] == ["error[links-too-many]"] * lines


@pytest.mark.parametrize(
    ("path", "old", "new", "expected"),
    [
        ("content/hubs/notes/on-rules.md", "rules.svg", "rule.svg", "8:8: error[media-missing] image: there is no image `rule.svg`"),
        ("content/pages/for-resellers.md", "media/rules.svg", "media/a/b.png", "4: error[media-missing] there is no image `a/b.png`"),
    ],
)  # fmt: skip
def test_an_image_that_is_shown_must_be_there(path, old, new, expected):
    assert told(changed(path, old, new)) == [
        f"{path}:{expected} below content/media/; add it, or correct the path"
    ]


def test_a_section_stands_once_at_a_path():
    site = SITE + "  - {kind: hub, path: /notes/, hub: notes}\n"
    assert told(FILES | {"content/sites/partners.yaml": site}) == [
        (
            "content/sites/partners.yaml:11:23: error[section-twice] sections[4].path: "
            "two sections of kind `hub` stand at `/notes/`; give each its own path"
        )
    ]


def test_sections_that_cannot_be_read_are_not_taken_for_twins():
    site = SITE + "  - {kind: hbu, path: /a/}\n  - {kind: pgs, path: /b/}\n"
    lines = told(FILES | {"content/sites/partners.yaml": site})
    assert [line.split(" ")[1] for line in lines] == ["error[value-choice]"] * 2


def test_findings_do_not_depend_on_the_order_of_files():
    files = FILES | {"partners/acme/x.pdf": "", "content/program.yaml": "name: Only\n"}
    backwards = dict(reversed(files.items()))
    assert told(files) == told(backwards) != []


def test_of_an_empty_project_what_is_missing_is_told():
    assert told(without(*FILES)) == []
