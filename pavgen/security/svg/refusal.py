"""The problems of a drawing, each with the remedy of its code."""

from pavgen.kernel.codes.logos import LOGO_REMEDIES
from pavgen.security.problem import Problem


def refusal(code: str, offset: int, what: str) -> Problem:
    """Make a problem; `offset` counts bytes until the drawing is given back."""
    return Problem(code, offset, what, LOGO_REMEDIES[code])
