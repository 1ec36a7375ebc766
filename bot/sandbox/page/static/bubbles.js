// The bubbles of one chat, in order; only those that changed are made again.

import { inlineKeyboard } from "./buttons.js";
import { icon, make } from "./dom.js";
import { rendered } from "./entities.js";
import { enlarge } from "./picture.js";
import { page } from "./server.js";
import * as time from "./time.js";
import { word } from "./words.js";

const NEAR = 60;

function picture(message) {
  const image = make("img", { src: page.base + message.file.path, alt: message.text || word("kind.photo") });
  if (message.file.width) Object.assign(image, { width: message.file.width, height: message.file.height });
  const button = make("button", { class: "picture", type: "button" }, image);
  button.setAttribute("aria-label", `${word("chat.enlarge")} : ${image.alt}`);
  button.addEventListener("click", () => enlarge(image.src, image.alt));
  return button;
}

function file(message) {
  const name = message.file.name || word("kind.document");
  return make("a", { class: "file", href: page.base + message.file.path, download: name }, icon("document"), name);
}

function attachment(message) {
  if (message.kind === "text") return null;
  if (message.service) return make("p", { class: "kind" }, word(`service.${message.service}`, { name: message.by }));
  if (message.kind === "photo" && message.file) return picture(message);
  if (message.kind === "document" && message.file) return file(message);
  return make("p", { class: "kind" }, icon(message.kind), word(`kind.${message.kind}`));
}

function foot(message) {
  const moment = new Date(message.at);
  const stamp = make("time", { dateTime: message.at }, time.hour(moment));
  const edited = message.edited ? make("span", { class: "edited" }, `${word("chat.edited")} `) : null;
  return make("p", { class: "stamp" }, edited, stamp);
}

function bubble(message, phone) {
  const text = make("div", { class: "text", dir: "auto" });
  text.append(...rendered(message.text, message.entities, phone));
  const by = message.by && !message.mine && !message.service ? make("b", { class: "by" }, message.by) : null;
  const body = make("div", { class: `bubble of-${message.kind}` }, by, attachment(message));
  if (message.text) body.append(text);
  body.append(foot(message));
  for (const emoji of message.reactions) body.append(make("span", { class: "reaction" }, emoji));
  const item = make("li", { class: message.mine ? "mine" : "theirs" }, body);
  item.dataset.message = message.id;
  if (message.keyboard.length) item.append(inlineKeyboard(phone, message));
  return item;
}

function divider(text, name) {
  return make("li", { class: `divider ${name}` }, make("span", {}, text));
}

export class Bubbles {
  constructor(list, phone) {
    this.list = list;
    this.scroll = list.parentElement;
    this.phone = phone;
    this.made = new Map();
    this.isAtEnd = true;
    this.top = 0;
    this.scroll.addEventListener("scroll", () => this.#scrolled());
    const resized = new ResizeObserver(() => this.isAtEnd && this.toEnd());
    for (const node of [this.scroll, list]) resized.observe(node);
  }

  forget() {
    this.made.clear();
  }

  show(messages, unread) {
    const focus = this.#focused();
    this.list.replaceChildren(...this.#lines(messages, unread));
    this.#restore(focus);
    if (this.isAtEnd) this.toEnd();
  }

  toEnd() {
    this.isAtEnd = true;
    this.scroll.scrollTop = this.scroll.scrollHeight;
  }

  // Only moving up leaves the end: a keyboard that opens below must not.
  #scrolled() {
    const isUp = this.scroll.scrollTop < this.top;
    this.top = this.scroll.scrollTop;
    this.isAtEnd = this.#isNearEnd() || (this.isAtEnd && !isUp);
  }

  #isNearEnd() {
    const { scrollTop, scrollHeight, clientHeight } = this.scroll;
    return scrollHeight - scrollTop - clientHeight < NEAR;
  }

  #lines(messages, unread) {
    const lines = [];
    const kept = new Map();
    const theirs = messages.filter((message) => !message.mine);
    const firstUnread = unread ? theirs.at(-unread)?.id : null;
    let lastDay = "";
    for (const message of messages) {
      const today = time.day(new Date(message.at));
      if (today !== lastDay) lines.push(divider(today, "of-day"));
      if (message.id === firstUnread) lines.push(divider(word("chat.unread"), "of-unread"));
      lastDay = today;
      const made = this.#bubble(message);
      kept.set(message.id, made);
      lines.push(made.node);
    }
    this.made = kept;
    return lines;
  }

  #bubble(message) {
    const source = JSON.stringify(message);
    const made = this.made.get(message.id);
    if (made?.source === source) return made;
    const node = bubble(message, this.phone);
    node.classList.toggle("is-new", !made && this.made.size > 0);
    return { source, node };
  }

  // A bubble that is edited under the finger keeps the keyboard focus where it was.
  #focused() {
    const item = document.activeElement?.closest("li[data-message]");
    if (!item || !this.list.contains(item)) return null;
    const controls = [...item.querySelectorAll("a, button, [tabindex]")];
    return { id: item.dataset.message, index: controls.indexOf(document.activeElement) };
  }

  #restore(focus) {
    if (!focus) return;
    const item = this.list.querySelector(`li[data-message="${focus.id}"]`);
    const controls = [...(item?.querySelectorAll("a, button, [tabindex]") ?? [])];
    const node = controls[Math.min(focus.index, controls.length - 1)];
    (node ?? this.scroll).focus({ preventScroll: true });
  }
}
