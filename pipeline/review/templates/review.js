// The article and its facts light each other up; a click or Enter pins, Escape releases.
let pinned = false;

const ids = (e) => (e.dataset.ids ? e.dataset.ids.split(" ") : [e.dataset.ref]);
const isFact = (id) => id[0] !== "e";

function dark(record) {
  for (const e of record.querySelectorAll(".lit, .near")) e.classList.remove("lit", "near");
}

// From the text: its innermost entity everywhere, and every fact that stands on this stretch.
// From a card: everything marked for it, and for a fact its own words before its evidence.
function light(record, source) {
  dark(record);
  const wanted = ids(source);
  const entity = wanted.find((id) => !isFact(id));
  const strong = new Set(wanted.filter(isFact));
  if (entity) strong.add(entity);
  for (const e of record.querySelectorAll("[data-ids]")) {
    const shared = e.dataset.ids.split(" ").filter((id) => strong.has(id));
    if (!shared.length) continue;
    const own = shared.some((id) => !isFact(id)) || e.matches(".trigger, .content, .date, .item, .warning");
    e.classList.add(own ? "lit" : "near");
  }
  for (const e of record.querySelectorAll("[data-ref]")) {
    if (strong.has(e.dataset.ref)) e.classList.add("lit");
  }
}

function reveal(record, source) {
  const away = source.dataset.ids ? "[data-ref].card, details[open] [data-ref]" : "[data-ids]";
  const wanted = ids(source);
  const order = wanted.filter(isFact).concat(wanted.filter((id) => !isFact(id)));
  for (const id of order) {
    const all = [...record.querySelectorAll(away)].filter((e) => ids(e).includes(id));
    const best = all.find((e) => e.matches(".trigger, .content")) || all[0];
    if (best) {
      best.scrollIntoView({ block: "center", behavior: matchMedia("(prefers-reduced-motion: reduce)").matches ? "auto" : "smooth" });
      return;
    }
  }
}

function release(record) {
  pinned = false;
  record.classList.remove("pinned");
  dark(record);
}

function pin(record, source) {
  light(record, source);
  reveal(record, source);
  pinned = true;
  record.classList.add("pinned");
}

function step(mark, forward) {
  const leads = [...mark.closest(".lines").querySelectorAll("[tabindex]")];
  const next = leads[leads.indexOf(mark) + (forward ? 1 : -1)];
  if (!next) return;
  mark.tabIndex = -1;
  next.tabIndex = 0;
  next.focus();
}

for (const record of document.querySelectorAll(".record")) {
  const first = record.querySelector(".lines [tabindex]");
  if (first) first.tabIndex = 0; // One stop for Tab; arrows go on from there.
  const marked = (event) => event.target.closest("[data-ids], [data-ref]");
  record.addEventListener("pointerover", (event) => {
    if (pinned) return;
    const source = marked(event);
    if (source) light(record, source); else dark(record);
  });
  record.addEventListener("pointerleave", () => { if (!pinned) dark(record); });
  record.addEventListener("focusin", (event) => {
    const source = marked(event);
    if (source && !pinned && event.target.matches(":focus-visible")) { light(record, source); reveal(record, source); }
  });
  record.addEventListener("click", (event) => {
    if (event.target.closest("a, summary")) return;
    const source = marked(event);
    if (source) pin(record, source); else release(record);
  });
  record.addEventListener("keydown", (event) => {
    const source = marked(event);
    if (event.key === "Escape") release(record);
    else if (!source || event.target.closest("a, summary")) return;
    else if (event.key === "Enter" || event.key === " ") { pin(record, source); event.preventDefault(); }
    else if (source.dataset.ids && event.key.startsWith("Arrow")) {
      if (pinned) release(record);
      step(event.target, event.key === "ArrowRight" || event.key === "ArrowDown");
      event.preventDefault();
    }
  });
}

// The legend switches what is marked.
for (const key of document.querySelectorAll("[data-layer]")) {
  key.addEventListener("click", () => {
    const on = key.getAttribute("aria-pressed") !== "true";
    key.setAttribute("aria-pressed", on);
    const off = [...document.querySelectorAll("[data-layer][aria-pressed=false]")].map((e) => e.dataset.layer);
    document.body.dataset.off = off.join(" ");
  });
}

// One record at a time; `#KEY/o3` opens the record of an article at a fact.
function open(record, fact) {
  for (const other of document.querySelectorAll(".record")) other.hidden = other !== record;
  for (const link of document.querySelectorAll("[data-open]")) {
    const here = "r" + link.dataset.open === record.id;
    if (here) { link.setAttribute("aria-current", "true"); link.scrollIntoView({ block: "nearest" }); } else link.removeAttribute("aria-current");
  }
  release(record);
  const card = fact && [...record.querySelectorAll(".card, .warning")].find((e) => e.dataset.ref === fact);
  if (card) { pin(record, card); card.scrollIntoView({ block: "center" }); card.focus({ preventScroll: true }); }
}

function follow() {
  let hash = location.hash.slice(1);
  try { hash = decodeURIComponent(hash); } catch { /* a hash that is no encoded text names no record */ }
  const cut = hash.lastIndexOf("/");
  const names = cut > 0 ? [[hash, ""], [hash.slice(0, cut), hash.slice(cut + 1)]] : [[hash, ""]];
  const records = [...document.querySelectorAll(".record")];
  for (const [name, fact] of names) {
    const record = records.find((e) => e.id === name || e.dataset.key === name || e.dataset.name === name);
    if (record) return open(record, fact);
  }
  if (records.length) open(records[0], "");
}

addEventListener("hashchange", follow);
follow();

const filters = document.getElementById("filters");
if (filters) {
  const items = [...document.querySelectorAll("#list > li")];
  const bodies = items.map((item) => {
    const record = document.getElementById("r" + item.firstElementChild.dataset.open);
    return (item.textContent + "\n" + record.querySelector(".lines").textContent).toLowerCase();
  });
  const sift = () => {
    const asked = [...new FormData(filters)].map(([name, value]) => [name, value.trim().toLowerCase()]).filter(([, value]) => value);
    const fits = (item, body) => asked.every(([name, value]) => {
      if (name === "search") return body.includes(value);
      const values = item.dataset[name].toLowerCase().split("\n");
      return name === "person" || name === "region" ? values.some((v) => v.includes(value)) : values.includes(value);
    });
    let shown = 0;
    items.forEach((item, i) => { item.hidden = !fits(item, bodies[i]); shown += !item.hidden; });
    document.getElementById("shown").textContent = shown;
    document.querySelector(".list .empty").hidden = shown > 0;
  };
  filters.addEventListener("input", sift);
  filters.addEventListener("reset", () => setTimeout(sift));
  filters.addEventListener("submit", (event) => event.preventDefault());
  if (matchMedia("(max-width: 60rem)").matches) document.querySelector(".filters").open = false;
}
