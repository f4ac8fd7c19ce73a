// Partners picked to be compared: a box on every card and profile, and a tray that counts them.

import { MOST, address, read, write } from "./choice.js";
import { make, say } from "./words.js";

const tray = document.querySelector(".tray");
const onComparison = location.pathname === document.body.dataset.compare;

if (tray && !onComparison) {
  offer();
  show();
  document.addEventListener("cards-shown", offer);
  addEventListener("pageshow", show);
  tray.querySelector(".tray-clear").addEventListener("click", () => {
    write([]);
    show(say("js-compare-none"));
    document.getElementById("main").focus();
  });
}

/** Put a box on every card that has none yet, and on the head of a profile. */
function offer() {
  for (const foot of document.querySelectorAll("[data-partner] .card-foot:not(:has(.pick))")) {
    const item = foot.closest("[data-partner]");
    if (!item.querySelector(".card-name a")) continue;
    foot.append(box(item.dataset.partner, item.querySelector(".card-name bdi").textContent));
  }
  for (const place of document.querySelectorAll("[data-comparable]:not(:has(.pick))")) {
    place.append(box(place.dataset.comparable, place.dataset.name));
  }
}

function box(slug, name) {
  const input = make("input", { type: "checkbox" });
  input.dataset.pick = slug;
  input.checked = read().includes(slug);
  const hidden = make("span", { class: "unseen" }, ` ${name}`);
  input.addEventListener("change", () => toggle(input, slug, name));
  return make("label", { class: "pick" }, input, make("span", {}, say("js-compare"), hidden));
}

function toggle(input, slug, name) {
  const held = read().filter((other) => other !== slug);
  if (input.checked && held.length === MOST) {
    input.checked = false;
    show(say("js-compare-full", { n: MOST }));
    return;
  }
  write(input.checked ? [...held, slug] : held);
  show(say(input.checked ? "js-compare-added" : "js-compare-removed", { name }));
}

function show(news = "") {
  const held = read();
  for (const input of document.querySelectorAll("[data-pick]")) {
    input.checked = held.includes(input.dataset.pick);
  }
  const text = typeof news === "string" && news ? `${news} ` : "";
  tray.classList.toggle("is-shown", held.length > 0);
  tray.querySelector(".tray-count").textContent =
    text + (held.length ? say("js-compare-count", { n: held.length }) : "");
  const go = tray.querySelector(".tray-go");
  go.href = address(held);
}
