"""Every command once as a person would run it; what they do in depth is tested with `app`."""

import json
import re
import socket
import subprocess
import sys
import time
import urllib.request
from signal import SIGINT

import pytest

from pavgen.cli.main import run
from tests.cli.commands import plain_environment, tree_of

DAY = ("--as-of", "2026-11-21")


@pytest.fixture
def pavgen(project, capsys):
    """Return a way to run a command on the project; gives status, output and messages."""

    def ran(*arguments):
        status = run(["--project", str(project), *(str(a) for a in arguments)])
        told = capsys.readouterr()
        return status, told.out, told.err

    return ran


def test_build_says_pages_changes_and_the_next_change(pavgen, project):
    status, out, err = pavgen("build", *DAY)
    assert (status, out) == (0, "")
    assert re.search(
        r"^partners: \d+ pages; \d+ files changed, 0 unchanged, 0 removed → ", err, re.MULTILINE
    )
    assert "without an edit, the next change comes on 2026-11-23\n" in err
    assert (project / "output/partners/build.json").is_file()


def test_build_of_an_unknown_site_is_an_error_with_a_suggestion(pavgen):
    status, _, err = pavgen("build", *DAY, "--site", "partner")
    assert status == 1
    assert "did you mean `partners`?" in err


def test_build_elsewhere_leaves_the_project_alone(pavgen, project, tmp_path):
    status, _, _ = pavgen("build", *DAY, "--output", tmp_path / "www")
    assert status == 0
    assert (tmp_path / "www/partners/index.html").is_file()
    assert not (project / "output").exists()


def test_check_writes_nothing(pavgen, project):
    before = tree_of(project)
    assert pavgen("check", *DAY) == (0, "", "no errors, no warnings\n")
    assert tree_of(project) == before


def test_new_makes_a_record_that_checks(pavgen):
    status, out, err = pavgen("new", "partner", "Fjordlys AS")
    assert (status, out) == (0, "")
    assert "partners/fjordlys-as/listing.yaml\n" in err
    assert pavgen("check", *DAY)[0] == 0


def test_new_never_overwrites(pavgen, project):
    before = tree_of(project)
    status, _, err = pavgen("new", "partner", "example-partner")
    assert status == 1
    assert "error[" in err
    assert tree_of(project) == before


def test_new_project_is_made_in_a_folder_of_its_name(tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    assert run(["new", "project", "below/my-programme"]) == 0
    assert (tmp_path / "below/my-programme/content/program.yaml").is_file()
    assert "made below/my-programme/content/program.yaml\n" in capsys.readouterr().err


def test_placement_show_is_a_table_for_people(pavgen):
    status, out, err = pavgen("placement", "show", "home-spotlight", *DAY)
    assert (status, err) == (0, "")
    assert out.startswith("home-spotlight: In the spotlight\n2026-W47, 2026-11-16 to 2026-11-22; ")
    assert "position  partner" in out
    assert "1  Example Partner" in out


def test_placement_show_is_one_object_for_programs(pavgen):
    status, out, _ = pavgen("placement", "show", "--format", "json", *DAY)
    report = json.loads(out)
    assert (status, report["as_of"]) == (0, "2026-11-21")
    assert [row["partner"] for row in report["lists"][0]["shown"]] == ["example-partner"]


def test_placement_show_of_an_unknown_list_ends_with_1(pavgen):
    status, out, err = pavgen("placement", "show", "nothing", *DAY)
    assert (status, out) == (1, "")
    assert "error[opportunity-unknown]" in err


@pytest.mark.parametrize("what", ["partners", "solutions", "placement"])
def test_export_gives_json_and_csv(pavgen, what):
    status, out, err = pavgen("export", what, *DAY)
    assert (status, err) == (0, "")
    assert json.loads(out)
    status, out, err = pavgen("export", what, "--format", "csv", *DAY)
    assert (status, err) == (0, "")
    assert "," in out.splitlines()[0]


def test_import_csv_tells_columns_first_and_then_writes(pavgen, project, tmp_path):
    sheet = tmp_path / "sheet.csv"
    sheet.write_text(
        "Company,Website,Tagline,Type,Tier,Shoe size\n"
        "Borealis,https://borealis.example/,Reads every meter.,integrator,silver,12\n"
    )
    before = tree_of(project)
    status, out, err = pavgen("import", "csv", sheet, "--into", project, "--dry-run", *DAY)
    assert (status, out) == (0, "")
    assert re.search(r"^Shoe size +left out$", err, re.MULTILINE)
    assert tree_of(project) == before
    assert pavgen("import", "csv", sheet, "--into", project, *DAY)[0] == 0
    assert (project / "partners/borealis/listing.yaml").is_file()
    assert pavgen("check", *DAY)[0] == 0


def test_import_landscape_reports_what_it_could_not_read(pavgen, tmp_path):
    source = tmp_path / "landscape.yml"
    source.write_text("landscape: [")
    status, out, _ = pavgen(
        "import", "landscape", source, "--logos", tmp_path, "--into", tmp_path / "made",
        "--format", "json", *DAY,
    )  # fmt: skip
    report = json.loads(out)
    assert (status, report["command"]) == (1, "import")
    assert report["findings"][0]["path"] == source.as_posix()
    assert not (tmp_path / "made").exists()


def test_schema_is_written_and_compared(pavgen, project):
    out = project / "schema"
    assert pavgen("schema", "--out", out, "--check")[0] == 1
    assert pavgen("schema", "--out", out)[0] == 0
    assert pavgen("schema", "--out", out, "--check")[0] == 0


def test_schemas_all_together_are_one_object(pavgen):
    status, out, _ = pavgen("schema")
    assert (status, "listing" in json.loads(out)) == (0, True)


def test_clean_removes_the_output_and_says_so(pavgen, project):
    pavgen("build", *DAY)
    (project / "output/mine").mkdir()
    status, _, err = pavgen("clean")
    assert status == 0
    assert not (project / "output/partners").exists()
    assert re.search(r"^removed .*output/partners$", err, re.MULTILINE)
    assert re.search(r"^left .*output/mine, which pavgen did not write$", err, re.MULTILINE)


def test_clean_of_a_clean_project_does_nothing(pavgen, project):
    before = sorted(project.rglob("*"))
    assert pavgen("clean") == (0, "", "nothing to remove\n")
    assert sorted(project.rglob("*")) == before


def test_serve_serves_until_it_is_interrupted_and_writes_nothing(project):
    before = tree_of(project)
    serving = subprocess.Popen(
        [sys.executable, "-m", "pavgen", "--project", str(project), "serve", "--port", "0", *DAY],
        stderr=subprocess.PIPE, stdout=subprocess.PIPE, env=plain_environment(), text=True,
    )  # fmt: skip
    assert serving.stderr is not None
    told = ""
    while "Ctrl-C" not in told:
        told += serving.stderr.readline()
    address = re.search(r"^partners: (http://localhost:\d+/)$", told, re.MULTILINE)
    assert address is not None
    with urllib.request.urlopen(address.group(1), timeout=10) as page:  # noqa: S310 - our own
        assert b"<!doctype html>" in page.read()
    time.sleep(0.1)
    serving.send_signal(SIGINT)
    _, ending = serving.communicate(timeout=20)
    assert (serving.returncode, ending) == (0, "stopped\n")
    assert tree_of(project) == before


def test_serve_says_that_a_port_is_taken(pavgen):
    with socket.create_server(("127.0.0.1", 0)) as taken:
        status, _, err = pavgen("serve", "--port", taken.getsockname()[1], *DAY)
    assert status == 2
    assert "is taken; choose another with `--port N`, or any with `--port 0`" in err
