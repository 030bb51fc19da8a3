// The network: a square for each node, the links between them, and buttons for what can be changed.

const HEAD = 52, GAP = 10, LABEL = 56; // pixels: above the first node, between nodes, left of the first
const NODES_HELP = "Each square shows what one neuron answers everywhere on the map. "
  + "Point at it (or go there with Tab and the arrow keys) to see it large. Click it (or press Enter) to see its numbers and change them.";

class NetworkView {
  constructor(model, parent, screen) {
    Object.assign(this, { model, screen, links: new Links(), at: [0, 0] });
    this.root = make("div", "net", parent);
    this.depth = make("div", "depth", this.root);
    this.stage = make("div", "stage", this.root);
    this.canvas = make("canvas", "links", this.stage);
    this.squares = make("canvas", "squares", this.stage);
    for (const canvas of [this.canvas, this.squares]) canvas.setAttribute("aria-hidden", "true");
    this.heads = make("div", "heads", this.stage);
    this.nodes = make("div", "nodes", this.stage);
    this.nodes.setAttribute("role", "group");
    this.nodes.setAttribute("aria-label", "The network. Arrow keys go from node to node.");
    this.tip = make("div", "tip", this.stage);
    this.tip.hidden = true;
    make("p", "callout", this.root, NODES_HELP);
    this.key = make("p", "callout", this.root);
    this.card = new Card(model, this.root, () => this.buttons[this.at[0]][this.at[1]].focus());
    this.strip = document.createElement("canvas");
    this.listen();
  }

  listen() {
    this.canvas.addEventListener("pointermove", (event) => this.hover(event));
    this.canvas.addEventListener("pointerleave", () => (this.tip.hidden = true));
    this.canvas.addEventListener("click", (event) => this.pick(event));
    this.canvas.addEventListener("mousedown", (event) => {
      event.preventDefault(); // else JupyterLab takes the focus, and moves the page under the pointer
      event.stopPropagation();
    });
    this.nodes.addEventListener("keydown", (event) => this.travel(event));
    this.watch = new ResizeObserver(() => this.lay());
    this.watch.observe(this.root);
  }

  close() {
    this.watch.disconnect();
  }

  // Buttons for what can be changed about layers; and a button over every node.
  plan(plan) {
    const kept = this.nodes.contains(document.activeElement), label = document.activeElement?.ariaLabel;
    const elsewhere = ![this.heads, this.depth].some((part) => part.contains(document.activeElement));
    if (elsewhere && document.activeElement !== document.body) this.refocus = null; // the reader has moved on
    this.spec = plan;
    this.columns = [plan.features.map((name) => ({ name, feature: true, on: plan.on.includes(name) }))]
      .concat(plan.layers.map((layer) => layer.nodes.map((name) => ({ name, activation: layer.activation }))));
    this.planDepth(plan);
    this.planHeads(plan);
    this.nodes.replaceChildren();
    this.buttons = this.columns.map((column, c) => column.map((node, r) => this.node(node, c, r)));
    const column = Math.min(this.at[0], this.columns.length - 1);
    this.at = [column, Math.min(this.at[1], this.columns[column].length - 1)];
    this.buttons[this.at[0]][this.at[1]].tabIndex = 0;
    this.lay();
    if (kept) this.buttons.flat().find((button) => button.ariaLabel === label)?.focus();
    this.card.plan(plan);
  }

  planDepth({ hidden, change, most }) {
    const text = `${hidden} hidden ${hidden === 1 ? "layer" : "layers"}`;
    const focused = this.depth.contains(document.activeElement) && document.activeElement.ariaLabel;
    this.depth.replaceChildren();
    make("span", "", this.depth, text);
    if (!change.layers) return;
    this.button(this.depth, "−", "Remove a hidden layer", { kind: "layers", by: -1 }, hidden > 0);
    this.button(this.depth, "+", "Add a hidden layer", { kind: "layers", by: 1 }, hidden < most.layers);
    if (focused) [...this.depth.children].find((part) => part.ariaLabel === focused)?.focus();
  }

  planHeads({ hidden, change, most }) {
    this.heads.replaceChildren();
    this.headings = this.columns.map((column, c) => {
      const head = make("div", "heading", this.heads), isHidden = c > 0 && c <= hidden;
      if (isHidden && change.layers) {
        this.button(head, "−", `Remove a neuron from layer ${c}`, { kind: "grow", layer: c - 1, by: -1 }, column.length > 1);
        this.button(head, "+", `Add a neuron to layer ${c}`, { kind: "grow", layer: c - 1, by: 1 }, column.length < most.neurons);
      }
      const text = make("span", "", head, c === 0 ? "features" : isHidden ? String(column.length) : "output");
      if (isHidden) make("span", "word", text, column.length === 1 ? " neuron" : " neurons");
      return head;
    });
  }

  button(parent, text, label, message, can) {
    const button = make("button", "small", parent, text);
    Object.assign(button, { type: "button", ariaLabel: label, title: label });
    button.setAttribute("aria-disabled", String(!can)); // stays in reach of Tab, unlike a disabled one
    button.onclick = () => {
      this.refocus = label;
      if (can) this.model.send(message);
    };
    if (this.refocus === label) requestAnimationFrame(() => button.isConnected && button.focus());
  }

