"""Structured data against a table of what schema.org allows, and against what pages show."""

import json
import re
from typing import Any

import html5lib
import pytest

from pavgen.app.build import make
from pavgen.model.showing import Showing
from pavgen.plan.structured import structured_data
from tests.plan.projects import (
    DAY,
    article,
    files_of,
    hub,
    page,
    partner,
    planned,
    site,
    solution,
    write,
)
from tests.plan.reading import demo_made

# The properties we may use of each type: those we always give, and others schema.org defines.
TYPES = {
    "WebSite": ({"name", "url", "publisher"}, {"description", "inLanguage"}),
    "WebPage": ({"name", "url"}, {"description"}),
    "BreadcrumbList": ({"itemListElement"}, set()),
    "ItemList": ({"name", "url", "itemListOrder", "numberOfItems", "itemListElement"}, set()),
    "ListItem": ({"position", "name"}, {"url", "item"}),
    "Organization": (
        {"name"},
        {"@id", "legalName", "description", "url", "logo", "foundingDate", "numberOfEmployees"}
        | {"address", "areaServed", "knowsAbout", "knowsLanguage", "sameAs", "contactPoint"}
        | {"hasCertification", "memberOf", "mainEntityOfPage"},
    ),
    "PostalAddress": ({"addressLocality", "addressCountry"}, {"streetAddress", "postalCode"}),
    "Event": (
        {"name", "url"},
        {"description", "startDate", "endDate", "eventStatus", "eventAttendanceMode", "location"}
        | {"organizer", "performer", "subEvent", "superEvent", "inLanguage"},
    ),
    "Place": ({"name"}, {"address", "url"}),
    "QuantitativeValue": ({"minValue"}, {"maxValue"}),
    "ContactPoint": ({"contactType"}, {"email", "telephone", "url"}),
    "Certification": ({"name"}, {"issuedBy", "expires"}),
    "ProgramMembership": ({"programName", "hostingOrganization"}, set()),
    "CreativeWork": (
        {"name", "url", "description", "datePublished", "creator", "about", "publisher"},
        {"inLanguage"},
    ),
    "Service": ({"name", "description", "provider"}, {"serviceType", "category"}),
    "Article": (
        {"name", "url", "headline", "description", "author", "publisher", "mainEntityOfPage"},
        {"image", "contributor", "datePublished", "dateModified", "keywords", "mentions"}
        | {"isPartOf", "inLanguage"},
    ),
    "Person": (
        {"name"},
        {"url", "jobTitle", "description", "worksFor", "sameAs", "performerIn"},
    ),
    "CreativeWorkSeries": ({"name", "url"}, set()),
}
ADDRESSES = {"@id", "item", "url", "logo", "image", "mainEntityOfPage"}
SECTIONS = [
    "kind: directory, path: /",
    "kind: showcase, path: /stories/",
    "kind: hub, path: /notes/, hub: notes",
    "kind: pages, path: /",
]


def things(value):
    """Yield every typed thing within a value."""
    if isinstance(value, dict):
        if "@type" in value:
            yield value
        value = list(value.values())
    for inner in value if isinstance(value, list | tuple) else []:
        yield from things(inner)


def complaints(value):
    for thing in things(value):
        needed, allowed = TYPES[thing["@type"]]
        keys = thing.keys() - {"@type"}
        yield from (f"{thing['@type']} lacks {key}" for key in sorted(needed - keys))
        yield from (f"{thing['@type']} has {key}" for key in sorted(keys - needed - allowed))
        yield from (f"{key} is empty" for key in sorted(keys) if thing[key] in ("", [], None))
        for key in sorted(keys & ADDRESSES):
            if not re.fullmatch(r"https://\S+", thing[key]):
                yield f"{key} is no address: {thing[key]}"


def blocks(html):
    tree = html5lib.parse(html, namespaceHTMLElements=False)
    return [
        json.loads(e.text or "")
        for e in tree.iter("script")
        if e.get("type") == "application/ld+json"
    ]


def quick_blocks(html):
    """Read the blocks of a page of ours, which are known to be one line each."""
    return [
        json.loads(text)
        for text in re.findall(r'<script type="application/ld\+json">(.*)</script>', html)
    ]


def graph(found, path):
    told: Any = structured_data(found.view(path))
    return {thing["@type"]: thing for thing in told["@graph"]}


def test_every_page_of_the_demo_tells_what_schema_org_allows():
    pages = [
        (b.site, path, data)
        for b in demo_made().sites
        for path, data in b.files.items()
        if path.endswith(".html")
    ]
    told = [(name, path, quick_blocks(data.decode())) for name, path, data in pages]
    types = {thing["@type"] for _, _, found in told for thing in things(found)}

    assert [(n, p, c) for n, p, found in told for c in complaints(found)] == []
    assert [(n, p) for n, p, found in told if len(found) > 1] == []
    assert types == set(TYPES) - {"CreativeWorkSeries"} | (types & {"CreativeWorkSeries"})


def test_a_list_is_told_in_the_order_and_with_the_positions_it_shows(tmp_path):
    files = files_of(partner("cedar"), partner("alder"), partner("birch"))
    found = planned(tmp_path, files)
    told = graph(found, "browse/")["ItemList"]

    assert [(i["position"], i["name"], i["url"]) for i in told["itemListElement"]] == [
        (1, "Alder", "https://partners.fernholt.example/alder/"),
        (2, "Birch", "https://partners.fernholt.example/birch/"),
        (3, "Cedar", "https://partners.fernholt.example/cedar/"),
    ]
    assert told["numberOfItems"] == 3


