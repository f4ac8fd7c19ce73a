"""Quota as `docs/ledger.md` tells it, made the slow and obvious way."""

import hashlib
from fractions import Fraction


def slow_shares(members, seats, cooldown=0, classes=()):
    """Raise the level from stop to stop, looking at every bound anew each time."""
    weight = dict(members)
    bounds = [(Fraction(seats), list(weight))]
    bounds += [(Fraction(most), [i for i in weight if i in ids]) for most, ids in classes]
    bounds += [(Fraction(1, cooldown + 1), [i]) for i in weight]
    held: dict[str, Fraction] = {}
    while len(held) < len(weight):
        levels = []
        for most, ids in bounds:
            rising = [i for i in ids if i not in held]
            if rising:
                room = most - sum(held[i] for i in ids if i in held)
                levels.append((room / sum(weight[i] for i in rising), rising))
        lowest = min(level for level, _ in levels)
        for i in {i for level, rising in levels if level == lowest for i in rising}:
            held[i] = lowest * weight[i]
    return held


def slow_run(periods):
    """Return (order, lags of those there) per period; `periods` are (seed, members, K)."""
    lags: dict[str, Fraction] = {}
    before, results = None, []
    for label, (seed, members, seats) in enumerate(periods):
        share = slow_shares(members, seats)
        lag = {i: lags.get(i, Fraction(0)) for i in share}
        if before is not None and share != before:
            for i in set(share) - set(before):
                lag[i] = min(Fraction(0), max(Fraction(-1), lag[i]))
            total, whole = sum(lag.values()), sum(share.values())
            for i in share:
                exact = lag[i] - (total * share[i] / whole if whole else 0)
                lag[i] = Fraction((exact * 10**9).__floor__(), 10**9)
        owed = {i: lag[i] + share[i] for i in share}
        order = sorted(share, key=lambda i: place(owed[i], share[i], ticket(seed, str(label), i)))
        lag = {i: owed[i] - (1 if i in order[:seats] else 0) for i in share}
        lags |= lag
        before = share
        results.append((tuple(order), lag))
    return results


def place(owed, share, number):
    """Return what a member is sorted by."""
    if owed <= 0 or share == 0:
        return (1, -owed, 0, 0, number)
    wait = (1 - owed) / share
    deadline = wait.__ceil__()
    group = 0
    if Fraction(1, 2) <= share < 1:
        group = (((deadline * (1 - share) - owed).__ceil__() + owed) / (1 - share)).__ceil__()
    return (0, deadline, 0 if wait != deadline else 1, -group, number)


def ticket(seed, period, partner):
    text = b""
    for part in ("pavgen/ticket/v1", seed, "spot", period, "tie", partner):
        data = part.encode()
        text += len(data).to_bytes(8, "big") + data
    return hashlib.sha256(text).digest()
