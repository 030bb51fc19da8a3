// The screen of the playground: the network with its maps and links, the large map, the chart.
// The kernel trains and computes; this draws what it sends, and tells it what was done here.

const CHART_EVERY = 100; // milliseconds between two charts in motion
const THEMES = ["data-jp-theme-light", "data-jp-theme-name", "data-vscode-theme-kind", "theme"]; // the last is Colab's

class Screen {
  constructor(bare, el) {
    const model = new Handshake(bare, () => this.warn());
    el.classList.add("toynn-picture", "toynn-screen");
    const head = make("div", "top", el);
    this.thumbnails = new Thumbnails(model, head);
    this.trouble = make("p", "trouble", head);
    this.trouble.setAttribute("role", "alert");
    const main = make("div", "main", el);
    Object.assign(this, { model, shown: "none", net: new NetworkView(model, main, this) });
    const side = make("div", "side", main);
    this.numbers = new Numbers(side);
    this.map = new LargeMap(model, side, this);
    this.chart = new Chart(side);
    this.sentence = new Sentence(el);
    this.table = new WeightTable(model, el);
    this.program = new Program(model, el);
    this.wide = new ResizeObserver(() => el.classList.toggle("toynn-narrow", el.clientWidth < 720));
    this.wide.observe(el);
  }

  // Show a node on the large map; null for the output.
  show(layer, node) {
    const wanted = layer === null ? "none" : `${layer}/${node}`;
    if (wanted === this.shown) return;
    this.shown = wanted;
    this.model.send({ kind: "show", layer: layer ?? null, node: node ?? null });
  }

  plan() {
    const plan = this.model.get("plan");
    if (!plan.palette) return;
    Object.assign(this, { palette: plan.palette, amounts: !plan.classes.length });
    this.shades = shadesOf(plan.palette);
    this.classShades = classShadesOf(plan.palette, plan.sureness);
    this.net.plan(plan);
    this.map.plan(plan);
    this.thumbnails.plan(plan);
    this.redraw();
  }

  redraw() {
    this.asked ??= requestAnimationFrame(() => {
      this.asked = null;
      this.draw();
    });
  }

  draw() {
    const { model } = this, facts = model.get("facts");
    if (!facts.sentence || !this.shades) return;
    this.facts = facts;
    const { colour } = this.sentence;
    const numbers = floats(model.get(facts.links === "gradients" ? "slopes" : "weights"));
    this.net.draw(facts, numbers, bytes(model.get("maps")), this.palette, colour);
    this.map.draw(facts, bytes(model.get("big")), facts.map_kind === "classes" ? this.classShades : this.shades);
    if (facts.points !== this.points || colour !== this.colour) this.map.drawOver(colour);
    Object.assign(this, { points: facts.points, colour });
    this.drawChart(facts, colour);
    this.numbers.draw(facts);
    this.sentence.draw(facts);
    model.acknowledge(facts);
  }

  drawChart(facts, colour) {
    const now = performance.now();
    if (facts.playing && now < (this.charted ?? 0) + CHART_EVERY) return;
    this.charted = now;
    this.chart.draw(floats(this.model.get("chart")), facts, colour);
  }

  warn() {
    const text = this.model.dead ? GONE : this.model.get("trouble");
    this.trouble.textContent = text;
    this.trouble.style.visibility = text ? "visible" : "hidden"; // it keeps its room
  }

  close() {
    this.wide.disconnect();
    cancelAnimationFrame(this.asked);
    for (const part of [this.net, this.sentence, this.model]) part.close();
  }
}

// The keys of undo and redo: they would undo what was done to the notebook.
function undoes(event) {
  return !event.altKey && (event.ctrlKey || event.metaKey) && ["z", "y"].includes(event.key.toLowerCase());
}

// Undo and redo by key; but what is typed has an undo of its own.
function undoByKey(event, model) {
  if (!undoes(event)) return;
  if (event.target.matches("textarea, input:not([type=checkbox], [type=radio]), [contenteditable=true]")) return;
  event.preventDefault();
  model.send({ kind: event.shiftKey || event.key.toLowerCase() === "y" ? "redo" : "undo" });
}

function render({ model: bare, el }) {
  const screen = new Screen(bare, el), { model } = screen;
  const listen = {
    "change:plan": () => screen.plan(),
    "change:facts": () => screen.redraw(),
    "change:trouble": () => screen.warn(),
    "change:table": () => screen.table.draw(),
    "change:code": () => screen.program.draw(),
    "msg:custom": (message) => model.answer(message),
    comm_live_update: () => model.stop(),
  };
  for (const [event, act] of Object.entries(listen)) bare.on(event, act);
  screen.plan();
  screen.warn();
  screen.table.draw();
  screen.program.draw();
  const undo = (event) => undoByKey(event, model);
  const ours = (event) => undoes(event) || ofControl(event) || (el.contains(event.target) && !chord(event));
  let box, release;
  const asked = requestAnimationFrame(() => {
    nameSliders(el);
    box = el.closest(".widget-vbox") ?? el;
    box.addEventListener("keydown", undo);
    release = keepKeys(box, ours);
  });
  // The colours of a theme come some time after its name.
  const theme = new MutationObserver(() => [0, 200, 1000, 3000].forEach((wait) => setTimeout(() => screen.redraw(), wait)));
  for (const part of [document.documentElement, document.body]) theme.observe(part, { attributes: true, attributeFilter: THEMES });
  model.send({ kind: "opened" });
  return () => {
    for (const [event, act] of Object.entries(listen)) bare.off(event, act);
    cancelAnimationFrame(asked);
    box?.removeEventListener("keydown", undo);
    release?.();
    theme.disconnect();
    screen.close();
  };
}

export default { render };
