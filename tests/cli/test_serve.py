"""`pavgen serve` as a process: what it opens, what it tells, how it ends."""

import re
import subprocess
import sys
from contextlib import contextmanager
from signal import SIGINT, SIGTERM
from time import sleep

import pytest

from tests.cli.commands import pavgen, plain_environment
from tests.plan.projects import files_of, partner, write

DAY = ("--as-of", "2026-06-15")
LISTING = "partners/ada/listing.yaml"


@pytest.fixture
def root(tmp_path):
    return write(tmp_path / "project", files_of(partner("ada")))


@contextmanager
def serving(root, *options, **environment):
    """Run it; yield the process, and what returns all that was told once it holds some words."""
    told = root / "told.txt"
    with told.open("w") as stream:
        running = subprocess.Popen(
            [sys.executable, "-m", "pavgen", "--project", str(root), "serve", "--port", "0", *DAY, *options],
            stderr=stream, stdout=subprocess.DEVNULL, env=plain_environment() | environment,
        )  # fmt: skip

    def until(words):
        for _ in range(600):
            text = told.read_text()
            if words in text or running.poll() is not None:
                return text
            sleep(0.1)
        return told.read_text()

    try:
        yield running, until
    finally:
        running.kill()
        running.wait()


@pytest.mark.parametrize(
    ("page", "path"), [([], "/"), (["/browse/"], "/browse/"), ([LISTING], "/ada/")]
)
def test_open_shows_the_site_or_a_page_named_by_address_or_source(root, tmp_path, page, path):
    browser = tmp_path / "browser"
    browser.write_text(
        f'#!/bin/sh\necho "$1" > {tmp_path}/opened.new\nmv {tmp_path}/opened.new {tmp_path}/opened\n'
    )
    browser.chmod(0o755)
    with serving(root, "--open", *page, "--follow", BROWSER=str(browser)) as (_, until):
        address = re.search(r"^main: (http://localhost:\d+)/$", until("Ctrl-C"), re.MULTILINE)
        for _ in range(100):
            if (tmp_path / "opened").exists():
                break
            sleep(0.1)
        assert address is not None
        assert (tmp_path / "opened").read_text() == f"{address.group(1)}{path}\n"


def test_a_line_for_each_rebuild_and_errors_in_full_once(root):
    text = (root / LISTING).read_text()
    with serving(root, "--poll") as (running, until):
        until("Ctrl-C")
        (root / LISTING).write_text("name: [")
        until("build stays")
        (root / "partners/ada/about.md").write_text("We mill.")
        until("still 1 error")
        (root / LISTING).write_text(text)
        until("mended")
        running.send_signal(SIGINT)
        assert running.wait(20) == 0
        told = re.sub(r"\d+\.\d\d s", "0.00 s", until("stopped")).splitlines()[3:]
    finding, *_, tally, first, second, third, stopped = told
    assert finding.startswith(f"{LISTING}:1:")
    assert tally == "1 error in 1 file"
    assert first == f"{LISTING}: 1 error in 1 file; the last good build stays, 0.00 s"
    assert (
        second
        == "partners/ada/about.md: still 1 error in 1 file; the last good build stays, 0.00 s"
    )
    assert re.fullmatch(rf"{LISTING}: mended, \d of \d+ pages changed, 0\.00 s", third)
    assert stopped == "stopped"


def test_a_request_to_end_during_a_rebuild_is_heeded_at_once(root):
    with serving(root) as (running, until):
        until("Ctrl-C")
        (root / LISTING).write_text((root / LISTING).read_text() + "\n")
        sleep(0.3)
        running.send_signal(SIGTERM)
        assert running.wait(20) == 143


def test_a_site_that_is_not_there_is_no_reason_to_wait(root):
    ran = pavgen("serve", "--site", "mian", *DAY, project=root)
    assert ran.status == 1
    assert "there is no site `mian`" in ran.err
    assert "Ctrl-C" not in ran.err
