"""Logos as partners send them become the few files a page shows; pages get their cards."""

from pavgen.render.images.cards import Card, Look, draw_cards
from pavgen.render.images.logos import PreparedLogo, prepare_logo, prepare_logos

__all__ = ["Card", "Look", "PreparedLogo", "draw_cards", "prepare_logo", "prepare_logos"]
