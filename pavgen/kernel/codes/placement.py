"""Codes for policy, placement and ledgers."""

from pavgen.kernel.codes.code import Code

PLACEMENT_CODES: tuple[Code, ...] = (
    Code(
        "placement-key-unused",
        "key of another strategy or period",
        "remove the key, or choose the strategy that reads it",
    ),
    Code(
        "placement-key-needed",
        "strategy or period without a key it needs",
        "add the key, or choose another strategy",
    ),
    Code(
        "placement-event-unknown",
        "draw for an event that does not exist",
        "name a folder of content/events/",
    ),
    Code(
        "placement-pick-late",
        "draw after the event",
        "give `from` the day of the draw, before the event",
    ),
    Code(
        "placement-pick-nothing",
        "draw with nothing to give",
        "add a floor plan, or set `drawn: true` for slots of the agenda",
    ),
    Code(
        "placement-pick-rule",
        "rule for a list under strategy `pick`",
        "remove it; `pick` reads `separate`, which always holds",
    ),
    Code(
        "placement-pick-twice",
        "two groups that give the same things",
        "remove one of the groups",
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
        "placement-ladder-rung",
        "ladder names what only an exhibitor has",
        "remove `package` or `applied`, or choose strategy `pick`",
    ),
    Code(
        "placement-package-unknown",
        "unknown package",
        "name one of the group's `packages`, or add it there",
    ),
    Code(
        "placement-sponsor-ended",
        "bought package has ended",
        "remove it, or renew it with a later `until`",
    ),
    Code(
        "placement-dates-reversed",
        "span that ends before it begins",
        "give `from` a day that is not after `until`",
    ),
    Code(
        "placement-group-unused",
        "group without opportunities",
        "remove it, or name it in an opportunity",
    ),
    Code(
        "placement-group-shared",
        "rule for one list in a group of several",
        "give the list a group of its own; constraints, pins and quotas act on the whole order",
    ),
    Code(
        "placement-blocks-mixed",
        "lists of one group with and without tier blocks",
        "give them the same `blocks`, or a group of their own",
    ),
    Code(
        "placement-blocks-strategy",
        "tier blocks under a strategy that has none",
        "remove `blocks`, or choose another strategy",
    ),
    Code(
        "placement-circle",
        "groups that wait for each other",
        "leave out one `then` or `across` of the circle",
    ),
    Code(
        "placement-limit-kind",
        "constraint of no kind, or of several",
        "give exactly one of `separate`, `cap`, `cooldown` and `at_least`",
    ),
    Code(
        "placement-limit-key",
        "key of another kind of constraint",
        "remove the key, or make it a constraint of its own",
    ),
    Code(
        "placement-limit-needs",
        "constraint without a key it needs",
        "add `per` to a `cap`, `across` to a `cap` per partner, `of` to an `at_least`",
    ),
    Code(
        "placement-limit-across",
        "seats counted on lists that do not fit",
        "use `across` with `per: partner`, and name other lists only",
    ),
    Code(
        "placement-limit-slots",
        "constraint about seats in a list without slots",
        "add `slots` to the list, or remove the constraint",
    ),
    Code(
        "placement-pin-beyond",
        "pin at a position that is not shown",
        "give a position within the list's `slots`",
    ),
    Code(
        "placement-pin-twice",
        "two pins for one position, or one partner",
        "give each position and partner one pin at a time",
    ),
    Code(
        "placement-pin-ended",
        "pin has ended",
        "remove it, or renew it with a later `until`",
    ),
    Code(
        "placement-pin-ineligible",
        "pinned partner may not be shown",
        "remove the pin, or widen `eligible`; until then the pin is ignored",
    ),
    Code(
        "placement-pin-paid",
        "paid pin in a list that is not for sale",
        "set `paid: false` if no money was paid; else it is labelled as sponsored",
    ),
    Code(
        "placement-conflict",
        "hard constraints that cannot be kept together",
        "set `hard: false` where a rule may be waived, or change a rule or a pin",
    ),
    Code(
        "placement-waived",
        "constraint waived in the open period",
        "change the rule if it is waived too often; each waiver is published",
    ),
    Code(
        "placement-slots-open",
        "slots that nobody may fill",
        "let more partners take part, give fewer slots, or ease a constraint",
    ),
    Code(
        "placement-nobody",
        "opportunity for which nobody is eligible",
        "widen its `eligible`, or remove it",
    ),
    Code(
        "placement-weight-unused",
        "weight that decides nothing",
        "remove it, or set `weights: standing` in the group",
    ),
    Code(
        "placement-weights-none",
        "group that weighs by standing, without a weight",
        "add `weights` to standings, or set `weights: none`",
    ),
    Code(
        "placement-version-same",
        "rule changed without a new version",
        "raise `version`, and tell the change in `changes`",
    ),
    Code(
        "placement-announced-late",
        "rule changed without an announcement",
        "set `announced` to the day on which the change was made known",
    ),
    Code(
        "placement-changes",
        "change log that does not fit the version",
        "list each version once, the latest first, up to the one in force",
    ),
    Code(
        "ledger-broken",
        "ledger that has been damaged",
        "restore the file from version control; a ledger is never edited",
    ),
    Code(
        "ledger-differs",
        "recorded order that its rule does not give",
        "run `pavgen placement verify`; restore the file if it was changed",
    ),
    Code(
        "ledger-group-unknown",
        "ledger of a group that does not exist",
        "put the group back, rename the file, or move it away",
    ),
    Code(
        "ledger-changed",
        "ledger that is not what was read",
        "run the command again; restore the file if it was changed by hand",
    ),
    Code(
        "record-period",
        "period that cannot be recorded",
        "name a period of the group that has begun and is not recorded",
    ),
    Code(
        "simulate-policy",
        "policy file that cannot be read",
        "give the path of a policy such as content/placement/policy.yaml",
    ),
)