  node(node, c, r) {
    const button = make("button", "node", this.nodes);
    Object.assign(button, { type: "button", tabIndex: -1, title: "" });
    if (node.feature) {
      button.setAttribute("role", "switch");
      button.setAttribute("aria-checked", String(node.on));
      button.classList.toggle("toynn-off", !node.on);
    }
    button.ariaLabel = node.feature ? `feature ${node.name}` : `${node.name}, ${node.activation}`;
    button.onclick = () => {
      this.goTo(c, r);
      if (!node.feature) this.card.open(c - 1, r, "bias");
      else if (this.spec.change.features) this.model.send({ kind: "feature", name: node.name });
    };
    const show = () => this.screen.show(c - 1, r);
    button.onpointerenter = show;
    button.onfocus = () => {
      this.goTo(c, r);
      show();
    };
    button.onpointerleave = button.onblur = () => this.screen.show(null);
    return button;
  }

  goTo(c, r) {
    this.buttons[this.at[0]][this.at[1]].tabIndex = -1;
    this.at = [c, r];
    this.buttons[c][r].tabIndex = 0;
  }

  travel(event) {
    const step = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] }[event.key];
    if (!step) return;
    event.preventDefault();
    const c = Math.max(0, Math.min(this.at[0] + step[0], this.columns.length - 1));
    const r = Math.max(0, Math.min(this.at[1] + step[1], this.columns[c].length - 1));
    this.goTo(c, r);
    this.buttons[c][r].focus();
  }

  // Where everything is, for the room that there is.
  lay() {
    const width = Math.floor(this.stage.clientWidth);
    if (!this.columns || !width) return;
    const count = this.columns.length, most = Math.max(...this.columns.map((column) => column.length));
    this.size = Math.max(18, Math.min(38, (width - LABEL) / count - 26));
    const step = (width - LABEL - this.size - 24) / (count - 1);
    this.place = { x: (c) => LABEL + c * step, y: (r) => HEAD + r * (this.size + GAP) };
    const height = this.place.y(most);
    [this.pen, this.squarePen] = [this.canvas, this.squares].map((canvas) => fit(canvas, width, height));
    this.stage.style.height = `${height}px`;
    this.buttons.forEach((column, c) => column.forEach((button, r) => {
      const [left, top] = [this.place.x(c), this.place.y(r)];
      Object.assign(button.style, { left: `${left}px`, top: `${top}px`, width: `${this.size}px`, height: `${this.size}px` });
    }));
    this.layHeads(width, step);
    this.links.lay(this.columns, this.size, this.place);
    this.screen.redraw();
  }

  layHeads(width, step) {
    const room = Math.min(step - 4, 96);
    this.headings.forEach((head, c) => {
      const middle = Math.max(room / 2, Math.min(this.place.x(c) + this.size / 2, width - room / 2));
      Object.assign(head.style, { left: `${middle - room / 2}px`, width: `${room}px` });
      head.classList.toggle("toynn-tight", step < 66);
    });
  }

  draw(facts, numbers, maps, palette, colour) {
    if (!this.pen || !this.buttons) return;
    Object.assign(this, { numbers, kind: facts.links });
    this.links.draw(this.canvas, this.pen, numbers, { kind: facts.links, palette, colour, playing: facts.playing });
    paint(this.strip, maps, facts.small, this.screen.shades, facts.discrete);
    this.drawSquares(facts.small, colour);
    if (this.key.textContent !== facts.links_text) this.key.textContent = facts.links_text;
    this.card.show(facts, palette, colour);
  }

  drawSquares(small, colour) {
    const { squarePen: pen, size } = this;
    let map = 0;
    pen.clearRect(0, 0, this.squares.width, this.squares.height);
    pen.strokeStyle = colour;
    this.columns.forEach((column, c) => column.forEach((node, r) => {
      const off = node.feature && !node.on, x = this.place.x(c), y = this.place.y(r);
      pen.globalAlpha = off ? 0.35 : 1;
      pen.drawImage(this.strip, 0, small * map++, small, small, x, y, size, size);
      pen.globalAlpha = 1;
      pen.lineWidth = off ? 0.5 : 1.2;
      pen.strokeRect(x, y, size, size);
      if (node.feature) this.write(node.name, x - 6, y + size / 2, colour);
    }));
  }

  write(text, x, y, colour) {
    const font = "13px system-ui, sans-serif";
    Object.assign(this.squarePen, { font, textAlign: "right", textBaseline: "middle", fillStyle: colour });
    this.squarePen.fillText(text, x, y);
  }

  // The weight or bias under the pointer, and where that is.
  under(event) {
    const { left, top, width } = this.canvas.getBoundingClientRect(), scale = this.canvas.offsetWidth / width;
    const x = (event.clientX - left) * scale, y = (event.clientY - top) * scale, found = this.links.at(this.pen, x, y);
    return found && { ...found, x, y };
  }

  hover(event) {
    const found = this.under(event);
    this.tip.hidden = !found || !this.numbers;
    this.canvas.style.cursor = found ? "pointer" : "";
    if (this.tip.hidden) return;
    const name = found.weight === null ? "Bias" : "Weight", value = this.numbers[found.at];
    this.tip.textContent = this.kind === "gradients"
      ? `Gradient of the ${name.toLowerCase()} is ${value.toPrecision(2)}` : `${name} is ${value.toFixed(2)}`;
    Object.assign(this.tip.style, { left: `${Math.min(found.x + 12, this.stage.clientWidth - 150)}px`, top: `${found.y + 12}px` });
  }

  pick(event) {
    const found = this.under(event);
    if (!found) return;
    this.goTo(found.layer + 1, found.node);
    this.card.open(found.layer, found.node, found.weight ?? "bias");
  }
}

