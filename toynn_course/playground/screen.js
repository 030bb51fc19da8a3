// The screen of the playground: the network with its maps and links, the large map, the chart.
// The kernel trains and computes; this draws what it sends, and tells it what was done here.
const READ_EVERY = 250, SPOKEN_EVERY = 5000; // milliseconds between two sentences, seen and heard
const HEAD = 52, GAP = 10, LABEL = 56; // pixels: above the first node, between nodes, left of the first
const MAP = 264, LEFT = 28, ABOVE = 8, BELOW = 20; // pixels: a side of the large map, and room for its ticks
const LIMIT = 6; // the map goes from -6 to 6 both ways
const still = matchMedia("(prefers-reduced-motion: reduce)");

const floats = (view) => new Float32Array(view.buffer.slice(view.byteOffset, view.byteOffset + view.byteLength));
const bytes = (view) => new Uint8Array(view.buffer, view.byteOffset, view.byteLength);
const rgb = (hex) => [1, 3, 5].map((at) => parseInt(hex.slice(at, at + 2), 16));
const mix = (a, b, t) => a.map((from, i) => Math.round(from + (b[i] - from) * t));

function make(tag, name, parent, text = "") {
  const element = document.createElement(tag);
  if (name) element.className = `toynn-${name}`;
  element.textContent = text;
  parent?.append(element);
  return element;
}

// A canvas as sharp as the screen; its drawing is in CSS pixels.
function fit(canvas, width, height) {
  const ratio = devicePixelRatio || 1;
  Object.assign(canvas, { width: Math.round(width * ratio), height: Math.round(height * ratio) });
  Object.assign(canvas.style, { width: `${width}px`, height: `${height}px` });
  const pen = canvas.getContext("2d");
  pen.scale(ratio, ratio);
  return pen;
}

// ---- Colours: one for each byte of a map (see frames.py) -------------------------------------

function shadesOf(palette) {
  const [low, zero, high] = palette.map.map(rgb);
  const table = new Uint8ClampedArray(256 * 4).fill(255);
  for (let byte = 0; byte < 256; byte++) {
    const level = (byte - 128) / 127;
    const colour = byte === 0 ? rgb(palette.none) : mix(zero, level < 0 ? low : high, Math.abs(level));
    table.set(colour, byte * 4);
  }
  return table;
}

function classShadesOf(palette, sureness) {
  const table = new Uint8ClampedArray(256 * 4).fill(255);
  for (let byte = 0; byte < 256; byte++) {
    const colour = rgb(palette.classes[Math.floor(byte / sureness) % palette.classes.length]);
    table.set(mix(rgb(palette.map[1]), colour, 0.1 + (0.6 * (byte % sureness)) / (sureness - 1)), byte * 4);
  }
  return table;
}

// Bytes of maps, one after the other, as an image as wide as one map; row 0 of a map lies below.
function paint(canvas, levels, side, shades, discrete) {
  const count = levels.length / (side * side);
  if (canvas.width !== side || canvas.height !== side * count) Object.assign(canvas, { width: side, height: side * count });
  const image = new ImageData(side, side * count);
  const words = new Uint32Array(image.data.buffer), colours = new Uint32Array(shades.buffer);
  for (let map = 0, at = 0; map < count; map++)
    for (let row = side - 1; row >= 0; row--)
      for (let column = 0; column < side; column++) {
        const byte = levels[(map * side + row) * side + column];
        words[at++] = colours[discrete && byte ? (byte >= 128 ? 255 : 1) : byte];
      }
  canvas.getContext("2d").putImageData(image, 0, 0);
}

// ---- Markers: what a point is, its shape says as well as its colour --------------------------

function marker(pen, shape, x, y, r) {
  pen.beginPath();
  const corners = { square: [4, 0.125], triangle: [3, 0.25], diamond: [4, 0], down: [3, -0.25], plus: [0], cross: [0] }[shape];
  if (!corners) pen.arc(x, y, r, 0, 2 * Math.PI);
  else if (corners[0])
    for (let i = 0; i < corners[0]; i++) {
      const angle = 2 * Math.PI * (i / corners[0] - corners[1]);
      pen.lineTo(x + 1.2 * r * Math.cos(angle), y + 1.2 * r * Math.sin(angle));
    }
  else {
    const turn = shape === "plus" ? 0 : Math.PI / 4, w = r / 2.4, l = r * 1.25;
    const arms = [[w, w], [w, l], [-w, l], [-w, w], [-l, w], [-l, -w], [-w, -w], [-w, -l], [w, -l], [w, -w], [l, -w], [l, w]];
    for (const [u, v] of arms)
      pen.lineTo(x + u * Math.cos(turn) - v * Math.sin(turn), y + u * Math.sin(turn) + v * Math.cos(turn));
  }
  pen.closePath();
}

// ---- The network: nodes, links, and the card of one neuron -----------------------------------

