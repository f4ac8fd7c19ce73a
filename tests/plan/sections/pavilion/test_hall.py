from tests.plan.sections.pavilion.agendas import fair


def test_everything_for_the_hall_is_made(tmp_path):
    found = fair(tmp_path)
    files = [item.path for item in (*found.plan.data, *found.plan.documents)]

    assert {
        "fair/kiosk/index.html",
        "fair/offline/index.html",
        "fair/plan/index.html",
        "fair/signs/index.html",
        "fair/signs/rooms/index.html",
    } <= set(found.paths)
    assert {
        "fair/agenda/agenda.ics",
        "fair/exhibitors.csv",
        "fair/exhibitors.json",
        "fair/exhibitors.schema.json",
        "fair/manifest.webmanifest",
        "fair/schedule.json",
        "fair/schedule.xml",
        "fair/sw.js",
    } <= set(files)


def test_what_is_printed_and_shown_on_screens_is_not_in_the_sitemap(tmp_path):
    [sitemap] = [d.content for d in fair(tmp_path).plan.documents if d.path == "sitemap.xml"]
    listed = [entry.address for entry in sitemap.entries]

    assert [
        a for a in listed if any(f"/fair/{x}/" in a for x in ("kiosk", "offline", "plan", "signs"))
    ] == []
