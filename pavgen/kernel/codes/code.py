"""The row of a code table."""

from pavgen.kernel.values import dataclass


@dataclass(frozen=True, slots=True)
class Code:
    """A diagnostic code: its id, what it means in a few words, and how it is mended."""

    id: str
    title: str
    remedy: str
