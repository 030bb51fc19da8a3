// Nothing to see: makes the controls beside it usable from the keyboard and by ear.

const UNSEEN = "position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%)";

// Where an option needs two lines: its button is behind its text, and would float beside the last.
const LINES = "height: auto; display: flex; flex-direction: row-reverse; justify-content: flex-end";

// ipywidgets leaves each radio button on its own: Tab would stop at every one, and none would know
// its question. It makes them again when a choice is taken back, so this is done more than once.
function group(box) {
  for (const buttons of box.querySelectorAll(".widget-radio-box:has(input:not([name]))")) {
    const label = buttons.parentElement.querySelector(".widget-label");
    const name = `choice-${Math.random().toString(36).slice(2)}`; // no other group on the page has it
    buttons.setAttribute("role", "radiogroup");
    buttons.setAttribute("aria-label", label?.textContent ?? "");
    for (const button of buttons.querySelectorAll("input")) {
      button.name = name;
      button.parentElement.style.cssText += LINES;
      button.style.flexShrink = 0;
    }
  }
}

// ipywidgets gives a tick box one line, and the label of a text field the right edge of it.
function unfold(box) {
  for (const part of box.querySelectorAll(".widget-checkbox, .widget-checkbox *:not(input)")) {
    part.style.cssText += "height: auto; line-height: 1.5; white-space: normal; overflow: visible";
  }
  for (const label of box.querySelectorAll(".widget-textarea .widget-label")) {
    label.style.textAlign = "left";
  }
}

// The answer leaves after all that was held back when the question came: Form.once_settled.
function initialize({ model }) {
  model.on("msg:custom", (message) => {
    if (message === "settled?") model.send("settled");
  });
}

function render({ model, el }) {
  el.style.cssText = UNSEEN;
  el.setAttribute("aria-live", "polite");
  const tell = () => (el.textContent = model.get("spoken"));
  model.on("change:spoken", tell);
  let release;
  const asked = requestAnimationFrame(() => {
    const box = el.closest(".widget-vbox") ?? el; // by now the others are in it, too
    group(box);
    unfold(box);
    box.addEventListener("focusin", () => group(box));
    release = keepKeys(box, ofControl);
    model.on("msg:custom", (message) => {
      if (message !== "scroll") return;
      requestAnimationFrame(() => box.querySelector(":scope > button").scrollIntoView());
    });
  });
  return () => {
    cancelAnimationFrame(asked);
    release?.();
  };
}

export default { initialize, render };
