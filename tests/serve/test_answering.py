"""Answers to requests, from their bytes."""

import pytest

from pavgen.serve.answering import answer
from pavgen.serve.site import ServedSite

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
    assert answer(head, SITE).status == 400


def test_a_cookie_of_another_program_may_hold_any_bytes():
    head = b"GET / HTTP/1.1\r\nHost: localhost\r\nCookie: name=\xc5\x82\xff"
    assert answer(head, SITE).status == 200


def test_no_answer_lets_another_site_read_it():
    sent = asked().to_bytes()
    assert b"Access-Control-Allow-Origin" not in sent
    assert b"X-Content-Type-Options: nosniff\r\n" in sent
    assert b"Cross-Origin-Resource-Policy: same-origin\r\n" in sent
