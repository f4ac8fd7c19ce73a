"""The event commands as a person or a script runs them: status, streams, forms."""

import json

import pytest

from pavgen.cli.main import run
from tests.events import event
from tests.plan.projects import files_of, partner, site, write

DAY = ("--as-of", "2026-06-01")
LATER = ("--as-of", "2026-06-09")


@pytest.fixture
def project(tmp_path):
    partners = [partner(slug) for slug in ("ada", "bob", "cat", "dot")]
    sections = ["kind: directory, path: /", "kind: pavilion, path: /fair/, event: fair"]
    return write(tmp_path, files_of(*partners, event(), main=site(sections)))


@pytest.fixture
def release(project, capsys):
    """Return a way to run `pavgen event release`; gives status, output and messages."""

    def ran(*arguments):
        status = run(["--project", str(project), "event", "release", *arguments])
        told = capsys.readouterr()
        return status, told.out, told.err

    return ran


def edit(project, old, new):
    file = project / "content/events/fair/agenda.yaml"
    file.write_text(file.read_text().replace(old, new))


def test_a_release_says_what_changed_in_lines(release, project):
    assert release("fair", "--note", "It is out", *DAY)[0] == 0
    edit(project, "On wheels, slot: l1", "Of wheels, slot: s2")
    edit(project, "On mills, slot: s2", "On mills, state: cancelled")

    assert release("fair", "--note", "Late changes", *LATER) == (
        0,
        (
            "fair: is release 2 of 2026-06-09\n"
            "  cancelled: On mills (mills), Stage 2026-10-24 11:00\n"
            "  moved: Of wheels (wheels), from Loft 2026-10-24 10:00 to Stage 2026-10-24 11:00\n"
            "  renamed: Of wheels (wheels), formerly On wheels\n"
            "content/events/fair/releases.jsonl\n"
        ),
        "",
    )


def test_a_dry_run_says_what_would_be_released_and_leaves_no_file(release, project):
    status, out, err = release("fair", "--note", "It is out", "--dry-run", *DAY)

    assert (status, err) == (0, "")
    assert out.startswith("fair: would become release 1 of 2026-06-01\n  new: Farewell (farewell),")
    assert not (project / "content/events/fair/releases.jsonl").exists()


def test_nothing_new_is_nothing_to_release(release, project):
    release("fair", "--note", "It is out", *DAY)

    assert release("fair", "--note", "Again", *DAY) == (
        0,
        "nothing to release: the agenda is as release 1 had it\n",
        "",
    )
    for state in ("slot: s1", "slot: s2", "slot: l1", "slot: s3"):
        edit(project, state, "state: proposed")
    (project / "content/events/fair/releases.jsonl").unlink()
    assert release("fair", "--note", "Again", *DAY) == (
        0,
        "nothing to release: no session is confirmed\n",
        "",
    )


def test_json_has_places_before_and_after(release, project):
    release("fair", "--note", "It is out", *DAY)
    edit(project, "slot: l1", "slot: s2")
    edit(project, "On mills, slot: s2", "On mills, state: cancelled")
    status, out, err = release("fair", "--note", "Late", "--format", "json", *LATER)
    told = json.loads(out)

    assert (status, err) == (0, "")
    assert (told["command"], told["event"], told["release"]) == ("event release", "fair", 2)
    assert told["changes"][1] == {
        "kind": "moved",
        "session": "wheels",
        "title": "On wheels",
        "from": {
            "title": "On wheels",
            "room": "loft",
            "start": "2026-10-24T10:00",
            "end": "2026-10-24T10:45",
            "state": "confirmed",
        },
        "to": {
            "title": "On wheels",
            "room": "stage",
            "start": "2026-10-24T11:00",
            "end": "2026-10-24T11:45",
            "state": "confirmed",
        },
    }


def test_json_of_a_refusal_is_its_findings(release):
    status, out, err = release("fare", "--note", "Out", "--format", "json", *DAY)
    told = json.loads(out)

    assert (status, err, told["release"], told["changes"]) == (1, "", None, [])
    assert [d["code"] for d in told["findings"]] == ["event-unknown"]


def test_a_refusal_says_how_to_mend_it(release):
    assert release("fare", "--note", "Out", *DAY) == (
        1,
        "",
        (
            "content/events: error[event-unknown] there is no event `fare`; did you mean `fair`?\n"
            "1 error in 1 file\n"
        ),
    )


def test_a_note_is_asked_for(release):
    status, out, err = release("fair", *DAY)

    assert (status, out) == (2, "")
    assert "--note" in err
