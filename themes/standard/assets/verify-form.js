// The form of a ledger's lines, as docs/ledger.md tells it: canonical JSON, periods, keys and values.

import { STRATEGIES } from "./verify-orders.js";

/** Write a plain value as canonical JSON. */
export function canonical(value) {
  if (Array.isArray(value)) return `[${value.map(canonical).join(",")}]`;
  if (value === null || typeof value !== "object") return JSON.stringify(value);
  const rows = Object.keys(value).sort().map((key) => `${JSON.stringify(key)}:${canonical(value[key])}`);
  return `{${rows.join(",")}}`;
}

/** Return the object that a line holds; null unless the line is its canonical JSON. */
export function valueOf(line) {
  try {
    const value = JSON.parse(line);
    return isRecord(value) && isPlain(value) && canonical(value) === line ? value : null;
  } catch {
    return null;
  }
}

function isPlain(value) {
  if (isText(value)) return value === value.normalize("NFC");
  if (typeof value === "number") return Number.isSafeInteger(value);
  if (Array.isArray(value)) return value.every(isPlain);
  const isAscii = (key) => /^[\0-\x7f]*$/.test(key);
  return !isRecord(value) || Object.entries(value).every(([key, item]) => isAscii(key) && isPlain(item));
}

// Periods: days are counted from 1970-01-01, a Thursday.

const LABEL = /^([1-9][0-9]{3})-(?:(W)([0-9]{2})|(Q)([0-9])|([0-9]{2}))$/;
const dayOf = (year, month, day) => Date.UTC(year, month, day) / 86_400_000;
const mondayOf = (day) => day - ((((day + 3) % 7) + 7) % 7);
const isLabel = (label) => !LABEL.test(label) || spanOf(label) !== null;

function spanOf(label) {
  const match = LABEL.exec(label);
  if (!match || match[1] === "9999") return null;
  const [year, number] = [Number(match[1]), Number(match[3] ?? match[5] ?? match[6])];
  if (match[2]) {
    const first = mondayOf(dayOf(year, 0, 4)) + 7 * (number - 1);
    return number && first < mondayOf(dayOf(year + 1, 0, 4)) ? [first, first + 6] : null;
  }
  const months = match[4] ? 3 : 1;
  if (!number || number * months > 12) return null;
  return [dayOf(year, (number - 1) * months, 1), dayOf(year, number * months, 1) - 1];
}

/** Say whether a period holds the day after another's end; an event follows anything. */
export function follows(before, label) {
  const [earlier, later] = [spanOf(before), spanOf(label)];
  return !earlier || !later || (later[0] <= earlier[1] + 1 && earlier[1] + 1 <= later[1]);
}

/** Return the label, of the kind of the second, of the period that follows the first. */
export function successor(before, label) {
  const next = spanOf(before)[1] + 1;
  const day = new Date(next * 86_400_000);
  const [, , isWeek, , isQuarter] = LABEL.exec(label);
  if (isQuarter) return `${day.getUTCFullYear()}-Q${Math.floor(day.getUTCMonth() / 3) + 1}`;
  if (!isWeek) return `${day.getUTCFullYear()}-${String(day.getUTCMonth() + 1).padStart(2, "0")}`;
  const year = new Date((mondayOf(next) + 3) * 86_400_000).getUTCFullYear();
  const week = (mondayOf(next) - mondayOf(dayOf(year, 0, 4))) / 7 + 1;
  return `${year}-W${String(week).padStart(2, "0")}`;
}

// The form of each kind of line: which keys it has, and what each may hold.

export const isText = (value) => typeof value === "string";
const isRecord = (value) => value !== null && typeof value === "object" && !Array.isArray(value);
const isIdent = (value) => isText(value) && /^[!-~]+$/.test(value);
const isDigest = (value) => isText(value) && /^[0-9a-f]{64}$/.test(value);
const isWhole = (value) => Number.isSafeInteger(value);
const isNatural = (value) => isWhole(value) && value >= 0;
const isPositive = (value) => isWhole(value) && value > 0;
const isTruth = (value) => typeof value === "boolean";
const oneOf = (...words) => (value) => words.includes(value);
const maybe = (fits) => (value) => value === null || fits(value);
const list = (fits) => (value) => Array.isArray(value) && value.every(fits);
const row = (...forms) => (value) =>
  Array.isArray(value) && value.length === forms.length && forms.every((fits, i) => fits(value[i]));
