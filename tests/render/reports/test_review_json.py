"""A review for programs, which a log may hold as well."""

import json

import pytest

from pavgen.model.review.rulings import Verdict
from pavgen.render.reports.review_json import review_as_json, review_json
from tests.render.reports.reviews import OWN, naughty, plain_review, with_everywhere


@pytest.mark.parametrize("word", OWN)
def test_a_log_obeys_nothing_in_it_and_a_program_reads_every_word(word):
    report = review_json(with_everywhere(word))
    told = review_as_json(with_everywhere(word))
    assert json.loads(told) == json.loads(json.dumps(report))
    assert told.replace("\n", "").isprintable()
    assert told.isascii()
    assert "##[" not in told
    assert not [line for line in told.split("\n") if line.lstrip().startswith("::")]


def test_every_naughty_string_is_read_as_it_was_written(shared_data):
    for word in naughty(shared_data):
        told = review_as_json(with_everywhere(word))
        assert told.isascii()
        assert json.loads(told)["fields"][0]["key"] == word


def test_a_whole_report_of_an_edit():
    assert json.loads(review_as_json(plain_review())) == {
        "format": 1, "errors": 0, "warnings": 0, "files": 0, "omitted": 0, "findings": [],
        "command": "review", "verdict": "pass", "status": 0,
        "base": "1" * 40, "head": "2" * 40, "merge_base": "3" * 40,
        "actor_id": 101, "partners": ["acme"],
        "summary": [
            "Verdict: pass. Nothing in it needs the vendor's leave.",
            "Who: account `101`",
            "What: 1 path in `acme`",
            "Why: every rule is kept",
        ],
        "rulings": [],
        "paths": [
            {
                "path": "partners/acme/about.md", "status": "M", "mode": "100644", "size": 5,
                "class": "partner", "owner": "acme", "rule": None, "severity": "pass",
                "message": "", "before": None, "after": None,
            }
        ],
        "fields": [],
        "text": [{"path": "partners/acme/about.md", "lines": ["-We sail.", "+We row."]}],
        "hosts": {}, "invisible": [], "neighbours": [], "logos": [],
        "placement": {
            "as_if_admitted": [],
            "lists": [
                {
                    "partner": "acme", "opportunity": "all", "title": "All partners",
                    "before": 1, "after": 1, "of": 4, "why": None, "by": [],
                }
            ],
            "others": [],
        },
        "pages": {},
    }  # fmt: skip


def test_the_keys_are_the_same_whatever_the_verdict():
    keys = {tuple(review_json(with_everywhere("x", verdict))) for verdict in Verdict}
    assert keys == {tuple(review_json(plain_review()))}
