import subprocess
import sys

import pytest

from pavgen.security.scripts import (
    is_script,
    latin_lookalike,
    script_key,
    script_of,
    scripts_of,
    written_together,
)


@pytest.mark.parametrize(
    ("character", "script"),
    [
        ("a", "LATIN"),
        ("é", "LATIN"),
        ("ø", "LATIN"),
        ("1", "COMMON"),
        ("×", "COMMON"),
        ("а", "CYRILLIC"),
        ("日", "HAN"),
        ("か", "HIRAGANA"),
        ("ー", "COMMON"),
        ("한", "HANGUL"),
        ("\u0301", "INHERITED"),
        ("\u0378", "UNKNOWN"),
    ],
)
def test_script_of_names_the_script(character, script):
    assert script_of(character) == script


@pytest.mark.parametrize(
    ("character", "twin"),
    [
        ("а", "a"),
        ("м", "m"),
        ("η", "n"),
        ("ӏ", "i"),
        ("ø", "o"),
        ("ł", "l"),
        ("æ", "ae"),
        ("ɡ", "g"),
        ("×", "x"),
        ("日", ""),
        ("—", ""),
    ],
)
def test_latin_lookalike_gives_the_ascii_twin(character, twin):
    assert latin_lookalike(character) == twin


def test_scripts_of_counts_letters_only():
    assert scripts_of("Acme 日本 — 2ー") == {"LATIN", "HAN"}


@pytest.mark.parametrize(
    ("scripts", "together"),
    [
        ((), True),
        (("LATIN",), True),
        (("LATIN", "HAN", "HIRAGANA", "KATAKANA"), True),
        (("HAN", "HANGUL"), True),
        (("HAN", "BOPOMOFO"), True),
        (("HANGUL", "KATAKANA"), False),
        (("LATIN", "CYRILLIC"), False),
        (("GREEK",), False),
    ],
)
def test_written_together_knows_the_highly_restrictive_sets(scripts, together):
    assert written_together(scripts) is together


@pytest.mark.parametrize(
    ("name", "known"),
    [
        ("cyrillic", True),
        ("Old-Italic", True),
        ("old italic", True),
        ("COMMON", False),
        ("klingon", False),
    ],
)
def test_is_script_knows_unicode_names(name, known):
    assert is_script(name) is known


def test_script_key_ignores_case_and_hyphens():
    assert script_key(" canadian-Aboriginal ") == "CANADIAN_ABORIGINAL"


def test_tables_are_not_read_for_plainly_latin_names():
    program = """
import sys
from pavgen.security.names import name_problems, skeleton, sort_key
name_problems("Zürich & Sons 1900"), skeleton("Zürich & Sons"), sort_key("Łódź", "lodz")
print(any(name.startswith("confusable_homoglyphs") for name in sys.modules))
"""
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )
    assert done.stdout == "False\n"
