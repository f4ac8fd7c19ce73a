"""Owners are read by themselves: from a base's bytes, with no other file beside them."""

from pavgen.app.owners import OWNERS, owners_in


def test_owners_of_a_file_are_who_may_send_what():
    read = owners_in(b"staff:\n  - id: 17\npartners:\n  arvedal:\n    accounts:\n      - id: 4\n")

    assert (read.ok, read.diagnostics) == (True, ())
    assert (read.value.is_staff(17), read.value.is_staff(4)) == (True, False)
    assert read.value.slugs_of(4) == {"arvedal"}


def test_owners_with_an_error_say_where_it_is():
    read = owners_in(b"staff:\n  - id: nine\n")

    assert [(d.span.path, d.span.line, d.severity.value) for d in read.diagnostics] == [
        (OWNERS, 2, "error")
    ]


def test_owners_that_are_no_text_are_not_read():
    read = owners_in(b"staff: [\xff]\n")

    assert [(d.span.path, d.severity.value) for d in read.diagnostics] == [(OWNERS, "error")]