class Net {
  constructor(model, parent, screen) {
    this.model = model;
    this.screen = screen;
    this.root = make("div", "net", parent);
    this.depth = make("div", "depth", this.root);
    this.stage = make("div", "stage", this.root);
    this.canvas = make("canvas", "links", this.stage);
    this.canvas.setAttribute("aria-hidden", "true");
    this.heads = make("div", "heads", this.stage);
    this.nodes = make("div", "nodes", this.stage);
    this.nodes.setAttribute("role", "group");
    this.nodes.setAttribute("aria-label", "The network. Arrow keys go from node to node.");
    this.tip = make("div", "tip", this.stage);
    this.tip.hidden = true;
    make("p", "callout", this.root, "Each square is the output of one node over the whole map. "
      + "Go to it (with the mouse, or with Tab and the arrow keys) to see it large. Click or press Enter to see and change its numbers.");
    this.key = make("p", "callout", this.root);
    this.card = new Card(model, this.root, () => this.leaveCard());
    this.strip = document.createElement("canvas");
    this.at = [0, 0];
    this.links = [];
    this.dash = 0;
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

  // Buttons for what can be changed about layers; and a button over every node.
  plan(plan) {
    const kept = this.nodes.contains(document.activeElement), label = document.activeElement?.ariaLabel;
    const elsewhere = ![this.heads, this.depth].some((part) => part.contains(document.activeElement));
    if (elsewhere && document.activeElement !== document.body) this.screen.refocus = null; // the reader has moved on
    this.columns = [plan.features.map((name) => ({ name, feature: true, on: plan.on.includes(name) }))]
      .concat(plan.layers.map((layer) => layer.nodes.map((name) => ({ name, activation: layer.activation }))));
    this.spec = plan;
    this.fill(this.depth, plan.change.layers && [
      [`${plan.hidden} hidden ${plan.hidden === 1 ? "layer" : "layers"}`],
      ["−", "Remove a hidden layer", { kind: "layers", by: -1 }, plan.hidden > 0],
      ["+", "Add a hidden layer", { kind: "layers", by: 1 }, plan.hidden < plan.most.layers],
    ], `${plan.hidden} hidden ${plan.hidden === 1 ? "layer" : "layers"}`);
    this.heads.replaceChildren();
    this.headings = this.columns.map((column, c) => {
      const head = make("div", "heading", this.heads);
      const hidden = c > 0 && c <= plan.hidden;
      if (hidden && plan.change.layers) {
        this.button(head, "−", `Remove a neuron from layer ${c}`, { kind: "grow", layer: c - 1, by: -1 }, column.length > 1);
        this.button(head, "+", `Add a neuron to layer ${c}`, { kind: "grow", layer: c - 1, by: 1 }, column.length < plan.most.neurons);
      }
      const text = make("span", "", head, c === 0 ? "features" : hidden ? String(column.length) : "output");
      if (hidden) make("span", "word", text, column.length === 1 ? " neuron" : " neurons");
      return head;
    });
    this.nodes.replaceChildren();
    this.buttons = this.columns.map((column, c) => column.map((node, r) => this.node(node, c, r)));
    const last = [Math.min(this.at[0], this.columns.length - 1), 0];
    this.at = [last[0], Math.min(this.at[1], this.columns[last[0]].length - 1)];
    this.buttons[this.at[0]][this.at[1]].tabIndex = 0;
    this.lay();
    if (kept) this.buttons.flat().find((button) => button.ariaLabel === label)?.focus();
    this.card.plan(plan);
  }

  fill(parent, parts, text) {
    const focused = parent.contains(document.activeElement) && document.activeElement.ariaLabel;
    parent.replaceChildren();
    if (!parts) return make("span", "", parent, text);
    for (const [text, label, message, can] of parts)
      if (message) this.button(parent, text, label, message, can);
      else make("span", "", parent, text);
    if (focused) [...parent.children].find((part) => part.ariaLabel === focused)?.focus();
  }

  button(parent, text, label, message, can) {
    const button = make("button", "small", parent, text);
    Object.assign(button, { type: "button", ariaLabel: label, title: label });
    button.setAttribute("aria-disabled", String(!can)); // stays in reach of Tab, unlike a disabled one
    button.onclick = () => {
      this.screen.refocus = label;
      if (can) this.model.send(message);
    };
    if (this.screen.refocus === label) requestAnimationFrame(() => button.isConnected && button.focus());
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
    button.onpointerleave = () => this.screen.show(null);
    button.onfocus = () => {
      this.goTo(c, r);
      show();
    };
    button.onblur = () => this.screen.show(null);
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

  leaveCard() {
    this.buttons[this.at[0]][this.at[1]].focus();
  }

  // Where everything stands, for the room that there is.
  lay() {
    const width = Math.floor(this.stage.clientWidth);
    if (!this.columns || !width) return;
    const count = this.columns.length, most = Math.max(...this.columns.map((column) => column.length));
    this.size = Math.max(18, Math.min(38, (width - LABEL) / count - 26));
    const step = (width - LABEL - this.size - 24) / (count - 1);
    this.x = this.columns.map((_, c) => LABEL + c * step);
    this.height = HEAD + most * (this.size + GAP);
    this.y = (r) => HEAD + r * (this.size + GAP);
    this.pen = fit(this.canvas, width, this.height);
    this.stage.style.height = `${this.height}px`;
    this.buttons.forEach((column, c) => column.forEach((button, r) => {
      Object.assign(button.style, { left: `${this.x[c]}px`, top: `${this.y(r)}px`, width: `${this.size}px`, height: `${this.size}px` });
    }));
    const room = Math.min(step - 4, 96);
    this.headings.forEach((head, c) => {
      const middle = Math.max(room / 2, Math.min(this.x[c] + this.size / 2, width - room / 2));
      Object.assign(head.style, { left: `${middle - room / 2}px`, width: `${room}px` });
      head.classList.toggle("toynn-tight", step < 66);
    });
    this.curves();
    this.screen.redraw();
  }

  // The path of each link, in the order of the weights, with its ends' names.
  curves() {
    const inputs = this.columns[0].map((node, r) => [node, r]).filter(([node]) => node.on);
    this.links = [], this.biases = [];
    let at = 0;
    for (let c = 1; c < this.columns.length; c++) {
      const from = c === 1 ? inputs : this.columns[c - 1].map((node, r) => [node, r]);
      this.columns[c].forEach((to, r) => from.forEach(([node, row], k) => {
        const path = new Path2D(), x0 = this.x[c - 1] + this.size, x1 = this.x[c];
        const y0 = this.y(row) + this.size / 2;
        const y1 = this.y(r) + (this.size * (k + 1)) / (from.length + 1);
        path.moveTo(x0, y0);
        path.bezierCurveTo((x0 + x1) / 2, y0, (x0 + x1) / 2, y1, x1, y1);
        this.links.push({ path, at: at++, layer: c - 1, node: r, weight: k, from: node.name, to: to.name });
      }));
      this.columns[c].forEach((to, r) => this.biases.push({ at: at++, layer: c - 1, node: r, to: to.name, x: this.x[c] - 9, y: this.y(r) + this.size - 7 }));
    }
  }

  draw(facts, numbers, maps, palette, colour) {
    if (!this.pen || !this.buttons) return;
    const pen = this.pen, playing = facts.playing && !still.matches;
    this.numbers = numbers;
    this.what = facts.links;
    this.dash = playing ? (this.dash + 1) % 1000 : 0;
    pen.clearRect(0, 0, this.canvas.width, this.canvas.height);
    const largest = facts.links === "gradients" ? Math.max(1e-12, ...numbers.map(Math.abs)) : 5;
    for (const link of this.links) this.drawLink(pen, link, numbers[link.at], largest, palette, colour);
    pen.setLineDash([]);
    paint(this.strip, maps, facts.small, this.screen.shades, facts.discrete);
    let map = 0;
    this.columns.forEach((column, c) => column.forEach((node, r) => {
      pen.globalAlpha = node.feature && !node.on ? 0.35 : 1;
      pen.drawImage(this.strip, 0, facts.small * map++, facts.small, facts.small, this.x[c], this.y(r), this.size, this.size);
      pen.globalAlpha = 1;
      pen.strokeStyle = colour;
      pen.lineWidth = node.feature && !node.on ? 0.5 : 1.2;
      pen.strokeRect(this.x[c], this.y(r), this.size, this.size);
      if (node.feature) this.write(pen, node.name, this.x[c] - 6, this.y(r) + this.size / 2, colour);
    }));
    for (const bias of this.biases) this.drawBias(pen, bias, numbers[bias.at], palette, colour);
    this.card.show(facts, palette, colour);
  }

  drawLink(pen, link, value, largest, palette, colour) {
    const strength = Math.min(Math.abs(value) / largest, 1);
    pen.lineWidth = 1 + 9 * strength;
    pen.strokeStyle = value > 0 ? palette.high : palette.low;
    pen.globalAlpha = 0.25 + 0.75 * Math.min(1, (Math.abs(value) / largest) * 5);
    if (!value) pen.strokeStyle = colour;
    pen.setLineDash(value > 0 ? [9, 2] : value < 0 ? [3, 3] : [1, 6]);
    pen.lineDashOffset = -this.dash * 0.6;
    pen.stroke(link.path);
    pen.globalAlpha = 1;
  }

  drawBias(pen, bias, value, palette, colour) {
    pen.fillStyle = value > 0 ? palette.high : palette.low;
    pen.globalAlpha = 0.25 + 0.75 * Math.min(1, Math.abs(value));
    pen.fillRect(bias.x, bias.y, 7, 7);
    pen.globalAlpha = 1;
    pen.strokeStyle = colour;
    pen.lineWidth = 0.7;
    pen.strokeRect(bias.x, bias.y, 7, 7);
  }

  write(pen, text, x, y, colour) {
    pen.font = "13px system-ui, sans-serif";
    pen.textAlign = "right";
    pen.textBaseline = "middle";
    pen.fillStyle = colour;
    pen.fillText(text, x, y);
  }

  // Which weight or bias lies under the pointer.
  under(event) {
    const { left, top } = this.canvas.getBoundingClientRect();
    const x = event.clientX - left, y = event.clientY - top, ratio = devicePixelRatio || 1;
    const bias = this.biases.find((each) => Math.abs(each.x + 3 - x) < 8 && Math.abs(each.y + 3 - y) < 8);
    if (bias) return { ...bias, weight: null, x, y };
    this.pen.setLineDash([]);
    this.pen.lineWidth = 10;
    const link = this.links.findLast((each) => this.pen.isPointInStroke(each.path, x * ratio, y * ratio));
    return link && { ...link, x, y };
  }

  hover(event) {
    const found = this.under(event);
    this.tip.hidden = !found || !this.numbers;
    this.canvas.style.cursor = found ? "pointer" : "";
    if (this.tip.hidden) return;
    const kind = found.weight === null ? "Bias" : "Weight", value = this.numbers[found.at];
    this.tip.textContent = this.what === "gradients" ? `Gradient of the ${kind.toLowerCase()} is ${value.toPrecision(2)}` : `${kind} is ${value.toFixed(2)}`;
    Object.assign(this.tip.style, { left: `${Math.min(found.x + 12, this.stage.clientWidth - 150)}px`, top: `${found.y + 12}px` });
  }

  pick(event) {
    const found = this.under(event);
    if (!found) return;
    this.goTo(found.layer + 1, found.node);
    this.card.open(found.layer, found.node, found.weight ?? "bias");
  }
}

// The numbers of one neuron, to read and to change, and its activation.
class Card {
  constructor(model, parent, leave) {
    this.model = model;
    this.leave = leave;
    this.root = make("div", "card", parent);
    this.root.hidden = true;
    this.root.setAttribute("role", "group");
    const head = make("div", "cardhead", this.root);
    this.title = make("strong", "", head);
    this.closer = make("button", "small", head, "Close");
    this.closer.type = "button";
    this.closer.onclick = () => this.close();
    this.fields = make("div", "fields", this.root);
    const row = make("div", "curverow", this.root);
    this.canvas = make("canvas", "curve", row);
    this.canvas.setAttribute("role", "img");
    this.canvas.ariaLabel = "The activation of a neuron, once one is chosen";
    this.text = make("p", "callout", row);
    this.pen = fit(this.canvas, 150, 90);
    this.root.addEventListener("keydown", (event) => event.key === "Escape" && this.close());
  }

  plan(plan) {
    this.spec = plan;
    if (this.open_ && !plan.layers[this.open_[0]]?.nodes[this.open_[1]]) this.close();
    else if (this.open_) this.build();
  }

  open(layer, node, focus) {
    this.open_ = [layer, node];
    this.root.hidden = false;
    this.build();
    this.show(...this.last);
    this.model.send({ kind: "select", layer, node });
    this.inputs[focus === "bias" ? 0 : focus + 1]?.focus();
    this.inputs[focus === "bias" ? 0 : focus + 1]?.select();
  }

  close() {
    this.root.hidden = true;
    this.open_ = null;
    this.model.send({ kind: "select", layer: null, node: null });
    this.leave();
  }

  build() {
    const [layer, node] = this.open_, { layers, on } = this.spec;
    const from = layer === 0 ? on : layers[layer - 1].nodes;
    const name = `${layers[layer].nodes[node]} (${layers[layer].activation})`;
    if (this.title.textContent === name && this.inputs?.length === from.length + 1) return;
    this.title.textContent = name;
    this.root.setAttribute("aria-label", name);
    this.closer.ariaLabel = `Close ${name}`;
    this.fields.replaceChildren();
    this.notes = [];
    this.inputs = ["bias", ...from].map((text, number) => {
      const label = make("label", "field", this.fields);
      make("span", "", label, text.split(", ").at(-1));
      const input = make("input", "", label);
      input.ariaLabel = number ? `weight from ${text}` : text;
      Object.assign(input, { type: "text", inputMode: "decimal", autocomplete: "off", readOnly: !this.spec.change.weights });
      input.dataset.shown = "";
      const send = () => {
        const value = input.value.trim();
        if (!value || value === input.dataset.shown) return;
        this.model.send({ kind: "edit", layer, node, weight: number ? number - 1 : null, value });
        input.dataset.shown = value;
      };
      input.onkeydown = (event) => {
        if (event.key === "Enter") send();
      };
      input.onblur = () => {
        send();
        this.show(...this.last);
      };
      this.notes.push(make("small", "", label));
      return input;
    });
  }

  show(facts, palette, colour) {
    this.last = [facts, palette, colour];
    if (!this.open_) return;
    const [layer, node] = this.open_, { layers, on } = this.spec;
    let at = 0;
    const sizes = [on.length, ...layers.map((each) => each.nodes.length)];
    for (let l = 0; l < layer; l++) at += sizes[l + 1] * (sizes[l] + 1);
    const values = floats(this.model.get("weights")), slopes = floats(this.model.get("slopes"));
    const places = [at + sizes[layer + 1] * sizes[layer] + node, ...Array.from({ length: sizes[layer] }, (_, k) => at + node * sizes[layer] + k)];
    places.forEach((place, number) => {
      const input = this.inputs[number], shown = String(Number(values[place]?.toPrecision(4)));
      if (!input || values[place] === undefined) return;
      if (document.activeElement !== input || input.value === input.dataset.shown) input.value = input.dataset.shown = shown;
      this.notes[number].textContent = slopes.length ? `gradient ${slopes[place].toPrecision(2)}` : "";
    });
    if (facts.card === `${layer}/${node}`) this.drawCurve(facts.neuron, palette, colour);
  }

  // The activation, over the sums z that the training points give this neuron.
  drawCurve(neuron, palette, colour) {
    if (!neuron) return;
    const { pen } = this, w = 150, h = 90, { z, a, low, high } = neuron;
    const [z0, z1] = [z[0], z.at(-1)], bottom = Math.min(...a), top = Math.max(...a);
    const x = (value) => 6 + ((value - z0) / (z1 - z0)) * (w - 12);
    const y = (value) => h - 8 - ((value - bottom) / (top - bottom || 1)) * (h - 16);
    pen.clearRect(0, 0, w, h);
    pen.globalAlpha = 0.4;
    pen.fillStyle = palette.map[2];
    pen.fillRect(x(low), 0, Math.max(2, x(high) - x(low)), h);
    pen.globalAlpha = 1;
    pen.strokeStyle = colour;
    pen.lineWidth = 0.5;
    pen.strokeRect(x(0), 0, 0, h);
    pen.lineWidth = 2;
    pen.beginPath();
    z.forEach((value, i) => pen.lineTo(x(value), y(a[i])));
    pen.stroke();
    this.text.textContent = neuron.says;
    this.canvas.setAttribute("aria-label", neuron.says);
  }
}

// ---- The large map, with the points -----------------------------------------------------------

class LargeMap {
  constructor(model, parent, screen) {
    this.model = model;
    this.screen = screen;
    this.title = make("p", "maptitle", parent);
    this.root = make("div", "map", parent);
    this.root.tabIndex = 0;
    this.root.setAttribute("role", "application");
    this.under = make("canvas", "layer", this.root);
    this.over = make("canvas", "layer", this.root);
    for (const canvas of [this.under, this.over]) canvas.setAttribute("aria-hidden", "true");
    this.read = make("p", "read", parent);
    this.read.setAttribute("aria-live", "polite");
    this.legend = make("div", "legend", parent);
    this.image = document.createElement("canvas");
    this.pens = [this.under, this.over].map((canvas) => fit(canvas, MAP + LEFT + 8, MAP + ABOVE + BELOW));
    Object.assign(this.root.style, { width: `${MAP + LEFT + 8}px`, height: `${MAP + ABOVE + BELOW}px` });
    this.cursor = null;
    this.root.addEventListener("keydown", (event) => this.keys(event));
    this.root.addEventListener("blur", () => this.point(null));
    this.root.addEventListener("pointermove", (event) => this.point(this.placeOf(event)));
    this.root.addEventListener("pointerleave", () => this.point(null));
    this.root.addEventListener("click", (event) => this.own && this.add(this.placeOf(event)));
  }

  placeOf(event) {
    const { left, top } = this.root.getBoundingClientRect();
    const scale = this.root.offsetWidth / this.root.getBoundingClientRect().width;
    const inside = (value) => Math.max(-LIMIT, Math.min(LIMIT, value));
    const x = inside((((event.clientX - left) * scale - LEFT) / MAP) * 2 * LIMIT - LIMIT);
    const y = inside(LIMIT - (((event.clientY - top) * scale - ABOVE) / MAP) * 2 * LIMIT);
    return [x, y];
  }

  // x and y in CSS pixels.
  onCanvas(x, y) {
    return [LEFT + ((x + LIMIT) / (2 * LIMIT)) * MAP, ABOVE + ((LIMIT - y) / (2 * LIMIT)) * MAP];
  }

  keys(event) {
    const step = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, 1], ArrowDown: [0, -1] }[event.key];
    const [x, y] = this.cursor ?? [0, 0], by = event.shiftKey ? 1 : 0.2;
    const inside = (value) => Math.round(Math.max(-LIMIT, Math.min(LIMIT, value)) * 10) / 10;
    if (step) this.point([inside(x + by * step[0]), inside(y + by * step[1])]);
    else if ((event.key === "Enter" || event.key === " ") && this.own) this.add([x, y]);
    else if ((event.key === "Delete" || event.key === "Backspace") && this.own) this.model.send({ kind: "unpoint", x, y });
    else return;
    event.preventDefault();
  }

