// The simulated time: told by the server now and then, counted on here in between.

import { page } from "./server.js";
import { current } from "./words.js";

const LOCALES = { fr: "fr-FR", en: "en-GB" };
let anchor = { moment: Date.now(), real: performance.now(), pace: 0 };

export function set({ now, pace }) {
  anchor = { moment: Date.parse(now), real: performance.now(), pace };
}

export function now() {
  return new Date(anchor.moment + (performance.now() - anchor.real) * anchor.pace);
}

function written(moment, options) {
  return new Intl.DateTimeFormat(LOCALES[current()], { timeZone: page.zone, ...options }).format(moment);
}

export const hour = (moment) =>
  written(moment, { hour: "2-digit", minute: "2-digit", hourCycle: "h23" });

// The first day of a month has a word of its own in French.
const dated = (text) => (current() === "fr" ? text.replace(/ 1 /, " 1er ") : text);

export const day = (moment) =>
  dated(written(moment, { weekday: "long", day: "numeric", month: "long" }));

export const shortDay = (moment) =>
  dated(written(moment, { weekday: "short", day: "numeric", month: "short", year: "numeric" }));
