// Links: those that lead to the bot open on a phone of this page, or in a group; others in a new tab.

import { make } from "./dom.js";
import { page } from "./server.js";
import { word } from "./words.js";

const dialog = document.getElementById("link-dialog");
let phones = () => [];
let openNew = () => {};

export function connect({ listPhones, openNewPhone }) {
  phones = listPhones;
  openNew = openNewPhone;
  dialog.querySelector(".cancel").addEventListener("click", () => dialog.close());
}

function parsed(address) {
  try {
    return new URL(address);
  } catch {
    return null;
  }
}

export const isSafe = (address) =>
  ["http:", "https:", "tg:", "mailto:", "tel:"].includes(parsed(address)?.protocol);

// What stands behind start= in a link to our bot; null for any other link.
export const payloadOf = (address) => asked(address, "start");

function asked(address, name) {
  const url = parsed(address);
  if (!url) return null;
  const isWeb = ["t.me", "telegram.me"].includes(url.hostname);
  const bot = isWeb ? url.pathname.slice(1) : url.searchParams.get("domain");
  if (!isWeb && url.protocol !== "tg:") return null;
  if (bot?.toLowerCase() !== page.bot.toLowerCase()) return null;
  return url.searchParams.get(name) ?? "";
}

function choice(label, detail, choose) {
  const button = make("button", { type: "button" }, make("b", {}, label), make("span", {}, detail));
  button.addEventListener("click", () => {
    dialog.close();
    choose();
  });
  return button;
}

function choose(title, choices) {
  const heading = dialog.querySelector("h2");
  heading.dataset.word = title;
  heading.textContent = word(title);
  dialog.querySelector(".choices").replaceChildren(...choices);
  dialog.showModal();
}

export function follow(event, address, from) {
  const payload = payloadOf(address);
  if (payload === null) return;
  event.preventDefault();
  const forGroup = asked(address, "startgroup");
  const others = phones().filter((phone) => phone !== from && !phone.isGroup);
  if (from.isGroup) others.find((phone) => phone.state.id === from.acting).offer(payload);
  else if (forGroup) {
    const groups = phones().filter((phone) => phone.isGroup);
    choose("link.group", groups.map((group) => choice(group.state.name, "", () => from.openIn(group, forGroup))));
  } else {
    choose("link.title", [
      choice(word("link.new"), "", () => openNew(address)),
      ...others.map((phone) => choice(phone.state.name, phone.role(), () => phone.offer(payload))),
      choice(from.state.name, from.role(), () => from.offer(payload)),
    ]);
  }
}
