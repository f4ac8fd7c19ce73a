import pytest

from pavgen.files.frontmatter import parse_markdown_file, parse_record_file
from pavgen.files.yamldoc import STAFF
from pavgen.kernel.diagnostics import Checked, Diagnostic, Span
from pavgen.model.document import Entries, RawDocument, Scalar


def title(line):
    key, value = Scalar("title", Span("a.md", line, 1)), Scalar("A", Span("a.md", line, 8))
    return Entries(((key, value),), Span("a.md", line, 1))


def test_front_matter_and_body_are_split_with_their_lines():
    assert parse_markdown_file("a.md", "---\ntitle: A\n---\n# B\n", STAFF) == Checked(
        RawDocument("a.md", title(2), "# B\n", 4)
    )


def test_fences_may_end_in_spaces_and_comments_count_as_lines():
    text = "--- \n# x\n\ntitle: A\n---\t\nbody"
    assert parse_markdown_file("a.md", text, STAFF).value == RawDocument(
        "a.md", title(4), "body", 6
    )


def test_a_rule_in_the_body_is_body():
    text = "---\ntitle: A\n---\nx\n---\ny\n"
    assert parse_markdown_file("a.md", text, STAFF).value.body == "x\n---\ny\n"


def test_indented_dashes_within_a_text_close_nothing():
    text = "---\ntitle: |\n  ---\n---\nx\n"
    assert parse_markdown_file("a.md", text, STAFF).value.body == "x\n"


@pytest.mark.parametrize("text", ["---\n---\nx\n", "---\n\n---\nx\n"])
def test_empty_front_matter_is_an_empty_document(text):
    checked = parse_markdown_file("a.md", text, STAFF)
    assert (checked.ok, checked.value.root, checked.value.body) == (True, None, "x\n")


def test_a_file_may_end_with_its_front_matter():
    checked = parse_markdown_file("a.md", "---\ntitle: A\n---", STAFF)
    assert checked == Checked(RawDocument("a.md", title(2), "", 4))


@pytest.mark.parametrize("text", ["# A\n", "", "----\ntitle: A\n----\n", "title: A\n---\nx\n"])
def test_missing_front_matter_is_a_finding_and_the_text_is_body(text):
    checked = parse_markdown_file("a.md", text, STAFF)
    assert checked.value == RawDocument("a.md", None, text, 1, unreadable=True)
    assert checked.diagnostics == (
        Diagnostic(
            Span("a.md", 1, 1),
            "front-matter-missing",
            "there is no front matter",
            "begin the file with a line `---`, the fields, and another line `---`",
        ),
    )


def test_empty_lines_before_the_front_matter_are_named():
    checked = parse_markdown_file("a.md", "\n  \n---\ntitle: A\n---\n", STAFF)
    assert [d.message for d in checked.diagnostics] == [
        "empty lines stand before the front matter; delete them"
    ]


@pytest.mark.parametrize("text", ["---", "---\n", "---\ntitle: A\nbody\n"])
def test_unclosed_front_matter_is_a_finding(text):
    checked = parse_markdown_file("a.md", text, STAFF)
    assert [d.code for d in checked.diagnostics] == ["front-matter-open"]
    assert checked.value == RawDocument("a.md", None, unreadable=True)


def test_problems_in_front_matter_have_the_lines_of_the_file():
    checked = parse_markdown_file("a.md", "---\na: 1\na: 2\n---\nx\n", STAFF)
    assert [(d.span.line, d.code) for d in checked.diagnostics] == [(3, "yaml-key-repeated")]


def test_a_yaml_file_is_a_record_without_body():
    checked = parse_record_file("a.md", "title: A\n", STAFF)
    assert checked == Checked(RawDocument("a.md", title(1)))
