// Each order of a ledger, from what went into it: the strategies as docs/ledger.md tells them.
// Nothing here is shared with the program that wrote the ledger.

const encoder = new TextEncoder();
const SORTING = "alphabetical points first-come draw fixed relevance sponsored".split(" ");
const DRAWN = ["draw", "fixed", "rotation"];
const PLACE = 10 ** 9;

export const STRATEGIES = ["balanced", "quota", "rotation", ...SORTING];
export const orderingOf = (rule) => (rule.strategy === "apportion" ? rule.inside : rule.strategy);
export const isPicking = (rule) => rule.strategy === "pick";
export const isSorting = (rule) => SORTING.includes(orderingOf(rule)) || isPicking(rule);
export const hasPools = (rule) => rule.blocks === "tier" || rule.strategy === "apportion";
export const purposeOf = (strategy) => (strategy === "pick" ? "pick" : DRAWN.includes(strategy) ? "draw" : "tie");

/** Decide a period: its order, and `close`, which gives the accounts once the list is known. */
export function turnOf(rule, round, accounts) {
  const lots = lotsOf(rule, round);
  const pools = poolsOf(rule, round);
  const run = { balanced, quota, rotation }[orderingOf(rule)] ?? sorted;
  for (const pool of pools) Object.assign(pool, run(rule, round, pool, lots, accounts.get(pool.name)));
  const line = rule.strategy === "apportion" ? bySeats(round, lots, pools) : pools.flatMap((p) => p.order);
  const close = (shown, seats) => closed(round, pools, accounts, shown, seats);
  return { order: withPins(line, round.pins), close };
}

/** Make the tickets of a period: a function of a purpose and an id, smaller text first. */
export function lotsOf(rule, round) {
  const head = ["pavgen/ticket/v1", rule.seed.value.normalize("NFC"), round.group, round.period];
  const known = new Map();
  const before = Object.fromEntries(["draw", "tie", "pick"].map((purpose) => [purpose, framed([...head, purpose])]));
  return (purpose, id) => {
    const key = purpose + id;
    if (!known.has(key)) known.set(key, sha256(Uint8Array.from([...before[purpose], ...framed([id])])));
    return known.get(key);
  };
}

/** Sort by keys, each a function whose values compare with `<`. */
export function sortBy(items, ...keys) {
  return [...items].sort((a, b) => {
    for (const key of keys) {
      const [left, right] = [key(a), key(b)];
      if (left < right) return -1;
      if (left > right) return 1;
    }
    return 0;
  });
}

function framed(texts) {
  return texts.flatMap((text) => {
    const bytes = encoder.encode(text);
    const length = new DataView(new ArrayBuffer(8));
    length.setUint32(4, bytes.length);
    return [...new Uint8Array(length.buffer), ...bytes];
  });
}

function poolsOf(rule, round) {
  const weights = new Map(round.roster);
  const held = new Map(round.pins.map(([id, position]) => [position, id]));
  const pinned = new Set(held.values());
  let start = 1;
  return (round.facts.pools ?? [["", [...weights.keys()]]]).map(([name, ids]) => {
    const members = ids.filter((id) => !pinned.has(id)).map((id) => [id, weights.get(id)]);
    const free = [];
    for (let at = 1; free.length < members.length; at += 1) {
      if (rule.strategy === "apportion" || !held.has(start + at - 1)) free.push(at);
    }
    start += free.at(-1) ?? 0;
    return { name, ids: members.map(([id]) => id), members, free };
  });
}

function bySeats(round, lots, pools) {
  const weights = new Map(round.roster);
  const votes = new Map(pools.map((p) => [p, p.ids.reduce((sum, id) => sum + BigInt(weights.get(id)), 0n)]));
  const taken = new Map(pools.map((pool) => [pool, 0]));
  const line = [];
  for (;;) {
    const open = pools.filter((pool) => taken.get(pool) < pool.order.length);
    if (!open.length) return line;
    const best = open.reduce((one, other) => {
      const [v, w] = [votes.get(one), votes.get(other)];
      const gap = v * BigInt(2 * taken.get(other) + 1) - w * BigInt(2 * taken.get(one) + 1) || v - w;
      if (gap) return gap > 0n ? one : other;
      return lots("tie", one.name) < lots("tie", other.name) ? one : other;
    });
    line.push(best.order[taken.get(best)]);
    taken.set(best, taken.get(best) + 1);
  }
}

