// Search: a combobox over names, other names, acronyms and places.

const field = document.getElementById("search");
const found = document.getElementById("found");
let active = -1;

const plain = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
const index = data.nodes.map((node) => {
  const names = [node.name, ...node.aliases].map(plain);
  return { node, names, text: plain([node.name, node.place, ...node.aliases].join(" ")) };
});

function matches(query) {
  const wanted = plain(query).trim();
  if (!wanted) return [];
  const words = wanted.split(/\s+/);
  const ranked = index.flatMap(({ node, names, text }) => {
    const starts = text.split(/[^\p{L}\p{N}]+/u);
    const rank = names.includes(wanted) ? 0
      : names.some((name) => name.startsWith(wanted)) ? 1
      : words.every((word) => starts.some((start) => start.startsWith(word))) ? 2
      : text.includes(wanted) ? 3 : null;
    return rank === null ? [] : [[rank, node.x === null ? 1 : 0, node]];
  });
  ranked.sort((a, b) => a[0] - b[0] || a[1] - b[1] || compare(a[2].name, b[2].name) || compare(a[2].id, b[2].id));
  return ranked.slice(0, 12).map(([, , node]) => node);
}

function suggest() {
  const nodes = matches(field.value);
  found.replaceChildren(...nodes.map((node, place) => {
    const item = make("li", node.name);
    item.id = `found-${place}`;
    item.setAttribute("role", "option");
    item.dataset.id = node.id;
    const more = [node.place, node.aliases.slice(0, 4).join("; ")].filter(Boolean).join(" · ");
    if (more) item.append(make("small", more));
    return item;
  }));
  found.hidden = !nodes.length;
  field.setAttribute("aria-expanded", String(nodes.length > 0));
  point(nodes.length ? 0 : -1);
  if (field.value.trim()) say(nodes.length ? `${nodes.length} found` : "Nothing found");
}

function point(to) {
  active = to;
  [...found.children].forEach((item, place) => item.setAttribute("aria-selected", String(place === to)));
  if (to < 0) field.removeAttribute("aria-activedescendant");
  else field.setAttribute("aria-activedescendant", `found-${to}`);
  found.children[to]?.scrollIntoView({ block: "nearest" });
}

function take(item) {
  const { id } = item.dataset;
  field.value = "";
  suggest();
  choose(id);
}

field.addEventListener("input", suggest);
field.addEventListener("blur", () => { found.hidden = true; field.setAttribute("aria-expanded", "false"); });
field.addEventListener("focus", suggest);
field.addEventListener("keydown", (event) => {
  const size = found.children.length;
  if (event.key === "ArrowDown" && size) point((active + 1) % size);
  else if (event.key === "ArrowUp" && size) point((active + size - 1) % size);
  else if (event.key === "Enter" && active >= 0) { take(found.children[active]); panel.focus(); }
  else if (event.key === "Escape") { field.value = ""; suggest(); field.blur(); }
  else return;
  event.preventDefault();
});
found.addEventListener("pointerdown", (event) => {
  event.preventDefault();
  const item = event.target.closest("li");
  if (item) take(item);
});
