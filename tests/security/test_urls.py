"""Links of partners: what is accepted and how it is written, what is refused and why."""

import pytest

from pavgen.kernel.diagnostics import DefectError
from pavgen.security.problem import Problem
from pavgen.security.urls import SafeUrl, parse_link

ACCEPTED = [
    ("https://acme.example", "https://acme.example/", "acme.example"),
    ("https://acme.example/", "https://acme.example/", "acme.example"),
    ("HTTPS://ACME.Example/Path", "https://acme.example/Path", "acme.example"),
    ("https://www.acme.example/", "https://www.acme.example/", "acme.example"),
    ("https://acme.example:443/x", "https://acme.example/x", "acme.example"),
    ("https://acme.example?q=1", "https://acme.example/?q=1", "acme.example"),
    ("https://acme.example#top", "https://acme.example/#top", "acme.example"),
    ("https://acme.example/?", "https://acme.example/", "acme.example"),
    ("https://acme.example/a/../b", "https://acme.example/b", "acme.example"),
    ("https://acme.example/%2e%2e/b", "https://acme.example/b", "acme.example"),
    ("https://acme.example/a//b", "https://acme.example/a//b", "acme.example"),
    ("https://acme.example/%7euser", "https://acme.example/%7Euser", "acme.example"),
    ("https://acme.example/100%", "https://acme.example/100%25", "acme.example"),
    (
        "https://acme.example/über?ä=ö#ü",
        "https://acme.example/%C3%BCber?%C3%A4=%C3%B6#%C3%BC",
        "acme.example",
    ),
    ("https://acme.example/a[1]|{x}", "https://acme.example/a%5B1%5D%7C%7Bx%7D", "acme.example"),
    ("https://acme.example/@acme/x:y", "https://acme.example/@acme/x:y", "acme.example"),
    (
        "https://acme.example/?u=https://b.example/",
        "https://acme.example/?u=https://b.example/",
        "acme.example",
    ),
    ("https://acme.example/a?b?c#d", "https://acme.example/a?b?c#d", "acme.example"),
    ("https://acme.example/a#b#c", "https://acme.example/a#b%23c", "acme.example"),
    ("https://müller.example/", "https://xn--mller-kva.example/", "müller.example"),
    ("https://xn--mller-kva.example/", "https://xn--mller-kva.example/", "müller.example"),
    ("https://日本語.example/", "https://xn--wgv71a119e.example/", "日本語.example"),
    ("mailto:sales@acme.example", "mailto:sales@acme.example", "sales@acme.example"),
    ("MailTo:Sales+eu@Acme.Example", "mailto:Sales+eu@acme.example", "Sales+eu@acme.example"),
    ("tel:+49301234567", "tel:+49301234567", "+49301234567"),
    ("tel:+49 30 123-45.67", "tel:+49301234567", "+49 30 123-45.67"),
]

