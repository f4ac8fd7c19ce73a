"""What is wrong, as values for a page."""

from pavgen.kernel.diagnostics import Diagnostic, Severity, Span
from pavgen.serve.notice import Notice, notice_of, notice_saying

TEXTS = {"content/a.md": "---\ntitle: [x\nmore: \x1b[0m y\n"}
ERROR = Diagnostic(Span("content/a.md", 2, 8), "yaml-bracket", "`[` opens", "close it", "title")


def test_a_finding_has_its_place_its_words_and_its_lines():
    assert notice_of([ERROR], TEXTS).value() == {
        "summary": "1 error in 1 file",
        "more": "",
        "findings": (
            {
                "place": "content/a.md:2:8",
                "code": "yaml-bracket",
                "field": "title",
                "what": "`[` opens",
                "remedy": "close it",
                "lines": [
                    {"number": 1, "before": "---", "after": None},
                    {"number": 2, "before": "title: ", "after": "[x"},
                    {"number": 3, "before": "more: \\u{1b}[0m y", "after": None},
                ],
            },
        ),
    }


def test_a_finding_about_a_whole_line_or_file_marks_no_column():
    whole = Diagnostic(Span("content/a.md", 1), "a", "b")
    file = Diagnostic(Span("content/other.md"), "a", "b")
    first, second = notice_of([whole, file], TEXTS).findings
    assert first["lines"] == [
        {"number": 1, "before": "---", "after": None},
        {"number": 2, "before": "title: [x", "after": None},
    ]
    assert second["lines"] == []


def test_a_long_line_is_cut_to_what_surrounds_the_mark():
    text = "x" * 500 + "[" + "y" * 500
    found = notice_of([Diagnostic(Span("a", 1, 501), "a", "b")], {"a": text})
    assert found.findings[0]["lines"] == [
        {"number": 1, "before": "…" + "x" * 80, "after": "[" + "y" * 79 + "…"}
    ]


def test_a_place_beyond_the_text_is_no_reason_to_fail():
    beyond = [Diagnostic(Span("a", line, 9), "a", "b") for line in (1, 7)]
    assert [row["lines"] for row in notice_of(beyond, {"a": "x"}).findings] == [
        [{"number": 1, "before": "x", "after": ""}],
        [],
    ]


def test_warnings_are_left_to_the_terminal():
    warning = Diagnostic(Span("content/b.md"), "a", "b", severity=Severity.WARNING)
    assert notice_of([ERROR, warning], TEXTS) == notice_of([ERROR], TEXTS)


def test_of_many_the_first_are_shown_and_the_others_counted():
    many = [Diagnostic(Span("a", line), "a", "b") for line in range(1, 36)]
    notice = notice_of(many, {})
    assert (len(notice.findings), notice.summary) == (30, "35 errors in 1 file")
    assert notice.more.startswith("… and 5 more findings")


def test_the_key_tells_one_notice_from_another():
    assert notice_saying("a").key == notice_saying("a").key != notice_saying("b").key


def test_a_sentence_is_a_notice_without_findings():
    assert notice_saying("a\nb") == Notice("a\\nb", "", ())