  add([x, y]) {
    this.model.send({ kind: "point", x, y });
  }

  point(place) {
    this.cursor = place;
    this.say();
    this.drawPoints();
  }

  say() {
    if (!this.cursor || !this.levels) {
      this.read.textContent = this.hint ?? "";
      return;
    }
    const [x, y] = this.cursor, side = this.side;
    const cell = (value) => Math.max(0, Math.min(side - 1, Math.round(((value + LIMIT) / (2 * LIMIT)) * (side - 1))));
    const byte = this.levels[cell(y) * side + cell(x)];
    const answer = this.kind === "classes"
      ? this.classes[Math.floor(byte / this.sureness)]
      : byte === 0 ? "no number" : `${((byte - 128) / 127).toFixed(2)}${byte === 255 ? " or more" : byte === 1 ? " or less" : ""}`;
    this.read.textContent = `At (${x.toFixed(1)}, ${y.toFixed(1)}): ${answer}`;
  }

  plan(plan) {
    Object.assign(this, { own: plan.own, classes: plan.classes, sureness: plan.sureness, looks: plan.looks });
    const change = plan.own ? "Enter adds a point, Delete removes the nearest." : "";
    this.hint = plan.own ? "Click, or press Enter here, to add a point; Delete removes the nearest." : "";
    this.root.setAttribute("aria-label", `The large map. Arrow keys read it, place by place. ${change}`);
    this.legend.replaceChildren();
    if (plan.kind === "classes") for (const [i, name] of plan.classes.entries()) this.look(plan, i, name);
    else {
      if (plan.classes.length) this.look(plan, 0, plan.classes[0]);
      const scale = make("span", "look", this.legend, "−1"), [low, zero, high] = plan.palette.map;
      make("span", "bar", scale).style.background = `linear-gradient(to right, ${low}, ${zero})`;
      scale.append("0");
      make("span", "bar", scale).style.background = `linear-gradient(to right, ${zero}, ${high})`;
      scale.append("1");
      if (plan.classes.length) this.look(plan, 1, plan.classes[1]);
    }
    this.say();
  }

