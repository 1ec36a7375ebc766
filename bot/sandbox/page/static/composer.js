// The foot of a phone: typing, the command menu, what can be attached, START.

import { showReplies } from "./buttons.js";
import { icon, make, popover } from "./dom.js";
import { isSafe } from "./links.js";
import { word } from "./words.js";

const KINDS = ["voice", "photo", "sticker", "document", "contact", "location"];

export class Composer {
  constructor(node, phone) {
    this.node = node;
    this.phone = phone;
    this.field = node.querySelector(".field");
    this.input = node.querySelector("input");
    this.editing = null;
    this.#typing();
    this.#menus();
    node.querySelector(".start").addEventListener("click", () => phone.open());
    node.querySelector(".unblock").addEventListener("click", () => phone.block(false));
  }

  show(state, offered) {
    const hadFocus = this.node.contains(document.activeElement);
    const mustStart = !state.blocked && (!state.started || offered !== null);
    this.field.hidden = state.blocked || mustStart;
    this.node.querySelector(".start").hidden = !mustStart;
    this.node.querySelector(".unblock").hidden = !state.blocked;
    const rows = this.field.hidden ? [] : state.replies;
    showReplies(this.node.querySelector(".replies"), rows, this.phone);
    this.#showCommands(state);
    this.#showKinds();
    if (hadFocus) this.#keepFocus();
  }

  // What has the focus may be gone with the answer to it, as START is.
  #keepFocus() {
    if (document.activeElement.offsetParent && this.node.contains(document.activeElement)) return;
    const first = this.field.hidden ? this.node.querySelector(".wide:not([hidden])") : this.input;
    first.focus({ preventScroll: true });
  }

  #typing() {
    this.field.addEventListener("submit", (event) => {
      event.preventDefault();
      const text = this.input.value.trim();
      if (!text) return;
      if (this.editing) this.phone.edit(this.editing, text);
      else this.phone.write(text);
      this.#edit(null);
    });
    this.input.addEventListener("keydown", (event) => {
      if (event.key === "ArrowUp" && !this.input.value) this.#edit(this.phone.lastOwn());
      if (event.key === "Escape") this.#edit(null);
    });
    this.input.addEventListener("input", () => {
      if (this.input.value === "/") this.node.querySelector(".commands").hidden = false;
      else if (!this.input.value.startsWith("/")) this.node.querySelector(".commands").hidden = true;
    });
    this.node.querySelector(".editing button").addEventListener("click", () => this.#edit(null));
  }

  #edit(message) {
    this.editing = message?.id ?? null;
    this.input.value = message?.text ?? "";
    this.node.querySelector(".editing").hidden = !message;
    this.node.querySelector(".commands").hidden = true;
    this.input.focus({ preventScroll: true });
  }

  #menus() {
    const menu = this.node.querySelector(".menu-button");
    popover(menu, this.node.querySelector(".commands"));
    popover(this.node.querySelector(".attach"), this.node.querySelector(".kinds"));
    menu.addEventListener("click", () => {
      const { menu: button } = this.phone.state;
      if (button && isSafe(button.url)) window.open(button.url, "_blank", "noopener");
    });
  }

  #showCommands(state) {
    const menu = this.node.querySelector(".menu-button");
    menu.hidden = state.commands.length === 0 && !state.menu;
    menu.querySelector(".menu-word").textContent = state.menu?.text ?? word("chat.menu");
    const lines = state.menu ? [] : state.commands;
    this.node.querySelector(".commands ul").replaceChildren(
      ...lines.map(({ command, description }) => {
        const button = make("button", { type: "button" }, make("b", {}, `/${command}`), description);
        button.addEventListener("click", () => {
          this.phone.write(`/${command}`);
          this.#edit(null);
        });
        return make("li", {}, button);
      }),
    );
  }

  #showKinds() {
    this.node.querySelector(".kinds").replaceChildren(
      ...KINDS.map((kind) => {
        const button = make("button", { type: "button" }, icon(kind), word(`kind.${kind}`));
        button.addEventListener("click", () => this.phone.send(kind));
        return button;
      }),
    );
  }
}
