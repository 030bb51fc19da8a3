// Details: the table of all weights, and the code. They are sent only where they are open.

class Details {
  constructor(model, parent, title, name) {
    this.model = model;
    this.root = make("details", name, parent);
    make("summary", "", this.root, title);
    this.body = make("div", "scroller", this.root);
    this.body.tabIndex = 0;
    this.body.setAttribute("role", "region");
    this.body.setAttribute("aria-label", title);
    this.root.addEventListener("toggle", () => model.send({ kind: "want", what: name, on: this.root.open }));
  }
}

class WeightTable extends Details {
  constructor(model, parent) {
    super(model, parent, "All weights and biases", "table");
  }

  draw() {
    const table = make("table", "");
    fillTable(table, this.model.get("table"));
    this.body.replaceChildren(table);
  }
}

class Program extends Details {
  constructor(model, parent) {
    super(model, parent, "Show the code", "code");
    const copy = make("button", "small", null, "Copy the code");
    copy.type = "button";
    copy.onclick = () => navigator.clipboard?.writeText(this.model.get("code")).then(() => (copy.textContent = "Copied"));
    this.body.before(copy);
  }

  draw() {
    this.body.replaceChildren(make("pre", "", null, this.model.get("code")));
  }
}

