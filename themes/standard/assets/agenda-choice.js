// Which sessions a visitor has chosen: kept in this browser for each event, in order of choice.

const root = document.querySelector("[data-agenda]");
const KEY = `agenda ${root?.dataset.agenda}`;

let held = [];
let keeps = true;

/** Return the ids that are chosen; where nothing can be kept, those of this page's life. */
export function read() {
  if (!keeps) return held;
  try {
    const found = JSON.parse(localStorage.getItem(KEY) ?? "[]");
    return Array.isArray(found) ? found.filter((id) => typeof id === "string") : [];
  } catch {
    return held;
  }
}

/** Keep ids; return whether the browser did. */
export function write(ids) {
  held = ids;
  try {
    localStorage.setItem(KEY, JSON.stringify(ids));
    keeps = true;
  } catch {
    keeps = false;
  }
  return keeps;
}

/** Call back when another window of this browser has changed the choice. */
export function watch(changed) {
  addEventListener("storage", ({ key }) => (key === KEY || key === null) && changed());
}