def test_every_list_of_the_demo_is_told_as_it_is_shown():
    for built in demo_made().sites:
        for path, data in built.files.items():
            if path.startswith("browse/") and path.endswith(".html"):
                shown = [int(n) for n in re.findall(r'data-position="([0-9]+)"', data.decode())]
                lists = [t for t in things(quick_blocks(data.decode())) if t["@type"] == "ItemList"]
                told = [item["position"] for one in lists for item in one["itemListElement"]]
                assert told == (shown if lists else [])


def test_a_profile_is_an_organisation_with_what_its_listing_says(tmp_path):
    listing = (
        "legal_name: Alder GmbH\nregions: [de]\nsolution_areas: [lake]\nindustries: [energy]\n"
        "size: 11-50\nfounded: 1999\nlanguages: [en]\n"
        "offices: [{city: Bremen, country: DE, main: true}]\n"
        "contacts: [{purpose: sales, email: hello@alder.example}]\n"
        "links: {docs: https://docs.alder.example/}\n"
    )
    standing = "certifications: [{id: basic, until: 2027-01-01}]\n"
    told = graph(planned(tmp_path, files_of(partner("alder", listing, standing))), "alder/")
    fernholt = {"@type": "Organization", "name": "Fernholt", "url": "https://www.fernholt.example/"}

    assert told["Organization"] == {
        "@type": "Organization",
        "@id": "https://partners.fernholt.example/alder/",
        "name": "Alder",
        "legalName": "Alder GmbH",
        "description": "Alder does one thing.",
        "url": "https://alder.example/",
        "foundingDate": "1999",
        "numberOfEmployees": {"@type": "QuantitativeValue", "minValue": 11, "maxValue": 50},
        "address": [
            {"@type": "PostalAddress", "addressLocality": "Bremen", "addressCountry": "DE"}
        ],
        "areaServed": ["Germany"],
        "knowsAbout": ["Lakes", "Energy"],
        "knowsLanguage": ["English"],
        "sameAs": ["https://docs.alder.example/"],
        "contactPoint": [
            {
                "@type": "ContactPoint",
                "contactType": "contact-sales",
                "email": "hello@alder.example",
            }
        ],
        "hasCertification": [
            {
                "@type": "Certification",
                "name": "Basics",
                "issuedBy": {"@type": "Organization", "name": "Fernholt"},
                "expires": "2027-01-01",
            }
        ],
        "memberOf": {
            "@type": "ProgramMembership",
            "programName": "Fernholt Partners",
            "hostingOrganization": fernholt,
        },
        "mainEntityOfPage": "https://partners.fernholt.example/alder/",
    }


def test_an_article_says_who_wrote_it_and_when(tmp_path):
    files = files_of(
        partner("alder"),
        hub(more="topics: [{id: law, label: Law}]\n"),
        article(
            "one",
            "published: 2026-02-01\nreviewed: 2026-03-01\ntopics: [law]\npartners: [alder]\n"
            "contributed_by: alder\n",
        ),
        main=site(SECTIONS),
    )
    told = graph(planned(tmp_path, files), "notes/one/")["Article"]
    alder = {
        "@type": "Organization",
        "@id": "https://partners.fernholt.example/alder/",
        "name": "Alder",
    }

    assert (told["datePublished"], told["dateModified"]) == ("2026-02-01", "2026-03-01")
    assert told["author"]["name"] == "Ida"
    assert (told["mentions"], told["contributor"]) == ([alder], alder)
    assert told["keywords"] == ["Law"]


def test_a_solution_names_its_makers_in_the_order_of_the_list(tmp_path):
    files = files_of(
        partner("birch"),
        partner("alder"),
        solution("frost", ["birch", "alder"]),
        hub(),
        main=site(SECTIONS),
    )
    told = graph(planned(tmp_path, files), "stories/frost/")["CreativeWork"]

    assert [maker["name"] for maker in told["creator"]] == ["Alder", "Birch"]
    assert told["about"]["provider"] == told["creator"]
    assert told["datePublished"] == "2026-01-01"


def test_crumbs_lead_from_the_home_to_the_page_itself(tmp_path):
    trail = graph(planned(tmp_path, files_of(partner("alder"))), "alder/")["BreadcrumbList"]

    assert [(i["position"], i["name"], i["item"]) for i in trail["itemListElement"]] == [
        (1, "Fernholt Network", "https://partners.fernholt.example/"),
        (2, "all-partners", "https://partners.fernholt.example/browse/"),
        (3, "Alder", "https://partners.fernholt.example/alder/"),
    ]


def test_the_home_tells_of_the_site_and_a_page_that_leads_nowhere_tells_nothing(tmp_path):
    files = files_of(partner("alder", standing="aliases: [old]\n"))
    found = planned(tmp_path, files)

    assert graph(found, "")["WebSite"]["url"] == "https://partners.fernholt.example/"
    assert structured_data(found.view("404.html")) is None
    assert structured_data(found.view("old/")) is None


@pytest.mark.parametrize("odd", ["</script><script>x</script>", "<!--<script>", "' \" & ]]>"])
def test_hostile_texts_come_back_from_a_built_page_as_they_were(tmp_path, odd):
    text = json.dumps(odd)
    files = files_of(
        partner("alder", f"legal_name: {text}\n"),
        page("about", more=f"summary: {text}\n", title=text),
        hub(),
        solution("frost", ["alder"], f"customer: {text}\n"),
        main=site(SECTIONS, title=text),
    )
    made = make(write(tmp_path, files), Showing(DAY)).value.sites[0]
    [profile] = blocks(made.files["alder/index.html"].decode())
    [about] = blocks(made.files["about/index.html"].decode())

    assert [t["legalName"] for t in things(profile) if "legalName" in t] == [odd]
    assert [t["name"] for t in things(about) if t["@type"] == "WebPage"] == [odd]
    assert [c for f in (profile, about) for c in complaints(f)] == []
