"""What hosts are asked for: one narrow policy, and each exception for one folder alone."""

from pavgen.plan.documents import RedirectRule, Redirects
from pavgen.plan.hosting import POLICY, policy, wider_rules
from tests.events import event
from tests.plan.projects import files_of, partner, planned, site

ALONE = ["kind: directory, path: /"]


def rules(found):
    headers = next(item.content for item in found.plan.documents if item.path == "_headers")
    return {rule.path: rule for rule in headers.rules}


def directives(text):
    return dict((part.strip() + " ").split(" ", 1) for part in text.split(";"))


def test_everything_has_the_whole_policy(tmp_path):
    found = rules(planned(tmp_path, files_of(partner("alder"))))
    fields = dict(found["/*"].fields)

    assert {k: v.strip() for k, v in directives(fields["Content-Security-Policy"]).items()} == dict(
        POLICY
    )
    assert fields["X-Frame-Options"] == "DENY"
    assert fields["X-Content-Type-Options"] == "nosniff"
    assert "X-Robots-Tag" not in fields
    assert {
        name: dict(found[name].fields).get("Content-Security-Policy")
        for name in found
        if name not in {"/*", "/search/*"}
    } == {
        "/assets/p/*": "default-src 'none'; style-src 'unsafe-inline'; sandbox",
        "/api/*": None,
        "/placement/*": None,
    }


def test_data_may_be_read_by_other_sites_and_pages_may_not(tmp_path):
    found = rules(planned(tmp_path, files_of(partner("alder"))))

    assert {
        path for path, rule in found.items() if ("Access-Control-Allow-Origin", "*") in rule.fields
    } == {
        "/api/*",
        "/placement/*",
    }


def test_frames_are_allowed_below_embeds_lists_and_only_to_the_named(tmp_path):
    main = site(ALONE, "embed: {allow: [https://a.example, https://*.b.example]}\n")
    found = rules(planned(tmp_path, files_of(partner("alder"), main=main)))
    allowing = {path: rule for path, rule in found.items() if "X-Frame-Options" in rule.dropped}
    rule = allowing["/embed/directory-list/*"]
    told = directives(dict(rule.fields)["Content-Security-Policy"])

    assert list(allowing) == ["/embed/directory-list/*"]
    assert told["frame-ancestors"].strip() == "https://a.example https://*.b.example"
    assert {k: v.strip() for k, v in told.items()} | {"frame-ancestors": "'none'"} == dict(POLICY)
    assert rule.dropped == (
        "Content-Security-Policy",
        "X-Frame-Options",
        "Cross-Origin-Resource-Policy",
    )


def test_a_site_that_is_not_to_be_listed_says_so_in_every_answer(tmp_path):
    main = site(ALONE, "index: false\n")
    found = rules(planned(tmp_path, files_of(partner("alder"), main=main)))

    assert ("X-Robots-Tag", "noindex") in found["/*"].fields


def test_former_addresses_redirect_to_present_ones(tmp_path):
    files = files_of(partner("alder", standing="aliases: [erle, old-alder]\n"), partner("birch"))
    found = {item.path: item.content for item in planned(tmp_path, files).plan.documents}

    assert found["_redirects"] == Redirects(
        (RedirectRule("/erle/", "/alder/"), RedirectRule("/old-alder/", "/alder/"))
    )


def test_a_site_without_former_addresses_has_no_file_of_redirects(tmp_path):
    found = planned(tmp_path, files_of(partner("alder")))

    assert [item.path for item in found.plan.documents] == ["_headers", "robots.txt", "sitemap.xml"]


def test_paths_of_a_site_below_a_path_begin_with_it(tmp_path):
    base = "https://partners.fernholt.example/sub/"
    main = site(ALONE, "embed: {allow: [https://a.example]}\n", base=base)
    files = files_of(partner("alder", standing="aliases: [erle]\n"), main=main)
    found = planned(tmp_path, files)
    moved = next(item.content for item in found.plan.documents if item.path == "_redirects")

    assert {path.startswith("/sub/") for path in rules(found)} == {True}
    assert moved.rules == (RedirectRule("/sub/erle/", "/sub/alder/"),)


