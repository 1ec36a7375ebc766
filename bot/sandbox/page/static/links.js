// Links: those that open a chat with the bot open on a phone of this page, others in a new tab.

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
export function payloadOf(address) {
  const url = parsed(address);
  if (!url) return null;
  const isWeb = ["t.me", "telegram.me"].includes(url.hostname);
  const name = isWeb ? url.pathname.slice(1) : url.searchParams.get("domain");
  if (!isWeb && url.protocol !== "tg:") return null;
  if (name?.toLowerCase() !== page.bot.toLowerCase()) return null;
  return url.searchParams.get("start") ?? "";
}

function choice(label, detail, choose) {
  const button = make("button", { type: "button" }, make("b", {}, label), make("span", {}, detail));
  button.addEventListener("click", () => {
    dialog.close();
    choose();
  });
  return button;
}

export function follow(event, address, from) {
  const payload = payloadOf(address);
  if (payload === null) return;
  event.preventDefault();
  const others = phones().filter((phone) => phone !== from);
  dialog.querySelector(".choices").replaceChildren(
    choice(word("link.new"), "", () => openNew(address)),
    ...others.map((phone) => choice(phone.state.name, phone.role(), () => phone.offer(payload))),
    ...(from ? [choice(from.state.name, from.role(), () => from.offer(payload))] : []),
  );
  dialog.showModal();
}
