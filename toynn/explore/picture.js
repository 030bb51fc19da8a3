// A picture with its alt text, a sentence and a table that say the same, and a line for what went wrong.
// The sentence is shown at once, but read aloud only when the picture has come to rest.
const REST = 700; // milliseconds

function fill(table, rows) {
  table.hidden = rows.length === 0;
  table.replaceChildren(
    ...rows.map((row, number) => {
      const line = document.createElement("tr");
      row.forEach((text, column) => {
        const heads = text && (number === 0 || column === 0); // the corner may be empty
        const cell = document.createElement(heads ? "th" : "td");
        if (cell.tagName === "TH") cell.scope = number === 0 ? "col" : "row";
        cell.textContent = text;
        line.append(cell);
      });
      return line;
    }),
  );
}

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

  let url, timer;
  const draw = () => {
    const before = url;
    url = URL.createObjectURL(new Blob([model.get("value")], { type: "image/png" }));
    image.src = url;
    if (before) URL.revokeObjectURL(before);
  };
  const tell = () => {
    image.alt = model.get("alt");
    image.style.width = `${model.get("width")}px`;
    sentence.textContent = model.get("sentence");
    clearTimeout(timer);
    timer = setTimeout(() => (spoken.textContent = model.get("sentence")), REST);
  };
  const count = () => {
    fill(table, model.get("table"));
    scroller.tabIndex = table.hidden ? -1 : 0;
  };
  const warn = () => {
    trouble.textContent = model.get("trouble");
    trouble.hidden = !trouble.textContent;
  };
  const updates = { value: draw, alt: tell, sentence: tell, table: count, trouble: warn };
  for (const [name, update] of Object.entries(updates)) {
    model.on(`change:${name}`, update);
    update();
  }
  requestAnimationFrame(() => {
    nameSliders(el); // by then the controls are on the page, too
    el.closest(".widget-vbox")?.addEventListener("keydown", keepKeys);
  });
  scroller.setAttribute("role", "region");
  scroller.setAttribute("aria-label", "The numbers of the picture");
  return () => {
    clearTimeout(timer);
    URL.revokeObjectURL(url);
  };
}

export default { render };