  look(plan, number, name) {
    const item = make("span", "look", this.legend);
    const pen = fit(make("canvas", "", item), 14, 14);
    item.firstChild.setAttribute("aria-hidden", "true");
    this.dot(pen, plan.palette.classes[number], plan.looks[number], 7, 7, 4.5, false);
    make("span", "", item, `${name}: ${plan.says[number]}`);
  }

  dot(pen, colour, shape, x, y, r, hollow) {
    marker(pen, shape, x, y, r);
    pen.fillStyle = hollow ? "#fff" : colour;
    pen.strokeStyle = hollow ? colour : "#fff";
    pen.lineWidth = hollow ? 1.6 : 0.8;
    pen.fill();
    pen.stroke();
  }

  draw(facts, levels, shades, colour) {
    Object.assign(this, { levels, side: facts.side, kind: facts.kind, colour });
    this.title.textContent = facts.shown;
    paint(this.image, levels, facts.side, shades, facts.discrete && facts.kind !== "classes");
    const pen = this.pens[0];
    pen.clearRect(0, 0, MAP + LEFT + 8, MAP + ABOVE + BELOW);
    pen.imageSmoothingEnabled = !facts.discrete;
    pen.drawImage(this.image, LEFT, ABOVE, MAP, MAP);
    pen.strokeStyle = colour;
    pen.lineWidth = 1;
    pen.strokeRect(LEFT, ABOVE, MAP, MAP);
    pen.fillStyle = colour;
    pen.font = "12px system-ui, sans-serif";
    for (let tick = -LIMIT; tick <= LIMIT; tick += 2) {
      const [x] = this.onCanvas(tick, 0), [, y] = this.onCanvas(0, tick), text = String(tick).replace("-", "−");
      pen.textAlign = "center";
      pen.textBaseline = "top";
      pen.fillText(text, x, MAP + ABOVE + 5);
      pen.textAlign = "right";
      pen.textBaseline = "middle";
      pen.fillText(text, LEFT - 5, y);
    }
    if (this.cursor) this.say();
  }

