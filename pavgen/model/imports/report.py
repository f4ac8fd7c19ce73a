"""What an import did, as numbers."""

from pavgen.kernel.values import dataclass


@dataclass(frozen=True, slots=True)
class ImportCounts:
    """How many entries were read, and how many records came of them.

    `items` are those of partners, several of which may be one company's.
    `untold` are partners whose source has no description, so that their tagline is a stopgap;
    `undated` those without a day of joining, for which the day of the import stands.
    """

    items: int = 0
    partners: int = 0
    solution_items: int = 0
    solutions: int = 0
    logos: int = 0
    untold: int = 0
    undated: int = 0
    left_out: int = 0