def test_pages_carry_the_policy_where_the_site_asks_for_it(tmp_path):
    found = planned(tmp_path, files_of(partner("alder"), main=site(ALONE, "csp_meta: true\n")))
    told = directives(found.view("alder/").policy)

    assert POLICY.keys() - told.keys() == {"frame-ancestors", "upgrade-insecure-requests"}
    pages = [page for page in found.plan.pages if not page.path.startswith("search/")]
    assert {page.view.policy for page in pages} == {policy(in_page=True)}


def test_pages_leave_the_policy_to_the_host_otherwise(tmp_path):
    found = planned(tmp_path, files_of(partner("alder")))

    assert {page.view.policy for page in found.plan.pages} == {""}


def test_a_search_page_alone_may_run_webassembly():
    [rule] = wider_rules("/", ["index.html", "search/index.html"], {})
    told = directives(dict(rule.fields)["Content-Security-Policy"])

    assert (rule.path, rule.dropped) == ("/search/*", ("Content-Security-Policy",))
    assert told["script-src"].strip() == "'self' 'wasm-unsafe-eval'"
    assert list(wider_rules("/", ["index.html", "searching/index.html"], {})) == []


def test_forms_may_be_sent_where_the_site_says_and_nowhere_else(tmp_path):
    contact = "contact: {form: endpoint, endpoint: https://forms.example.org/inbox}\n"
    found = rules(planned(tmp_path, files_of(partner("alder"), main=site(ALONE, contact))))
    told = directives(dict(found["/*"].fields)["Content-Security-Policy"])

    assert told["form-action"].strip() == "'self' https://forms.example.org"
    assert {k: v.strip() for k, v in told.items()} | {"form-action": "'self'"} == dict(POLICY)


EVENT = ("kind: directory, path: /", "kind: pavilion, path: /fair/, event: fair")


def with_event(*sections, more=""):
    return files_of(
        partner("ada"), partner("bob"), partner("cat"), partner("dot"), event(),
        main=site(list(sections), more),
    )  # fmt: skip


def told(rule):
    found = directives(dict(rule.fields)["Content-Security-Policy"])
    return {name: value.strip() for name, value in found.items()}


def test_an_event_alone_may_have_a_worker_and_the_one_policy_that_starts_it(tmp_path):
    found = rules(planned(tmp_path, with_event(*EVENT)))
    wider = {"worker-src": "'self'", "trusted-types": "pavgen-offline"}

    assert told(found["/*"]) == dict(POLICY)
    assert told(found["/fair/*"]) == {**POLICY, **wider}
    assert found["/fair/*"].dropped == ("Content-Security-Policy",)
    assert dict(found["/fair/sw.js"].fields) == {"Cache-Control": "no-cache"}


def test_pages_of_an_event_carry_the_same_policy_themselves(tmp_path):
    files = with_event(*EVENT, more="csp_meta: true\n")
    found = planned(tmp_path, files)

    assert "trusted-types pavgen-offline" in found.view("fair/").policy
    assert "worker-src 'self'" in found.view("fair/signs/").policy
    assert "trusted-types 'none'" in found.view("").policy
    assert "worker-src" not in found.view("search/").policy


def test_a_site_that_is_an_event_has_one_rule_for_all_and_search_keeps_its_own(tmp_path):
    main = "kind: pavilion, path: /, event: fair"
    found = rules(planned(tmp_path, with_event(main)))

    assert told(found["/*"])["trusted-types"] == "pavgen-offline"
    assert told(found["/search/*"])["trusted-types"] == "pavgen-offline"
    assert "wasm-unsafe-eval" in told(found["/search/*"])["script-src"]


def test_files_to_take_along_may_be_read_by_other_sites(tmp_path):
    found = rules(planned(tmp_path, with_event(*EVENT)))

    assert [
        path for path, rule in found.items()
        if path.startswith("/fair/") and ("Access-Control-Allow-Origin", "*") in rule.fields
    ] == [
        "/fair/schedule.json",
        "/fair/schedule.xml",
        "/fair/exhibitors.json",
        "/fair/exhibitors.csv",
        "/fair/agenda/agenda.ics",
    ]  # fmt: skip
