"""A machine that gives little: memory, open files, sizes of files, processor time."""

import pytest

from tests.faults.harm import output_of

OLD, NEW = (("build", "--as-of", f"2026-11-{day}") for day in (21, 30))
LOGO = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 6"><path d="M1 1h7v4H1z"/></svg>'
# A blur as wide as the cleaner lets pass, of a drawing as large as it may be.
HEAVY = (
    b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9999 9999">'
    b'<filter id="f"><feGaussianBlur stdDeviation="900"/></filter>'
    + b'<g filter="url(#f)"><path d="M9 9h9900v9900z"/></g>' * 40
    + b"</svg>"
)


def with_logo(project, data):
    listing = project / "partners/example-partner/listing.yaml"
    listing.write_text(listing.read_text() + "logo: logo.svg\n")
    (project / "partners/example-partner/logo.svg").write_bytes(data)


ENOUGH = {
    "512 MiB of memory": {"RLIMIT_AS": 512 * 1024 * 1024},
    "64 open files": {"RLIMIT_NOFILE": 64},
    "a stack of 1 MiB": {"RLIMIT_STACK": 1024 * 1024},
    "10 seconds of processor time": {"RLIMIT_CPU": 10},
}


@pytest.mark.parametrize("limits", ENOUGH.values(), ids=ENOUGH)
def test_little_is_enough_for_a_site_with_a_logo(pavgen, project, limits):
    with_logo(project, LOGO)
    ran = pavgen(*OLD, project=project, limits=limits)
    assert (ran.status, "logo-unmeasured" in ran.err) == (0, False)


TOO_LITTLE = {
    "files of 4 KiB": ({"RLIMIT_FSIZE": 4096}, "File too large"),
    "6 open files": ({"RLIMIT_NOFILE": 6}, "Too many open files"),
}


@pytest.mark.parametrize(("limits", "words"), TOO_LITTLE.values(), ids=TOO_LITTLE)
def test_too_little_ends_with_6_and_the_old_site(pavgen, project, limits, words):
    pavgen(*OLD, project=project)
    before = output_of(project)
    ran = pavgen(*NEW, "--no-cache", project=project, limits=limits)
    assert (ran.status, words in ran.err) == (6, True)
    assert output_of(project) == before
    assert pavgen(*NEW, project=project).status == 0


def test_a_drawing_as_heavy_as_may_be_is_drawn_within_what_a_worker_has(pavgen, project):
    with_logo(project, HEAVY)
    ran = pavgen(*OLD, project=project)
    assert (ran.status, "logo-unmeasured" in ran.err) == (0, False)
