"""Links made of anything: parsing never raises, and what it accepts it reads again the same."""

import re

from hypothesis import given
from hypothesis import strategies as st

from pavgen.security.urls import SafeUrl, parse_link, parse_site_url, parse_staff_link

PIECES = st.sampled_from(
    [
        "https:",
        "http:",
        "mailto:",
        "tel:",
        "//",
        "/",
        "\\",
        "@",
        ":",
        "?",
        "#",
        "%",
        "%2e",
        "..",
        ".",
        "a",
        "acme.example",
        "müller",
        "xn--",
        "-",
        "[::1]",
        "1",
        "+49",
        "'",
        '"',
        "<",
        " ",
        "\n",
        "\u202e",
        "\ud800",
        "日",
        "а",
    ]
)
TEXTS = st.one_of(
    st.text(st.characters(exclude_categories=())),
    st.lists(PIECES).map("".join),
    st.lists(PIECES).map(lambda p: "https://acme.example/" + "".join(p)),
)
FORBIDDEN = re.compile(r"[^!-~]|[\\\"'`<>]")


@given(TEXTS)
def test_link_parsing_is_stable_and_never_raises(text):
    answer = parse_link(text)
    if isinstance(answer, SafeUrl):
        again = parse_link(answer.href)
        assert isinstance(again, SafeUrl)
        assert (again.href, again.scheme, again.host) == (answer.href, answer.scheme, answer.host)
        assert not FORBIDDEN.search(answer.href)
        assert len(answer.href) <= 512


@given(TEXTS)
def test_staff_link_parsing_is_stable_and_never_raises(text):
    answer = parse_staff_link(text)
    if isinstance(answer, SafeUrl):
        again = parse_staff_link(answer.href)
        assert isinstance(again, SafeUrl)
        assert again.href == answer.href
        assert not FORBIDDEN.search(answer.href)
        assert not answer.href.startswith("//")


@given(TEXTS)
def test_site_url_parsing_is_stable_and_never_raises(text):
    answer = parse_site_url(text)
    if isinstance(answer, SafeUrl):
        assert parse_site_url(answer.href) == answer
        assert answer.href.endswith("/")
