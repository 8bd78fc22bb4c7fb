// The stage: vis-network holds, moves and finds the boxes; lines and words are drawn here, along
// the routes of the layout, since vis-network's own lines run behind boxes.

const stage = document.getElementById("stage");
const boxes = new vis.DataSet();
const pencil = document.createElement("canvas").getContext("2d");
const FONTS = 'Helvetica, Arial, "Liberation Sans", sans-serif';
const HEADING_FONT = `bold 13px ${FONTS}`;
const LEAST_SCALE = 11.2 / 13; // no label below 11 px at the start
let shown = { places: new Map(), routes: [], headings: [] };
let ink = {};

const network = new vis.Network(stage, { nodes: boxes, edges: new vis.DataSet() }, {
  physics: false,
  layout: { randomSeed: 1, improvedLayout: false },
  interaction: {
    dragNodes: false, hover: false, keyboard: false, multiselect: false,
    selectConnectedEdges: false, zoomView: matchMedia("(pointer: coarse)").matches,
  },
});

function readInk() {
  const style = getComputedStyle(document.documentElement);
  const names = ["paper", "ink", "faint", "accent", "advertised", "advertised-rule", "candidate", "candidate-rule", "box-rule", "focus", ...Object.keys(data.strokes)];
  ink = Object.fromEntries(names.map((name) => [name, style.getPropertyValue(`--${name}`).trim()]));
}

function show(scene) {
  const routes = scene.routes.map((r) => ({ ...r, shape: new Path2D(r.path) }));
  shown = { ...scene, routes };
  boxes.clear();
  boxes.add([...scene.places].map(([id, { x, y }]) => ({ id, x, y, shape: "custom", ctxRenderer })));
}

function ctxRenderer({ ctx, id, x, y }) {
  const node = nodeOf(id);
  const high = shown.places.get(id)?.high ?? node.high;
  return {
    drawNode: () => drawBox(ctx, node, x - node.wide / 2, y - high / 2, high),
    nodeDimensions: { width: node.wide, height: high },
  };
}

function drawBox(ctx, node, left, top, high) {
  ctx.save();
  ctx.globalAlpha = faded(node.id) ? 0.3 : 1;
  const look = ["advertised", "", "candidate"][node.look];
  ctx.beginPath();
  ctx.roundRect(left, top, node.wide, high, 7);
  ctx.fillStyle = look ? ink[look] : ink.paper;
  ctx.fill();
  const chosen = state.nodes.includes(node.id);
  ctx.lineWidth = chosen ? 3 : look ? 1.6 : 1.2;
  ctx.strokeStyle = chosen ? ink.focus : look ? ink[`${look}-rule`] : ink["box-rule"];
  ctx.setLineDash(look === "candidate" && !chosen ? [5, 3] : []);
  ctx.stroke();
  ctx.textAlign = "center";
  let y = top + (high - 19 * node.lines.length - 17 * node.notes.length) / 2;
  for (const line of node.lines) drawText(ctx, line, left + node.wide / 2, (y += 19) - 5.3, "bold 15px", ink.ink);
  for (const note of node.notes) drawText(ctx, note, left + node.wide / 2, (y += 17) - 4.8, "13px", ink.faint);
  ctx.restore();
}

function drawText(ctx, text, x, y, font, colour) {
  ctx.font = `${font} ${FONTS}`;
  ctx.fillStyle = colour;
  ctx.fillText(text, x, y);
}

const routesShown = () => shown.routes.filter((r) => !state.off.has(r.edge.relation));

network.on("beforeDrawing", (ctx) => {
  ctx.save();
  for (const route of routesShown()) drawLine(ctx, route);
  for (const route of routesShown()) if (route.at) drawWords(ctx, route);
  for (const heading of shown.headings) drawHeading(ctx, heading);
  ctx.restore();
});

