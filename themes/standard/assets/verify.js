// The visitor's own check of a ledger: form, chain and every order, from the published file alone.

import { canonical, follows, isText, misfit, successor, valueOf } from "./verify-form.js";
import { arranged } from "./verify-limits.js";
import { hasPools, isPicking, isSorting, lotsOf, orderingOf, purposeOf, sha256, sortBy, turnOf } from "./verify-orders.js";
import { heldAfter, heldAmended, isOddHall, offered, settled } from "./verify-picks.js";

const SHORT = 40;
const STEP = 30;
const PLACEMENTS = ["placement", "late"];
const AMENDMENTS = ["amend", "offer"];
const OF_A_RULE = "strategy weights horizon slots blocks by inside seed constraints policy".split(" ");
const OF_A_ROUND = ["type", "roster", "pins", "facts"];
const INPUTS = {
  genesis: ["period", ...OF_A_RULE],
  policy: OF_A_RULE,
  placement: OF_A_ROUND,
  late: OF_A_ROUND,
  amend: ["joined", "removed"],
  offer: ["item", "answers"],
};
/**
 * Check a ledger as `pavgen placement verify` does; the answer has the same keys and values.
 * `onProgress(done, lines)` is called now and then, when the page may draw itself.
 */
export async function verifyLedger(text, { group = "", head = "", onProgress = () => {} } = {}) {
  await checkOwnHash();
  const walk = {
    group, kind: "", digests: [], rule: null, pending: "", periods: [], accounts: new Map(), recent: [],
    order: [], seats: 0, hasOpenSeats: false, partners: new Set(), held: null, choices: 0, unsettled: [],
  };
  const lines = text.split("\n");
  const rest = lines.pop();
  let paused = performance.now();
  walk.breathe = async () => {
    if (performance.now() - paused <= STEP) return;
    onProgress(walk.digests.length, lines.length);
    await new Promise((resolve) => { setTimeout(resolve); });
    paused = performance.now();
  };
  for (const [index, line] of lines.entries()) {
    const difference = await follow(walk, line, index + 1);
    if (difference) return verified(walk, difference);
    await walk.breathe();
  }
  const count = lines.length;
  if (rest || !count) return verified(walk, difference(count + 1, -1, "", ["format", shortened(rest), ""]));
  const at = walk.digests.indexOf(head);
  if (head && at < 0) {
    const period = walk.periods.at(-1) ?? "";
    return verified(walk, difference(count, count - 1, period, ["head", walk.digests.at(-1), head]));
  }
  const grown = head ? count - 1 - at : null;
  return { ...verified(walk, null), grown_since: grown, trusted: grown === 0 ? [] : INPUTS[walk.kind] };
}

/** Hold one line against those before it; return the first difference, or null and `walk` goes on. */
async function follow(walk, line, number) {
  const entry = valueOf(line);
  if (!entry) return difference(number, -1, "", ["format", shortened(line), ""]);
  let fault = misfit(entry) ?? outOfTurn(walk, entry);
  fault ??= entry.type === "amend" ? amend(walk, entry)
    : entry.type === "offer" ? offer(walk, entry) : PLACEMENTS.includes(entry.type) ? await place(walk, entry) : rule(walk, entry);
  if (fault) {
    const seq = Number.isSafeInteger(entry.seq) ? entry.seq : -1;
    return difference(number, seq, isText(entry.period) ? entry.period : "", fault);
  }
  walk.group = entry.group;
  walk.kind = entry.type;
  walk.digests.push(await digestOf(line));
  return null;
}

function outOfTurn(walk, { type, period, group, seq, prev }) {
  const head = walk.digests.at(-1) ?? "0".repeat(64);
  if (walk.group && group !== walk.group) return ["group", group, walk.group];
  if (seq !== walk.digests.length) return ["seq", String(seq), String(walk.digests.length)];
  if (prev !== head) return ["chain", prev, head];
  if ((type === "genesis") !== !seq) return ["genesis", type, seq ? "policy" : "genesis"];
  if (walk.pending && !PLACEMENTS.includes(type)) return ["type", type, PLACEMENTS.join(" | ")];
  const last = walk.periods.at(-1) ?? "";
  const wanted = walk.pending || (AMENDMENTS.includes(type) ? last : "");
  if (wanted) return period === wanted ? null : ["period", period, wanted];
  if (last && !follows(last, period)) return ["period", period, successor(last, period)];
  return walk.periods.includes(period) ? ["period", period, ""] : null;
}

