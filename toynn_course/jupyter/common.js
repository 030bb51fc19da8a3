// What JupyterLab does not do by itself for what is in an output. Put before each view.

const REST = 700; // milliseconds without a change before a sentence is read aloud
const GONE = "The kernel was restarted or has stopped, so this picture stands still. Run its cell again.";

// ipywidgets ties its labels to sliders, and to the numbers beside them, for the eye only.
function nameSliders(el) {
  const box = el.closest(".widget-vbox") ?? el;
  for (const slider of box.querySelectorAll(".widget-slider")) {
    const label = slider.querySelector(".widget-label")?.textContent;
    slider.querySelector("[role=slider]")?.setAttribute("aria-label", label);
    const number = slider.querySelector(".widget-readout");
    number?.setAttribute("role", "textbox");
    number?.setAttribute("aria-label", `${label}, as a number`);
  }
}

// Keys that are the page's: Ctrl+S saves, Shift+Enter runs the cell.
function chord(event) {
  return event.ctrlKey || event.metaKey || event.altKey || (event.shiftKey && event.key === "Enter");
}

// Keys of a control that the page would take: arrows select another cell, Enter edits this one, and x cuts it.
function ofControl(event) {
  const ours = event.target.matches("select, input[type=radio], input[type=checkbox], button, [role=slider]");
  const taken = event.key.length === 1 || /^(Enter|Arrow|Home|End|Page)/.test(event.key);
  return ours && taken && !chord(event);
}

const UNHEARD = "data-lm-suppress-shortcuts"; // no shortcut of JupyterLab or Notebook 7 begins at what has it

// Keep the keys in a box that `ours` says belong there; returns what ends that. JupyterLab hears a key after the
// box, which can stop it. Notebook 7 hears it first, after the window alone, so the key's target is marked meanwhile.
function keepKeys(box, ours) {
  const mark = (event) => {
    const { target } = event;
    if (!box.contains(target) || !ours(event)) return;
    target.setAttribute(UNHEARD, "");
    setTimeout(() => target.removeAttribute(UNHEARD));
  };
  const stop = (event) => ours(event) && event.stopPropagation();
  window.addEventListener("keydown", mark, true);
  box.addEventListener("keydown", stop);
  return () => {
    window.removeEventListener("keydown", mark, true);
    box.removeEventListener("keydown", stop);
  };
}

// Rows of text as a table: the first row and the first column are its heads. Columns of numbers end in
// line, and columns of words begin so.
function fillTable(table, rows) {
  const numbers = (rows[0] ?? []).map((_, column) =>
    rows.some((row, number) => number > 0 && /^[−+-]?\d/.test(row[column])));
  table.replaceChildren(
    ...rows.map((row, number) => {
      const line = document.createElement("tr");
      row.forEach((text, column) => {
        const heads = text && (number === 0 || column === 0); // the corner may be empty
        const cell = document.createElement(heads ? "th" : "td");
        if (cell.tagName === "TH") cell.scope = number === 0 ? "col" : "row";
        cell.textContent = text;
        cell.classList.toggle("toynn-words", !numbers[column]);
        line.append(cell);
      });
      return line;
    }),
  );
}

