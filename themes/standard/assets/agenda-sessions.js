// The sessions a page holds, read from its own attributes.

/** Return every session of the page once, in its order; `elements` are all that show it. */
export function sessions() {
  const found = new Map();
  for (const element of document.querySelectorAll("[data-session]")) {
    const told = element.dataset;
    const known = found.get(told.session);
    if (known) known.elements.push(element);
    else found.set(told.session, described(told, element));
  }
  return [...found.values()];
}

function described(told, element) {
  return {
    id: told.session,
    title: told.title,
    href: told.href,
    sequence: told.sequence,
    place: told.place,
    at: told.at ?? "",
    on: told.on ?? "",
    day: told.day ?? "",
    values: { room: told.room, track: told.track, kind: told.kind, partner: told.partner },
    start: told.start ? Date.parse(told.start) : NaN,
    end: told.end ? Date.parse(told.end) : NaN,
    cancelled: "cancelled" in told,
    elements: [element],
  };
}

/** Return the pairs that overlap in time; what is cancelled overlaps with nothing. */
export function clashes(chosen) {
  const live = chosen.filter(({ cancelled, start }) => !cancelled && !Number.isNaN(start));
  return live.flatMap((first, place) =>
    live
      .slice(place + 1)
      .filter((second) => first.start < second.end && second.start < first.end)
      .map((second) => [first, second]),
  );
}
