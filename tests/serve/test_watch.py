"""Watching: what is saved is told once, whatever the system tells of it."""

import asyncio
import errno
import shutil
import subprocess
import sys
import threading

import pytest
from watchdog.observers import Observer

from pavgen.serve.looking import Look
from pavgen.serve.watch import Watching, rebuild_on_change

PATIENCE = 15
FOLDERS = ("content", "partners")


def hidden(name):
    return name.startswith(".")


class Session:
    """A folder that is watched, and what was told of it; `rebuilding` is run by each rebuild."""

    def __init__(self, root, observer=Observer, rebuilding=lambda _: None, catch_up=lambda: False):
        self.root, self.rounds = root, 0
        self.told: list[list[str]] = []
        self.said: list[str] = []
        self._rebuilding = rebuilding
        look = Look(root, FOLDERS, hidden)
        look.everywhere()
        self._watching = Watching(look, self._rebuild, self.said.append, observer, catch_up)

    def _rebuild(self, changed):
        for path in self.root.rglob("*.md"):
            path.read_bytes()
        self._rebuilding(self)
        self.told.append(list(changed))

    def run(self, *acts, begun=0.3, rest=0.5):
        """Do one thing after the other, each after what came before was told; then wait a while."""

        async def watch():
            watcher = asyncio.ensure_future(rebuild_on_change(self._watching, self._count))
            await asyncio.sleep(begun)
            for act in acts:
                before = len(self.told)
                await asyncio.to_thread(act)
                await self._until(lambda: len(self.told) > before, watcher)  # noqa: B023 - awaited here
            await asyncio.sleep(rest)
            watcher.cancel()
            await asyncio.gather(watcher, return_exceptions=True)

        asyncio.run(watch())
        return self.told

    def _count(self):
        self.rounds += 1

    async def _until(self, is_so, watcher):
        for _ in range(PATIENCE * 50):
            if is_so() or watcher.done():
                break
            await asyncio.sleep(0.02)
        if watcher.done():
            watcher.result()
        assert is_so(), "nothing was told"


@pytest.fixture
def root(tmp_path):
    (tmp_path / "content/pages").mkdir(parents=True)
    (tmp_path / "content/pages/a.md").write_text("old")
    return tmp_path


def test_a_saved_file_is_told_once_and_each_rebuild_is_followed_by_a_word(root):
    session = Session(root)
    assert session.run(lambda: (root / "content/pages/a.md").write_text("new")) == [
        ["content/pages/a.md"]
    ]
    assert session.rounds == 1


def test_what_was_put_off_follows_at_the_start_and_after_each_rebuild_with_a_word_of_its_own(root):
    left = [True, False, True]
    session = Session(root, catch_up=lambda: left.pop(0))
    session.run(
        lambda: (root / "content/pages/a.md").write_text("new"),
        lambda: (root / "content/pages/a.md").write_text("newer"),
    )
    assert (left, session.rounds) == ([], 4)


def test_no_rebuild_waits_for_what_was_put_off(root):
    rebuilt = threading.Event()
    session = Session(
        root, rebuilding=lambda _: rebuilt.set(), catch_up=lambda: rebuilt.wait(PATIENCE)
    )
    session.run(lambda: (root / "content/pages/a.md").write_text("new"))
    assert session.rounds == 3


def test_an_editor_that_saves_by_renaming_is_noticed_once(root):
    def save():
        (root / "content/pages/a.md~1").write_text("new")
        (root / "content/pages/a.md~1").rename(root / "content/pages/a.md")

    assert Session(root).run(save, rest=1.0) == [["content/pages/a.md"]]


def test_an_editor_that_moves_the_old_file_away_is_noticed_once(root):
    def save():
        (root / "content/pages/a.md").rename(root / "content/pages/.a.md.bak")
        (root / "content/pages/a.md").write_text("new")
        (root / "content/pages/.a.md.bak").unlink()

    assert Session(root).run(save, rest=1.0) == [["content/pages/a.md"]]


def test_a_burst_of_changes_is_few_rebuilds_and_each_change_is_told_once(root):
    (root / "partners").mkdir()

    def check_out():
        for number in range(300):
            folder = root / f"partners/p{number}"
            folder.mkdir(parents=True)
            (folder / "listing.yaml").write_text("name: x")
        shutil.rmtree(root / "content/pages")

    told = Session(root).run(check_out, rest=1.0)
    assert len(told) <= 2
    assert sorted(path for paths in told for path in paths) == sorted(
        [*(f"partners/p{n}/listing.yaml" for n in range(300)), "content/pages/a.md"]
    )


def test_reading_and_hidden_files_are_no_change(root):
    def look_around():
        (root / "content/pages/a.md").read_text()
        (root / "content/pages/.a.swp").write_text("x")
        (root / "README.md").write_text("x")

    session = Session(root)
    assert session.run(rest=0.1) == []
    look_around()
    assert session.run(rest=0.6) == []


