// A pad of 8 by 8 cells to draw on with mouse, finger or keys, and the network's answer beside it.
// What is drawn is a bitmap of 32 by 32; a cell is as dark as it has inked pixels among its 16.
// The picture lives here while it is drawn; the kernel is sent the newest one, and answers.
const SIDE = 32;
const CELLS = 8;
const CELL = SIDE / CELLS;
const FULL = CELL * CELL;
const PATIENCE = 3000; // milliseconds to wait for an answer before saying so
const ARROWS = { ArrowLeft: [0, -1], ArrowRight: [0, 1], ArrowUp: [-1, 0], ArrowDown: [1, 0] };
const HELP = `Draw with the mouse or a finger. With the keyboard: the arrow keys go from cell to cell,
  Shift with an arrow draws a line on the way, Space presses the pen on the cell. The keys 0 to 8 set
  a cell's ink (8 is all), + and - change it by a sixteenth, Delete takes it away. Ctrl+Z undoes.`;
const UNREAD = `The kernel has stopped or was restarted, so nobody reads this pad any more. The drawing
  stays as it is. Run this cell again for a new pad.`;
const LATE = "The kernel has not answered yet: it may be busy with another cell. The drawing is kept.";

// The bits of a bitmap, and the bitmap of its bits, row by row as NumPy packs them.
const pack = (ink) =>
  Uint8Array.from({ length: ink.length / 8 }, (_, byte) =>
    ink.slice(8 * byte, 8 * byte + 8).reduce((bits, bit) => 2 * bits + bit, 0),
  );
const unpack = (view) =>
  Uint8Array.from(
    { length: 8 * view.byteLength },
    (_, bit) => (view.getUint8(bit >> 3) >> (7 - (bit & 7))) & 1,
  );

// Ink, or with a pen below 0 none, wherever the pen covers the middle of a pixel on its way.
function stroke(ink, [x0, y0], [x1, y1], pen) {
  const [dx, dy] = [x1 - x0, y1 - y0];
  const length = dx * dx + dy * dy;
  for (let pixel = 0; pixel < ink.length; pixel++) {
    const [x, y] = [(pixel % SIDE) + 0.5 - x0, Math.floor(pixel / SIDE) + 0.5 - y0];
    const along = length && Math.min(Math.max((x * dx + y * dy) / length, 0), 1);
    if (4 * ((x - along * dx) ** 2 + (y - along * dy) ** 2) <= pen * pen) ink[pixel] = pen > 0;
  }
}

// The places in the bitmap of a cell's 16 pixels, row by row.
const pixelsOf = (row, column) =>
  Array.from({ length: FULL }, (_, n) =>
    (CELL * row + Math.floor(n / CELL)) * SIDE + CELL * column + (n % CELL),
  );
const inkOf = (ink, row, column) => pixelsOf(row, column).reduce((sum, at) => sum + ink[at], 0);
const middle = (row, column) => [CELL * (column + 0.5), CELL * (row + 0.5)];

function makeIn(parent) {
  return (tag, name, text = "") => {
    const element = document.createElement(tag);
    element.className = `toynn-pad-${name}`;
    element.textContent = text;
    parent.append(element);
    return element;
  };
}

// The table of the ten digits; returns the function that shows ten shares, or none.
function makeBars(parent) {
  const table = makeIn(parent)("table", "bars");
  table.createCaption().textContent = "What the network answers";
  const head = table.createTHead().insertRow();
  for (const text of ["digit", "output", ""]) {
    const cell = head.appendChild(document.createElement(text ? "th" : "td"));
    cell.textContent = text;
    if (text) cell.scope = "col";
  }
  const body = table.createTBody();
  const rows = Array.from({ length: 10 }, (_, digit) => {
    const row = body.insertRow();
    const name = row.appendChild(document.createElement("th"));
    name.scope = "row";
    name.textContent = digit;
    const number = row.insertCell();
    const make = makeIn(row.insertCell());
    return { row, number, bar: make("span", "bar"), mark: make("span", "mark") };
  });
  return (shares) => {
    const largest = shares.indexOf(Math.max(...shares));
    rows.forEach(({ row, number, bar, mark }, digit) => {
      const share = shares[digit] ?? 0;
      row.classList.toggle("toynn-pad-largest", digit === largest);
      number.textContent = shares.length ? share.toFixed(2) : "–";
      bar.style.width = `calc(${share.toFixed(3)} * (100% - 5.5em))`; // leaves room for a word
      mark.textContent = digit === largest ? "largest" : "";
    });
  };
}

