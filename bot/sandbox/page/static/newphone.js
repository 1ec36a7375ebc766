// The dialog that brings one more phone to the page.

import { payloadOf } from "./links.js";
import { page, post } from "./server.js";
import { current } from "./words.js";

const NAMES = ["Lou", "Sacha", "Noa", "Charlie", "Alix", "Eden", "Maé", "Yaël"];
const dialog = document.getElementById("new-dialog");
const form = dialog.querySelector("form");
let created = 0;

async function create(arrived) {
  const { name, link, language } = form.elements;
  const address = link.value.trim();
  const payload = address ? payloadOf(address) : "";
  dialog.querySelector(".wrong").hidden = payload !== null;
  link.setAttribute("aria-invalid", String(payload === null));
  if (payload === null || !name.value.trim()) return;
  dialog.close();
  const { id } = await post("/phones", { name: name.value.trim(), language: language.value });
  created += 1;
  arrived(id, address ? payload : null);
}

export function openDialog(address = "") {
  form.elements.name.value = NAMES[created % NAMES.length];
  form.elements.link.value = address;
  form.elements.language.value = current();
  dialog.querySelector(".wrong").hidden = true;
  form.elements.link.removeAttribute("aria-invalid");
  dialog.showModal();
  form.elements.name.select();
}

export function start(arrived) {
  document.getElementById("new-phone").addEventListener("click", () => openDialog());
  dialog.querySelector(".cancel").addEventListener("click", () => dialog.close());
  form.elements.link.placeholder = `https://t.me/${page.bot}?start=…`;
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    create(arrived).catch(() => {});
  });
}
