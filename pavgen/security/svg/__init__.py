"""Untrusted SVG drawings, rebuilt from what is known to be harmless."""

from pavgen.security.svg.clean import CleanSvg, clean_svg

__all__ = ["CleanSvg", "clean_svg"]
