"""A programme's partners by their ids, which decisions are about."""

from collections.abc import Mapping

from pavgen.kernel.indexing import once
from pavgen.model.programme import Partner, Programme


@once(most=2)
def partners_by_id(programme: Programme) -> Mapping[str, Partner]:
    """Return the partners by id, in the order of their slugs."""
    return {partner.id: partner for partner in programme.partners.values()}