REFUSED = [
    ("", ["link-form"]),
    (" https://acme.example/", ["link-character"]),
    ("https://acme.example/ ", ["link-character"]),
    ("https://acme.example/a b", ["link-character"]),
    ("https://acme.example/\n", ["link-character"]),
    ("https://acme.example/\t", ["link-character"]),
    ("https://acme.example/\0", ["link-character"]),
    ("java\tscript:alert(1)", ["link-character"]),
    ("\x01javascript:alert(1)", ["link-character"]),
    ("https://acme.example/\u00a0", ["link-character"]),
    ("https://acme.example/\u2028", ["link-character"]),
    ("https://acme.example/\u202egnp", ["link-character"]),
    ("https://acme.example/\u200b", ["link-character"]),
    ("https://acme.example/\ud800", ["link-character"]),
    ('https://acme.example/"onload=', ["link-character"]),
    ("https://acme.example/'x", ["link-character"]),
    ("https://acme.example/`x", ["link-character"]),
    ("https://acme.example/<b>", ["link-character", "link-character"]),
    ("https:\\\\acme.example\\", ["link-character"]),
    ("https://acme.example\\@evil.example/", ["link-character"]),
    ("https://acme.example/%0d%0aSet-Cookie:x", ["link-character"]),
    ("https://acme.example/%00", ["link-character"]),
    ("javascript:alert(1)", ["link-scheme"]),
    ("JaVaScRiPt:alert(1)", ["link-scheme"]),
    ("vbscript:x", ["link-scheme"]),
    ("data:text/html,x", ["link-scheme"]),
    ("data:image/png;base64,AA", ["link-scheme"]),
    ("file:///etc/passwd", ["link-scheme"]),
    ("ftp://acme.example/", ["link-scheme"]),
    ("blob:https://acme.example/x", ["link-scheme"]),
    ("view-source:https://acme.example", ["link-scheme"]),
    ("intent://acme.example", ["link-scheme"]),
    ("ms-msdt:/id", ["link-scheme"]),
    ("sms:+4930123456", ["link-scheme"]),
    ("wss://acme.example/", ["link-scheme"]),
    ("feed:https://acme.example/", ["link-scheme"]),
    ("acme.example:443/x", ["link-scheme"]),
    ("http://acme.example/", ["link-http"]),
    ("http://127.0.0.1/", ["link-http", "link-ip"]),
    ("//acme.example/", ["link-relative"]),
    ("/path/", ["link-relative"]),
    ("path", ["link-relative"]),
    ("#top", ["link-relative"]),
    ("?q", ["link-relative"]),
    ("acme.example", ["link-relative"]),
    ("www.acme.example/x", ["link-relative"]),
    ("https:acme.example", ["link-form"]),
    ("https:/acme.example", ["link-form"]),
    ("https:", ["link-form"]),
    ("https://", ["link-host"]),
    ("https:///acme.example", ["link-host"]),
    ("https://?q", ["link-host"]),
    ("https://user@acme.example/", ["link-user"]),
    ("https://user:pw@acme.example/", ["link-user"]),
    ("https://good.example@evil.example/", ["link-user"]),
    ("https://@acme.example/", ["link-user"]),
    ("https://a@b@acme.example/", ["link-user"]),
    ("https://acme.example:8443/", ["link-port"]),
    ("https://acme.example:80/", ["link-port"]),
    ("https://acme.example:/", ["link-port"]),
    ("https://acme.example:0443/", ["link-port"]),
    ("https://acme.example:４４３/", ["link-port"]),
    ("https://u@acme.example:1/", ["link-user", "link-port"]),
    ("https://u@localhost:1/", ["link-user", "link-port", "link-local"]),
    ("https://127.0.0.1/", ["link-ip"]),
    ("https://2130706433/", ["link-ip"]),
    ("https://0x7f000001/", ["link-ip"]),
    ("https://0177.0.0.1/", ["link-ip"]),
    ("https://127.1/", ["link-ip"]),
    ("https://[::1]/", ["link-ip"]),
    ("https://[::ffff:7f00:1]:443/", ["link-ip"]),
    ("https://１２７.0.0.1/", ["link-ip"]),
    ("https://localhost/", ["link-local"]),
    ("https://printer.local/", ["link-local"]),
    ("https://wiki.internal/", ["link-local"]),
    ("https://acme.test/", ["link-local"]),
    ("https://acme/", ["link-host"]),
    ("https://acme.example./", ["link-host"]),
    ("https://acme..example/", ["link-host"]),
    ("https://-acme.example/", ["link-host"]),
    ("https://ac%6de.example/", ["link-host"]),
    ("https://acme。example/", ["link-host"]),
    ("https://pаypal.example/", ["link-script"]),
    ("https://" + "a" * 64 + ".example/", ["link-host"]),
    ("https://" + "a.a." * 62 + "example/", ["link-host"]),
    ("https://acme.example/" + "a" * 492, ["link-length"]),
    ("https://acme.example/" + "日" * 60, ["link-length"]),
    ("mailto:", ["link-mail"]),
    ("mailto:acme", ["link-mail"]),
    ("mailto:@acme.example", ["link-mail"]),
    ("mailto:a@acme.example?subject=x", ["link-host"]),
    ("mailto:a@acme.example,b@acme.example", ["link-mail"]),
    ("mailto:a,b@acme.example", ["link-mail"]),
    ("mailto:a@b@acme.example", ["link-mail"]),
    ("mailto:a%0ab@acme.example", ["link-character"]),
    ("mailto:.a@acme.example", ["link-mail"]),
    ("mailto:a..b@acme.example", ["link-mail"]),
    ("mailto:" + "a" * 65 + "@acme.example", ["link-mail"]),
    ("mailto:a@localhost", ["link-local"]),
    ("mailto:a@[127.0.0.1]", ["link-ip"]),
    ("mailto://a@acme.example", ["link-mail"]),
    ("tel:", ["link-phone"]),
    ("tel:030123456", ["link-phone"]),
    ("tel:+49", ["link-phone"]),
    ("tel:+49 (0)30 123456", ["link-phone"]),
    ("tel:+1234567890123456", ["link-phone"]),
    ("tel:+49301234;ext=1", ["link-phone"]),
    ("tel:+49  30123456", ["link-phone"]),
    ("tel:+４９301234567", ["link-phone"]),
    ("tel:*#06#", ["link-phone"]),
]


