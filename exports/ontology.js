// One field that finds and filters. All that it finds is in the page: without this script
// the page is read and searched as any other.

const byId = (id) => document.getElementById(id);
const [field, found, firm, said, undo] = ["search", "found", "firm", "said", "clear"].map((name) => byId(`page-${name}`));
const shelves = [...document.querySelectorAll("details.shelf")];
const plain = (text) => (/[^\x00-\x7f]/.test(text) ? text.normalize("NFKD").replace(/\p{M}/gu, "") : text).toLowerCase();
const apart = (text) => ` ${plain(text).replace(/[^\p{L}\p{N}]+/gu, " ").trim()} `;
const starts = (text, words) => words.every((word) => text.includes(` ${word}`));
let active = -1;
let index = null;
let opened = null;

// What stands side by side in two elements is two words. A statement is found by all names of
// its subject and object, and on its own card alone; its two IRIs are found whole only.
function wording(item) {
  const apartFrom = { acceptNode: (node) => (node.parentElement.closest(".ends, .told") ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT) };
  const walk = document.createTreeWalker(item, NodeFilter.SHOW_TEXT, apartFrom);
  let text = item.dataset.also ?? "";
  while (walk.nextNode()) text += ` ${walk.currentNode.data}`;
  return apart(text);
}

function items() {
  index ??= [...document.querySelectorAll(".item")].map((item, place) => {
    const names = [...item.querySelectorAll(".name")].map((name) => name.textContent.trim());
    return {
      item, place, names,
      spelt: names.map((name) => apart(name).trim()),
      named: apart(names.join(" ")),
      text: wording(item),
      iris: [...item.querySelectorAll(".ends code")].map((code) => code.textContent),
      loose: item.classList.contains("loose"),
      unsure: item.matches(".loose, .guarded"),
    };
  });
  return index;
}

const asked = () => apart(field.value).trim().split(" ").filter(Boolean);

function filter() {
  const words = asked();
  const all = !words.length && !firm.checked;
  let shown = 0;
  const iri = field.value.trim();
  for (const { item, text, iris, unsure } of items()) {
    item.hidden = !(starts(text, words) || iris.includes(iri)) || (firm.checked && unsure);
    shown += !item.hidden;
  }
  if (words.length) {
    opened ??= shelves.map((shelf) => shelf.open);
    for (const shelf of shelves) shelf.open = true;
  } else if (opened) {
    shelves.forEach((shelf, place) => { shelf.open = opened[place]; });
    opened = null;
  }
  for (const block of document.querySelectorAll(".whole")) block.hidden = words.length > 0;
  for (const group of document.querySelectorAll(".group, .part")) {
    const inside = group.querySelectorAll(".item");
    const left = [...inside].filter((item) => !item.hidden).length;
    group.hidden = !all && !left && (inside.length > 0 || words.length > 0);
    const count = group.querySelector(":scope > summary .count, :scope > h2 .count, :scope > h3 .count");
    if (count) count.textContent = left === inside.length ? left : `${left} of ${inside.length}`;
  }
  for (const link of document.querySelectorAll("nav a")) {
    link.parentElement.hidden = byId(link.hash.slice(1)).hidden;
  }
  document.documentElement.classList.toggle("firm-only", firm.checked);
  undo.hidden = all;
  said.textContent = all ? "" : shown ? `${shown} of ${index.length} shown` : "Nothing found";
}

function matches() {
  const words = asked();
  if (!words.length) return [];
  const whole = words.join(" ");
  const ranked = items().flatMap((one) => {
    if (firm.checked && one.unsure) return [];
    const rank = one.spelt.includes(whole) ? 0
      : one.spelt.some((name) => name.startsWith(whole)) ? 1
      : starts(one.named, words) ? 2 : null;
    return rank === null ? [] : [[rank, one.loose, one.names[0].length, one.place, one]];
  });
  ranked.sort((a, b) => a[0] - b[0] || a[1] - b[1] || a[2] - b[2] || a[3] - b[3]);
  return ranked.slice(0, 8).map((row) => row[4]);
}

