"""The workflows as a host would read them: rights, pins, secrets, and what reaches a shell."""

import re
import subprocess
from pathlib import Path

import pytest
import yaml

from pavgen.render.codehost.workflows import BRANCH, Repository, repository_files

FILES = repository_files(Repository("main", "Europe/Berlin"))
WORKFLOWS = {
    Path(path).stem: text for path, text in FILES.items() if path.startswith(".github/workflows/")
}
PARSED = {
    # YAML 1.1 reads the key `on` as a truth.
    name: {("on" if key is True else key): value for key, value in yaml.safe_load(text).items()}
    for name, text in WORKFLOWS.items()
}
each_workflow = pytest.mark.parametrize("name", WORKFLOWS)
FOREIGN = ("pull_request_target", "workflow_run")


def parsed(name):
    return PARSED[name]


def jobs(name):
    return parsed(name)["jobs"]


def steps(name):
    return [step for job in jobs(name).values() for step in job["steps"]]


def scripts(name):
    return [step["run"] for step in steps(name) if "run" in step]


def test_these_files_are_written():
    assert list(FILES) == [
        ".github/pavgen/comment.py",
        ".github/pavgen/previewed.py",
        ".github/pavgen/unpack.py",
        ".github/pull_request_template.md",
        ".github/workflows/audit.yml",
        ".github/workflows/build.yml",
        ".github/workflows/comment.yml",
        ".github/workflows/deploy-preview.yml",
        ".github/workflows/deploy.yml",
        ".github/workflows/guard.yml",
        ".github/workflows/rebuild.yml",
        ".github/workflows/record.yml",
    ]


def test_no_mark_is_left_to_fill_in():
    assert [path for path, text in FILES.items() if "@@" in text] == []


@each_workflow
def test_every_action_is_pinned_by_commit_with_its_version_beside_it(name):
    used = re.findall(r"(?m)^ +- uses: (.*)", WORKFLOWS[name])
    assert all(re.fullmatch(r"actions/[a-z-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+", u) for u in used)
    assert len(used) == sum("uses" in step for step in steps(name))


@each_workflow
def test_a_workflow_has_no_right_and_each_job_the_few_it_names(name):
    assert parsed(name)["permissions"] == {}
    assert all("permissions" in job for job in jobs(name).values())


def test_these_jobs_may_write_and_no_others():
    found = {
        (name, job, right)
        for name in WORKFLOWS
        for job, said in jobs(name).items()
        for right, access in said["permissions"].items()
        if access != "read"
    }
    assert found == {
        ("comment", "comment", "pull-requests"),
        ("comment", "comment", "statuses"),
        ("deploy", "publish", "id-token"),
        ("rebuild", "rebuild", "actions"),
        ("record", "propose", "contents"),
        ("record", "propose", "pull-requests"),
    }


@each_workflow
def test_every_job_ends_in_time_on_a_named_machine_and_runs_do_not_pile_up(name):
    assert "concurrency" in parsed(name)
    assert all(job["timeout-minutes"] <= 30 for job in jobs(name).values())
    assert {job["runs-on"] for job in jobs(name).values()} == {"ubuntu-24.04"}


@each_workflow
def test_no_expression_stands_in_a_script(name):
    assert [script for script in scripts(name) if "${{" in script] == []


@each_workflow
def test_no_words_of_a_stranger_are_asked_for(name):
    words = r"\.(title|body|head_ref|label|login|name|message|email|default_branch)\b"
    said = re.findall(r"\$\{\{(.*?)\}\}", WORKFLOWS[name])
    odd = [part for part in said if re.search(words, part)]
    assert odd == [part for part in odd if "merge_group.head_ref" in part]
    assert "github.head_ref" not in WORKFLOWS[name]