const itself = (value) => value;
const rising = (fits, key = itself) => (value) =>
  list(fits)(value) && value.every((row, i) => !i || key(value[i - 1]) < key(row));
const distinct = (fits, key = itself) => (value) =>
  list(fits)(value) && new Set(value.map(key)).size === value.length;

function record(needed, more = {}) {
  const known = new Map(Object.entries({ ...needed, ...more }));
  return (value) => isRecord(value) && Object.keys(needed).every((key) => Object.hasOwn(value, key))
    && Object.entries(value).every(([key, item]) => known.get(key)?.(item));
}

const first = (values) => values[0];
const last = (values) => values[1];
const isCouple = (value) => rising(isIdent)(value) && value.length === 2;
const joined = (both) => both.join(" ");
const isSortedCouples = rising(isCouple, joined);
const isClasses = distinct(row(isText, rising(isIdent)), first);
const CONSTRAINTS = [
  record({ separate: oneOf("competitors", "labels"), distance: isNatural, hard: isTruth }),
  record({ cap: isNatural, per: oneOf("exclusion_label", "home_region", "type", "tier"), hard: isTruth }),
  record({ cap: isNatural, per: oneOf("partner"), across: list(isText), hard: isTruth }),
  record({ cooldown: isNatural, hard: isTruth }),
  record({ at_least: isNatural, of: isText, hard: isTruth }),
];
const isBound = record({}, {
  pairs: isSortedCouples,
  classes: isClasses,
  used: rising(row(isIdent, isNatural), first),
  members: rising(isIdent),
});
const isPick = record({
  items: rising(row(isIdent, isNatural), first),
  seekers: rising(row(isIdent, rising(isIdent), distinct(isIdent)), first),
  near: isSortedCouples,
  clash: isSortedCouples,
  held: rising(row(isIdent, isIdent), joined),
});
const COMMON = {
  v: oneOf(1),
  seq: isNatural,
  prev: isDigest,
  type: isText,
  group: isIdent,
  period: (value) => isIdent(value) && isLabel(value),
};
const RULE = {
  ...COMMON,
  strategy: oneOf(...STRATEGIES, "apportion", "pick"),
  weights: oneOf("none", "tier", "standing"),
  horizon: isNatural,
  slots: maybe(isNatural),
  blocks: oneOf("none", "tier"),
  by: maybe(isText),
  inside: maybe(oneOf(...STRATEGIES)),
  seed: record({ source: isText, value: isText }),
  constraints: list((value) => CONSTRAINTS.some((fits) => fits(value))),
  policy: record({ version: isNatural, digest: isDigest }),
};
const PLACEMENT = {
  ...COMMON,
  roster: rising(row(isIdent, isPositive), first),
  pins: rising(row(isIdent, isPositive), last),
  facts: record({}, {
    pools: isClasses,
    ranks: rising(row(isIdent, list(isWhole)), first),
    constraints: list(isBound),
    pick: isPick,
  }),
  order: distinct(isIdent),
  shown: distinct(isIdent),
  seats: isNatural,
  lag_digest: isDigest,
  waivers: list(record({ constraint: isNatural, partner: isText, position: isNatural })),
};
const UNDER_PICK = { picked: list(row(isIdent, isIdent)) };
const AMEND = { ...COMMON, joined: rising(isIdent), removed: rising(isIdent) };
const OFFER = {
  ...COMMON,
  item: isIdent,
  answers: distinct(row(isIdent, oneOf("accepted", "declined")), first),
};
const SHAPES = { genesis: RULE, policy: RULE, placement: PLACEMENT, late: PLACEMENT, amend: AMEND, offer: OFFER };

/** Return the first key that is not as it should be, what it holds, and what it should; or null. */
export function misfit(entry) {
  const kind = Object.hasOwn(entry, "type") ? entry.type : null;
  if (!isText(kind) || !Object.hasOwn(SHAPES, kind)) {
    return ["type", canonical(kind), Object.keys(SHAPES).join(" | ")];
  }
  const hasPicks = SHAPES[kind] === PLACEMENT && Object.hasOwn(entry, "picked");
  const shape = hasPicks ? { ...PLACEMENT, ...UNDER_PICK } : SHAPES[kind];
  const [keys, wanted] = [entry, shape].map((keyed) => Object.keys(keyed).sort().join(" "));
  if (keys !== wanted) return ["format", keys, wanted];
  const key = wanted.split(" ").find((name) => !shape[name](entry[name]));
  return key ? [key, canonical(entry[key]), ""] : null;
}
