"""Ways to act: forms on profiles and propositions, the call to join, and the page of thanks."""

import pytest

from pavgen.plan.views import LinkView
from pavgen.plan.views.contact import FormView, Thanks
from tests.plan.projects import PROGRAM, files_of, page, partner, planned, site

SECTIONS = ("kind: directory, path: /", "kind: pages, path: /")
OFFERED = PROGRAM.replace("summary: Sells it.}", "summary: Sells it., proposition: offer}")
NETLIFY = "contact: {form: netlify}\n"
ENDPOINT = "contact: {form: endpoint, endpoint: 'https://forms.example.org/in/box'}\n"


def plan(tmp_path, more, *parts, base="https://fernholt.example/net/"):
    parts = (partner("alder"), page("offer", "Join."), *parts)
    files = files_of(*parts, program=OFFERED, main=site(SECTIONS, more, base=base))
    return planned(tmp_path, files)


def test_site_that_says_nothing_has_no_form_and_no_page_of_thanks(tmp_path):
    found = plan(tmp_path, "")

    assert found.content("alder/").form is None
    assert found.content("for/reseller/").form is None
    assert found.content("for/reseller/").join is None
    assert "thanks/index.html" not in found.paths


def test_form_for_netlify_posts_to_the_page_of_thanks_and_names_the_partner(tmp_path):
    found = plan(tmp_path, NETLIFY)

    assert found.content("alder/").form == FormView(
        name="contact",
        action="/net/thanks/",
        is_netlify=True,
        hidden=(("form-name", "contact"), ("partner", "alder")),
        receiver="Alder",
    )
    assert found.content("thanks/") == Thanks("thanks", (LinkView("Fernholt Network", "/net/"),))
    assert found.view("thanks/").index is False


def test_form_for_an_endpoint_posts_there_and_says_where_to_come_back(tmp_path):
    assert plan(tmp_path, ENDPOINT).content("alder/").form == FormView(
        name="contact",
        action="https://forms.example.org/in/box",
        is_netlify=False,
        hidden=(
            ("form", "contact"),
            ("partner", "alder"),
            ("next", "https://fernholt.example/net/thanks/"),
        ),
        receiver="Alder",
    )


def test_condition_says_whose_profiles_have_the_form(tmp_path):
    more = "contact: {form: netlify, only: {tier: silver}}\n"
    found = plan(tmp_path, more, partner("birch", tier="silver"))

    assert [found.content(f"{slug}/").form is None for slug in ("alder", "birch")] == [True, False]


def test_proposition_has_a_form_that_says_the_type_where_the_site_asks_for_it(tmp_path):
    form = plan(tmp_path, "contact: {form: netlify, join: true}\n").content("for/reseller/").form

    assert (form.name, form.hidden) == ("join", (("form-name", "join"), ("type", "reseller")))


@pytest.mark.parametrize(
    ("join", "href"),
    [
        ("https://apply.example.org/", "https://apply.example.org/"),
        ("page:how", "/net/how/"),
        ("mailto:join@fernholt.example", "mailto:join@fernholt.example?subject=join"),
    ],
)
def test_call_to_join_leads_where_the_site_says(tmp_path, join, href):
    found = plan(tmp_path, f"join: '{join}'\n", page("how"))

    assert found.content("for/reseller/").join == LinkView("join", href)


@pytest.mark.parametrize(
    ("contact", "policy"),
    [
        ("", "form-action 'self';"),
        (NETLIFY, "form-action 'self';"),
        (ENDPOINT, "form-action 'self' https://forms.example.org;"),
    ],
)
def test_policy_of_the_pages_allows_the_form_and_no_more(tmp_path, contact, policy):
    assert policy in plan(tmp_path, f"csp_meta: true\n{contact}").view("alder/").policy
