"""Small halls, and ledgers of them written by the rule's own words: slowly, by trying everything."""

import hashlib
from functools import cache
from itertools import combinations, islice

from tests.place.verification.writing import Chance, chained

GROUP = "booths"
PERIOD = "expo-27"
SEED = "dice 3 1 4"


def ticket(name, purpose="pick"):
    """Make a ticket as docs/ledger.md says."""
    running = hashlib.sha256()
    for part in ("pavgen/ticket/v1", SEED, GROUP, PERIOD, purpose, name):
        data = part.encode()
        running.update(len(data).to_bytes(8, "big") + data)
    return running.digest()


class Small:
    """A hall: what there is, who may have and would like what, and who is kept apart."""

    def __init__(self, items, seekers, *, near=(), clash=(), held=(), pairs=(), classes=(),
                 ranks=(), weights=(), slots=None):  # fmt: skip
        self.items = dict(items)
        self.may = {name: tuple(may) for name, may, _ in seekers}
        self.likes = {name: tuple(likes) for name, _, likes in seekers}
        self.near, self.clash = sorted(near), sorted(clash)
        self.held = sorted(held)
        self.pairs, self.classes = sorted(pairs), list(classes)
        self.ranks = dict(ranks)
        self.weights = {name: dict(weights).get(name, 1) for name in sorted(self.may)}
        self.slots = slots

    @property
    def apart(self):
        grouped = [pair for _, ids in self.classes for pair in combinations(ids, 2)]
        return {frozenset(pair) for pair in (*self.pairs, *grouped)}

    @property
    def order(self):
        return sorted(self.may, key=lambda i: (self.ranks.get(i, ()), ticket(i)))

    @property
    def turns(self):
        seated = self.order[: self.slots]
        rounds = range(1, max(self.weights.values(), default=0) + 1)
        return [name for number in rounds for name in seated if self.weights[name] >= number]

    def is_open(self, name, item, holdings):
        """Say whether an item is open to a partner: the words of the rule, one after the other."""
        if item not in self.may[name] or any(item == taken for _, taken in holdings):
            return False
        for who, taken in holdings:
            pair = tuple(sorted((item, taken)))
            if who == name and pair in self.clash:
                return False
            if frozenset((who, name)) in self.apart and pair in self.near:
                return False
        return True

    def has_way(self, turns, holdings):
        """Say whether all turns can be given items: by trying everything."""
        if not turns:
            return True
        return any(
            self.has_way(turns[1:], [*holdings, (turns[0], item)])
            for item in self.may[turns[0]]
            if self.is_open(turns[0], item, holdings)
        )

    def preferences(self, name):
        rest = sorted(self.items, key=lambda item: (-self.items[item], ticket(item)))
        return [*self.likes[name], *(item for item in rest if item not in self.likes[name])]

    def choice(self, name, holdings, turns):
        return next(
            item
            for item in self.preferences(name)
            if self.is_open(name, item, holdings) and self.has_way(turns, [*holdings, (name, item)])
        )

    def picked(self):
        """Return the choices; None where there is no way on at the beginning."""
        turns = self.turns
        found = list(self.held)
        if not self.has_way(turns, found):
            return None
        for number, name in enumerate(turns, start=1):
            found.append((name, self.choice(name, found, turns[number:])))
        return [list(row) for row in found[len(self.held) :]]

    def queue(self, item, given, order):
        """Return who is asked for an item, by the words of the rule; `given` is not by hand."""
        return [name for name in order if self.wants(name, item, given)]

    def wants(self, name, item, given):
        own = [taken for who, taken in given if who == name]
        given_up = self.given_up(name, given)
        kept = [row for row in (*given, *self.held) if tuple(row) != (name, given_up)]
        if not self.is_open(name, item, kept):
            return False
        if len(own) < self.weights[name]:
            return True
        likes = self.likes[name]
        place = {listed: number for number, listed in enumerate(likes)}
        return place.get(item, len(likes)) < place.get(given_up, len(likes))

    def given_up(self, name, given):
        """Return what a partner likes least of its own; None while it holds less than it may."""
        own = [taken for who, taken in given if who == name]
        if len(own) < self.weights[name]:
            return None
        best_first = [item for item in self.preferences(name) if item in own]
        return best_first[-1]

    def facts(self):
        seekers = [
            [name, sorted(self.may[name]), list(self.likes[name])] for name in sorted(self.may)
        ]
        found: dict[str, object] = {
            "pick": {
                "items": sorted(map(list, self.items.items())),
                "seekers": seekers,
                "near": [list(pair) for pair in self.near],
                "clash": [list(pair) for pair in self.clash],
                "held": [list(row) for row in self.held],
            }
        }
        if self.ranks:
            found["ranks"] = [[name, list(ranks)] for name, ranks in sorted(self.ranks.items())]
        found["constraints"] = [
            {"pairs": [list(pair) for pair in self.pairs]},
            {"classes": [[label, sorted(ids)] for label, ids in self.classes]},
        ]
        return found

    def entries(self, picked=None):
        """Return the lines of a ledger of this hall, not yet chained."""
        rule = {
            "strategy": "pick", "weights": "tier", "horizon": 60, "slots": self.slots,
            "blocks": "none", "by": None, "inside": None,
            "seed": {"source": "dice", "value": SEED},
            "constraints": [
                {"separate": "competitors", "distance": 2, "hard": True},
                {"separate": "labels", "distance": 2, "hard": True},
            ],
            "policy": {"version": 1, "digest": "0" * 64},
        }  # fmt: skip
        placement = {
            "roster": [[name, weight] for name, weight in self.weights.items()],
            "pins": [],
            "facts": self.facts(),
            "order": self.order,
            "shown": self.order,
            "seats": len(self.order[: self.slots]),
            "waivers": [],
            "lag_digest": hashlib.sha256(b"{}").hexdigest(),
            "picked": self.picked() if picked is None else picked,
        }
        return [entry("genesis", **rule), entry("placement", **placement)]

    def ledger(self, *more, picked=None):
        return chained([*self.entries(picked), *more])


