// On a narrow screen the bar and the lock screens are a line each, until a button unfolds them.

const button = document.getElementById("fold");

export function start() {
  button.addEventListener("click", () => {
    const isFolded = document.body.classList.toggle("is-folded");
    button.setAttribute("aria-expanded", String(!isFolded));
  });
}
