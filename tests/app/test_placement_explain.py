"""`placement explain`: a partner's places, list by list, in words and as a tree."""

from datetime import date
from pathlib import Path

import pytest

from pavgen.app.new import NewRequest, new
from pavgen.app.placement_explain import ExplainRequest, placement_explain
from pavgen.place.reasoning_kinds import ReasonKind

MADE = date(2026, 11, 21)
DAY = date(2026, 11, 25)


@pytest.fixture(scope="module")
def root(tmp_path_factory) -> Path:
    folder: Path = tmp_path_factory.mktemp("project") / "north-sea"
    assert new(NewRequest("project", "north-sea", folder, MADE)).ok
    (folder / "partners/fjordlys").mkdir()
    for path in (folder / "partners/example-partner").iterdir():
        text = path.read_bytes().replace(b"Example Partner", b"Fjordlys")
        (folder / "partners/fjordlys" / path.name).write_bytes(text)
    standing = folder / "content/standing/example-partner.yaml"
    standing.write_text(standing.read_text() + "aliases: [former-name]\n")
    return folder


def explained(root, partner, opportunity=""):
    return placement_explain(ExplainRequest(root, DAY, partner, opportunity))


def told(root, partner, opportunity=""):
    return [(d.code, d.what, d.remedy) for d in explained(root, partner, opportunity).diagnostics]


@pytest.mark.parametrize("name", ["example-partner", "former-name", "partner-0001"])
def test_partner_is_found_by_slug_former_slug_and_id(root, name):
    answer = explained(root, name)
    assert answer.diagnostics == ()
    assert (answer.value.partner, answer.value.id) == ("example-partner", "partner-0001")
    assert [listed.opportunity for listed in answer.value.lists] == [
        "directory-list",
        "home-spotlight",
    ]


def test_list_is_explained_step_by_step_and_as_a_tree(root):
    (listed,) = explained(root, "example-partner", "home-spotlight").value.lists
    assert listed.tree.kind is ReasonKind.PLACED
    assert listed.steps[0] == (
        "Example Partner stands at position 1 of 1 in “In the spotlight” for 2026-W48."
    )
    assert len(listed.steps) == 1 + len(listed.tree.parts)


def test_unknown_partner_is_an_error_with_a_suggestion(root):
    assert told(root, "exmaple-partner") == [
        (
            "partner-unknown",
            "there is no partner `exmaple-partner`",
            "did you mean `example-partner`?",
        )
    ]


def test_pending_partner_is_told_to_have_no_standing(root):
    assert told(root, "fjordlys") == [
        (
            "partner-pending",
            "partner `fjordlys` is pending: it has a listing and no standing, so no list has it",
            "add `content/standing/fjordlys.yaml` to admit it",
        )
    ]


def test_unknown_list_is_told_beside_an_unknown_partner(root):
    assert [code for code, _, _ in told(root, "nobody-at-all", "home-spotlite")] == [
        "opportunity-unknown",
        "partner-unknown",
    ]


def test_project_with_errors_explains_nothing_and_says_why(tmp_path):
    answer = placement_explain(ExplainRequest(tmp_path, DAY, "example-partner"))
    assert answer.value.lists == ()
    assert "project-missing" in {d.code for d in answer.diagnostics}
