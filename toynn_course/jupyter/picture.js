// A picture with its alt text, a sentence and a table that say the same, and a line for what went wrong.
// The sentence is shown at once, but read aloud only when the picture has come to rest.

function render({ model, el }) {
  const make = (tag, name) => {
    const element = document.createElement(tag);
    element.className = `toynn-${name}`;
    el.append(element);
    return element;
  };
  el.classList.add("toynn-picture");
  const image = make("img", "image");
  const trouble = make("p", "trouble");
  const sentence = make("p", "sentence");
  const scroller = make("div", "scroller");
  const table = document.createElement("table");
  scroller.append(table);
  const spoken = make("div", "spoken");
  trouble.setAttribute("role", "alert");
  spoken.setAttribute("aria-live", "polite");

  let timer;
  let gone = false; // the kernel
  const draw = () => {
    image.src = `data:image/png;base64,${base64(model.get("value"))}`;
  };
  const tell = () => {
    image.alt = model.get("alt");
    image.style.width = `${model.get("width")}px`;
    sentence.textContent = model.get("sentence");
    clearTimeout(timer);
    timer = setTimeout(() => (spoken.textContent = model.get("sentence")), REST);
  };
  const count = () => {
    table.hidden = model.get("table").length === 0;
    fillTable(table, model.get("table"));
    scroller.tabIndex = table.hidden ? -1 : 0;
  };
  const warn = () => {
    trouble.textContent = gone ? GONE : model.get("trouble");
    trouble.hidden = !trouble.textContent;
  };
  const updates = { value: draw, alt: tell, sentence: tell, table: count, trouble: warn };
  for (const [name, update] of Object.entries(updates)) {
    model.on(`change:${name}`, update);
    update();
  }
  model.on("comm_live_update", () => {
    gone = true;
    warn();
  });
  let release;
  const asked = requestAnimationFrame(() => {
    nameSliders(el); // by then the controls are on the page, too
    release = keepKeys(el.closest(".widget-vbox") ?? el, ofControl);
  });
  scroller.setAttribute("role", "region");
  scroller.setAttribute("aria-label", "The numbers of the picture");
  return () => {
    clearTimeout(timer);
    cancelAnimationFrame(asked);
    release?.();
  };
}

// An address that holds the picture itself shows 7 ms sooner than one of a blob, which goes by way
// of another process.
function base64({ buffer, byteOffset, byteLength }) {
  const bytes = new Uint8Array(buffer, byteOffset, byteLength);
  if (bytes.toBase64) return bytes.toBase64(); // Chrome has it since 140, Safari since 18.2
  const slice = 8192; // arguments of one call
  let text = "";
  for (let at = 0; at < byteLength; at += slice) {
    // Nine times as quick as spreading the numbers into the call.
    text += String.fromCharCode.apply(null, bytes.subarray(at, at + slice));
  }
  return btoa(text);
}

export default { render };
