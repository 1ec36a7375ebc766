// One line at the foot of the page, for what concerns the page and no phone.

const LASTS = 5000;
let timer;

export function notice(text, { lasting = false } = {}) {
  const line = document.getElementById("notice");
  clearTimeout(timer);
  line.textContent = text;
  line.hidden = !text;
  if (text && !lasting) timer = setTimeout(() => notice(""), LASTS);
}