// The 64 cells; returns the function that shows a bitmap in them.
function makeCells(pad) {
  const grid = makeIn(pad)("div", "grid");
  grid.setAttribute("aria-hidden", "true"); // the pad says where the pen is
  const each = Array.from({ length: CELLS * CELLS }, () => makeIn(grid)("span", "cell"));
  return (ink, row, column) =>
    each.forEach((cell, n) => {
      const grey = 255 - Math.round((inkOf(ink, n >> 3, n & 7) * 225) / FULL);
      cell.style.backgroundColor = `rgb(${grey}, ${grey}, ${grey})`;
      cell.classList.toggle("toynn-pad-here", n === CELLS * row + column);
    });
}

// Sends the newest picture, one at a time while a stroke goes on; returns what to call when.
function makeLine(model, ink, warn) {
  let number = 0;
  let awaited = 0;
  let behind = false;
  let dead = false;
  let timer;
  const end = (words) => {
    dead = true;
    clearTimeout(timer);
    if (words) warn(words);
  };
  const post = (message, buffers) => {
    try {
      model.send(message, undefined, buffers);
    } catch {
      end(UNREAD); // a kernel that was shut down takes no message
    }
  };
  const send = (whole) => {
    behind = !dead && !whole && awaited > 0;
    if (dead || behind) return;
    number = awaited = Math.max(number + 1, Date.now());
    const message = { number, whole, turn: model.get("turn"), trouble: model.get("trouble") };
    clearTimeout(timer);
    timer = setTimeout(() => warn(LATE), PATIENCE);
    post(message, [pack(ink).buffer]);
  };
  return {
    send,
    undo: () => dead || post({ undo: true }),
    free: () => awaited === 0,
    heard() {
      if (model.get("answered") < awaited) return;
      awaited = 0;
      clearTimeout(timer);
      warn(model.get("trouble"));
      if (behind) send(false);
    },
    end,
  };
}

// What the keys do at a cell; returns the function that takes one and says what it did, or "".
function makeKeys(ink, pen, order, at) {
  const here = () => middle(at.row, at.column);
  const draw = (from) => (stroke(ink, from, here(), pen()), "drawn");
  const set = (count) => {
    pixelsOf(at.row, at.column).forEach((pixel, n) => (ink[pixel] = order()[n] < count));
    return "drawn";
  };
  const change = (by) => set(inkOf(ink, at.row, at.column) + by);
  const go = (down, right, drawing) => {
    const from = here();
    at.row = Math.min(Math.max(at.row + down, 0), CELLS - 1);
    at.column = Math.min(Math.max(at.column + right, 0), CELLS - 1);
    return drawing ? draw(from) : "moved";
  };
  return ({ key, shiftKey }) => {
    if (key in ARROWS) return go(...ARROWS[key], shiftKey);
    if (key === "Home") return go(0, -CELLS, false);
    if (key === "End") return go(0, CELLS, false);
    if (key === " " || key === "Enter") return draw(here());
    if (/^[0-8]$/.test(key)) return set(2 * Number(key));
    if (key === "+" || key === "=") return change(1);
    if (key === "-" || key === "_") return change(-1);
    if (key === "Delete" || key === "Backspace") return set(0);
    return "";
  };
}

