// Markers: what a point is, its shape says as well as its colour.

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

// A point; those to test with are hollow.
function dot(pen, colour, shape, x, y, r, hollow) {
  marker(pen, shape, x, y, r);
  pen.fillStyle = hollow ? "#fff" : colour;
  pen.strokeStyle = hollow ? colour : "#fff";
  pen.lineWidth = hollow ? 1.6 : 0.8;
  pen.fill();
  pen.stroke();
}

