// What everything on the screen is made with: elements, and canvases as sharp as the screen.

const MAP = 264, LEFT = 28, ABOVE = 8, BELOW = 20; // pixels: a side of the large map, and room for its ticks
const LIMIT = 6; // the map goes from -6 to 6 both ways
const still = matchMedia("(prefers-reduced-motion: reduce)");

const floats = (view) => new Float32Array(view.buffer.slice(view.byteOffset, view.byteOffset + view.byteLength));
const bytes = (view) => new Uint8Array(view.buffer, view.byteOffset, view.byteLength);

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

