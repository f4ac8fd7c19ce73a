"""Logos as partners send them become the few files a page shows."""

from pavgen.render.images.logos import PreparedLogo, prepare_logo, prepare_logos

__all__ = ["PreparedLogo", "prepare_logo", "prepare_logos"]