function render({ model, el }) {
  const make = makeIn(el);
  el.classList.add("toynn-pad");
  const desk = make("div", "desk");
  const pad = makeIn(desk)("div", "frame");
  const showCells = makeCells(pad);
  const side = makeIn(desk)("div", "side");
  const trouble = makeIn(side)("p", "trouble");
  const sentence = makeIn(side)("p", "sentence");
  const showBars = makeBars(side);
  const place = make("p", "place");
  const help = make("p", "help", HELP);
  const spoken = make("div", "spoken");
  const spokenPlace = make("div", "spoken");
  const ink = new Uint8Array(SIDE * SIDE);
  const at = { row: 3, column: 3 };
  let last = null; // where the pen was, while it is down
  let held = false; // a key that repeats is like a stroke that goes on
  let timer, frame;

  help.id = `toynn-pad-${Math.random().toString(36).slice(2)}`;
  pad.tabIndex = 0;
  pad.setAttribute("role", "application");
  pad.setAttribute("aria-roledescription", "drawing pad");
  pad.setAttribute("aria-label", "Drawing pad, 8 rows of 8 cells");
  pad.setAttribute("aria-describedby", help.id);
  trouble.setAttribute("role", "alert");
  for (const live of [spoken, spokenPlace]) live.setAttribute("aria-live", "polite");

  const warn = (words) => {
    trouble.textContent = words;
    trouble.hidden = !words;
  };
  const line = makeLine(model, ink, warn);
  const draw = () => {
    showCells(ink, at.row, at.column);
    const count = inkOf(ink, at.row, at.column);
    place.textContent = `Row ${at.row + 1}, column ${at.column + 1}: ink ${count} of ${FULL}.`;
  };
  const soon = () => (frame ??= requestAnimationFrame(() => ((frame = undefined), draw())));
  const changed = (whole) => (soon(), line.send(whole));

  // The kernel's picture counts where it has changed it, or where this view has nothing under way.
  const adopt = () => {
    ink.set(unpack(model.get("bitmap")));
    soon();
  };
  const follow = () => last === null && line.free() && adopt();
  const answer = () => showBars(model.get("shares"));
  const tell = () => {
    sentence.textContent = model.get("sentence");
    clearTimeout(timer);
    timer = setTimeout(() => (spoken.textContent = model.get("sentence")), REST);
  };

  const where = ({ clientX, clientY }) => {
    const { left, top, width, height } = pad.firstChild.getBoundingClientRect();
    return [((clientX - left) / width) * SIDE, ((clientY - top) / height) * SIDE];
  };
  const pen = () => model.get("pens")[model.get("pen")];
  const follows = (event) => last && event.isPrimary;
  pad.addEventListener("pointerdown", (event) => {
    if (!event.isPrimary || event.button !== 0) return;
    pad.setPointerCapture(event.pointerId);
    pad.focus({ preventScroll: true });
    delete pad.dataset.keys; // the frame around a cell is for those who use the keys
    last = where(event);
    stroke(ink, last, last, pen());
    changed(false);
  });
  pad.addEventListener("pointermove", (event) => {
    if (!follows(event)) return;
    const passed = event.getCoalescedEvents?.() ?? [];
    for (const point of (passed.length ? passed : [event]).map(where)) {
      stroke(ink, last, point, pen());
      last = point;
    }
    changed(false);
  });
  for (const end of ["pointerup", "pointercancel"])
    pad.addEventListener(end, (event) => {
      if (!follows(event)) return;
      last = null;
      changed(true);
    });

  pad.addEventListener("focus", () => {
    if (pad.matches(":focus-visible")) pad.dataset.keys = "";
  });
  const press = makeKeys(ink, pen, () => model.get("order"), at);
  const undoes = (event) =>
    (event.ctrlKey || event.metaKey) && !event.shiftKey && !event.altKey && event.key.toLowerCase() === "z";
  const ofPad = (event) => undoes(event) || !(chord(event) || /^(Tab|Escape|Shift)$/.test(event.key));
  pad.addEventListener("keydown", (event) => {
    if (!ofPad(event)) return;
    pad.dataset.keys = "";
    const done = undoes(event) ? "undone" : press(event);
    if (!done) return;
    event.preventDefault();
    if (done === "undone") line.undo();
    if (done === "drawn") changed(!event.repeat);
    held = done === "drawn" && event.repeat;
    draw();
    spokenPlace.textContent = place.textContent;
  });
  for (const end of ["keyup", "blur"])
    pad.addEventListener(end, () => {
      if (held) line.send(true);
      held = false;
    });

  model.on("change:turn", adopt);
  model.on("change:bitmap", follow);
  model.on("change:shares", answer);
  model.on("change:sentence", tell);
  model.on("change:trouble", () => warn(model.get("trouble")));
  model.on("change:answered", line.heard);
  model.on("comm_live_update", () => line.end(UNREAD)); // told by ipywidgets when a kernel goes
  adopt();
  answer();
  tell();
  warn(model.get("trouble"));
  const releases = [keepKeys(pad, ofPad)];
  const asked = requestAnimationFrame(() => {
    releases.push(keepKeys(el.closest(".widget-vbox") ?? el, ofControl));
  });
  return () => {
    clearTimeout(timer);
    cancelAnimationFrame(asked);
    for (const release of releases) release();
    line.end();
  };
}

export default { render };
