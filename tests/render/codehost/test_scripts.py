"""The scripts of workflows: what another job left is data, and most of it is refused."""

import io
import json
import stat
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from pavgen.plan.hosting import POLICY
from pavgen.render.codehost.scripts.comment import (
    MARK,
    comment_faults,
    is_current,
    report_faults,
)
from pavgen.render.codehost.scripts.previewed import previewed
from pavgen.render.codehost.scripts.unpack import HEADERS, MOST_FILES, faults_of, main
from pavgen.render.reports import review_markdown

HEAD = "ab" * 20
SCRIPTS = Path(__file__).resolve().parents[3] / "pavgen/render/codehost/scripts"


def report(**changed):
    return {
        "format": 1,
        "command": "review",
        "verdict": "pass",
        "status": 0,
        "base": "cd" * 20,
        "head": HEAD,
        "partners": ["acme"],
        "summary": ["a", "b", "c", "d"],
        "rulings": [],
        "paths": [{"path": "partners/acme/listing.yaml", "class": "partner", "status": "M"}],
        "fields": [],
    } | changed


def test_a_report_of_the_right_form_has_no_faults():
    assert report_faults(report(), HEAD) == []
    assert MARK.strip() == review_markdown.MARK


@pytest.mark.parametrize(
    ("changed", "fault"),
    [
        ({"head": "ef" * 20}, "the report is about another commit"),
        ({"status": 4}, "the verdict and its status do not belong together"),
        ({"verdict": "fine"}, "the verdict and its status do not belong together"),
        ({"status": True}, "`status` is missing or of another kind"),
        ({"summary": ["a"]}, "the summary has not four lines"),
        ({"summary": ["a", "b", "c", 4]}, "the summary has not four lines"),
        ({"paths": ["x"]}, "the partners or paths are of another kind"),
        ({"partners": "acme"}, "`partners` is missing or of another kind"),
    ],
)
def test_a_report_of_another_form_is_refused(changed, fault):
    assert report_faults(report(**changed), HEAD) == [fault]


@pytest.mark.parametrize("value", [None, [], "review", 3])
def test_what_is_no_report_is_refused(value):
    assert report_faults(value, HEAD) == ["the report is no object"]


@pytest.mark.parametrize(
    "text",
    [
        "no mark",
        f"first\n{MARK}",
        f"{MARK}{MARK}",
        f"{MARK}{'x' * 70_000}",
        f"{MARK}\x1b[2J",
        f"{MARK}\u202e",
        f"{MARK}\r\n",
    ],
)
def test_a_comment_of_another_form_is_refused(text):
    assert len(comment_faults(text)) == 1


def test_a_comment_is_current_while_its_commit_is_the_last_of_an_open_pull_request():
    assert is_current({"state": "open", "head": {"sha": HEAD}}, HEAD)
    assert not is_current({"state": "closed", "head": {"sha": HEAD}}, HEAD)
    assert not is_current({"state": "open", "head": {"sha": "ef" * 20}}, HEAD)
    assert not is_current([], HEAD)


def test_the_body_of_a_comment_is_one_json_object_whatever_the_text_says(tmp_path):
    text = f'{MARK}`$(touch pwned)` "quoted" é\n'
    (tmp_path / "review.json").write_text(json.dumps(report()))
    (tmp_path / "review.md").write_text(text)
    (tmp_path / "pull.json").write_text(json.dumps({"state": "open", "head": {"sha": HEAD}}))
    done = run("comment.py", tmp_path, tmp_path / "pull.json", HEAD)
    assert (done.returncode, json.loads(done.stdout), done.stderr) == (0, {"body": text}, "")


def test_nothing_is_said_where_the_pull_request_has_moved_on(tmp_path):
    (tmp_path / "pull.json").write_text(json.dumps({"state": "open", "head": {"sha": "0" * 40}}))
    done = run("comment.py", tmp_path, tmp_path / "pull.json", HEAD)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


def run(script, *arguments):
    return subprocess.run(
        [sys.executable, "-I", SCRIPTS / script, *arguments],
        capture_output=True,
        check=False,
        text=True,
    )


def test_a_change_of_one_partners_own_files_is_previewed():
    assert previewed(report()) == "acme"
    assert previewed(report(verdict="needs-vendor", status=3)) == "acme"


