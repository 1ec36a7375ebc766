// The keyboards: the one under a bubble, and the one under the typing field.

import { icon, make } from "./dom.js";
import { follow, isSafe } from "./links.js";
import { word } from "./words.js";

function tapping(phone, message, { row, column }) {
  return (event) => {
    event.currentTarget.classList.add("is-waiting");
    phone.tap(message.id, row, column);
  };
}

async function copy(phone, text) {
  await navigator.clipboard.writeText(text).catch(() => {});
  phone.toast(word("chat.copied", { text }));
}

function key(phone, message, place) {
  const { text, kind, value } = message.keyboard[place.row][place.column];
  if (kind === "tap") {
    const button = make("button", { type: "button" }, text);
    button.addEventListener("click", tapping(phone, message, place));
    return button;
  }
  if (kind === "copy") {
    const button = make("button", { type: "button" }, text, icon("copy"));
    button.addEventListener("click", () => copy(phone, value));
    return button;
  }
  if (!isSafe(value)) return make("button", { type: "button", disabled: true }, text);
  const link = make("a", { href: value, target: "_blank", rel: "noopener noreferrer" }, text);
  link.append(icon("link"));
  link.addEventListener("click", (event) => follow(event, value, phone));
  return link;
}

export function inlineKeyboard(phone, message) {
  const board = make("div", { class: "keyboard", role: "group" });
  board.setAttribute("aria-label", word("chat.buttons"));
  message.keyboard.forEach((keys, row) => {
    const line = make("div", { class: "keys" });
    keys.forEach((_, column) => line.append(key(phone, message, { row, column })));
    board.append(line);
  });
  return board;
}

export function showReplies(node, rows, phone) {
  node.hidden = rows.length === 0;
  node.replaceChildren(
    ...rows.map((labels) => {
      const line = make("div", { class: "keys" });
      for (const label of labels) {
        const button = make("button", { type: "button" }, label);
        button.addEventListener("click", () => phone.write(label));
        line.append(button);
      }
      return line;
    }),
  );
}
