"""Logos as partners send them become the few files a page shows; pages get their cards.

Nothing is imported here: a worker that decodes pictures starts with what it needs, no more.
"""
