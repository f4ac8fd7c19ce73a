import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pavgen.security.names import name_problems, skeleton, sort_key
from pavgen.security.problem import Problem

IN_ORDER = [
    ("2 Rivers", "2-rivers"),
    ("3Peaks", "3peaks"),
    ("A & B Freight", "a-b-freight"),
    ("Aardvark", "aardvark"),
    ("“Abacus” Labs", "abacus"),
    ("Acme", "acme"),
    ("Acme", "acme-2"),
    ("acme", "acme-small"),
    ("\u200bAcme", "acme-hidden"),
    ("Ａcme", "acme-wide"),
    ("\u3164\u2800Acme Air", "acme-air"),
    ("  Acme Boats", "acme-boats"),
    ("!!!Acme Cars", "acme-cars"),
    ("the Acme Dairy", "acme-dairy"),
    ("The .Acme Eggs", "acme-eggs"),
    ("Ácmé Farm", "acme-farm"),
    ("An Acme Grove", "acme-grove"),
    ("Ⓐcme Hats", "acme-hats"),
    ("A\u00adcme Ink", "acme-ink"),
    ("Ångström", "angstrom"),
    ("Aаcme", "a-cyrillic"),
    (".Berg", "berg"),
    ("!!!", "cherry"),
    ("Straßer", "strasser"),
    ("Strasser Zwei", "strasser-zwei"),
    ("The", "the"),
    ("Theory", "theory"),
    ("Zürich", "zuerich"),
    ("Αθήνα", "athina"),
    ("かな", "kana"),
    ("がな", "gana"),
    ("株式", "kabu"),
]
WORDS = st.text(st.sampled_from("abcxyzéñ0123 Lilort"), min_size=1)
PUNCTUATION = st.text(st.sampled_from(" .,-–—_'’“”!?()[]/&+:;·…"))


def test_sort_key_puts_tricky_names_in_this_order():
    by_slug = sorted(IN_ORDER, key=lambda pair: pair[1])
    assert sorted(by_slug, key=lambda pair: sort_key(*pair)) == IN_ORDER


@pytest.mark.parametrize(
    ("name", "folded"),
    [
        ("The", "the"),
        ("A", "a"),
        ("A The Acme", "the acme"),
        ("The ★ Acme", "acme"),
        ("Theory", "theory"),
        ("A & B", "a & b"),
        ("The !!!", "the !!!"),
        ("!!!", "slug"),
        ("", "slug"),
        ("\u200b", "slug"),
        ("한국", "한국"),
    ],
)
def test_sort_key_folds_a_name_and_never_to_nothing(name, folded):
    assert sort_key(name, "slug") == (folded, name, "slug")


def test_sort_key_drops_the_articles_of_the_language_it_is_given():
    assert sort_key("Die Welle", "x", articles=("der", "die", "das"))[0] == "welle"


@given(st.lists(st.tuples(st.text(), st.text("abc-", min_size=2)), unique=True), st.randoms())
def test_sort_key_is_total_and_blind_to_the_order_of_input(pairs, chance):
    shuffled = chance.sample(pairs, len(pairs))
    keyed = [sort_key(*pair) for pair in pairs]
    assert len(set(keyed)) == len(keyed)
    assert sorted(keyed) == sorted(sort_key(*pair) for pair in shuffled)
    assert all(folded for folded, _, _ in keyed)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Acme", "Aаcme"[0] + "сmе"),
        ("Acme", "АСМЕ"),
        ("Acme", "Ａｃｍｅ"),
        ("Acme", "Ácmé"),
        ("Acme Corp.", "ACME-CORP"),
        ("Goog|e", "Google"),
        ("Goog1e", "GoogIe"),
        ("Cornet", "Comet"),
        ("Vvave", "Wave"),
        ("Zer0", "ZerO"),
        ("Søren", "Soren"),
        ("Łódź", "Lodz"),
        ("Acme", "A\u200bc\u2060me"),
        ("paypal", "раураl"),
    ],
)
def test_skeleton_is_one_for_names_that_pass_for_each_other(one, other):
    assert skeleton(one) == skeleton(other)


@pytest.mark.parametrize(
    ("one", "other"), [("Acme", "Acne"), ("Nova", "Novo Labs"), ("!!!", "???"), ("株式", "会社")]
)
def test_skeleton_differs_for_names_that_differ(one, other):
    assert skeleton(one) != skeleton(other)


@given(st.text())
def test_skeleton_is_the_same_after_nfkc(name):
    assert skeleton(unicodedata.normalize("NFKC", name)) == skeleton(name)


@given(WORDS)
def test_skeleton_is_blind_to_case(name):
    assert skeleton(name.upper()) == skeleton(name.lower()) == skeleton(name)


@given(st.text(st.characters(max_codepoint=0x24F, categories=["L"]), min_size=1))
def test_skeleton_is_blind_to_marks(name):
    assert skeleton("".join(f"{c}\u0301" for c in name)) == skeleton(name)


@given(WORDS.filter(str.strip), PUNCTUATION, PUNCTUATION)
def test_skeleton_is_blind_to_punctuation(name, before, after):
    inside = name[:1] + after + name[1:]
    assert skeleton(before + inside + after) == skeleton(name)


def test_name_says_how_a_lookalike_is_mended():
    assert name_problems("Aаcme") == (
        Problem(
            "name-script",
            1,
            "`Aаcme` mixes letters of several scripts, here U+0430 CYRILLIC SMALL LETTER A",
            "did you mean `Aacme`?",
        ),
    )


def test_name_says_which_script_to_list():
    assert name_problems("Москва") == (
        Problem(
            "name-script",
            0,
            "`Москва` is written in Cyrillic, which this programme does not list",
            "write it in Latin letters, or list `cyrillic` under `name_scripts`",
        ),
    )


def test_name_offers_the_folded_form():
    assert name_problems("Ａｃｍｅ") == (
        Problem(
            "name-folds",
            0,
            "U+FF21 FULLWIDTH LATIN CAPITAL LETTER A is another shape of ordinary characters",
            "write the name as `Acme`",
        ),
    )


def test_name_takes_scripts_as_the_programme_writes_them():
    assert name_problems("Москва", extra_scripts=["Cyrillic"]) == ()
    assert name_problems("ᐃᓄᐃᑦ", extra_scripts=["canadian-aboriginal"]) == ()


def test_name_exempt_is_still_judged_by_its_characters():
    assert name_problems(".NET", exempt=True) == ()
    assert [p.code for p in name_problems(".NET\u202e", exempt=True)] == ["char-bidi"]


def test_name_reports_all_that_is_wrong_in_order_of_place():
    codes = [p.code for p in name_problems("!Acme  www.x\u200b")]
    assert codes == ["name-start", "name-space", "name-word", "char-invisible"]
