// Booths and talks that are picked, as docs/ledger.md tells it under `pick` and `offer`:
// each choice is held against what was open when it was made, each offer against its queue.

import { canonical } from "./verify-form.js";
import { lotsOf, sortBy } from "./verify-orders.js";
import { Ways, after, bitsOf, holds } from "./verify-ways.js";

const ACCEPTED = "accepted";
const NONE = new Set();

/** Say whether what is picked contradicts itself or the roster. */
export function isOddHall({ roster, facts }) {
  const { items, seekers, held, near, clash } = facts.pick;
  const [own, taken] = [new Set(items.map(([item]) => item)), new Set(held.map(([, item]) => item))];
  return canonical(seekers.map(([id]) => id)) !== canonical(roster.map(([id]) => id))
    || seekers.some(([, may]) => may.some((item) => !own.has(item)))
    || [...taken].some((item) => own.has(item))
    || [...near, ...clash].flat().some((item) => !own.has(item) && !taken.has(item));
}

/**
 * Hold the recorded choices against the rule. Return the first fault and the choices that no
 * search of this length could settle, each as `[turn, id, item]`.
 */
export async function settled(rule, round, order, seats, breathe) {
  const turns = turnsOf(round, order.slice(0, seats));
  const takers = round.picked.map(([id]) => id);
  const at = Array.from({ length: Math.max(takers.length, turns.length) }, (_, i) => i)
    .find((i) => takers[i] !== turns[i]);
  if (at !== undefined) {
    const said = (row) => `${row[at] ?? "nobody"} at position ${at + 1}`;
    return { fault: ["picked", said(takers), said(turns)] };
  }
  const hall = hallOf(round);
  const holdings = heldBy(hall.held);
  for (const [id, item] of round.picked) {
    const found = obstacle(hall, holdings, id, item);
    if (found) return { fault: ["picked", item, found[1], [found[0], id]] };
    holdings.set(item, [id]);
  }
  return choices(hall, lotsOf(rule, round), turns, round.picked, breathe);
}

/** Whose turn it is, turn after turn, until there are more than were recorded. */
function turnsOf({ roster, picked }, seated) {
  const weights = new Map(roster);
  const found = [];
  for (let number = 1; found.length <= picked.length; number += 1) {
    const due = seated.filter((id) => weights.get(id) >= number);
    if (!due.length) break;
    found.push(...due);
  }
  return found;
}

function hallOf({ facts }) {
  const { items, seekers, near, clash, held } = facts.pick;
  const pairs = (facts.constraints ?? []).flatMap((bound) => [
    ...(bound.pairs ?? []),
    ...(bound.classes ?? []).flatMap(([, ids]) => ids.flatMap((a) => ids.filter((b) => a < b).map((b) => [a, b]))),
  ]);
  return {
    items: new Map(items),
    may: new Map(seekers.map(([id, may]) => [id, new Set(may)])),
    likes: new Map(seekers.map(([id, , likes]) => [id, likes])),
    near: bothWays(near),
    clash: bothWays(clash),
    apart: bothWays(pairs),
    held,
  };
}

function bothWays(couples) {
  const found = new Map();
  for (const [a, b] of couples) {
    for (const [one, other] of [[a, b], [b, a]]) found.set(one, (found.get(one) ?? new Set()).add(other));
  }
  return found;
}

/** Who holds each item; more than one only where it was given so by hand. */
function heldBy(rows) {
  const found = new Map();
  for (const [id, item] of rows) found.set(item, [...(found.get(item) ?? []), id]);
  return found;
}

/** Return why an item is not open to a partner, and what or who stands in its way; or null. */
function obstacle(hall, holdings, id, item) {
  if (!hall.may.get(id)?.has(item)) return ["barred", ""];
  if (holdings.get(item)?.length) return ["taken", holdings.get(item)[0]];
  for (const other of [...(hall.clash.get(item) ?? NONE)].sort()) {
    if (holdings.get(other)?.includes(id)) return ["clash", other];
  }
  const apart = hall.apart.get(id) ?? NONE;
  for (const other of [...(hall.near.get(item) ?? NONE)].sort()) {
    const rivals = (holdings.get(other) ?? []).filter((holder) => apart.has(holder)).sort();
    if (rivals.length) return ["near", rivals[0]];
  }
  return null;
}

