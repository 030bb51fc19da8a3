// Links: every weight as a curve from node to node, every bias as a small square beside its node.

class Links {
  constructor() {
    this.curves = [];
    this.biases = [];
    this.dash = 0;
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

  draw(pen, numbers, { kind, palette, colour, moving }) {
    this.dash = moving ? (this.dash + 1) % 1000 : 0;
    const largest = kind === "gradients" ? Math.max(1e-12, ...numbers.map(Math.abs)) : 5;
    for (const link of this.curves) this.drawCurve(pen, link, numbers[link.at], largest, palette, colour);
    pen.setLineDash([]);
  }

  drawCurve(pen, link, value, largest, palette, colour) {
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

  drawBiases(pen, numbers, { palette, colour }) {
    for (const { at, x, y } of this.biases) {
      pen.fillStyle = numbers[at] > 0 ? palette.high : palette.low;
      pen.globalAlpha = 0.25 + 0.75 * Math.min(1, Math.abs(numbers[at]));
      pen.fillRect(x, y, 7, 7);
      pen.globalAlpha = 1;
      pen.strokeStyle = colour;
      pen.lineWidth = 0.7;
      pen.strokeRect(x, y, 7, 7);
    }
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