function withPins(line, pins) {
  const found = [];
  const waiting = [...pins];
  for (const id of line) {
    while (waiting.length && waiting[0][1] === found.length + 1) found.push(waiting.shift()[0]);
    found.push(id);
  }
  return [...found, ...waiting.map(([id]) => id)];
}

/** Charge every pool; a pool that the period did without keeps its accounts, but no members. */
function closed(round, pools, accounts, shown, seats) {
  const after = new Map();
  for (const [name, { lags }] of accounts) after.set(name, { ids: [], shares: new Map(), lags });
  const place = new Map(shown.map((id, index) => [id, index + 1]));
  const seated = new Set(shown.slice(0, seats));
  const told = [];
  for (const pool of pools) {
    if (round.facts.pools) {
      sortBy(pool.ids, (id) => place.get(id)).forEach((id, index) => place.set(id, pool.free[index]));
    }
    const account = pool.close(place, seated);
    if (!account) continue;
    if (account.told) told.push(...pool.ids.map((id) => [id, account.told(id)]));
    after.set(pool.name, { ...account, ids: pool.ids });
  }
  const rows = sortBy(told, ([id]) => id).map(([id, text]) => `${JSON.stringify(id)}:${text}`);
  return { accounts: after, told: `{${rows.join(",")}}` };
}

const same = (ids, others = []) => ids.length === others.length && ids.every((id, i) => id === others[i]);

function sorted(rule, round, pool, lots) {
  const ranks = new Map(round.facts.ranks);
  const purpose = purposeOf(orderingOf(rule));
  const order = [...pool.ids].sort((a, b) => {
    const [left, right] = [ranks.get(a) ?? [], ranks.get(b) ?? []];
    for (let i = 0; i < Math.min(left.length, right.length); i += 1) {
      if (left[i] !== right[i]) return left[i] - right[i];
    }
    return left.length - right.length || (lots(purpose, a) < lots(purpose, b) ? -1 : 1);
  });
  return { order, close: () => null };
}

function rotation(rule, round, pool, lots, before) {
  const stays = before !== undefined && same(pool.ids, before.ids);
  const numbers = stays ? before.numbers : sortBy(pool.ids, (id) => lots("draw", id));
  const turn = stays ? before.turn : 0;
  const m = numbers.length;
  const within = turn % (m % 2 ? 2 * m : m || 1);
  const row = Math.floor(within / 2) + (m % 2 ? 0 : (within % 2) * (m / 2));
  // 0, 1, m - 1, 2, m - 2, …
  const order = numbers.map((_, i) => numbers[((i % 2 ? (i + 1) / 2 : m - i / 2) + row) % m]);
  if (m % 2 && within % 2) order.reverse();
  return { order, close: () => ({ numbers, turn: turn + 1, lags: new Map() }) };
}

