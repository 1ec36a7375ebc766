// One phone: what its owner sees, and what they do with it.

import { Bubbles } from "./bubbles.js";
import { Composer } from "./composer.js";
import { make, popover } from "./dom.js";
import { showPreview } from "./lockscreen.js";
import { page, post } from "./server.js";
import { dress, word } from "./words.js";

const TOAST_LASTS = 4000;
const FACES = 6;

export class Phone {
  constructor(state) {
    const template = document.getElementById("phone-template");
    this.node = template.content.firstElementChild.cloneNode(true);
    this.node.id = `phone-${state.id}`;
    this.offered = null;
    this.state = state;
    dress(this.node);
    this.bubbles = new Bubbles(this.node.querySelector(".messages"), this);
    this.composer = new Composer(this.node.querySelector(".composer"), this);
    this.#options();
    const chat = this.node.querySelector(".chat");
    for (const sign of ["pointerdown", "focusin"]) chat.addEventListener(sign, () => this.#read());
    this.isPressed = false;
    this.held = null;
    this.isGroup = false;
    this.#press();
  }

  show(state) {
    if (this.isPressed) {
      this.held = state;
      return;
    }
    this.state = state;
    if (this.#isInUse()) this.#read();
    this.#showOwner();
    this.showContact();
    showPreview(this.node.querySelector(".lock"), state.messages);
    this.bubbles.show(state.messages, this.state.unread);
    this.composer.show(state, this.offered);
    for (const key of this.node.querySelectorAll(".is-waiting")) key.classList.remove("is-waiting");
  }

  speak() {
    dress(this.node);
    this.bubbles.forget();
    this.show(this.held ?? this.state);
  }

  role = () => word(`role.${this.state.role}`);
  lastOwn = () => this.state.messages.findLast((each) => each.mine && each.kind === "text");

  // A link was opened here: START is what its owner presses next.
  offer(payload) {
    this.offered = payload || null;
    this.composer.show(this.state, this.offered);
    this.node.scrollIntoView({ inline: "center", block: "nearest" });
    this.node.querySelector(".start").focus({ preventScroll: true });
  }

  open() {
    const payload = this.offered;
    this.offered = null;
    this.act("open", { payload });
    this.bubbles.toEnd();
  }

  write(text) {
    this.act("write", { text });
    this.bubbles.toEnd();
  }

  tap(message, row, column) {
    this.act("tap", { message, row, column });
  }

  // A link that lets a group be chosen puts the bot into it.
  openIn(group, payload) {
    this.act("open", { payload, group: group.state.id });
    group.actAs(this.state.id);
    group.node.scrollIntoView({ inline: "center", block: "nearest" });
  }

  edit = (message, text) => this.act("edit", { message, text });
  send = (kind) => this.act("send", { kind });
  block = (blocked) => this.act("block", { blocked });

  toast(text) {
    const toast = make("p", { class: "toast" }, text);
    this.node.querySelector(".toasts").replaceChildren(toast);
    setTimeout(() => toast.remove(), TOAST_LASTS);
  }

  act(what, body) {
    post(`/phones/${this.state.id}/${what}`, body).catch(() => {});
  }

  // Whoever has just typed or tapped here sees the answer come in.
  #isInUse() {
    return document.hasFocus() && this.node.querySelector(".chat").contains(document.activeElement);
  }

  #read() {
    if (!this.state.unread) return;
    this.state = { ...this.state, unread: 0 };
    this.act("read", {});
  }

  // Nothing moves under a pressed finger: a button that is laid anew before the finger is
  // lifted would lose the tap. The click comes after pointerup, so the page waits for it.
  #press() {
    this.node.addEventListener("pointerdown", () => {
      this.isPressed = true;
    });
    for (const sign of ["pointerup", "pointercancel"]) {
      window.addEventListener(sign, () => setTimeout(() => this.#release()));
    }
  }

  #release() {
    if (!this.isPressed) return;
    this.isPressed = false;
    const state = this.held;
    this.held = null;
    if (state) this.show(state);
  }

  #options() {
    popover(this.node.querySelector(".options-button"), this.node.querySelector(".options"));
    this.node.querySelector(".block").addEventListener("click", () => this.block(true));
    const rename = this.node.querySelector(".rename");
    rename.addEventListener("click", () => {
      const name = window.prompt(word("new.name"), this.state.name)?.trim();
      if (name) this.act("rename", { name });
    });
  }

  #showOwner() {
    const { id, name, about, role } = this.state;
    const face = this.node.querySelector(".face");
    face.textContent = [...name][0]?.toUpperCase() ?? "";
    face.className = `face face-${Math.abs(id) % FACES}`;
    this.node.dataset.role = role;
    this.node.querySelector(".name").textContent = name;
    this.node.querySelector(".role").textContent = this.role();
    this.node.querySelector(".about").textContent = about ? word(about) : "";
    this.node.setAttribute("aria-label", `${name}, ${this.role()}`);
    this.node.querySelector(".scroll").setAttribute("aria-label", word("chat.messages", { name }));
  }

  showContact() {
    const { unread, blocked, started } = this.state;
    const count = this.node.querySelector(".unread");
    count.hidden = !unread;
    count.textContent = unread;
    count.setAttribute("aria-label", word("chat.count", { count: unread }));
    const empty = this.node.querySelector(".empty");
    empty.hidden = this.state.messages.length > 0;
    empty.textContent = this.state.description || word("chat.empty");
    this.node.querySelector(".bot-name").textContent = page.botName;
    this.node.querySelector(".bot-state").textContent = word(blocked ? "chat.blocked" : "chat.bot");
    this.node.querySelector(".block").hidden = blocked || !started;
    this.node.classList.toggle("is-blocked", blocked);
  }
}
