// From an order to the list as shown: the search that keeps the constraints, as
// docs/ledger.md tells it under "From `order` to `shown`".

import { isPicking } from "./verify-orders.js";

const MOST_TAKEN_BACK = 10_000;
const MOST_REMEMBERED = 100;

/** Return the list as shown, its seats and waivers; null where no list keeps the hard constraints. */
export function arranged(rule, round, order, recent) {
  const most = Math.min(rule.slots ?? order.length, order.length);
  if (!rule.constraints.length || isPicking(rule)) return { shown: order, seats: most, waivers: [] };
  const held = new Set(round.pins.map(([id]) => id));
  const pinned = order.flatMap((id, i) => (i < most && held.has(id) ? [[id, i + 1]] : []));
  const line = order.filter((id) => !held.has(id));
  const present = new Set([...line, ...pinned.map(([id]) => id)]);
  const limits = rule.constraints.map((said, index) =>
    limitOf(said, round.facts.constraints[index], index, present, recent));
  const search = (size, active, relaxed) => filling(pinned, line, size, active, relaxed);
  const found = decided(search, limits, most, rule.slots === null ? most : pinned.length);
  if (!found) return null;
  const [front, relaxed] = found;
  const seated = new Set(front);
  const waivers = relaxed.flatMap((limit) => waived(limit, front, held));
  return { shown: [...front, ...order.filter((id) => !seated.has(id))], seats: front.length, waivers };
}

/** Return the filling and what was relaxed for it: as little as possible, the last first. */
function decided(search, limits, most, least) {
  const whole = search(most, limits, []);
  if (whole) return [whole, []];
  const hard = limits.filter((limit) => limit.hard);
  let kept = null;
  for (let size = most; !kept && size >= least; size -= 1) kept = search(size, hard, []);
  if (!kept) return null;
  const soft = limits.filter((limit) => !limit.hard);
  for (let count = kept.length < most ? 0 : 1; count <= soft.length; count += 1) {
    const relaxed = soft.slice(soft.length - count);
    const found = search(kept.length, limits.filter((limit) => !relaxed.includes(limit)), relaxed);
    if (found) return [found, relaxed];
  }
  return [kept, soft];
}

/**
 * A constraint with its facts, cut down to those present. `alike` are the sets that tell
 * partners apart, `rivals` who must keep away from whom, `barred` who is not seated.
 */
function limitOf(said, facts, index, present, recent) {
  const limit = {
    index, hard: said.hard, kind: "bar", number: 0, classes: [], alike: [],
    rivals: new Map(), barred: new Set(), members: new Set(),
  };
  const classes = (facts.classes ?? []).map(([, ids]) => new Set(ids.filter((id) => present.has(id))));
  if (said.separate === "competitors") {
    const pairs = (facts.pairs ?? []).filter(([a, b]) => present.has(a) && present.has(b));
    const rivals = rivalsOf(pairs);
    return { ...limit, kind: "separate", number: said.distance, rivals, classes: cliques(pairs, rivals) };
  }
  if (said.separate) {
    const kept = classes.filter((ids) => ids.size > 1);
    const pairsOf = (ids) => ids.flatMap((a) => ids.filter((b) => a < b).map((b) => [a, b]));
    const rivals = rivalsOf(kept.flatMap((ids) => pairsOf([...ids])));
    return { ...limit, kind: "separate", number: said.distance, rivals, classes: kept, alike: kept };
  }
  if ("at_least" in said) {
    const members = new Set((facts.members ?? []).filter((id) => present.has(id)));
    return { ...limit, kind: "at_least", number: said.at_least, members, alike: [members] };
  }
  if ("cap" in said && said.per !== "partner") {
    const kept = classes.filter((ids) => ids.size > said.cap);
    return { ...limit, kind: "cap", number: said.cap, classes: kept, alike: kept };
  }
  const barred = "cap" in said
    ? (facts.used ?? []).filter(([, used]) => used >= said.cap).map(([id]) => id)
    : recent.slice(0, said.cooldown).flatMap((seated) => [...seated]);
  limit.barred = new Set(barred);
  return { ...limit, alike: [limit.barred] };
}

function rivalsOf(pairs) {
  const found = new Map();
  for (const [a, b] of pairs) {
    for (const [one, other] of [[a, b], [b, a]]) found.set(one, (found.get(one) ?? new Set()).add(other));
  }
  return found;
}

/** Group competitors so that all of a group compete, and every pair is in a group. */
function cliques(pairs, rivals) {
  const found = [];
  for (const [a, b] of pairs) {
    if (found.some((group) => group.has(a) && group.has(b))) continue;
    const group = new Set([a, b]);
    for (const id of [...rivals.keys()].sort()) {
      if (!group.has(id) && [...group].every((other) => rivals.get(other).has(id))) group.add(id);
    }
    found.push(group);
  }
  return found;
}

const NOBODY = new Set();

/** Count who of some ids is in a set, or has a place. */
function placedOf(ids, places) {
  let count = 0;
  for (const id of ids) if (places.has(id)) count += 1;
  return count;
}

function breaks(limit, places, id, position) {
  if (limit.kind === "separate") {
    for (const other of limit.rivals.get(id) ?? NOBODY) {
      if (places.has(other) && Math.abs(places.get(other) - position) < limit.number) return true;
    }
    return false;
  }
  if (limit.kind === "cap") {
    return limit.classes.some((ids) => ids.has(id) && placedOf(ids, places) >= limit.number);
  }
  return limit.barred.has(id);
}

