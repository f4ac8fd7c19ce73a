"""A check of one folder tells what is wrong there, and counts what is wrong elsewhere."""

from pavgen.app.checking import check_paths
from pavgen.model.showing import Showing
from tests.plan.projects import DAY, files_of, partner, site, write

PAGES = ["kind: directory, path: /"]


def told(root, *paths):
    found = check_paths(root, Showing(DAY), paths)
    return [(d.span.path, d.code) for d in found.diagnostics], found.elsewhere


def project(tmp_path):
    """Write a project in which two partners name a type that is not there, and one is sound."""
    files = files_of(
        partner("ada", "size: huge\n"),
        partner("adal", "size: huge\n"),
        partner("bob"),
        main=site(PAGES),
    )
    return write(tmp_path, files)


def test_a_folder_has_its_own_findings_and_not_those_of_one_whose_name_begins_alike(tmp_path):
    root = project(tmp_path)

    assert told(root, "partners/ada") == ([("partners/ada/listing.yaml", "value-choice")], 1)


def test_a_sound_folder_has_none(tmp_path):
    assert told(project(tmp_path), "partners/bob") == ([], 2)


def test_a_file_may_be_named_and_several_folders(tmp_path):
    found, elsewhere = told(project(tmp_path), "partners/ada/listing.yaml", "partners/adal/")

    assert [path for path, _ in found] == [
        "partners/ada/listing.yaml",
        "partners/adal/listing.yaml",
    ]
    assert elsewhere == 0


def test_a_reference_that_only_the_whole_project_can_judge_is_judged(tmp_path):
    files = files_of(partner("ada", "competes_with: [nobody]\n"), main=site(PAGES))
    root = write(tmp_path, files)

    assert told(root, "partners/ada") == ([("partners/ada/listing.yaml", "partner-unknown")], 0)


def test_a_partner_that_is_not_admitted_is_named_as_pending(tmp_path):
    files = files_of(partner("ada"), partner("bob"), main=site(PAGES))
    del files["content/standing/bob.yaml"]
    found = check_paths(write(tmp_path, files), Showing(DAY), ["partners/bob"])

    assert (found.diagnostics, found.pending) == ((), ("bob",))


def test_the_project_as_a_whole_may_be_named(tmp_path):
    assert told(project(tmp_path), ".")[1] == 0
