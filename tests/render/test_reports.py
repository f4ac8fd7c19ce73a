"""Reports: findings as text, JSON and GitHub commands, and what hostile text may not do in them."""

from pavgen.kernel.diagnostics import Diagnostic, Severity, Span
from pavgen.render.reports.counting import counted, omission, summary, tally
from pavgen.render.reports.github import as_github
from pavgen.render.reports.machine import findings_json
from pavgen.render.reports.quoting import plain, quote
from pavgen.render.reports.text import as_text, place

LISTING = "partners/acme/listing.yaml"
TIER = Diagnostic(
    Span(LISTING, 2, 7), "tier-unknown", "unknown tier `gould`", "did you mean `gold`?", "tier"
)
OLD = Diagnostic(
    Span("content/hubs/a/b.md"), "stale", "not reviewed since 2024", severity=Severity.WARNING
)


def test_text_shows_place_code_field_message_and_the_line_with_a_caret():
    texts = {LISTING: "name: Acme\ntier: gould\n"}
    assert as_text([TIER, OLD], texts) == (
        "content/hubs/a/b.md: warning[stale] not reviewed since 2024\n"
        f"{LISTING}:2:7: error[tier-unknown] tier: unknown tier `gould`; did you mean `gold`?\n"
        "  2 | tier: gould\n"
        "    |       ^\n"
        "1 error, 1 warning in 2 files\n"
    )


def test_text_leaves_the_line_out_where_the_source_is_not_known_or_too_short():
    assert as_text([TIER], {LISTING: "one line"}).splitlines() == [
        f"{LISTING}:2:7: error[tier-unknown] tier: unknown tier `gould`; did you mean `gold`?",
        "1 error in 1 file",
    ]


def test_text_shows_a_line_without_a_caret_when_the_column_is_not_known():
    found = Diagnostic(Span(LISTING, 1), "c", "wrong")
    assert as_text([found], {LISTING: "name: Acme"}).splitlines()[1:-1] == ["  1 | name: Acme"]


def test_text_is_coloured_only_on_request():
    assert "\x1b" not in as_text([TIER], {LISTING: "\n\x1b[31mred"})
    assert "\x1b[1;31merror[tier-unknown]\x1b[0m" in as_text([TIER], {}, colour=True)


def test_nothing_found_is_said_in_one_line():
    assert as_text([], {}) == "no errors, no warnings\n"


def test_place_leaves_out_what_is_not_known():
    assert place(Span("a.yaml")) == "a.yaml"
    assert place(Span("a.yaml", 3)) == "a.yaml:3"
    assert place(Span("a.yaml", 3, 4)) == "a.yaml:3:4"


def test_a_finding_reported_twice_counts_once():
    assert summary(tally([TIER, TIER])) == "1 error in 1 file"


def test_a_thousand_findings_are_shown_errors_first_and_the_rest_is_counted():
    errors = [Diagnostic(Span("z.yaml", line), "c", "wrong") for line in range(1, 1002)]
    found = tally([OLD, *errors])
    assert found.shown == tuple(errors[:1000])
    assert summary(found) == "1,001 errors, 1 warning in 2 files"
    assert omission(found) == "… and 2 more findings: mend some of these, then look again"


def test_numbers_have_their_noun_in_the_right_number():
    assert [counted(n, "file") for n in (0, 1, 2, 1000)] == [
        "0 files",
        "1 file",
        "2 files",
        "1,000 files",
    ]


def test_hidden_characters_are_shown_as_escapes():
    assert plain("a\tb\u202ec\u200b\x1b[2J\ue000\ud800\U000e0041") == (
        "a\\tb\\u{202e}c\\u{200b}\\u{1b}[2J\\u{e000}\\u{d800}\\u{e0041}"
    )


def test_a_build_logs_older_command_cannot_be_written():
    assert plain("x ##[add-mask]secret") == "x ##\\[add-mask]secret"


def test_a_quote_counts_cells_of_wide_combining_and_escaped_characters():
    assert quote("\t汐e\u0301: x", 5).cells == 2 + 2 + 1
    assert quote("abc", 0).cells == 0


def test_a_quote_of_a_long_line_is_cut_around_the_column():
    line = "x" * 500 + "!" + "y" * 500
    piece = quote(line, 501)
    assert piece.text == "…" + "x" * 60 + "!" + "y" * 59 + "…"
    assert piece.text[piece.cells] == "!"


def test_a_quote_beyond_the_end_of_its_line_marks_the_end():
    assert quote("abc", 99).cells == 3


def test_json_has_every_part_and_null_for_what_is_not_known():
    assert findings_json([TIER, OLD]) == {
        "format": 1,
        "errors": 1,
        "warnings": 1,
        "files": 2,
        "omitted": 0,
        "findings": [
            {
                "path": "content/hubs/a/b.md",
                "line": None,
                "column": None,
                "severity": "warning",
                "code": "stale",
                "field": "",
                "what": "not reviewed since 2024",
                "remedy": "",
                "message": "not reviewed since 2024",
            },
            {
                "path": LISTING,
                "line": 2,
                "column": 7,
                "severity": "error",
                "code": "tier-unknown",
                "field": "tier",
                "what": "unknown tier `gould`",
                "remedy": "did you mean `gold`?",
                "message": "unknown tier `gould`; did you mean `gold`?",
            },
        ],
    }


def test_github_gets_a_command_for_each_finding():
    assert as_github([TIER, OLD]) == (
        "::warning file=content/hubs/a/b.md,title=stale::not reviewed since 2024\n"
        f"::error file={LISTING},line=2,col=7,title=tier-unknown"
        "::tier: unknown tier `gould`; did you mean `gold`?\n"
        "::notice::1 error, 1 warning in 2 files\n"
    )


def test_github_commands_cannot_be_forged_by_the_users_text():
    found = Diagnostic(
        Span("a,line=1::b%0A.yaml", 1), "c", "x\n::error file=other::forged\r%", field="k,:\n"
    )
    assert as_github([found]) == (
        "::error file=a%2Cline=1%3A%3Ab%250A.yaml,line=1,title=c"
        "::k,:\\n: x\\n::error file=other::forged\\r%25\n"
        "::notice::1 error in 1 file\n"
    )