@pytest.mark.parametrize(("text", "href", "display"), ACCEPTED)
def test_link_is_written_anew_from_its_parts(text, href, display):
    answer = parse_link(text)
    assert isinstance(answer, SafeUrl)
    assert (str(answer), answer.href, answer.display) == (href, href, display)


@pytest.mark.parametrize(("text", "codes"), REFUSED)
def test_link_is_refused(text, codes):
    answer = parse_link(text)
    assert not isinstance(answer, SafeUrl)
    assert [p.code for p in answer] == codes


def test_link_carries_its_parts():
    assert parse_link("https://www.Müller.example:443/a") == SafeUrl(
        "https://www.xn--mller-kva.example/a",
        "https",
        "www.xn--mller-kva.example",
        "müller.example",
    )


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        (
            "http://acme.example",
            Problem(
                "link-http",
                0,
                "`http://acme.example` is not encrypted",
                "write it as `https://acme.example/`",
            ),
        ),
        (
            "acme.example/x",
            Problem(
                "link-relative",
                0,
                "`acme.example/x` does not begin with a scheme",
                "write it as `https://acme.example/x`",
            ),
        ),
        (
            "acme.example:443",
            Problem(
                "link-scheme",
                0,
                "the scheme `acme.example:` is not allowed here",
                "write it as `https://acme.example/`",
            ),
        ),
        (
            "data:x",
            Problem(
                "link-scheme",
                0,
                "the scheme `data:` is not allowed here",
                "use one of https:, mailto:, tel:",
            ),
        ),
        (
            "https://acme.example/a b",
            Problem(
                "link-character",
                22,
                "U+0020 SPACE may not stand in a link",
                "remove it, or write it as `%20`",
            ),
        ),
    ],
)
def test_link_says_how_it_is_mended(text, problem):
    assert parse_link(text) == (problem,)


def test_link_keeps_to_the_schemes_it_is_given():
    assert parse_link("https://acme.example/", allow=frozenset({"mailto"})) == (
        Problem("link-scheme", 0, "the scheme `https:` is not allowed here", "use one of mailto:"),
    )


def test_link_of_a_scheme_without_a_rule_is_a_defect():
    with pytest.raises(DefectError):
        parse_link("ftp://acme.example/", allow=frozenset({"ftp"}))


@pytest.mark.parametrize("href", ["", "//evil.example", "https://a b", 'x"', "a\n", "ü", "<"])
def test_safe_url_cannot_hold_what_breaks_an_attribute(href):
    with pytest.raises(DefectError):
        SafeUrl(href, "", "", "")