function balanced(rule, round, pool, lots, before = { ids: [], lags: new Map() }) {
  const depth = Math.max(0, Math.min((pool.free.at(-1) ?? 0) - 1, rule.horizon));
  const stayed = new Set(before.ids);
  const lags = new Map(pool.ids.map((id) => {
    const old = before.lags.get(id) ?? [];
    const lag = Array.from({ length: depth }, (_, k) => old[k] ?? 0);
    return [id, stayed.has(id) ? lag : lag.map((value) => Math.min(0, Math.max(-PLACE, value)))];
  }));
  const hasChanged = !same(pool.ids, before.ids);
  const counted = new Map();
  for (const [, weight] of pool.members) counted.set(weight, (counted.get(weight) ?? 0n) + 1n);
  const heaviest = sortBy(counted, ([weight]) => -weight);
  let shared = 0;
  for (let k = 0; k < depth; k += 1) {
    if (pool.free[shared] === k + 1) shared += 1;
    const share = entitlement(heaviest, shared);
    if (hasChanged) centre(pool.members, lags, k, share);
    for (const [id, weight] of pool.members) lags.get(id)[k] += share.get(weight);
  }
  const close = (place) => {
    for (const id of pool.ids) {
      const lag = lags.get(id);
      for (let k = place.get(id) - 1; k < depth; k += 1) lag[k] -= PLACE;
    }
    const told = (id) => `[${lags.get(id).join(",")}]`;
    return { lags: new Map([...before.lags, ...lags]), told };
  };
  return { order: byDebt(pool, lots, lags, depth), close };
}

/** Return by weight what a member is entitled to of so many places; nobody to more than one. */
function entitlement(heaviest, places) {
  const found = new Map();
  let rest = heaviest.reduce((sum, [weight, count]) => sum + BigInt(weight) * count, 0n);
  let left = BigInt(places);
  let areWhole = true;
  for (const [weight, count] of heaviest) {
    const w = BigInt(weight);
    // Who gets a whole place takes as much from both sides: the equally heavy get one as well.
    areWhole &&= left * w >= rest;
    found.set(weight, areWhole ? PLACE : Number((left * BigInt(PLACE) * w) / rest));
    if (areWhole) [left, rest] = [left - count, rest - w * count];
  }
  return found;
}

function centre(members, lags, k, share) {
  const surplus = BigInt(members.reduce((sum, [id]) => sum + lags.get(id)[k], 0));
  const entitled = BigInt(members.reduce((sum, [, weight]) => sum + share.get(weight), 0));
  if (!surplus || !entitled) return;
  for (const [id, weight] of members) {
    lags.get(id)[k] -= Number(floorDiv(surplus * BigInt(share.get(weight)), entitled));
  }
}

function byDebt(pool, lots, lags, depth) {
  // The steps add up to less than a million: with lags below this, no sum reaches 2^53.
  const isSmall = pool.ids.every((id) => lags.get(id).every((lag) => Math.abs(lag) < 9 * PLACE));
  const number = isSmall ? Number : BigInt;
  const value = (j) => Math.round(10 ** 6 / Math.log2(1 + j));
  const steps = Array.from({ length: depth }, (_, k) => number(value(k + 1) - value(k + 2)));
  const owed = new Map(pool.ids.map((id) => [id, lags.get(id).map((lag, k) => steps[k] * number(lag))]));
  const total = new Map(pool.ids.map((id) => [id, owed.get(id).reduce((sum, part) => sum + part, number(0))]));
  const remaining = new Set(sortBy(pool.ids, (id) => lots("tie", id)));
  const order = [];
  for (let k = 0; k < depth; k += 1) {
    if (pool.free[order.length] === k + 1) {
      let chosen;
      for (const id of remaining) {
        if (chosen === undefined || total.get(id) > total.get(chosen)) chosen = id;
      }
      order.push(chosen);
      remaining.delete(chosen);
    }
    for (const id of remaining) total.set(id, total.get(id) - owed.get(id)[k]);
  }
  return [...order, ...remaining];
}

