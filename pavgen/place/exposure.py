"""Exposure: what a position is worth, as an integer that is the same on every machine."""

from functools import lru_cache

UNIT = 10**6
"""The exposure of the first position."""

LOG_BITS = 64
"""How many binary digits `log2_fixed` has behind the point."""

_WORKING_BITS = 160
_FIRST_BITS = 32
"""So many digits of a logarithm tell nearly every exposure to the last one."""


@lru_cache(maxsize=2**16)
def exposure(position: int) -> int:
    """Return UNIT / log2(1 + position), rounded to the nearest integer; position from 1.

    The discount of DCG (Järvelin and Kekäläinen 2002). Worked out with integers: a float's
    logarithm may differ in its last digit between machines, and these numbers are published.
    """
    if position < 1:
        raise ValueError(f"positions begin at 1, not {position}")
    rest = LOG_BITS - _FIRST_BITS
    begun = log2_fixed(position + 1, _FIRST_BITS)
    least, most = begun << rest, ((begun + 1) << rest) - 1
    if _rounded(least) == _rounded(most):
        return _rounded(least)
    return _rounded(log2_fixed(position + 1))


def log2_fixed(number: int, bits: int = LOG_BITS) -> int:
    """Return log2(number) shifted left by `bits`; each squaring gives one binary digit."""
    whole = number.bit_length() - 1
    mantissa = (number << _WORKING_BITS) >> whole
    log = whole
    for _ in range(bits):
        mantissa = mantissa * mantissa >> _WORKING_BITS
        carry = mantissa >> (_WORKING_BITS + 1)
        mantissa >>= carry
        log = 2 * log + carry
    return log


def _rounded(log: int) -> int:
    return ((UNIT << (LOG_BITS + 1)) + log) // (2 * log)
