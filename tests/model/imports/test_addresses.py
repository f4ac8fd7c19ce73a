import pytest

from pavgen.kernel.diagnostics import Span
from pavgen.model.imports.addresses import secure_link
from pavgen.model.imports.drafts import words

AT = Span("source.csv", 7, 3)


@pytest.mark.parametrize(
    ("text", "link", "codes"),
    [
        ("https://acme.example.com", "https://acme.example.com/", []),
        (" https://acme.example.com/ ", "https://acme.example.com/", []),
        ("acme.example.com/x", "https://acme.example.com/x", []),
        ("http://acme.example.com", "https://acme.example.com/", ["import-http"]),
        ("HTTP://acme.example.com", "https://acme.example.com/", ["import-http"]),
    ],
)
def test_links_become_https(text, link, codes):
    checked = secure_link(words(text, AT), "website")
    assert checked.value == words(link, AT)
    assert [d.code for d in checked.diagnostics] == codes


@pytest.mark.parametrize(
    "text", ["nowhere", "ftp://acme.example.com", "javascript:x", "https://127.0.0.1/"]
)
def test_links_that_the_policy_refuses_are_none_and_told_in_place(text):
    checked = secure_link(words(text, AT), "website")
    assert checked.value is None
    assert {d.span for d in checked.diagnostics} == {AT}
    assert {d.severity.value for d in checked.diagnostics} == {"warning"}
