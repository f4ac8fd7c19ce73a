"""A placement made the slow and obvious way; it shares nothing with the engine but records."""

import hashlib
import math
import re
from datetime import date, timedelta

from pavgen.model.conditions import AllOf, Among, AnyOf, AtLeast, AtMost, Not

PLACE = 10**9


def expected(programme, as_of, since=None):
    """Return `{opportunity: (shown, waiting, excluded)}`: slugs, slugs, and a set of slugs.

    `since` is a day in the first period of the ledgers; without it nothing is recorded, and
    the period of the day is the first.
    """
    lines = {name: day_line(programme, name, as_of, since) for name, _ in programme.policy.groups}
    found = {}
    for name, record in programme.policy.opportunities:
        line, holding = lines[record.group]
        able = [p for p in line if may_be_shown(p, name, record, programme, as_of)]
        if record.slots is None:
            cut = len(able)
        elif len(lists_of(programme, record.group)) == 1:
            cut = sum(1 for p in able if p in holding)
        else:
            cut = record.slots
        slugs = [p.slug for p in able]
        found[name] = (slugs[:cut], slugs[cut:], set(programme.partners) - set(slugs))
    return found


def day_line(programme, name, as_of, since=None):
    """Return a group's line on a day, and those of it that hold a seat where seats are counted.

    Who left since the period's first day is taken out and the rest close up; who came stands
    last, by ticket, without a seat. The order is that of the period's first day.
    """
    group = dict(programme.policy.groups)[name]
    accounts: dict[str | None, dict[str, object]] = {}
    order = []
    for first in first_days(group.period, since or as_of, as_of):
        order = period_order(programme, name, first, accounts)
    now = able_in_some(programme, name, as_of)
    joined = [p for p in now if p not in order]
    label = label_of(group.period, as_of)
    joined = by_ticket(joined, name, group, label)
    sizes = [record.slots for _, record in lists_of(programme, name)]
    seats = sizes[0] if len(sizes) == 1 and sizes[0] else len(order)
    holding = [p for p in order[:seats] if p in now]
    return [p for p in order if p in now] + joined, holding


def first_days(kind, since, as_of):
    """Return the first day of each period from that of `since` to that of `as_of`."""
    day = since
    found = [day]
    while day < as_of:
        day += timedelta(days=1)
        if label_of(kind, day) != label_of(kind, found[-1]):
            found.append(day)
    return found


def lists_of(programme, group):
    return [
        (name, record) for name, record in programme.policy.opportunities if record.group == group
    ]


def may_be_shown(partner, name, record, programme, day):
    return (
        is_shown(partner, day)
        and name not in partner.listing.opt_out
        and holds(record.eligible, partner, programme, day)
    )


def able_in_some(programme, group, day):
    return [
        p
        for p in programme.partners.values()
        if any(may_be_shown(p, n, r, programme, day) for n, r in lists_of(programme, group))
    ]


def period_order(programme, name, first, accounts):
    """Return the order of a period, block after block, and charge the accounts for it."""
    group = dict(programme.policy.groups)[name]
    label = label_of(group.period, first)
    roster = able_in_some(programme, name, first)
    blocks = [(None, roster)]
    if any(record.blocks == "tier" for _, record in lists_of(programme, name)):
        tiers = [tier.id for tier in programme.words.tiers]
        blocks = [(t, [p for p in roster if p.standing.tier == t]) for t in tiers]
    line = []
    for block, members in blocks:
        if group.strategy == "balanced" and members:
            weights = {p.id: weight_of(programme, name, p) for p in members}
            tickets = {p.id: ticket_of(p, name, group, label) for p in members}
            ids = balanced(weights, tickets, group.horizon, accounts.setdefault(block, {}))
            line += [p for i in ids for p in members if p.id == i]
        elif group.strategy == "balanced":
            # Who comes into a block that had nobody the period before was away from it.
            accounts.setdefault(block, {})["members"] = []
        else:
            line += in_order(members, name, group, first)
    return line


def weight_of(programme, name, partner):
    group = dict(programme.policy.groups)[name]
    if group.weights == "tier":
        return next(t.weight for t in programme.program.tiers if t.id == partner.standing.tier)
    if group.weights == "standing":
        own = dict(partner.standing.weights)
        return max((own[n] for n, _ in lists_of(programme, name) if n in own), default=1)
    return 1


def balanced(weights, tickets, horizon, account):
    """Give out the places of a period; `account` has `members`, and `lags` by id."""
    ids = sorted(weights)
    depth = min(len(ids) - 1, horizon)
    lags = opened(ids, depth, account)
    shares = [entitlements(weights, k) for k in range(1, depth + 1)]
    for k in range(depth):
        if account.get("members") != ids:
            centre(ids, k, lags, shares[k])
        for i in ids:
            lags[i][k] += shares[k][i]
    values = [round(10**6 / math.log2(1 + j)) for j in range(1, depth + 2)]
    order = []
    for j in range(len(ids)):
        left = [i for i in ids if i not in order]
        owed = {
            i: sum((values[k] - values[k + 1]) * lags[i][k] for k in range(j, depth)) for i in left
        }
        order.append(min(left, key=lambda i: (-owed[i], tickets[i])))
    for j, i in enumerate(order):
        for k in range(j, depth):
            lags[i][k] -= PLACE
    account["members"] = ids
    return order