  drawPoints() {
    const pen = this.pens[1], rows = floats(this.model.get("points")), { options } = this.screen.facts ?? {};
    pen.clearRect(0, 0, MAP + LEFT + 8, MAP + ABOVE + BELOW);
    const palette = this.screen.palette;
    if (!palette) return;
    for (let i = 0; i < rows.length; i += 4) {
      const [px, py, value, test] = rows.slice(i, i + 4);
      if (test && !options?.test) continue;
      const number = this.screen.amounts ? (value >= 0 ? 1 : 0) : value;
      const colour = this.screen.amounts ? this.amount(value, palette) : palette.classes[number];
      this.dot(pen, colour, this.looks[number], ...this.onCanvas(px, py), rows.length > 2000 ? 2.6 : 3.4, test);
    }
    if (!this.cursor) return;
    const [x, y] = this.onCanvas(...this.cursor);
    pen.strokeStyle = "#000";
    pen.lineWidth = 1.5;
    pen.setLineDash([4, 3]);
    pen.beginPath();
    for (const [x0, y0, x1, y1] of [[x - 12, y, x + 12, y], [x, y - 12, x, y + 12]]) pen.moveTo(x0, y0), pen.lineTo(x1, y1);
    pen.stroke();
    pen.setLineDash([]);
  }

