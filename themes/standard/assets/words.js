// The words of the interface, in the page's language, from attributes: the body's, which every
// page has, and those of parts of a page that need words of their own.

const told = [...document.querySelectorAll("[data-words]")].map((part) => part.dataset.words);
const words = Object.assign({}, ...told.map((text) => JSON.parse(text)));
const language = document.documentElement.lang || "en";
const plurals = new Intl.PluralRules(language);
const numbers = new Intl.NumberFormat(language);

/** Say `key` with every `{name}` filled in; a number `n` chooses the plural form. */
export function say(key, values = {}) {
  const form = typeof values.n === "number" ? plurals.select(values.n) : "";
  const text = words[`${key}.${form}`] ?? words[`${key}.other`] ?? words[key] ?? key;
  return text.replace(/\{(\w+)\}/g, (_, name) => shown(values[name]));
}

function shown(value) {
  return typeof value === "number" ? numbers.format(value) : String(value ?? "");
}

/** Make an element; `attributes` that are false are left out, `children` are nodes or texts. */
export function make(name, attributes = {}, ...children) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (value !== false) element.setAttribute(key, value === true ? "" : value);
  }
  element.append(...children);
  return element;
}
