from datetime import date
from pathlib import Path

from pavgen.app.design import with_colours
from pavgen.app.load import load_project
from pavgen.app.themes import site_kit
from pavgen.model.showing import Showing
from pavgen.place.placing import place
from pavgen.plan.site import plan_site
from pavgen.plan.views import DesignPage

ROOT = Path(__file__).resolve().parents[2]
DAY = date(2026, 11, 21)


def test_design_page_tells_each_colour_of_the_theme_and_no_other_page_changes():
    project = load_project(ROOT).value
    programme = project.programme
    kit = site_kit(project, "partners").value
    assert kit is not None
    placed = place(programme, DAY).value
    plan = plan_site(programme, placed, "partners", Showing(DAY), kit.words).value
    told = with_colours(plan, kit)
    changed = [new for old, new in zip(plan.pages, told.pages, strict=True) if old != new]

    assert [page.path for page in changed] == ["design/index.html"]
    assert isinstance(changed[0].view.content, DesignPage)
    rows = changed[0].view.content.colours
    assert [row.name for row in rows] == [found.name for found in kit.theme.contrasts]
    assert all(row.is_enough for row in rows)
