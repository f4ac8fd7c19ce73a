"""What the Unicode locale data says: dates, names of countries and languages, plurals.

The one module that knows the babel library. A tag is BCP 47 (`en`, `pt-BR`); one the data
does not hold falls back to its language alone and then to English, so nothing here raises.
"""

from datetime import date, datetime
from decimal import Decimal
from functools import lru_cache

from babel import Locale, UnknownLocaleError
from babel.dates import format_date as babel_date
from babel.dates import format_interval, format_skeleton, format_time
from babel.numbers import format_decimal

_FALLBACK = "en"


@lru_cache(maxsize=4096)
def format_date(day: date, locale: str) -> str:
    """Write a day in words: `21 November 2026` in the language's own order."""
    return babel_date(day, format="long", locale=_locale(locale))


@lru_cache(maxsize=4096)
def format_weekday(day: date, locale: str) -> str:
    """Write a day with its weekday: `Saturday, 21 November 2026` in the language's own order."""
    return babel_date(day, format="full", locale=_locale(locale))


@lru_cache(maxsize=4096)
def format_short_day(day: date, locale: str) -> str:
    """Write a day in as little space as can be: `Sat 21 Nov`."""
    return format_skeleton("MMMEd", _midnight(day), locale=_locale(locale))


@lru_cache(maxsize=4096)
def format_days(first: date, last: date, locale: str) -> str:
    """Write a span of days: `24–25 October 2026`; of one day just that."""
    found = _locale(locale)
    if first == last:
        return format_date(first, locale)
    return format_interval(first, last, "yMMMMd", locale=found)


@lru_cache(maxsize=4096)
def format_clock(moment: datetime, locale: str) -> str:
    """Write a time of day as the language does, of 24 hours or of twice twelve: `09:30`."""
    return format_time(moment.time(), format="short", locale=_locale(locale))


@lru_cache(maxsize=4096)
def format_number(number: int, locale: str) -> str:
    """Write a whole number with the language's digits and grouping: `10,000`."""
    return format_decimal(number, locale=_locale(locale))


@lru_cache(maxsize=16384)
def format_millionths(number: int, digits: int, locale: str, *, signed: bool = False) -> str:
    """Write millionths with so many digits behind the point: 1,250,000 as `1.25`.

    Rounded half to even. With `signed` what is above zero has a plus; what rounds to zero has
    neither sign.
    """
    rounded = Decimal(number).scaleb(-6).quantize(Decimal(1).scaleb(-digits))
    form = "#,##0" + ("." + "0" * digits if digits else "")
    plain = format_decimal(abs(rounded), format=form, locale=_locale(locale))
    if not rounded:
        return plain
    return f"−{plain}" if rounded < 0 else f"+{plain}" if signed else plain


def country_name(code: str, locale: str) -> str:
    """Name a country by its ISO 3166-1 code; an unknown code stands for itself."""
    return str(_locale(locale).territories.get(code.upper(), code))


@lru_cache(maxsize=4096)
def plural_category(n: int, locale: str) -> str:
    """Return `zero`, `one`, `two`, `few`, `many` or `other` for a whole number."""
    return str(_locale(locale).plural_form(n))


def direction(locale: str) -> str:
    """Return the direction of writing: `ltr` or `rtl`."""
    return str(_locale(locale).text_direction)


def _midnight(day: date) -> datetime:
    return datetime.combine(day, datetime.min.time())


@lru_cache(maxsize=64)
def _locale(tag: str) -> Locale:
    return _parsed(tag) or Locale(_FALLBACK)


def _parsed(tag: str) -> Locale | None:
    for candidate in (tag, tag.partition("-")[0]):
        try:
            return Locale.parse(candidate, sep="-")
        except (UnknownLocaleError, ValueError):
            continue
    return None
