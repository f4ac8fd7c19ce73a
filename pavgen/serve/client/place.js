// Where a reader was in a page, across a load of it: what was at the top of the window, which
// details were open, what had been typed, and what had the focus.

const KEY = "pavgen place ";
const FRESH_MS = 60_000;
const ANCHORS = 8;
const PARTS = "h1, h2, h3, h4, h5, h6, p, li, dt, dd, tr, figure, summary, label";
const FIELDS = "input, select, textarea";
const PRIVATE = new Set(["password", "file", "hidden", "submit", "button", "image", "reset"]);
const TAKEN_UP = ["wheel", "touchmove", "keydown", "pointerdown"];

let isKept = false;

addEventListener("pagehide", () => {
  if (!isKept) history.scrollRestoration = "auto";
});

/** Keep the place before the page is loaded anew. */
export function keepPlace() {
  const place = {
    at: Date.now(),
    scroll: [scrollX, scrollY],
    anchors: scrollY > 0 ? anchors() : [],
    details: [...keyed("details")].map(([key, { open }]) => [key, open]),
    fields: [...keyed(FIELDS)].filter(([, field]) => isChanged(field)).map(([key, field]) => [key, valueOf(field)]),
    focus: focus(),
  };
  try {
    sessionStorage.setItem(KEY + location.pathname, JSON.stringify(place));
    history.scrollRestoration = "manual"; // else a browser scrolls to where it was itself, later
    isKept = true;
  } catch {
    // Without a memory the page begins at its top.
  }
}

/** Go back to the place that was kept for this page, if one was. */
export function takePlace() {
  const place = taken();
  document.documentElement.style.removeProperty("visibility"); // nothing hidden takes the focus
  if (!place) return;
  for (const [key, open] of place.details) set(keyed("details").get(key), "open", open);
  fill(place.fields);
  refocus(place.focus);
  scroll(place);
  let isTakenUp = false;
  for (const name of TAKEN_UP) addEventListener(name, () => (isTakenUp = true), { once: true, passive: true });
  const again = () => {
    if (!isTakenUp) scroll(place); // by now pictures have their heights
  };
  if (document.readyState === "complete") again();
  else addEventListener("load", again, { once: true });
}

function taken() {
  try {
    const text = sessionStorage.getItem(KEY + location.pathname);
    sessionStorage.removeItem(KEY + location.pathname);
    const place = JSON.parse(text);
    return place && Date.now() - place.at < FRESH_MS ? place : undefined;
  } catch {
    return undefined;
  }
}

/** Return the first parts that can be seen: what is above them may have another height soon. */
function anchors() {
  const found = [];
  for (const [key, part] of keyed(PARTS, document.querySelector("main") ?? document.body)) {
    const { top, bottom, height } = part.getBoundingClientRect();
    if (height && bottom > 0 && !isStuck(part)) found.push([key, top]);
    if (found.length === ANCHORS || top > innerHeight) break;
  }
  return found;
}

/** Say whether a part stays where it is when the page is scrolled. */
function isStuck(part) {
  for (let within = part; within; within = within.parentElement) {
    if (["fixed", "sticky"].includes(getComputedStyle(within).position)) return true;
  }
  return false;
}

function scroll({ anchors: known, scroll: [left, top] }) {
  const parts = keyed(PARTS, document.querySelector("main") ?? document.body);
  const [key, was] = known.find(([name]) => parts.has(name)) ?? [];
  const moved = key ? parts.get(key).getBoundingClientRect().top - was + scrollY : top;
  window.scrollTo({ left, top: moved, behavior: "instant" });
}

/** Name elements by what they say, so that they are found again in a page that has changed. */
function keyed(selector, within = document) {
  const found = new Map();
  const times = new Map();
  for (const element of within.querySelectorAll(selector)) {
    const key = element.id ? `#${element.id}` : nameOf(element);
    const before = times.get(key) ?? 0;
    times.set(key, before + 1);
    found.set(`${key} ${before}`, element);
  }
  return found;
}

function nameOf(element) {
  const said = element.matches("details") ? element.querySelector("summary") : element;
  const text = element.matches(FIELDS) ? `${element.name} ${element.type}` : said?.textContent ?? "";
  return `${element.localName} ${text.trim().slice(0, 100)}`;
}

function isChanged(field) {
  if (PRIVATE.has(field.type)) return false;
  if (field.options) return [...field.options].some((option) => option.selected !== option.defaultSelected);
  return field.value !== field.defaultValue || field.checked !== field.defaultChecked;
}

function valueOf(field) {
  if (field.options) return [...field.options].filter(({ selected }) => selected).map(({ value }) => value);
  return field.type === "checkbox" || field.type === "radio" ? field.checked : field.value;
}

/** Fill in what had been typed; the page is told as if it was typed now. */
function fill(values) {
  const fields = keyed(FIELDS);
  for (const [key, value] of values) {
    const field = fields.get(key);
    if (!field || PRIVATE.has(field.type) || same(valueOf(field), value)) continue;
    if (field.options) for (const option of field.options) option.selected = value.includes(option.value);
    else if (typeof value === "boolean") field.checked = value;
    else field.value = value;
    field.dispatchEvent(new Event("input", { bubbles: true }));
    field.dispatchEvent(new Event("change", { bubbles: true }));
  }
}

function same(one, other) {
  return JSON.stringify(one) === JSON.stringify(other);
}

function focus() {
  const element = document.activeElement;
  if (!element || element === document.body) return null;
  const found = [...keyed(element.localName)].find(([, other]) => other === element);
  if (!found) return null;
  return { tag: element.localName, key: found[0], marked: marked(element) };
}

function marked(element) {
  try {
    return element.selectionStart === undefined ? null : [element.selectionStart, element.selectionEnd];
  } catch {
    return null;
  }
}

function refocus(kept) {
  const element = kept && keyed(kept.tag).get(kept.key);
  if (!element) return;
  element.focus({ preventScroll: true });
  if (kept.marked?.[0] != null) element.setSelectionRange(...kept.marked);
}

function set(element, name, value) {
  if (element && element[name] !== value) element[name] = value;
}