function rule(walk, entry) {
  const isApportioned = entry.strategy === "apportion";
  let key = ["inside", "by"].find((name) => isApportioned !== (entry[name] !== null));
  if (!key && isPicking(entry)) {
    const areApart = entry.constraints.every((said) => "separate" in said && said.hard);
    key = entry.blocks !== "none" ? "blocks" : areApart ? "" : "constraints";
  }
  if (key) return [key, canonical(entry[key]), ""];
  const kept = ["strategy", "blocks", "by", "inside"];
  const keeps = walk.rule && kept.every((name) => walk.rule[name] === entry[name]);
  if (!keeps) walk.accounts = new Map();
  walk.rule = entry;
  walk.pending = entry.period;
  return null;
}

async function place(walk, entry) {
  if (("picked" in entry) !== isPicking(walk.rule)) {
    const keys = Object.keys(entry).sort();
    const wanted = isPicking(walk.rule) ? [...keys, "picked"].sort() : keys.filter((name) => name !== "picked");
    return ["format", keys.join(" "), wanted.join(" ")];
  }
  const key = roundProblem(walk.rule, entry);
  if (key) return [key, canonical(entry[key]), ""];
  const turn = turnOf(walk.rule, entry, walk.accounts);
  const order = parting(entry.order, turn.order);
  if (order) return ["order", ...order];
  const list = arranged(walk.rule, entry, turn.order, walk.recent);
  if (!list) return ["shown", canonical(entry.shown), ""];
  const shown = parting(entry.shown, list.shown);
  if (shown) return ["shown", ...shown];
  const { accounts, told } = turn.close(list.shown, list.seats);
  const computed = { seats: list.seats, waivers: list.waivers, lag_digest: await digestOf(told) };
  for (const [name, value] of Object.entries(computed)) {
    const [left, right] = [canonical(entry[name]), canonical(value)];
    if (left !== right) return [name, left, right];
  }
  const choices = await picks(walk, entry, list);
  if (choices) return choices;
  const recent = [new Set(list.shown.slice(0, list.seats)), ...walk.recent];
  Object.assign(walk, { pending: "", accounts, recent, order: list.shown, seats: list.seats });
  walk.hasOpenSeats = list.seats < mostOf(walk.rule, list.shown);
  walk.periods.push(entry.period);
  for (const [id] of entry.roster) walk.partners.add(id);
  return null;
}

/** Hold the choices against the rule, where there are any, and keep who holds what. */
async function picks(walk, entry, { shown, seats }) {
  walk.held = null;
  if (!isPicking(walk.rule)) return null;
  const { fault, unsettled } = await settled(walk.rule, entry, shown, seats, walk.breathe);
  if (fault) return fault;
  const line = walk.digests.length + 1;
  walk.unsettled.push(...unsettled.map(([turn, partner, item]) => ({ line, period: entry.period, turn, partner, item })));
  walk.choices += entry.picked.length;
  walk.held = heldAfter(walk.rule, entry, shown);
  return null;
}

function offer(walk, entry) {
  if (!walk.held) return ["type", "offer", ""];
  const { fault, held } = offered(walk.held, entry);
  if (held) walk.held = held;
  return fault ?? null;
}

function amend(walk, entry) {
  const isThere = (id) => walk.order.includes(id);
  if (!entry.removed.every(isThere)) return ["removed", canonical(entry.removed), ""];
  if (entry.joined.some(isThere)) return ["joined", canonical(entry.joined), ""];
  const lots = lotsOf(walk.rule, entry);
  const purpose = purposeOf(orderingOf(walk.rule));
  const kept = walk.order.filter((id) => !entry.removed.includes(id));
  walk.order = [...kept, ...sortBy(entry.joined, (id) => lots(purpose, id))];
  const most = mostOf(walk.rule, walk.order);
  if (walk.held) walk.held = heldAmended(walk.held, entry.joined, entry.removed);
  walk.seats = walk.hasOpenSeats ? Math.min(most, walk.seats) : most;
  for (const id of entry.joined) walk.partners.add(id);
  return null;
}

