// The page's own few words, in French and English, and the switch between them.

const KEPT = "relais-language";
let all = {};
let language = "fr";
const listeners = [];

export async function load(base) {
  all = await (await fetch(`${base}/page/words.json`)).json();
  language = localStorage.getItem(KEPT) ?? document.documentElement.lang;
  if (!(language in all)) language = "fr";
  speak(language);
}

export function word(key, values = {}) {
  const sentence = all[language]?.[key] ?? key;
  return sentence.replace(/\{(\w+)\}/g, (_, name) => values[name] ?? "");
}

export const current = () => language;
export const other = () => (language === "fr" ? "en" : "fr");
export const whenChanged = (listener) => listeners.push(listener);

export function speak(wanted) {
  language = wanted;
  localStorage.setItem(KEPT, wanted);
  document.documentElement.lang = wanted;
  document.title = word("page.title");
  dress(document);
  for (const listener of listeners) listener();
}

// Gives every marked node below `root` its words.
export function dress(root) {
  for (const node of root.querySelectorAll("[data-word]")) {
    node.textContent = word(node.dataset.word);
  }
  for (const node of root.querySelectorAll("[data-word-label]")) {
    const label = word(node.dataset.wordLabel);
    node.setAttribute("aria-label", label);
    if (node.matches("button")) node.title = label;
  }
  for (const node of root.querySelectorAll("[data-word-placeholder]")) {
    node.placeholder = word(node.dataset.wordPlaceholder);
  }
}
