// Chosen sessions as a calendar file (RFC 5545), with the same identities as the published ones.
// Times are written in UTC: a reader shows them on its own clocks, and no zone has to be told.

const LONGEST = 74;
const LINE = "\r\n";

/** Return the calendar of sessions that have a time; `key` says how the event's are called. */
export function calendar(chosen, key, now = Date.now()) {
  const timed = chosen.filter(({ start, end }) => !Number.isNaN(start) && !Number.isNaN(end));
  const lines = [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//pavgen//agenda//EN",
    `X-WR-CALNAME:${text(key.name)}`,
    ...timed.flatMap((session) => event(session, key, now)),
    "END:VCALENDAR",
  ];
  return lines.map(folded).join(LINE) + LINE;
}

function event(session, key, now) {
  return [
    "BEGIN:VEVENT",
    `UID:${session.id}${key.uidEnd}`,
    `DTSTAMP:${stamp(now)}`,
    `SEQUENCE:${session.sequence}`,
    `DTSTART:${stamp(session.start)}`,
    `DTEND:${stamp(session.end)}`,
    `SUMMARY:${text(session.title)}`,
    `LOCATION:${text(session.place)}`,
    `URL:${new URL(session.href, location.href).href}`,
    `STATUS:${session.cancelled ? "CANCELLED" : "CONFIRMED"}`,
    "END:VEVENT",
  ];
}

function stamp(moment) {
  return `${new Date(moment).toISOString().replace(/[-:]|\.\d+/g, "")}`;
}

function text(value) {
  return value.replace(/[\\;,]/g, "\\$&").replace(/\r?\n/g, "\\n");
}

/** Break a line so that no part is longer than 75 octets, and no letter is taken apart. */
function folded(line) {
  const parts = [];
  let part = "";
  let size = 0;
  for (const letter of line) {
    const octets = new TextEncoder().encode(letter).length;
    if (size + octets > LONGEST) {
      parts.push(part);
      part = "";
      size = 1;
    }
    part += letter;
    size += octets;
  }
  return [...parts, part].join(`${LINE} `);
}