function quota(rule, round, pool, lots, before = { ids: [], shares: new Map(), lags: new Map() }) {
  const shares = waterFilled(rule, round, pool);
  let lags = new Map(pool.ids.map((id) => [id, before.lags.get(id) ?? fraction(0n)]));
  const isSame = shares.size === before.shares.size
    && pool.ids.every((id) => before.shares.has(id) && !compare(shares.get(id), before.shares.get(id)));
  if (!isSame) lags = recentred(lags, shares, before);
  const owed = new Map(pool.ids.map((id) => [id, add(lags.get(id), shares.get(id))]));
  const isDue = (id) => owed.get(id)[0] > 0n && shares.get(id)[0] > 0n;
  const urgent = pool.ids.filter(isDue);
  const urgency = new Map(urgent.map((id) => [id, urgencyOf(owed.get(id), shares.get(id))]));
  const keys = [0, 1, 2].map((n) => (id) => urgency.get(id)[n]);
  const due = sortBy(urgent, ...keys, (id) => lots("tie", id));
  const rest = pool.ids.filter((id) => !isDue(id)).sort((a, b) =>
    compare(owed.get(b), owed.get(a)) || (lots("tie", a) < lots("tie", b) ? -1 : 1));
  const close = (place, seated) => {
    const charged = pool.ids.map((id) => [id, add(owed.get(id), fraction(seated.has(id) ? -1n : 0n))]);
    const after = new Map([...before.lags, ...charged]);
    return { shares, lags: after, told: (id) => `"${after.get(id).join("/")}"` };
  };
  return { order: [...due, ...rest], close };
}

function urgencyOf(owed, share) {
  const last = divide(add(fraction(1n), negative(owed)), share);
  const deadline = ceiling(last);
  let group = 0n;
  if (compare(share, fraction(1n, 2n)) >= 0 && compare(share, fraction(1n)) < 0) {
    const idle = add(fraction(1n), negative(share));
    const slack = ceiling(add(times(fraction(deadline), idle), negative(owed)));
    group = ceiling(divide(add(fraction(slack), owed), idle));
  }
  return [deadline, last[1] === 1n ? 1 : 0, -group];
}

function recentred(lags, shares, before) {
  const sum = (values) => [...values].reduce(add, fraction(0n));
  for (const [id, lag] of lags) {
    if (before.shares.has(id)) continue;
    lags.set(id, lag[0] > 0n ? fraction(0n) : compare(lag, fraction(-1n)) < 0 ? fraction(-1n) : lag);
  }
  const entitled = sum(shares.values());
  const excess = entitled[0] ? divide(sum(lags.values()), entitled) : fraction(0n);
  return new Map([...lags].map(([id, lag]) => {
    const [n, d] = add(lag, negative(times(excess, shares.get(id))));
    return [id, fraction(floorDiv(n * BigInt(PLACE), d), BigInt(PLACE))];
  }));
}

/** Raise all shares in step with weight until seats, bounds and caps of classes stop them. */
function waterFilled(rule, round, pool) {
  const weights = new Map(pool.members.map(([id, weight]) => [id, BigInt(weight)]));
  const isSeated = (position) => rule.slots === null || position <= rule.slots;
  const pinned = round.pins.filter(([, position]) => isSeated(position)).map(([id]) => id);
  const pause = Math.max(0, ...rule.constraints.map((limit) => limit.cooldown ?? 0));
  const bound = fraction(1n, BigInt(pause + 1));
  const groups = [[rule.slots === null ? weights.size : rule.slots - pinned.length, [...weights.keys()]]];
  rule.constraints.forEach((limit, index) => {
    if (!("cap" in limit) || limit.per === "partner") return;
    for (const [, ids] of round.facts.constraints[index].classes ?? []) {
      const most = Math.max(0, limit.cap - pinned.filter((id) => ids.includes(id)).length);
      groups.push([most, ids.filter((id) => weights.has(id))]);
    }
  });
  const stopped = new Map();
  const levelOf = ([most, ids]) => {
    const rising = ids.reduce((sum, id) => sum + (stopped.has(id) ? 0n : weights.get(id)), 0n);
    if (!rising) return null;
    const held = ids.reduce((sum, id) => add(sum, stopped.get(id) ?? fraction(0n)), fraction(0n));
    return divide(add(fraction(BigInt(most)), negative(held)), fraction(rising));
  };
  while (stopped.size < weights.size) {
    const rising = [...weights.keys()].filter((id) => !stopped.has(id));
    const heaviest = rising.reduce((most, id) => (weights.get(id) > most ? weights.get(id) : most), 0n);
    const levels = groups.map(levelOf);
    const level = [divide(bound, fraction(heaviest)), ...levels.filter(Boolean)]
      .reduce((one, other) => (compare(other, one) < 0 ? other : one));
    const halted = new Set(rising.filter((id) => compare(times(level, fraction(weights.get(id))), bound) >= 0));
    groups.forEach(([, ids], n) => {
      if (levels[n] && !compare(levels[n], level)) for (const id of ids) halted.add(id);
    });
    for (const id of halted) {
      if (!stopped.has(id)) stopped.set(id, times(level, fraction(weights.get(id))));
    }
  }
  return stopped;
}

