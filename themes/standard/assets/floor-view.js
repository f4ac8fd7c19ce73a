// A drawing that can be moved and zoomed in its frame: by touch, wheel, keyboard and buttons.
//
// What is shown is the drawing's `viewBox`. Everything is worked out from it and from the size
// of the frame, so nothing drifts, and a window that changes its size keeps the middle.

import { make, say } from "./words.js";

const STEP = 1.5;
const NEAR = 0.2; // pixels per centimetre from which names can be read
const CLOSE = 0.42;
const CLOSEST = 2.4;
const WORTH = 1.35; // less than this is not worth a movement
const PUSH = 0.18; // of the frame, by one press of an arrow key
const DRAG = 5; // pixels that a finger may tremble
const SCROLLING = 350; // milliseconds after which a wheel is no longer that of the page

const calm = matchMedia("(prefers-reduced-motion: reduce)");
let scrolledAt = -Infinity;

addEventListener(
  "wheel",
  (event) => {
    if (!event.target.closest?.(".floor-scroll")) scrolledAt = event.timeStamp;
  },
  { capture: true, passive: true },
);

/** Make the drawing in `frame` live; return what others do with it. */
export function live(frame) {
  const svg = frame.querySelector(".floor-svg");
  const [x, y, width, height] = svg.getAttribute("viewBox").split(" ").map(Number);
  const whole = { x, y, width, height };
  let centre = { x: x + width / 2, y: y + height / 2 };
  let zoom = 1; // 1 shows the whole hall
  let moving = 0;

  frame.style.aspectRatio = `${width} / ${height}`;
  frame.append(hint());
  new ResizeObserver(draw).observe(frame);
  fingers();
  wheel();
  keys();
  frame.after(buttons());
  draw();

  /** Return pixels per centimetre when the whole hall is shown. */
  function base() {
    const { clientWidth, clientHeight } = frame;
    return Math.min(clientWidth / whole.width, clientHeight / whole.height) || 0.1;
  }

  function scale() {
    return base() * zoom;
  }

  function draw() {
    const most = Math.max(1, CLOSEST / base());
    zoom = Math.min(Math.max(zoom, 1), most);
    const wide = frame.clientWidth / scale();
    const high = frame.clientHeight / scale();
    centre = { x: held(centre.x, x, width, wide), y: held(centre.y, y, height, high) };
    svg.setAttribute("viewBox", [centre.x - wide / 2, centre.y - high / 2, wide, high].join(" "));
    svg.dataset.detail = scale() < NEAR ? "far" : scale() < CLOSE ? "near" : "close";
    frame.classList.toggle("is-close", zoom > 1.01);
  }

  /** Zoom about a point of the frame, in pixels from its corner; without one, about its middle. */
  function zoomBy(factor, at = { x: frame.clientWidth / 2, y: frame.clientHeight / 2 }) {
    pinch(factor, at, at);
  }

  /** Zoom so that what was at one point of the frame comes to lie at another. */
  function pinch(factor, was, is) {
    const before = point(was);
    zoom = Math.min(Math.max(zoom * factor, 1), Math.max(1, CLOSEST / base()));
    const after = point(is);
    centre = { x: centre.x + before.x - after.x, y: centre.y + before.y - after.y };
    draw();
  }

  function pushBy(dx, dy) {
    centre = { x: centre.x - dx / scale(), y: centre.y - dy / scale() };
    draw();
  }

  /** Return the point of the hall at a point of the frame. */
  function point(at) {
    return {
      x: centre.x + (at.x - frame.clientWidth / 2) / scale(),
      y: centre.y + (at.y - frame.clientHeight / 2) / scale(),
    };
  }

  /** Show a box of the hall with room around it; `least` pixels per centimetre are wanted. */
  function show(box, room, least = 0) {
    const wide = frame.clientWidth / (box.width * room);
    const high = frame.clientHeight / (box.height * room);
    const wanted = Math.max(Math.min(wide, high, CLOSE * 1.6), least) / base();
    if (wanted < WORTH) all();
    else glide({ x: box.x + box.width / 2, y: box.y + box.height / 2 }, wanted);
  }

  /** Show a booth so near that its names can be read. */
  function showBooth(booth) {
    const isSmall = booth.matches(".is-tiny") || booth.querySelector(".is-small");
    show(booth.getBBox(), 5, (isSmall ? CLOSE : NEAR) * 1.15);
  }

  function glide(to, wanted) {
    const from = { ...centre, zoom };
    const mine = ++moving;
    const began = performance.now();
    const long = calm.matches ? 0 : 320;
    const step = (now) => {
      if (mine !== moving) return;
      const part = long ? Math.min(Math.max((now - began) / long, 0), 1) : 1;
      const eased = 1 - (1 - part) ** 3;
      zoom = from.zoom * (wanted / from.zoom) ** eased;
      centre = { x: from.x + (to.x - from.x) * eased, y: from.y + (to.y - from.y) * eased };
      draw();
      if (part < 1) requestAnimationFrame(step);
    };
    step(began);
  }

  function all() {
    glide({ x: x + width / 2, y: y + height / 2 }, 1);
  }

  function fingers() {
    const down = new Map(); // where each finger is, and where it was when last drawn
    let moved = 0;
    let asked = 0;
    frame.addEventListener("pointerdown", (event) => {
      if (event.pointerType === "mouse" && event.button !== 0) return;
      moving += 1;
      if (!down.size) moved = 0;
      const now = at(event);
      down.set(event.pointerId, { now, last: now });
    });
    addEventListener("pointermove", (event) => {
      const finger = down.get(event.pointerId);
      if (!finger) return;
      const now = at(event);
      moved += Math.hypot(now.x - finger.now.x, now.y - finger.now.y);
      finger.now = now;
      if (moved >= DRAG) asked ||= requestAnimationFrame(follow);
    });

    /** Keep what lay between the fingers between them; all move at once, so that none leads. */
    function follow() {
      asked = 0;
      const [one, two] = down.values();
      if (!one) return;
      frame.classList.add("is-moving");
      const other = two ?? one;
      const was = middle(one.last, other.last);
      const is = middle(one.now, other.now);
      const before = Math.hypot(one.last.x - other.last.x, one.last.y - other.last.y);
      const after = Math.hypot(one.now.x - other.now.x, one.now.y - other.now.y);
      pinch(before > 0 ? after / before : 1, was, is);
      for (const finger of down.values()) finger.last = finger.now;
    }
    for (const kind of ["pointerup", "pointercancel"]) {
      addEventListener(kind, (event) => {
        down.delete(event.pointerId);
        if (!down.size) frame.classList.remove("is-moving");
      });
    }
    // Whoever has moved the plan did not mean the booth below the finger.
    frame.addEventListener(
      "click",
      (event) => {
        if (moved < DRAG || event.detail === 0) return;
        event.preventDefault();
        event.stopPropagation();
      },
      { capture: true },
    );
    frame.addEventListener("dragstart", (event) => event.preventDefault());
  }

  function wheel() {
    frame.addEventListener(
      "wheel",
      (event) => {
        const factor = Math.exp(-event.deltaY * (event.deltaMode ? 0.05 : event.ctrlKey ? 0.01 : 0.002));
        const isEnd = factor < 1 && zoom <= 1.001;
        const isPage = !event.ctrlKey && (isEnd || event.timeStamp - scrolledAt < SCROLLING);
        if (isPage) {
          scrolledAt = event.timeStamp;
          return;
        }
        event.preventDefault();
        moving += 1;
        zoomBy(factor, at(event));
      },
      { passive: false },
    );
  }

  function keys() {
    const does = {
      "+": () => zoomBy(STEP),
      "=": () => zoomBy(STEP),
      "-": () => zoomBy(1 / STEP),
      0: all,
      ArrowLeft: () => pushBy(frame.clientWidth * PUSH, 0),
      ArrowRight: () => pushBy(-frame.clientWidth * PUSH, 0),
      ArrowUp: () => pushBy(0, frame.clientHeight * PUSH),
      ArrowDown: () => pushBy(0, -frame.clientHeight * PUSH),
    };
    frame.addEventListener("keydown", (event) => {
      const act = does[event.key];
      if (!act || event.ctrlKey || event.metaKey || event.altKey) return;
      event.preventDefault();
      moving += 1;
      act();
    });
    // A booth reached by the tab key may lie outside of what is shown.
    svg.addEventListener("focusin", (event) => {
      const booth = event.target.closest(".floor-booth");
      if (!booth?.matches(":focus-visible")) return;
      frame.scrollTo(0, 0);
      const box = booth.getBBox();
      const wide = frame.clientWidth / scale();
      const high = frame.clientHeight / scale();
      const dx = Math.abs(box.x + box.width / 2 - centre.x) + box.width / 2 - wide / 2;
      const dy = Math.abs(box.y + box.height / 2 - centre.y) + box.height / 2 - high / 2;
      if (dx > 0 || dy > 0) {
        centre = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
        draw();
      }
    });
  }

  function buttons() {
    const said = frame.dataset;
    const button = (sign, label, act) => {
      const made = make("button", { type: "button", "aria-label": label, title: label }, sign);
      made.addEventListener("click", act);
      return made;
    };
    const group = make("div", { class: "floor-buttons", role: "group", "aria-label": said.zoom });
    group.append(
      button("+", said.in, () => zoomBy(STEP)),
      button("−", said.out, () => zoomBy(1 / STEP)),
      button("⤢", said.all, all),
    );
    return group;
  }

  function hint() {
    const text = make("span", { class: "unseen", id: `floor-keys-${svg.dataset.hall}` });
    text.textContent = say("floor-js-keys");
    frame.setAttribute("aria-describedby", text.id);
    return text;
  }

  function at(event) {
    const { left, top } = frame.getBoundingClientRect();
    return { x: event.clientX - left - frame.clientLeft, y: event.clientY - top - frame.clientTop };
  }

  return { svg, frame, show, showBooth, all };
}

function middle(one, other) {
  return { x: (one.x + other.x) / 2, y: (one.y + other.y) / 2 };
}

/** Keep a middle where the window of a width shows something of the whole, and no more void. */
function held(value, start, length, window) {
  if (window >= length) return start + length / 2;
  return Math.min(Math.max(value, start + window / 2), start + length - window / 2);
}
