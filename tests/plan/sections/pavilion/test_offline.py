from pavgen.plan.documents import ServiceWorker
from tests.plan.sections.pavilion.agendas import BEFORE, fair


def test_every_page_of_the_section_knows_what_it_can_do_without_a_network(tmp_path):
    found = fair(tmp_path)

    assert {page.view.offline for page in found.plan.pages if page.path.startswith("fair/")} == {
        "/fair/"
    }
    assert {
        page.view.offline for page in found.plan.pages if not page.path.startswith("fair/")
    } == {""}


def test_the_section_has_a_worker_a_manifest_and_a_page_that_stands_in(tmp_path):
    found = fair(tmp_path)
    [worker] = [d for d in found.plan.documents if isinstance(d.content, ServiceWorker)]
    [manifest] = [d.value for d in found.plan.data if d.path == "fair/manifest.webmanifest"]

    assert worker.path == "fair/sw.js"
    assert (worker.content.home, worker.content.offline) == ("/fair/", "/fair/offline/")
    assert (manifest["name"], manifest["scope"], manifest["display"]) == (
        "Fernholt Fair",
        "/fair/",
        "standalone",
    )
    assert found.view("fair/offline/").index is False


def test_the_page_that_stands_in_leads_to_what_is_kept(tmp_path):
    def ways(found):
        return [link.href for link in found.content("fair/offline/").ways]

    assert ways(fair(tmp_path / "a")) == ["/fair/floor/", "/fair/exhibitors/", "/fair/agenda/"]
    assert ways(fair(tmp_path / "b", day=BEFORE)) == ["/fair/floor/", "/fair/exhibitors/"]
