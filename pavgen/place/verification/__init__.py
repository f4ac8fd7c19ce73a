"""A second opinion: every order recomputed from a published ledger alone, in code of its own.

Nothing here is imported from the rest of the project, so that a fault of the engine cannot
repeat itself in what checks it. What the modules follow is the text of `docs/ledger.md`.
"""