  amount(value, palette) {
    const [low, , high] = palette.map.map(rgb), strong = rgb(value < 0 ? palette.low : palette.high);
    return `rgb(${mix(value < 0 ? low : high, strong, Math.min(1, Math.abs(value)))})`;
  }
}

// ---- The chart of the two losses --------------------------------------------------------------

class Chart {
  constructor(parent) {
    this.title = make("p", "maptitle", parent, "Loss");
    this.canvas = make("canvas", "chart", parent);
    this.canvas.setAttribute("role", "img");
    this.canvas.ariaLabel = "Loss by epoch";
    [this.w, this.h] = [MAP + LEFT + 8, 100];
    this.pen = fit(this.canvas, this.w, this.h);
    this.key = make("p", "callout", parent, "solid: test; dashed: training");
  }

  draw(rows, facts, colour) {
    const { pen, w, h } = this, left = 38, bottom = 20, last = Math.max(rows.at(-3) ?? 0, 1);
    let top = 0;
    for (let i = 0; i < rows.length; i += 3) top = Math.max(top, Math.min(rows[i + 1], 1e30), Math.min(rows[i + 2], 1e30));
    const steps = nice(top), high = steps.at(-1);
    const x = (epoch) => left + (epoch / last) * (w - left - 8);
    const y = (loss) => 6 + (1 - Math.min(loss, high) / high) * (h - bottom - 8);
    pen.clearRect(0, 0, w, h);
    pen.strokeStyle = pen.fillStyle = colour;
    pen.font = "12px system-ui, sans-serif";
    pen.lineWidth = 0.6;
    pen.textAlign = "right";
    pen.textBaseline = "middle";
    pen.beginPath();
    for (const step of steps) {
      pen.fillText(short(step), left - 5, y(step));
      pen.moveTo(left, y(step));
      pen.lineTo(w - 8, y(step));
    }
    pen.stroke();
    pen.textBaseline = "top";
    pen.textAlign = "left";
    pen.fillText("0", left, h - bottom + 4);
    pen.textAlign = "right";
    pen.fillText(`epoch ${last}`, w - 8, h - bottom + 4);
    for (const [column, dash] of [[1, [5, 3]], [2, []]]) {
      pen.setLineDash(dash);
      pen.lineWidth = column === 1 ? 1.5 : 2;
      pen.beginPath();
      for (let i = 0; i < rows.length; i += 3) pen.lineTo(x(rows[i]), y(rows[i + column]));
      pen.stroke();
    }
    pen.setLineDash([]);
    this.canvas.setAttribute("aria-label", facts.chart);
  }
}

