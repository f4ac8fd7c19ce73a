"""Links of staff and addresses of sites: what a person of the programme may write."""

import pytest

from pavgen.security.urls import SafeUrl, parse_site_url, parse_staff_link


@pytest.mark.parametrize(
    ("text", "href"),
    [
        ("https://acme.example", "https://acme.example/"),
        ("http://acme.example:80/x", "http://acme.example/x"),
        ("mailto:a@acme.example", "mailto:a@acme.example"),
        ("/guide/", "/guide/"),
        ("guide/ü?q=1#x", "guide/%C3%BC?q=1#x"),
        ("../up/", "../up/"),
        ("./a:b", "./a:b"),
        ("#anchor", "#anchor"),
        ("?page=2", "?page=2"),
        ("/a?u=//b", "/a?u=//b"),
    ],
)
def test_staff_link_may_stay_within_the_site(text, href):
    answer = parse_staff_link(text)
    assert isinstance(answer, SafeUrl)
    assert answer.href == href


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", "link-form"),
        ("#", "link-form"),
        ("//evil.example/", "link-relative"),
        ("/a//b", "link-relative"),
        ("/.//evil.example", "link-relative"),
        ("/\\evil.example", "link-character"),
        ("\\\\evil.example", "link-character"),
        ("/a\nb", "link-character"),
        ("/%0d%0a", "link-character"),
        ("java\nscript:x", "link-character"),
        ("javascript:alert(1)", "link-scheme"),
        ("data:text/html,x", "link-scheme"),
        ("1a:b", "link-scheme"),
        ("jav\u00e4script:x", "link-scheme"),
        ("https://localhost/", "link-local"),
        ("/" + "a" * 512, "link-length"),
        ("/" + "日" * 60, "link-length"),
    ],
)
def test_staff_link_is_refused(text, code):
    answer = parse_staff_link(text)
    assert not isinstance(answer, SafeUrl)
    assert [p.code for p in answer] == [code]


@pytest.mark.parametrize(
    ("text", "href"),
    [
        ("https://partners.acme.example/", "https://partners.acme.example/"),
        ("https://partners.acme.example", "https://partners.acme.example/"),
        ("https://Acme.example/Partner-Site/v1.2/", "https://acme.example/Partner-Site/v1.2/"),
        ("http://localhost:8000/", "http://localhost:8000/"),
        ("http://127.0.0.1:8000/x/", "http://127.0.0.1:8000/x/"),
        ("https://acme.example:443/", "https://acme.example/"),
        ("https://acme.example:8443/", "https://acme.example:8443/"),
        ("https://müller.example/", "https://xn--mller-kva.example/"),
    ],
)
def test_site_url_is_an_origin_and_a_folder(text, href):
    answer = parse_site_url(text)
    assert isinstance(answer, SafeUrl)
    assert answer.href == href


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", "site-url"),
        ("acme.example", "site-url"),
        ("/x/", "site-url"),
        ("ftp://acme.example/", "site-url"),
        ("HTTPS://acme.example/", "site-url"),
        ("https://acme.example/x", "site-url"),
        ("https://acme.example/?q/", "site-url"),
        ("https://acme.example/#x/", "site-url"),
        ("https://u@acme.example/", "site-url"),
        ("https://acme.example/../", "site-url"),
        ("https://acme.example/a//", "site-url"),
        ("https://acme.example/a b/", "site-url"),
        ("https://acme.example/%2e/", "site-url"),
        ("https://acme.example:99999/", "site-url"),
        ("https://acme.example:٣/", "site-url"),
        ("https://acme.example/\n", "site-url"),
        ("http://[::1]:8000/", "site-url"),
        ("https://acme/", "link-host"),
        ("https://10.0.0.1/", "link-ip"),
    ],
)
def test_site_url_is_refused(text, code):
    answer = parse_site_url(text)
    assert not isinstance(answer, SafeUrl)
    assert [p.code for p in answer] == [code]