@pytest.mark.parametrize(
    "changed",
    [
        {"verdict": "refused"},
        {"verdict": "undecided"},
        {"partners": []},
        {"partners": ["acme", "other"]},
        {"partners": ["acme\nslug=other"]},
        {"partners": ["../acme"]},
        {"paths": [{"path": "themes/x", "class": "code", "status": "M"}]},
        {"paths": [{"path": "partners/acme/listing.yaml", "class": "partner", "status": "D"}]},
    ],
)
def test_anything_else_is_not_previewed(changed):
    assert previewed(report(**changed)) == ""


def archive(*entries):
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as opened:
        for name, data, kind in entries:
            entry = zipfile.ZipInfo(name)
            entry.external_attr = (kind | 0o644) << 16
            opened.writestr(entry, data)
    return written.getvalue()


def faults(*names, kind=stat.S_IFREG):
    data = archive(*((name, b"x", kind) for name in names))
    with zipfile.ZipFile(io.BytesIO(data)) as opened:
        return list(faults_of(opened.infolist()))


def test_a_plain_site_has_no_faults():
    assert (
        faults("partners/index.html", "partners/assets/a.0123abcd.css", "partners/_headers") == []
    )


@pytest.mark.parametrize(
    "name",
    [
        "../index.html",
        "partners/../../x",
        "/etc/passwd",
        "C:\\x",
        "partners\\x",
        "partners//x",
        "partners/.htaccess",
        "partners/.well-known/x",
        "partners/_worker.js",
        "partners/_Worker.js",
        "partners/functions/x.js",
        "netlify.toml",
        "partners/web.config",
        "partners/a/_headers",
        "_redirects/x",
        "partners/a\nb",
        "partners/-x",
        "a/" * 30 + "x",
    ],
)
def test_a_name_that_leaves_the_folder_or_means_something_to_a_host_is_refused(name):
    assert len(faults(name)) == 1


@pytest.mark.parametrize("kind", [stat.S_IFLNK, stat.S_IFIFO, stat.S_IFBLK])
def test_what_is_no_plain_file_is_refused(kind):
    assert faults("partners/x", kind=kind) == ["'partners/x' is no plain file"]


def test_two_names_that_some_systems_take_for_one_are_refused():
    assert faults("partners/a.html", "partners/A.html") == ["'partners/A.html' is there twice"]


def test_too_many_files_or_bytes_are_refused():
    entries = [zipfile.ZipInfo(f"partners/{n}") for n in range(MOST_FILES + 1)]
    entries[0].file_size = 2**40
    assert list(faults_of(entries)) == [
        f"{MOST_FILES + 1} files are too many",
        f"{2**40} bytes are too many",
    ]


def test_a_site_is_unpacked_and_its_rules_for_the_host_are_written_anew(tmp_path):
    plain = stat.S_IFREG
    made = archive(
        ("partners/index.html", b"<p>", plain),
        ("partners/_headers", b"/*\n  X-Evil: 1\n", plain),
        ("partners/_redirects", b"/ https://example.test 302\n", plain),
    )
    (tmp_path / "a.zip").write_bytes(made)
    assert main([str(tmp_path / "a.zip"), str(tmp_path / "site")]) == 0
    found = {
        str(path.relative_to(tmp_path / "site")): path.read_text()
        for path in sorted((tmp_path / "site").rglob("*"))
        if path.is_file()
    }
    assert found == {
        "_headers": HEADERS,
        "partners/_headers": HEADERS,
        "partners/index.html": "<p>",
    }


def test_nothing_is_written_of_an_archive_with_a_fault(tmp_path):
    made = archive(("partners/index.html", b"<p>", stat.S_IFREG), ("../x", b"x", stat.S_IFREG))
    (tmp_path / "a.zip").write_bytes(made)
    done = run("unpack.py", tmp_path / "a.zip", tmp_path / "site")
    assert (done.returncode, done.stderr) == (1, "'../x' is no harmless name\n")
    assert not (tmp_path / "site").exists()


def test_a_previews_policy_is_that_of_the_pages_with_the_search_allowed_everywhere():
    said = next(line for line in HEADERS.splitlines() if "Content-Security-Policy" in line)
    rules = dict(
        rule.strip().partition(" ")[::2] for rule in said.partition(": ")[2].strip().split(";")
    )
    assert rules == {**POLICY, "script-src": "'self' 'wasm-unsafe-eval'"}
