// The shortest way between two places of an event, and how to tell it. No page, no words.
//
// `ways` is `floor/ways.json`: halls, aisles, places, nodes and edges, in centimetres.

const SHORT = 120; // centimetres: a side step, not a leg of the way
const BEND = 350; // centimetres: round something that stands in an aisle
const STRAIGHT = 0.6; // radians that a way may bend without a turn
const BACK = 2.5;
const AHEAD = 0.35;

/** Read the file: places and nodes as objects, edges by node. */
export function network(ways) {
  const nodes = ways.nodes.map(([hall, x, y]) => ({ hall, x, y }));
  const steps = nodes.map(() => []);
  for (const [a, b, length, aisle] of ways.edges) {
    steps[a].push({ to: b, length, aisle });
    steps[b].push({ to: a, length, aisle });
  }
  const places = new Map();
  const doors = new Map();
  for (const [id, [label, hall, x, y, before]] of Object.entries(ways.places)) {
    places.set(id, { id, label, hall, x, y, nodes: before });
    for (const node of before) doors.set(node, label);
  }
  const halls = ways.halls.map(([id, label, width, height]) => ({ id, label, width, height }));
  return { nodes, steps, places, doors, halls, aisles: ways.aisles };
}

/** Return the shortest way from place to place (Dijkstra 1959): its nodes and its length. */
export function shortest(net, from, to) {
  const ends = new Set(net.places.get(to)?.nodes);
  const best = new Map();
  const before = new Map();
  const settled = new Set();
  const open = queue();
  for (const node of net.places.get(from)?.nodes ?? []) {
    best.set(node, 0);
    open.push(0, node);
  }
  while (open.size()) {
    const [length, node] = open.pop();
    if (settled.has(node)) continue;
    settled.add(node);
    if (ends.has(node)) return { nodes: back(before, node), length };
    for (const step of net.steps[node]) {
      const further = length + step.length;
      if (further < (best.get(step.to) ?? Infinity)) {
        best.set(step.to, further);
        before.set(step.to, node);
        open.push(further, step.to);
      }
    }
  }
  return null;
}

/**
 * Tell a way as steps: `leave`, `straight` (with a side), `on`, `turn`, `door`, `arrive`.
 *
 * Walks along one aisle are one step; a side step between two counts with what follows it.
 */
export function told(net, from, to, way) {
  const start = net.places.get(from);
  const end = net.places.get(to);
  const legs = joined(net, way.nodes);
  const steps = [];
  const first = legs.find((leg) => leg.aisle >= 0);
  if (first) steps.push({ kind: "leave", place: start.label, aisle: net.aisles[first.aisle] });
  let last = null;
  for (const leg of legs) {
    if (leg.aisle < 0) {
      const place = net.doors.get(leg.from) ?? net.doors.get(leg.to) ?? "";
      if (leg.from !== way.nodes[0] || leg.to !== way.nodes.at(-1)) steps.push({ kind: "door", place });
      last = null;
    } else {
      const aisle = net.aisles[leg.aisle];
      if (last === null) steps.push({ kind: "straight", length: leg.length, side: side(leg) });
      else steps.push({ kind: turn(last, leg), length: leg.length, aisle });
      last = leg;
    }
  }
  steps.push({ kind: "arrive", place: end.label, where: last ? where(net, last, end) : "reached" });
  return steps;
}

/** Return the stretches of a way in each hall, as points, to be drawn. */
export function drawn(net, from, to, way) {
  const found = [];
  for (const number of way.nodes) {
    const node = net.nodes[number];
    if (found.at(-1)?.hall !== node.hall) found.push({ hall: node.hall, points: [] });
    found.at(-1).points.push([node.x, node.y]);
  }
  const ends = [net.places.get(from), net.places.get(to)];
  if (found.length) {
    found[0].points.unshift([ends[0].x, ends[0].y]);
    found.at(-1).points.push([ends[1].x, ends[1].y]);
  }
  return found;
}

