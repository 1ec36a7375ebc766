// Talks to the server: posts what people do, hears what changed.

import { notice } from "./notice.js";
import { word } from "./words.js";

export const page = document.body.dataset;

export async function post(path, body = {}) {
  const response = await fetch(page.base + path, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify(body),
  });
  const said = await response.json().catch(() => ({}));
  if (!response.ok) {
    notice(word("page.refused", { reason: said.error ?? response.status }));
    throw new Error(`${path}: ${response.status}`);
  }
  return said;
}

export function listen(handlers) {
  const source = new EventSource(`${page.base}/events`);
  for (const [name, handle] of Object.entries(handlers)) {
    source.addEventListener(name, (event) => handle(JSON.parse(event.data)));
  }
  source.addEventListener("open", () => notice(""));
  source.addEventListener("error", () => notice(word("page.lost"), { lasting: true }));
}
