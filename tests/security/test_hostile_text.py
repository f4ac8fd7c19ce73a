"""The corpus of naughty strings, and real names and addresses, through every function."""

import json
import re

import pytest

from pavgen.kernel.codes.names import NAME_CODES
from pavgen.security.csvcells import csv_cell
from pavgen.security.names import name_problems, skeleton, sort_key
from pavgen.security.paths import path_problems, redirect_problems
from pavgen.security.problem import quoted
from pavgen.security.slugs import slug_problems, slugify
from pavgen.security.text import text_problems
from pavgen.security.urls import SafeUrl, parse_link, parse_site_url, parse_staff_link


@pytest.fixture(scope="module")
def naughty(shared_data):
    return json.loads((shared_data / "corpora/blns/blns.json").read_text("utf-8"))


def _values(landscape, key):
    found = re.findall(rf"^\s+{key}: *(.*)$", landscape, re.MULTILINE)
    return sorted({value.strip().strip("'\"").replace("''", "'") for value in found} - {"", ">-"})


@pytest.fixture(scope="module")
def landscape(shared_data):
    return (shared_data / "data/cncf/landscape.yml").read_text("utf-8")


def _all_problems(text):
    answers = [parse(text) for parse in (parse_link, parse_staff_link, parse_site_url)]
    answers += [
        name_problems(text),
        name_problems(text, exempt=True),
        text_problems(text, emoji=True),
    ]
    answers += [slug_problems(text), path_problems(text), redirect_problems(text)]
    return [p for answer in answers if not isinstance(answer, SafeUrl) for p in answer]


def test_naughty_strings_raise_nothing_and_every_finding_can_be_shown(naughty):
    known = {code.id for code in NAME_CODES}
    for text in naughty:
        for problem in _all_problems(text):
            assert problem.code in known
            assert problem.what.isprintable()
            assert problem.remedy.isprintable()
            assert 0 <= problem.offset <= len(text)


def test_naughty_strings_fold_without_an_exception(naughty):
    for text in naughty:
        assert sort_key(text, "slug")[0]
        assert slugify(text) == "" or slug_problems(slugify(text)) == ()
        assert skeleton(text) == skeleton(text.strip())
        assert csv_cell(text).removeprefix("'") == text.removeprefix("'")
        assert quoted(text).isprintable()


def test_real_names_are_nearly_all_accepted(landscape):
    names = {
        re.sub(r" \((?:member|KCSP|KCNTP|[^)]*supporter)\)$", "", n)
        for n in _values(landscape, "name")
    }
    refused = [name for name in sorted(names) if name_problems(name)]
    assert len(names) > 1500
    assert len(refused) / len(names) < 0.005


def test_real_addresses_are_nearly_all_accepted(landscape):
    links = _values(landscape, "homepage_url")
    refused = [link for link in links if not isinstance(parse_staff_link(link), SafeUrl)]
    assert len(links) > 1500
    assert len(refused) / len(links) < 0.005
