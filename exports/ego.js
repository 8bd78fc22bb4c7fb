// The neighbourhood of one node: superiors on the left, all others on the right, by what is said.
// Every line keeps to gutters between boxes, so that none runs behind a third box.

const PITCH = 232, GUTTER = 34, GAP = 18, HEADING = 17, LANE = 4;

function ego(centre, edges) {
  const sides = { left: new Map(), right: new Map() };
  for (const [other, between] of neighboursOf(centre, edges)) {
    const side = between.some((e) => superiorOf(e) === other) ? "left" : "right";
    sides[side].set(other, between);
  }
  const places = new Map([[centre, { x: 0, y: 0, high: highOf(centre, sides.left) }]]);
  const routes = [];
  const headings = [];
  setSuperiors(centre, sides.left, places, routes);
  setGroups(centre, sides.right, places, routes, headings);
  return { places, routes, headings };
}

function neighboursOf(centre, edges) {
  const met = new Map();
  for (const edge of edges) {
    const other = edge.from === centre ? edge.to : edge.to === centre ? edge.from : null;
    if (other === null || other === centre) continue;
    if (!met.has(other)) met.set(other, []);
    met.get(other).push(edge);
  }
  const named = [...met].sort((a, b) => compare(nodeOf(a[0]).name, nodeOf(b[0]).name) || compare(a[0], b[0]));
  return new Map(named);
}

const superiorOf = (e) => (strokeOf(e) === "other" ? null : relationOf(e).line === "above" ? e.from : e.to);
const rowOf = (edge) => (edge.note ? 34 : 19);

function highOf(centre, superiors) {
  const rows = [...superiors.values()].flat().reduce((sum, edge) => sum + rowOf(edge), 0);
  return Math.max(nodeOf(centre).high, rows + 10);
}

function setSuperiors(centre, superiors, places, routes) {
  const heights = [...superiors.keys()].map((id) => Math.max(nodeOf(id).high, 9 * superiors.get(id).length + 12));
  let top = -(heights.reduce((sum, h) => sum + h, 0) + 24 * Math.max(0, heights.length - 1)) / 2;
  const rows = [...superiors.values()].flat().reduce((sum, edge) => sum + rowOf(edge), 0);
  let port = -rows / 2;
  const wide = nodeOf(centre).wide;
  const bend = -wide / 2 - 170;
  const right = bend - 80;
  [...superiors].forEach(([id, between], index) => {
    const high = heights[index];
    places.set(id, { x: right - nodeOf(id).wide / 2, y: top + high / 2, high });
    between.forEach((edge, place) => {
      const y = port + 16;
      const far = top + high / 2 + 9 * (place - (between.length - 1) / 2);
      const half = (bend + right) / 2;
      const inward = edge.to === centre;
      routes.push({
        edge,
        path: `M ${right} ${far} C ${half} ${far} ${half} ${y} ${bend} ${y} L ${-wide / 2} ${y}`,
        tip: inward ? [-wide / 2, y] : [right, far],
        turn: inward ? 0 : 180,
        at: [-wide / 2 - (inward ? 12 : 5), y - 4],
      });
      port += rowOf(edge);
    });
    top += high + 24;
  });
}

// Groups are neighbours of whom the same is said; they stand on shelves below one another.
function setGroups(centre, others, places, routes, headings) {
  const groups = new Map();
  for (const [id, between] of others) {
    const key = whatIsSaid(centre, between);
    const rank = Math.min(...between.map((e) => e.relation * 2 + (e.from === centre ? 0 : 1)));
    if (!groups.has(key)) groups.set(key, { key, rank, members: [] });
    groups.get(key).members.push([id, between]);
  }
  const ordered = [...groups.values()].sort((a, b) => a.rank - b.rank || compare(a.key, b.key));
  const most = Math.min(5, Math.max(1, Math.ceil(Math.sqrt(others.size / 5))));
  const shelves = shelved(ordered, most);
  const total = shelves.reduce((sum, shelf) => sum + shelf.high, 0) + 30 * (shelves.length - 1);
  const left = nodeOf(centre).wide / 2 + 66;
  let top = -total / 2;
  for (const shelf of shelves) {
    setShelf(centre, shelf, left, top, places, routes, headings);
    top += shelf.high + 30;
  }
}

