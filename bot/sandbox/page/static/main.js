// Joins the parts of the page.

import * as clockbar from "./clockbar.js";
import * as fold from "./fold.js";
import { GroupPhone } from "./group.js";
import { connect } from "./links.js";
import * as newphone from "./newphone.js";
import { Phone } from "./phone.js";
import { listen, page } from "./server.js";
import { showTab } from "./tabs.js";
import * as words from "./words.js";

const row = document.getElementById("phones");
const alertDialog = document.getElementById("alert-dialog");
const phones = new Map();
const waiting = new Map();

function showPhone(state) {
  let phone = phones.get(state.id);
  if (!phone) {
    phone = state.members ? new GroupPhone(state) : new Phone(state);
    phones.set(state.id, phone);
    row.append(phone.node);
  }
  phone.show(state);
  showTab(phone);
  if (waiting.has(state.id)) arrived(state.id, waiting.get(state.id));
}

// The answer to "new phone" and the phone itself may come in either order.
function arrived(id, payload) {
  const phone = phones.get(id);
  if (!phone) {
    waiting.set(id, payload);
    return;
  }
  waiting.delete(id);
  phone.offer(payload);
}

function showAnswer({ phone, text, alert }) {
  const node = phones.get(phone)?.node;
  for (const key of node?.querySelectorAll(".is-waiting") ?? []) key.classList.remove("is-waiting");
  if (!text) return;
  if (!alert) {
    phones.get(phone)?.toast(text);
    return;
  }
  document.getElementById("alert-text").textContent = text;
  alertDialog.showModal();
}

await words.load(page.base);
connect({ listPhones: () => [...phones.values()], openNewPhone: newphone.openDialog });
newphone.start(arrived);
clockbar.start();
fold.start();
alertDialog.querySelector(".cancel").addEventListener("click", () => alertDialog.close());
document.getElementById("language").addEventListener("click", () => words.speak(words.other()));
words.whenChanged(() => phones.forEach((phone) => phone.speak()));
listen({ phone: showPhone, clock: clockbar.show, answer: showAnswer });
