// The chat of a group, which all of its members read: one of them at a time writes and taps.

import { make } from "./dom.js";
import { Phone } from "./phone.js";
import { post } from "./server.js";
import { word } from "./words.js";

export class GroupPhone extends Phone {
  constructor(state) {
    super(state);
    this.isGroup = true;
    this.acting = state.members[0].id;
    this.node.classList.add("is-group");
    this.who = this.node.querySelector(".who");
    this.who.hidden = false;
  }

  show(state) {
    super.show(this.#seen(state));
    this.#showMembers();
  }

  act(what, body) {
    post(`/phones/${this.acting}/${what}`, { ...body, chat: this.state.id }).catch(() => {});
  }

  actAs(id) {
    this.acting = id;
    this.show(this.held ?? this.state);
  }

  showContact() {
    super.showContact();
    const { name, members, has_bot: hasBot } = this.state;
    this.node.querySelector(".bot-name").textContent = name;
    const state = word(hasBot ? "group.with-bot" : "group.without-bot", { count: members.length });
    this.node.querySelector(".bot-state").textContent = state;
  }

  // What somebody wrote stands on the right only for themselves.
  #seen(state) {
    const { id, commands } = state.members.find((each) => each.id === this.acting);
    const messages = state.messages.map((each) => ({ ...each, mine: each.sender === id }));
    return { ...state, messages, commands, description: word("group.empty") };
  }

  #showMembers() {
    for (const { id, name } of this.state.members) {
      const key = this.who.querySelector(`[data-person="${id}"]`) ?? this.#key(id);
      key.textContent = name;
      key.setAttribute("aria-pressed", String(id === this.acting));
    }
  }

  #key(id) {
    const key = make("button", { type: "button" });
    key.dataset.person = id;
    key.addEventListener("click", () => this.actAs(id));
    this.who.append(key);
    return key;
  }
}