/** Go through the turns; each recorded choice is open, and the choices after it are a way on. */
async function choices(hall, lots, turns, picked, breathe) {
  const names = [...new Set(turns)];
  const items = sortBy(hall.items.keys(), (item) => -hall.items.get(item), (item) => lots("pick", item));
  const number = new Map(items.map((item, index) => [item, index]));
  const bits = (ids) => bitsOf([...ids].filter((item) => number.has(item)).map((item) => number.get(item)), items.length);
  const floor = {
    near: items.map((item) => bits(hall.near.get(item) ?? NONE)),
    clash: items.map((item) => bits(hall.clash.get(item) ?? NONE)),
    apart: names.map((id) => new Set(names.flatMap((other, n) => (hall.apart.get(id)?.has(other) ? [n] : [])))),
  };
  const ways = new Ways(floor, breathe);
  const byHand = heldBy(hall.held);
  let need = {
    open: names.map((id) => bits(items.filter((item) => !obstacle(hall, byHand, id, item)))),
    left: names.map((id) => turns.filter((other) => other === id).length),
  };
  const unsettled = [];
  for (const [index, [id, item]] of picked.entries()) {
    const partner = names.indexOf(id);
    const likes = new Set(hall.likes.get(id));
    for (const better of [...likes, ...items.filter((other) => !likes.has(other))]) {
      if (better === item) break;
      if (!number.has(better) || !holds(need.open[partner], number.get(better))) continue;
      const leads = await ways.leadOn(after(floor, need, partner, number.get(better)));
      if (leads) return { fault: ["picked", item, better, [likes.has(better) ? "listed" : "unlisted", id]] };
      if (leads === null) unsettled.push([index + 1, id, better]);
    }
    need = after(floor, need, partner, number.get(item));
  }
  return { fault: null, unsettled };
}

// After the draw: who holds what, and who is asked next when an item falls vacant.

/** Return who holds what once the turns of a placement are over. */
export function heldAfter(rule, round, order) {
  const hall = hallOf(round);
  return {
    hall, lots: lotsOf(rule, round), order, entitled: new Map(round.roster),
    given: round.picked, held: hall.held, joined: new Set(),
  };
}

/** Return who holds what once some have left, for good, and others joined. */
export function heldAmended(held, joined, removed) {
  const stays = (id) => !removed.includes(id);
  return {
    ...held,
    order: held.order.filter(stays),
    given: held.given.filter(([id]) => stays(id)),
    held: held.held.filter(([id]) => stays(id)),
    joined: new Set([...[...held.joined].filter(stays), ...joined]),
  };
}

/** Return what is wrong with an offer, or who holds what after it. */
export function offered(held, { item, answers }) {
  const { hall, given } = held;
  if (!hall.items.has(item)) return { fault: ["item", canonical(item), ""] };
  const holder = given.find(([, taken]) => taken === item);
  if (holder) return { fault: ["item", item, holder[0], ["vacant", holder[0]]] };
  if (answers.slice(0, -1).some(([, answer]) => answer === ACCEPTED)) {
    return { fault: ["answers", canonical(answers), ""] };
  }
  const asked = answers.map(([id]) => id);
  const queue = held.order.filter((id) => standsFor(held, id, item)).slice(0, asked.length);
  const at = asked.findIndex((id, i) => (i < queue.length ? id !== queue[i] : !held.joined.has(id)));
  if (at >= 0) {
    // Where all of the queue have been asked, the first after them is told.
    const from = at < queue.length ? at : queue.length;
    const said = (row) => `${row[from] ?? "nobody"} at position ${from + 1}`;
    return { fault: ["answers", said(asked), said(queue)] };
  }
  if (answers.at(-1)?.[1] !== ACCEPTED) return { held };
  const id = asked.at(-1);
  const givenUp = held.order.includes(id) ? givenUpBy(held, id) : "";
  const kept = given.filter(([who, taken]) => who !== id || taken !== givenUp);
  return { held: { ...held, given: [...kept, [id, item]] } };
}

function standsFor(held, id, item) {
  const givenUp = givenUpBy(held, id);
  const likes = held.hall.likes.get(id);
  const [rank, other] = [likes.indexOf(item), likes.indexOf(givenUp)];
  if (givenUp && (rank < 0 || (other >= 0 && rank > other))) return false;
  const rows = [...held.given, ...held.held].filter(([who, taken]) => who !== id || taken !== givenUp);
  return !obstacle(held.hall, heldBy(rows), id, item);
}

/** Return what a partner would give up; "" where it holds less than it may. */
function givenUpBy({ hall, lots, entitled, given }, id) {
  const own = given.filter(([who]) => who === id).map(([, item]) => item);
  if (own.length < entitled.get(id)) return "";
  const likes = hall.likes.get(id);
  const rank = (item) => (likes.includes(item) ? likes.indexOf(item) : likes.length);
  const weight = (item) => (likes.includes(item) ? 0 : -hall.items.get(item));
  return sortBy(own, rank, weight, (item) => lots("pick", item)).at(-1);
}
