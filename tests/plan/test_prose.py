from pavgen.plan.prose import _EMBEDS
from pavgen.plan.views import HeadingView
from pavgen.render.markdown.embeds import FORMS
from tests.events import event
from tests.plan.projects import (
    article,
    files_of,
    hub,
    page,
    partner,
    planned,
    site,
    slugs,
    solution,
)

SECTIONS = (
    "kind: directory, path: /",
    "kind: showcase, path: /stories/",
    "kind: hub, path: /notes/, hub: notes",
    "kind: pages, path: /",
)
ALONE = ("kind: directory, path: /", "kind: pages, path: /")
RECORDS = (
    partner("alder", standing="aliases: [old-alder]\n"),
    partner("birch", types="[integrator]", tier="silver"),
    solution("frost", ["alder"], "industries: [energy]\n"),
    solution("thaw", ["birch"], "industries: [water]\n", published="2026-02-02"),
    hub(more="topics: [{id: law, label: Law}]\nseries: [{id: basics, label: Basics}]\n"),
    article("one", "topics: [law]\npublished: 2026-01-01\n"),
    article("two", "contributed_by: alder\nseries: basics\npublished: 2026-02-01\n"),
    page("about", "## First part\n\nText\n\n### Deeper\n"),
)


def parts_of(tmp_path, body, *, base="", more=()):
    files = files_of(
        *RECORDS,
        *more,
        page("tested", body),
        main=site(SECTIONS, base=f"https://partners.fernholt.example/{base}"),
    )
    return planned(tmp_path, files).content("tested/").text.parts


def html(parts):
    """Join runs of markup and text as a template prints them."""
    return "".join(part.html if part.kind == "html" else part.text for part in parts)


def test_links_to_records_get_their_addresses(tmp_path):
    body = (
        "[a](partner:alder) [b](solution:frost) [c](article:notes/one) [d](page:about#s-deeper)\n"
    )

    assert html(parts_of(tmp_path, body)) == (
        '<p><a href="/alder/">a</a> <a href="/stories/frost/">b</a> '
        '<a href="/notes/one/">c</a> <a href="/about/#s-deeper">d</a></p>\n'
    )


def test_link_without_words_takes_the_record_s_title(tmp_path):
    body = "[](partner:alder), [](solution:frost), [](article:notes/one), [](page:about)\n"

    assert html(parts_of(tmp_path, body)) == (
        '<p><a href="/alder/">Alder</a>, <a href="/stories/frost/">Solution frost</a>, '
        '<a href="/notes/one/">Article one</a>, <a href="/about/">About</a></p>\n'
    )


def test_link_by_a_former_slug_leads_to_the_present_page(tmp_path):
    assert html(parts_of(tmp_path, "[](partner:old-alder)\n")) == (
        '<p><a href="/alder/">Alder</a></p>\n'
    )


def test_links_below_a_path_begin_with_it(tmp_path):
    body = "[a](partner:alder) [b](/notes/)\n\n![Drawing](media/some-plan.svg)\n"
    media = {"content/media/some-plan.svg": "<svg xmlns='http://www.w3.org/2000/svg'/>"}
    found = html(parts_of(tmp_path, body, base="net/", more=[media]))

    assert 'href="/net/alder/"' in found
    assert 'src="/net/media/some-plan.svg"' in found


def test_text_has_its_headings_and_reading_time(tmp_path):
    files = files_of(
        page("tested", "## One\n\n" + "word " * 660 + "\n\n### Two\n"),
        main=site(["kind: pages, path: /"]),
    )
    text = planned(tmp_path, files).content("tested/").text

    assert (text.headings, text.minutes) == (
        (HeadingView(2, "One", "s-one"), HeadingView(3, "Two", "s-two")),
        3,
    )


def test_embedded_partners_are_those_with_every_value_named(tmp_path):
    parts = parts_of(tmp_path, '::: partners type=integrator tier=silver title="Some"\n')
    (shown,) = [part for part in parts if part.kind == "partners"]

    assert (shown.title, slugs(shown.surface)) == ("Some", ["birch"])


