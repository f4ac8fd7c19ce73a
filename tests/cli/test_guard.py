"""The workflow `guard`, run step by step: real scripts, a real repository, real verdicts."""

import json
import os
import re
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest
import yaml

from pavgen.app.codehost import workflows
from pavgen.app.new import NewRequest, new
from tests.app.commits import SETTINGS, commit, git

ROOT = Path(__file__).resolve().parents[2]
OWNERS = """\
staff: [{id: 7}]
partners:
  example-partner:
    accounts: [{id: 501}]
"""
LISTING = """\
name: Example Partner
tagline: Says `$(touch pwned)` and ::error::something else now.
website: https://www.example.org/
types: [integrator]
"""
TITLE = "$(touch pwned) `touch pwned` ${{ github.token }} \n::error::x"
GH = """\
#!/bin/sh
test "$*" = "api repos/example/programme/pulls/17 --jq .user.id" && echo 501
"""


@pytest.fixture(scope="module")
def host(tmp_path_factory) -> Path:
    """Make a host's repository with a pull request: `refs/pull/17/head` beside `main`."""
    folder: Path = tmp_path_factory.mktemp("host")
    work, bare = folder / "north-sea", folder / "host.git"
    assert new(NewRequest("project", "north-sea", work, date(2026, 11, 21))).ok
    commit(work, {"content/owners.yaml": OWNERS, **workflows(work, "main").value})
    git(work, "switch", "--quiet", "--create", "theirs")
    commit(work, {"partners/example-partner/listing.yaml": LISTING})
    git(folder, "init", "--quiet", "--bare", "--initial-branch=main", str(bare))
    queued = "gh-readonly-queue/main/pr-17-" + git(work, "rev-parse", "main")
    for source, target in (("main", "main"), ("theirs", "../pull/17/head"), ("theirs", queued)):
        git(
            work,
            "push",
            "--quiet",
            str(bare),
            f"{source}:refs/heads/{target}".replace("heads/../", ""),
        )
    return bare


@pytest.fixture(scope="module")
def machine(host, tmp_path_factory):
    """Return a machine as the workflow finds it after the checkout of the default branch.

    What one run leaves in the cache spares the next the same work.
    """
    folder = tmp_path_factory.mktemp("machine")
    git(folder, "clone", "--quiet", str(host), "work")
    (folder / "temp").mkdir()
    (folder / "bin").mkdir()
    (folder / "bin/gh").write_text(GH)
    (folder / "bin/gh").chmod(0o755)
    return folder


@pytest.fixture
def runner(machine):
    return Runner(machine)


class Runner:
    """Runs the steps of the job `guard` as the host would, and keeps what they say."""

    def __init__(self, folder):
        self.folder = folder
        self.work = folder / "work"
        text = (self.work / ".github/workflows/guard.yml").read_text()
        self.steps = [
            step
            for step in yaml.safe_load(text)["jobs"]["guard"]["steps"]
            if "run" in step and "pip install" not in step["run"]
        ]
        self.said = {}

    def run(self, event, only=99):
        """Run the steps in turn; return each one's status, up to the first that fails."""
        context = {
            "github": {"event": event, "token": "t0ken"},
            "steps": {},
            "runner": {"temp": str(self.folder / "temp")},
        }
        statuses = []
        for step in self.steps[:only]:
            done = self._step(step, context)
            statuses.append(done.returncode)
            if done.returncode:
                break
        return statuses

    def _step(self, step, context):
        output = self.folder / "output"
        output.write_text("")
        done = subprocess.run(
            ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", step["run"]],
            cwd=self.work,
            env={
                **SETTINGS,
                "PATH": f"{self.folder / 'bin'}:{Path(sys.executable).parent}:{os.environ['PATH']}",
                "PYTHONPATH": str(ROOT),
                "HOME": str(self.folder),
                "GITHUB_OUTPUT": str(output),
                "GITHUB_STEP_SUMMARY": str(self.folder / "summary.md"),
                "GITHUB_REPOSITORY": "example/programme",
                "GITHUB_SERVER_URL": "https://code.example.test",
                "RUNNER_TEMP": str(self.folder / "temp"),
                **{name: filled(text, context) for name, text in step.get("env", {}).items()},
            },
            capture_output=True,
            check=False,
            text=True,
        )
        self.said[step["name"]] = done.stdout + done.stderr
        rows = [line.partition("=") for line in output.read_text().splitlines()]
        context["steps"][step.get("id")] = {"outputs": {name: text for name, _, text in rows}}
        self.outputs = {n: t for s in context["steps"].values() for n, t in s["outputs"].items()}
        return done

    def report(self):
        return json.loads((self.folder / "temp/review/review.json").read_text())


def filled(text, context):
    """Fill in the expressions of a step's environment: paths joined by `||`, nothing else."""
    return re.sub(r"\$\{\{(.*?)\}\}", lambda found: _first(found[1].split("||"), context), text)


def _first(paths, context):
    for path in paths:
        value = context
        for name in path.strip().split("."):
            value = value.get(name, {}) if isinstance(value, dict) else {}
        if not isinstance(value, dict):
            return str(value)
    return ""


def pull(host, account, sha=""):
    head = sha or git(host, "rev-parse", "refs/pull/17/head")
    return {
        "pull_request": {
            "number": 17,
            "title": TITLE,
            "user": {"id": account, "login": TITLE},
            "head": {"sha": head, "ref": TITLE},
        }
    }


def test_a_partners_own_change_passes_and_nothing_it_says_is_run(host, runner):
    assert runner.run(pull(host, 501)) == [0, 0, 0, 0]
    assert runner.report()["verdict"] == "pass"
    assert runner.outputs["slug"] == "example-partner"
    assert runner.said["Verdict"] == "pass\n"
    assert (runner.folder / "summary.md").read_text().startswith("<!-- pavgen review -->\n")
    assert list(runner.folder.rglob("pwned")) == []
    assert "::error::" not in "".join(runner.said.values())
    assert git(runner.work, "status", "--porcelain", "--", "partners", "content") == ""


def test_a_strangers_change_is_refused_after_its_report_was_kept(host, runner):
    assert runner.run(pull(host, 999)) == [0, 0, 0, 1]
    assert runner.report()["verdict"] == "refused"
    assert runner.outputs["slug"] == ""
    assert runner.said["Verdict"] == "refused: the summary of this run says why\n"


def test_a_commit_that_is_no_longer_the_last_is_not_judged(host, runner):
    assert runner.run(pull(host, 501, "0" * 40)) == [1]


def test_an_entry_of_a_merge_queue_is_judged_as_its_authors(host, runner):
    base, head = git(host, "rev-parse", "main"), git(host, "rev-parse", "refs/pull/17/head")
    ref = f"refs/heads/gh-readonly-queue/main/pr-17-{base}"
    event = {"merge_group": {"head_sha": head, "head_ref": ref, "base_sha": base}}
    assert runner.run(event, only=1) == [0]
    assert runner.outputs == {"base": base, "head": head, "account": "501"}


@pytest.mark.parametrize("status", ["5", "", "1", "0\n3"])
def test_whatever_is_no_verdict_fails(runner, status):
    runner.steps = runner.steps[-1:]
    runner.steps[0]["env"] = {"STATUS": status}
    assert runner.run({}) == [1]
