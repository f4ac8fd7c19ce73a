"""Files: strays, records that are missing, logos named and logos there."""

import pytest

from tests.model.linking.projects import ACME, BIRCH, FILES, LISTING, told, without

FOLDER = "a partner's folder holds `listing.yaml`, `about.md`, `logo.*` and `logo-dark.*`"


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("partners/acme/brochure.pdf", f"error[file-stray] nothing reads this file; {FOLDER}"),
        ("partners/acme/more/about.md", f"error[file-stray] nothing reads this file; {FOLDER}"),
        ("partners/README", f"error[file-stray] nothing reads this file; {FOLDER}"),
        (
            "partners/birch/About.md",
            "error[file-stray] nothing reads this file; rename it to `about.md`",
        ),
        (
            "content/program.yml",
            "warning[file-stray] nothing reads this file; rename it to `program.yaml`",
        ),
        (
            "content/pages/about.markdown",
            "warning[file-stray] nothing reads this file; rename it to `about.md`",
        ),
        (
            "content/hubs/README",
            (
                "warning[file-stray] nothing reads this file; "
                "see the file layout in the documentation; remove it or move it"
            ),
        ),
        (
            "content/events/notes.txt",
            (
                "warning[file-stray] nothing reads this file; an event's folder holds"
                " `event.yaml`, `floorplan.yaml`, `agenda.yaml`, `index.md` and `releases.jsonl`"
            ),
        ),
    ],
)
def test_a_file_that_nothing_reads_is_told_and_only_a_partners_is_an_error(path, expected):
    assert told(FILES | {path: ""}) == [f"{path}: {expected}"]


def test_a_folder_of_an_event_without_its_record_is_told():
    files = FILES | {"content/events/fair/index.md": "Come.\n"}

    assert told(files) == [
        (
            "content/events/fair/event.yaml: error[file-missing] event `fair` has no record; add this"
            " file, or run `pavgen new event`"
        )
    ]


def test_files_of_other_parts_are_no_strays():
    others = (
        "content/placement/ledger/2026-01.jsonl",
        "content/media/a/b.png",
    )
    assert told(FILES | dict.fromkeys(others, "")) == []


def test_a_folder_without_a_listing_is_told():
    assert told(FILES | {"partners/cedar/about.md": "We are new.\n"}) == [
        (
            "partners/cedar/listing.yaml: error[listing-missing] partner `cedar` has no listing; "
            "add this file"
        )
    ]


def test_a_listing_with_another_ending_is_told_once():
    files = without("partners/birch/listing.yaml") | {"partners/birch/listing.yml": BIRCH}
    assert told(files) == [
        (
            "partners/birch/listing.yml: error[file-stray] nothing reads this file; "
            "rename it to `listing.yaml`"
        )
    ]


def test_a_standing_without_a_folder_is_told_with_the_folder_that_may_be_meant():
    standing = "id: p-003\nstatus: active\ntier: gold\njoined: 2025-01-01\n"
    lone = FILES | {"content/standing/cedar.yaml": standing}
    assert told(lone) == [
        (
            "partners/cedar/listing.yaml: error[listing-missing] partner `cedar` has no listing; "
            "add this file, or remove content/standing/cedar.yaml"
        )
    ]
    pending = lone | {"partners/ceder/listing.yaml": BIRCH.replace("Birch", "Ceder")}
    assert told(pending) == [
        (
            "partners/cedar/listing.yaml: error[listing-missing] partner `cedar` has no listing; "
            "add this file, or rename content/standing/cedar.yaml to `ceder.yaml`"
        )
    ]


def test_a_project_needs_a_site():
    assert told(without("content/sites/partners.yaml")) == [
        (
            "content/sites: error[file-missing] there is no site; "
            "add content/sites/<site>.yaml, or run `pavgen new site`"
        )
    ]


def test_a_hub_needs_its_front_page():
    assert told(
        FILES | {"content/hubs/more/first.md": FILES["content/hubs/notes/on-rules.md"]}
    ) == [
        (
            "content/hubs/more/index.md: error[file-missing] hub `more` has no front page; "
            "add this file, with a title"
        )
    ]


@pytest.mark.parametrize("slug", ["Birch", "birch_ag", "birch--ag", "con"])
def test_a_folder_must_have_the_name_of_a_slug(slug):
    files = FILES | {f"partners/{slug}/listing.yaml": BIRCH.replace("Birch", "Cedar")}
    lines = told(files)
    assert [line.partition(":")[0] for line in lines] == [f"partners/{slug}/listing.yaml"]


def test_a_misnamed_hub_folder_is_told_once():
    files = {path.replace("/notes/", "/my_notes/"): text for path, text in FILES.items()}
    assert [line for line in told(files) if "slug" in line] == [
        "content/hubs/my_notes/index.md: error[slug-form] `my_notes` is not a slug; use `my-notes`"
    ]


def test_a_logo_over_the_limit_is_told_by_how_much():
    assert told(FILES | {"partners/acme/logo.svg": "x" * 2001}) == [
        (
            "partners/acme/logo.svg: error[logo-too-large] 2,001 bytes are 1 over the limit of 2,000; "
            "export a smaller file"
        )
    ]
    assert told(FILES | {"partners/acme/logo.svg": "x" * 2000}) == []


def test_a_logo_that_is_named_must_be_there():
    assert told(without("partners/acme/logo.svg")) == [
        (
            f"{LISTING}:10:7: error[logo-missing] logo: there is no file `logo.svg` in this folder; "
            "add it, or remove `logo`"
        )
    ]
    dark = FILES | {LISTING: ACME + "logo_dark: logo-dark.svg\n"}
    assert told(dark) == [
        (
            f"{LISTING}:22:12: error[logo-missing] logo_dark: there is no file `logo-dark.svg` "
            "in this folder; did you mean `logo.svg`?"
        )
    ]


def test_a_logo_with_another_ending_is_told_once_with_the_file_that_is_there():
    assert told(FILES | {LISTING: ACME.replace("logo.svg", "logo.png")}) == [
        (
            f"{LISTING}:10:7: error[logo-missing] logo: there is no file `logo.png` in this folder; "
            "did you mean `logo.svg`?"
        )
    ]


def test_a_logo_in_capitals_is_told_once():
    files = without("partners/acme/logo.svg") | {"partners/acme/Logo.SVG": "<svg/>"}
    assert told(files) == [
        "partners/acme/Logo.SVG: error[file-stray] nothing reads this file; rename it to `logo.svg`"
    ]


@pytest.mark.parametrize(("name", "key"), [("logo.png", "logo"), ("logo-dark.webp", "logo_dark")])
def test_a_logo_nobody_names_is_a_warning(name, key):
    assert told(FILES | {f"partners/birch/{name}": "x"}) == [
        (
            f"partners/birch/{name}: warning[logo-unnamed] `{name}` is not named in the listing, "
            f"so nobody sees it; add `{key}: {name}`"
        )
    ]


def test_of_a_listing_that_cannot_be_read_nothing_more_is_told():
    lines = told(FILES | {LISTING: "name: [\n"})
    assert [line.split(" ")[:2] for line in lines] == [[f"{LISTING}:2:1:", "error[yaml-bracket]"]]
