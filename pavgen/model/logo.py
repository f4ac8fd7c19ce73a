"""A partner's logo as pages show it: its proportions and the files a browser may choose from."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class LogoVariant:
    """One file of a logo: its name from its content, its media type, its size in pixels."""

    name: str
    media_type: str
    width: int
    height: int


@dataclass(frozen=True, slots=True)
class Logo:
    """A logo without its bytes: the size to reserve, in pixels, and its variants.

    Variants stand best format first and, within a format, narrowest first; the last one
    is the widest in the format every browser reads, so it is the `src` of an `<img>`.
    """

    width: int
    height: int
    variants: tuple[LogoVariant, ...]
