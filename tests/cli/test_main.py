"""Exit statuses and last words: what every kind of ending looks like from outside."""

import errno
import os
import shutil
import signal
import subprocess
import sys
import time

import click
import pytest

from pavgen import __version__
from pavgen.cli.commands import clean as clean_command
from pavgen.cli.main import run
from pavgen.files.lock import build_lock
from pavgen.kernel.diagnostics import DefectError
from tests.cli.commands import pavgen, plain_environment, tree_of

DAY = ("--as-of", "2026-11-21")


@pytest.fixture
def ending(monkeypatch, project):
    """Return a way to run a command that ends with an exception."""

    def ended(error):
        def fail(*_, **__):
            raise error

        (project / "output").mkdir()
        monkeypatch.setattr(clean_command, "clean", fail)
        return run(["--project", str(project), "clean"])

    return ended


def test_version_and_help_are_results_on_standard_output():
    assert (pavgen("--version").out, pavgen("--version").status) == (f"pavgen {__version__}\n", 0)
    ran = pavgen("build", "--help")
    assert ran.status == 0
    assert "Examples:\n    pavgen build" in ran.out
    assert ran.err == ""


def test_a_good_project_ends_with_0(project):
    ran = pavgen("build", *DAY, project=project)
    assert (ran.status, ran.out) == (0, "")
    assert (project / "output/partners/index.html").is_file()


def test_errors_of_the_content_end_with_1(project):
    (project / "partners/example-partner/listing.yaml").write_text("name: [")
    assert pavgen("check", *DAY, project=project).status == 1


@pytest.mark.parametrize(
    "arguments",
    [
        ["bulid"],
        ["build", "--colour"],
        ["build", "--as-of", "tomorrow"],
        ["check", "--format", "xml"],
        ["new", "partner"],
        ["schema", "--check"],
        ["serve", "--host", "192.0.2.1"],
    ],
)
def test_usage_ends_with_2_and_one_message(scaffold, capsys, arguments):
    assert run(["--project", str(scaffold), *arguments]) == 2
    told = capsys.readouterr()
    assert told.out == ""
    assert "Error: " in told.err


def test_no_project_ends_with_2_and_says_how_to_begin_one(tmp_path):
    ran = pavgen("build", cwd=tmp_path)
    assert ran.status == 2
    assert "pavgen new project NAME" in ran.err


@pytest.mark.parametrize("error", [DefectError("promise broken"), ValueError("odd"), KeyError(1)])
def test_a_defect_ends_with_3_and_says_how_to_report_it(ending, capsys, error):
    assert ending(error) == 3
    told = capsys.readouterr().err
    assert told.startswith(f"pavgen: {type(error).__name__}: ")
    assert "PAVGEN_TRACEBACK=1" in told
    assert "Traceback" not in told


def test_a_defect_shows_its_traceback_on_request(ending, capsys, monkeypatch):
    monkeypatch.setenv("PAVGEN_TRACEBACK", "1")
    assert ending(DefectError("promise broken")) == 3
    assert "Traceback" in capsys.readouterr().err


def test_warnings_end_with_0_and_under_strict_with_4(project):
    (project / "content/pages/notes.txt").write_text("stray")
    ran = pavgen("check", *DAY, project=project)
    strict = pavgen("build", *DAY, "--strict", project=project)
    assert (ran.status, strict.status) == (0, 4)
    assert not (project / "output").exists()


def test_a_refusal_of_the_machine_ends_with_6_and_names_the_path(ending, capsys):
    error = OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), "output/partners/index.html")
    assert ending(error) == 6
    assert capsys.readouterr().err == (
        "pavgen: output/partners/index.html: No space left on device\n"
    )


def test_no_memory_left_ends_with_6(ending):
    assert ending(MemoryError()) == 6


@pytest.mark.parametrize("error", [KeyboardInterrupt(), click.Abort()])
def test_an_interruption_ends_with_130(ending, error):
    assert ending(error) == 130


def test_a_project_that_is_being_built_ends_with_7_at_once(project):
    with build_lock(project):
        ran = pavgen("build", *DAY, project=project)
    assert ran.status == 7
    assert "is building this project" in ran.err


@pytest.mark.skipif(
    os.geteuid() != 0 or shutil.which("setpriv") is None, reason="needs root and setpriv"
)
def test_an_output_that_may_not_be_written_ends_with_6(project):
    # Another user may not be allowed to start this interpreter again, as workers do.
    site = project / "content" / "sites" / "partners.yaml"
    site.write_text(site.read_text() + "social_cards: false\nsearch: false\n")
    pavgen("build", *DAY, project=project)
    for folder in (project, *project.rglob("*")):
        folder.chmod(0o555 if folder.is_dir() else 0o444)
    for folder in project.parents:
        if folder.owner() == "root" and len(folder.parts) > 2:
            folder.chmod(0o755)
    before = tree_of(project)
    done = subprocess.run(
        ["setpriv", "--reuid=65534", "--regid=65534", "--clear-groups", sys.executable, "-m",
         "pavgen", "--project", str(project), "build", "--as-of", "2026-12-21"],
        capture_output=True, check=False, text=True, env=plain_environment(),
    )  # fmt: skip
    assert (done.returncode, done.stdout) == (6, "")
    assert "Permission denied" in done.stderr.splitlines()[-1]
    assert str(project) in done.stderr.splitlines()[-1]
    assert tree_of(project) == before


@pytest.mark.parametrize(("number", "status"), [(signal.SIGTERM, 143), (signal.SIGINT, 130)])
def test_a_signal_ends_a_build_with_its_status_and_leaves_the_old_site(project, number, status):
    assert pavgen("build", *DAY, project=project).status == 0
    before = tree_of(project / "output")
    for page in range(400):
        (project / f"content/pages/page-{page}.md").write_text(f"---\ntitle: P {page}\n---\nText.")
    build = subprocess.Popen(
        [sys.executable, "-m", "pavgen", "--project", str(project), "build", *DAY],
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=plain_environment(), text=True,
    )  # fmt: skip
    _wait_for_import(build.pid)
    build.send_signal(number)
    _, told = build.communicate(timeout=60)
    assert (build.returncode, told) == (status, "pavgen: interrupted\n")
    assert tree_of(project / "output") == before


def _wait_for_import(pid):
    """Wait until the process has the image library's or YAML's module in memory."""
    for _ in range(200):
        with open(f"/proc/{pid}/maps") as maps:  # noqa: PTH123 - a file of the kernel's
            if "_yaml" in maps.read():
                break
        time.sleep(0.02)
    time.sleep(0.3)


_LOST = """
import os, signal, sys, time
from pavgen.cli import main

class Dies:
    def __del__(self):
        os.kill(os.getpid(), signal.SIGTERM)
        time.sleep(0.05)

def work(*given, **named):
    Dies()
    time.sleep(60)

main.pavgen.main = work
main.main([])
"""


def test_a_signal_that_comes_within_a_destructor_is_not_lost():
    ran = subprocess.run(
        [sys.executable, "-c", _LOST],
        capture_output=True, check=False, text=True, env=plain_environment(), timeout=50,
    )  # fmt: skip
    assert (ran.returncode, ran.stderr) == (143, "pavgen: interrupted\n")
