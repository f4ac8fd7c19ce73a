// Buttons that copy an address: of a heading, and of the page as it is shown now.

import { make, say } from "./words.js";

const SHOWN_FOR = 2500;

if (navigator.clipboard) {
  for (const heading of document.querySelectorAll(".prose :is(h2, h3, h4)[id]")) {
    const name = say("js-copy-heading", { title: heading.textContent.replace(/\s*#$/, "") });
    heading.append(" ", copier(() => `#${heading.id}`, name, "copy-heading"));
  }
  offer();
  document.addEventListener("cards-shown", offer);
}

/** Put a button into every place for sharing that has none yet. */
function offer() {
  for (const place of document.querySelectorAll(".share:not([data-ready])")) {
    place.dataset.ready = "";
    place.append(copier(() => location.href, say("js-copy"), "copy-page"));
  }
}

function copier(address, name, look) {
  const button = make("button", { type: "button", class: `copy ${look}` });
  const said = make("span", { role: "status", class: "copy-said" });
  if (look === "copy-heading") button.setAttribute("aria-label", name);
  else button.textContent = name;
  button.addEventListener("click", async () => {
    try {
      await navigator.clipboard.writeText(new URL(address(), location.href).href);
      said.textContent = say("js-copied");
    } catch {
      said.textContent = say("js-not-copied");
    }
    setTimeout(() => said.replaceChildren(), SHOWN_FOR);
  });
  return make("span", { class: "copy-place" }, button, said);
}