function nice(top) {
  if (!(top > 0)) return [0, 1];
  const power = 10 ** Math.floor(Math.log10(top)), step = [0.2, 0.5, 1, 2, 5].find((s) => top / (s * power) <= 3) * power;
  return Array.from({ length: Math.ceil(top / step - 1e-9) + 1 }, (_, i) => i * step);
}

const short = (value) => (value && (value >= 1e4 || value < 0.001) ? value.toExponential(0) : String(Number(value.toPrecision(3))));

// ---- The whole --------------------------------------------------------------------------------

class Screen {
  constructor(model, el) {
    this.model = model;
    el.classList.add("toynn-picture", "toynn-screen");
    this.trouble = make("p", "trouble", el);
    this.trouble.setAttribute("role", "alert");
    this.thumbs = make("div", "thumbs", el);
    this.thumbs.setAttribute("role", "group");
    this.thumbs.setAttribute("aria-label", "Data sets");
    const main = make("div", "main", el), side = document.createElement("div");
    this.net = new Net(model, main, this);
    side.className = "toynn-side";
    main.append(side);
    this.losses = make("dl", "losses", side);
    this.map = new LargeMap(model, side, this);
    this.chart = new Chart(side);
    this.sentence = make("p", "sentence", el);
    this.spoken = make("div", "spoken", el);
    this.spoken.setAttribute("aria-live", "polite");
    this.table = this.more(el, "All weights and biases", "table");
    this.code = this.more(el, "Show the code", "code");
    this.shown = "none";
    this.dead = false;
    this.seen = 0;
    this.wide = new ResizeObserver(() => el.classList.toggle("toynn-narrow", el.clientWidth < 720));
    this.wide.observe(el);
  }

  // What is only fetched when it is looked at.
  more(parent, title, what) {
    const details = make("details", what, parent), summary = make("summary", "", details, title);
    const body = make("div", "scroller", details);
    Object.assign(body, { tabIndex: 0 });
    body.setAttribute("role", "region");
    body.setAttribute("aria-label", title);
    details.addEventListener("toggle", () => this.model.send({ kind: "want", what, on: details.open }));
    if (what === "code") {
      const copy = make("button", "small", details, "Copy the code");
      copy.type = "button";
      copy.onclick = () => navigator.clipboard?.writeText(this.model.get("code")).then(() => (copy.textContent = "Copied"));
      details.insertBefore(copy, body);
    }
    return { details, summary, body };
  }

  show(layer, node) {
    const wanted = layer === null ? "none" : `${layer}/${node}`;
    if (wanted === this.shown) return;
    this.shown = wanted;
    this.model.send({ kind: "show", layer: layer ?? null, node: node ?? null });
  }

  plan() {
    const plan = this.model.get("plan");
    if (!plan.palette) return;
    Object.assign(this, { palette: plan.palette, amounts: !plan.classes.length, spec: plan });
    this.shades = shadesOf(plan.palette);
    this.classShades = classShadesOf(plan.palette, plan.sureness);
    this.net.plan(plan);
    this.map.plan(plan);
    this.samples(plan);
    this.redraw();
  }

  // Thumbnails of the data sets of this kind of problem; they are buttons.
  samples(plan) {
    const rows = floats(this.model.get("samples"));
    const focused = this.thumbs.contains(document.activeElement) && document.activeElement.dataset.name;
    this.thumbs.replaceChildren();
    this.thumbs.hidden = plan.datasets.length < 2 || !plan.change.dataset;
    let from = 0;
    for (const { name, count } of plan.datasets) {
      const button = make("button", "thumb", this.thumbs);
      Object.assign(button, { type: "button", onclick: () => this.model.send({ kind: "dataset", name }) });
      button.dataset.name = name;
      button.setAttribute("aria-pressed", String(name === plan.dataset));
      const pen = fit(make("canvas", "", button), 36, 36);
      button.firstChild.setAttribute("aria-hidden", "true");
      for (let i = 0; i < count; i++, from += 3) {
        const [x, y, value] = rows.slice(from, from + 3);
        pen.fillStyle = this.amounts ? this.map.amount(value, plan.palette) : plan.palette.classes[value];
        pen.fillRect(18 + x * 2.8 - 1, 18 - y * 2.8 - 1, 2, 2);
      }
      make("span", "", button, name);
      if (name === focused) button.focus();
    }
  }

