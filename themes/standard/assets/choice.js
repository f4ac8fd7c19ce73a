// Which partners a visitor wants to compare: kept while the window is open, in order of choice.

export const MOST = 4;
const KEY = `compare ${document.body.dataset.compare}`;

export function read() {
  try {
    const found = JSON.parse(sessionStorage.getItem(KEY) ?? "[]");
    return Array.isArray(found) ? found.filter((slug) => typeof slug === "string").slice(0, MOST) : [];
  } catch {
    return [];
  }
}

export function write(slugs) {
  try {
    sessionStorage.setItem(KEY, JSON.stringify(slugs));
  } catch {
    // A browser that keeps nothing still follows the address of the comparison.
  }
}

export function address(slugs) {
  const place = document.body.dataset.compare;
  return slugs.length ? `${place}?p=${slugs.map(encodeURIComponent).join(",")}` : place;
}
