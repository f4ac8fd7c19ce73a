"""Codes for policy and placement."""

from pavgen.kernel.codes.code import Code

PLACEMENT_CODES: tuple[Code, ...] = (
    Code(
        "placement-key-unused",
        "key of another strategy",
        "remove the key, or choose the strategy that reads it",
    ),
    Code(
        "placement-fixed-missing",
        "fixed strategy without an order",
        "add `fixed:` with `partners`, `reason` and `until`",
    ),
    Code("placement-fixed-twice", "partner twice in a fixed order", "remove one of them"),
    Code(
        "placement-fixed-ended",
        "fixed order has ended",
        "renew it with a later `until`, or choose another strategy",
    ),
    Code(
        "placement-ladder-points",
        "ladder names points",
        "remove `points`; they always decide first",
    ),
    Code(
        "placement-group-unused",
        "group without opportunities",
        "remove it, or name it in an opportunity",
    ),
    Code(
        "placement-blocks-mixed",
        "lists of one group with and without tier blocks",
        "give them the same `blocks`, or a group of their own",
    ),
    Code(
        "placement-nobody",
        "opportunity for which nobody is eligible",
        "widen its `eligible`, or remove it",
    ),
    Code(
        "placement-weight-unused",
        "weight that decides nothing",
        "remove it, or choose a strategy that reads weights",
    ),
)
