"""Answers to requests, from their bytes."""

from dataclasses import replace

import pytest

from pavgen.serve.answering import answer
from pavgen.serve.site import ServedSite
from pavgen.serve.state import Seen
from tests.serve.samples import LIVE, live_site

SITE = ServedSite(
    {
        "index.html": b"home",
        "acme/index.html": b"acme",
        "acme/logo.svg": b"<svg/>",
        "404.html": b"not here",
    }
)
BASED = ServedSite({"index.html": b"home", "acme/index.html": b"acme"}, "/partners/")


def asked(target="/", *, method="GET", host="localhost:8000", site=SITE, hosts=None):
    head = f"{method} {target} HTTP/1.1\r\nHost: {host}\r\nAccept: */*".encode()
    return answer(head, site) if hosts is None else answer(head, site, hosts)


def answered(head):
    return answer(head, SITE)


def location(found):
    return dict(found.headers).get("Location")


def test_a_page_is_found_by_its_folder():
    found = asked("/acme/")
    assert (found.status, found.body, found.kind) == (200, b"acme", "text/html; charset=utf-8")


def test_a_folder_without_its_slash_is_sent_to_the_one_with_it():
    found = asked("/acme?x=1")
    assert (found.status, location(found)) == (301, "/acme/")


def test_a_file_is_found_by_its_name():
    assert asked("/acme/logo.svg").kind == "image/svg+xml"


def test_an_image_that_could_hold_a_script_is_sent_with_a_policy_against_it():
    assert dict(asked("/acme/logo.svg").headers)["Content-Security-Policy"].startswith(
        "default-src 'none'"
    )


@pytest.mark.parametrize("target", ["/nothing", "/nothing/", "/acme/logo.svg/", "/index.html/"])
def test_what_is_not_there_shows_the_sites_own_page(target):
    found = asked(target)
    assert (found.status, found.body) == (404, b"not here")


def test_a_folder_is_never_listed():
    assert asked("/assets/", site=ServedSite({"assets/a.css": b""})).status == 404


def test_a_site_below_a_path_is_served_there_and_the_root_leads_to_it():
    assert asked("/partners/acme/", site=BASED).body == b"acme"
    assert location(asked("/", site=BASED)) == "/partners/"
    assert location(asked("/partners", site=BASED)) == "/partners/"
    assert asked("/acme/", site=BASED).status == 404
    assert asked("/partnersacme/", site=BASED).status == 404


def test_head_sends_everything_but_the_body():
    sent = asked(method="HEAD").to_bytes()
    assert sent.endswith(b"\r\n\r\n")
    assert b"Content-Length: 4\r\n" in sent


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "OPTIONS", "TRACE", "CONNECT"])
def test_other_methods_are_refused(method):
    found = asked(method=method)
    assert (found.status, dict(found.headers)["Allow"]) == (405, "GET, HEAD")


@pytest.mark.parametrize(
    "host", ["localhost", "LOCALHOST:8000", "127.0.0.1:8000", "[::1]:8000", "127.0.0.1"]
)
def test_this_machines_own_names_are_answered(host):
    assert asked(host=host).status == 200


@pytest.mark.parametrize(
    "host", ["evil.example", "evil.example:8000", "localhost.evil.example", "127.0.0.2", "10.0.0.1"]
)
def test_other_names_are_forbidden(host):
    assert asked(host=host).status == 403


def test_a_name_that_was_allowed_is_answered():
    assert asked(host="demo.example", hosts=frozenset({"demo.example"})).status == 200


@pytest.mark.parametrize(
    "head",
    [
        b"",
        b"GET / HTTP/1.1",
        b"GET / HTTP/1.1\r\nHost: localhost\r\nHost: localhost",
        b"GET / HTTP/1.1\r\nHost: localhost\r\n folded",
        b"GET / HTTP/1.1\r\nHost : localhost",
        b"GET / HTTP/1.1\r\nHost: local host",
        b"GET / HTTP/1.1\nHost: localhost",
        b"GET / HTTP/2\r\nHost: localhost",
        b"GET  / HTTP/1.1\r\nHost: localhost",
        b"get / HTTP/1.1\r\nHost: localhost",
        b"GET /\x00 HTTP/1.1\r\nHost: localhost",
        b"GET /\xff HTTP/1.1\r\nHost: localhost",
        b"\x16\x03\x01\x02\x00",
    ],
)
def test_requests_that_are_not_well_formed_are_refused(head):
    assert answered(head).status == 400


def test_a_cookie_of_another_program_may_hold_any_bytes():
    head = b"GET / HTTP/1.1\r\nHost: localhost\r\nCookie: name=\xc5\x82\xff"
    assert answered(head).status == 200


def test_no_answer_lets_another_site_read_it():
    sent = asked().to_bytes()
    assert b"Access-Control-Allow-Origin" not in sent
    assert b"X-Content-Type-Options: nosniff\r\n" in sent
    assert b"Cross-Origin-Resource-Policy: same-origin\r\n" in sent


def test_a_site_sends_what_it_asks_of_its_host():
    files = {**SITE.files, "_headers": b"/acme/*\n  Content-Security-Policy: default-src 'none'\n"}
    site = ServedSite(files)
    assert asked("/acme/", site=site).headers == (
        ("Content-Security-Policy", "default-src 'none'"),
    )
    assert asked("/", site=site).headers == ()


def test_an_asset_of_the_build_before_is_still_found():
    site = live_site(live=replace(LIVE, older={"assets/s.0a1b2c3d.css": b"old"}), base="/partners/")
    assert asked("/partners/assets/s.0a1b2c3d.css", site=site).body == b"old"
    assert asked("/assets/s.0a1b2c3d.css", site=site).status == 404


def test_before_the_first_good_build_every_path_has_a_page_that_waits():
    site = ServedSite({}, live=replace(LIVE, version=0))
    found = asked("/any/where", site=site)
    assert (found.status, found.kind) == (503, "text/html; charset=utf-8")
    assert b"/_pavgen/preview.js" in found.body
    assert dict(found.headers)["Content-Security-Policy"].startswith("default-src 'none'")


LISTENING = "/_pavgen/events?page=%2F&run=run-1&body=ab&version=3"


def listening(*fields, site=None, host="localhost:8000", method="GET", target=LISTENING):
    head = "\r\n".join([f"{method} {target} HTTP/1.1", f"Host: {host}", *fields])
    return answer(head.encode(), site or live_site())


@pytest.mark.parametrize(
    "fields",
    [
        [],
        ["Origin: http://localhost:8000"],
        ["Origin: https://localhost:8000"],
        ["Sec-Fetch-Site: same-origin"],
    ],
)
def test_a_page_of_the_site_may_listen(fields):
    assert listening(*fields) == Seen("/", "run-1", 3, "ab")


@pytest.mark.parametrize(
    "field",
    ["Origin: http://evil.example", "Origin: http://localhost:8001", "Origin: null",
     "Sec-Fetch-Site: cross-site", "Sec-Fetch-Site: same-site"],
)  # fmt: skip
def test_a_page_of_another_site_may_not(field):
    assert listening(field).status == 403


def test_listening_has_the_same_rules_as_all_else():
    assert listening(host="evil.example").status == 403
    assert listening(method="POST").status == 405
    assert listening(target="/_pavgen/events").status == 400
    assert listening(site=SITE).status == 404
    assert listening(method="HEAD").status == 404
