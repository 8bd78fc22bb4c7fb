// The page: what is chosen, which view is on, and the ways in (mouse, keys, legend, address).

document.documentElement.classList.add("js");

const back = document.getElementById("back");
const lines = {
  places: new Map(data.nodes.filter((n) => n.x !== null).map((n) => [n.id, { x: n.x, y: n.y, high: n.high }])),
  routes: data.edges.filter((e) => e.path).map((edge) => ({ edge, path: edge.path, tip: edge.tip, turn: edge.turn, at: edge.at })),
  headings: [],
};

const faded = (id) => (state.nodes.length || state.edges.length) > 0 && !near().nodes.has(id);
const fadedEdge = (edge) => (state.nodes.length || state.edges.length) > 0 && !near().edges.has(edge.id);

let nearby = null;
function near() {
  if (nearby) return nearby;
  nearby = { nodes: new Set(state.nodes), edges: new Set(state.edges) };
  for (const { edge } of routesShown()) {
    const touched = state.edges.includes(edge.id) || state.nodes.includes(edge.from) || state.nodes.includes(edge.to);
    if (!touched) continue;
    nearby.edges.add(edge.id);
    nearby.nodes.add(edge.from).add(edge.to);
  }
  return nearby;
}

function redraw() {
  nearby = null;
  network.redraw();
}

function view(centre) {
  state.centre = centre;
  back.hidden = centre === null;
  countLegend(centre);
  const visible = data.edges.filter((edge) => !state.off.has(edge.relation));
  show(centre === null ? lines : ego(centre, visible));
  network.setSize("100%", "100%");
  nearby = null;
}

// The legend counts what the view can show, hidden or not, and names no other relation.
function countLegend(centre) {
  const inView = data.edges.filter((e) => (centre === null ? e.path : e.from === centre || e.to === centre));
  for (const label of document.querySelectorAll("#legend label")) {
    const relation = Number(label.querySelector("input").dataset.relation);
    const count = inView.filter((edge) => edge.relation === relation).length;
    label.querySelector(".count").textContent = count;
    label.hidden = count === 0;
  }
}

// Choose a node; around = true shows all its relations, false the reporting lines.
function choose(id, around = state.centre !== null || nodeOf(id).x === null) {
  const centre = around ? id : null;
  const moved = centre !== state.centre;
  Object.assign(state, { nodes: [id], edges: [] });
  if (moved) view(centre);
  describeNode(id);
  if (moved) frame({ about: id });
  else reveal(id);
  redraw();
  say(`${fullName(id)}, ${data.edges.filter((e) => e.from === id || e.to === id).length} relations`);
  remember(`#n=${encodeURIComponent(id)}${around && nodeOf(id).x !== null ? "&v=all" : ""}`);
}

function chooseEdge(edge) {
  const together = state.centre === null ? [edge] : routesShown().map((r) => r.edge).filter((e) => e.from === edge.from && e.to === edge.to);
  Object.assign(state, { nodes: [], edges: together.map((e) => e.id) });
  describeEdges(together);
  redraw();
  say(`${fullName(edge.from)}: ${relationOf(edge).label}: ${fullName(edge.to)}`);
}

function clear() {
  const about = state.nodes.find((id) => lines.places.has(id));
  Object.assign(state, { nodes: [], edges: [] });
  if (state.centre !== null) {
    view(null);
    frame({ about });
  }
  welcome();
  redraw();
  say("Selection cleared");
  remember("#");
}

function remember(hash) {
  if (location.hash !== hash && !(hash === "#" && !location.hash)) history.pushState(null, "", hash);
}

// Read the address; whatever it names that is not there is passed over.
function follow() {
  const wanted = new URLSearchParams(location.hash.slice(1));
  const id = wanted.get("n");
  if (nodesById.has(id)) choose(id, wanted.get("v") === "all" || nodeOf(id).x === null);
  else if (state.nodes.length || state.centre !== null) clear();
}

function step(dx, dy) {
  const here = shown.places.get(state.nodes[0]);
  let best = null, least = Infinity;
  for (const [id, place] of shown.places) {
    if (!here) { if (place.x + place.y < least) [best, least] = [id, place.x + place.y]; continue; }
    const along = (place.x - here.x) * dx + (place.y - here.y) * dy;
    const aside = Math.abs((place.x - here.x) * dy) + Math.abs((place.y - here.y) * dx);
    if (along > 1 && along + 2 * aside < least) [best, least] = [id, along + 2 * aside];
  }
  if (best !== null) mark(best);
}

// Arrow keys move about the picture without turning it round each new node.
function mark(id) {
  if (state.centre === null) return choose(id);
  Object.assign(state, { nodes: [id], edges: [] });
  describeNode(id);
  reveal(id);
  redraw();
  say(fullName(id));
}

network.on("click", ({ nodes, pointer }) => {
  const edge = nodes.length ? null : edgeAt(pointer.canvas);
  if (nodes.length) mark(nodes[0]);
  else if (edge) chooseEdge(edge);
  else if (state.centre === null) clear();
});
network.on("doubleClick", ({ nodes }) => { if (nodes.length) choose(nodes[0], true); });

stage.addEventListener("pointermove", ({ offsetX: x, offsetY: y }) => {
  const over = network.getNodeAt({ x, y }) !== undefined || edgeAt(network.DOMtoCanvas({ x, y }));
  stage.style.cursor = over ? "pointer" : "grab";
});

const canvas = stage.querySelector(".vis-network");
canvas.tabIndex = 0;
canvas.setAttribute("role", "application");
canvas.setAttribute("aria-label", "Chart of reporting lines. Arrow keys move from box to box, Enter reads, Escape clears. The same relations stand in the table below.");
const keys = {
  ArrowLeft: () => step(-1, 0), ArrowRight: () => step(1, 0), ArrowUp: () => step(0, -1), ArrowDown: () => step(0, 1),
  Enter: () => panel.focus(), "+": () => zoom(1.2), "-": () => zoom(1 / 1.2), 0: () => frame({ all: true }),
};
canvas.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || !keys[event.key]) return;
  event.preventDefault();
  keys[event.key]();
});
document.addEventListener("keydown", (event) => {
  const typing = event.target.matches("input[type=text]");
  if (event.key === "/" && !typing) { event.preventDefault(); field.focus(); }
  if (event.key === "Escape" && !typing) clear();
});

document.getElementById("legend").addEventListener("change", ({ target }) => {
  const relation = Number(target.dataset.relation);
  state.off[target.checked ? "delete" : "add"](relation);
  if (state.centre !== null) view(state.centre);
  redraw();
  say(`${data.relations[relation].label}: ${target.checked ? "shown" : "hidden"}`);
});
back.addEventListener("click", () => {
  const [id] = state.nodes;
  if (lines.places.has(id)) choose(id, false);
  else clear();
});
document.getElementById("nearer").addEventListener("click", () => zoom(1.25));
document.getElementById("farther").addEventListener("click", () => zoom(0.8));
document.getElementById("whole").addEventListener("click", () => frame({ all: true }));
addEventListener("hashchange", follow);
matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => { readInk(); redraw(); });

readInk();
view(null);
frame();
welcome();
follow();

// For whoever wants to look closer, and for the tests.
globalThis.dottedline = {
  network, state,
  drawn: () => ({ nodes: shown.places.size, edges: routesShown().length }),
  routes: () => routesShown().map(({ edge, path }) => ({ from: edge.from, to: edge.to, path })),
  boxes: () => [...shown.places].map(([id, { x, y, high }]) => ({ id, left: x - nodeOf(id).wide / 2, top: y - high / 2, wide: nodeOf(id).wide, high })),
};
