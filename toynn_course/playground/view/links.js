// Links: every weight as a curve from node to node, every bias as a small square beside its node.

const DASHES = { up: [18, 4], down: [6, 4], none: [1, 6] }; // pixels: few and long, as each costs time
const DRIFT = 0.02; // pixels by which a dash moves in a millisecond of playing
const LINK_TIME = 0.25; // milliseconds that a link may take, so that hundreds of them do not hold up the rest

class Links {
  constructor() {
    this.curves = [];
    this.biases = [];
    this.due = 0; // when they are drawn again, in motion
  }

  // Where they run, in the order of the weights; `place` gives the x of a column and the y of a row.
  lay(columns, size, place) {
    const inputs = columns[0].map((node, row) => [node, row]).filter(([node]) => node.on);
    this.curves = [];
    this.biases = [];
    let at = 0;
    for (let c = 1; c < columns.length; c++) {
      const from = c === 1 ? inputs : columns[c - 1].map((node, row) => [node, row]);
      columns[c].forEach((to, node) => from.forEach(([start, row], weight) => {
        const ends = { x0: place.x(c - 1) + size, y0: place.y(row) + size / 2,
          x1: place.x(c), y1: place.y(node) + (size * (weight + 1)) / (from.length + 1) };
        this.curves.push({ path: curveBetween(ends), at: at++, layer: c - 1, node, weight, from: start.name, to: to.name });
      }));
      columns[c].forEach((to, node) => {
        this.biases.push({ at: at++, layer: c - 1, node, to: to.name, x: place.x(c) - 9, y: place.y(node) + size - 7 });
      });
    }
  }

  draw(canvas, pen, numbers, { kind, palette, colour, playing }) {
    const now = performance.now();
    if (playing && now < this.due) return;
    this.due = now + LINK_TIME * this.curves.length;
    pen.clearRect(0, 0, canvas.width, canvas.height);
    const largest = kind === "gradients" ? Math.max(1e-12, ...numbers.map(Math.abs)) : 5;
    pen.lineDashOffset = playing && !still.matches ? -DRIFT * now : 0;
    for (const link of this.curves) this.drawCurve(pen, link, numbers[link.at], largest, palette, colour);
    pen.setLineDash([]);
    for (const bias of this.biases) this.drawBias(pen, bias, numbers[bias.at], palette, colour);
  }

  drawCurve(pen, link, value, largest, palette, colour) {
    const strength = Math.min(Math.abs(value) / largest, 1);
    pen.lineWidth = 1 + 9 * strength;
    pen.strokeStyle = value > 0 ? palette.high : palette.low;
    pen.globalAlpha = 0.25 + 0.75 * Math.min(1, (Math.abs(value) / largest) * 5);
    if (!value) pen.strokeStyle = colour;
    pen.setLineDash(value > 0 ? DASHES.up : value < 0 ? DASHES.down : DASHES.none);
    pen.stroke(link.path);
    pen.globalAlpha = 1;
  }

  drawBias(pen, { x, y }, value, palette, colour) {
    pen.fillStyle = value > 0 ? palette.high : palette.low;
    pen.globalAlpha = 0.25 + 0.75 * Math.min(1, Math.abs(value));
    pen.fillRect(x, y, 7, 7);
    pen.globalAlpha = 1;
    pen.strokeStyle = colour;
    pen.lineWidth = 0.7;
    pen.strokeRect(x, y, 7, 7);
  }

  // Which weight or bias is at a place, in CSS pixels.
  at(pen, x, y) {
    const bias = this.biases.find((each) => Math.abs(each.x + 3 - x) < 8 && Math.abs(each.y + 3 - y) < 8);
    if (bias) return { ...bias, weight: null };
    const ratio = devicePixelRatio || 1;
    pen.setLineDash([]);
    pen.lineWidth = 10;
    return this.curves.findLast((each) => pen.isPointInStroke(each.path, x * ratio, y * ratio));
  }
}

function curveBetween({ x0, y0, x1, y1 }) {
  const path = new Path2D();
  path.moveTo(x0, y0);
  path.bezierCurveTo((x0 + x1) / 2, y0, (x0 + x1) / 2, y1, x1, y1);
  return path;
}

