"""The placement commands as a person or a script runs them: status, streams, forms."""

import csv
import fcntl
import io
import json
import re

import pytest

from pavgen.cli.main import run
from tests.app.placing import placement_project
from tests.cli.commands import pavgen as in_its_own_process
from tests.cli.commands import tree_of

DAY = ("--as-of", "2026-11-21")
LATER = ("--as-of", "2026-12-05")
COMMANDS = ("record", "verify", "statement", "forecast", "simulate", "fairness")


@pytest.fixture
def project(tmp_path):
    return placement_project(tmp_path)


@pytest.fixture
def pavgen(project, capsys):
    """Return a way to run `pavgen placement …` on the project; gives status, output, messages."""

    def ran(*arguments):
        status = run(["--project", str(project), "placement", *(str(a) for a in arguments)])
        told = capsys.readouterr()
        return status, told.out, told.err

    return ran


@pytest.fixture
def recorded(pavgen):
    assert pavgen("record", *DAY)[0] == 0
    assert pavgen("record", *LATER)[0] == 0


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_help_with_examples(pavgen, command):
    status, out, err = pavgen(command, "--help")
    assert (status, err) == (0, "")
    assert f"pavgen placement {command}" in out.partition("Examples:")[2]


@pytest.mark.parametrize(
    "command", ["record", "statement anchor", "forecast", "simulate", "fairness"]
)
def test_a_project_with_errors_ends_with_1_and_prints_no_result(pavgen, project, command):
    (project / "content/standing/anchor.yaml").write_text("id: [")
    status, out, err = pavgen(*command.split(), *DAY)
    assert (status, out) == (1, "")
    assert "error[" in err


@pytest.mark.parametrize(
    "arguments",
    [
        "record --as-of tomorrow",
        "verify --head main",
        "verify --head main=XYZ",
        "verify --ledger nowhere",
        "verify --receipt nowhere",
        "statement",
        "statement anchor --from 2026-12-01 --to 2026-11-01",
        "forecast --periods 0",
        "forecast --periods 521",
        "simulate --seeds 51",
        "simulate --policy nowhere",
        "simulate --roster 0",
        "simulate --roster 12,,3",
        "simulate --roster 3 --weights 1:0",
        "simulate --roster 3 --weights x",
        "simulate --weights 1",
        "fairness --format csv",
    ],
)  # fmt: skip
def test_wrong_arguments_end_with_2(pavgen, arguments):
    status, out, err = pavgen(*arguments.split())
    assert (status, out) == (2, "")
    assert "Error: " in err


def test_a_roster_takes_no_policy(pavgen, project):
    policy = project / "content/placement/policy.yaml"
    assert pavgen("simulate", "--roster", "3", "--policy", policy)[0] == 2


def test_record_says_what_it_appended_and_the_heads(pavgen):
    status, out, err = pavgen("record", *DAY)
    assert (status, err) == (0, "")
    assert re.fullmatch(
        "main: appended genesis 2026-W47, placement 2026-W47\n"
        "  content/placement/ledger/main.jsonl: head [0-9a-f]{64}\n"
        "spot: appended genesis 2026-W47, placement 2026-W47\n"
        "  content/placement/ledger/spot.jsonl: head [0-9a-f]{64}\n",
        out,
    )
    assert pavgen("record", *DAY) == (
        0,
        "nothing to record: every period that has opened is in the ledger\n",
        "",
    )


def test_record_dry_writes_nothing_and_says_would(pavgen, project):
    before = tree_of(project)
    status, out, _ = pavgen("record", "--dry-run", *DAY)
    assert (status, "main: would append genesis 2026-W47" in out) == (0, True)
    assert tree_of(project) == before


def test_record_gives_json_alone_also_when_it_refuses(pavgen):
    status, out, err = pavgen("record", "--format", "json", *DAY)
    told = json.loads(out)
    assert (status, err, [g["group"] for g in told["groups"]]) == (0, "", ["main", "spot"])
    status, out, err = pavgen("record", "--period", "2026-W47", "--format", "json", *DAY)
    told = json.loads(out)
    assert (status, err, told["groups"]) == (1, "", [])
    assert [f["code"] for f in told["findings"]] == ["record-period"]