function suggest() {
  const list = matches();
  found.replaceChildren(...list.map(({ item, names, loose }, place) => {
    const option = document.createElement("li");
    const more = document.createElement("small");
    const marks = [...item.querySelectorAll(".badge, .caveat strong")].filter((one) => !one.closest(".told")).map((one) => one.textContent.trim().replace(/:$/, ""));
    more.textContent = [item.closest("[data-sort]").dataset.sort, names.slice(1, 4).join("; "), ...marks].filter(Boolean).join(" · ");
    option.append(names[0], more);
    option.id = `page-found-${place}`;
    option.setAttribute("role", "option");
    option.classList.toggle("loose", loose);
    option.classList.toggle("guarded", item.classList.contains("guarded"));
    option.dataset.to = item.id;
    return option;
  }));
  show(list.length > 0);
  point(-1);
}

function show(open) {
  found.hidden = !open;
  field.setAttribute("aria-expanded", String(open));
}

function point(to) {
  active = to;
  [...found.children].forEach((item, place) => item.setAttribute("aria-selected", String(place === to)));
  if (to < 0) field.removeAttribute("aria-activedescendant");
  else field.setAttribute("aria-activedescendant", `page-found-${to}`);
  found.children[to]?.scrollIntoView({ block: "nearest" });
}

function clear() {
  field.value = "";
  firm.checked = false;
  suggest();
  filter();
}

// A place that is filtered away or shut in is brought to light before it is gone to.
function reveal() {
  let target = null;
  try { target = byId(decodeURIComponent(location.hash.slice(1))); } catch { /* no such place */ }
  if (!target) return;
  if (target.closest("[hidden]")) clear();
  for (let one = target; one; one = one.parentElement) if (one.tagName === "DETAILS") one.open = true;
  target.scrollIntoView();
}

function go(id) {
  show(false);
  if (location.hash === `#${id}`) reveal();
  else location.hash = id;
  const item = byId(id);
  item.tabIndex = -1;
  item.focus({ preventScroll: true });
}

field.addEventListener("input", () => {
  suggest();
  filter();
  const sheet = document.querySelector(".sheet");
  if (sheet.getBoundingClientRect().top < 0) sheet.scrollIntoView();
});
firm.addEventListener("change", () => { suggest(); show(false); filter(); });
undo.addEventListener("click", () => { clear(); field.focus(); });
field.addEventListener("blur", () => show(false));
field.addEventListener("focus", () => { items(); show(found.children.length > 0); });
field.addEventListener("keydown", (event) => {
  const size = found.children.length;
  if (event.key === "ArrowDown" && size) { show(true); point((active + 1) % size); }
  else if (event.key === "ArrowUp" && size) { show(true); point((active > 0 ? active : size) - 1); }
  else if (event.key === "Enter") { if (size) go(found.children[Math.max(active, 0)].dataset.to); }
  else if (event.key === "Escape") { if (found.hidden) clear(); else show(false); }
  else return;
  event.preventDefault();
});
found.addEventListener("pointerdown", (event) => {
  event.preventDefault();
  const option = event.target.closest("li");
  if (option) go(option.dataset.to);
});
document.addEventListener("keydown", (event) => {
  if (event.key === "Escape" && !event.defaultPrevented && found.hidden && !undo.hidden) clear();
  const typing = event.target.closest("input, textarea");
  if (event.key !== "/" || typing || event.ctrlKey || event.metaKey || event.altKey) return;
  event.preventDefault();
  field.focus();
  field.select();
});
byId("page-finder").addEventListener("submit", (event) => event.preventDefault());
byId("page-open").addEventListener("click", () => { for (const shelf of shelves) shelf.open = true; });
byId("page-close").addEventListener("click", () => { for (const shelf of shelves) shelf.open = false; });
window.addEventListener("hashchange", reveal);
document.documentElement.classList.add("js");
reveal();