@each_workflow
def test_scripts_are_bash_that_stops_at_the_first_failure(name):
    for job in jobs(name).values():
        if any("run" in step for step in job["steps"]):
            assert job["defaults"]["run"]["shell"] == "bash"
    for script in scripts(name):
        done = subprocess.run(
            ["bash", "-n"], input=script, capture_output=True, text=True, check=False
        )
        assert (done.returncode, done.stderr) == (0, "")


@each_workflow
def test_a_checkout_keeps_no_credentials_and_never_takes_a_head(name):
    for step in steps(name):
        if "actions/checkout" in step.get("uses", ""):
            assert step["with"]["persist-credentials"] is False
            assert step["with"].get("ref", "main") == "main"
    if parsed(name)["on"].keys() & set(FOREIGN):
        assert "allow-unsafe-pr-checkout" not in WORKFLOWS[name]
        assert all(
            step["with"].get("ref") == "main"
            for step in steps(name)
            if "actions/checkout" in step.get("uses", "")
        )


def test_secrets_are_only_in_jobs_with_an_environment_that_run_code_of_the_default_branch():
    found = {
        (name, job)
        for name in WORKFLOWS
        for job, said in jobs(name).items()
        if "secrets." in yaml.safe_dump(said)
    }
    assert found == {("deploy-preview", "publish"), ("deploy", "publish"), ("record", "propose")}
    for name, job in found:
        assert jobs(name)[job]["environment"] in {"preview", "production", "record"}
        assert not any("pip install" in s.get("run", "") for s in jobs(name)[job]["steps"])


@pytest.mark.parametrize("name", ["guard", "build"])
def test_where_a_pull_request_starts_a_workflow_it_finds_no_secret_environment_or_cache(name):
    for job in jobs(name).values():
        said = yaml.safe_dump(job)
        assert "environment" not in job
        assert not any(word in said.replace("--no-cache", "") for word in ("secrets.", "cache"))
        assert set(job["permissions"].values()) == {"read"}


def test_only_the_guard_starts_with_a_pull_requests_target_and_only_for_the_default_branch():
    starting = [name for name in WORKFLOWS if "pull_request_target" in parsed(name)["on"]]
    assert starting == ["guard"]
    assert parsed("guard")["on"]["pull_request_target"]["branches"] == ["main"]
    assert "edited" in parsed("guard")["on"]["pull_request_target"]["types"]


def test_the_required_job_has_no_condition_and_needs_no_other():
    guard = jobs("guard")["guard"]
    assert guard.keys().isdisjoint({"if", "needs", "continue-on-error", "strategy"})
    assert [s for s in guard["steps"] if "if" in s or "continue-on-error" in s] == []


@pytest.mark.parametrize("name", ["comment", "deploy-preview"])
def test_what_follows_the_guard_asks_first_whose_run_it_was(name):
    first = next(iter(jobs(name).values()))
    assert "workflow_run.event == 'pull_request_target'" in first["if"]
    assert "workflow_run.path, '.github/workflows/guard.yml'" in first["if"]


@each_workflow
def test_pavgen_is_installed_by_digest_alone(name):
    for script in scripts(name):
        for line in script.splitlines():
            if "pip install" in line:
                assert "--require-hashes" in line
                assert "--only-binary :all:" in line


def test_the_default_branch_and_the_programmes_zone_are_filled_in():
    found = repository_files(Repository("release/next", "Asia/Tokyo"))
    guard = yaml.safe_load(found[".github/workflows/guard.yml"])
    rebuild = yaml.safe_load(found[".github/workflows/rebuild.yml"])
    assert guard[True]["pull_request_target"]["branches"] == ["release/next"]
    assert rebuild["jobs"]["rebuild"]["steps"][0]["env"]["TZ"] == "Asia/Tokyo"
    assert "pavgen workflows --branch release/next" in found[".github/workflows/guard.yml"]


@pytest.mark.parametrize("name", ["main\n", "a b", "$(x)", "${{x}}", '"', "-x", "a//b", ""])
def test_a_branchs_name_that_could_mean_more_is_none(name):
    assert BRANCH.fullmatch(name) is None
