"""Links of rendered sites: what every page leads to and loads, and what of it is not there."""

from pavgen.render.links.crawling import Crawl, RenderedSite
from pavgen.render.links.findings import link_findings

__all__ = ["Crawl", "RenderedSite", "link_findings"]
