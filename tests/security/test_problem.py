from pavgen.security.problem import quoted


def test_quoted_shows_ordinary_text_as_it_is():
    assert quoted("Zürich 株式会社") == "`Zürich 株式会社`"


def test_quoted_escapes_what_steers_a_terminal_or_hides():
    assert quoted("a\x1b[31m\u202eb\n\u3164") == "`a\\u{1b}[31m\\u{202e}b\\u{a}\\u{3164}`"


def test_quoted_keeps_its_own_backticks_closed():
    assert quoted("a`b") == "`a'b`"


def test_quoted_bounds_a_long_text():
    assert quoted("a" * 61) == "`" + "a" * 60 + "…`"
