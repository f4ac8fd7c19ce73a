"""The page that sets partners side by side: one for all choices, in the first directory."""

from tests.plan.projects import files_of, partner, planned, site


def test_the_comparison_reads_the_list_of_the_first_directory(tmp_path):
    sections = ["kind: directory, path: /", "kind: directory, path: /more/"]
    made = planned(tmp_path, files_of(partner("acme"), main=site(sections)))
    pages = [path for path in made.paths if "compare" in path]

    assert pages == ["compare/index.html"]
    assert made.content("compare/").data == made.content("browse/").data
    assert made.content("compare/").browse.href == "/browse/"
    assert made.view("more/").shell.compare == "/compare/"


def test_a_site_without_a_directory_compares_nobody(tmp_path):
    made = planned(tmp_path, files_of(partner("acme"), main=site(["kind: showcase, path: /"])))

    assert made.view("").shell.compare == ""
    assert "compare/index.html" not in made.paths
