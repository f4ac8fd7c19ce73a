"""Contradictions in what a site says of its form."""

import pytest

from pavgen.app.load import load_project
from tests.plan.projects import SITE, files_of, partner, write


@pytest.mark.parametrize(
    ("contact", "message"),
    [
        ("{form: endpoint}", "nothing says where the form is sent; add `endpoint: https://…`"),
        (
            "{form: netlify, endpoint: 'https://f.example.org/'}",
            "the form is `netlify`, so nothing is sent here; write `form: endpoint`, or remove it",
        ),
        (
            "{form: netlfy}",
            "unknown value `netlfy`; did you mean `netlify`?",
        ),
    ],
)
def test_form_that_contradicts_itself_is_told(tmp_path, contact, message):
    root = write(tmp_path, files_of(partner("alder"), main=f"contact: {contact}\n{SITE}"))

    assert [d.message for d in load_project(root).diagnostics] == [message]


def test_endpoint_must_be_https(tmp_path):
    contact = "contact: {form: endpoint, endpoint: 'http://f.example.org/'}\n"
    root = write(tmp_path, files_of(partner("alder"), main=contact + SITE))

    assert [d.field for d in load_project(root).diagnostics] == ["contact.endpoint"]
