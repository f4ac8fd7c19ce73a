import os
import socket
import threading

import pytest

from pavgen.files.reader import ReadLimits, read_project
from pavgen.files.removal import remove_tree
from pavgen.kernel.codes import CODES
from pavgen.kernel.diagnostics import Diagnostic, Span


def project(root):
    put(root, "content/program.yaml", b"name: P\n")
    return root


def put(root, path, data=b"x"):
    file = root / path
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(data)


def found(root, limits=None):
    checked = read_project(root, limits)
    assert all(d.code in CODES for d in checked.diagnostics)
    return [(d.span.path, d.code) for d in checked.diagnostics]


def test_every_file_of_the_three_folders_is_read_in_order_of_paths(tmp_path):
    project(tmp_path)
    put(tmp_path, "themes/t/theme.yaml", b"t")
    put(tmp_path, "partners/acme/listing.yaml", b"l")
    put(tmp_path, "partners/acme/images/a.png", b"\x89")
    put(tmp_path, "README.md")
    put(tmp_path, "output/site/index.html")
    checked = read_project(tmp_path)
    assert checked.ok
    assert list(checked.value.files.items()) == [
        ("content/program.yaml", b"name: P\n"),
        ("partners/acme/images/a.png", b"\x89"),
        ("partners/acme/listing.yaml", b"l"),
        ("themes/t/theme.yaml", b"t"),
    ]
    assert list(checked.value.under("partners/acme")) == [
        ("partners/acme/images/a.png", b"\x89"),
        ("partners/acme/listing.yaml", b"l"),
    ]


def test_a_folder_that_is_no_project_is_a_finding(tmp_path):
    assert read_project(tmp_path / "nowhere").diagnostics == (
        Diagnostic(
            Span("content/program.yaml"),
            "project-missing",
            "no `content/program.yaml` here",
            "name the folder of a project, or make one with `pavgen new project`",
        ),
    )


@pytest.mark.parametrize(
    "name", [".git/x", ".DS_Store", "a.md~", ".a.md.swp", "#a.md#", "b.swo", ".#a.md"]
)
def test_hidden_files_and_backups_are_passed_over(tmp_path, name):
    project(tmp_path)
    put(tmp_path, f"partners/acme/{name}")
    checked = read_project(tmp_path)
    assert (checked.ok, list(checked.value.files)) == (True, ["content/program.yaml"])


def test_an_editor_s_dangling_lock_link_is_passed_over(tmp_path):
    project(tmp_path)
    (tmp_path / "content/.#program.yaml").symlink_to("user@host.1:2")
    assert found(tmp_path) == []


@pytest.mark.parametrize("target", ["/etc/passwd", "/dev/zero", "nowhere", ".", "logo.svg", ".."])
def test_a_link_is_refused_by_its_name(tmp_path, target):
    project(tmp_path)
    put(tmp_path, "partners/acme/listing.yaml")
    (tmp_path / "partners/acme/logo.svg").symlink_to(target)
    assert found(tmp_path) == [("partners/acme/logo.svg", "path-kind")]


def test_a_loop_of_links_is_refused_by_name(tmp_path):
    project(tmp_path)
    (tmp_path / "content/a").symlink_to("b")
    (tmp_path / "content/b").symlink_to("a")
    assert found(tmp_path) == [("content/a", "path-kind"), ("content/b", "path-kind")]


def test_a_linked_top_folder_is_refused(tmp_path):
    project(tmp_path)
    (tmp_path / "partners").symlink_to(tmp_path / "content")
    assert found(tmp_path) == [("partners", "path-kind")]


def test_pipes_and_sockets_are_refused_without_waiting(tmp_path, monkeypatch):
    project(tmp_path)
    os.mkfifo(tmp_path / "content/pipe")
    monkeypatch.chdir(tmp_path / "content")
    with socket.socket(socket.AF_UNIX) as listening:
        listening.bind("socket")
        assert found(tmp_path) == [("content/pipe", "path-kind"), ("content/socket", "path-kind")]


def test_three_thousand_nested_folders_are_a_finding(tmp_path):
    project(tmp_path)
    deep = os.open(tmp_path / "content", os.O_RDONLY)
    for _ in range(3000):
        os.mkdir("d", dir_fd=deep)
        below = os.open("d", os.O_RDONLY, dir_fd=deep)
        os.close(deep)
        deep = below
    os.close(deep)
    try:
        assert found(tmp_path) == [("content" + "/d" * 16, "path-depth")]
    finally:
        remove_tree(str(tmp_path / "content"))


def test_a_partner_s_folder_has_two_levels(tmp_path):
    project(tmp_path)
    put(tmp_path, "partners/acme/images/more/a.png")
    assert found(tmp_path) == [("partners/acme/images/more", "path-depth")]


