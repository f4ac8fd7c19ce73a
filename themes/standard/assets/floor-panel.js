// One booth, opened: what the list says of it, beside the plan; on a phone at the window's foot.

import { make, say } from "./words.js";

/** Make the panel; `close` is called when it is to be closed, `go` with `from` or `to` and a booth. */
export function panel(root, { close, go }) {
  const said = root.dataset;
  const title = make("h2", { class: "unseen", id: "floor-panel-title" });
  const box = make("section", { class: "floor-panel", hidden: true, tabindex: "-1" });
  box.setAttribute("aria-labelledby", title.id);
  const bar = make("div", { class: "floor-panel-bar" });
  const body = make("div");
  let shown = "";
  bar.append(button(say("floor-js-from-here"), () => go("from", shown)));
  bar.append(button(say("floor-js-to-here"), () => go("to", shown)));
  bar.append(button(said.close, close, "floor-panel-close"));
  box.append(title, bar, body);
  box.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    event.stopPropagation();
    close();
  });
  root.append(box);

  return {
    /** Show a booth's entry; with `focus` the panel is read next. */
    open(id, entry, caption, focus) {
      shown = id;
      title.textContent = caption;
      body.replaceChildren(...[...entry.childNodes].map((node) => node.cloneNode(true)));
      box.hidden = false;
      box.scrollTop = 0;
      if (focus) box.focus({ preventScroll: true });
    },
    close() {
      box.hidden = true;
      shown = "";
    },
    isOpen: () => !box.hidden,
    covers: () => (box.hidden ? 0 : box.offsetHeight),
  };
}

function button(text, act, look = "") {
  const made = make("button", { type: "button", class: `button button-quiet ${look}` }, text);
  made.addEventListener("click", act);
  return made;
}