// Exact fractions: [numerator, denominator], in lowest terms, the denominator positive.

function fraction(n, d = 1n) {
  let [a, b] = [n < 0n ? -n : n, d];
  while (b) [a, b] = [b, a % b];
  return [n / a, d / a];
}

const add = ([a, b], [c, d]) => fraction(a * d + c * b, b * d);
const negative = ([a, b]) => [-a, b];
const times = ([a, b], [c, d]) => fraction(a * c, b * d);
const divide = ([a, b], [c, d]) => (c < 0n ? fraction(-a * d, -b * c) : fraction(a * d, b * c));
const compare = ([a, b], [c, d]) => (a * d < c * b ? -1 : a * d > c * b ? 1 : 0);
const floorDiv = (a, b) => (a < 0n && a % b ? a / b - 1n : a / b);
const ceiling = ([a, b]) => -floorDiv(-a, b);

const ROOTS = rootsOfPrimes();

/** Hash bytes at once: the browser's own digest takes longer to call than a ticket to make. */
export function sha256(bytes) {
  const state = Uint32Array.from(ROOTS.slice(0, 8), ([square]) => square);
  const padded = new Uint8Array(((bytes.length + 72) >> 6) << 6);
  padded.set(bytes);
  padded[bytes.length] = 0x80;
  const view = new DataView(padded.buffer);
  view.setUint32(padded.length - 8, Math.floor(bytes.length / 2 ** 29));
  view.setUint32(padded.length - 4, bytes.length << 3);
  const w = new Uint32Array(64);
  for (let start = 0; start < padded.length; start += 64) {
    for (let i = 0; i < 64; i += 1) w[i] = i < 16 ? view.getUint32(start + 4 * i) : scheduled(w, i);
    compress(state, w);
  }
  return [...state].map((word) => word.toString(16).padStart(8, "0")).join("");
}

const turned = (word, by) => (word >>> by) | (word << (32 - by));

function scheduled(w, i) {
  const [a, b] = [w[i - 15], w[i - 2]];
  const s0 = turned(a, 7) ^ turned(a, 18) ^ (a >>> 3);
  const s1 = turned(b, 17) ^ turned(b, 19) ^ (b >>> 10);
  return w[i - 16] + s0 + w[i - 7] + s1;
}

function compress(state, w) {
  let [a, b, c, d, e, f, g, h] = state;
  for (let i = 0; i < 64; i += 1) {
    const s1 = turned(e, 6) ^ turned(e, 11) ^ turned(e, 25);
    const one = (h + s1 + ((e & f) ^ (~e & g)) + ROOTS[i][1] + w[i]) | 0;
    const s0 = turned(a, 2) ^ turned(a, 13) ^ turned(a, 22);
    const two = (s0 + ((a & b) ^ (a & c) ^ (b & c))) | 0;
    [h, g, f, e, d, c, b, a] = [g, f, e, (d + one) | 0, c, b, a, (one + two) | 0];
  }
  [a, b, c, d, e, f, g, h].forEach((word, i) => { state[i] += word; });
}

/** Return the first 32 bits of the fractions of the first 64 primes' square and cube roots. */
function rootsOfPrimes() {
  const primes = [];
  for (let n = 2; primes.length < 64; n += 1) if (primes.every((prime) => n % prime)) primes.push(n);
  const bits = (root) => ((root % 1) * 2 ** 32) >>> 0;
  return primes.map((prime) => [bits(Math.sqrt(prime)), bits(Math.cbrt(prime))]);
}
