// What is wrong, over the last good page: a panel that takes no focus and can be folded away.

const HIDDEN = "pavgen hidden notice";

const host = document.createElement("pavgen-notice");
const root = host.attachShadow({ mode: "open" });
const sheet = make("link", { rel: "stylesheet", href: "/_pavgen/notice.css" });
const alert = make("p", { class: "summary", role: "alert" });
const title = make("h2", { id: "title" });
const list = make("ol", { class: "findings" });
const more = make("p", { class: "more" });
const fold = make("button", { class: "fold", type: "button", "aria-label": "Fold away (Escape)" }, "×");
const panel = make(
  "section",
  { class: "panel", "aria-labelledby": "title" },
  make("header", {}, make("div", {}, title, alert), fold),
  make("div", { class: "scroll", tabindex: "0", role: "group", "aria-labelledby": "title" }, list, more),
);
const open = make("button", { class: "open", type: "button" });
let key = "";

panel.hidden = true;
open.hidden = true;
root.append(sheet, panel, open);
fold.addEventListener("click", () => show(false));
open.addEventListener("click", () => {
  show(true);
  fold.focus();
});
document.addEventListener("keydown", (event) => {
  if (event.key === "Escape" && !event.defaultPrevented && !panel.hidden) show(false);
});

/** Show what is wrong, or that the page is gone; nothing where neither is so. */
export function showNotice({ notice, moved, version }) {
  if (notice) tell({ ...notice, title: version ? "This cannot be shown yet" : "This cannot be built yet" }, version);
  else if (moved !== null && moved !== undefined) tellGone(moved);
  else key = clear();
}

function tell(notice, version) {
  if (notice.key === key) return;
  key = notice.key;
  title.textContent = notice.title;
  const stays = version && notice.findings.length ? ". You see the last good build." : ".";
  open.textContent = notice.findings.length ? notice.summary : "Something is wrong";
  list.replaceChildren(...notice.findings.map(finding));
  more.textContent = notice.more;
  more.hidden = !notice.more;
  place();
  alert.textContent = notice.summary + stays;
  show(hiddenKey() !== key);
}

function tellGone(address) {
  key = `gone ${address}`;
  title.textContent = "This page is gone";
  open.textContent = "Page gone";
  const link = make("a", { href: address }, address);
  const to = address ? [make("li", {}, make("p", { class: "what" }, "What it showed is now at ", link))] : [];
  list.replaceChildren(...to);
  more.hidden = true;
  place();
  alert.textContent = address ? "It has another address." : "The last build does not make it any more.";
  show(hiddenKey() !== key);
}

function place() {
  if (!host.isConnected) document.documentElement.append(host);
}

function clear() {
  host.remove();
  panel.hidden = true;
  open.hidden = true;
  alert.textContent = "";
  return "";
}

/** Show the panel, or in its place the small button that brings it back. */
function show(isOpen) {
  const hadFocus = root.activeElement !== null;
  panel.hidden = !isOpen;
  open.hidden = isOpen;
  if (hadFocus && !isOpen) open.focus();
  try {
    if (isOpen) sessionStorage.removeItem(HIDDEN);
    else sessionStorage.setItem(HIDDEN, key);
  } catch {
    // It comes back with the next page then.
  }
}

function hiddenKey() {
  try {
    return sessionStorage.getItem(HIDDEN);
  } catch {
    return null;
  }
}

function finding({ place: where, code, field, what, remedy, lines }) {
  const parts = [
    make("p", { class: "place" }, make("code", {}, where), " ", make("span", { class: "code" }, code)),
    make("p", { class: "what" }, ...(field ? [make("code", {}, field), ": "] : []), ...worded(what)),
  ];
  if (lines.length) parts.push(make("pre", { tabindex: "0" }, ...lines.map(quoted)));
  if (remedy) parts.push(make("p", { class: "remedy" }, ...worded(remedy)));
  return make("li", {}, ...parts);
}

/** Set what stands in backticks as code. */
function worded(text) {
  return text.split("`").map((part, index) => (index % 2 ? make("code", {}, part) : part));
}

function quoted({ number, before, after }) {
  const [, marked, rest] = after === null ? [] : /^([\p{L}\p{N}_.@/-]+|.|$)(.*)$/su.exec(after);
  const line = make("span", { class: after === null ? "line" : "line wrong" });
  line.append(make("span", { class: "number" }, String(number)), before);
  if (after !== null) line.append(make("mark", {}, marked || " "), rest);
  line.append("\n");
  return line;
}

function make(name, attributes, ...children) {
  const element = document.createElement(name);
  for (const [key_, value] of Object.entries(attributes)) element.setAttribute(key_, value);
  element.append(...children);
  return element;
}
