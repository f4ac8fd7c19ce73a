"""The tables of diagnostic codes."""

import re

import pytest

from pavgen.kernel.codes import CODES


@pytest.mark.parametrize("code", CODES.values(), ids=lambda code: code.id)
def test_a_code_is_small_words_with_a_title_and_a_remedy_in_one_clause(code):
    assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)+", code.id)
    for clause in (code.title, code.remedy):
        assert clause
        assert "\n" not in clause
        assert not clause.endswith(".")
        assert not clause[0].isupper() or clause.split()[0].isupper() or clause[1].isupper()
