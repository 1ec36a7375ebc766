// On a narrow screen one phone is seen at a time; the tabs say which, and lead to the others.

import { make } from "./dom.js";

const bar = document.getElementById("tabs");
const row = document.getElementById("phones");

export function showTab(phone) {
  const { id, name, unread } = phone.state;
  const known = bar.querySelector(`[data-phone="${id}"]`);
  const tab = known ?? make("button", { type: "button" });
  tab.dataset.phone = id;
  tab.replaceChildren(name, ...(unread ? [make("span", { class: "unread" }, String(unread))] : []));
  if (known) return;
  tab.addEventListener("click", () => phone.node.scrollIntoView({ inline: "start", block: "nearest" }));
  bar.append(tab);
  seen.observe(phone.node);
}

const seen = new IntersectionObserver(
  (entries) => {
    for (const { target, isIntersecting } of entries) {
      const tab = bar.querySelector(`[data-phone="${target.id.slice("phone-".length)}"]`);
      tab?.setAttribute("aria-current", String(isIntersecting));
    }
  },
  { root: row, threshold: 0.6 },
);
