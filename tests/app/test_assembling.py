"""A site is whole in memory: pages, data, documents, pictures, and the record of its making."""

from datetime import date

from pavgen.app.assembling import assemble
from pavgen.app.load import load_project
from pavgen.app.means import Means
from pavgen.app.placed import placed
from pavgen.model.showing import Showing
from tests.app.kept import Kept
from tests.plan.projects import files_of, partner, write

SHOWING = Showing(date(2026, 6, 15))


def test_stages_are_told_and_what_they_make_is_remembered(tmp_path):
    project = load_project(write(tmp_path, files_of(partner("alder")))).value
    placement = placed(project.programme, SHOWING.as_of).value
    told: list[str] = []
    memory = Kept()
    first = assemble(project, placement, "main", SHOWING, Means(memory), told.append)

    assert told == [f"main: {name}" for name in ("planning", "social cards", "pages", "search")]
    assert {room for room, _ in memory.values} >= {"page", "template"}
    assert assemble(project, placement, "main", SHOWING, Means(memory), told.append) == first
    assert first.value is not None
    assert {"index.html", "build.json", "404.html"} <= set(first.value.files)