def entry(kind, **body):
    """Return a line of the event, not yet chained."""
    return {"v": 1, "type": kind, "group": GROUP, "period": PERIOD, **body}


def offer(item, *answers):
    """Return an offer by its answers, as `p1 declined`."""
    return entry("offer", item=item, answers=[answer.split(" ") for answer in answers])


def random_hall(seed, partners=5, items=6):
    """Return a small hall of some rows, or one of pods in shifts."""
    chance = Chance(f"hall {seed}")
    booths = [f"b{number}" for number in range(1, items + 1)]
    names = [f"p{number}" for number in range(1, partners + 1)]
    columns = chance.one_of((2, 3, items))
    near = [
        (a, b)
        for (m, a), (n, b) in combinations(enumerate(booths), 2)
        if (m // columns == n // columns and n - m == 1) or n - m == columns
    ]
    held = [(chance.one_of([*names, "q1"]), booths.pop())] if chance.happens(3) else []
    seekers = [
        (
            name,
            chance.some(booths) or booths[:1] if chance.happens(3) else booths,
            shuffled([*booths, *(item for _, item in held)], chance)[: chance.below(5)],
        )
        for name in names
    ]
    return Small(
        items=[(booth, chance.below(3)) for booth in booths],
        seekers=seekers,
        near=[tuple(sorted(pair)) for pair in near],
        clash=[tuple(sorted(pair)) for pair in chance.some(list(combinations(booths, 2)), 6)],
        held=held,
        pairs=chance.some(list(combinations([*names, "q1"], 2)), 6),
        classes=[(label, chance.some(names, 3)) for label in ("crm", "data")],
        ranks=[(name, [chance.below(3)]) for name in names],
        weights=[(name, 1 + chance.happens(6)) for name in names],
        slots=chance.one_of((None, None, partners - 1)),
    )


@cache
def feasible_halls(count):
    """Return so many random halls in which all can be placed: seed, hall and choices."""
    drawn = ((seed, hall, hall.picked()) for seed, hall in enumerate(map(random_hall, range(9999))))
    return list(islice((row for row in drawn if row[2] is not None), count))


def shuffled(items, chance):
    rest = list(items)
    return [rest.pop(chance.below(len(rest))) for _ in items]


def crowded_hall(rows=6, columns=6):
    """Return a hall whose first wish takes long to refuse, and its choices.

    All but the first are competitors, and one more than fit into the rows without being
    neighbours: one of them needs the booth that the first would like best.
    """
    chance = Chance("crowded")
    cells = [(row, column) for row in range(rows) for column in range(columns)]
    name_of = {cell: f"b{cell[0]}{cell[1]}" for cell in cells}
    near = [
        tuple(sorted((name_of[a], name_of[b])))
        for a, b in combinations(cells, 2)
        if max(abs(a[0] - b[0]), abs(a[1] - b[1])) == 1
    ]
    seats = [name_of[cell] for cell in cells if not (cell[0] % 2 or cell[1] % 2)]
    names = [f"p{number:02d}" for number in range(1, len(seats) + 2)]
    picked = [["p00", "z"], *zip(names, [*seats, "x"], strict=True)]
    seekers = [("p00", ["x", "z"], ["x", "z"])]
    for name, seat in picked[1:]:
        others = [booth for booth in name_of.values() if not chance.happens(3)]
        seekers.append((name, sorted({*others, seat, "x"}), [seat]))
    hall = Small(
        items=[(item, 1) for item in (*name_of.values(), "x", "z")],
        seekers=seekers,
        near=near,
        classes=[("crm", names)],
        ranks=[(name, [number]) for number, (name, _) in enumerate(picked)],
    )
    return hall, [list(row) for row in picked]
