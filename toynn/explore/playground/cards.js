// Nothing to see: keeps the keys of the menu and the buttons beside it, and speaks.

const UNSEEN = "position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%)";

function render({ model, el }) {
  el.style.cssText = UNSEEN;
  el.setAttribute("aria-live", "polite");
  const tell = () => (el.textContent = model.get("spoken"));
  model.on("change:spoken", tell);
  requestAnimationFrame(() => {
    const box = el.closest(".toynn-cards") ?? el; // by now the others are in it, too
    box.addEventListener("keydown", keepKeys);
  });
}

export default { render };
