import pytest
from hypothesis import given
from hypothesis import strategies as st

from pavgen.files.text import CONTROL, control_findings, decode_text, shown
from pavgen.kernel.diagnostics import Checked, Diagnostic, Span


def places(checked):
    return [(d.span.line, d.span.column, d.code) for d in checked.diagnostics]


def test_plain_utf8_is_given_back():
    assert decode_text("a.md", "größe\tx\n".encode()) == Checked("größe\tx\n")


def test_one_leading_byte_order_mark_is_dropped():
    assert decode_text("a.md", b"\xef\xbb\xbfname: A\n") == Checked("name: A\n")


def test_windows_line_ends_become_line_feeds():
    assert decode_text("a.md", b"a\r\nb\r\n") == Checked("a\nb\n")


def test_a_byte_that_is_not_utf8_is_named_with_line_and_column():
    assert decode_text("a.yaml", "é\ngrö".encode() + b"\xdfe\n") == Checked(
        None,
        (
            Diagnostic(
                Span("a.yaml", 2, 4),
                "text-encoding",
                "the byte `0xDF` (`ß` in Windows-1252) is not UTF-8",
                "save the file as UTF-8 in your editor",
            ),
        ),
    )


@pytest.mark.parametrize(
    ("data", "name"),
    [
        ("name: A".encode("utf-16"), "UTF-16"),
        (b"\xfe\xff" + "name: A".encode("utf-16-be"), "UTF-16"),
        ("name: A".encode("utf-16-le"), "UTF-16"),
        ("name: A".encode("utf-16-be"), "UTF-16"),
        ("name: A".encode("utf-32"), "UTF-32"),
    ],
)
def test_wide_encodings_are_recognised_by_name(data, name):
    checked = decode_text("a.yaml", data)
    assert checked.value is None
    told = [(d.span, d.what) for d in checked.diagnostics]
    assert told == [(Span("a.yaml", 1), f"the file is {name}, not UTF-8")]


def test_an_encoded_surrogate_is_not_utf8():
    assert places(decode_text("a", b"x\n\xed\xa0\x80")) == [(2, 1, "text-encoding")]


@pytest.mark.parametrize(
    ("character", "words"),
    [
        ("\x00", "`U+0000` (NUL)"),
        ("\r", "`U+000D` (carriage return)"),
        ("\x1b", "`U+001B` (escape)"),
        ("\x0c", "`U+000C` (form feed)"),
        ("\x07", "`U+0007`"),
        ("\x7f", "`U+007F` (delete)"),
        ("\x85", "`U+0085` (next line)"),
        ("\x9b", "`U+009B`"),
        ("\u2028", "`U+2028` (line separator)"),
        ("\u2029", "`U+2029` (paragraph separator)"),
        ("\ufffe", "`U+FFFE`"),
    ],
)
def test_a_forbidden_character_is_named_with_its_place(character, words):
    checked = decode_text("a.yaml", f"one\nnice{character}tier: gold\n".encode())
    assert places(checked) == [(2, 5, "text-character")]
    assert words in checked.diagnostics[0].what


def test_a_lone_surrogate_in_text_is_found():
    assert [d.span for d in control_findings("a", "x\ud800", 4)] == [Span("a", 5, 2)]


def test_each_of_several_characters_has_its_own_place():
    checked = decode_text("a", b"a\x00b\x00\n\n\x01")
    assert places(checked) == [
        (1, 2, "text-character"),
        (1, 4, "text-character"),
        (3, 1, "text-character"),
    ]


def test_many_characters_are_counted_after_the_first_twenty():
    checked = decode_text("a", b"ab\x00\n" * 50)
    assert len(checked.diagnostics) == 21
    last = checked.diagnostics[-1]
    assert (last.span, last.what) == (Span("a", 21), "30 more such characters in this file")


def test_shown_text_is_short_and_printable():
    assert shown("a`b\u202ec" + "x" * 50, 10) == "a?b?cxxxxx…"


@given(st.binary(max_size=400))
def test_any_bytes_are_decoded_or_refused_with_a_place(data):
    checked = decode_text("f", data)
    assert (checked.value is None) <= bool(checked.diagnostics)
    assert all(d.span.path == "f" and d.what and d.remedy for d in checked.diagnostics)


@given(st.text(alphabet=st.characters(codec="utf-8"), max_size=200))
def test_text_without_findings_survives_as_it_is_but_for_line_ends(text):
    checked = decode_text("f", text.encode())
    expected = text.removeprefix("\ufeff").replace("\r\n", "\n")
    if "UTF-16" not in "".join(d.what for d in checked.diagnostics):
        assert checked.value == expected
        assert bool(checked.diagnostics) == bool(CONTROL.search(expected))
