// The large map, with its axes, the points on it, and what it says at a place.

class LargeMap {
  constructor(model, parent, screen) {
    Object.assign(this, { model, screen, cursor: null });
    this.title = make("p", "maptitle", parent);
    this.root = make("div", "map", parent);
    this.root.tabIndex = 0;
    this.root.setAttribute("role", "application");
    this.under = make("canvas", "layer", this.root);
    this.over = make("canvas", "layer", this.root);
    for (const canvas of [this.under, this.over]) canvas.setAttribute("aria-hidden", "true");
    this.reading = make("p", "read", parent);
    this.reading.setAttribute("aria-live", "polite");
    this.legend = make("div", "legend", parent);
    this.image = document.createElement("canvas");
    [this.width, this.height] = [MAP + LEFT + 8, MAP + ABOVE + BELOW];
    this.pens = [this.under, this.over].map((canvas) => fit(canvas, this.width, this.height));
    Object.assign(this.root.style, { width: `${this.width}px`, height: `${this.height}px` });
    this.listen();
  }

  listen() {
    this.root.addEventListener("keydown", (event) => this.keys(event));
    this.root.addEventListener("blur", () => this.point(null));
    this.root.addEventListener("pointermove", (event) => this.point(this.placeOf(event)));
    this.root.addEventListener("pointerleave", () => this.point(null));
    this.root.addEventListener("click", (event) => this.own && this.add(this.placeOf(event)));
  }

  placeOf(event) {
    const { left, top, width } = this.root.getBoundingClientRect(), scale = this.root.offsetWidth / width;
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
    this.read();
    this.drawOver();
  }

  // What the network answers at the cursor; else what can be done here.
  read() {
    if (!this.cursor || !this.levels) {
      this.reading.textContent = this.hint ?? "";
      return;
    }
    const [x, y] = this.cursor, { side } = this;
    const cell = (value) => Math.max(0, Math.min(side - 1, Math.round(((value + LIMIT) / (2 * LIMIT)) * (side - 1))));
    const answer = this.answer(this.levels[cell(y) * side + cell(x)]);
    this.reading.textContent = `At (${x.toFixed(1)}, ${y.toFixed(1)}): ${answer}`;
  }

  answer(byte) {
    if (this.kind === "classes") return this.classes[Math.floor(byte / this.sureness)];
    if (byte === 0) return "no number";
    return `${((byte - 128) / 127).toFixed(2)}${byte === 255 ? " or more" : byte === 1 ? " or less" : ""}`;
  }

  plan(plan) {
    Object.assign(this, { own: plan.own, classes: plan.classes, sureness: plan.sureness, shapes: plan.shapes });
    const change = plan.own ? "Enter adds a point, Delete removes the nearest." : "";
    this.hint = plan.own ? "Click, or press Enter here, to add a point; Delete removes the nearest." : "";
    this.root.setAttribute("aria-label", `The large map. Arrow keys read it, place by place. ${change}`);
    this.explain(plan);
    this.read();
  }

  explain(plan) {
    this.legend.replaceChildren();
    if (plan.kind === "classes") {
      for (const [number, name] of plan.classes.entries()) this.explainClass(plan, number, name);
      return;
    }
    const [low, high] = plan.classes;
    if (low) this.explainClass(plan, 0, low);
    this.explainScale(plan.palette.map);
    if (high) this.explainClass(plan, 1, high);
  }

  explainScale([low, zero, high]) {
    const scale = make("span", "look", this.legend, "−1");
    make("span", "bar", scale).style.background = `linear-gradient(to right, ${low}, ${zero})`;
    scale.append("0");
    make("span", "bar", scale).style.background = `linear-gradient(to right, ${zero}, ${high})`;
    scale.append("1");
  }

  explainClass(plan, number, name) {
    const item = make("span", "look", this.legend), canvas = make("canvas", "", item);
    canvas.setAttribute("aria-hidden", "true");
    dot(fit(canvas, 14, 14), plan.palette.classes[number], plan.shapes[number], 7, 7, 4.5, false);
    make("span", "", item, `${name}: ${plan.class_looks[number]}`);
  }

  draw(facts, levels, shades) {
    Object.assign(this, { levels, side: facts.side, kind: facts.map_kind });
    if (this.title.textContent !== facts.map_title) this.title.textContent = facts.map_title;
    paint(this.image, levels, facts.side, shades, facts.discrete && facts.map_kind !== "classes");
    const pen = this.pens[0];
    pen.imageSmoothingEnabled = !facts.discrete;
    pen.drawImage(this.image, LEFT, ABOVE, MAP, MAP);
    if (this.cursor) this.read();
  }

  // What seldom changes: the axes, the points and the cursor.
  drawOver(colour = this.colour) {
    const pen = this.pens[1], { palette } = this.screen;
    this.colour = colour;
    pen.clearRect(0, 0, this.width, this.height);
    if (!palette || !colour) return;
    this.drawAxes(pen, colour);
    this.drawPoints(pen, palette);
    if (this.cursor) this.drawCursor(pen);
  }

  drawAxes(pen, colour) {
    Object.assign(pen, { strokeStyle: colour, fillStyle: colour, lineWidth: 1, font: "12px system-ui, sans-serif" });
    pen.strokeRect(LEFT, ABOVE, MAP, MAP);
    for (let tick = -LIMIT; tick <= LIMIT; tick += 2) {
      const [x] = this.onCanvas(tick, 0), [, y] = this.onCanvas(0, tick), text = String(tick).replace("-", "−");
      Object.assign(pen, { textAlign: "center", textBaseline: "top" });
      pen.fillText(text, x, MAP + ABOVE + 5);
      Object.assign(pen, { textAlign: "right", textBaseline: "middle" });
      pen.fillText(text, LEFT - 5, y);
    }
  }

  drawPoints(pen, palette) {
    const rows = floats(this.model.get("points")), { amounts, facts } = this.screen;
    for (let i = 0; i < rows.length; i += 4) {
      const [px, py, value, test] = rows.slice(i, i + 4);
      if (test && !facts?.test) continue;
      const number = amounts ? Number(value >= 0) : value;
      const colour = amounts ? colourOfAmount(value, palette) : palette.classes[number];
      dot(pen, colour, this.shapes[number], ...this.onCanvas(px, py), rows.length > 2000 ? 2.6 : 3.4, test);
    }
  }

  drawCursor(pen) {
    const [x, y] = this.onCanvas(...this.cursor);
    Object.assign(pen, { strokeStyle: "#000", lineWidth: 1.5 });
    pen.setLineDash([4, 3]);
    pen.beginPath();
    for (const [x0, y0, x1, y1] of [[x - 12, y, x + 12, y], [x, y - 12, x, y + 12]]) pen.moveTo(x0, y0), pen.lineTo(x1, y1);
    pen.stroke();
    pen.setLineDash([]);
  }
}

