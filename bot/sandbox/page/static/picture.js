// A picture, as large as the window.

const dialog = document.getElementById("picture-dialog");
dialog.addEventListener("click", () => dialog.close());

export function enlarge(address, alt) {
  const image = dialog.querySelector("img");
  image.src = address;
  image.alt = alt;
  dialog.showModal();
}
