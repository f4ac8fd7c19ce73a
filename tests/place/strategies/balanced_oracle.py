"""`balanced`, the slow and obvious way, from the published description alone."""

import hashlib
import math
from fractions import Fraction

U = 10**9


def value(j):
    """Return 10^6 / log2(1 + j) rounded; floats are good enough for the few values used here."""
    return round(10**6 / math.log2(1 + j))


def ticket(seed, group, period, purpose, identity):
    text = b""
    for part in ("pavgen/ticket/v1", seed, group, period, purpose, identity):
        data = part.encode()
        text += len(data).to_bytes(8, "big") + data
    return hashlib.sha256(text).digest()


def share(weights, places):
    """Return what each is entitled to of some places: capped one by one, heaviest first."""
    left, total, capped, found = dict(weights), sum(weights.values()), 0, {}
    while left:
        heaviest = max(left, key=lambda i: left[i])
        if (places - capped) * left[heaviest] < total:
            break
        total -= left.pop(heaviest)
        capped += 1
        found[heaviest] = U
    for identity, weight in left.items():
        found[identity] = math.floor(Fraction((places - capped) * U * weight, total))
    return found


class Oracle:
    """One list without blocks, period after period."""

    def __init__(self, horizon=60, seed="", group="main"):
        self.horizon, self.seed, self.group = horizon, seed, group
        self.lag, self.last = {}, None

    def order(self, period, weights, pins=()):
        """Return the order of a period; pins are {position: id}, and are in the weights."""
        pins = dict(pins)
        own = {i: w for i, w in weights.items() if i not in pins.values()}
        free = [p for p in range(1, 999) if p not in pins][: len(own)]
        depth = min(free[-1] - 1, self.horizon) if own else 0
        shares = {k: share(own, k - sum(p <= k for p in pins)) for k in range(1, depth + 1)}
        for i in own:
            self.lag[i] = (self.lag.get(i, []) + [0] * depth)[:depth]
        if set(own) != self.last:
            self._changed(own, depth, shares)
        self.lag |= {
            i: [self.lag[i][k - 1] + shares[k][i] for k in range(1, depth + 1)] for i in own
        }
        places = self._assigned(period, own, free, depth)
        for identity, place in places.items():
            for k in range(place, depth + 1):
                self.lag[identity][k - 1] -= U
        self.last = set(own)
        spots = {**{p: i for i, p in places.items()}, **pins}
        return [spots[p] for p in sorted(spots)]

    def _changed(self, own, depth, shares):
        for i in own:
            if self.last is None or i not in self.last:
                self.lag[i] = [min(0, max(-U, lag)) for lag in self.lag[i]]
        for k in range(1, depth + 1):
            surplus = sum(self.lag[i][k - 1] for i in own)
            entitled = sum(shares[k].values())
            if entitled:
                for i in own:
                    self.lag[i][k - 1] -= math.floor(Fraction(surplus * shares[k][i], entitled))

    def _assigned(self, period, own, free, depth):
        left, places = set(own), {}
        for j in free:
            worth = {
                i: sum((value(k) - value(k + 1)) * self.lag[i][k - 1] for k in range(j, depth + 1))
                for i in left
            }
            best = min(
                left,
                key=lambda i: (-worth[i], ticket(self.seed, self.group, period, "tie", i)),
            )
            places[best] = j
            left.remove(best)
        return places
