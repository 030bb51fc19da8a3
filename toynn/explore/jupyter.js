// What JupyterLab does not do by itself for controls in an output. Put before each view.

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

// JupyterLab would take these keys: arrows select another cell, and x cuts this one.
function keepKeys(event) {
  const ours = event.target.matches("select, input[type=radio], input[type=checkbox], button");
  const chord = event.ctrlKey || event.metaKey || event.altKey;
  const taken = event.key.length === 1 || /^(Arrow|Home|End|Page)/.test(event.key);
  if (ours && taken && !chord) event.stopPropagation();
}

