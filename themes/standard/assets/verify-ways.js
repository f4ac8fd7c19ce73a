// Whether all turns that are left can be given items: an exact search with a limit. What is open
// to a partner is kept as bits, 32 to a number; what one takes leaves what is open to the others.

const MOST_OF_ONE = 5_000;
const MOST_OF_ALL = 50_000;

/** Return numbers below `length` as bits. */
export function bitsOf(numbers, length) {
  const bits = new Uint32Array(Math.ceil(length / 32));
  for (const number of numbers) bits[number >> 5] |= 1 << (number & 31);
  return bits;
}

export const holds = (bits, number) => ((bits[number >> 5] >>> (number & 31)) & 1) === 1;

function without(bits, number) {
  const left = bits.slice();
  left[number >> 5] &= ~(1 << (number & 31));
  return left;
}

function countOf(bits) {
  let count = 0;
  for (let word of bits) for (; word; word &= word - 1) count += 1;
  return count;
}

/** Yield the numbers whose bits are in one and not in the other, the smallest first. */
function* numbersIn(bits, other) {
  for (let at = 0; at < bits.length; at += 1) {
    for (let word = bits[at] & ~other[at]; word; word &= word - 1) yield at * 32 + 31 - Math.clz32(word & -word);
  }
}

/** Return what is open and left once a partner has an item. */
export function after({ near, clash, apart }, { open, left }, partner, item) {
  const kept = open.map((bits) => without(bits, item));
  kept[partner].forEach((word, at) => { kept[partner][at] = word & ~clash[item][at]; });
  for (const other of apart[partner]) kept[other].forEach((word, at) => { kept[other][at] = word & ~near[item][at]; });
  return { open: kept, left: left.map((count, who) => count - (who === partner)) };
}

/** The searches of a placement; a state without a way on is remembered for all of them. */
export class Ways {
  constructor(floor, breathe) {
    Object.assign(this, { floor, breathe, steps: 0, dead: new Set(), alike: alikeOf(floor.apart) });
  }

  /** Say whether there is a way on; null where that takes too many steps. */
  async leadOn(need) {
    const most = Math.min(MOST_OF_ALL, this.steps + MOST_OF_ONE);
    const forks = [];
    for (let reached = need; ; reached = this.tried(forks)) {
      if (reached) {
        if (!reached.left.some((count) => count)) return true;
        const fork = this.fork(reached);
        if (fork) {
          if (this.steps === most) return null;
          this.steps += 1;
          forks.push(fork);
        }
      }
      if (!forks.length) return false;
      await this.breathe();
    }
  }

  fork(need) {
    const rows = need.open.flatMap((bits, who) => (need.left[who] ? [`${this.alike[who]}:${bits}:${need.left[who]}`] : []));
    const key = rows.sort().join(";");
    if (this.dead.has(key)) return null;
    const hints = matched(need);
    if (!hints) this.dead.add(key);
    return hints && { key, need, hints };
  }

  /** Take the next step from the last fork, or leave it for good when there is none. */
  tried(forks) {
    const fork = forks.at(-1);
    const { need } = fork;
    const hints = fork.hints ?? matched(need);
    if (!hints) {
      this.dead.add(fork.key);
      forks.pop();
      return null;
    }
    const spare = need.open.map((bits, who) => (need.left[who] ? countOf(bits) - need.left[who] : Infinity));
    const partner = spare.indexOf(Math.min(...spare));
    const item = hints.get(partner);
    // What follows is without this item for this partner: with it, all is tried here.
    const open = need.open.map((bits, who) => (who === partner ? without(bits, item) : bits));
    Object.assign(fork, { need: { open, left: need.left }, hints: null });
    return after(this.floor, need, partner, item);
  }
}

/** Give partners numbers, the same for those who are apart from the same others. */
function alikeOf(apart) {
  const isWithin = (some, others, but) => [...some].every((who) => who === but || others.has(who));
  const firsts = [];
  return apart.map((others, who) => {
    const same = firsts.find((f) => isWithin(others, apart[f], f) && isWithin(apart[f], others, who));
    if (same === undefined) firsts.push(who);
    return same ?? who;
  });
}

/** Return an item for each partner with turns left; null unless all turns get different ones. */
function matched({ open, left }) {
  if (open.some((bits, who) => countOf(bits) < left[who])) return null;
  const rows = left.flatMap((count, who) => Array.from({ length: count }, () => who));
  const sizes = open.map(countOf);
  rows.sort((a, b) => sizes[a] - sizes[b]);
  const owner = new Map();
  const held = new Map();
  const taken = new Uint32Array(open[0].length);
  const wanted = rows.map((who) => open[who]);
  for (const row of rows.keys()) {
    const moves = path(wanted, row, taken, owner);
    if (!moves) return null;
    for (const [turn, item] of moves) {
      held.set(turn, item);
      owner.set(item, turn);
      taken[item >> 5] |= 1 << (item & 31);
    }
  }
  return new Map([...held].map(([turn, item]) => [rows[turn], item]));
}

/** Return who moves to which item so that one more turn has one; null where none is left. */
function path(open, start, taken, owner) {
  const came = new Map();
  const seen = new Uint32Array(taken.length);
  const turns = [start];
  while (turns.length) {
    let turn = turns.pop();
    const found = numbersIn(open[turn], taken).next();
    if (!found.done) {
      const moves = [[turn, found.value]];
      while (turn !== start) {
        const move = came.get(turn);
        moves.push(move);
        [turn] = move;
      }
      return moves;
    }
    for (const item of [...numbersIn(open[turn], seen)]) {
      seen[item >> 5] |= 1 << (item & 31);
      came.set(owner.get(item), [turn, item]);
      turns.push(owner.get(item));
    }
  }
  return null;
}