function joined(net, nodes) {
  const legs = [];
  for (let n = 1; n < nodes.length; n += 1) {
    const [from, to] = [nodes[n - 1], nodes[n]];
    const step = net.steps[from]
      .filter((edge) => edge.to === to)
      .reduce((a, b) => (b.length < a.length ? b : a));
    const [a, b] = [net.nodes[from], net.nodes[to]];
    const leg = { from, to, length: step.length, aisle: step.aisle, dx: b.x - a.x, dy: b.y - a.y };
    if (step.length || a.hall !== b.hall) legs.push(leg);
  }
  return folded(sidesteps(legs));
}

/** Leave out side steps: from a booth to the middle of its aisle, from one way to the next. */
function sidesteps(legs) {
  const kept = [];
  let spare = 0;
  for (const [n, leg] of legs.entries()) {
    const next = legs[n + 1];
    const isEnd = leg.aisle >= 0 && (n === 0 || !next) && legs.length > 1;
    const across = isEnd && leg.aisle === (next ?? legs[n - 1]).aisle && !along(leg, next ?? legs[n - 1]);
    const isShort = leg.aisle >= 0 && leg.length < SHORT && legs.length > 1;
    if (across || isShort) {
      if (kept.length && kept.at(-1).aisle >= 0) kept.at(-1).length += leg.length;
      else spare += leg.length;
    } else {
      kept.push({ ...leg, length: leg.length + (leg.aisle >= 0 ? spare : 0) });
      if (leg.aisle >= 0) spare = 0;
    }
  }
  return kept.length ? kept : legs;
}

function folded(legs) {
  const found = [];
  for (const leg of legs) {
    const last = found.at(-1);
    const isOne = last && last.aisle === leg.aisle && leg.aisle >= 0;
    if (isOne && (along(last, leg) || Math.min(last.length, leg.length) <= BEND)) {
      last.length += leg.length;
      last.to = leg.to;
      last.dx += leg.dx;
      last.dy += leg.dy;
    } else {
      found.push({ ...leg });
    }
  }
  return found;
}

function along(one, other) {
  return Math.abs(angle(one, other)) < STRAIGHT;
}

/** Return how far one turns from a leg to the next, in radians; positive to the right. */
function angle(one, other) {
  const cross = one.dx * other.dy - one.dy * other.dx;
  const dot = one.dx * other.dx + one.dy * other.dy;
  return Math.atan2(cross, dot);
}

function turn(last, leg) {
  const bend = angle(last, leg);
  if (Math.abs(bend) < STRAIGHT) return "on";
  if (Math.abs(bend) > BACK) return "back";
  return bend > 0 ? "right" : "left";
}

function side({ dx, dy }) {
  if (Math.abs(dx) >= Math.abs(dy)) return dx < 0 ? "west" : "east";
  return dy < 0 ? "north" : "south";
}

function where(net, leg, end) {
  const node = net.nodes[leg.to];
  const bend = angle(leg, { dx: end.x - node.x, dy: end.y - node.y });
  if (Math.abs(bend) < AHEAD || Math.abs(bend) > Math.PI - AHEAD) return "ahead";
  return bend > 0 ? "right" : "left";
}

function back(before, node) {
  const found = [node];
  while (before.has(found[0])) found.unshift(before.get(found[0]));
  return found;
}

/** A queue that gives its smallest item first: a binary heap. */
function queue() {
  const items = [];
  const less = (a, b) => items[a][0] < items[b][0];
  const swap = (a, b) => ([items[a], items[b]] = [items[b], items[a]]);
  return {
    size: () => items.length,
    push(key, value) {
      items.push([key, value]);
      let at = items.length - 1;
      while (at && less(at, (at - 1) >> 1)) {
        swap(at, (at - 1) >> 1);
        at = (at - 1) >> 1;
      }
    },
    pop() {
      const first = items[0];
      const last = items.pop();
      if (items.length) {
        items[0] = last;
        let at = 0;
        for (;;) {
          let least = at;
          for (const child of [2 * at + 1, 2 * at + 2]) {
            if (child < items.length && less(child, least)) least = child;
          }
          if (least === at) break;
          swap(at, least);
          at = least;
        }
      }
      return first;
    },
  };
}