def test_record_beside_a_build_of_another_process_ends_with_7(project):
    (project / ".pavgen-cache").mkdir()
    with (project / ".pavgen-cache/lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        ran = in_its_own_process("placement", "record", *DAY, project=project)
    assert (ran.status, ran.out) == (7, "")


@pytest.mark.usefixtures("recorded")
def test_verify_says_what_was_recomputed_and_what_is_on_trust(pavgen):
    status, out, err = pavgen("verify")
    assert (status, err) == (0, "")
    assert out.startswith("main: every order follows from what is recorded\n  3 periods, 2026-W47")
    assert "on trust: what went into the last line (type, roster, pins, facts)" in out
    assert "  git: not checked" in out


def test_verify_of_nothing_recorded_says_so(pavgen):
    assert pavgen("verify") == (0, "", "nothing is recorded yet, so there is nothing to verify\n")
    assert json.loads(pavgen("verify", "--format", "json")[1])["ok"] is True


@pytest.mark.usefixtures("recorded")
def test_verify_names_a_difference_and_ends_with_1(pavgen, project):
    path = project / "content/placement/ledger/main.jsonl"
    lines = path.read_text().splitlines(keepends=True)
    path.write_text("".join([*lines[:1], *lines[2:]]))
    status, out, _ = pavgen("verify")
    assert status == 1
    assert "main: DIFFERS\n  line 2" in out
    status, out, _ = pavgen("verify", "--format", "json")
    told = json.loads(out)
    assert (status, told["ok"], [row["ok"] for row in told["ledgers"]]) == (1, False, [False, True])
    assert told["ledgers"][0]["difference"]["line"] == 2


@pytest.mark.usefixtures("recorded")
def test_verify_works_without_any_project(project, tmp_path, capsys, monkeypatch):
    saved = tmp_path / "saved"
    (project / "content/placement/ledger").rename(saved)
    monkeypatch.chdir(tmp_path)
    assert run(["placement", "verify", "--ledger", "saved"]) == 0
    assert "spot: every order follows" in capsys.readouterr().out
    assert run(["placement", "verify", "--ledger", "saved/spot.jsonl"]) == 0
    assert run(["placement", "verify"]) == 2


@pytest.mark.usefixtures("recorded")
def test_a_receipt_is_kept_only_of_what_is_well(pavgen, project, tmp_path):
    kept = tmp_path / "receipt.json"
    status, _, err = pavgen("verify", "--write-receipt", kept)
    assert (status, "receipt kept in " in err) == (0, True)
    assert pavgen("verify", "--receipt", kept)[0] == 0
    path = project / "content/placement/ledger/main.jsonl"
    path.write_text("".join(path.read_text().splitlines(keepends=True)[:-1]))
    assert pavgen("verify", "--receipt", kept)[0] == 1
    assert pavgen("verify", "--receipt", kept, "--write-receipt", tmp_path / "other.json")[0] == 1
    assert not (tmp_path / "other.json").exists()


@pytest.mark.usefixtures("recorded")
def test_a_file_without_a_receipt_ends_with_2(pavgen, tmp_path):
    (tmp_path / "r.json").write_text("{")
    assert pavgen("verify", "--receipt", tmp_path / "r.json")[0] == 2


@pytest.mark.usefixtures("recorded")
def test_statement_is_a_table_for_people(pavgen):
    status, out, err = pavgen("statement", "anchor", *LATER)
    assert (status, err) == (0, "")
    assert out.startswith("Anchor (p-anchor): from the first record to the last record, drawn up")
    assert "Account: All partners (group main)" in out
    assert re.search(r"^2026-W48 .*shown, recorded late", out, re.MULTILINE)


@pytest.mark.usefixtures("recorded")
def test_statement_in_other_forms(pavgen, tmp_path):
    told = json.loads(pavgen("statement", "anchor", "--format", "json", *LATER)[1])
    assert [account["group"] for account in told["accounts"]] == ["main", "spot"]
    rows = list(
        csv.DictReader(io.StringIO(pavgen("statement", "anchor", "--format", "csv", *LATER)[1]))
    )
    assert [row["group"] for row in rows] == ["main"] * 3 + ["spot"] * 3
    assert pavgen("statement", "anchor", "--format", "md", *LATER)[1].startswith("# Anchor")
    page = tmp_path / "anchor.html"
    status, out, err = pavgen("statement", "anchor", "--format", "html", "--output", page, *LATER)
    assert (status, out, "wrote " in err) == (0, "", True)
    assert page.read_text().startswith("<!doctype html>")


def test_statement_of_nobody_ends_with_1(pavgen):
    status, out, err = pavgen("statement", "nobody", *DAY)
    assert (status, out, "error[partner-unknown]" in err) == (1, "", True)


def test_an_output_that_is_a_folder_is_refused(pavgen, tmp_path):
    (tmp_path / "x").mkdir()
    assert pavgen("statement", "anchor", "--output", tmp_path / "x", *DAY)[0] == 2


def test_forecast_is_tables_with_what_it_rests_on(pavgen):
    status, out, err = pavgen("forecast", "--periods", "2", *DAY)
    assert (status, err) == (0, "")
    assert out.startswith("directory-list: All partners\nperiod    from        1")
    assert out.endswith("and when a pin is set.\n")
    assert "2026-W49  2026-11-30" in out


def test_forecast_of_one_partner_names_its_next_turns(pavgen):
    _, out, _ = pavgen("forecast", "--partner", "anchor", "--periods", "30", *DAY)
    assert re.search(r"^next first: 202[67]-W\d\d, ", out, re.MULTILINE)
    assert re.search(r"^next shown: 202[67]-W\d\d, ", out, re.MULTILINE)


def test_forecast_for_programs(pavgen):
    told = json.loads(pavgen("forecast", "--format", "json", "--periods", "3", *DAY)[1])
    (everyone, _) = told["lists"]
    assert [turn["period"] for turn in everyone["turns"]][1:] == [
        "2026-W48",
        "2026-W49",
        "2026-W50",
    ]
    assert sorted(everyone["turns"][0]["shown"]) == ["anchor", "beacon", "cutter", "dory", "ensign"]


def test_simulate_writes_tables_json_and_a_page(pavgen, project, tmp_path):
    few = ("--periods", "4", "--seeds", "2", *DAY)
    policy = ("--policy", project / "content/placement/policy.yaml")
    status, out, err = pavgen("simulate", *few)
    assert (status, err, "main: All partners (today's policy: balanced)" in out) == (0, "", True)
    told = json.loads(pavgen("simulate", "--format", "json", *policy, *few)[1])
    assert told["today"] == told["tried"]
    page = tmp_path / "page.html"
    assert pavgen("simulate", "--format", "html", "--output", page, *policy, *few)[0] == 0
    assert page.read_text().count("<svg") == 4


def test_simulate_rosters_needs_no_project(tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    few = [
        "--periods",
        "4",
        "--seeds",
        "2",
        "--roster",
        "3,5",
        "--weights",
        "1",
        "--weights",
        "2:1",
    ]
    assert run(["placement", "simulate", *few]) == 0
    assert capsys.readouterr().out.count(" balanced ") == 4
    assert run(["placement", "simulate", *few, "--format", "json"]) == 0
    assert len(json.loads(capsys.readouterr().out)["methods"]) == 16
    assert run(["placement", "simulate", *few, "--format", "html"]) == 0
    assert capsys.readouterr().out.startswith("<!doctype html>")


@pytest.mark.usefixtures("recorded")
def test_fairness_tells_each_metric_in_a_sentence(pavgen):
    status, out, err = pavgen("fairness", "--opportunity", "directory-list", *LATER)
    assert (status, err) == (0, "")
    assert out.startswith(
        "main: All partners (balanced)\n3 recorded periods, 2026-W47 to 2026-W49;"
    )
    assert "share deviation" in out
    assert "by tier: worst served over best served" in out
    told = json.loads(pavgen("fairness", "--format", "json", *LATER)[1])
    assert told["groups"][0]["metrics"]["periods"] == 3


def test_fairness_of_nothing_recorded_says_how_to_begin(pavgen):
    status, out, _ = pavgen("fairness", *DAY)
    assert (status, out.count("nothing is recorded yet; `pavgen placement record`")) == (0, 2)