def opened(ids, depth, account):
    """Return all accounts; of those who were away a debt of one place is kept, and no credit."""
    lags = account.setdefault("lags", {})
    for i in ids:
        old = lags.get(i, [])
        lags[i] = [old[k] if k < len(old) else 0 for k in range(depth)]
        if i not in account.get("members", ()):
            lags[i] = [min(0, max(-PLACE, lag)) for lag in lags[i]]
    return lags


def centre(ids, k, lags, shares):
    total, whole = sum(lags[i][k] for i in ids), sum(shares.values())
    for i in ids:
        if whole:
            lags[i][k] -= total * shares[i] // whole


def entitlements(weights, places):
    """Share places by weight: who would get more than one gets one, the rest is shared again."""
    found: dict[str, int] = {}
    while True:
        left = {i: w for i, w in weights.items() if i not in found}
        rest = places - len(found)
        full = [i for i, w in left.items() if rest * w >= sum(left.values())]
        if not full:
            break
        heaviest = max(full, key=lambda i: weights[i])
        found[heaviest] = PLACE
    return {i: found.get(i, rest * PLACE * w // sum(left.values())) for i, w in weights.items()}


def by_ticket(partners, name, group, label):
    return sorted(partners, key=lambda p: ticket_of(p, name, group, label))


def ticket_of(partner, name, group, label):
    purpose = "draw" if group.strategy in ("draw", "fixed") else "tie"
    seed = group.seed.value if group.seed else ""
    return hashed(seed, name, label, purpose, partner.standing.id)


def in_order(partners, group_name, group, first):
    """Take out, again and again, the partner that comes before all that are left."""

    def before(p, q):
        for rule in rules_of(group, first):
            mine, theirs = rule(p), rule(q)
            if mine != theirs:
                return mine < theirs
        label = label_of(group.period, first)
        mine, theirs = (ticket_of(x, group_name, group, label) for x in (p, q))
        return mine < theirs

    left, line = list(partners), []
    while left:
        best = next(p for p in left if all(before(p, q) for q in left if q is not p))
        line.append(best)
        left.remove(best)
    return line


def rules_of(group, as_of):
    """Return what is compared before tickets, in turn; the smaller goes first."""
    rungs = {
        "joined": lambda p: p.standing.joined,
        "certifications": lambda p: -len(valid(p, as_of)),
    }
    if group.strategy == "points":
        return [lambda p: -p.standing.points, *(rungs[rung] for rung in group.ladder)]
    if group.strategy == "first-come":
        return [rungs["joined"]]
    if group.strategy == "alphabetical":
        return [lambda p: plain(p.name), lambda p: p.name, lambda p: p.slug]
    if group.strategy == "fixed" and group.fixed and as_of <= group.fixed.until:
        return [lambda p, slug=slug: p.slug != slug for slug in group.fixed.partners]
    return []


def hashed(seed, group_name, label, purpose, partner):
    text = b""
    for part in ("pavgen/ticket/v1", seed, group_name, label, purpose, partner):
        data = part.encode("utf-8")
        text += len(data).to_bytes(8, "big") + data
    return hashlib.sha256(text).digest()


def plain(name):
    """Fold the names these tests use: ASCII letters, perhaps after an article."""
    return re.sub(r"^the ", "", name.lower())


def label_of(kind, day):
    if kind == "month":
        return day.strftime("%Y-%m")
    if kind == "quarter":
        return f"{day.year}-Q{'111222333444'[day.month - 1]}"
    thursday = day
    while thursday.isoweekday() < 4:
        thursday += timedelta(days=1)
    while thursday.isoweekday() > 4:
        thursday -= timedelta(days=1)
    nth = (thursday - date(thursday.year, 1, 1)).days // 7 + 1
    return f"{thursday.year}-W{nth:02d}"


def is_shown(partner, as_of):
    pause = partner.standing.suspended
    if partner.standing.status != "active" or partner.standing.joined > as_of:
        return False
    if pause is None or as_of < pause.from_:
        return True
    return pause.until is not None and as_of > pause.until


def valid(partner, as_of):
    return {c.id for c in partner.standing.certifications if c.until is None or not as_of > c.until}


def holds(condition, partner, programme, as_of):
    if isinstance(condition, AllOf):
        return not any(not holds(c, partner, programme, as_of) for c in condition.parts)
    if isinstance(condition, AnyOf):
        return sum(holds(c, partner, programme, as_of) for c in condition.parts) > 0
    if isinstance(condition, Not):
        return not holds(condition.part, partner, programme, as_of)
    standing, listing = partner.standing, partner.listing
    if isinstance(condition, Among):
        return any(
            has_word(condition.field, word, partner, programme, as_of) for word in condition.words
        )
    assert isinstance(condition, AtLeast | AtMost)
    value = getattr(
        standing if condition.field in ("points", "joined") else listing, condition.field
    )
    if value is None:
        return False
    return value >= condition.value if isinstance(condition, AtLeast) else value <= condition.value


def has_word(field, word, partner, programme, as_of):
    standing, listing = partner.standing, partner.listing
    if field in ("types", "regions", "solution_areas", "industries"):
        tree = getattr(programme.words, {"types": "partner_types"}.get(field, field))
        own = getattr(listing, field)
        return any(word in [entry.id for entry in tree.trail(term)] for term in own)
    today = standing.status
    if today == "active" and standing.joined > as_of:
        today = "joining"
    elif today == "active" and not is_shown(partner, as_of):
        today = "suspended"
    return (
        word
        in {
            "status": [today],
            "tier": [standing.tier],
            "partner": [partner.slug],
            "certifications": valid(partner, as_of),
            "countries": [office.country for office in listing.offices],
        }[field]
    )
