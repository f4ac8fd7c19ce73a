"""Markdown to prose: a narrow form for partners, a full one for staff."""

from pavgen.render.markdown.one_line import render_inline
from pavgen.render.markdown.partner import render_partner
from pavgen.render.markdown.staff import render_staff

__all__ = ["render_inline", "render_partner", "render_staff"]
