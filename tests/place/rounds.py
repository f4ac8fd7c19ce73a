"""Rounds and long plays for tests: who takes part is all that a test has to say."""

from pavgen.place.engine import GroupState, Played, play, settle
from pavgen.place.rounds import Bound, Round


def round_of(period, weights, *, pins=(), pools=(), ranks=None, bounds=()):
    """Make a round of `{id: weight}`."""
    return Round("main", period, tuple(sorted(weights.items())), pins, pools, ranks or {}, bounds)


def played(rule, rounds, state=None):
    """Play rounds one after the other; return each `(Played, state after)`."""
    state, found = state or GroupState(), []
    for round_ in rounds:
        one = play(rule, round_, state)
        assert isinstance(one, Played)
        state = settle(rule, round_, state, one.shown, one.seats, one.turns)
        found.append((one, state))
    return found


def weekly(rule, weights, periods, **more):
    """Play the same partners for some periods; return the orders as shown."""
    more.setdefault("bounds", tuple(Bound() for _ in rule.constraints))
    rounds = [round_of(f"p{n:04d}", weights, **more) for n in range(periods)]
    return [one.shown for one, _ in played(rule, rounds)]


def equal(count):
    """Return as many partners of weight 1."""
    return {f"p{n:03d}": 1 for n in range(count)}


def tiered(count):
    """Return as many partners, of weights 3, 2 and 1 in turn."""
    return {f"p{n:03d}": 3 - n % 3 for n in range(count)}


def lags(state, prefix, pool=""):
    """Return, by id, the account of a prefix in places."""
    account = state.accounts[pool]
    return {i: account.lags[i][prefix - 1] / 10**9 for i in account.members}
