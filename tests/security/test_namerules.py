import pytest

from pavgen.security.namerules import LONGEST, rules_broken


def _broken(name, *, exempt=False, extra=()):
    return [(p.code, p.offset) for p in rules_broken(name, exempt=exempt, extra=frozenset(extra))]


@pytest.mark.parametrize(
    "name",
    [
        "Acme",
        "3M",
        "Zürich Rück",
        "Müller & Söhne",
        "Wool-E-Mart",
        "O’Hara",
        "ʻOkina Labs",
        "Foo+",
        "L'Atelier",
        "株式会社アクメ",
        "Acme 日本",
        "アクメ・ラボ",
        "주식회사 아크메",
        "漢字ㄅㄆ",
        "Việt Nam Gốm",
        "Acme®",
    ],
)
def test_rules_accept_an_ordinary_name(name):
    assert _broken(name) == []


@pytest.mark.parametrize(
    ("name", "broken"),
    [
        ("", [("name-length", 0)]),
        ("C", [("name-length", 0)]),
        ("a" * (LONGEST + 1), [("name-length", LONGEST)]),
        ("Cafe\u0301", [("name-form", 3)]),
        ("Ａcme", [("name-folds", 0)]),
        ("𝐀cme", [("name-folds", 0)]),
        ("Ⓐcme", [("name-start", 0), ("name-folds", 0)]),
        ("Acme™", [("name-folds", 4)]),
        (".NET Co", [("name-start", 0)]),
        ("!Acme", [("name-start", 0)]),
        ("Acme  Co", [("name-space", 4)]),
        (" Acme", [("name-space", 0)]),
        ("Acme ", [("name-space", 4)]),
        ("Acme\nCo", [("name-space", 4)]),
        ("Acme\u1680Co", [("name-space", 4)]),
        ("Ace\u0323\u0321\u0322\u0324", [("name-form", 2), ("name-marks", 5)]),
        ("Acme ★★", [("name-symbol", 5), ("name-symbol", 6)]),
        ("Acme http", [("name-word", 5)]),
        ("HTTPS Acme", [("name-word", 0)]),
        ("WWW.acme", [("name-word", 0)]),
        ("me@acme", [("name-word", 2)]),
        ("C# Acme", [("name-word", 1)]),
        ("<b>Acme", [("name-start", 0), ("name-word", 0), ("name-word", 2)]),
        ("Aаcme", [("name-script", 1)]),
        ("Москва", [("name-script", 0)]),
        ("カ한", [("name-script", 1)]),
        ("Acme ١", [("name-script", 5)]),
    ],
)
def test_rules_name_what_is_broken_and_where(name, broken):
    assert sorted(_broken(name)) == sorted(broken)


@pytest.mark.parametrize(
    ("name", "script"),
    [
        ("Москва", "CYRILLIC"),
        ("Αθήνα", "GREEK"),
        ("شركة", "ARABIC"),
        ("भारत", "DEVANAGARI"),
        ("חברה", "HEBREW"),
        ("บริษัท", "THAI"),
        ("شركة ١", "ARABIC"),
    ],
)
def test_rules_accept_a_listed_script_alone(name, script):
    assert _broken(name, extra=[script]) == []


def test_rules_refuse_a_listed_script_mixed_with_latin():
    assert _broken("Москва Cloud", extra=["CYRILLIC"]) == [("name-script", 7)]


@pytest.mark.parametrize("name", [".NET", "C", "C#", "Acme  ★", "Яндекс Cloud"])
def test_rules_spare_an_exempt_name(name):
    assert _broken(name, exempt=True) == []


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("", "name-length"),
        ("a" * 65, "name-length"),
        (" .NET", "name-space"),
        (".NE\nT", "name-space"),
        (".Ne\u0301t", "name-form"),
    ],
)
def test_rules_still_judge_the_form_of_an_exempt_name(name, code):
    assert [c for c, _ in _broken(name, exempt=True)] == [code]
