from babel import Locale

from pavgen.security.countries import COUNTRIES

NOT_COUNTRIES = {"AC", "CP", "CQ", "DG", "EA", "EU", "EZ", "IC", "QO", "TA", "UN", "XA", "XB", "ZZ"}


def test_countries_are_the_249_of_iso_and_kosovo():
    assert len(COUNTRIES) == 250
    assert "XK" in COUNTRIES


def test_countries_agree_with_the_territories_of_cldr():
    territories = {str(t) for t in Locale("en").territories}
    two_letters = {t for t in territories if len(t) == 2 and t.isalpha()}
    assert two_letters - NOT_COUNTRIES == COUNTRIES