def test_embedded_partners_are_no_more_than_the_limit(tmp_path):
    (shown,) = [p for p in parts_of(tmp_path, "::: partners limit=1\n") if p.kind == "partners"]

    assert (slugs(shown.surface), shown.surface.total) == (["alder"], 2)


def test_embedded_solutions_are_newest_first_and_narrowed_by_options(tmp_path):
    body = (
        "::: solutions\n\n::: solutions industry=energy\n\n::: solutions partner=birch\n\n"
        "::: solutions limit=1\n\n::: solution frost\n"
    )
    parts = parts_of(tmp_path, body)

    assert [[card.slug for card in p.solutions] for p in parts if p.kind == "solutions"] == [
        ["thaw", "frost"],
        ["frost"],
        ["thaw"],
        ["thaw"],
        ["frost"],
    ]


def test_embedded_articles_are_newest_first_and_narrowed_by_options(tmp_path):
    body = (
        "::: articles\n\n::: articles topic=law\n\n::: articles series=basics\n\n"
        "::: articles partner=alder\n\n::: articles hub=notes limit=1\n\n::: article notes/one\n"
    )
    parts = parts_of(tmp_path, body)

    assert [[card.href for card in p.articles] for p in parts if p.kind == "articles"] == [
        ["/notes/two/", "/notes/one/"],
        ["/notes/one/"],
        ["/notes/two/"],
        ["/notes/two/"],
        ["/notes/two/"],
        ["/notes/one/"],
    ]


def test_call_to_action_leads_to_a_record_and_its_heading(tmp_path):
    body = (
        '::: cta label="Read" href="page:about#s-deeper" note="Now"\n\n'
        '::: cta label="Go" href="https://www.fernholt.example/"\n\n'
        '::: cta label="See" href="/notes/"\n'
    )
    parts = parts_of(tmp_path, body, base="net/")

    assert [(p.label, p.href, p.text) for p in parts if p.kind == "action"] == [
        ("Read", "/net/about/#s-deeper", "Now"),
        ("Go", "https://www.fernholt.example/", ""),
        ("See", "/net/notes/", ""),
    ]


def test_embedded_event_leads_to_its_pages_with_its_title(tmp_path):
    fair = ("kind: pavilion, path: /fair/, event: fair",)
    files = files_of(
        *(partner(slug) for slug in ("ada", "bob", "cat", "dot")),
        event(),
        page("tested", "::: event fair\n"),
        main=site((*ALONE, *fair)),
    )
    [part] = planned(tmp_path, files).content("tested/").text.parts
    assert (part.kind, part.label, part.href) == ("action", "Fernholt Fair", "/fair/")


def test_every_form_of_block_has_a_plan():
    assert set(_EMBEDS) == set(FORMS)


def test_link_to_what_has_no_page_today_leads_home_with_a_warning(tmp_path):
    files = files_of(
        *RECORDS,
        page("tested", "[x](page:old) [](page:old)\n"),
        page("old", more="expires: 2020-01-01\n", title="Old page"),
        main=site(SECTIONS),
    )
    found = planned(tmp_path, files)

    assert html(found.content("tested/").text.parts) == (
        '<p><a href="/">x</a> <a href="/">Old page</a></p>\n'
    )
    assert found.codes == ("link-nowhere",)


def test_page_named_like_a_partner_s_former_slug_is_itself(tmp_path):
    files = files_of(
        *RECORDS,
        page("old-alder"),
        page("tested", "[x](page:old-alder)\n"),
        main=site((*SECTIONS[:3], "kind: pages, path: /p/")),
    )
    found = planned(tmp_path, files)

    assert found.codes == ()
    assert html(found.content("p/tested/").text.parts) == '<p><a href="/p/old-alder/">x</a></p>\n'


def test_embeds_find_a_partner_by_its_former_slug(tmp_path):
    body = "::: solutions partner=old-alder\n\n::: articles partner=old-alder\n"
    solutions, articles = (part for part in parts_of(tmp_path, body) if part.kind != "html")

    assert [card.slug for card in solutions.solutions] == ["frost"]
    assert [card.href for card in articles.articles] == ["/notes/two/"]
