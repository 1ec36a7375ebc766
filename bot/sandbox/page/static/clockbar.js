// The clock bar: shows the simulated time, stops it, hurries it, travels.

import { notice } from "./notice.js";
import { page, post } from "./server.js";
import * as time from "./time.js";
import { whenChanged, word } from "./words.js";

const bar = document.getElementById("clock");
const buttons = [...bar.querySelectorAll("[data-pace], [data-travel]")];

function tick() {
  const moment = time.now();
  const clock = document.getElementById("time");
  clock.textContent = time.hour(moment);
  clock.dateTime = moment.toISOString();
  document.getElementById("day").textContent = bar.classList.contains("is-travelling")
    ? word("clock.travelling")
    : `${time.shortDay(moment)} · ${page.zone.split("/").at(-1).replace("_", " ")}`;
}

async function travel(to) {
  show({ now: time.now().toISOString(), pace: 0, travelling: true });
  const { arrived, came } = await post("/clock/travel", { to });
  if (!arrived) notice(word("clock.halted"));
  else if (!came) notice(word("clock.nothing"));
}

export function show(clock) {
  time.set(clock);
  bar.classList.toggle("is-travelling", clock.travelling);
  for (const button of buttons) {
    if (button.dataset.travel) button.disabled = clock.travelling;
    if (button.dataset.pace) {
      const isPace = Number(button.dataset.pace) === clock.pace && !clock.travelling;
      button.setAttribute("aria-pressed", String(isPace));
    }
  }
  tick();
}

export function start() {
  for (const button of buttons) {
    button.addEventListener("click", () => {
      if (button.dataset.travel) travel(button.dataset.travel).catch(() => {});
      else post("/clock/pace", { pace: Number(button.dataset.pace) }).catch(() => {});
    });
  }
  whenChanged(tick);
  setInterval(tick, 250);
}
