"""Streams: who reads them, who went away, and which characters they take."""

import json
import os
import pty
import subprocess
import sys

from tests.cli.commands import pavgen, plain_environment

DAY = ("--as-of", "2026-11-21")


def command(project, *arguments):
    return [sys.executable, "-m", "pavgen", "--project", str(project), *arguments]


def test_json_stands_alone_on_standard_output(project):
    ran = pavgen("build", *DAY, "--json", project=project)
    report = json.loads(ran.out)
    assert ran.err == ""
    assert {key: report[key] for key in ("command", "as_of", "errors", "written")} == {
        "command": "build",
        "as_of": "2026-11-21",
        "errors": 0,
        "written": True,
    }
    assert report["next_transition"] == "2026-11-23"
    assert [site["site"] for site in report["sites"]] == ["partners"]


def test_a_reader_that_goes_away_changes_nothing(project):
    reading, writing = os.pipe()
    os.close(reading)
    done = subprocess.run(
        command(project, "placement", "show", *DAY),
        stdout=writing, stderr=subprocess.PIPE, env=plain_environment(), check=False, text=True,
    )  # fmt: skip
    os.close(writing)
    assert (done.returncode, done.stderr) == (0, "")


def test_closed_streams_change_nothing(project):
    done = subprocess.run(
        ["sh", "-c", '"$@" >&- 2>&-', "sh", *command(project, "check", *DAY)],
        env=plain_environment(), check=False,
    )  # fmt: skip
    assert done.returncode == 0


def test_a_full_disk_behind_standard_output_ends_with_6(project):
    with open("/dev/full", "w") as full:  # noqa: PTH123 - a device
        done = subprocess.run(
            command(project, "placement", "show", *DAY),
            stdout=full, stderr=subprocess.PIPE, env=plain_environment(), check=False, text=True,
        )  # fmt: skip
    assert (done.returncode, done.stderr) == (
        6,
        "pavgen: standard output: No space left on device\n",
    )


def test_any_locale_gets_utf_8(project):
    listing = project / "partners/example-partner/listing.yaml"
    listing.write_text(listing.read_text().replace("Example Partner", "Słoneczny Żagiel"))
    for locale in ("C", "POSIX", "de_DE.ISO-8859-1"):
        ran = pavgen(
            "placement", "show", *DAY, project=project,
            LC_ALL=locale, PYTHONUTF8="0", PYTHONCOERCECLOCALE="0", PYTHONIOENCODING="latin-1",
        )  # fmt: skip
        assert ran.status == 0
        assert "Słoneczny Żagiel" in ran.out


def test_colours_are_for_terminals_and_only_when_wanted(project):
    (project / "partners/example-partner/listing.yaml").write_text("name: [")
    assert "\x1b" not in pavgen("check", *DAY, project=project).err
    assert "\x1b[1;31merror" in on_terminal(command(project, "check", *DAY))
    assert "\x1b[1;31merror" not in on_terminal(command(project, "check", *DAY), NO_COLOR="1")


def on_terminal(arguments, **environment):
    leader, follower = pty.openpty()
    running = subprocess.Popen(
        arguments, stdout=follower, stderr=follower,
        env=plain_environment() | {"TERM": "xterm"} | environment,
    )  # fmt: skip
    os.close(follower)
    parts = []
    while True:
        try:
            part = os.read(leader, 65536)
        except OSError:
            break
        if not part:
            break
        parts.append(part)
    running.wait(60)
    os.close(leader)
    return b"".join(parts).decode()