function roundProblem(said, { roster, pins, facts }) {
  const ids = new Set(roster.map(([id]) => id));
  if (said.weights === "none" && !isPicking(said) && roster.some(([, weight]) => weight !== 1)) return "roster";
  const pinned = new Set(pins.map(([id]) => id));
  if (isPicking(said) && pinned.size) return "pins";
  if (pinned.size !== pins.length || [...pinned].some((id) => !ids.has(id))) return "pins";
  const parted = facts.pools?.flatMap(([, members]) => members);
  const isParted = parted && parted.length === ids.size && new Set([...ids, ...parted]).size === ids.size;
  const odd = parted ? !isParted || !hasPools(said) : hasPools(said) && ids.size;
  if (odd || (facts.ranks?.length && !isSorting(said))) return "facts";
  const isBound = (facts.constraints ?? []).length === said.constraints.length;
  if (!isBound || (facts.pick !== undefined) !== isPicking(said)) return "facts";
  return facts.pick && isOddHall({ roster, facts }) ? "facts" : "";
}

const mostOf = (said, shown) => Math.min(said.slots ?? shown.length, shown.length);

function verified(walk, found) {
  return {
    group: walk.group,
    entries: walk.digests.length,
    periods: walk.periods.length,
    partners: walk.partners.size,
    head: walk.digests.at(-1) ?? "0".repeat(64),
    first_period: walk.periods[0] ?? "",
    last_period: walk.periods.at(-1) ?? "",
    difference: found,
    order: walk.order,
    seats: walk.seats,
    grown_since: null,
    trusted: [],
    choices: walk.choices,
    unsettled: walk.unsettled,
  };
}

function difference(line, seq, period, [part, recorded, computed, [reason, partner] = ["", ""]]) {
  const where = period ? `line ${line} (${period})` : `line ${line}`;
  const said = shortened(recorded) || "nothing";
  const why = reason && filled(TEXTS[reason], { computed: shortened(computed) });
  const told = reason
    ? `${shortened(partner)} is recorded with ${said}, ${why}`
    : computed
      ? `${part} is recorded as ${said}, but computed as ${shortened(computed)}`
      : `${part} is not as the specification says: ${said}`;
  return { line, seq, period, part, recorded, computed, sentence: `${where}: ${told}`, reason, partner };
}

function parting(recorded, computed) {
  const item = (row, at) => `${at < row.length ? row[at] : "nobody"} at position ${at + 1}`;
  for (let at = 0; at < Math.max(recorded.length, computed.length); at += 1) {
    if (recorded[at] !== computed[at]) return [item(recorded, at), item(computed, at)];
  }
  return null;
}

function shortened(text) {
  const letters = [...text];
  return letters.length <= SHORT ? text : `${letters.slice(0, SHORT - 1).join("")}…`;
}

