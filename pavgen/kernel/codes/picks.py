"""Codes for booths and slots that are picked."""

from pavgen.kernel.codes.code import Code

PICK_CODES: tuple[Code, ...] = (
    Code(
        "pick-by-hand-late",
        "booth given by hand after the draw gave it out",
        "remove `booth`, and write an offer where the booth has fallen vacant",
    ),
    Code(
        "pick-offer-early",
        "offer of a draw that is not recorded",
        "record the draw first, on its day",
    ),
    Code(
        "pick-offer-recorded",
        "offer that says other than the ledger",
        "restore the offer; what is recorded never changes",
    ),
    Code(
        "pick-offer-turn",
        "offer whose answers do not follow the queue",
        "ask in turn; `pavgen placement show` tells who is next",
    ),
    Code(
        "pick-offer-vacant",
        "offer of something that is not vacant",
        "remove the offer, or name the booth, pod and shift, or slot that is free",
    ),
    Code(
        "pick-session-twice",
        "second session of a partner in a draw of talks",
        "give one of them a slot by hand, or let another partner hold it",
    ),
)