function drawLine(ctx, { edge, shape, tip, turn }) {
  const kind = data.strokes[strokeOf(edge)];
  const chosen = state.edges.includes(edge.id);
  ctx.globalAlpha = fadedEdge(edge) ? 0.18 : 1;
  ctx.strokeStyle = ctx.fillStyle = ink[strokeOf(edge)];
  ctx.lineWidth = kind.width + (chosen ? 2 : 0);
  ctx.lineCap = kind.round ? "round" : "butt";
  ctx.setLineDash(kind.dash);
  ctx.stroke(shape);
  const [x, y] = tip, back = turn ? 10 : -10;
  ctx.beginPath();
  ctx.moveTo(x, y);
  ctx.lineTo(x + back, y - 4.2);
  ctx.lineTo(x + back, y + 4.2);
  ctx.fill();
}

function drawWords(ctx, { edge, at }) {
  ctx.globalAlpha = fadedEdge(edge) ? 0.18 : 1;
  ctx.textAlign = "right";
  drawText(ctx, edge.word, at[0], at[1], "13px", ink[strokeOf(edge)]);
  if (edge.note) drawText(ctx, edge.note, at[0], at[1] + 18, "italic 12px", ink[strokeOf(edge)]);
}

function drawHeading(ctx, { text, x, y }) {
  ctx.globalAlpha = 1;
  ctx.textAlign = "left";
  ctx.font = HEADING_FONT;
  ctx.fillStyle = ink.paper;
  ctx.fillRect(x - 2, y - 12, ctx.measureText(text).width + 6, 16);
  drawText(ctx, text, x, y, "bold 13px", ink.faint);
}

function edgeAt({ x, y }) {
  pencil.lineWidth = Math.max(12, 12 / network.getScale());
  return routesShown().findLast((r) => pencil.isPointInStroke(r.shape, x, y))?.edge ?? null;
}

function extent() {
  let [left, top, right, low] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [id, { x, y, high }] of shown.places) {
    const half = nodeOf(id).wide / 2;
    [left, right] = [Math.min(left, x - half), Math.max(right, x + half)];
    [top, low] = [Math.min(top, y - high / 2), Math.max(low, y + high / 2)];
  }
  return shown.places.size ? { left, top, right, low } : { left: 0, top: 0, right: 1, low: 1 };
}

// Begin with everything in sight if it can be read so; else with the upper left, or with one box.
function frame({ all = false, about = null } = {}) {
  const { left, top, right, low } = extent();
  const pad = 20;
  const fit = Math.min(stage.clientWidth / (right - left + 2 * pad), stage.clientHeight / (low - top + 2 * pad));
  const scale = Math.min(1.25, all ? fit : Math.max(LEAST_SCALE, fit));
  const room = { x: stage.clientWidth / scale / 2, y: stage.clientHeight / scale / 2 };
  const centred = (low_, high_, half, wish) =>
    high_ - low_ + 2 * pad <= 2 * half ? (low_ + high_) / 2 : Math.max(low_ - pad + half, Math.min(high_ + pad - half, wish));
  const spot = about ? shown.places.get(about) : { x: left, y: top };
  network.moveTo({ scale, position: { x: centred(left, right, room.x, spot.x), y: centred(top, low, room.y, spot.y) } });
}

function reveal(id) {
  const place = shown.places.get(id);
  const { x, y } = network.canvasToDOM(place);
  const [w, h] = [stage.clientWidth, stage.clientHeight];
  if (x < 120 || y < 50 || x > w - 120 || y > h - 50) network.moveTo({ position: { x: place.x, y: place.y } });
}

function zoom(factor) {
  network.moveTo({ scale: Math.max(0.1, Math.min(3, network.getScale() * factor)) });
}

stage.addEventListener("wheel", (event) => {
  if (!event.ctrlKey && !event.metaKey) return;
  event.preventDefault();
  zoom(Math.exp(-event.deltaY / 300));
}, { passive: false });
