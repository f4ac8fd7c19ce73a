"""The links of built sites, checked: each page on its own and all of them together."""

from collections.abc import Mapping, Sequence
from urllib.parse import urlsplit

from pavgen.app.sites import BuiltSite
from pavgen.kernel.diagnostics import Diagnostic
from pavgen.model.programme import Programme
from pavgen.render.links import RenderedSite, link_findings
from pavgen.render.links.findings import Origins


def links_of(
    programme: Programme, built: Sequence[BuiltSite], texts: Mapping[str, str]
) -> tuple[Diagnostic, ...]:
    """Find what leads nowhere in the built sites; of those that were not built nothing is known."""
    origins = {
        site.site: Origins(site.sources, programme.sites[site.site].source.path, texts)
        for site in built
    }
    return link_findings(rendered_sites(programme, built), origins)


def rendered_sites(programme: Programme, built: Sequence[BuiltSite]) -> tuple[RenderedSite, ...]:
    """Say where each site of the programme is served, with its files if it was built."""
    files = {site.site: site.files for site in built}
    found = []
    for name, record in programme.sites.items():
        address = urlsplit(record.base_url)
        origin = f"{address.scheme}://{address.netloc}"
        found.append(RenderedSite(name, origin, address.path or "/", files.get(name)))
    return tuple(found)
