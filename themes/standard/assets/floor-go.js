// Walking directions: two places, a line along the aisles, and the way in words.

import { drawn, network, shortest, told } from "./floor-ways.js";
import { make, say } from "./words.js";

const SVG = "http://www.w3.org/2000/svg";
const METRE = 100;

/** Start the directions; `views` are the drawings by the id of their hall. */
export function directions(root, views) {
  const box = root.querySelector("[data-go]");
  const selects = { from: box.querySelector("[data-go-from]"), to: box.querySelector("[data-go-to]") };
  const steps = box.querySelector("[data-go-steps]");
  let file = null;
  let asked = 0;

  for (const select of Object.values(selects)) select.addEventListener("change", () => go(true));
  box.querySelector("[data-go-swap]").addEventListener("click", () => {
    const { from, to } = selects;
    [from.value, to.value] = [to.value, from.value];
    go(true);
  });
  box.querySelector("[data-go-form]").addEventListener("submit", (event) => event.preventDefault());
  read();

  /** Take both ends from the address, where a sign's code says only where it hangs. */
  function read() {
    const query = new URLSearchParams(location.search);
    const here = place(query.get("here"));
    selects.from.value = place(query.get("from")) || here;
    selects.to.value = place(query.get("to"));
    if (here) mine(here);
    if (selects.from.value || selects.to.value) box.open = true;
    if (selects.from.value && selects.to.value) go(true);
  }

  /** Return the value of a place's option: a booth, or anything else by its bare name. */
  function place(name) {
    const known = [...selects.from.options].map((option) => option.value);
    return name ? ([name, `/${name}`].find((value) => known.includes(value)) ?? "") : "";
  }

  async function mine(here) {
    const net = await load();
    const spot = net?.places.get(here);
    if (!spot) return;
    const view = views.get(net.halls[spot.hall].id);
    const group = node("g", { class: "floor-mine", "data-here": here });
    group.append(
      node("circle", { class: "floor-halo", cx: spot.x, cy: spot.y, r: 78 }),
      node("circle", { cx: spot.x, cy: spot.y, r: 38 }),
      node("text", { x: spot.x, y: spot.y - 105, "font-size": 80, "text-anchor": "middle" }),
    );
    group.lastChild.textContent = say("floor-js-here");
    view.svg.append(group);
    if (!location.hash) view.show({ x: spot.x - 400, y: spot.y - 300, width: 800, height: 600 }, 2);
    if (!steps.textContent) steps.textContent = say("floor-js-here-at", { place: spot.label });
  }

  function load() {
    file ??= fetch(root.dataset.floor)
      .then((answer) => (answer.ok ? answer.json() : Promise.reject(new Error(answer.status))))
      .then(network)
      .catch(() => {
        file = null;
        steps.textContent = say("js-failed");
        return null;
      });
    return file;
  }

  async function go(show) {
    const mineNow = ++asked;
    const [from, to] = [selects.from.value, selects.to.value];
    remember(from, to);
    clear();
    if (!from || !to) return;
    const net = await load();
    if (!net || mineNow !== asked) return;
    if (from === to) {
      steps.textContent = say("floor-js-same");
      return;
    }
    const way = shortest(net, from, to);
    if (!way) {
      steps.textContent = say("floor-js-no-way");
      return;
    }
    tell(net, from, to, way);
    draw(net, from, to, way, show);
  }

  function remember(from, to) {
    const query = new URLSearchParams(location.search);
    for (const [name, value] of [["from", from], ["to", to]]) {
      if (value && !(name === "from" && value === place(query.get("here")))) query.set(name, value.replace("/", ""));
      else query.delete(name);
    }
    const text = query.size ? `?${query}` : "";
    history.replaceState(history.state, "", `${location.pathname}${text}${location.hash}`);
  }

  function tell(net, from, to, way) {
    const [start, end] = [net.places.get(from).label, net.places.get(to).label];
    const title = make("h2", {}, say("floor-js-way", { from: start, to: end, n: metres(way.length) }));
    const list = make("ol", {});
    for (const step of told(net, from, to, way)) list.append(make("li", {}, spoken(step)));
    steps.dataset.length = way.length;
    steps.replaceChildren(title, list);
  }

  function draw(net, from, to, way, show) {
    for (const { hall, points } of drawn(net, from, to, way)) {
      const view = views.get(net.halls[hall].id);
      const d = `M${points.map((point) => point.join(" ")).join("L")}`;
      const group = node("g", { class: "floor-route" });
      group.append(node("path", { class: "floor-route-under", d }), node("path", { class: "floor-route-line", d }));
      view.svg.append(group);
      const [xs, ys] = [0, 1].map((n) => points.map((point) => point[n]));
      const [x, y] = [Math.min(...xs), Math.min(...ys)];
      const size = { width: Math.max(...xs) - x || 1, height: Math.max(...ys) - y || 1 };
      if (show) view.show({ x, y, ...size }, 1.35);
    }
  }

  function clear() {
    for (const view of views.values()) {
      for (const group of view.svg.querySelectorAll(".floor-route")) group.remove();
    }
    steps.replaceChildren();
    delete steps.dataset.length;
  }

  return {
    /** Set one end and show the way, or ask for the other end. */
    set(which, id) {
      selects[which].value = id;
      box.open = true;
      go(true);
      const other = selects[which === "from" ? "to" : "from"];
      const next = other.value ? box.querySelector("summary") : other;
      next.focus({ preventScroll: true });
      box.scrollIntoView({ block: "nearest" });
    },
  };
}

function spoken(step) {
  const n = step.length === undefined ? undefined : metres(step.length);
  switch (step.kind) {
    case "leave":
      return say("floor-js-leave", step);
    case "straight":
      return say("floor-js-straight", { n, side: say(`floor-js-side-${step.side}`) });
    case "on":
      return say("floor-js-straight-on", { n, aisle: step.aisle });
    case "door":
      return say("floor-js-door", step);
    case "arrive":
      return say(ARRIVALS[step.where], step);
    default:
      return say(`floor-js-turn-${step.kind}`, { n, aisle: step.aisle });
  }
}

const ARRIVALS = {
  left: "floor-js-on-left",
  right: "floor-js-on-right",
  ahead: "floor-js-ahead",
  reached: "floor-js-reached",
};

function metres(length) {
  return Math.max(1, Math.round(length / METRE));
}

function node(name, attributes) {
  const made = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  return made;
}
