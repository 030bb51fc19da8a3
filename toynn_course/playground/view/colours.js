// Colours: one for each byte of a map (see frames.py).

const rgb = (hex) => [1, 3, 5].map((at) => parseInt(hex.slice(at, at + 2), 16));
const mix = (a, b, t) => a.map((from, i) => Math.round(from + (b[i] - from) * t));

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

// The colour of an amount: the further from 0, the stronger.
function colourOfAmount(value, palette) {
  const [low, , high] = palette.map.map(rgb), strong = rgb(value < 0 ? palette.low : palette.high);
  return `rgb(${mix(value < 0 ? low : high, strong, Math.min(1, Math.abs(value)))})`;
}

// Bytes of maps, one after the other, as an image as wide as one map; row 0 of a map is at its foot.
function paint(canvas, levels, side, shades, discrete) {
  const count = levels.length / (side * side);
  if (canvas.width !== side || canvas.height !== side * count) Object.assign(canvas, { width: side, height: side * count });
  const image = new ImageData(side, side * count);
  const pixels = new Uint32Array(image.data.buffer), colours = new Uint32Array(shades.buffer);
  for (let map = 0, at = 0; map < count; map++)
    for (let row = side - 1; row >= 0; row--)
      for (let column = 0; column < side; column++) {
        const byte = levels[(map * side + row) * side + column];
        pixels[at++] = colours[discrete && byte ? (byte >= 128 ? 255 : 1) : byte];
      }
  canvas.getContext("2d").putImageData(image, 0, 0);
}

