// The card: the numbers of one neuron, to read and to change, and its activation.

class Card {
  constructor(model, parent, leave) {
    Object.assign(this, { model, leave });
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
    if (this.neuron && !plan.layers[this.neuron[0]]?.nodes[this.neuron[1]]) this.close();
    else if (this.neuron) this.build();
  }

  open(layer, node, focus) {
    this.neuron = [layer, node];
    this.root.hidden = false;
    this.build();
    this.show(...this.last);
    this.model.send({ kind: "select", layer, node });
    const input = this.inputs[focus === "bias" ? 0 : focus + 1];
    input?.focus();
    input?.select();
  }

  close() {
    this.root.hidden = true;
    this.neuron = null;
    this.model.send({ kind: "select", layer: null, node: null });
    this.leave();
  }

  build() {
    const [layer, node] = this.neuron, { layers, on } = this.spec;
    const from = layer === 0 ? on : layers[layer - 1].nodes;
    const name = `${layers[layer].nodes[node]} (${layers[layer].activation})`;
    const built = JSON.stringify([layer, node, name, from, this.spec.change.weights]);
    if (built === this.built) return; // or what is being typed would be lost
    this.built = built;
    this.title.textContent = name;
    this.root.setAttribute("aria-label", name);
    this.closer.ariaLabel = `Close ${name}`;
    this.fields.replaceChildren();
    this.notes = [];
    this.inputs = ["bias", ...from].map((text, number) => this.field(text, number ? number - 1 : null));
  }

  // A field for the bias, whose weight is null, or for a weight; what is typed there is sent.
  field(text, weight) {
    const [layer, node] = this.neuron, label = make("label", "field", this.fields);
    make("span", "", label, text.split(", ").at(-1));
    const input = make("input", "", label);
    input.ariaLabel = weight === null ? text : `weight from ${text}`;
    Object.assign(input, { type: "text", inputMode: "decimal", autocomplete: "off", readOnly: !this.spec.change.weights });
    input.dataset.shown = "";
    const send = () => {
      const value = input.value.trim();
      if (!value || value === input.dataset.shown) return;
      this.model.send({ kind: "edit", layer, node, weight, value });
      input.dataset.shown = value;
    };
    input.onkeydown = (event) => {
      if (event.key === "Enter") send(); // what is returned here would undo the key
    };
    input.onblur = () => {
      send();
      this.show(...this.last);
    };
    this.notes.push(make("small", "", label));
    return input;
  }

  show(facts, palette, colour) {
    this.last = [facts, palette, colour];
    if (!this.neuron) return;
    const values = floats(this.model.get("weights")), slopes = floats(this.model.get("slopes"));
    this.places().forEach((place, number) => {
      const input = this.inputs[number], shown = String(Number(values[place]?.toPrecision(4)));
      if (!input || values[place] === undefined) return;
      if (document.activeElement !== input || input.value === input.dataset.shown) input.value = input.dataset.shown = shown;
      this.notes[number].textContent = slopes.length ? `gradient ${slopes[place].toPrecision(2)}` : "";
    });
    if (facts.card === this.neuron.join("/")) this.drawCurve(facts.curve, palette, colour);
  }

  // Where the neuron's bias, then its weights, are among all numbers.
  places() {
    const [layer, node] = this.neuron, sizes = [this.spec.on.length, ...this.spec.layers.map((each) => each.nodes.length)];
    let at = 0;
    for (let l = 0; l < layer; l++) at += sizes[l + 1] * (sizes[l] + 1);
    const weights = Array.from({ length: sizes[layer] }, (_, k) => at + node * sizes[layer] + k);
    return [at + sizes[layer + 1] * sizes[layer] + node, ...weights];
  }

  // The activation, over the sums z that the training points give this neuron.
  drawCurve(curve, palette, colour) {
    if (!curve) return;
    const { pen } = this, w = 150, h = 90, { z, a, low, high } = curve;
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
    this.text.textContent = curve.text;
    this.canvas.setAttribute("aria-label", curve.text);
  }
}