def test_what_changes_while_nobody_watches_yet_is_noticed(root):
    session = Session(root)
    (root / "content/pages/a.md").write_text("new")
    assert session.run(rest=0.6) == [["content/pages/a.md"]]


def test_a_change_during_a_rebuild_leads_to_another(root):
    def once(session):
        if not session.told:
            (root / "content/pages/b.md").write_text("meanwhile")

    session = Session(root, rebuilding=once)
    told = session.run(lambda: (root / "content/pages/a.md").write_text("new"), rest=1.0)
    assert told == [["content/pages/a.md"], ["content/pages/b.md"]]


def test_rebuilds_never_run_side_by_side(root):
    running = threading.Semaphore(1)
    collisions = []

    def slowly(session):
        if not running.acquire(blocking=False):
            collisions.append(session)
            return
        for number in range(5):
            (root / f"content/pages/{len(session.told)}-{number}.md").write_text("x")
        threading.Event().wait(0.1)
        running.release()

    session = Session(root, rebuilding=lambda s: slowly(s) if len(s.told) < 4 else None)
    session.run(lambda: (root / "content/pages/a.md").write_text("new"), rest=1.0)
    assert (len(session.told), collisions) == (5, [])


def test_files_in_new_folders_are_watched_too(root):
    def add():
        (root / "content/hubs/notes").mkdir(parents=True)
        (root / "content/hubs/notes/index.md").write_text("one")

    def change():
        (root / "content/hubs/notes/index.md").write_text("three")

    path = "content/hubs/notes/index.md"
    assert Session(root).run(add, change, rest=1.0) == [[path], [path]]


def test_a_watched_folder_may_come_later_go_and_come_again(root):
    listing = root / "partners/ada/listing.yaml"

    def add():
        listing.parent.mkdir(parents=True)
        listing.write_text("name: Ada")

    def change():
        listing.write_text(listing.read_text() + "\nmore: x")

    def exchange():
        shutil.rmtree(root / "partners")
        add()

    acts = [add, change, lambda: shutil.rmtree(root / "partners"), add, exchange, change]
    assert Session(root).run(*acts) == [["partners/ada/listing.yaml"]] * 6


def test_a_failure_of_a_rebuild_is_raised(root):
    def fail(_):
        raise ValueError("broken")

    with pytest.raises(ValueError, match="broken"):
        Session(root, rebuilding=fail).run(lambda: (root / "content/pages/a.md").write_text("new"))


@pytest.mark.parametrize(
    ("number", "limit"), [(errno.ENOSPC, "max_user_watches"), (errno.EMFILE, "max_user_instances")]
)
def test_where_the_system_refuses_files_are_looked_at_in_turn_and_that_is_said(root, number, limit):
    def refusing():
        raise OSError(number, "refused")

    session = Session(root, refusing)
    told = session.run(lambda: (root / "content/pages/a.md").write_text("new"))
    assert told == [["content/pages/a.md"]]
    why = (
        "the system cannot watch the files (refused): they are looked at every few moments instead"
    )
    assert session.said == [f"{why}; on Linux, raise `fs.inotify.{limit}`\n"]


def test_without_an_observer_files_are_looked_at_in_turn_and_nothing_is_said(root):
    session = Session(root, None)
    assert session.run(lambda: (root / "content/pages/a.md").write_text("new")) == [
        ["content/pages/a.md"]
    ]
    assert session.said == []


_IN_A_NARROW_PLACE = """
import sys
from pathlib import Path
from tests.serve.test_watch import Session

limit, root = Path("/proc/sys/user/max_inotify_" + sys.argv[1]), Path(sys.argv[2])
limit.write_text(sys.argv[3])
folders = [root / f"partners/p{n}" for n in range(10)]
listing = folders[-1] / "listing.yaml"


def grow():
    for folder in folders:
        folder.mkdir()
    listing.write_text("old")


(root / "partners").mkdir()
if sys.argv[4] == "before":
    grow()
session = Session(root)
session.run(*([grow] if sys.argv[4] == "after" else []), lambda: listing.write_text("new"))
print(session.told, session.said)
"""


@pytest.mark.parametrize(
    ("limit", "number", "growing"),
    [("watches", 6, "before"), ("watches", 6, "after"), ("instances", 0, "before")],
)
def test_a_real_limit_of_the_system_is_noticed_also_when_folders_come_later(
    root, limit, number, growing
):
    command = ["unshare", "--user", "--map-root-user", sys.executable, "-c"]
    possible = [*command, "open('/proc/sys/user/max_inotify_watches', 'w').write('9')"]
    if (
        shutil.which("unshare") is None
        or subprocess.run(possible, check=False, capture_output=True).returncode
    ):
        pytest.skip("this system gives nobody limits of their own")
    ran = subprocess.run(
        [*command, _IN_A_NARROW_PLACE, limit, str(root), str(number), growing],
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    told = [["partners/p9/listing.yaml"]] * (2 if growing == "after" else 1)
    assert ran.stdout.startswith(f"{told} ['the system cannot watch the files"), (
        ran.stdout + ran.stderr
    )
