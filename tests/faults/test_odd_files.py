"""What may lie in a project's folders in place of plain files, and how much of it."""

import os

import pytest

from tests.faults.harm import (
    bound_socket,
    deep,
    device,
    link_to,
    long_path,
    output_of,
    pipe,
)

CHECK = ("check", "--as-of", "2026-11-21")
BUILD = ("build", "--as-of", "2026-11-21")
PLACES = ("content/pages/odd.md", "partners/example-partner/about.md", "content/program.yaml")
ODD = {
    "a pipe": pipe,
    "a socket": bound_socket,
    "a device": device,
    "a link to itself": link_to("odd.md"),
    "a link to nowhere": link_to("nowhere"),
    "a link to the password file": link_to("/etc/passwd"),
    "a link to a device without end": link_to("/dev/zero"),
    "a link to the folder above": link_to(".."),
}


def test_whatever_is_no_plain_file_is_refused_by_name_and_never_opened(pavgen, project):
    made = []
    for number, (name, make) in enumerate(ODD.items()):
        for place in PLACES[:2]:
            path = (project / place).with_name(f"odd-{number}.md")
            make(path)
            made.append((path.relative_to(project).as_posix(), name))
    ran = pavgen(*CHECK, project=project)
    assert ran.status == 1
    said = [line.partition(": ")[0] for line in ran.err.splitlines() if "[path-kind]" in line]
    assert said == sorted(path for path, _ in made)


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("kind", ["a pipe", "a link to a device without end"])
def test_a_file_of_the_project_replaced_by_something_odd_is_refused(pavgen, project, place, kind):
    (project / place).unlink(missing_ok=True)
    ODD[kind](project / place)
    ran = pavgen(*BUILD, project=project)
    assert (ran.status, ran.err.startswith(f"{place}: error[path-kind]")) == (1, True)
    assert not (project / "output").exists()


@pytest.mark.parametrize("place", ["content", "partners/example-partner"])
def test_three_thousand_folders_within_one_another_are_one_finding(pavgen, project, place):
    deep(project / place)
    ran = pavgen(*BUILD, project=project)
    found = ran.err.splitlines()
    assert (ran.status, "error[path-depth]" in found[0], found[1]) == (1, True, "1 error in 1 file")


def test_folders_too_deep_in_output_and_cache_are_cleaned_away(pavgen, project):
    pavgen(*BUILD, project=project)
    before = output_of(project)
    deep(project / "output/partners")
    assert pavgen(*BUILD, project=project).status == 0
    assert output_of(project) == before
    deep(project / "output/partners")
    deep(project / ".pavgen-cache")
    assert pavgen("clean", project=project).status == 0
    assert sorted(path.name for path in project.iterdir()) == ["content", "partners"]


def test_names_and_paths_as_long_as_they_can_be_are_findings(pavgen, project):
    (project / f"content/pages/{'n' * 252}.md").write_text("---\ntitle: Long\n---\nText.\n")
    (project / f"content/pages/{'é' * 126}.md").write_text("---\ntitle: Long\n---\nText.\n")
    long_path(project / "content")
    ran = pavgen(*CHECK, project=project)
    assert ran.status == 1
    for code in ("path-length", "slug-form"):
        assert f"error[{code}]" in ran.err


@pytest.mark.parametrize(
    ("place", "status", "words"),
    [
        ("partners/example-partner", 1, "error[folder-size]"),
        ("content/pages", 0, "and 2,000 more findings"),
    ],
)
def test_very_many_files_are_counted_and_not_all_told(pavgen, project, place, status, words):
    for number in range(3_000):
        os.close(os.open(project / place / f"{number}.txt", os.O_CREAT | os.O_WRONLY))
    ran = pavgen(*CHECK, project=project)
    assert (ran.status, words in ran.err) == (status, True)
    assert len(ran.err.splitlines()) < 1_100
