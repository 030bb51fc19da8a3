// Thumbnails: the data sets of this kind of problem, each a button.

class Thumbnails {
  constructor(model, parent) {
    this.model = model;
    this.root = make("div", "thumbs", parent);
    this.root.setAttribute("role", "group");
    this.root.setAttribute("aria-label", "Data sets");
  }

  plan(plan) {
    const rows = floats(this.model.get("samples"));
    const focused = this.root.contains(document.activeElement) && document.activeElement.dataset.name;
    this.root.replaceChildren();
    this.root.hidden = plan.datasets.length < 2 || !plan.change.dataset;
    let from = 0;
    for (const { name, count } of plan.datasets) {
      const button = this.button(name, name === plan.dataset);
      this.draw(button.firstChild, rows.subarray(from, (from += 3 * count)), plan);
      make("span", "", button, name);
      if (name === focused) button.focus();
    }
  }

  button(name, chosen) {
    const button = make("button", "thumb", this.root);
    Object.assign(button, { type: "button", onclick: () => this.model.send({ kind: "dataset", name }) });
    button.dataset.name = name;
    button.setAttribute("aria-pressed", String(chosen));
    make("canvas", "", button).setAttribute("aria-hidden", "true");
    return button;
  }

  draw(canvas, rows, { palette, classes }) {
    const pen = fit(canvas, 36, 36);
    for (let i = 0; i < rows.length; i += 3) {
      const [x, y, value] = rows.subarray(i, i + 3);
      pen.fillStyle = classes.length ? palette.classes[value] : colourOfAmount(value, palette);
      pen.fillRect(18 + x * 2.8 - 1, 18 - y * 2.8 - 1, 2, 2);
    }
  }
}