function likens(limit, a, b) {
  const [ours, theirs] = [limit.rivals.get(a) ?? NOBODY, limit.rivals.get(b) ?? NOBODY];
  const within = (one, other, but) => [...one].every((id) => id === but || other.has(id));
  if (!limit.alike.length && !(within(ours, theirs, b) && within(theirs, ours, a))) return false;
  return limit.alike.every((ids) => ids.has(a) === ids.has(b));
}

/** Return the first complete filling of so many positions, or null. */
function filling(pinned, line, size, active, relaxed) {
  const first = size - pinned.length + 1;
  const places = new Map(pinned.map(([id, at], i) => [id, Math.min(at, first + i)]));
  const isTaken = new Set(places.values());
  for (const [id, at] of places) {
    if (active.some((limit) => limit.kind === "separate" && breaks(limit, places, id, at))) return null;
  }
  const free = Array.from({ length: size }, (_, i) => i + 1).filter((at) => !isTaken.has(at));
  if (hasTooLittle(active, places, line, free)) return null;
  const placed = [];
  const trials = [];
  // All that the positions to come depend on: who is placed, and the last of them in their order.
  const tail = Math.max(0, ...active.map((limit) => (limit.kind === "separate" ? limit.number - 1 : 0)));
  const stateOf = (ids) => `${[...ids].sort().join(" ")}/${tail ? ids.slice(-tail).join(" ") : ""}`;
  const hopeless = new Set();
  for (let takenBack = 0; placed.length < free.length;) {
    trials[placed.length] ??= trialsAt(placed.length);
    const { value } = trials[placed.length].next();
    if (value !== undefined) {
      if (hopeless.size && hopeless.has(stateOf([...placed, value]))) continue;
      places.set(value, free[placed.length]);
      placed.push(value);
      continue;
    }
    trials.length = placed.length;
    if (free.length - placed.length <= MOST_REMEMBERED) hopeless.add(stateOf(placed));
    takenBack += 1;
    if (!placed.length || takenBack === MOST_TAKEN_BACK) return null;
    places.delete(placed.pop());
  }
  return [...places].sort(([, a], [, b]) => a - b).map(([id]) => id);

  /** Yield who can stand at a position; those who break nothing relaxed come first. */
  function* trialsAt(depth) {
    const at = free[depth];
    const left = line.filter((id) => !places.has(id));
    const later = new Set(left.filter((id) => relaxed.some((limit) => breaks(limit, places, id, at))));
    const tried = [];
    for (const id of [...left.filter((one) => !later.has(one)), ...left.filter((one) => later.has(one))]) {
      if (tried.some((other) => [...active, ...relaxed].every((limit) => likens(limit, id, other)))) continue;
      tried.push(id);
      if (active.some((limit) => breaks(limit, places, id, at))) continue;
      places.set(id, at);
      const isHopeless = hasTooLittle(active, places, left.filter((one) => one !== id), free.slice(depth + 1));
      places.delete(id);
      if (!isHopeless) yield id;
    }
  }
}

/** Say whether the active constraints leave too few of those left for the free positions. */
function hasTooLittle(active, places, left, free) {
  const bars = active.filter((limit) => limit.barred.size);
  const remaining = new Set(left.filter((id) => !bars.some((limit) => limit.barred.has(id))));
  const demands = [[free.length, remaining]];
  for (const limit of active) {
    if (limit.kind !== "at_least") continue;
    const wanted = limit.number - placedOf(limit.members, places);
    demands.push([wanted, new Set([...limit.members].filter((id) => remaining.has(id)))]);
  }
  return demands.some(([asked, ids]) => asked > free.length || asked > ids.size
    || active.some((limit) => isShort(asked, ids, limit, places, free)));
}

function isShort(asked, ids, limit, places, free) {
  if (limit.kind === "cap") {
    let most = 0;
    const rest = new Set(ids);
    for (const group of limit.classes) {
      const before = rest.size;
      for (const id of group) rest.delete(id);
      most += Math.min(before - rest.size, Math.max(0, limit.number - placedOf(group, places)));
    }
    return asked > most + rest.size;
  }
  return limit.kind === "separate" && limit.classes.some((group) => {
    const needed = asked - ids.size + placedOf(group, ids);
    return needed > 0 && needed > roomOf(group, limit.number, places, free, needed);
  });
}

/** Count free positions that lie apart from each other and from the group; `enough` will do. */
function roomOf(group, distance, places, free, enough) {
  const near = free[0] - distance;
  const taken = [...group].filter((id) => places.get(id) > near).map((id) => places.get(id));
  let last = -Infinity;
  let count = 0;
  for (const at of free) {
    if (at - last < distance || taken.some((other) => Math.abs(at - other) < distance)) continue;
    last = at;
    count += 1;
    if (count === enough) break;
  }
  return count;
}

/** Return the places of a filling at which a relaxed constraint is not kept. */
function waived(limit, front, held) {
  const row = (partner, position) => ({ constraint: limit.index, partner, position });
  if (limit.kind === "at_least") {
    return front.filter((id) => limit.members.has(id)).length < limit.number ? [row("", 0)] : [];
  }
  const isApart = limit.kind === "separate";
  const before = new Map(front.flatMap((id, i) => (!isApart && held.has(id) ? [[id, i + 1]] : [])));
  return front.flatMap((id, i) => {
    const isBroken = (isApart || !held.has(id)) && breaks(limit, before, id, i + 1);
    before.set(id, i + 1);
    return isBroken ? [row(id, i + 1)] : [];
  });
}
