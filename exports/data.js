// The data of the page, and the small questions that every part asks of it.

const data = JSON.parse(document.getElementById("graph-data").textContent);
const nodesById = new Map(data.nodes.map((node) => [node.id, node]));
const state = { centre: null, nodes: [], edges: [], off: new Set() };

const nodeOf = (id) => nodesById.get(id);
const relationOf = (edge) => data.relations[edge.relation];
const strokeOf = (edge) => relationOf(edge).stroke;
const compare = (a, b) => (a < b ? -1 : a > b ? 1 : 0);
const fullName = (id) => [nodeOf(id).name, nodeOf(id).place].filter(Boolean).join(", ");

function say(text) {
  document.getElementById("said").textContent = text;
}