  redraw() {
    if (this.asked) return;
    this.asked = requestAnimationFrame(() => {
      this.asked = 0;
      this.draw();
    });
  }

  draw() {
    const { model } = this, facts = model.get("facts");
    if (!facts.sentence || !this.shades) return;
    this.facts = facts;
    const colour = getComputedStyle(this.sentence).color;
    const numbers = floats(model.get(facts.links === "gradients" ? "slopes" : "weights"));
    this.net.draw(facts, numbers, bytes(model.get("maps")), this.palette, colour);
    this.map.draw(facts, bytes(model.get("big")), facts.kind === "classes" ? this.classShades : this.shades, colour);
    this.chart.draw(floats(model.get("chart")), facts, colour);
    this.tell(facts);
    if (facts.points !== this.drawn) this.map.drawPoints();
    this.drawn = facts.points;
    this.acknowledge(facts);
  }

  // Every few frames, since JupyterLab takes note of each message to the kernel.
  acknowledge({ number, playing }) {
    if (this.dead || (playing && number < this.seen + 3)) return;
    this.seen = number;
    this.model.send({ kind: "seen", number });
  }

  // Only the text of what is there changes: to build elements anew would lay out the whole page.
  tell(facts) {
    const names = facts.numbers.map(([name]) => name).join();
    if (this.names !== names) {
      this.losses.replaceChildren();
      this.values = facts.numbers.map(([name]) => {
        const pair = make("div", "", this.losses);
        make("dt", "", pair, name);
        return make("dd", "", pair, "0").firstChild;
      });
    }
    this.names = names;
    facts.numbers.forEach(([, value], i) => (this.values[i].nodeValue = value));
    if (this.net.key.textContent !== facts.key) this.net.key.textContent = facts.key;
    const now = performance.now();
    if (!facts.playing || now - (this.told ?? 0) > READ_EVERY) this.speak(facts, now);
  }

  // The sentence, to see; and, less often, to hear.
  speak(facts, now) {
    this.told = now;
    if (this.sentence.textContent === facts.sentence && (facts.playing || this.resting)) return;
    this.resting = !facts.playing; // the last frame in motion may have shown the same sentence
    this.sentence.textContent = facts.sentence;
    clearTimeout(this.timer);
    const aloud = () => {
      this.spoken.textContent = facts.sentence;
      this.heard = performance.now();
    };
    if (!facts.playing) this.timer = setTimeout(aloud, REST);
    else if (now - (this.heard ?? 0) > SPOKEN_EVERY) aloud();
  }

  warn() {
    const text = this.dead ? GONE : this.model.get("trouble");
    this.trouble.textContent = text;
    this.trouble.hidden = !text;
  }

  numbersTable() {
    const table = make("table", "");
    fillTable(table, this.model.get("table"));
    this.table.body.replaceChildren(table);
  }

  program() {
    this.code.body.replaceChildren(make("pre", "", null, this.model.get("code")));
  }

  stop() {
    this.dead = true;
    this.warn();
  }
}

// What the view says, with the time of it: the kernel may hear two messages in the wrong order.
let latest = 0;
// A kernel that was shut down takes none, and says so with an error.
const dated = (model, gone) => ({
  get: (name) => model.get(name),
  send: (message) => {
    latest = Math.max(latest + 1, Date.now());
    try {
      model.send({ ...message, at: latest });
    } catch {
      gone();
    }
  },
});

function render({ model: bare, el }) {
  const model = dated(bare, () => screen.stop()), screen = new Screen(model, el);
  const listen = {
    "change:plan": () => screen.plan(),
    "change:facts": () => screen.redraw(),
    "change:trouble": () => screen.warn(),
    "change:table": () => screen.numbersTable(),
    "change:code": () => screen.program(),
    comm_live_update: () => screen.stop(),
  };
  for (const [event, act] of Object.entries(listen)) bare.on(event, act);
  screen.plan();
  screen.warn();
  screen.numbersTable();
  screen.program();
  requestAnimationFrame(() => {
    nameSliders(el);
    el.closest(".widget-vbox")?.addEventListener("keydown", keepKeys);
  });
  // The colours of a theme come some time after its name.
  const theme = new MutationObserver(() => [0, 200, 1000, 3000].forEach((wait) => setTimeout(() => screen.redraw(), wait)));
  theme.observe(document.body, { attributes: true, attributeFilter: ["data-jp-theme-light", "data-jp-theme-name"] });
  el.addEventListener("keydown", (event) => chord(event) || event.stopPropagation());
  model.send({ kind: "opened" });
  return () => {
    for (const [event, act] of Object.entries(listen)) bare.off(event, act);
    for (const observer of [screen.net.watch, screen.wide, theme]) observer.disconnect();
    clearTimeout(screen.timer);
    cancelAnimationFrame(screen.asked);
    screen.dead || model.send({ kind: "closed" });
    screen.dead = true;
  };
}

export default { render };
