"""`pavgen review` as a build runs it: statuses, what may be asked, and what its output can do."""

import json

import click
import pytest

from pavgen.cli.commands.review import command
from tests.cli.commands import pavgen, tree_of
from tests.render.reports.test_review_markdown import wrong_in
from tests.render.reports.test_review_text import unsafe_lines
from tests.review.repository import ACME, DAY, STRANGER, listing

ABOUT = "partners/acme/about.md"
TEAM = "x` @org/team `y <img src=x> [a](https://evil.example/) ##[error]e"


def test_a_process_gives_the_report_and_the_verdicts_status(repository):
    head = repository.commit({ABOUT: "We row.\n"})
    ran = pavgen(
        "review", "--base", "main", "--head", head, "--actor-id", STRANGER, "--as-of", DAY,
        "--format", "markdown", project=repository.root,
    )  # fmt: skip
    assert (ran.status, ran.err) == (4, "")
    assert ran.out.startswith("<!-- pavgen review -->\n### Refused as it stands\n")


def test_nothing_else_is_asked_for_so_no_label_or_title_can_count():
    assert [option.name for option in command.params] == [
        "base", "head", "account", "expected", "as_of", "form", "comment",
    ]  # fmt: skip
    assert isinstance(command, click.Command)


def test_one_run_gives_the_report_for_programs_and_the_one_for_a_comment(repository, tmp_path):
    head = repository.commit({ABOUT: "We row.\n"})
    file = tmp_path / "comment.md"
    file.write_text("an older one")
    status, told = repository.said(head, ACME, "--format", "json", "--markdown", str(file))
    _, comment = repository.said(head, ACME, "--format", "markdown")
    assert (status, json.loads(told)["verdict"]) == (0, "pass")
    assert file.read_text() == comment


def test_a_report_that_cannot_be_written_is_no_verdict(repository, tmp_path, capsys):
    file = tmp_path / "comment.md"
    file.symlink_to(tmp_path / "elsewhere")
    head = repository.commit({ABOUT: "We row.\n"})
    assert repository.said(head, ACME, "--markdown", str(file)) == (1, "")
    assert "comment.md: error[" in capsys.readouterr().err
    assert not (tmp_path / "elsewhere").exists()


def test_a_crash_has_a_status_that_is_no_verdict(repository, capsys):
    # No process can be given this name of a commit, and so nothing looks for it.
    assert repository.said("a\0b", ACME) == (1, "")
    assert capsys.readouterr().err.startswith("pavgen: ValueError: embedded null byte\nThis is a")


@pytest.mark.parametrize("wrong", ["-1", "acme-web", "1e3", ""])
def test_an_account_is_a_number(repository, wrong):
    assert repository.said("main", wrong) == (2, "")


def test_nothing_is_written_and_nothing_checked_out(repository):
    head = repository.commit({ABOUT: "We row.\n", "content/x.md": "x"})
    refs, files = repository.git("for-each-ref"), tree_of(repository.root)
    repository.review(head, ACME)
    assert (repository.git("for-each-ref"), tree_of(repository.root)) == (refs, files)


HOSTILE = {
    "everything in a listing": {
        "partners/acme/listing.yaml": listing("Acme").replace("It sails.", f"'{TEAM}'")
        + f"'{TEAM}': '::error::x'\n'::error::': [a, '@org/team #1']\n",
    },
    "a name": {"partners/acme/listing.yaml": listing("'::error::@org/team'")},
    "a text": {
        ABOUT: f"::error::x\n\n{TEAM}\n\n````\n</details>\n````\n\n\x1b[31m\u202e@org/team\n"
    },
    "names of files": {
        "partners/acme/::error::x @org": "x",
        "partners/acme/`</details>@org`team`": "x",
        "partners/acme/images/a\n::error::x": "x",
        "partners/acme/\x1b[31m.png": "x",
        "partners/@org/listing.yaml": listing("Gaff"),
        "##[error]x": "x",
    },
}


@pytest.mark.parametrize("where", HOSTILE)
def test_no_output_obeys_what_a_pull_request_holds_in(repository, where):
    head = repository.commit(HOSTILE[where])
    statuses = set()
    for form, wrong in (("markdown", wrong_in), ("text", unsafe_lines), ("json", unsafe_lines)):
        status, told = repository.said(head, ACME, "--format", form)
        statuses.add(status)
        assert wrong(told) == []
    assert statuses == {4}
