"""A placement made the slow and obvious way; it shares nothing with the engine but records."""

import hashlib
import re
from datetime import date, timedelta

from pavgen.model.conditions import AllOf, Among, AnyOf, AtLeast, AtMost, Not


def expected(programme, as_of):
    """Return `{opportunity: (shown, waiting, excluded)}`: slugs, slugs, and a set of slugs."""
    found = {}
    for name, record in programme.policy.opportunities:
        group = dict(programme.policy.groups)[record.group]
        able = {
            slug: p
            for slug, p in programme.partners.items()
            if is_shown(p, as_of)
            and name not in p.listing.opt_out
            and holds(record.eligible, p, programme, as_of)
        }
        line = in_order(able.values(), record.group, group, as_of)
        if record.blocks == "tier":
            line = [p for tier in programme.words.tiers for p in line if p.standing.tier == tier.id]
        slugs = [p.slug for p in line]
        cut = len(slugs) if record.slots is None else record.slots
        found[name] = (slugs[:cut], slugs[cut:], set(programme.partners) - set(able))
    return found


def in_order(partners, group_name, group, as_of):
    """Take out, again and again, the partner that comes before all that are left."""

    def before(p, q):
        for rule in rules_of(group, as_of):
            mine, theirs = rule(p), rule(q)
            if mine != theirs:
                return mine < theirs
        purpose = "tie" if group.strategy in ("points", "first-come") else "draw"
        label = label_of(group.period, as_of)
        seed = group.seed.value if group.seed else ""
        mine, theirs = (hashed(seed, group_name, label, purpose, x.standing.id) for x in (p, q))
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
