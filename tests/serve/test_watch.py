"""Watching: a burst of changes is one rebuild, and reading is none."""

import asyncio

from pavgen.serve.watch import Watching, rebuild_on_change


def rebuilds(folder, act, seconds=1.0):
    """Return how often a rebuild was asked for while something was done to the folder."""
    count = 0

    def rebuild():
        nonlocal count
        count += 1
        for path in folder.rglob("*.md"):
            path.read_bytes()

    async def watch():
        watcher = asyncio.create_task(rebuild_on_change(Watching([folder], rebuild)))
        await asyncio.sleep(0.3)
        act()
        await asyncio.sleep(seconds)
        watcher.cancel()
        await asyncio.gather(watcher, return_exceptions=True)

    asyncio.run(watch())
    return count


def test_a_burst_of_changes_is_one_rebuild(tmp_path):
    (tmp_path / "below").mkdir()

    def save():
        for number in range(50):
            (tmp_path / f"below/{number}.md").write_text("text")

    assert rebuilds(tmp_path, save) == 1


def test_an_editor_that_saves_by_renaming_is_noticed(tmp_path):
    (tmp_path / "a.md").write_text("old")

    def save():
        (tmp_path / "a.md~").write_text("new")
        (tmp_path / "a.md~").rename(tmp_path / "a.md")

    assert rebuilds(tmp_path, save) == 1


def test_reading_is_no_change(tmp_path):
    (tmp_path / "a.md").write_text("text")
    assert rebuilds(tmp_path, (tmp_path / "a.md").read_text) == 0
