"""Exposure: what a position is worth, as an integer that is the same on every machine."""

from functools import lru_cache

UNIT = 10**6
"""The exposure of the first position."""

LOG_BITS = 64
"""How many binary digits `log2_fixed` has behind the point."""

_WORKING_BITS = 160


@lru_cache(maxsize=4096)
def exposure(position: int) -> int:
    """Return UNIT / log2(1 + position), rounded to the nearest integer; position from 1.

    The discount of DCG (Järvelin and Kekäläinen 2002). Worked out with integers: a float's
    logarithm may differ in its last digit between machines, and these numbers are published.
    """
    if position < 1:
        raise ValueError(f"positions begin at 1, not {position}")
    log = log2_fixed(position + 1)
    return ((UNIT << (LOG_BITS + 1)) + log) // (2 * log)


def log2_fixed(number: int) -> int:
    """Return log2(number) shifted left by LOG_BITS; each squaring gives one binary digit."""
    whole = number.bit_length() - 1
    mantissa = (number << _WORKING_BITS) >> whole
    log = whole
    for _ in range(LOG_BITS):
        mantissa = mantissa * mantissa >> _WORKING_BITS
        carry = mantissa >> (_WORKING_BITS + 1)
        mantissa >>= carry
        log = 2 * log + carry
    return log
