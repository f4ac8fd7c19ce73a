"""Amounts as people read them, by integer arithmetic: the same digits on every machine."""

from fractions import Fraction

from pavgen.place.exposure import UNIT
from pavgen.place.rounds import PLACE

UNKNOWN = "–"
_MINUS = "−"


def decimal(value: Fraction | None, digits: int, *, signed: bool = False) -> str:
    """Write a number with so many digits behind the point, halves rounded away from 0."""
    if value is None:
        return UNKNOWN
    scale: int = 10**digits
    size = (2 * abs(value.numerator) * scale + value.denominator) // (2 * value.denominator)
    whole, rest = divmod(size, scale)
    sign = "" if not size else _MINUS if value < 0 else "+" if signed else ""
    point = f".{rest:0{digits}}" if digits else ""
    return f"{sign}{whole:,}{point}"


def first_places(millionths: int, digits: int = 3, *, signed: bool = False) -> str:
    """Write exposure, given in millionths, in first places."""
    return decimal(Fraction(millionths, UNIT), digits, signed=signed)


def places_owed(lag: int | None, digits: int = 2) -> str:
    """Write what an account stands at, given in units of `rounds.PLACE`, in places."""
    return decimal(None if lag is None else Fraction(lag, PLACE), digits, signed=True)


def exact_places(millionths: int) -> str:
    """Write exposure in first places with all its digits and a plain minus, for programs."""
    whole, rest = divmod(abs(millionths), UNIT)
    return f"{'-' if millionths < 0 else ''}{whole}.{rest:06}"


def percentage_points(share: Fraction | None, digits: int = 2) -> str:
    """Write a share of 1 in percentage points."""
    return decimal(None if share is None else share * 100, digits)
