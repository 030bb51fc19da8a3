// The chart of the two losses.

class Chart {
  constructor(parent) {
    this.title = make("p", "maptitle", parent, "Loss");
    this.canvas = make("canvas", "chart", parent);
    this.canvas.setAttribute("role", "img");
    this.canvas.ariaLabel = "Loss by epoch";
    [this.w, this.h] = [MAP + LEFT + 8, 100];
    this.pen = fit(this.canvas, this.w, this.h);
    this.key = make("p", "callout", parent, "solid: test set; dashed: training set");
  }

  draw(rows, facts, colour) {
    const { pen, w, h } = this, left = 38, bottom = 20, last = Math.max(rows.at(-3) ?? 0, 1);
    let top = 0;
    for (let i = 0; i < rows.length; i += 3) top = Math.max(top, Math.min(rows[i + 1], 1e30), Math.min(rows[i + 2], 1e30));
    const steps = nice(top), high = steps.at(-1);
    const x = (epoch) => left + (epoch / last) * (w - left - 8);
    const y = (loss) => 6 + (1 - Math.min(loss, high) / high) * (h - bottom - 8);
    pen.clearRect(0, 0, w, h);
    Object.assign(pen, { strokeStyle: colour, fillStyle: colour, font: "12px system-ui, sans-serif" });
    this.drawGrid(steps, left, y);
    this.drawEpochs(last, left, h - bottom + 4);
    for (const [column, dash] of [[1, [5, 3]], [2, []]]) {
      pen.setLineDash(dash);
      pen.lineWidth = column === 1 ? 1.5 : 2;
      pen.beginPath();
      for (let i = 0; i < rows.length; i += 3) pen.lineTo(x(rows[i]), y(rows[i + column]));
      pen.stroke();
    }
    pen.setLineDash([]);
    this.canvas.setAttribute("aria-label", facts.chart_text);
  }

  drawGrid(steps, left, y) {
    const { pen, w } = this;
    Object.assign(pen, { lineWidth: 0.6, textAlign: "right", textBaseline: "middle" });
    pen.beginPath();
    for (const step of steps) {
      pen.fillText(short(step), left - 5, y(step));
      pen.moveTo(left, y(step));
      pen.lineTo(w - 8, y(step));
    }
    pen.stroke();
  }

  drawEpochs(last, left, y) {
    Object.assign(this.pen, { textBaseline: "top", textAlign: "left" });
    this.pen.fillText("0", left, y);
    this.pen.textAlign = "right";
    this.pen.fillText(`epoch ${last}`, this.w - 8, y);
  }
}

function nice(top) {
  if (!(top > 0)) return [0, 1];
  const power = 10 ** Math.floor(Math.log10(top)), step = [0.2, 0.5, 1, 2, 5].find((s) => top / (s * power) <= 3) * power;
  return Array.from({ length: Math.ceil(top / step - 1e-9) + 1 }, (_, i) => i * step);
}

const short = (value) => (value && (value >= 1e4 || value < 0.001) ? value.toExponential(0) : String(Number(value.toPrecision(3))));