async function digestOf(text) {
  const hash = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text));
  return [...new Uint8Array(hash)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** Hold our own hash, which makes the tickets, against the browser's before it is relied on. */
async function checkOwnHash() {
  for (const text of ["", "abc", "pavgen".repeat(40)]) {
    const own = sha256(new TextEncoder().encode(text));
    if (own !== await digestOf(text)) throw new Error("this browser computes SHA-256 in two ways");
  }
}

// On the page: sections with a button, and a place for the outcome.

const TEXTS = {
  running: "Checking: {done} of {lines} lines",
  passing: "Verified: {entries} entries for {periods} periods ({first} to {last}) and {partners} partners; "
    + "every order follows from what is published. Head: {head}",
  grown: "The ledger has {n} entries more than when its head was published.",
  trusted: "No published head guards the last entry, so this much of it is taken on trust: {keys}.",
  failing: "Not verified. Line {line}, {period}: {part} is recorded as {recorded}, but computed as {computed}.",
  malformed: "Not verified. Line {line}, {period}: {part} is not as the specification says: {recorded}.",
  choice: "Not verified. Line {line}, {period}: {partner} is recorded with {recorded}, {why}.",
  barred: "which it may not have",
  clash: "which clashes with its {computed}",
  listed: "but {computed} of its list was open and leaves a way on",
  near: "which is near to what is held by {computed}, from whom it is kept apart",
  taken: "which is held by {computed}",
  unlisted: "but {computed}, which comes before it, was open and leaves a way on",
  vacant: "so it is not vacant",
  unsettled: "In {choices} turns, this many refusals take too long a search: {n}. "
    + "The first: in turn {turn}, {partner} could not have {item} (line {line}).",
  list: "The ledger is in order, but the list on this page is not the one it records: "
    + "{shown} stands at position {position} here.",
  missing: "The ledger could not be read from {address}.",
  cannot: "This browser cannot check: it computes SHA-256 only on pages that come over https.",
};

/** Make every `<section data-verify>` work: by its button, or at once with `data-verify-auto`. */
export function verifyPage() {
  for (const section of document.querySelectorAll("section[data-verify]")) {
    const button = section.querySelector("[data-verify-run]");
    button?.addEventListener("click", () => run(section, button));
    if (button) button.hidden = false;
    if ("verifyAuto" in section.dataset) run(section, button);
  }
}

async function run(section, button) {
  const [result, { ledger, group, head, order }] = [section.querySelector("[data-verify-result]"), section.dataset];
  const tell = (state, ...rows) => {
    section.dataset.verifyState = state;
    result.textContent = rows.map(([key, values]) => said(section, key, values)).join(" ");
  };
  if (!globalThis.crypto?.subtle) return tell("cannot", ["cannot"]);
  if (button) button.disabled = true;
  const onProgress = (done, lines) => tell("running", ["running", { done, lines }]);
  try {
    const text = await textAt(ledger);
    if (text === null) return tell("failing", ["missing", { address: ledger }]);
    onProgress(0, text.split("\n").length - 1);
    const found = await verifyLedger(text, { group, head, onProgress });
    tell(...outcome(found, order, "verifyWhole" in section.dataset));
  } catch (error) {
    console.error(error);
    tell("cannot", ["cannot"]);
  } finally {
    if (button) button.disabled = false;
  }
  return undefined;
}

function outcome(found, published, isWhole) {
  const { difference: wrong, order, seats } = found;
  if (wrong) {
    const values = { ...wrong, period: wrong.period || "–", recorded: shortened(wrong.recorded), computed: shortened(wrong.computed) };
    return ["failing", [wrong.reason ? "choice" : wrong.computed ? "failing" : "malformed", values]];
  }
  const ids = published?.split(" ").filter(Boolean) ?? [];
  const at = strayAt(ids, order);
  const rows = isWhole ? parting(ids, order.slice(0, seats)) : at < 0 ? null : [`${ids[at]} at position ${at + 1}`];
  if (published !== undefined && rows) {
    const [shown, position] = rows[0].split(" at position ");
    return ["failing", ["list", { shown, position: Number(position) }]];
  }
  const more = [];
  if (found.grown_since) more.push(["grown", { n: found.grown_since }]);
  if (found.trusted.length) more.push(["trusted", { keys: found.trusted.join(", ") }]);
  const [first] = found.unsettled;
  if (first) more.push(["unsettled", { ...first, n: found.unsettled.length, choices: found.choices }]);
  return ["passing", ["passing", { ...found, first: found.first_period, last: found.last_period }], ...more];
}

/** Return the first place of a list whose partner does not come later in the order; -1 for none. */
function strayAt(ids, order) {
  let from = 0;
  return ids.findIndex((id) => {
    const at = order.indexOf(id, from);
    from = at + 1;
    return at < 0;
  });
}

function said(section, key, values = {}) {
  const text = section.dataset[`text${key[0].toUpperCase()}${key.slice(1)}`] ?? TEXTS[key];
  return filled(text, key === "choice" ? { ...values, why: said(section, values.reason, values) } : values);
}

function filled(text, values) {
  const language = globalThis.document?.documentElement.lang || "en";
  return text.replace(/\{(\w+)\}/g, (_, name) => {
    const value = values[name] ?? "";
    return typeof value === "number" ? value.toLocaleString(language) : String(value);
  });
}

/** Fetch a text of this site as its exact bytes say; null when there is none, or it is not UTF-8. */
async function textAt(path) {
  const address = new URL(path, location.href);
  if (address.origin !== location.origin) return null;
  try {
    const answer = await fetch(address, { credentials: "omit", cache: "no-cache" });
    if (!answer.ok) return null;
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(await answer.arrayBuffer());
  } catch {
    return null;
  }
}

if (typeof document !== "undefined") verifyPage();