function whatIsSaid(centre, between) {
  const own = between.filter((e) => e.from === centre).map((e) => relationOf(e).label);
  const others = between.filter((e) => e.from !== centre);
  const lines = others.filter((e) => strokeOf(e) !== "other").map((e) => relationOf(e).inverse);
  const rest = others.filter((e) => strokeOf(e) === "other").map((e) => relationOf(e).label);
  const parts = [...new Set([...own, ...lines])];
  return [...parts, ...(rest.length ? [`said by others: ${[...new Set(rest)].join(", ")}`] : [])].join(", ");
}

function shelved(groups, most) {
  const shelves = [];
  for (const group of groups) {
    group.columns = Math.min(most, group.members.length);
    group.words = broken(`${group.key} (${group.members.length})`, group.columns * PITCH - 26);
    group.rows = Math.ceil(group.members.length / group.columns);
    group.tall = rowHeights(group).reduce((sum, h) => sum + h + GAP, 0);
    const last = shelves.at(-1);
    if (last && last.used + group.columns <= most) {
      last.groups.push(group);
      last.used += group.columns;
    } else shelves.push({ groups: [group], used: group.columns });
  }
  for (const shelf of shelves) {
    shelf.heading = HEADING * Math.max(...shelf.groups.map((g) => g.words.length)) + 6;
    shelf.high = Math.max(...shelf.groups.map((g) => g.tall)) + LANE * shelf.groups.length + shelf.heading;
  }
  return shelves;
}

// Break words into lines that fit in room pixels.
function broken(text, room) {
  pencil.font = HEADING_FONT;
  const lines = [""];
  for (const word of text.split(" ")) {
    const longer = `${lines.at(-1)} ${word}`.trim();
    if (pencil.measureText(longer).width <= room) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines.filter(Boolean);
}

function rowHeights(group) {
  return Array.from({ length: group.rows }, (_, row) =>
    Math.max(...group.members.slice(row * group.columns, (row + 1) * group.columns).map(([id]) => nodeOf(id).high)));
}

function setShelf(centre, shelf, left, top, places, routes, headings) {
  const spine = nodeOf(centre).wide / 2 + 30;
  let column = 0;
  shelf.groups.forEach((group, index) => {
    const lane = top + LANE * (shelf.groups.length - index);
    const first = left + column * PITCH;
    const heights = rowHeights(group);
    let y = top + LANE * shelf.groups.length + shelf.heading;
    group.words.forEach((text, line) => headings.push({ text, x: first - 4, y: y - 9 - HEADING * (group.words.length - 1 - line) }));
    heights.forEach((high, row) => {
      group.members.slice(row * group.columns, (row + 1) * group.columns).forEach(([id, between], at) => {
        const edge = first + at * PITCH;
        const node = nodeOf(id);
        places.set(id, { x: edge + node.wide / 2, y: y + high / 2, high: node.high });
        for (const each of between) routes.push(bus(centre, each, spine, lane, edge, y + high / 2));
      });
      y += high + GAP;
    });
    column += group.columns;
  });
}

function bus(centre, edge, spine, lane, left, y) {
  const start = nodeOf(centre).wide / 2;
  const down = left - GUTTER / 2;
  const outward = edge.from === centre;
  return {
    edge,
    path: bent([[start, 0], [spine, 0], [spine, lane], [down, lane], [down, y], [left, y]]),
    tip: outward ? [left, y] : [start, 0],
    turn: outward ? 0 : 180,
    at: null,
  };
}

// A way of level and upright strokes with round corners.
function bent(points) {
  let path = `M ${points[0].join(" ")}`;
  for (let i = 1; i < points.length - 1; i++) {
    const [[ax, ay], [bx, by], [cx, cy]] = points.slice(i - 1, i + 2);
    const before = Math.hypot(bx - ax, by - ay), after = Math.hypot(cx - bx, cy - by);
    const r = Math.min(7, before / 2, after / 2);
    if (r < 0.5) continue;
    const from = [bx - ((bx - ax) / before) * r, by - ((by - ay) / before) * r];
    const to = [bx + ((cx - bx) / after) * r, by + ((cy - by) / after) * r];
    path += ` L ${from.join(" ")} Q ${bx} ${by} ${to.join(" ")}`;
  }
  return `${path} L ${points.at(-1).join(" ")}`;
}
