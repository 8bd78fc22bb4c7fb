// The panel: what is known of a node or a line. All text goes in by textContent; quotes are copies
// of the table's own.

const panel = document.getElementById("panel");
const narrow = matchMedia("(max-width: 860px)"); // as in the style: the panel lies below the chart

function make(tag, text, ...classes) {
  const element = document.createElement(tag);
  if (text !== undefined) element.textContent = text;
  element.classList.add(...classes);
  return element;
}

function welcome() {
  panel.replaceChildren(document.getElementById("welcome").content.cloneNode(true));
  panel.parentElement.classList.remove("chosen");
}

function fill(parts) {
  panel.replaceChildren(...parts);
  panel.scrollTop = 0;
  panel.parentElement.classList.add("chosen");
  if (narrow.matches) stage.parentElement.scrollIntoView();
}

function describeNode(id) {
  const node = nodeOf(id);
  const parts = [make("h2", node.name)];
  if (node.place) parts.push(make("p", node.place, "faint"));
  const badges = make("p");
  badges.append(...node.badges.map((b) => make("span", b, "badge")));
  if (node.look === 2) badges.lastChild.classList.add("candidate");
  parts.push(badges);
  if (node.definition) parts.push(make("p", node.definition));
  if (node.basis) parts.push(make("p", node.basis, "faint"));
  if (node.aliases.length) parts.push(make("p", `Also written: ${node.aliases.join("; ")}`, "faint"));
  const actions = make("div", undefined, "actions");
  if (state.centre !== id) actions.append(button("Show all its relations", () => choose(id, true)));
  if (state.centre && node.x !== null) actions.append(button("Show in the reporting lines", () => choose(id, false)));
  parts.push(actions, ...relationsOf(id));
  fill(parts);
}

function button(text, act, ...classes) {
  const element = make("button", text, ...classes);
  element.type = "button";
  element.addEventListener("click", act);
  return element;
}

function relationsOf(id) {
  const groups = new Map();
  for (const edge of data.edges) {
    if (edge.from !== id && edge.to !== id) continue;
    const out = edge.from === id;
    const heading = out ? relationOf(edge).label : relationOf(edge).inverse;
    const key = edge.relation * 2 + (out ? 0 : 1);
    if (!groups.has(key)) groups.set(key, { heading, items: [] });
    groups.get(key).items.push([out ? edge.to : edge.from, edge]);
  }
  return [...groups].sort((a, b) => a[0] - b[0]).flatMap(([, { heading, items }]) => {
    const list = make("ul", undefined, "neighbours");
    items.sort((a, b) => compare(nodeOf(a[0]).name, nodeOf(b[0]).name));
    for (const [other, edge] of items) {
      const item = make("li");
      item.append(button(fullName(other), () => choose(other), "link"), ...quotesOf(edge));
      list.append(item);
    }
    const title = make("h3", `${heading[0].toUpperCase()}${heading.slice(1)} `);
    title.append(make("span", String(items.length), "count"));
    return [title, list];
  });
}

const quotesOf = (edge) =>
  [...document.querySelectorAll(`#e${edge.id} .words > *`)].map((quote) => quote.cloneNode(true));

function describeEdges(edges) {
  const [{ from, to }] = edges;
  const parts = [make("h2", `${nodeOf(from).name} → ${nodeOf(to).name}`)];
  const actions = make("div", undefined, "actions");
  actions.append(button(fullName(from), () => choose(from)), button(fullName(to), () => choose(to)));
  parts.push(actions);
  for (const edge of edges) parts.push(make("h3", relationOf(edge).label), ...quotesOf(edge));
  fill(parts);
}
