from pavgen.plan.views import FreePage, HtmlPart
from tests.plan.projects import files_of, page, partner, planned, site


def written(found):
    """Return the addresses of the free pages of a site, each with its title."""
    return {
        page.view.path: page.view.title
        for page in found.plan.pages
        if page.template == "pages/page.html"
    }


def test_page_carries_its_title_summary_and_text(tmp_path):
    files = files_of(
        page("about", "Some words.", "summary: Who we are.\ncontents: true\n"),
        main=site(["kind: pages, path: /"]),
    )
    view = planned(tmp_path, files).view("about/")
    text = view.content.text

    assert view.content == FreePage("About", "Who we are.", text, contents=True)
    assert (view.title, view.description, view.index) == ("About", "Who we are.", True)
    assert text.parts == (HtmlPart(text.parts[0].html),)
    assert "<p>Some words.</p>" in text.parts[0].html


def test_page_stands_where_its_folder_and_name_put_it(tmp_path):
    files = files_of(
        page("about"),
        page("guides/index", title="Guides"),
        page("guides/first", title="First"),
        page("guides/deep/index", title="Deep"),
        main=site(["kind: pages, path: /"]),
    )

    assert written(planned(tmp_path, files)) == {
        "/about/": "About",
        "/guides/": "Guides",
        "/guides/deep/": "Deep",
        "/guides/first/": "First",
    }


def test_page_called_index_is_the_front_page_of_its_section(tmp_path):
    files = files_of(page("index", title="Front"), main=site(["kind: pages, path: /help/"]))

    assert written(planned(tmp_path, files)) == {"/help/": "Front"}


def test_section_of_a_folder_holds_that_folder_alone_and_leaves_its_name_out(tmp_path):
    files = files_of(
        page("about"),
        page("guides/index", title="Guides"),
        page("guides/first", title="First"),
        page("guidesmen"),
        main=site(["kind: pages, path: /help/, folder: guides"]),
    )

    assert written(planned(tmp_path, files)) == {"/help/": "Guides", "/help/first/": "First"}


def test_page_of_two_sections_stands_in_the_first(tmp_path):
    files = files_of(
        page("about"),
        page("guides/first", title="First"),
        main=site(["kind: pages, path: /help/, folder: guides", "kind: pages, path: /"]),
    )

    assert written(planned(tmp_path, files)) == {"/about/": "About", "/help/first/": "First"}


def test_page_that_introduces_a_section_has_no_page_of_its_own(tmp_path):
    files = files_of(
        partner("alder"),
        page("welcome"),
        page("about", "[us](page:welcome)\n"),
        main=site(["kind: directory, path: /who/, intro: welcome", "kind: pages, path: /"]),
    )
    found = planned(tmp_path, files)

    assert written(found) == {"/about/": "About"}
    assert "Some words." in found.content("who/").intro.parts[0].html
    links = [p.text for p in found.content("about/").text.parts if p.kind == "text"]
    assert links == ["/who/"]


def test_front_page_that_introduces_the_directory_at_its_address_gives_way(tmp_path):
    files = files_of(
        partner("alder"),
        page("index", title="Front"),
        main=site(["kind: directory, path: /, intro: index", "kind: pages, path: /"]),
    )
    found = planned(tmp_path, files)

    assert (written(found), found.codes) == ({}, ())
    assert found.page("index.html").template == "directory/home.html"


def test_page_that_is_a_proposition_stands_in_the_directory(tmp_path):
    program = files_of()["content/program.yaml"].replace(
        "summary: Sells it.}", "summary: Sells it., proposition: offer}"
    )
    files = files_of(
        partner("alder"), page("offer"), program=program,
        main=site(["kind: directory, path: /", "kind: pages, path: /"]),
    )  # fmt: skip
    found = planned(tmp_path, files)

    assert written(found) == {}
    assert found.page("for/reseller/").source == "content/pages/offer.md"
