"""The search index of a site, made by Pagefind's program from records, without a page read."""

from pavgen.render.search.indexing import search_index

__all__ = ["search_index"]
