from pavgen.plan.views import LinkView, Proposition
from tests.plan.projects import PROGRAM, files_of, page, partner, planned, site, slugs

OFFERING = PROGRAM.replace("summary: Sells it.}", "summary: Sells it., proposition: offer}")


def offered(tmp_path, *parts, more="summary: What you get.\n", main=None):
    files = files_of(*parts, page("offer", "Join *us*.", more), program=OFFERING)
    return planned(tmp_path, files | ({"content/sites/main.yaml": main} if main else {}))


def test_proposition_is_a_page_s_text_with_the_partners_of_the_type(tmp_path):
    found = offered(tmp_path, partner("alder"), partner("birch", types="[integrator]"))
    made = found.page("for/reseller/")
    content = made.view.content

    assert content == Proposition(
        title="Offer",
        summary="What you get.",
        text=content.text,
        surface=content.surface,
        browse=LinkView("Resellers", "/browse/type/reseller/", count=1),
    )
    assert "Join <em>us</em>." in content.text.parts[0].html
    assert (slugs(content.surface), content.surface.title) == (["alder"], "Resellers")
    assert (made.template, made.view.title, made.view.description, made.view.crumbs) == (
        "directory/proposition.html",
        "Offer",
        "What you get.",
        (LinkView("Fernholt Network", "/"),),
    )


def test_proposition_shows_six_partners_of_all_and_says_how_many_there_are(tmp_path):
    names = ("alder", "birch", "cedar", "dogwood", "elm", "fir", "gorse")
    content = offered(tmp_path, *(partner(name) for name in names)).content("for/reseller/")

    assert slugs(content.surface) == list(names[:6])
    assert (content.surface.total, content.surface.last, content.browse.count) == (7, 6, 7)


def test_proposition_without_partners_yet_leads_to_all(tmp_path):
    found = offered(tmp_path, partner("alder", types="[integrator]"))
    content = found.content("for/reseller/")

    assert content.surface.cards == ()
    assert content.browse == LinkView("All 1", "/browse/")


def test_proposition_without_a_summary_takes_the_type_s(tmp_path):
    view = offered(tmp_path, partner("alder"), more="").view("for/reseller/")

    assert (view.content.summary, view.description) == ("Sells it.", "Sells it.")


def test_type_without_a_proposition_has_no_page(tmp_path):
    found = offered(tmp_path, partner("alder", types="[reseller, integrator]"))

    assert [path for path in found.paths if path.startswith("for/")] == ["for/reseller/index.html"]


def test_proposition_stands_below_its_directory(tmp_path):
    found = offered(tmp_path, partner("alder"), main=site(["kind: directory, path: /who/"]))

    assert found.content("who/for/reseller/").browse.href == "/who/browse/type/reseller/"
