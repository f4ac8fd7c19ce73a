"""What builds remember, in one file below the project: content-addressed, safe to delete."""

from pavgen.files.cache.salt import salt_of_this_program
from pavgen.files.cache.store import Store, forget_cache, open_store

__all__ = ["Store", "forget_cache", "open_store", "salt_of_this_program"]
