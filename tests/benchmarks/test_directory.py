"""The directory that benchmarks build: whole, without findings, and the same each time."""

import subprocess
import sys

import pytest

from benchmarks.peers.directory import write_directory
from benchmarks.peers.pavgen_project import FULL
from benchmarks.peers.records import AS_OF, MOST, article_at, name_at, partner_at, solution_at
from pavgen.security.names import name_problems, skeleton


@pytest.mark.parametrize("variant", ["", FULL])
def test_a_directory_of_twelve_partners_is_checked_without_a_finding(tmp_path, variant):
    write_directory("pavgen", 12, tmp_path, variant)
    checked = subprocess.run(
        [sys.executable, "-m", "pavgen", "check", "--strict", "--as-of", AS_OF.isoformat()],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
    )
    assert (checked.returncode, checked.stdout + checked.stderr) == (0, "no errors, no warnings\n")


def test_of_100_000_names_none_is_refused_and_none_looks_like_another():
    names = [name_at(number) for number in range(100_000)]
    assert [name for name in names[::50] if name_problems(name)] == []
    assert len({skeleton(name) for name in names}) == len(names)
    assert len(names) < MOST


def test_abouts_have_between_120_and_290_words():
    counts = [len(partner_at(number).about.split()) for number in range(0, 100_000, 250)]
    assert (min(counts) >= 120, max(counts) <= 290) == (True, True)


def test_records_are_the_same_each_time():
    assert partner_at(41) == partner_at(41)
    assert solution_at(3, 50) == solution_at(3, 50)
    assert article_at(3, 50) == article_at(3, 50)


@pytest.mark.parametrize("generator", ["hugo", "eleventy", "pelican"])
def test_a_peer_has_a_file_for_each_record_with_its_text(tmp_path, generator):
    write_directory(generator, 20, tmp_path)
    texts = {path.stem: path.read_text() for path in tmp_path.rglob("*.md")}
    assert {f"solution-{n + 1:05d}" for n in range(4)} <= texts.keys()
    assert {f"article-{n + 1:05d}" for n in range(2)} <= texts.keys()
    for partner in map(partner_at, range(20)):
        assert texts[partner.slug].endswith(partner.about)
        assert partner.tagline in texts[partner.slug]
