// Turns a text and its marked stretches into nodes, as Telegram shows them.

import { make } from "./dom.js";
import { follow, isSafe } from "./links.js";
import { word } from "./words.js";

const TAGS = {
  bold: "strong",
  italic: "em",
  underline: "u",
  strikethrough: "s",
  code: "code",
  pre: "pre",
  blockquote: "blockquote",
  expandable_blockquote: "blockquote",
};
// These stand on lines of their own: the line break after them is shown already.
const BLOCKS = new Set(["pre", "blockquote", "expandable_blockquote"]);
const FOUND = /(?<url>(?:https?|tg):\/\/[^\s<>"«»]+[^\s<>"«».,;:!?)’])|(?<bot_command>(?<![\w/])\/[a-z]\w{0,31})/g;

// Links and commands that nobody marked are found in the text, as Telegram does.
function withFound(text, entities) {
  const found = [...text.matchAll(FOUND)].map((match) => ({
    type: match.groups.url ? "url" : "bot_command",
    offset: match.index,
    length: match[0].length,
  }));
  const isFree = (one) =>
    !entities.some(
      (two) =>
        !(two.type in TAGS && !["code", "pre"].includes(two.type)) &&
        one.offset < two.offset + two.length &&
        two.offset < one.offset + one.length,
    );
  return [...entities, ...found.filter(isFree)];
}

function spoiler() {
  const node = make("span", { class: "spoiler", role: "button", tabIndex: 0 });
  node.setAttribute("aria-label", word("chat.spoiler"));
  const reveal = () => {
    node.classList.add("is-open");
    node.removeAttribute("aria-label");
    node.removeAttribute("role");
  };
  node.addEventListener("click", reveal);
  node.addEventListener("keydown", (event) => event.key === "Enter" && reveal());
  return node;
}

function link(address, phone) {
  if (!isSafe(address)) return make("span");
  const node = make("a", { href: address, target: "_blank", rel: "noopener noreferrer" });
  node.addEventListener("click", (event) => follow(event, address, phone));
  return node;
}

function command(text, phone) {
  const node = make("button", { class: "command", type: "button" });
  node.addEventListener("click", () => phone.write(text));
  return node;
}

function wrapping(entity, text, phone) {
  if (entity.type in TAGS) return make(TAGS[entity.type]);
  if (entity.type === "spoiler") return spoiler();
  if (entity.type === "text_link") return link(entity.url, phone);
  if (entity.type === "url") return link(text, phone);
  if (entity.type === "email") return link(`mailto:${text}`, phone);
  if (entity.type === "phone_number") return link(`tel:${text}`, phone);
  if (entity.type === "bot_command") return command(text, phone);
  return make("span");
}

// `from` and `to` bound the stretch in UTF-16 units, which is how JavaScript counts, too.
function render(text, entities, { from, to, phone }) {
  const nodes = [];
  let at = from;
  let rest = entities;
  while (rest.length) {
    const [first, ...others] = rest;
    const end = Math.min(first.offset + first.length, to);
    const inside = others.filter((entity) => entity.offset < end);
    rest = others.filter((entity) => entity.offset >= end);
    nodes.push(text.slice(at, first.offset));
    const node = wrapping(first, text.slice(first.offset, end), phone);
    node.append(...render(text, inside, { from: first.offset, to: end, phone }));
    nodes.push(node);
    at = BLOCKS.has(first.type) && text[end] === "\n" ? end + 1 : end;
  }
  nodes.push(text.slice(at, to));
  return nodes.filter((node) => node !== "");
}

export function rendered(text, entities, phone) {
  const sorted = withFound(text, entities).sort(
    (one, two) => one.offset - two.offset || two.length - one.length,
  );
  return render(text, sorted, { from: 0, to: text.length, phone });
}

// What a lock screen shows: words only, hidden ones stay hidden.
export function plain(text, entities) {
  const letters = text.split("");
  for (const { type, offset, length } of entities) {
    if (type !== "spoiler") continue;
    for (let at = offset; at < offset + length; at += 1) {
      if (letters[at].trim()) letters[at] = "⠿";
    }
  }
  return letters.join("");
}
