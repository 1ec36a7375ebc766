// What the locked phone shows of the last message of the bot: an edit gives no new notification.

import { plain } from "./entities.js";
import { page } from "./server.js";
import * as time from "./time.js";
import { word } from "./words.js";

const SIGNS = { photo: "lock.photo", document: "lock.document" };

function body(message) {
  const words = message.announced ?? plain(message.text, message.entities);
  const kind = SIGNS[message.kind];
  return kind ? `${word(kind)}${words ? `, ${words}` : ""}` : words;
}

export function showPreview(node, messages) {
  const last = messages.findLast((message) => !message.mine);
  node.querySelector(".preview").hidden = !last;
  node.querySelector(".preview-none").hidden = Boolean(last);
  if (!last) return;
  node.querySelector(".preview-head b").textContent = page.botName;
  node.querySelector(".preview-head time").textContent = time.hour(new Date(last.at));
  node.querySelector(".preview-body").textContent = body(last);
}
