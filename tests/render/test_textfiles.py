"""Lines for hosts and crawlers: read back, they are the rules that were meant, and no more."""

import json
import re

import pytest

from pavgen.kernel.diagnostics import DefectError
from pavgen.plan.documents import HeaderRule, Headers, RedirectRule, Redirects, Robots
from pavgen.render.textfiles import write_headers, write_redirects, write_robots

BREAKING = ["a\nb", "a\rb", "a\0b", "a\u2028b", " a", "a ", "", "é", "a\tb", "x" * 2001]


def read_headers(data):
    """Read a `_headers` file as hosts do: a path at the margin, its fields indented."""
    rules: list[tuple[str, list[str], list[tuple[str, str]]]] = []
    for line in data.decode("ascii").split("\n"):
        if line.startswith("/"):
            rules.append((line, [], []))
        elif line.strip().startswith("! "):
            rules[-1][1].append(line.strip()[2:])
        elif ":" in line:
            name, _, value = line.strip().partition(": ")
            rules[-1][2].append((name, value))
        else:
            assert line == ""
    return rules


def read_redirects(data):
    return [tuple(line.split()) for line in data.decode("ascii").splitlines()]


def test_headers_are_read_back_as_they_were_meant():
    rules = (
        HeaderRule("/*", (("X-Frame-Options", "DENY"), ("X-A", "a: b; c"))),
        HeaderRule("/embed/all/*", (("X-A", "d"),), ("X-Frame-Options",)),
        HeaderRule("/", (("X-B", "*"),)),
    )

    assert read_headers(write_headers(Headers(rules))) == [
        (rule.path, list(rule.dropped), list(rule.fields)) for rule in rules
    ]


@pytest.mark.parametrize("text", BREAKING)
def test_a_header_that_could_begin_another_rule_is_a_defect(text):
    for rule in (
        HeaderRule("/", (("X-A", text),)),
        HeaderRule("/", ((text, "a"),)),
        HeaderRule("/", (), (text,)),
        HeaderRule(f"/{text}" if text else "", ()),
    ):
        with pytest.raises(DefectError):
            write_headers(Headers((rule,)))


@pytest.mark.parametrize(
    "path", ["x", "//x/", "/a b", "/a*b", "/a/**", "/%0d", "/a\\b", "https://x/"]
)
def test_a_path_of_another_form_is_a_defect(path):
    with pytest.raises(DefectError):
        write_headers(Headers((HeaderRule(path, ()),)))


def test_a_redirect_is_written_in_the_form_of_either_kind_of_host():
    rules = Redirects((RedirectRule("/old/", "/new/"), RedirectRule("/b/c/", "/d/")))

    assert read_redirects(write_redirects(rules)) == [
        ("/old/", "/new/", "301!"),
        ("/old/", "/new/", "301"),
        ("/b/c/", "/d/", "301!"),
        ("/b/c/", "/d/", "301"),
    ]


@pytest.mark.parametrize(
    "target",
    [
        "//evil.example",
        "/\\evil",
        "https:evil",
        "https://evil/",
        "/a\r/b",
        "/a\n/b",
        "/%0d%0a",
        "/a b",
        "/../x",
        "",
        "a",
    ],
)
def test_a_redirect_to_anywhere_but_a_path_of_the_site_is_a_defect(target):
    for rule in (RedirectRule("/old/", target), RedirectRule(target, "/new/")):
        with pytest.raises(DefectError):
            write_redirects(Redirects((rule,)))


def test_crawlers_are_let_in_and_told_of_the_sitemap():
    told = write_robots(Robots("https://p.example/sitemap.xml")).decode()

    assert told == "User-agent: *\nDisallow:\n\nSitemap: https://p.example/sitemap.xml\n"
    assert write_robots(Robots("")).decode() == "User-agent: *\nDisallow:\n"


def test_a_sitemap_that_is_no_address_is_a_defect():
    for address in ("x", "https://a b/", "https://a/\nDisallow: /"):
        with pytest.raises(DefectError):
            write_robots(Robots(address))


def test_naughty_texts_make_one_rule_each_or_none(shared_data):
    texts = json.loads((shared_data / "corpora/blns/blns.json").read_text(encoding="utf-8"))
    taken = []
    for text in texts:
        try:
            taken.append((text, write_headers(Headers((HeaderRule("/", (("X-A", text),)),)))))
        except DefectError:
            assert not re.fullmatch(r"[!-~][ -~]*[!-~]|[!-~]", text) or len(text) > 2000

    assert [read_headers(data) for _, data in taken] == [
        [("/", [], [("X-A", text)])] for text, _ in taken
    ]
    assert len(taken) > 50