def test_a_partner_s_folder_has_a_limit_of_files(tmp_path):
    project(tmp_path)
    for number in range(41):
        put(tmp_path, f"partners/acme/{number:02}.png")
    put(tmp_path, "partners/beta/listing.yaml")
    checked = read_project(tmp_path)
    assert [(d.span.path, d.code) for d in checked.diagnostics] == [
        ("partners/acme", "folder-size")
    ]
    assert "partners/beta/listing.yaml" in checked.value.files


def test_a_partner_s_folder_at_its_limits_is_fine(tmp_path):
    project(tmp_path)
    for number in range(4):
        put(tmp_path, f"partners/acme/images/{number}.png", b"x" * 25)
    limits = ReadLimits(partner_files=4, partner_bytes=100)
    assert found(tmp_path, limits) == []
    assert found(tmp_path, ReadLimits(partner_bytes=99)) == [("partners/acme", "folder-size")]


def test_the_whole_project_has_a_limit_reported_once(tmp_path):
    project(tmp_path)
    for number in range(9):
        put(tmp_path, f"content/pages/{number}.md")
    assert found(tmp_path, ReadLimits(files=5)) == [(".", "folder-size")]
    assert read_project(tmp_path, ReadLimits(files=5)).value.files == {}


def test_a_file_over_its_limit_is_not_read(tmp_path):
    project(tmp_path)
    with (tmp_path / "content/big.md").open("wb") as file:
        file.truncate(10**12)
    assert found(tmp_path) == [("content/big.md", "file-size")]


def test_a_name_that_is_not_utf8_is_shown_escaped(tmp_path):
    project(tmp_path)
    (tmp_path / os.fsdecode(b"content/gr\xf6\xdfe.md")).write_bytes(b"x")
    assert found(tmp_path) == [("content/gr\\xf6\\xdfe.md", "path-name")]


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("a\nb.md", "a\\nb.md"),
        ("a\x1b[31m.md", "a\\x1b[31m.md"),
        ("a\u2028b.md", "a\\u2028b.md"),
        ("a:b.md", "a:b.md"),
        ("a\\b.md", "a\\b.md"),
        (" a.md", " a.md"),
        ("a.md ", "a.md "),
        ("a.", "a."),
    ],
)
def test_a_name_that_not_every_system_holds_is_refused(tmp_path, name, shown):
    project(tmp_path)
    (tmp_path / "content" / name).write_bytes(b"x")
    assert found(tmp_path) == [(f"content/{shown}", "path-name")]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Acme", "acme"),
        ("cafe\u0301", "caf\u00e9"),
        ("strasse", "stra\u00dfe"),
        ("\u03a3", "\u03c3"),
    ],
)
def test_names_that_a_system_takes_for_one_are_both_named(tmp_path, first, second):
    project(tmp_path)
    put(tmp_path, f"content/{first}/a.md")
    put(tmp_path, f"content/{second}/b.md")
    (finding,) = read_project(tmp_path).diagnostics
    assert finding.code == "path-collision"
    assert {finding.span.path.split("/")[1], finding.what.split("`")[1]} == {first, second}


def test_paths_are_given_in_composed_form(tmp_path):
    project(tmp_path)
    put(tmp_path, "content/cafe\u0301.md")
    assert "content/caf\u00e9.md" in read_project(tmp_path).value.files


def test_a_path_too_long_is_a_finding(tmp_path):
    project(tmp_path)
    put(tmp_path, "content/" + "/".join(["d" * 250] * 4) + "/" + "e" * 30)
    assert [code for _, code in found(tmp_path)] == ["path-length"]


def test_a_file_that_keeps_changing_is_read_whole_or_a_finding(tmp_path):
    project(tmp_path)
    grown = tmp_path / "content/grown.md"
    grown.write_bytes(b"x")
    stop = threading.Event()

    def grow():
        with grown.open("ab", buffering=0) as file:
            while not stop.is_set():
                file.write(b"x" * 512)
                if file.tell() > 4_000_000:
                    file.truncate(1)

    writer = threading.Thread(target=grow)
    writer.start()
    try:
        for _ in range(30):
            assert {code for _, code in found(tmp_path)} <= {"file-changed"}
    finally:
        stop.set()
        writer.join()


def test_an_empty_file_is_read(tmp_path):
    project(tmp_path)
    put(tmp_path, "content/empty.md", b"")
    assert read_project(tmp_path).value.files["content/empty.md"] == b""


def test_a_read_only_project_is_read(tmp_path):
    project(tmp_path)
    (tmp_path / "content").chmod(0o555)
    try:
        assert found(tmp_path) == []
    finally:
        (tmp_path / "content").chmod(0o755)
