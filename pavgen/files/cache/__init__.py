"""What builds remember, in one file below the project: content-addressed, safe to delete."""

from pavgen.files.cache.salt import salt_of_this_program
from pavgen.files.cache.store import (
    Store,
    cache_findings,
    forget_cache,
    harm_findings,
    open_store,
)

__all__ = [
    "Store",
    "cache_findings",
    "forget_cache",
    "harm_findings",
    "open_store",
    "salt_of_this_program",
]
