"""Finding the project a command works on."""

from tests.cli.commands import pavgen


def test_the_nearest_folder_upwards_is_the_project(project):
    below = project / "partners/example-partner"
    assert pavgen("check", cwd=below).status == 0


def test_a_folder_that_is_given_is_not_searched_upwards(project):
    ran = pavgen("check", project=project / "partners")
    assert ran.status == 2
    assert "no project in" in ran.err


def test_a_programme_that_is_a_link_is_found_and_refused_by_name(project):
    (project / "content/program.yaml").rename(project / "elsewhere.yaml")
    (project / "content/program.yaml").symlink_to(project / "elsewhere.yaml")
    ran = pavgen("check", project=project)
    assert ran.status == 1
    assert "content/program.yaml: error[path-kind]" in ran.err
